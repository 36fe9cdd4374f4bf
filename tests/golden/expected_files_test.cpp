// SPDX-License-Identifier: MIT
// The sample tables against answers worked out by another program (tests/made/golden/make-expected.mjs, exact integers):
// everything that stands in an expected file has to stand in the result.
#include <gtest/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "support/files.h"
#include "support/outcome.h"

using nlohmann::json;

namespace {

/// Expected numbers are written with twelve digits.
bool same(const json& expected, const json& got) {
  if (!expected.is_number()) return expected == got;
  if (!got.is_number()) return false;
  const double want = expected.get<double>();
  return std::fabs(got.get<double>() - want) <= 1e-9 * std::fmax(1.0, std::fabs(want));
}

std::size_t compared = 0;

/// Numbers, words, lists of objects with an id: all that the expected object has.
void expect_contains(const json& expected, const json& got, const std::string& where) {
  for (const auto& [key, value] : expected.items()) {
    const std::string place = where + "/" + key;
    ASSERT_TRUE(got.is_object() && got.contains(key)) << place;
    if (value.is_array()) {
      for (const json& item : value) {
        const json* found = nullptr;
        for (const json& each : got[key]) {
          if (each.contains("id") && item.contains("id") && each["id"] == item["id"]) found = &each;
        }
        ASSERT_NE(found, nullptr) << place << " has no " << item.dump();
        expect_contains(item, *found, place + "/" + item["id"].get<std::string>());
      }
    } else if (value.is_object()) {
      expect_contains(value, got[key], place);
    } else {
      ++compared;
      EXPECT_TRUE(same(value, got[key])) << place << ": expected " << value << ", got " << got[key];
    }
  }
}

const json* unit_of(const json& units, const json& expected) {
  for (const json& unit : units) {
    if (unit["school"] == expected["school"] && (!expected.contains("stage") || unit["stage"] == expected["stage"]))
      return &unit;
  }
  return nullptr;
}

void expect_file(const std::string& path, const char* county_name) {
  const json expected = json::parse(test::source_file(path), nullptr, false);
  ASSERT_TRUE(expected.is_object()) << path;
  const std::string table = test::source_file(expected["table"].get<std::string>());
  ASSERT_FALSE(table.empty());
  const test::Outcome outcome(table, test::standard(expected["standard"].get<std::string>()));
  const json got = json::parse(outcome.json(), nullptr, false);
  ASSERT_TRUE(got.is_object());
  ASSERT_EQ(got["counties"].size(), 1U);
  const json& county = got["counties"][0];
  if (county_name != nullptr) {
    EXPECT_EQ(county["name"], county_name);
  }
  if (expected.contains("verdict")) {
    EXPECT_EQ(county["verdict"], expected["verdict"]);
  }
  if (expected.contains("parts")) {
    std::set<std::string> parts;
    for (const json& part : county["parts"]) {
      parts.insert(part["id"].get<std::string>());
      EXPECT_EQ(part["verdict"], expected["parts"][part["id"].get<std::string>()]) << part["id"];
    }
    EXPECT_EQ(parts.size(), expected["parts"].size());
  }

  for (const json& stage : expected["stages"]) {
    const json* found = nullptr;
    for (const json& each : county["stages"]) {
      if (each["stage"] == stage["stage"]) found = &each;
    }
    ASSERT_NE(found, nullptr) << stage["stage"];
    expect_contains(stage, *found, stage["stage"].get<std::string>());
  }
  for (const json& unit : expected["units"]) {
    const json* found = unit_of(county["units"], unit);
    ASSERT_NE(found, nullptr) << unit["school"];
    expect_contains(unit, *found, unit["school"].get<std::string>());
  }
  std::size_t excluded = 0;
  for (const json& unit : county["units"])
    excluded += unit["status"] == "excluded" ? 1U : 0U;
  EXPECT_EQ(excluded, expected.value("excluded", json::array()).size());
  std::size_t evaluated = 0;
  for (const json& unit : county["units"]) {
    if (unit["status"] != "evaluated") continue;
    ++evaluated;
    EXPECT_NE(unit_of(expected["units"], unit), nullptr) << unit["school"] << " is not expected";
  }
  std::size_t counted = 0;
  for (const json& stage : expected["stages"])
    counted += stage["units"].get<std::size_t>();
  EXPECT_EQ(evaluated, counted);
}

TEST(ExpectedFiles, FiveSchools) {
  compared = 0;
  expect_file("tests/golden/five-schools.expected.json", nullptr);
  EXPECT_GE(compared, 30U);
}

TEST(ExpectedFiles, SampleCounty) {
  compared = 0;
  expect_file("tests/golden/sample-county.expected.json", "示例区");
  // 34 units with seven values each, and 14 coefficients
  EXPECT_GE(compared, 34U * 7 * 2 + 14 * 8);
}

TEST(ExpectedFiles, TheSampleCountyHasWhatItIsThereToShow) {
  const test::Outcome outcome(test::source_file("public/samples/sample-county.tsv"));
  EXPECT_EQ(outcome.result.split.units.size(), 34U);
  std::uint64_t pupils = 0;
  for (const auto& stage : outcome.result.balance)
    pupils += stage.pupils;
  EXPECT_EQ(pupils, 43790U);
  std::size_t six_of_seven = 0;
  for (std::size_t u = 0; u < 34; ++u) {
    six_of_seven +=
        outcome.result.unit_meeting[u] == 6 && outcome.result.unit_verdict[u] == junheng::Verdict::pass ? 1U : 0U;
  }
  EXPECT_EQ(six_of_seven, 1U);
  std::size_t over = 0;
  for (const auto& stage : outcome.result.balance) {
    for (const auto& indicator : stage.indicators)
      over += indicator.verdict == junheng::Verdict::fail ? 1 : 0;
  }
  EXPECT_EQ(over, 1U);
  std::size_t excluded = 0;
  for (const auto& unit : outcome.result.split.left_out)
    excluded += unit.why == junheng::LeftOut::excluded ? 1 : 0;
  EXPECT_GE(excluded, 1U);
}

}  // namespace
