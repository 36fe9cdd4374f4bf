// SPDX-License-Identifier: MIT
// 初中三年巩固率 by its three formulas (rules 4.2): the choice of one can change a verdict.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Verdict;
using test::Outcome;

namespace {

struct Row {
  int graduates;
  int first;
  int in;
  int deaths;
  int out;
  std::array<double, 3> percent;  ///< by A, B and C, to four decimals
  std::array<Verdict, 3> verdict;
};

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

const std::vector<Row> kRows = {
    {4077, 4023, 158, 1, 103, {100.0000, 100.0000, 101.3423}, {kPass, kPass, kPass}},
    {980, 1000, 50, 0, 30, {96.0784, 96.0000, 98.0000}, {kPass, kPass, kPass}},
    {940, 1000, 0, 2, 10, {95.1417, 95.1904, 94.0000}, {kPass, kPass, kFail}},
    {1010, 1000, 60, 0, 20, {97.1154, 97.0000, 101.0000}, {kPass, kPass, kPass}},
};

std::string facts_of(const Row& row) {
  return "毕业学生人数\t" + std::to_string(row.graduates) + "\n毕业年级三年前初一时在校学生人数\t" +
         std::to_string(row.first) + "\n毕业年级三年转入学生人数\t" + std::to_string(row.in) +
         "\n毕业年级三年死亡学生人数\t" + std::to_string(row.deaths) + "\n毕业年级三年转出学生人数\t" +
         std::to_string(row.out);
}

constexpr double kHalfOfTheFourthDecimal = 0.00005;

TEST(Retention, ThreeFormulasGiveThreeValues) {
  const std::array<const char*, 3> formulas = {"A", "B", "C"};
  for (const Row& row : kRows) {
    for (std::size_t i = 0; i < formulas.size(); ++i) {
      SCOPED_TRACE(std::to_string(row.graduates) + " by " + formulas[i]);
      const auto outcome = Outcome::of_facts(facts_of(row), test::quality(), {{"retention", formulas[i]}});
      const auto check = outcome.check("Q1", "retention");
      ASSERT_EQ(check.judged.size(), 1U);
      ASSERT_TRUE(check.judged[0].value.known);
      EXPECT_NEAR(check.judged[0].value.value() * 100, row.percent[i], kHalfOfTheFourthDecimal);
      EXPECT_EQ(test::word(check.verdict), test::word(row.verdict[i]));
      EXPECT_EQ(check.way, static_cast<std::uint8_t>(i));
      EXPECT_EQ(outcome.issues(IssueCode::unknown_option), 0U);
    }
  }
}

TEST(Retention, TheFirstFormulaCountsWhereNobodyChooses) {
  for (const Row& row : kRows) {
    const auto check = Outcome::of_facts(facts_of(row)).check("Q1", "retention");
    ASSERT_EQ(check.judged.size(), 1U);
    EXPECT_NEAR(check.judged[0].value.value() * 100, row.percent[0], kHalfOfTheFourthDecimal);
  }
}

TEST(Retention, AnUnknownChoiceIsSaidAndTheDefaultIsTaken) {
  using Options = std::vector<std::pair<std::string, std::string>>;
  const std::vector<Options> wrong = {
      {{"retention", "D"}}, {{"retention", ""}}, {{"retention", "a"}}, {{"Retention", "C"}}, {{"", "C"}}};
  for (const Options& options : wrong) {
    const auto outcome = Outcome::of_facts(facts_of(kRows[2]), test::quality(), options);
    SCOPED_TRACE(options[0].first + "=" + options[0].second);
    ASSERT_EQ(outcome.issues(IssueCode::unknown_option), 1U);
    EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::unknown_option)), options[0].first + "=" + options[0].second);
    EXPECT_EQ(outcome.check("Q1", "retention").way, std::uint8_t{0});
    EXPECT_EQ(outcome.item_verdict("Q1"), kPass);
  }
  const auto both = Outcome::of_facts(facts_of(kRows[2]), test::quality(), {{"retention", "D"}, {"retention", "C"}});
  EXPECT_EQ(both.issues(IssueCode::unknown_option), 1U);
  EXPECT_EQ(both.item_verdict("Q1"), kFail) << "the one that is known is taken";
}

TEST(Retention, EachFormulaNeedsItsOwnNumbersOnly) {
  const char* const raw = "graduates\t940\nfirst_year_pupils\t1000";
  EXPECT_EQ(Outcome::of_facts(raw).item_verdict("Q1"), Verdict::unknown);
  EXPECT_EQ(Outcome::of_facts(raw, test::quality(), {{"retention", "B"}}).item_verdict("Q1"), Verdict::unknown);
  EXPECT_EQ(Outcome::of_facts(raw, test::quality(), {{"retention", "C"}}).item_verdict("Q1"), kFail);
}

TEST(Retention, AReportedRateStandsInOnlyWhereTheNumbersAreMissing) {
  const std::string rate = "\nretention_rate\t99%";
  EXPECT_EQ(Outcome::of_facts("graduates\t940" + rate).item_verdict("Q1"), kPass);
  const auto computed = Outcome::of_facts(facts_of(kRows[2]) + rate, test::quality(), {{"retention", "C"}});
  EXPECT_EQ(computed.item_verdict("Q1"), kUnknown) << "94 % is what the numbers say: one of the two is wrong";
  EXPECT_EQ(computed.issues(junheng::IssueCode::fact_rate_differs), 1U);
  const auto agreeing =
      Outcome::of_facts(facts_of(kRows[2]) + "\nretention_rate\t94.0%", test::quality(), {{"retention", "C"}});
  EXPECT_EQ(agreeing.item_verdict("Q1"), kFail);
  EXPECT_EQ(agreeing.issues(junheng::IssueCode::fact_rate_differs), 0U);
}

TEST(Retention, TheNumbersOfTheSchoolsAreAddedUp) {
  const std::string header =
      "学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)"
      "\t毕业学生人数\t毕业年级初一时在校学生数\t毕业年级三年转入学生数\t"
      "毕业年级三年转出学生数\t毕业年级三年死亡学生数\n";
  const Outcome all(header +
                    "甲\t初中\t1500\t\t\t470\t500\t0\t5\t1\n乙\t九年一贯制\t\t900\t1500\t470\t500\t0\t5\t1\n丙\t小学\t3"
                    "00\t\t\t\t\t\t\t\n");
  const auto check = all.check("Q1", "retention");
  ASSERT_EQ(check.judged.size(), 1U) << "a primary school has nobody to graduate";
  EXPECT_NEAR(check.judged[0].value.value() * 100, 95.1417, kHalfOfTheFourthDecimal);
  EXPECT_EQ(all.item_verdict("Q1"), kPass);
  const Outcome gap(header + "甲\t初中\t1500\t\t\t470\t500\t0\t5\t1\n乙\t初中\t1500\t\t\t\t500\t0\t5\t1\n");
  EXPECT_EQ(gap.item_verdict("Q1"), Verdict::unknown);
}

}  // namespace
