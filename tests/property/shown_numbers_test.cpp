// SPDX-License-Identifier: MIT
// What people are shown, in random counties with columns and facts of every kind: every formula comes to the number
// beside it, or asks for one and the number is not known; no number stands on the other side of its limit than its
// verdict says. Taken from the answer, as the pages take it.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "support/calculator.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"
#include "support/variants.h"

using junheng::Field;
using junheng::FieldKind;
using junheng::Level;
using test::Calculator;
using test::Json;
using test::Outcome;

namespace {

constexpr int kCounties = 25;

/// A number that lies on a limit, a hair beside it, or anywhere.
std::string number_near(test::Random& random, const std::vector<std::string>& limits, FieldKind kind) {
  if (kind == FieldKind::flag) return random.one_in(2) ? "是" : "否";
  if (kind == FieldKind::count) return test::digits(random.between(0, random.one_in(3) ? 12 : 900));
  const std::string percent = kind == FieldKind::percent ? "%" : "";
  if (limits.empty() || random.one_in(3)) return test::digits(random.between(0, 99999), 3) + percent;
  const double limit =
      std::strtod(limits[random.index(limits.size())].c_str(), nullptr) * (kind == FieldKind::percent ? 100 : 1);
  const int places = static_cast<int>(random.between(0, 9));
  const std::int64_t unit = std::llround(std::pow(10.0, places));
  const std::int64_t off = random.between(-3, 3);
  return test::digits(std::max<std::int64_t>(0, std::llround(limit * static_cast<double>(unit)) + off), places) +
         percent;
}

/// The limits of every rule that reads a field as it stands.
std::map<std::uint16_t, std::vector<std::string>> limits_of(const junheng::Standard& standard) {
  std::map<std::uint16_t, std::vector<std::string>> limits;
  for (const auto& part : standard.parts) {
    for (const auto& item : part.items) {
      for (const auto& check : item.checks) {
        for (const auto& way : check.ways) {
          for (const auto& row : way.limits)
            limits[way.quantity.of.front().field].push_back(junheng::to_text(row.limit.value));
        }
      }
    }
  }
  for (const auto& indicator : standard.indicators) {
    for (const auto& threshold : indicator.threshold) {
      if (!threshold) continue;
      for (const auto& resource : indicator.resource) {
        if (resource.given) limits[resource.terms.front().field].push_back(junheng::to_text(threshold->value));
      }
    }
  }
  return limits;
}

/// Columns of the whole school and of stages, some of each; cells of every kind, and some that nobody filled in.
std::string random_table(test::Random& random, const junheng::Standard& standard) {
  const auto limits = limits_of(standard);
  const auto& fields = test::library().vocabulary.fields;
  test::Sheet sheet;
  sheet.header = {"学校名称", "学校类型"};
  std::vector<std::uint16_t> read;
  const bool per_pupil = random.one_in(3);
  for (std::uint16_t f = 0; f < fields.size(); ++f) {
    const Field& field = fields[f];
    const bool pupils = field.id == "pupils";
    if (field.level != Level::school || field.kind == FieldKind::text) continue;
    if (!pupils && random.one_in(3)) continue;
    if (field.id.starts_with("per_") && !per_pupil) continue;
    if (!pupils && per_pupil && random.one_in(2)) continue;
    if (pupils || !field.staged || random.one_in(2)) {
      sheet.header.push_back(field.id);
      read.push_back(f);
    }
    if (!field.staged || (!pupils && random.one_in(2))) continue;
    for (const char* const stage : {"(小学)", "(初中)", "(高中)"}) {
      sheet.header.push_back(field.label.zh + stage);
      read.push_back(f);
    }
  }
  static const std::vector<std::string> types = {"小学",     "初中",  "九年一贯制学校", "十二年一贯制学校",
                                                 "完全中学", "教学点"};
  for (int row = 0; row < 8; ++row) {
    const std::int64_t pupils = random.between(20, 2600);
    std::vector<std::string> cells = {"第" + std::to_string(row) + "校", types[random.index(types.size())]};
    for (const std::uint16_t f : read) {
      const Field& field = fields[f];
      if (random.one_in(14)) {
        cells.emplace_back(random.one_in(2) ? "" : "—");
      } else if (field.id == "pupils") {
        cells.push_back(std::to_string(pupils));
      } else if (field.kind == FieldKind::amount && !field.id.starts_with("per_")) {
        cells.push_back(test::digits(random.between(0, pupils * 30) * 100 + random.between(-1, 1), 2));
      } else {
        const auto known = limits.find(f);
        cells.push_back(
            number_near(random, known == limits.end() ? std::vector<std::string>() : known->second, field.kind));
      }
    }
    sheet.rows.push_back(std::move(cells));
  }
  return sheet.tsv();
}

std::string random_facts(test::Random& random, const junheng::Standard& standard) {
  const auto limits = limits_of(standard);
  const auto& fields = test::library().vocabulary.fields;
  std::string facts;
  const auto put = [&](const std::string& name, const std::string& value) {
    facts.append(facts.empty() ? "{" : ",").append("\"").append(name).append("\":").append(value);
  };
  for (std::uint16_t f = 0; f < fields.size(); ++f) {
    const Field& field = fields[f];
    if (field.level != Level::county || field.kind == FieldKind::text || random.one_in(4)) continue;
    const auto known = limits.find(f);
    const auto value = [&] {
      return "\"" +
             number_near(random, known == limits.end() ? std::vector<std::string>() : known->second, field.kind) + "\"";
    };
    if (field.series) {
      put(field.id, R"({"2021":)" + value() + R"(,"2022":)" + value() + R"(,"2023":)" + value() + "}");
    } else if (field.staged) {
      put(field.id, R"({"primary":)" + value() + R"(,"middle":)" + value() + "}");
    } else {
      put(field.id, value());
    }
  }
  return facts + "}";
}

/// The number of a text as "49.07 %", "≥ 3", "0.4999…": what a reader compares with the limit. Percent as fractions.
double read_back(std::string text) {
  if (text.starts_with("≥ ")) text.erase(0, std::string_view("≥ ").size());
  const double number = std::strtod(text.c_str(), nullptr);
  return text.find('%') == std::string::npos ? number : number / 100;
}

/// Cut numbers are further from zero than they look.
bool is_cut(std::string_view text) {
  return text.find("…") != std::string_view::npos;
}

void expect_side(const std::string& text, double limit, std::string_view how, bool met, const std::string& where) {
  constexpr double kParsed = 1e-14;  // text and limit become doubles, percent are divided
  const double number = read_back(text);
  const bool equal = std::abs(number - limit) <= kParsed * std::abs(limit);
  const bool less = number < limit && !equal;
  const bool more = (number > limit && !equal) || (equal && is_cut(text));
  const bool level = equal && !is_cut(text);
  const bool passes = how == "atLeast" ? more || level : how == "above" ? more : how == "atMost" ? less || level : less;
  EXPECT_EQ(passes, met) << where << ": " << text << " " << how << " " << limit;
  EXPECT_LT(text.size(), 40U) << where;
}

struct Walk {
  int formulas = 0;
  int asking = 0;
  int sides = 0;

