// SPDX-License-Identifier: MIT
// The school standard of a province (rules 3.5): at least 8 of 10 items, the others at least 60 % of what is asked.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/files.h"
#include "support/outcome.h"

using junheng::ReasonCode;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

struct Column {
  const char* field;
  const char* header;
};

const Column kTen[] = {{"teaching_area", "教学及辅助用房面积"},
                       {"sports_area", "体育运动场馆面积"},
                       {"equipment_value", "教学仪器设备值"},
                       {"computers", "计算机台数"},
                       {"books", "图书册数"},
                       {"full_time_teachers", "专任教师数"},
                       {"degree_teachers", "高于规定学历教师数"},
                       {"senior_title_teachers", "中级及以上专业技术职务教师数"},
                       {"site_area", "占地面积"},
                       {"building_area", "校舍建筑面积"}};

/// Ten items, each at least 1 for a pupil.
std::string standard(const std::string& rule) {
  std::string items = R"({"id":"S1","remove":true})";
  int number = 0;
  for (const Column& column : kTen) {
    const std::string id = "T" + std::to_string(++number);
    items +=
        R"(,{"id":")" + id + R"(","title":{"zh":")" + column.header + R"(","en":"x"},"rule":{"zh":"甲","en":"x"},)" +
        R"("source":null,"confidence":"M","checks":[{"id":"c","title":{"zh":"乙","en":"x"},"ways":[{"scope":"unit","of":[")" +
        column.field + R"("],"over":["pupils"],"atLeast":{"value":"1","source":null,"confidence":"M"}}]}]})";
  }
  return R"({"schema":"junheng.standard/1","id":"province","parent":"basic-2012","title":{"zh":"省","en":"Province"},
      "document":{"zh":"文","en":"Rule"},"parts":[{"id":"school_standard",)" +
         rule + R"("items":[)" + items + "]}]}";
}

const std::string kEightOfTen =
    R"("schoolRule":{"meetAtLeast":8,"floor":"0.6","source":"moe-feedback-2015","confidence":"S"},)";

/// Two schools: 乙 meets all, 甲 has these numbers for its 100 pupils.
junheng::PartVerdict part_of(const std::vector<std::string>& numbers, const std::string& rule = kEightOfTen) {
  junheng::Library library = junheng::load_library();
  EXPECT_TRUE(library.add(standard(rule)).empty());
  std::string table = "学校名称\t学校类型\t在校生数";
  std::string first = "\n甲\t小学\t100";
  std::string second = "\n乙\t初中\t100";
  for (std::size_t i = 0; i < std::size(kTen); ++i) {
    table.append("\t").append(kTen[i].header);
    first.append("\t").append(i < numbers.size() ? numbers[i] : "100");
    second.append("\t100");
  }
  return Outcome(table + first + second + "\n", *library.standard("province")).part("school_standard");
}

TEST(SchoolItems, EightOfTenAreEnoughWhereTheOthersReachTheFloor) {
  EXPECT_EQ(part_of({}).verdict, kPass);
  EXPECT_EQ(part_of({"60"}).verdict, kPass) << "exactly at the floor";
  EXPECT_EQ(part_of({"60", "99"}).verdict, kPass);
  EXPECT_EQ(part_of({"60", "60", "99"}).verdict, kFail) << "seven of ten";
  EXPECT_EQ(part_of({"59"}).verdict, kFail) << "nine of ten, the other below the floor";
  EXPECT_TRUE(test::has_reason(part_of({"59"}), ReasonCode::schools_fail));
}

TEST(SchoolItems, WhatIsMissingMayStillBeMet) {
  EXPECT_EQ(part_of({"—"}).verdict, kUnknown) << "it may be below the floor";
  EXPECT_TRUE(test::has_reason(part_of({"—"}), ReasonCode::schools_unknown));
  EXPECT_EQ(part_of({"—", "60", "60"}).verdict, kUnknown);
  EXPECT_EQ(part_of({"—", "60", "60", "60"}).verdict, kFail) << "whatever is missing";
  EXPECT_EQ(part_of({"—", "59"}).verdict, kFail);
}

TEST(SchoolItems, WithoutSuchARuleEveryItemIsAsked) {
  EXPECT_EQ(part_of({}, "").verdict, kPass);
  EXPECT_EQ(part_of({"99"}, "").verdict, kFail);
}

