// SPDX-License-Identifier: MIT
// The sample tables against answers worked out by another program (tests/made/golden/make-expected.mjs, exact integers):
// everything that stands in an expected file has to stand in the result.
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using test::Json;

namespace {

/// Expected numbers are written with twelve digits.
bool same(const Json& expected, const Json& got) {
  if (!expected.is_number()) return expected == got;
  if (!got.is_number()) return false;
  const double want = expected.number();
  return std::fabs(got.number() - want) <= 1e-9 * std::fmax(1.0, std::fabs(want));
}

/// The entry of a list whose member is this; not there where there is none.
Json entry_with(const Json& list, const char* member, const Json& value) {
  for (const Json& each : list) {
    if (each[member] == value) return each;
  }
  return {};
}

std::size_t compared = 0;

/// Numbers, words, lists of objects with an id: all that the expected object has.
void expect_contains(const Json& expected, const Json& got, const std::string& where) {
  for (const auto& [key, value] : expected.members()) {
    const std::string place = where + "/" + key;
    ASSERT_TRUE(got.is_object() && got.contains(key)) << place;
    if (value.is_array()) {
      for (const Json& item : value) {
        const Json found = entry_with(got[key], "id", item["id"]);
        ASSERT_TRUE(found.exists()) << place << " has no " << item;
        expect_contains(item, found, place + "/" + item["id"].text());
      }
    } else if (value.is_object()) {
      expect_contains(value, got[key], place);
    } else {
      ++compared;
      EXPECT_TRUE(same(value, got[key])) << place << ": expected " << value << ", got " << got[key];
    }
  }
}

Json unit_of(const Json& units, const Json& expected) {
  for (const Json& unit : units) {
    if (unit["school"] == expected["school"] && (!expected.contains("stage") || unit["stage"] == expected["stage"]))
      return unit;
  }
  return {};
}

void expect_file(const std::string& path, const char* county_name) {
  const Json expected = Json::parse(test::source_file(path));
  ASSERT_TRUE(expected.is_object()) << path;
  const std::string table = test::source_file(expected["table"].text());
  ASSERT_FALSE(table.empty());
  const test::Outcome outcome(table, test::standard(expected["standard"].text()));
  const Json got = Json::parse(outcome.json());
  ASSERT_TRUE(got.is_object());
  ASSERT_EQ(got["counties"].size(), 1U);
  const Json& county = got["counties"][0];
  if (county_name != nullptr) {
    EXPECT_EQ(county["name"], county_name);
  }
  if (expected.contains("verdict")) {
    EXPECT_EQ(county["verdict"], expected["verdict"]);
  }
  if (expected.contains("parts")) {
    std::set<std::string> parts;
    for (const Json& part : county["parts"]) {
      parts.insert(part["id"].text());
      EXPECT_EQ(part["verdict"], expected["parts"][part["id"].text()]) << part["id"];
    }
    EXPECT_EQ(parts.size(), expected["parts"].size());
  }

  for (const Json& stage : expected["stages"]) {
    const Json found = entry_with(county["stages"], "stage", stage["stage"]);
    ASSERT_TRUE(found.exists()) << stage["stage"];
    expect_contains(stage, found, stage["stage"].text());
  }
  for (const Json& unit : expected["units"]) {
    const Json found = unit_of(county["units"], unit);
    ASSERT_TRUE(found.exists()) << unit["school"];
    expect_contains(unit, found, unit["school"].text());
  }
  std::size_t excluded = 0;
  for (const Json& unit : county["units"])
    excluded += unit["status"] == "excluded" ? 1U : 0U;
  EXPECT_EQ(excluded, expected["excluded"].size());
  std::size_t evaluated = 0;
  for (const Json& unit : county["units"]) {
    if (unit["status"] != "evaluated") continue;
    ++evaluated;
    EXPECT_TRUE(unit_of(expected["units"], unit).exists()) << unit["school"] << " is not expected";
  }
  std::size_t counted = 0;
  for (const Json& stage : expected["stages"])
    counted += stage["units"].count();
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