  void formula(const std::string& formula, const Json& value, const std::string& where,
               const std::map<std::string, double>& names = {}) {
    ++formulas;
    const bool asks = formula.find('?') != std::string::npos;
    if (asks) {
      ++asking;
      EXPECT_TRUE(value.is_null()) << where << ": " << formula << " beside " << value;
      return;
    }
    const double result = Calculator(formula, names).run();
    if (value.is_null()) {
      EXPECT_FALSE(std::isfinite(result)) << where << ": " << formula << " comes to a number, and none is shown";
      return;
    }
    ASSERT_NEAR(result, value.number(), 1e-9 * std::fmax(1.0, std::abs(result))) << where << ": " << formula;
  }

  void item(const Json& item) {
    for (const Json check : item["checks"]) {
      const std::string where = item["id"].text() + "." + check["id"].text();
      for (const Json judged : check["judged"]) {
        formula(judged["formula"].text(), judged["value"], where);
        for (const Json step : judged["steps"])
          formula(step["formula"].text(), step["value"], where + " " + step["name"].text());
        if (!judged["limit"].is_number() || judged["text"].is_null() || judged["verdict"] == "unknown") continue;
        ++sides;
        expect_side(judged["text"].text(), judged["limit"].number(), check["compare"].text(),
                    judged["verdict"] == "pass", where);
      }
    }
  }

  void stage(const Json& stage) {
    for (const Json one : stage["indicators"]) {
      const std::string where = stage["stage"].text() + " " + one["id"].text();
      std::map<std::string, double> names;
      for (const Json step : one["explanation"]["steps"]) {
        formula(step["formula"].text(), step["value"], where, names);
        names[step["name"].text()] = step["value"].number();
      }
      if (!one["cvLimit"].is_number() || !one["cv"].is_number()) continue;
      ++sides;
      expect_side(one["cvText"].text(), one["cvLimit"].number(), "atMost", one["verdict"] == "pass", where);
    }
  }

  void unit(const Json& unit, double floor) {
    for (const Json one : unit["values"]) {
      const std::string where = unit["school"].text() + " " + unit["stage"].text() + " " + one["id"].text();
      if (one["explanation"].is_object()) formula(one["explanation"]["formula"].text(), one["value"], where);
      if (!one["value"].is_number() || !one["threshold"].is_number() || one["verdict"].is_null()) continue;
      ++sides;
      const double threshold = one["threshold"].number();
      expect_side(one["text"].text(), threshold, "atLeast", one["verdict"] == "pass", where);
      expect_side(one["text"].text(), threshold * floor, "atLeast", !(one["verdict"] == "fail"), where + ", the floor");
    }
  }
};

void walk_random_counties(const junheng::Standard& standard, std::uint64_t seed, Walk& walk) {
  test::Random random(seed);
  const double floor = standard.unit_rule ? junheng::to_double(standard.unit_rule->floor) : 0;
  for (int i = 0; i < kCounties; ++i) {
    const std::string table = random_table(random, standard);
    const std::string facts = random_facts(random, standard);
    junheng::Request request;
    request.county = facts;
    const Outcome outcome(table, request, standard);
    junheng::Asked asked;
    asked.explain_values = true;
    const Json answer =
        Json::parse(junheng::evaluation_json(outcome.result, test::library(), junheng::Detail::full, &asked));
    for (const Json county : answer["counties"]) {
      for (const Json part : county["parts"]) {
        for (const Json item : part["items"])
          walk.item(item);
      }
      for (const Json item : county["supplements"])
        walk.item(item);
      for (const Json stage : county["stages"])
        walk.stage(stage);
      for (const Json unit : county["units"])
        walk.unit(unit, floor);
    }
    if (testing::Test::HasFailure()) {
      ADD_FAILURE() << standard.id << ", county " << i << "\n" << table << "\n" << facts;
      return;
    }
  }
}

TEST(ShownNumbers, FormulasComeToThemAndTheyStandOnTheirSideOfTheLimit) {
  Walk walk;
  for (const char* const id : test::kAllStandards)
    walk_random_counties(test::with_variants(id), 71, walk);
  EXPECT_GT(walk.formulas, 10000);
  EXPECT_GT(walk.asking, 500);
  EXPECT_GT(walk.sides, 4000);
}

}  // namespace
