// SPDX-License-Identifier: MIT
// 逻辑校验 and 经验校验: each complaint on both sides of where it begins. None of them changes what is evaluated.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "junheng/sentence.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using junheng::Tier;
using test::Outcome;

namespace {

struct Case {
  const char* what;
  std::string table;
  IssueCode code;
  std::size_t times;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    const Outcome outcome(one.table);
    EXPECT_EQ(outcome.issues(one.code), one.times) << one.what << ": " << test::issue_names(outcome.result.issues);
  }
}

std::string school(const std::string& columns, const std::string& cells, const char* type = "小学") {
  return "学校名称\t学校类型\t在校生数\t" + columns + "\n甲\t" + type + "\t500\t" + cells + "\n";
}

TEST(Relations, APartIsNoMoreThanItsWhole) {
  expect_all({
      {"backbone, equal", school("专任教师数\t骨干教师数", "30\t30"), IssueCode::part_over_whole, 0},
      {"backbone, one more", school("专任教师数\t骨干教师数", "30\t31"), IssueCode::part_over_whole, 1},
      {"degree, equal", school("专任教师数\t高于规定学历教师数", "30\t30"), IssueCode::part_over_whole, 0},
      {"degree, one more", school("专任教师数\t高于规定学历教师数", "30\t31"), IssueCode::part_over_whole, 1},
      {"sports and arts, one more", school("专任教师数\t体育艺术教师数", "30\t31"), IssueCode::part_over_whole, 1},
      {"certified, one more", school("专任教师数\t持证教师数", "30\t31"), IssueCode::part_over_whole, 1},
      {"trained, one more", school("专任教师数\t培训满360学时教师数", "30\t31"), IssueCode::part_over_whole, 1},
      {"titles, one more", school("专任教师数\t中级及以上职称教师数", "30\t31"), IssueCode::part_over_whole, 1},
      {"degrees, equal", school("专任教师数\t专科\t本科\t硕士\t博士", "30\t10\t15\t4\t1"), IssueCode::part_over_whole,
       0},
      {"degrees, one more", school("专任教师数\t专科\t本科\t硕士\t博士", "30\t10\t15\t4\t2"),
       IssueCode::part_over_whole, 1},
      {"degrees, a gap may be the rest", school("专任教师数\t专科\t本科\t硕士\t博士", "30\t10\t15\t\t1"),
       IssueCode::part_over_whole, 0},
      {"degrees, too many beside a gap", school("专任教师数\t专科\t本科\t硕士\t博士", "30\t20\t15\t\t1"),
       IssueCode::part_over_whole, 1},
      {"no whole", school("专任教师数\t骨干教师数", "\t31"), IssueCode::part_over_whole, 0},
      {"training, equal", school("公用经费预算总额\t教师培训经费预算总额", "900\t900"), IssueCode::part_over_whole, 0},
      {"training, in another unit", school("公用经费预算总额\t教师培训经费预算总额", "900\t90000"),
       IssueCode::part_over_whole, 1},
      {"large classes, one more", school("班级数\t超标班额班级数", "12\t13"), IssueCode::part_over_whole, 1},
      {"hall, equal", school("教学及辅助用房面积\t室内体育用房面积", "900\t900"), IssueCode::part_over_whole, 0},
      {"hall, larger", school("教学及辅助用房面积\t室内体育用房面积", "900\t900.01"), IssueCode::part_over_whole, 1},
      {"migrants, all", school("随迁子女\t进城务工人员随迁子女人数", "\t500"), IssueCode::part_over_whole, 0},
      {"migrants, one more", school("随迁子女\t进城务工人员随迁子女人数", "\t501"), IssueCode::part_over_whole, 1},
      {"nearby, one more", school("班级数\t就近划片入学人数", "12\t501"), IssueCode::part_over_whole, 1},
      {"rooms, equal", school("音乐教室\t96㎡以上音乐教室间数\t73-96㎡音乐教室间数", "3\t2\t1"),
       IssueCode::part_over_whole, 0},
      {"rooms, one more", school("音乐教室\t96㎡以上音乐教室间数\t73-96㎡音乐教室间数", "2\t2\t1"),
       IssueCode::part_over_whole, 1},
      {"art rooms, one more", school("美术教室\t90㎡以上美术教室间数", "2\t3"), IssueCode::part_over_whole, 1},
  });
  const Outcome outcome(school("专任教师数\t骨干教师数", "30\t31"));
  const auto issue = outcome.issue(IssueCode::part_over_whole);
  ASSERT_TRUE(issue.has_value());
  EXPECT_EQ(issue->line, 2U);
  EXPECT_EQ(outcome.found(*issue), "甲");
  EXPECT_EQ(outcome.result.vocabulary->fields[issue->subject].id, "backbone_teachers");
}

