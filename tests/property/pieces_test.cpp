// SPDX-License-Identifier: MIT
//
// What a session gives piece by piece is, put together, what evaluation_json() gives whole: for random tables of
// several counties with gaps, faults, left-out schools and facts, under both standards.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation_json.h"
#include "junheng/session.h"
#include "support/counties.h"
#include "support/json.h"
#include "support/outcome.h"

using junheng::Session;
using test::Json;

namespace {

constexpr int kTables = 40;
constexpr junheng::Languages kBoth{};
constexpr junheng::Languages kChinese{.zh = true, .en = false};
constexpr junheng::Languages kEnglish{.zh = false, .en = true};

std::string quoted(std::string_view text) {
  return Json::string(text).dump();
}

std::string request_for(const char* standard, std::string_view county) {
  return std::string(R"({"standard":")") + standard +
         R"(","detail":"full","explain":true,"encoding":"utf-8","county":)" + quoted(county) +
         R"(,"remarks":[{"code":"outlier","row":2,"indicator":"","text":"属实"}]})";
}

std::string random_table(test::Random& random) {
  std::vector<oracle::School> schools;
  const auto counties = random.between(1, 4);
  for (std::int64_t c = 0; c < counties; ++c) {
    test::CountyOptions options;
    options.schools = static_cast<int>(random.between(1, 9));
    options.missing_one_in = random.one_in(2) ? 0 : 20;
    const auto county = test::random_county(random, "第" + std::to_string(c + 1) + "县", options);
    schools.insert(schools.end(), county.begin(), county.end());
  }
  if (random.one_in(3)) random.shuffle(schools);
  test::Sheet sheet = test::sheet_of(schools);
  if (random.one_in(2)) {
    auto& row = sheet.rows[random.index(sheet.rows.size())];
    row[random.index(row.size())] = random.one_in(2) ? "l20" : "教学点";
  }
  return sheet.tsv();
}

std::string random_facts(test::Random& random) {
  if (random.one_in(2)) return {};
  return "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\nG1\t是\nG2\t否\n生均公用经费\tx\n";
}

/// The place of a verdict in the columns; null is none.
std::uint8_t code(const Json& verdict) {
  const auto found = junheng::of_id<junheng::Verdict>(verdict.is_null() ? "none" : verdict.text());
  return static_cast<std::uint8_t>(found.value_or(junheng::Verdict::near));
}

/// Null is NaN, and every other number the same to the last bit.
void expect_same(double column, const Json& number, const std::string& where) {
  if (number.is_null()) {
    EXPECT_TRUE(std::isnan(column)) << where;
  } else {
    EXPECT_EQ(column, number.number()) << where;
  }
}

void expect_count(std::uint32_t column, const Json& number, const std::string& where) {
  EXPECT_EQ(column, number.is_null() ? 0U : number.count()) << where;
}

void compare_summary(const Session& session, const Json& counties) {
  const junheng::SummaryColumns columns = session.summary();
  const junheng::TextColumn names = session.county_names();
  const junheng::TextColumn provinces = session.province_names();
  ASSERT_EQ(columns.verdict.size(), counties.size());
  std::size_t part = 0;
  std::size_t stage = 0;
  std::size_t cell = 0;
  for (std::size_t c = 0; c < counties.size(); ++c) {
    const Json& county = counties[c];
    EXPECT_EQ(names[c], county["name"].text());
    EXPECT_EQ(provinces[c], county["province"].text());
    EXPECT_EQ(columns.verdict[c], code(county["verdict"]));
    for (const Json& one : county["parts"])
      EXPECT_EQ(columns.part_verdict.at(part++), code(one["verdict"]));
    const std::size_t stages = county["stages"].size();
    for (std::size_t s = 0; s < stages; ++s, ++stage) {
      const Json& one = county["stages"][s];
      const std::string where = county["name"].text() + " " + one["stage"].text();
      EXPECT_EQ(columns.stage_verdict.at(stage), code(one["verdict"])) << where;
      expect_count(columns.units.at(stage), one["units"], where);
      expect_same(columns.pupils.at(stage), one["pupils"], where);
      expect_count(columns.units_passing.at(stage), one["unitsPassing"], where);
      expect_count(columns.units_failing.at(stage), one["unitsFailing"], where);
      expect_count(columns.units_unknown.at(stage), one["unitsUnknown"], where);
      expect_same(columns.composite_cv.at(stage), one["compositeCv"], where);
      expect_same(columns.composite_limit.at(s), one["compositeLimit"], where);
      const std::size_t indicators = one["indicators"].size();
      for (std::size_t i = 0; i < indicators; ++i, ++cell) {
        const Json& indicator = one["indicators"][i];
        const std::string at = where + " " + indicator["id"].text();
        expect_same(columns.mean.at(cell), indicator["mean"], at);
        expect_same(columns.deviation.at(cell), indicator["standardDeviation"], at);
        expect_same(columns.cv.at(cell), indicator["cv"], at);
        EXPECT_EQ(columns.cv_verdict.at(cell), code(indicator["verdict"])) << at;
        expect_count(columns.meeting.at(cell), indicator["unitsMeeting"], at);
        expect_count(columns.near.at(cell), indicator["unitsNear"], at);
        expect_count(columns.failing.at(cell), indicator["unitsFailing"], at);
        expect_count(columns.unknown.at(cell), indicator["unitsUnknown"], at);
        EXPECT_EQ(columns.given.at(cell), indicator["given"].dump() == "true" ? 1 : 0) << at;
        expect_same(columns.cv_limit.at(s * indicators + i), indicator["cvLimit"], at);
        expect_same(columns.threshold.at(s * indicators + i), indicator["threshold"], at);
      }
    }
  }
  EXPECT_EQ(part, columns.part_verdict.size());
  EXPECT_EQ(stage, columns.units.size());
  EXPECT_EQ(cell, columns.cv.size());
}