TEST(SchoolItems, FaultsOfTheRuleAreSaid) {
  for (const char* rule : {R"("schoolRule":{"meetAtLeast":11,"floor":"0.6","source":null,"confidence":"M"},)",
                           R"("schoolRule":{"meetAtLeast":0,"floor":"0.6","source":null,"confidence":"M"},)",
                           R"("schoolRule":{"meetAtLeast":8,"floor":"1.1","source":null,"confidence":"M"},)",
                           R"("schoolRule":{"meetAtLeast":8,"floor":"0.6","source":null,"confidence":"S"},)",
                           R"("schoolRule":{"meetAtLeast":8,"floor":"0.6","source":null,"confidence":"M","x":1},)"}) {
    junheng::Library library = junheng::load_library();
    EXPECT_EQ(library.add(standard(rule)).size(), 1U) << rule;
  }
}

TEST(SchoolItems, ThatChongqingAsksForAllThirteenIsAnAssumption) {
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(library.add(test::source_file("core/standards/variants/chongqing-2012.json")).empty());
  const auto& chongqing = *library.standard("chongqing-2012");
  const auto& part = chongqing.parts.at(0);
  ASSERT_TRUE(part.school_rule.has_value());
  EXPECT_EQ(part.school_rule->meet_at_least, 13);
  EXPECT_EQ(part.items.size(), 13U);
  EXPECT_EQ(part.school_rule->source.confidence, 'M');
  EXPECT_FALSE(part.school_rule->source.index.has_value());
  const auto outcome = Outcome::of_facts("C1\t是\nC3\t否", chongqing);
  EXPECT_EQ(outcome.part("school_standard").verdict, kFail);
  EXPECT_TRUE(test::has_reason(outcome.part("school_standard"), ReasonCode::schools_assumed));
}

TEST(PrintedComposite, StandsInForTheCoefficients) {
  const auto of = [](const std::string& facts) { return Outcome::of_facts(facts, test::basic()).part("balance"); };
  EXPECT_EQ(of("小学综合差异系数\t0.48\n初中综合差异系数\t0.39").verdict, kPass);
  EXPECT_EQ(of("校际均衡综合差异系数（小学）\t0.65\n校际均衡综合差异系数（初中）\t0.55").verdict, kPass);
  EXPECT_EQ(of("项目\t小学\t初中\n综合差异系数\t0.48\t0.5501").verdict, kFail);
  EXPECT_EQ(of(R"({"coefficients":{"primary":{"composite":0.6501},"middle":{"composite":0.39}}})").verdict, kFail);
  EXPECT_EQ(of("小学综合差异系数\t0.48").verdict, kUnknown);
  EXPECT_TRUE(test::has_reason(of("小学综合差异系数\t0.48"), ReasonCode::composite_given));
  EXPECT_FALSE(test::has_reason(of("小学综合差异系数\t0.48"), ReasonCode::cv_unknown));
  EXPECT_EQ(Outcome::of_facts("小学综合差异系数\t0.48").issues(junheng::IssueCode::fact_unknown), 1U)
      << "the rule of 2017 has none";
}

TEST(PrintedComposite, IsHeldAgainstTheMeanOfTheCoefficients) {
  std::string facts;
  for (const auto& indicator : test::basic().indicators)
    facts += "小学" + indicator.title.zh + "差异系数\t0.302\n";
  const auto with = [&](const char* composite) {
    return Outcome::of_facts(facts + "小学综合差异系数\t" + composite, test::basic())
        .issues(junheng::IssueCode::composite_differs);
  };
  EXPECT_EQ(with("0.302"), 0U);
  EXPECT_EQ(with("0.30"), 0U) << "rounded";
  EXPECT_EQ(with("0.31"), 1U);
  EXPECT_EQ(with("0.303"), 0U) << "the coefficients are rounded too: eight of 0.3025 have this mean";
  EXPECT_EQ(with("0.304"), 1U);
  EXPECT_EQ(with("0.3031"), 1U) << "and no further than their own digits go";
}

TEST(SchoolStandard, MayBeGivenWithoutStages) {
  const auto verdict = [](const std::string& facts) {
    return Outcome::of_facts(facts, test::basic()).item_verdict("S1");
  };
  EXPECT_EQ(verdict("办学基本标准达标学校数\t101\n学校数\t101"), kPass);
  EXPECT_EQ(verdict("办学基本标准达标学校数\t100\n学校数\t101"), kFail);
  EXPECT_EQ(verdict(R"({"schools_meeting":101,"schools":{"primary":70,"middle":31}})"), kPass);
  EXPECT_EQ(verdict(R"({"schools_meeting":{"primary":70},"schools":{"primary":70,"middle":31}})"), kUnknown);
  EXPECT_EQ(verdict("办学基本标准达标学校数\t102\n学校数\t101"), kUnknown);
}

}  // namespace
