// SPDX-License-Identifier: MIT
// Entry (rules 1.1): basic balance has been recognised for three years.
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

struct Case {
  const char* facts;
  Verdict entry;
  bool eligible;
};

TEST(Entry, WhoIsNotEligibleFailsAndWhoDoesNotSayIsRemarkedUpon) {
  for (const Case& one :
       {Case{"entry\t是", Verdict::pass, true}, Case{"entry\t否", Verdict::fail, false},
        Case{"entry.recognised\t是", Verdict::pass, true}, Case{"entry.recognised\t否", Verdict::fail, false},
        Case{"entry.recognised\t是\nentry.monitoring\t否", Verdict::fail, false},
        Case{"year\t2024\nbasic_balance_year\t2021", Verdict::pass, true},
        Case{"year\t2024\nbasic_balance_year\t2022", Verdict::fail, false},
        Case{"年度\t2024\n通过基本均衡认定的年份\t2015年", Verdict::pass, true},
        Case{"basic_balance_years\t3", Verdict::pass, true}, Case{"basic_balance_years\t2", Verdict::fail, false},
        Case{"basic_balance_year\t2015", Verdict::unknown, true}, Case{"year\t2024\nentry\t是", Verdict::pass, true},
        Case{"year\t2024", Verdict::unknown, true}, Case{"G1\t是", Verdict::unknown, true}}) {
    const auto outcome = Outcome::of_facts(one.facts);
    EXPECT_EQ(test::word(outcome.item_verdict("entry")), test::word(one.entry)) << one.facts;
    EXPECT_EQ(outcome.result.verdict, one.eligible ? Verdict::unknown : Verdict::fail) << one.facts;
    const std::string zh = junheng::conclusion(test::library().zh, 0, outcome.result);
    EXPECT_EQ(zh.find("未说明申报条件") != std::string::npos, one.entry == Verdict::unknown) << zh;
    EXPECT_EQ(zh.find("通过基本均衡认定满三年不达标") != std::string::npos, !one.eligible) << zh;
  }
}

TEST(Entry, IsNoQuestionOfTheRuleOf2012) {
  const auto outcome = Outcome::of_facts("G1\t是", test::basic());
  EXPECT_EQ(outcome.rule_of("entry"), nullptr);
  EXPECT_EQ(junheng::conclusion(test::library().zh, 0, outcome.result).find("申报条件"), std::string::npos);
}

}  // namespace