/// What a session says of units, all indicators of it.
struct AllOfUnits {
  AllOfUnits(const Session& session, std::optional<std::uint32_t> county, bool shares)
      : columns(session.units(county)), names(session.unit_names(county)) {
    for (std::size_t i = 0; session.evaluation() != nullptr && i < session.evaluation()->indicators.size(); ++i)
      values.push_back(session.unit_values(county, i, shares));
  }

  junheng::UnitColumns columns;
  junheng::TextColumn names;
  std::vector<junheng::UnitValues> values;  ///< by indicator
};

/// `at`: where the units of `list` begin in the columns.
void compare_units(const AllOfUnits& units, const Json& list, std::size_t at) {
  const junheng::UnitColumns& columns = units.columns;
  ASSERT_LE(at + list.size(), columns.size());
  for (std::size_t u = 0; u < list.size(); ++u, ++at) {
    const Json& unit = list[u];
    const std::string where = unit["school"].text() + " " + unit["stage"].text();
    EXPECT_EQ(units.names[at], unit["school"].text());
    EXPECT_EQ(columns.row[at], unit["row"].count()) << where;
    EXPECT_EQ(columns.sheet[at], 0) << where;
    const auto stage = junheng::of_id<junheng::Stage>(unit["stage"].text());
    EXPECT_EQ(columns.stage[at], stage ? static_cast<std::uint8_t>(*stage) : junheng::kNoStage) << where;
    EXPECT_EQ(junheng::id_of(static_cast<junheng::UnitStatus>(columns.status[at])), unit["status"].text()) << where;
    EXPECT_EQ(columns.divided[at], unit["divided"].dump() == "true" ? 1 : 0) << where;
    expect_same(columns.pupils[at], unit["pupils"], where);
    EXPECT_EQ(columns.meeting[at], unit["meeting"].is_null() ? junheng::kNoCount : unit["meeting"].count()) << where;
    EXPECT_EQ(columns.verdict[at], code(unit["verdict"])) << where;
    for (std::size_t i = 0; i < unit["values"].size(); ++i) {
      const Json& value = unit["values"][i];
      const junheng::UnitValues& column = units.values.at(i);
      expect_same(column.value.at(at), value["value"], where);
      EXPECT_EQ(column.verdict.at(at), code(value["verdict"])) << where;
      EXPECT_EQ(junheng::id_of(static_cast<junheng::Origin>(column.origin.at(at))), value["origin"].text());
      if (!column.cv_share.empty()) expect_same(column.cv_share.at(at), value["cvShare"], where);
    }
    for (const junheng::UnitValues& column : units.values) {
      ASSERT_EQ(column.value.size(), columns.size());
      if (unit["values"].empty()) EXPECT_TRUE(std::isnan(column.value.at(at))) << where;
    }
  }
}

void compare_all_units(const Session& session, const Json& counties) {
  const AllOfUnits whole(session, std::nullopt, true);
  const junheng::UnitColumns& all = whole.columns;
  ASSERT_EQ(all.begin.size(), counties.size() + 1);
  ASSERT_EQ(whole.names.size(), all.size());
  for (std::size_t c = 0; c < counties.size(); ++c) {
    EXPECT_EQ(all.begin[c] + counties[c]["units"].size(), all.begin[c + 1]);
    compare_units(whole, counties[c]["units"], all.begin[c]);
    const AllOfUnits own(session, static_cast<std::uint32_t>(c), false);
    for (const junheng::UnitValues& column : own.values)
      EXPECT_TRUE(column.cv_share.empty());
    EXPECT_EQ(own.columns.size(), counties[c]["units"].size());
    compare_units(own, counties[c]["units"], 0);
  }
}

/// Without the members of one language.
Json without_language(Json value, const std::string& language) {
  for (const std::string& pointer : value.pointers()) {
    const std::size_t end = pointer.rfind("/" + language);
    if (end != std::string::npos && end + language.size() + 1 == pointer.size()) value = value.without(pointer);
  }
  return value;
}

