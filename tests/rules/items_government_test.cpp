// SPDX-License-Identifier: MIT
// The fifteen items of 政府保障程度 (rules 1.6): below, at and above each limit, and what is missing never passes.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/item_case.h"
#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

class GovernmentItem : public testing::TestWithParam<ItemCase> {};

TEST_P(GovernmentItem, IsJudgedFromTheFacts) {
  expect_verdict(GetParam());
}

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

const ItemCase kGovernment[] = {
    // What the county says of its evidence: yes, no, or nothing.
    {"G1", "G1\t是", kPass},
    {"G1", "G1\t否", kFail},
    {"G1", "G2\t是", kUnknown},
    {"G1", "G1\t", kUnknown},
    {"G1", "G1.planning\t达标", kPass},
    {"G1", "1. 县域内义务教育学校规划布局合理，符合国家规定要求\t达标", kPass},
    {"G1", "G1\t基本达标", kFail},
    {"G2", "G2\t是", kPass},
    {"G2", "G2\t未达标", kFail},
    {"G2", "G1\t是", kUnknown},
    {"G2", "G2.uniform\tno", kFail},
    {"G10", "G10\t√", kPass},
    {"G10", "G10\t×", kFail},
    {"G10", "G1\t是", kUnknown},
    {"G10", "编制岗位统筹\t已落实", kPass},
    // A statement never stands in for the numbers of an item.
    {"G3", "G3\t是", kUnknown},
    {"G4", "G4\t是", kUnknown},
    {"G5", "G5\t是", kUnknown},
    {"G6", "G6\t是", kUnknown},
    {"G7", "G7\t是", kUnknown},
    {"G8", "G8\t是", kUnknown},
    {"G9", "G9\t是", kUnknown},
    {"G11", "G11\t是", kUnknown},
    {"G12", "G12\t是", kUnknown},
    {"G13", "G13\t是", kUnknown},
    {"G14", "G14\t是", kUnknown},
    {"G15", "G15\t是", kUnknown},
    {"G4", "G4\t是\noversized_schools\t1\noversized_joint\t0", kFail},
    // Schools, rooms and classes.
    {"G3", "schools_with_rooms\t33\nschools\t34", kFail},
    {"G3", "schools_with_rooms\t34\nschools\t34", kPass},
    {"G3", "schools_with_rooms\t0\nschools\t0", kUnknown},
    {"G3", "schools_with_rooms\t34", kUnknown},
    {"G3", "schools\t34", kUnknown},
    {"G4", "oversized_schools\t0\noversized_joint\t0", kPass},
    {"G4", "oversized_schools\t0\noversized_joint\t1", kFail},
    {"G4", "oversized_schools\t1", kFail},
    {"G4", "oversized_joint\t1", kFail},
    {"G4", "oversized_schools\t0", kUnknown},
    {"G4", "超过2000人的小学\t0\n超过2000人的初中\t0\n超过2500人的一贯制学校\t0", kPass},
    {"G4", "超过2000人的小学\t0\n超过2000人的初中\t1\n超过2500人的一贯制学校\t0", kFail},
    {"G4", "超过2000人的小学\t0\n超过2500人的一贯制学校\t0", kUnknown},
    {"G5", "超过45人的小学班级\t0\n超过50人的初中班级\t0", kPass},
    {"G5", "超过45人的小学班级\t1\n超过50人的初中班级\t0", kFail},
    {"G5", "超过45人的小学班级\t0\n超过50人的初中班级\t56", kFail},
    {"G5", "超过45人的小学班级\t342", kFail},
    {"G5", "超过45人的小学班级\t0", kUnknown},
    // Money.
    {"G6", "small_schools\t12\nsmall_schools_funded\t11", kFail},
    {"G6", "small_schools\t12\nsmall_schools_funded\t12", kPass},
    {"G6", "small_schools\t0\nsmall_schools_funded\t0", kPass},
    {"G6", "small_schools\t0", kPass},
    {"G6", "small_schools\t12", kUnknown},
    {"G6", "small_schools_funded\t12", kUnknown},
    {"G7", "special_funds\t1158000\nspecial_pupils\t193", kPass},
    {"G7", "special_funds\t1157999.99\nspecial_pupils\t193", kFail},
    {"G7", "special_funds\t1158000.01\nspecial_pupils\t193", kPass},
    {"G7", "special_funds(万元)\t115.8\nspecial_pupils\t193", kPass},
    {"G7", "特殊教育学校公用经费(万元)\t115.79\n特殊教育学生数\t193", kFail},
    {"G7", "special_funds\t1158000\nspecial_pupils\t0", kUnknown},
    {"G7", "special_funds\t0\nspecial_pupils\t0", kUnknown},
    {"G7", "special_funds\t1158000", kUnknown},
    {"G7", "special_pupils\t193", kUnknown},
    {"G7", "special_per_pupil\t6000", kPass},
    {"G7", "special_per_pupil\t5999.99", kFail},
    {"G7", "special_per_pupil\t6,000元", kPass},
    {"G8", "teacher_pay\t157386\ncivil_servant_pay\t134502\nG8\t是", kPass},
    {"G8", "teacher_pay\t134502\ncivil_servant_pay\t134502\nG8\t是", kPass},
    {"G8", "teacher_pay\t134501.99\ncivil_servant_pay\t134502\nG8\t是", kFail},
    {"G8", "teacher_pay\t15.7386万元\ncivil_servant_pay\t134502\nG8\t是", kPass},
    {"G8", "teacher_pay\t157386\ncivil_servant_pay\t134502", kUnknown},
    {"G8", "teacher_pay\t157386\ncivil_servant_pay\t134502\nG8.performance_pay\t否", kFail},
    {"G8", "teacher_pay\t157386\nG8\t是", kUnknown},
    {"G8", "civil_servant_pay\t134502\nG8\t是", kUnknown},
    {"G8", "teacher_pay\t157386\ncivil_servant_pay\t0\nG8\t是", kUnknown},
    {"G8", "teacher_pay\t157386\nG8\t否", kFail},
    // Teachers.
    {"G9", "trained_teachers\t2151\nfull_time_teachers\t2152", kFail},
    {"G9", "trained_teachers\t2152\nfull_time_teachers\t2152", kPass},
    {"G9", "trained_teachers\t0\nfull_time_teachers\t0", kUnknown},
    {"G9", "trained_teachers\t2152", kUnknown},
    {"G9", "full_time_teachers\t2152", kUnknown},
    {"G9", "trained_rate\t100%", kPass},
    {"G9", "trained_rate\t100", kPass},
    {"G9", "trained_rate\t1", kPass},
    {"G9", "trained_rate\t99.99%", kFail},
    {"G9", "trained_rate\t99.99", kFail},
    {"G9", "trained_rate\t0.9999", kFail},
    {"G9", "trained_rate\t１００ ％", kPass},
    {"G9", "trained_rate\t—", kUnknown},
    {"G11", "eligible_teachers\t598\nexchanged_teachers\t174\nexchanged_backbone\t47", kPass},
    {"G11", "eligible_teachers\t600\nexchanged_teachers\t60\nexchanged_backbone\t12", kPass},
    {"G11", "eligible_teachers\t600\nexchanged_teachers\t59\nexchanged_backbone\t12", kFail},
    {"G11", "eligible_teachers\t601\nexchanged_teachers\t60\nexchanged_backbone\t12", kFail},
    {"G11", "eligible_teachers\t600\nexchanged_teachers\t60\nexchanged_backbone\t11", kFail},
    {"G11", "eligible_teachers\t600\nexchanged_teachers\t61\nexchanged_backbone\t13", kPass},
    {"G11", "eligible_teachers\t600\nexchanged_teachers\t60", kUnknown},
    {"G11", "eligible_teachers\t600\nexchanged_teachers\t59", kFail},
    {"G11", "exchanged_teachers\t60\nexchanged_backbone\t12", kUnknown},
    {"G11", "eligible_teachers\t0\nexchanged_teachers\t0\nexchanged_backbone\t0", kUnknown},
    {"G11", "exchange_rate\t10%\nexchange_backbone_rate\t20%", kPass},
    {"G11", "exchange_rate\t9.99%\nexchange_backbone_rate\t20%", kFail},
    {"G11", "exchange_rate\t10\nexchange_backbone_rate\t19.99", kFail},
    {"G11", "exchange_rate\t0.1\nexchange_backbone_rate\t0.2", kPass},
    {"G11", "exchange_rate\t10%", kUnknown},
    {"G12", "certified_teachers\t2152\nfull_time_teachers\t2152", kPass},
    {"G12", "certified_teachers\t2151\nfull_time_teachers\t2152", kFail},
    {"G12", "certified_teachers\t0\nfull_time_teachers\t0", kUnknown},
    {"G12", "certified_teachers\t2152", kUnknown},
    {"G12", "certified_rate\t100%", kPass},
    {"G12", "certified_rate\t99.9%", kFail},
    {"G12", "certified_rate\t0.999", kFail},
    // Pupils.
    {"G13", "near_rate(小学)\t100%\nnear_rate(初中)\t95%", kPass},
    {"G13", "就近划片入学比例(小学)\t100%\n就近划片入学比例(初中)\t95%", kPass},
    {"G13", "小学就近划片入学比例\t99.99%\n初中就近划片入学比例\t95%", kFail},
    {"G13", "小学就近划片入学比例\t100%\n初中就近划片入学比例\t94.99%", kFail},
    {"G13", "小学就近划片入学比例\t1\n初中就近划片入学比例\t0.9501", kPass},
    {"G13", "小学就近划片入学比例\t100%", kUnknown},
    {"G13", "初中就近划片入学比例\t94%", kFail},
    {"G13", "就近划片入学比例\t100%", kPass},
    {"G13", "就近划片入学比例\t97%", kFail},
    {"G14", "quality_plan\t974\nquality_allocated\t487\nG14\t是", kPass},
    {"G14", "quality_plan\t974\nquality_allocated\t486\nG14\t是", kFail},
    {"G14", "quality_plan\t974\nquality_allocated\t685\nG14\t是", kPass},
    {"G14", "quality_plan\t4255\nquality_allocated\t2008\nG14\t是", kFail},
    {"G14", "quality_plan\t974\nquality_allocated\t685", kUnknown},
    {"G14", "quality_plan\t974\nquality_allocated\t685\nG14.rural\t否", kFail},
    {"G14", "quality_plan\t974\nG14\t是", kUnknown},
    {"G14", "quality_plan\t0\nquality_allocated\t0\nG14\t是", kUnknown},
    {"G14", "quality_rate\t50%\nG14\t是", kPass},
    {"G14", "quality_rate\t49.9\nG14\t是", kFail},
    {"G15", "migrant_eligible\t1000\nmigrant_public\t800\nmigrant_purchased\t50\nG15\t是", kPass},
    {"G15", "migrant_eligible\t1000\nmigrant_public\t800\nmigrant_purchased\t49\nG15\t是", kFail},
    {"G15", "migrant_eligible\t1000\nmigrant_public\t851\nmigrant_purchased\t0\nG15\t是", kPass},
    {"G15", "migrant_eligible\t12350\nmigrant_public\t12350\nG15\t是", kUnknown},
    {"G15", "migrant_eligible\t1000\nmigrant_public\t800\nmigrant_purchased\t50", kUnknown},
    {"G15", "migrant_eligible\t1000\nmigrant_public\t800\nmigrant_purchased\t50\nG15\t否", kFail},
    {"G15", "migrant_eligible\t0\nmigrant_public\t0\nmigrant_purchased\t0\nG15\t是", kUnknown},
    {"G15", "migrant_rate\t85%\nG15.care\t是", kPass},
    {"G15", "migrant_rate\t84.99%\nG15\t是", kFail},
    {"G15", "migrant_rate\t0.85\nG15\t是", kPass},
};

