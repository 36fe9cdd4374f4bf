// SPDX-License-Identifier: MIT
#include "check_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace junheng {
namespace {

constexpr std::array<std::pair<const char*, Compare>, 4> kCompares = {{{"atLeast", Compare::at_least},
                                                                       {"above", Compare::above},
                                                                       {"atMost", Compare::at_most},
                                                                       {"below", Compare::below}}};
constexpr std::array<std::pair<std::string_view, Scope>, 4> kScopes = {
    {{"county", Scope::county}, {"stage", Scope::stage}, {"school", Scope::school}, {"unit", Scope::unit}}};
constexpr std::array<std::pair<std::string_view, Series>, 3> kSeries = {
    {{"rises", Series::rises}, {"notFalls", Series::not_falls}, {"above", Series::above}}};
constexpr std::uint32_t kMostYears = 20;

}  // namespace

void CheckReader::option(Json entry, const std::string& path) {
  only(entry, path, "id title default choices source confidence");
  Option option;
  option.id = string_at(entry, path, "id");
  option.title = text_at(entry, path, "title");
  const std::string preset = string_at(entry, path, "default");
  bool found = false;
  each(entry, path, "choices", [&](Json value, const std::string& at) {
    only(value, at, "id title warning source confidence");
    Option::Choice choice{string_at(value, at, "id"), text_at(value, at, "title"), {}};
    if (value.has("warning")) choice.warning = text_at(value, at, "warning");
    if (choice.id == preset) {
      option.preset = static_cast<std::uint8_t>(option.choices.size());
      found = true;
    }
    option.choices.push_back(std::move(choice));
  });
  if (!found) fault(path + "/default", "the id of one of the choices");
  standard_.options.push_back(std::move(option));
}

OnlyWhen CheckReader::only_when(Json object, const std::string& path) {
  OnlyWhen result;
  if (!object.has("option")) return result;
  const std::string text = string_at(object, path, "option");
  const std::size_t equals = text.find('=');
  for (std::size_t o = 0; o < standard_.options.size(); ++o) {
    const Option& option = standard_.options[o];
    if (equals == std::string::npos || text.compare(0, equals, option.id) != 0) continue;
    for (std::size_t c = 0; c < option.choices.size(); ++c) {
      if (text.compare(equals + 1, std::string::npos, option.choices[c].id) != 0) continue;
      result.option = static_cast<std::uint8_t>(o);
      result.choice = static_cast<std::uint8_t>(c);
    }
  }
  if (!result.option) fault(path + "/option", "\"option=choice\" of /options");
  return result;
}

Quantity CheckReader::quantity(Json object, const std::string& path) {
  Quantity result;
  result.of = terms(object.find("of"), path + "/of");
  if (object.has("over")) result.over = terms(object.find("over"), path + "/over");
  if (object.has("per")) result.per = factor(object, path, "per");
  return result;
}

Compare CheckReader::comparison(Json object, const std::string& path, Json& right, std::string& right_path) {
  std::optional<Compare> found;
  for (const auto& [key, compare] : kCompares) {
    if (!object.has(key)) continue;
    if (found) fault(path + "/" + key, "one comparison only");
    found = compare;
    right = object.find(key);
    right_path = path + "/" + key;
  }
  if (!found) fault(path, "one of atLeast, above, atMost, below");
  return found.value_or(Compare::at_least);
}

Condition CheckReader::condition(Json entry, const std::string& path) {
  only(entry, path, "of over per atLeast above atMost below");
  Condition result;
  result.quantity = quantity(entry, path);
  Json right;
  std::string at;
  result.compare = comparison(entry, path, right, at);
  result.value = decimal(right, at).value_or(Decimal{});
  return result;
}

std::vector<Condition> CheckReader::conditions(Json object, const std::string& path) {
  std::vector<Condition> result;
  each(
      object, path, "when", [&](Json entry, const std::string& at) { result.push_back(condition(entry, at)); }, false);
  return result;
}

Exemption CheckReader::exemption(Json object, const std::string& path) {
  if (!object.has("exemption")) return {};
  const Json entry = object.find("exemption");
  only(entry, path + "/exemption", "id zh en");
  return {string_at(entry, path + "/exemption", "id"), text_at(object, path, "exemption")};
}

Extra CheckReader::extra(Json entry, const std::string& path) {
  only(entry, path, "of when exemption source confidence");
  Extra result;
  result.terms = terms(entry.find("of"), path + "/of");
  for (Term& term : result.terms)
    term.optional = true;
  result.when = conditions(entry, path);
  result.exemption = exemption(entry, path);
  result.source = source_of(entry, path);
  return result;
}

LimitRow CheckReader::limit_row(Json entry, const std::string& path) {
  only(entry, path, "value source confidence types stage when exemption");
  LimitRow row;
  row.limit = {limit_value(entry, path), source_of(entry, path)};
  each(
      entry, path, "types",
      [&](Json value, const std::string& at) {
        if (const auto type = type_value(value, at)) row.types.push_back(*type);
      },
      false);
  if (entry.has("stage")) row.stage = stage_value(entry.find("stage"), path + "/stage");
  row.when = conditions(entry, path);
  row.exemption = exemption(entry, path);
  return row;
}