void compare_counties(const Session& session, const Json& counties) {
  for (std::size_t c = 0; c < counties.size(); ++c) {
    const auto county = static_cast<std::uint32_t>(c);
    EXPECT_EQ(Json::parse(session.county(county, true, true, kBoth)), counties[c]);
    EXPECT_EQ(Json::parse(session.county(county, false, true, kBoth)), counties[c].without("/units"));
  }
  EXPECT_EQ(session.county(static_cast<std::uint32_t>(counties.size()), true, true, kBoth), "null");
}

void compare_issues(const Session& session, const Json& whole, std::size_t step) {
  std::size_t at = 0;
  while (at < whole.size()) {
    const Json some = Json::parse(session.issues(at, step, kBoth));
    ASSERT_TRUE(some.size() == step || at + some.size() == whole.size());
    for (const Json& issue : some)
      EXPECT_EQ(issue, whole[at++]);
  }
  EXPECT_EQ(session.issues(whole.size(), step, kBoth), "[]");
  EXPECT_EQ(session.issues(static_cast<std::size_t>(-1), static_cast<std::size_t>(-1), kBoth), "[]");
}

void compare_explanations(const Session& session, const Json& counties, test::Random& random) {
  const std::size_t c = random.index(counties.size());
  const std::string county = R"({"county":)" + std::to_string(c);
  const Json& whole = counties[c];
  const auto asked = [&](const std::string& place) {
    return Json::parse(session.explanation(county + place + "}", kBoth));
  };
  for (std::size_t u = 0; u < whole["units"].size(); ++u) {
    const Json& unit = whole["units"][u];
    const std::string place = R"(,"unit":)" + std::to_string(u);
    EXPECT_EQ(asked(place), unit);
    if (unit["values"].empty()) continue;
    const Json& value = unit["values"][random.index(unit["values"].size())];
    EXPECT_EQ(asked(place + R"(,"indicator":")" + value["id"].text() + '"'), value);
  }
  EXPECT_TRUE(asked(R"(,"unit":)" + std::to_string(whole["units"].size())).is_null());
  for (const Json& stage : whole["stages"]) {
    for (const Json& indicator : stage["indicators"]) {
      const std::string place = R"(,"stage":")" + stage["stage"].text() + R"(","indicator":")" + indicator["id"].text();
      EXPECT_EQ(asked(place + '"'), indicator);
    }
  }
  for (const Json& part : whole["parts"]) {
    EXPECT_EQ(asked(R"(,"part":")" + part["id"].text() + '"'), part);
    for (const Json& item : part["items"])
      EXPECT_EQ(asked(R"(,"item":")" + item["id"].text() + '"'), item);
  }
  for (const Json& item : whole["supplements"])
    EXPECT_EQ(asked(R"(,"item":")" + item["id"].text() + '"'), item);
  for (const char* const nothing : {"", R"(,"item":"X")", R"(,"part":"x")", R"(,"stage":"primary")", R"(,"unit":-1)",
                                    R"(,"unit":0,"indicator":"x")", R"(,"stage":"x","indicator":"y")"})
    EXPECT_TRUE(asked(nothing).is_null()) << nothing;
}

TEST(Pieces, TogetherAreTheWhole) {
  test::Random random(16);
  for (int i = 0; i < kTables; ++i) {
    const std::string table = random_table(random);
    const char* const standard = random.one_in(2) ? "basic-2012" : "quality-2017";
    const std::string request = request_for(standard, random_facts(random));
    const Json whole = Json::parse(junheng::answer(table, request, test::library()));
    const Session session(table, request, test::library());
    SCOPED_TRACE("table " + std::to_string(i) + " by " + standard + ":\n" + table);
    EXPECT_EQ(Json::parse(session.head(kBoth)), whole.without("/counties").without("/issues"));
    compare_summary(session, whole["counties"]);
    compare_all_units(session, whole["counties"]);
    compare_counties(session, whole["counties"]);
    compare_issues(session, whole["issues"], 1 + random.index(4));
    compare_explanations(session, whole["counties"], random);
    if (HasFailure()) break;
  }
}

TEST(Pieces, OneLanguageIsBothWithoutTheOther) {
  test::Random random(17);
  for (int i = 0; i < 6; ++i) {
    const std::string request = request_for(i % 2 == 0 ? "basic-2012" : "quality-2017", random_facts(random));
    const Session session(random_table(random), request, test::library());
    const Json county = Json::parse(session.county(0, true, true, kBoth));
    EXPECT_EQ(Json::parse(session.county(0, true, true, kChinese)), without_language(county, "en"));
    EXPECT_EQ(Json::parse(session.county(0, true, true, kEnglish)), without_language(county, "zh"));
    const Json head = Json::parse(session.head(kBoth));
    EXPECT_EQ(Json::parse(session.head(kEnglish)), without_language(head, "zh"));
    const Json issues = Json::parse(session.issues(0, 50, kBoth));
    EXPECT_EQ(Json::parse(session.issues(0, 50, kChinese)), without_language(issues, "en"));
    if (HasFailure()) break;
  }
}

}  // namespace