TEST(Relations, ClassesBySizeAddUpToTheClasses) {
  const std::string bins =
      "班级数\t25人以下\t26-30人\t31-35人\t36-40人\t41-45人\t46-50人\t51-55人\t56-60人\t61-65人\t66人以上";
  expect_all({
      {"right", school(bins, "12\t1\t1\t2\t3\t5\t0\t0\t0\t0\t0"), IssueCode::parts_differ, 0},
      {"one too few", school(bins, "12\t1\t1\t2\t3\t4\t0\t0\t0\t0\t0"), IssueCode::parts_differ, 1},
      {"one too many is more than the whole", school(bins, "12\t1\t1\t2\t3\t6\t0\t0\t0\t0\t0"), IssueCode::parts_differ,
       0},
      {"one too many", school(bins, "12\t1\t1\t2\t3\t6\t0\t0\t0\t0\t0"), IssueCode::part_over_whole, 1},
      {"a gap may be the rest", school(bins, "12\t1\t1\t2\t3\t4\t\t0\t0\t0\t0"), IssueCode::parts_differ, 0},
  });
}

TEST(Relations, StagesAddUpToTheSchool) {
  const auto nine = [](const char* cells) {
    return std::string("学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)\n甲\t九年一贯制\t") + cells + "\n";
  };
  const auto twelve = [](const char* cells) {
    return std::string(
               "学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\n甲\t十二年一贯制\t") +
           cells + "\n";
  };
  expect_all({{"right", nine("1000\t600\t400"), IssueCode::parts_differ, 0},
              {"one less", nine("1001\t600\t400"), IssueCode::parts_differ, 1},
              {"one more", nine("999\t600\t400"), IssueCode::parts_differ, 1},
              {"one stage may be the rest", nine("1000\t600\t"), IssueCode::parts_differ, 0},
              {"one stage is more than all", nine("500\t600\t"), IssueCode::parts_differ, 1},
              {"three stages", twelve("1200\t600\t400\t200"), IssueCode::parts_differ, 0},
              {"three stages, one less", twelve("1201\t600\t400\t200"), IssueCode::parts_differ, 1}});
}

TEST(Totals, AreTheSumOfTheRowsAboveThem) {
  const auto table = [](const char* rows) {
    return std::string("学校名称\t学校类型\t在校生数\t体育运动场馆面积\n甲\t小学\t100\t800.5\n乙\t小学\t200\t1600\n") +
           rows;
  };
  expect_all({
      {"right", table("合计\t\t300\t2400.5\n"), IssueCode::total_differs, 0},
      {"one number wrong", table("合计\t\t300\t2400\n"), IssueCode::total_differs, 1},
      {"both wrong", table("合计\t\t301\t2400\n"), IssueCode::total_differs, 2},
      {"a gap in the total", table("合计\t\t300\t\n"), IssueCode::total_differs, 0},
      {"an average is no sum", table("平均\t\t150\t1200.25\n"), IssueCode::total_differs, 0},
      {"subtotals and a total", table("小计\t\t300\t2400.5\n丙\t初中\t50\t600\n小计\t\t50\t600\n合计\t\t350\t3000.5\n"),
       IssueCode::total_differs, 0},
      {"a wrong subtotal", table("小计\t\t300\t2400.5\n丙\t初中\t50\t600\n小计\t\t51\t600\n合计\t\t350\t3000.5\n"),
       IssueCode::total_differs, 1},
      {"a total that leaves out one", table("小计\t\t300\t2400.5\n丙\t初中\t50\t600\n合计\t\t300\t3000.5\n"),
       IssueCode::total_differs, 1},
      {"a wrong total below subtotals",
       table("小计\t\t300\t2400.5\n丙\t初中\t50\t600\n小计\t\t50\t600\n合计\t\t351\t3000.5\n"),
       IssueCode::total_differs, 1},
      {"of stages that stand in any order",
       table("丙\t初中\t50\t600\n丁\t小学\t70\t650\n小学合计\t\t370\t3050.5\n初中合计\t\t50\t600\n"),
       IssueCode::total_differs, 0},
      {"of a stage, one less",
       table("丙\t初中\t50\t600\n丁\t小学\t70\t650\n小学合计\t\t369\t3050.5\n初中合计\t\t50\t600\n"),
       IssueCode::total_differs, 1},
      {"a gap above", table("丙\t小学\t\t600\n合计\t\t300\t3000.5\n"), IssueCode::total_differs, 0},
  });
  const Outcome counties(
      "区县\t学校名称\t学校类型\t在校生数\n东县\t甲\t小学\t100\n东县\t合计\t\t100\n西县\t乙\t小学\t70\n西县\t合计\t\t70"
      "\n");
  EXPECT_EQ(counties.issues(IssueCode::total_differs), 0U) << "each county for itself";
  const auto of_all = [](const char* total) {
    return Outcome(std::string("区县\t学校名称\t学校类型\t在校生数\n东县\t甲\t小学\t300\n东县\t乙\t小学\t200\n"
                               "西县\t丙\t小学\t400\n西县\t丁\t小学\t100\n合计\t\t\t") +
                   total + "\n")
        .issues(IssueCode::total_differs);
  };
  EXPECT_EQ(of_all("1000"), 0U) << "of all counties";
  EXPECT_EQ(of_all("500"), 0U) << "of the last one";
  EXPECT_EQ(of_all("999"), 1U);
}