void CheckReader::series(Way& way, Json entry, const std::string& path) {
  const auto* const kind = std::find_if(kSeries.begin(), kSeries.end(),
                                        [&](const auto& one) { return one.first == entry.find("series").text(); });
  if (kind == kSeries.end()) {
    fault(path + "/series", "\"rises\", \"notFalls\" or \"above\"");
    return;
  }
  way.series = kind->second;
  if (entry.has("faster")) {
    way.series = Series::faster;
    way.beside = terms(entry.find("faster"), path + "/faster");
  } else if (way.series == Series::above) {
    way.beside = terms(entry.find("than"), path + "/than");
  }
  if (entry.has("years")) {
    const std::uint32_t years = entry.find("years").whole_number().value_or(0);
    if (years < 1 || years > kMostYears) fault(path + "/years", "a whole number from 1 to 20");
    way.years = static_cast<int>(years);
  }
  if (way.scope != Scope::county && way.scope != Scope::stage) fault(path + "/scope", "\"county\" or \"stage\"");
}

Way CheckReader::way(Json entry, const std::string& path, bool informs) {
  only(entry, path, "scope option of over per extras whenNone atLeast above atMost below series faster than years");
  Way way;
  const auto* const scope = std::find_if(kScopes.begin(), kScopes.end(),
                                         [&](const auto& one) { return one.first == entry.find("scope").text(); });
  if (scope == kScopes.end()) {
    fault(path + "/scope", "\"county\", \"stage\", \"school\" or \"unit\"");
  } else {
    way.scope = scope->second;
  }
  way.only_when = only_when(entry, path);
  way.quantity = quantity(entry, path);
  each(
      entry, path, "extras", [&](Json one, const std::string& at) { way.extras.push_back(extra(one, at)); }, false);
  if (entry.has("whenNone") && entry.find("whenNone").text() != "pass") fault(path + "/whenNone", "\"pass\"");
  way.pass_when_none = entry.has("whenNone");
  if (entry.has("series")) {
    series(way, entry, path);
    return way;
  }
  const bool compares =
      std::any_of(kCompares.begin(), kCompares.end(), [&](const auto& one) { return entry.has(one.first); });
  if (informs && !compares) return way;
  Json right;
  std::string at;
  way.compare = comparison(entry, path, right, at);
  if (right.is_list()) {
    std::size_t i = 0;
    for (const Json row : right)
      way.limits.push_back(limit_row(row, at + "/" + std::to_string(i++)));
  } else {
    way.limits.push_back(limit_row(right, at));
  }
  if (way.limits.empty()) fault(at, "at least one limit");
  return way;
}

Check CheckReader::check(Json entry, const std::string& path) {
  only(entry, path, "id title stated optional with informs ways");
  Check check;
  check.id = string_at(entry, path, "id");
  if (entry.has("title")) check.title = text_at(entry, path, "title");
  check.optional = boolean_at(entry, path, "optional");
  if (entry.has("with")) check.with = string_at(entry, path, "with");
  check.informs = boolean_at(entry, path, "informs");
  check.attested = entry.has("stated");
  check.wanted = boolean_at(entry, path, "stated");
  if (check.attested == entry.has("ways")) fault(path, "either stated or ways");
  if (check.attested) return check;
  each(entry, path, "ways",
       [&](Json one, const std::string& at) { check.ways.push_back(way(one, at, check.informs)); });
  if (check.ways.empty()) fault(path + "/ways", "at least one way");
  return check;
}

Item CheckReader::item(Json entry, const std::string& path) {
  only(entry, path, "id title rule source confidence points checks");
  Item item;
  item.id = string_at(entry, path, "id");
  item.title = text_at(entry, path, "title");
  item.rule = text_at(entry, path, "rule");
  item.source = source_of(entry, path);
  if (entry.has("points")) item.points = decimal(entry.find("points"), path + "/points");
  each(entry, path, "checks", [&](Json one, const std::string& at) { item.checks.push_back(check(one, at)); });
  if (item.checks.empty()) fault(path + "/checks", "at least one check");
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    const Check& check = item.checks[i];
    const bool known = std::any_of(item.checks.begin(), item.checks.end(),
                                   [&](const Check& other) { return &other != &check && other.id == check.with; });
    const auto first =
        std::find_if(item.checks.begin(), item.checks.end(), [&](const Check& other) { return other.id == check.id; });
    if (&*first != &check) fault(path + "/checks/" + std::to_string(i) + "/id", "an id used once");
    if (!check.with.empty() && !known) {
      fault(path + "/checks/" + std::to_string(i) + "/with", "the id of another check of this item");
    }
  }
  return item;
}

}  // namespace junheng