INSTANTIATE_TEST_SUITE_P(Each, GovernmentItem, testing::ValuesIn(kGovernment));

/// A table of schools, one resource-free column set for each item of schools.
std::string table(const std::string& columns, const std::vector<std::string>& rows) {
  std::string text = "学校名称\t学校类型\t在校生数\t" + columns + "\n";
  for (const std::string& row : rows)
    text += row + "\n";
  return text;
}

struct TableCase {
  const char* what;
  const char* item;
  const char* columns;
  std::vector<std::string> rows;
  Verdict verdict;
  std::uint32_t failing;
  std::uint32_t unknown;
};

TEST(GovernmentItems, AreJudgedRowByRow) {
  const char* const rooms = "班级数\t单间面积≥96㎡的音乐教室间数\t单间面积≥90㎡的美术教室间数";
  const char* const classes =
      "每班46-50人班级个数\t每班51-55人班级个数\t每班56-60人班级个数\t每班61-65人班级个数\t每班66人以上班级个数";
  const char* const trained = "专任教师数\t近5年培训满360学时专任教师人数";
  const char* const certified = "专任教师数\t持有教师资格证的专任教师人数";
  const std::vector<TableCase> cases = {
      {"12 classes, one room", "G3", rooms, {"甲\t小学\t500\t12\t1\t1"}, kPass, 0, 0},
      {"13 classes, one room", "G3", rooms, {"甲\t小学\t500\t13\t1\t2"}, kFail, 1, 0},
      {"24 classes, two rooms", "G3", rooms, {"甲\t初中\t900\t24\t2\t2"}, kPass, 0, 0},
      {"25 classes, two rooms", "G3", rooms, {"甲\t初中\t900\t25\t2\t3"}, kFail, 1, 0},
      {"one of two schools has none", "G3", rooms, {"甲\t小学\t500\t6\t1\t1", "乙\t小学\t500\t6\t0\t1"}, kFail, 1, 0},
      {"rooms not given", "G3", rooms, {"甲\t小学\t500\t12\t1\t1", "乙\t小学\t500\t6\t\t1"}, kUnknown, 0, 1},
      {"classes not given", "G3", rooms, {"甲\t小学\t500\t\t1\t1"}, kUnknown, 0, 1},
      {"no classes", "G3", rooms, {"甲\t小学\t500\t0\t1\t1"}, kUnknown, 0, 1},
      {"a failure weighs more than a gap", "G3", rooms, {"甲\t小学\t5\t13\t1\t1", "乙\t小学\t5\t6\t\t1"}, kFail, 1, 1},
      {"2000 pupils", "G4", "班级数", {"甲\t小学\t2000\t1", "乙\t初中\t2000\t1"}, kPass, 0, 0},
      {"2001 pupils", "G4", "班级数", {"甲\t小学\t2001\t1", "乙\t初中\t2000\t1"}, kFail, 1, 0},
      {"pupils not given", "G4", "班级数", {"甲\t小学\t1999\t1", "乙\t初中\t\t1"}, kUnknown, 0, 1},
      {"45 and 50 in a class", "G5", "最大班额", {"甲\t小学\t900\t45", "乙\t初中\t900\t50"}, kPass, 0, 0},
      {"46 in a primary class", "G5", "最大班额", {"甲\t小学\t900\t46", "乙\t初中\t900\t50"}, kFail, 1, 0},
      {"51 in a middle class", "G5", "最大班额", {"甲\t小学\t900\t45", "乙\t初中\t900\t51"}, kFail, 1, 0},
      {"largest class not given", "G5", "最大班额", {"甲\t小学\t900\t45", "乙\t初中\t900\t"}, kUnknown, 0, 1},
      {"46 to 50 is allowed in middle schools", "G5", classes, {"甲\t初中\t900\t9\t0\t0\t0\t0"}, kPass, 0, 0},
      {"46 to 50 is not allowed in primary", "G5", classes, {"甲\t小学\t900\t1\t0\t0\t0\t0"}, kFail, 1, 0},
      {"51 to 55 is too many anywhere", "G5", classes, {"甲\t初中\t900\t0\t1\t0\t0\t0"}, kFail, 1, 0},
      {"66 and more", "G5", classes, {"甲\t初中\t900\t0\t0\t0\t0\t1"}, kFail, 1, 0},
      {"all zero", "G5", classes, {"甲\t小学\t900\t0\t0\t0\t0\t0"}, kPass, 0, 0},
      {"a gap is no zero", "G5", classes, {"甲\t小学\t900\t0\t0\t\t0\t0"}, kUnknown, 0, 1},
      {"a known excess beside a gap fails", "G5", classes, {"甲\t小学\t900\t2\t0\t\t0\t0"}, kFail, 1, 0},
      {"trained, all", "G9", trained, {"甲\t小学\t900\t50\t50", "乙\t初中\t9\t3\t3"}, kPass, 0, 0},
      {"trained, one less", "G9", trained, {"甲\t小学\t900\t50\t49", "乙\t初中\t9\t3\t3"}, kFail, 1, 0},
      {"trained, one gap", "G9", trained, {"甲\t小学\t900\t50\t50", "乙\t初中\t9\t3\t"}, kUnknown, 0, 0},
      {"certified, all", "G12", certified, {"甲\t小学\t900\t50\t50"}, kPass, 0, 0},
      {"certified, one less", "G12", certified, {"甲\t小学\t900\t50\t49"}, kFail, 1, 0},
  };
  for (const TableCase& one : cases) {
    const Outcome outcome(table(one.columns, one.rows));
    SCOPED_TRACE(one.what);
    EXPECT_EQ(test::word(outcome.item_verdict(one.item)), test::word(one.verdict));
    const auto first = outcome.item(one.item).checks.front();
    EXPECT_EQ(first.failing, one.failing);
    EXPECT_EQ(first.unknown, one.unknown);
  }
}