TEST(Totals, AreTheSumOfTheRowsBelowThem) {
  const auto table = [](const char* east, const char* all) {
    return "学校名称\t学校类型\t在校生数\n全县合计\t\t" + std::string(all) + "\n城东小计\t\t" + east +
           "\n甲\t小学\t100\n乙\t小学\t250\n城西小计\t\t70\n丙\t小学\t30\n丁\t小学\t40\n";
  };
  expect_all({{"right", table("350", "420"), IssueCode::total_differs, 0},
              {"a group wrong", table("351", "420"), IssueCode::total_differs, 1},
              {"all wrong", table("350", "421"), IssueCode::total_differs, 1}});
}

/// Five schools of 100 pupils with this sports area each.
std::string areas(const std::vector<const char*>& values) {
  std::string text = "学校名称\t学校类型\t在校生数\t体育运动场馆面积\n";
  for (std::size_t i = 0; i < values.size(); ++i)
    text += "校" + std::to_string(i) + "\t小学\t100\t" + values[i] + "\n";
  return text;
}

TEST(Plausible, FiveTimesTheMedianIsWorthALook) {
  expect_all({
      {"below five times", areas({"800", "800", "800", "800", "3999"}), IssueCode::outlier, 0},
      {"five times", areas({"800", "800", "800", "800", "4000"}), IssueCode::outlier, 1},
      {"above a fifth", areas({"800", "800", "800", "800", "160.01"}), IssueCode::outlier, 0},
      {"a fifth", areas({"800", "800", "800", "800", "160"}), IssueCode::outlier, 1},
      {"nothing is another matter", areas({"800", "800", "800", "800", "0"}), IssueCode::outlier, 0},
      {"four schools have no median", areas({"800", "800", "800", "9000"}), IssueCode::outlier, 0},
      {"below a thousand times", areas({"800", "800", "800", "800", "799999"}), IssueCode::outlier, 1},
      {"below a thousand times", areas({"800", "800", "800", "800", "799999"}), IssueCode::magnitude, 0},
      {"a thousand times", areas({"800", "800", "800", "800", "800000"}), IssueCode::magnitude, 1},
      {"a thousand times", areas({"800", "800", "800", "800", "800000"}), IssueCode::outlier, 0},
  });
}

TEST(Plausible, AColumnInTheWrongUnitIsSaidOnce) {
  const auto equipment = [](const char* header, const char* value) {
    std::string text = std::string("学校名称\t学校类型\t在校生数\t") + header + "\n";
    for (int i = 0; i < 6; ++i)
      text += "校" + std::to_string(i) + "\t小学\t100\t" + value + "\n";
    return text;
  };
  expect_all({
      {"yuan", equipment("教学仪器设备值(元)", "250000"), IssueCode::magnitude, 0},
      {"ten thousand yuan without its unit", equipment("教学仪器设备值", "25"), IssueCode::unit_asked, 1},
      {"and then it is no number of another magnitude", equipment("教学仪器设备值", "25"), IssueCode::magnitude, 0},
      {"with its unit", equipment("教学仪器设备值(万元)", "25"), IssueCode::magnitude, 0},
      {"yuan under the wrong unit", equipment("教学仪器设备值(万元)", "250000"), IssueCode::magnitude, 1},
      {"exactly a thousandth of the threshold", equipment("教学仪器设备值(元)", "200"), IssueCode::magnitude, 1},
      {"a little more", equipment("教学仪器设备值(元)", "200.1"), IssueCode::magnitude, 0},
  });
}

