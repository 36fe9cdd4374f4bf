// SPDX-License-Identifier: MIT
// What other choices of the options would change, as a page asks for it.
#include <gtest/gtest.h>

#include <string>

#include "support/json.h"
#include "support/outcome.h"

using test::Json;

namespace {

const std::string kFacts =
    R"("毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n毕业年级三年转入学生人数\t0\n毕业年级三年死亡学生人数\t2\n毕业年级三年转出学生人数\t10")";

Json asked(const std::string& options) {
  const std::string request = R"({"standard":"quality-2017","county":)" + kFacts + R"(,"options":)" + options + "}";
  return Json::parse(junheng::option_effects("", request, test::library()));
}

/// The entry of an option.
Json of(const Json& all, std::string_view option) {
  for (const Json& one : all) {
    if (one["option"] == option) return one;
  }
  return {};
}

TEST(OptionEffectsAnswer, HasEveryOptionWithTheChoicesThatAreNotTaken) {
  const Json all = asked("{}");
  ASSERT_EQ(all.size(), test::quality().options.size());
  const Json retention = of(all, "retention");
  EXPECT_EQ(retention["chosen"], "A");
  ASSERT_EQ(retention["others"].size(), 2U);
  EXPECT_EQ(retention["others"][0]["choice"], "B");
  EXPECT_TRUE(retention["others"][0]["counties"].empty());
  EXPECT_EQ(retention["others"][0]["message"]["zh"], "选此项不改变本县的任何结论。");
  EXPECT_EQ(
      retention["others"][1].dump(),
      R"({"choice":"C","counties":[{"after":"fail","before":"unknown","items":[{"after":"fail","before":"pass",)"
      R"("id":"Q1"}],"name":null,"parts":[{"after":"fail","before":"unknown","id":"quality"}],"units":0}],)"
      R"("message":{"en":"This choice would change: Q1 Three-year retention from pass to fail; Quality of education )"
      R"(from unknown to fail; the county from unknown to fail.","zh":"选此项：Q1 三年巩固率由达标变为不达标；教育质量)"
      R"(由数据不足变为不达标；县结论由数据不足变为不达标。"},"verdict":"fail"})");
}

TEST(OptionEffectsAnswer, CountsFromWhatTheRequestChooses) {
  const Json retention = of(asked(R"({"retention":"C"})"), "retention");
  EXPECT_EQ(retention["chosen"], "C");
  EXPECT_EQ(retention["others"][0]["choice"], "A");
  EXPECT_EQ(retention["others"][0]["counties"][0]["items"][0]["after"], "pass");
}

TEST(OptionEffectsAnswer, IsEmptyWhereThereIsNothingToChoose) {
  EXPECT_EQ(junheng::option_effects("", R"({"standard":"basic-2012"})", test::library()), "[]");
  EXPECT_EQ(junheng::option_effects("", R"({"standard":"none"})", test::library()), "[]");
  EXPECT_EQ(junheng::option_effects("", "no JSON", test::library()), "[]");
  const Json nothing = Json::parse(junheng::option_effects("你好", R"({"standard":"quality-2017"})", test::library()));
  ASSERT_EQ(nothing.size(), test::quality().options.size());
  for (const Json& option : nothing)
    for (const Json& other : option["others"])
      EXPECT_TRUE(other["counties"].empty());
}

}  // namespace