TEST(GovernmentItems, NearbyEnrolmentTakesPupilsFromTheTableAndTheirBaseFromTheFacts) {
  const std::string schools =
      table("家庭住址在划片范围内的在校学生人数", {"甲\t小学\t1000\t900", "乙\t初中\t1000\t950"});
  const auto with = [&](const char* facts) {
    junheng::Request request;
    request.county = facts;
    return Outcome(schools, request).item_verdict("G13");
  };
  EXPECT_EQ(with("城区和镇区公办小学在校生数\t900\n城区和镇区公办初中在校生数\t1000"), kPass);
  EXPECT_EQ(with("城区和镇区公办小学在校生数\t901\n城区和镇区公办初中在校生数\t1000"), kFail);
  EXPECT_EQ(with("城区和镇区公办小学在校生数\t900\n城区和镇区公办初中在校生数\t1001"), kFail);
  EXPECT_EQ(with("城区和镇区公办小学在校生数\t900"), kUnknown);
  EXPECT_EQ(Outcome(schools).item_verdict("G13"), kUnknown);
}

TEST(GovernmentItems, AnOptionChangesTheBaseOfTheExchange) {
  const char* const facts =
      "eligible_teachers\t100\nfull_time_teachers\t400\nexchanged_teachers\t30\nexchanged_backbone\t6";
  const auto of = [&](std::vector<std::pair<std::string, std::string>> options) {
    return Outcome::of_facts(facts, test::quality(), std::move(options));
  };
  EXPECT_EQ(of({}).item_verdict("G11"), kPass);
  EXPECT_DOUBLE_EQ(of({}).check("G11", "exchange").judged.at(0).value.value(), 0.3);
  const auto all = of({{"eligible", "all_teachers"}});
  EXPECT_EQ(all.check("G11", "exchange").verdict, kFail);
  EXPECT_DOUBLE_EQ(all.check("G11", "exchange").judged.at(0).value.value(), 0.075);
  EXPECT_EQ(all.check("G11", "backbone").verdict, kPass) << "the other base is not touched";
  const auto base = of({{"backbone_base", "eligible"}});
  EXPECT_EQ(base.check("G11", "exchange").verdict, kPass);
  EXPECT_EQ(base.check("G11", "backbone").verdict, kFail);
  EXPECT_DOUBLE_EQ(base.check("G11", "backbone").judged.at(0).value.value(), 0.06);
}