TEST(Plausible, TwiceOrHalfOfTheYearBeforeIsWorthALook) {
  const auto table = [](const std::string& name, const char* area) {
    return "学校名称\t学校类型\t在校生数\t体育运动场馆面积\n" + name + "\t小学\t100\t" + area + "\n";
  };
  const auto jumps = [&](const char* now, const std::string& name, const char* then) {
    const std::string previous = table(name, then);
    junheng::Request request;
    request.previous = previous;
    return Outcome(table("甲", now), request).issues(IssueCode::year_jump);
  };
  EXPECT_EQ(jumps("1599", "甲", "800"), 0U);
  EXPECT_EQ(jumps("1600", "甲", "800"), 1U);
  EXPECT_EQ(jumps("401", "甲", "800"), 0U);
  EXPECT_EQ(jumps("400", "甲", "800"), 1U);
  EXPECT_EQ(jumps("1600", "乙", "800"), 0U) << "another school";
  EXPECT_EQ(jumps("1600", "甲", ""), 0U);
  EXPECT_EQ(jumps("0", "甲", "800"), 0U);
  EXPECT_EQ(Outcome(table("甲", "1600")).issues(IssueCode::year_jump), 0U) << "no year before";
}

/// What is nearest of all that a total may be the sum of, to the last digit, and by how much.
TEST(Totals, SayByHowMuchTheyDiffer) {
  const auto of = [](const std::string& rows) {
    return Outcome("学校名称\t学校类型\t在校生数\t体育运动场馆面积\n" + rows);
  };
  const auto differs = [&](const std::string& rows) {
    const Outcome outcome = of(rows);
    const auto issue = outcome.issue(IssueCode::total_differs);
    return issue ? outcome.found(*issue) : "no difference";
  };
  const Outcome outcome = of("甲\t小学\t100\t800.5\n乙\t小学\t200\t1600.19\n合计\t\t300\t2388.39\n");
  const auto issue = outcome.issue(IssueCode::total_differs);
  ASSERT_TRUE(issue.has_value());
  EXPECT_EQ(outcome.found(*issue), "2400.69 − 2388.39 = 12.3");
  EXPECT_EQ(
      sentence(test::library().zh, *issue, outcome.result),
      "第 4 行“合计”：体育运动场馆面积的合计与各行之和相差 12.3（合计 2388.39，各行之和 2400.69）。合计行不参加计算。");
  EXPECT_EQ(sentence(test::library().en, *issue, outcome.result),
            "Line 4, “合计”: the total of Sports grounds and halls and the sum of its rows differ by 12.3 (total "
            "2388.39, sum "
            "2400.69). Totals are not evaluated.");
  EXPECT_EQ(differs("甲\t小学\t100\t0.05\n乙\t小学\t200\t0.05\n合计\t\t300\t1\n"), "0.1 − 1 = −0.9");
  EXPECT_EQ(differs("甲\t小学\t1\t800\n小计\t\t1\t800\n乙\t初中\t2\t50\n小计\t\t2\t50\n合计\t\t3\t851\n"),
            "850 − 851 = −1");
  EXPECT_EQ(differs("甲\t小学\t1\t5\n乙\t初中\t2\t70\n丙\t小学\t3\t900\n小学合计\t\t4\t904\n"), "905 − 904 = 1");
  EXPECT_EQ(differs("甲\t小学\t1\t999999999999.123456\n乙\t小学\t1\t0.00000000000000001\n合计\t\t2\t1\n"),
            "999999999999.12345600000000001 − 1 = 999999999998.12345600000000001");
  EXPECT_EQ(differs("甲\t小学\t1\t10\n小学小计\t\t1\t10\n初中小计\t\t0\t0\n"), "no difference") << "of no row";
}

TEST(Checks, AreOfTwoTiers) {
  for (const auto code : {IssueCode::part_over_whole, IssueCode::parts_differ})
    EXPECT_EQ(junheng::tier_of(code), Tier::logic);
  for (const auto code : {IssueCode::outlier, IssueCode::magnitude, IssueCode::year_jump})
    EXPECT_EQ(junheng::tier_of(code), Tier::experience);
  // A row of totals takes no part in the evaluation: nothing must be corrected for it.
  for (const auto code : {IssueCode::not_a_number, IssueCode::total_differs})
    EXPECT_EQ(junheng::tier_of(code), Tier::none);
}

TEST(Checks, ChangeNothingThatIsEvaluated) {
  const Outcome odd(areas({"800", "800", "800", "800", "4000"}));
  EXPECT_EQ(odd.issues(IssueCode::outlier), 1U);
  EXPECT_DOUBLE_EQ(odd.value("校4", Stage::primary, "sports_area"), 40.0);
  EXPECT_EQ(odd.result.split.units.size(), 5U);
}

}  // namespace
