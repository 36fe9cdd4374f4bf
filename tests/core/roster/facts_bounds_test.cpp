// SPDX-License-Identifier: MIT
// Facts that nobody can have: refused as a whole, quickly, in one sentence.
#include <gtest/gtest.h>

#include <string>

#include "junheng/limits.h"
#include "support/outcome.h"

namespace {

using junheng::IssueCode;
using test::Outcome;

std::string repeated(std::string_view what, std::size_t times) {
  std::string all;
  all.reserve(what.size() * times);
  for (; times > 0; --times)
    all += what;
  return all;
}

void refused(const std::string& facts, const char* why) {
  const Outcome outcome = Outcome::of_facts(facts);
  EXPECT_EQ(outcome.issues(IssueCode::facts_too_big), 1U) << why;
  EXPECT_EQ(outcome.result.issues.size(), 1U) << why;
  EXPECT_LE(outcome.result.roster.counties.size(), 1U) << why;
}

TEST(FactsBounds, DeepOnesAreRefused) {
  refused(repeated("[", 10'000) + repeated("]", 10'000), "lists");
  refused(repeated("{\"校长数\":", 10'000) + "1" + repeated("}", 10'000), "objects");
  refused(repeated("[{\"a\":", 200'000), "never closed");
  refused(R"({"items":)" + repeated("[", 300) + repeated("]", 300) + "}", "inside");
}

TEST(FactsBounds, ManyOnesAreRefused) {
  refused("[" + repeated("{},", junheng::kMostCounties) + "{}]", "counties");
  refused(
      "{" + repeated(R"("nobody knows":1,)", 3) + R"("x":{)" + repeated("\"2023\":1,", 2) + "\"2024\":1}" +
          repeated(R"(,"y":[0])", 1) + "," +
          [] {
            std::string members;
            for (std::size_t i = 0; i <= junheng::kMostFactsOfCounty; ++i)
              members += "\"n" + std::to_string(i) + "\":1,";
            return members;
          }() +
          R"("z":1})",
      "names of one county");
  refused(repeated("某项\t1\n", junheng::kMostFacts + 2), "lines");
}

/// Each name is looked for among all words of forms: half a million of them took minutes.
TEST(FactsBounds, ManyNamesAreNotAllLookedFor) {
  std::string json = "{";
  std::string table;
  for (int i = 0; i < 200'000; ++i) {
    json += "\"n" + std::to_string(i) + "\":1,";
    table += "没有值的名称" + std::to_string(i) + "\t\n";
  }
  refused(json + "\"z\":1}", "names");
  refused(table, "names without a value");
}

TEST(FactsBounds, LargeOnesAreRefused) {
  refused("{\"校长数\":\"" + std::string(junheng::kLargestFacts, '1') + "\"}", "one value");
  refused("校长数\t" + std::string(junheng::kLargestFacts, '1'), "one cell");
}

TEST(FactsBounds, WhatARealNationHasIsTaken) {
  std::string counties = "[";
  for (int i = 0; i < 3000; ++i)
    counties += R"({"name":"县)" + std::to_string(i) + R"(","nobody knows":1},)";
  counties.back() = ']';
  const Outcome outcome = Outcome::of_facts(counties);
  EXPECT_EQ(outcome.issues(IssueCode::facts_too_big), 0U);
  EXPECT_EQ(outcome.result.roster.counties.size(), 3000U);
  EXPECT_EQ(outcome.issues(IssueCode::fact_unknown), 3000U);
}

/// A list of something else made a county without a name of each of its entries, and said nothing.
TEST(FactsBounds, WhatNamesNothingIsSaidOnceAndMakesNoCounty) {
  for (const char* const text : {"[2,2,2]", "[null]", R"([[],7,"x"])", R"(["甲县"])", "2", "好的", "null", "true"}) {
    const Outcome outcome = Outcome::of_facts(text);
    EXPECT_EQ(outcome.issues(IssueCode::fact_unknown), 1U) << text;
    EXPECT_LE(outcome.result.roster.counties.size(), 1U) << text;
  }
  for (const char* const text : {"[]", "{}", "[{}]", "  "})
    EXPECT_EQ(Outcome::of_facts(text).issues(IssueCode::fact_unknown), 0U) << text;
}

}  // namespace