TEST(GovernmentItems, OneFailureFailsThePartAndOneGapLeavesItUnknown) {
  std::string good =
      "G1\t是\nG2\t是\nschools\t34\nschools_with_rooms\t34\noversized_schools\t0\noversized_joint\t0\n"
      "超过45人的小学班级\t0\n超过50人的初中班级\t0\nsmall_schools\t0\nspecial_per_pupil\t6000\nteacher_pay\t2\n"
      "civil_servant_pay\t1\nG8\t是\ntrained_rate\t100%\nG10\t是\nexchange_rate\t29%\nexchange_backbone_rate\t27%\n"
      "certified_rate\t100%\n就近划片入学比例\t100%\nquality_rate\t70.3%\nG14\t是\nmigrant_rate\t100%\n";
  EXPECT_EQ(Outcome::of_facts(good + "G15\t是").part("government").verdict, kPass);
  const auto gap = Outcome::of_facts(good).part("government");
  EXPECT_EQ(gap.verdict, kUnknown);
  EXPECT_TRUE(test::has_reason(gap, junheng::ReasonCode::items_unknown));
  const auto fail = Outcome::of_facts(good + "G15\t否").part("government");
  EXPECT_EQ(fail.verdict, kFail);
  ASSERT_EQ(fail.reasons.size(), 1U);
  EXPECT_EQ(fail.reasons[0].code, junheng::ReasonCode::item_fails);
  EXPECT_EQ(fail.reasons[0].item, 14U);
}

}  // namespace
