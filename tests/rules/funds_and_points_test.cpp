// SPDX-License-Identifier: MIT
// Which of several numbers answers: the budget before what was spent (rules 1.7), the total where the rule has no points
// for its items (rules 3).
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

// ---- training funds: planned and spent --------------------------------------------------------------------------------------

struct Funds {
  const char* what;
  const char* facts;
  Verdict verdict;
  const char* of;  ///< the fields of the way that answered
  const char* over;

  friend void PrintTo(const Funds& one, std::ostream* out) { *out << one.what; }
};

class TrainingFunds : public testing::TestWithParam<Funds> {};

TEST_P(TrainingFunds, AreThoseOfTheBudgetWhereItIsGiven) {
  const Outcome outcome = Outcome::of_facts(GetParam().facts);
  EXPECT_EQ(test::word(outcome.item_verdict("Q4")), test::word(GetParam().verdict));
  const auto* const way = outcome.way("Q4", "share");
  ASSERT_NE(way, nullptr);
  const auto field = [&](const junheng::Term& term) { return outcome.result.vocabulary->fields[term.field].id; };
  EXPECT_EQ(field(way->quantity.of.front()), GetParam().of);
  EXPECT_EQ(way->quantity.over.empty() ? "" : field(way->quantity.over.front()), GetParam().over);
}

INSTANTIATE_TEST_SUITE_P(
    Ways, TrainingFunds,
    testing::Values(
        Funds{"planned enough, spent too little",
              "training_budget\t50\npublic_budget\t1000\ntraining_spent\t10\npublic_spent\t1000", kPass,
              "training_budget", "public_budget"},
        Funds{"planned too little, spent enough",
              "training_budget\t49\npublic_budget\t1000\ntraining_spent\t90\npublic_spent\t1000", kFail,
              "training_budget", "public_budget"},
        Funds{"spent of what was spent, although it is too little of the budget",
              "training_spent\t50\npublic_spent\t1000\npublic_budget\t2000", kPass, "training_spent", "public_spent"},
        Funds{"spent of what was spent, although it is enough of the budget",
              "training_spent\t49\npublic_spent\t1000\npublic_budget\t500", kFail, "training_spent", "public_spent"},
        Funds{"spent of the budget", "training_spent\t50\npublic_budget\t1000", kPass, "training_spent",
              "public_budget"},
        Funds{"spent of the budget, too little", "training_spent\t49.99\npublic_budget\t1000", kFail, "training_spent",
              "public_budget"},
        Funds{"a stated share beside complete numbers", "training_budget\t49\npublic_budget\t1000\ntraining_rate\t9%",
              kUnknown, "training_budget", "public_budget"},
        Funds{"a stated share beside complete numbers that agree",
              "training_budget\t49\npublic_budget\t1000\ntraining_rate\t4.9%", kFail, "training_budget",
              "public_budget"},
        Funds{"a stated share beside half of the numbers", "training_budget\t49\ntraining_rate\t9%", kPass,
              "training_rate", ""},
        Funds{"planned, of what was spent", "training_budget\t50\npublic_spent\t1000", kUnknown, "training_budget",
              "public_budget"}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

TEST(TrainingFund, OfEverySchoolBeforeThatOfTheCounty) {
  const auto verdict = [](const char* first, const char* second) {
    return Outcome(
               std::string("学校名称\t学校类型\t在校生数\t教师培训经费决算总额\t公用经费决算总额\n甲\t小学\t500\t") +
               first + "\n乙\t初中\t500\t" + second + "\n")
        .item_verdict("Q4");
  };
  EXPECT_EQ(verdict("5\t100", "10\t200"), kPass);
  EXPECT_EQ(verdict("50\t100", "9.99\t200"), kFail) << "19.99 % of all, and one school has too little";
  EXPECT_EQ(verdict("5\t100", "\t200"), kUnknown);
}

// ---- points -----------------------------------------------------------------------------------------------------------------

std::string points(const char* each, const char* more) {
  std::string facts = "{\"scores\":{";
  for (int i = 1; i <= 17; ++i)
    facts.append(i == 1 ? "" : ",").append("\"B").append(std::to_string(i)).append("\":\"").append(each).append("\"");
  return facts + "}" + more + "}";
}

/// The rule of 2012 does not say how many points an item has; a county that hands in its own is judged by the total.
TEST(Points, InARuleWithoutPointsDoNotAddUp) {
  const auto part = [](const std::string& facts) { return Outcome::of_facts(facts, test::basic()).part("government"); };
  EXPECT_EQ(part(points("6", "")).verdict, kUnknown) << "102 points of nobody knows how many";
  EXPECT_FALSE(part(points("6", "")).score.has_value());
  EXPECT_EQ(part(points("6", ",\"government_score\":\"84\"")).verdict, kFail);
  EXPECT_EQ(part(points("1", ",\"government_score\":\"85\"")).verdict, kPass);
  ASSERT_TRUE(part(points("1", ",\"government_score\":\"85\"")).score.has_value());
  EXPECT_EQ(*part(points("1", ",\"government_score\":\"85\"")).score, (junheng::Decimal{85, 0}));
}

}  // namespace
