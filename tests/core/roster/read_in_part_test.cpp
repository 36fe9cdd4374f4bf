// SPDX-License-Identifier: MIT
//
// Tables of which a part is more, less or other than expected: only that part is left aside, and nothing is said of
// what is right.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "support/json.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Verdict;
using test::Json;
using test::Outcome;

namespace {

/// A row of a survey that is longer than its header: what stands under no name is nothing.
TEST(ReadInPart, CellsBehindTheHeaderOfASurvey) {
  const std::string header = "调查对象\t发放\t有效回收\t满意\n";
  const auto longer = Outcome::of_facts(header + "家长\t100\t100\t84\t90\t95\t\n学生\t100\t100\t84\t85\t\t\t\t\t\t");
  const auto plain = Outcome::of_facts(header + "家长\t100\t100\t84\n学生\t100\t100\t84");
  EXPECT_EQ(longer.item_verdict("R1"), Verdict::fail);
  EXPECT_EQ(longer.result.facts.counties.at(0).facts.size(), plain.result.facts.counties.at(0).facts.size());
  const auto shorter = Outcome::of_facts(header + "家长\t100\t100\n学生\t100\t100\t84");
  EXPECT_EQ(shorter.item_verdict("R1"), Verdict::unknown) << "and what is not there is missing";
}

/// Half a square metre is no slip, half a pupil is.
TEST(ReadInPart, AreasAndAmountsHaveDecimals) {
  for (const char* header : {"学校名称\t学校类型\t在校生数\t教学及辅助用房面积\t体育运动场馆面积\t教学仪器设备值(元)\n",
                             "学校名称\t学段\t在校生数\t教学及辅助用房面积\t体育运动场馆面积\t教学仪器设备值(元)\n"}) {
    const Outcome outcome(header + std::string("甲\t小学\t300\t1500.5\t3000.25\t700000.01\n"));
    EXPECT_EQ(outcome.issues(IssueCode::fraction) + outcome.issues(IssueCode::fraction_of_stage), 0U) << header;
    EXPECT_DOUBLE_EQ(outcome.value("甲", junheng::Stage::primary, "equipment_value"), 700000.01 / 300);
  }
}

/// A year answers as 是 does, and as 否: one and none.
TEST(ReadInPart, AYearIsAnAnswerOfOneOrNone) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t建校年份\n甲\t小学\t300\t2009\n乙\t小学\t300\t2012\n");
  const auto& fields = outcome.result.roster.fields;
  const auto field = outcome.result.vocabulary->field("built_2010");
  ASSERT_TRUE(field.has_value());
  const auto& column = fields[*field].whole;
  ASSERT_TRUE(column.has_value());
  EXPECT_EQ(column->number(0), (junheng::Decimal{1, 0}));
  EXPECT_EQ(column->number(1), (junheng::Decimal{0, 0}));
}

/// The second of two columns of one name, and one in another measure, are shown as not used.
TEST(ReadInPart, AColumnThatIsNotUsedIsShownAsNone) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t图书册数\t图书册数\t教学仪器设备值(台)\n甲\t小学\t300\t3000\t4000\t5\n",
      test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::column_twice), 1U);
  EXPECT_EQ(outcome.issues(IssueCode::wrong_unit), 1U);
  std::string fields;
  const Json result = Json::parse(outcome.json());
  for (const Json& column : result["columns"])
    fields += (column["field"].is_null() ? "none" : column["field"].text()) + " ";
  EXPECT_EQ(fields, "school type pupils books none none ");
}

/// A county that has middle schools alone writes columns for them alone.
TEST(ReadInPart, ColumnsOfOneStageAlone) {
  for (const auto& [stage, type] : {std::pair("初中", "初中"), std::pair("小学", "小学")}) {
    const std::string s = stage;
    const Outcome outcome("学校名称\t学校类型\t" + s + "在校生数\t" + s + "超标班级数\t" + s + "图书册数\n甲\t" + type +
                          "\t300\t1\t9000\n乙\t" + type + "\t300\t0\t9000\n");
    EXPECT_EQ(outcome.item_verdict("G5"), Verdict::fail) << stage;
    EXPECT_EQ(outcome.check("G5", "classes").failing, 1U) << stage;
    EXPECT_EQ(outcome.item_verdict("G4"), Verdict::pass) << stage;
  }
}

/// A line of facts without a name is none, whatever stands in it.
TEST(ReadInPart, ALineOfFactsWithoutAName) {
  const auto outcome = Outcome::of_facts("实际交流轮岗教师数\t174\n\t5\n\t\t备注\n符合交流条件教师总数\t598");
  EXPECT_TRUE(outcome.result.issues.empty()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.check("G11", "exchange").verdict, Verdict::pass);
}

/// 举办者类型代码 of the national form: 1 to 9 are public, 10 is 民办.
TEST(ReadInPart, CodesOfWhoRunsASchool) {
  for (int code = 1; code <= 10; ++code) {
    const Outcome outcome("学校名称\t学校类型\t举办者\t在校生数\n甲\t小学\t" + std::to_string(code) + "\t300\n");
    ASSERT_EQ(outcome.result.roster.rows(), 1U);
    EXPECT_EQ(outcome.result.roster.ownership_of(0),
              code == 10 ? junheng::Ownership::private_school : junheng::Ownership::public_school)
        << code;
  }
}

/// Years with stages inside them, and stages with years inside: the same facts.
TEST(ReadInPart, YearsAndStagesStandInsideEachOther) {
  for (const char* facts : {R"({"pupil_expense":{"2022":{"primary":8000,"middle":9000},"2023":{"primary":8100}}})",
                            R"({"pupil_expense":{"primary":{"2022":8000,"2023":8100},"middle":{"2022":9000}}})"}) {
    const auto outcome = Outcome::of_facts(facts);
    ASSERT_EQ(outcome.result.facts.counties.size(), 1U) << facts;
    std::size_t years = 0;
    for (const auto& fact : outcome.result.facts.counties[0].facts)
      years += fact.year == 2022 || fact.year == 2023 ? 1U : 0U;
    EXPECT_EQ(years, 3U) << facts;
  }
}

}  // namespace
