// SPDX-License-Identifier: MIT
//
// The names under which a county states something: with numbers before them and marks around them, by id, by title, by
// the text of the rule; coefficients with their stage at either end; years from the first to the last.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

TEST(FactNames, OfAStatement) {
  for (const std::string name :
       {"G1", "g1", "Ｇ１", "G1.planning", "学校布局", "1.学校布局", "①学校布局", "（1）学校布局", "12、学校布局：",
        "学校 布局", "县域内义务教育学校规划布局合理，符合国家规定要求。", "Location of schools",
        "LOCATION OF SCHOOLS"}) {
    EXPECT_EQ(Outcome::of_facts(name + "\t是").item_verdict("G1"), Verdict::pass) << name;
    EXPECT_EQ(Outcome::of_facts(name + "\t否").item_verdict("G1"), Verdict::fail) << name;
  }
  for (const std::string name : {"G16", "布局", "学校布局图", "G1.", "G1.uniform", "G"}) {
    const Outcome outcome = Outcome::of_facts(name + "\t是");
    EXPECT_EQ(outcome.item_verdict("G1"), Verdict::unknown) << name;
    EXPECT_EQ(outcome.issues(IssueCode::fact_unknown), 1U) << name;
  }
}

/// A statement of one part of an item says nothing of the others; of the item it says all that is stated.
TEST(FactNames, OfAPartOfAnItem) {
  EXPECT_EQ(Outcome::of_facts("G8.performance_pay\t是\nteacher_pay\t2\ncivil_servant_pay\t1").item_verdict("G8"),
            Verdict::pass);
  EXPECT_EQ(Outcome::of_facts("绩效工资总量足额核定\t是\nteacher_pay\t2\ncivil_servant_pay\t1").item_verdict("G8"),
            Verdict::pass);
  EXPECT_EQ(Outcome::of_facts("G8\t是\nteacher_pay\t2\ncivil_servant_pay\t1").item_verdict("G8"), Verdict::pass);
  EXPECT_EQ(
      Outcome::of_facts("G8.performance_pay\t否\nG8\t是\nteacher_pay\t2\ncivil_servant_pay\t1").item_verdict("G8"),
      Verdict::fail)
      << "the part counts before the item";
}

struct Coefficient {
  std::string name;
  Stage stage;
  const char* indicator;  ///< of basic-2012

  friend void PrintTo(const Coefficient& one, std::ostream* out) { *out << one.name; }
};

class CoefficientNames : public testing::TestWithParam<Coefficient> {};

TEST_P(CoefficientNames, HaveTheirStageAtEitherEnd) {
  const Coefficient& one = GetParam();
  const Outcome outcome = Outcome::of_facts(one.name + "\t0.31", test::basic());
  EXPECT_TRUE(outcome.balance(one.stage, one.indicator).given) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.balance(one.stage, one.indicator).spread.cv, 0.31);
  const Stage other = one.stage == Stage::primary ? Stage::middle : Stage::primary;
  EXPECT_FALSE(outcome.balance(other, one.indicator).given);
}

INSTANTIATE_TEST_SUITE_P(Each, CoefficientNames,
                         testing::Values(Coefficient{"小学生均图书册数差异系数", Stage::primary, "books"},
                                         Coefficient{"生均图书册数差异系数（初中）", Stage::middle, "books"},
                                         Coefficient{"小学 生均图书册数 的校际差异系数", Stage::primary, "books"},
                                         Coefficient{"初中生均图书册数校际差异系数", Stage::middle, "books"},
                                         Coefficient{"初中生均图书册数的差异系数", Stage::middle, "books"},
                                         Coefficient{"3.小学图书差异系数", Stage::primary, "books"},
                                         Coefficient{"小学部图书差异系数", Stage::primary, "books"},
                                         Coefficient{"初中阶段图书差异系数", Stage::middle, "books"},
                                         Coefficient{"图书差异系数（初中部）", Stage::middle, "books"},
                                         Coefficient{"初中师生比差异系数", Stage::middle, "teacher_pupil_ratio"},
                                         Coefficient{"初中计算机差异系数", Stage::middle, "computers"},
                                         Coefficient{"小学books差异系数", Stage::primary, "books"},
                                         Coefficient{"小学Books per pupil差异系数", Stage::primary, "books"}),
                         [](const auto& info) { return "Name" + std::to_string(info.index); });

TEST(FactYears, FromTheFirstToTheLast) {
  const auto unknown = [](const std::string& year) {
    return Outcome::of_facts(R"({"teacher_pay":{")" + year + R"(":"5"}})").issues(IssueCode::fact_unknown);
  };
  for (const char* const year : {"1949", "2199", "2023", "2023年", "2023年度", "２０２３"})
    EXPECT_EQ(unknown(year), 0U) << year;
  for (const char* const year : {"1948", "2200", "202", "20233", "2023学年", "x2023", ""})
    EXPECT_EQ(unknown(year), 1U) << year;
}

TEST(FactRange, OnlyRatesMayBeBelowZero) {
  const auto unreadable = [](const char* facts) { return Outcome::of_facts(facts).issues(IssueCode::fact_unreadable); };
  EXPECT_EQ(unreadable("项目\t2022\n财政教育拨款增长比例\t-3.71%"), 0U) << "growth may be a fall";
  EXPECT_EQ(unreadable("trained_teachers\t-1"), 1U);
  EXPECT_EQ(unreadable("special_per_pupil\t-0.01"), 1U);
  EXPECT_EQ(unreadable("trained_teachers\t0"), 0U);
  EXPECT_EQ(unreadable("trained_teachers\t1.5"), 1U) << "people are whole";
}

}  // namespace
