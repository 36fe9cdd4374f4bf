// SPDX-License-Identifier: MIT
#include "standard/check_reader.h"

#include <algorithm>

#include "standard/common_limit.h"
#include "standard/limit_name.h"

namespace junheng {
namespace {

constexpr std::uint32_t kMostYears = 10;
/// What was found of each stands in the bits of one word.
constexpr std::size_t kMostRows = 32;

}  // namespace

void CheckReader::option(const RulePlace& entry) {
  only(entry, "id title default choices source confidence");
  Option& option = standard_.options.emplace_back();
  read(option.id, entry, "id");
  read(option.title, entry, "title");
  read(option.source, entry);
  const std::string_view preset = view(entry, "default");
  bool found = false;
  RuleEntries one = each(entry, "choices");
  while (one.next()) {
    only(*one, "id title warning source confidence");
    Option::Choice& choice = option.choices.emplace_back();
    read(choice.id, *one, "id");
    read(choice.title, *one, "title");
    if (one->json().has("warning")) read(choice.warning, *one, "warning");
    if (choice.id != preset) continue;
    option.preset = static_cast<std::uint8_t>(option.choices.size() - 1);
    found = true;
  }
  if (!found) fault(entry, "default", "the id of one of the choices");
}

void CheckReader::read_when(OnlyWhen& when, const RulePlace& object, const char* key) {
  if (!object->has(key)) return;
  const std::string_view text = view(object, key);
  const std::size_t equals = text.find('=');
  for (std::size_t o = 0; o < standard_.options.size(); ++o) {
    const Option& option = standard_.options[o];
    if (equals == std::string_view::npos || text.substr(0, equals) != option.id) continue;
    for (std::size_t c = 0; c < option.choices.size(); ++c) {
      if (text.substr(equals + 1) != option.choices[c].id) continue;
      when.option = static_cast<std::uint8_t>(o);
      when.choice = static_cast<std::uint8_t>(c);
    }
  }
  if (!when.option) fault(object, key, "\"option=choice\" of /options");
}

void CheckReader::quantity(Quantity& quantity, const RulePlace& object) {
  read(quantity.of, object, "of");
  if (object->has("over")) read(quantity.over, object, "over");
  if (object->has("per")) quantity.per = factor(object, "per");
}

RulePlace CheckReader::comparison(Compare& how, const RulePlace& object) {
  const char* found = nullptr;
  for (const std::string_view key : kIds<Compare>) {
    if (!object->has(key)) continue;
    if (found != nullptr) fault(object, key.data(), "one comparison only");
    found = key.data();
    how = *of_id<Compare>(key);
  }
  if (found != nullptr) return {object, found};
  fault(object, "one of atLeast, above, atMost, below");
  return RulePlace(Json());
}

void CheckReader::conditions(std::vector<Condition>& conditions, const RulePlace& object) {
  RuleEntries entry = each(object, "when", false);
  while (entry.next()) {
    only(*entry, "of over per atLeast above atMost below");
    Condition& condition = conditions.emplace_back();
    quantity(condition.quantity, *entry);
    const RulePlace right = comparison(condition.compare, *entry);
    condition.value = decimal(right).value_or(Decimal{});
  }
}

void CheckReader::exemption(Exemption& exemption, const RulePlace& object) {
  const RulePlace entry(object, "exemption");
  if (!object->has("exemption")) return;
  only(entry, "id zh en");
  read(exemption.id, entry, "id");
  read(exemption.title, object, "exemption");
}

void CheckReader::extras(std::vector<Extra>& extras, const RulePlace& object) {
  RuleEntries entry = each(object, "extras", false);
  while (entry.next()) {
    only(*entry, "of when exemption source confidence");
    Extra& extra = extras.emplace_back();
    read(extra.terms, *entry, "of");
    for (Term& term : extra.terms)
      term.optional = true;
    conditions(extra.when, *entry);
    exemption(extra.exemption, *entry);
    read(extra.source, *entry);
  }
  if (extras.size() > kMostRows) fault(object, "extras", "at most 32");
}

void CheckReader::types(std::vector<std::uint16_t>& types, const RulePlace& object) {
  RuleEntries value = each(object, "types", false);
  while (value.next()) {
    if (const auto type = type_value(*value)) types.push_back(*type);
  }
}

void CheckReader::where(SchoolFilter& filter, const RulePlace& object) {
  if (!object->has("where")) return;
  const RulePlace entry(object, "where");
  only(entry, "types ownership places when");
  types(filter.types, entry);
  if (entry->has("ownership")) filter.ownership = ownership_value(entry);
  RuleEntries value = each(entry, "places", false);
  while (value.next()) {
    const Place place = of_id<Place>(value->json().text()).value_or(Place::not_said);
    if (place == Place::not_said) fault(*value, "\"city\", \"town\" or \"country\"");
    filter.places.push_back(place);
  }
  conditions(filter.when, entry);
  if (filter.empty()) fault(entry, "at least one of types, ownership, places, when");
}

void CheckReader::limit_row(LimitRow& row, const RulePlace& entry) {
  only(entry, "id value source confidence types stage when exemption");
  if (entry->has("id")) static_cast<void>(view(entry, "id"));
  read(row.limit, entry);
  types(row.types, entry);
  if (entry->has("stage")) row.stage = stage_value(RulePlace(entry, "stage"));
  conditions(row.when, entry);
  exemption(row.exemption, entry);
}

void CheckReader::series(Way& way, const RulePlace& entry) {
  const std::string_view text = entry->find("series").text();
  way.series = of_id<Series>(text).value_or(Series::none);
  // What grows faster than something else names it in a key of its own.
  if (way.series == Series::none || way.series == Series::faster) {
    return fault(entry, "series", "\"rises\", \"notFalls\" or \"above\"");
  }
  if (entry->has("faster")) {
    way.series = Series::faster;
    read(way.beside, entry, "faster");
  } else if (way.series == Series::above) {
    read(way.beside, entry, "than");
  }
  if (entry->has("years")) {
    const std::uint32_t years = entry->find("years").whole_number().value_or(0);
    if (years < 1 || years > kMostYears) fault(entry, "years", "a whole number from 1 to 10");
    way.years = static_cast<int>(years);
  }
  way.least = way.years;
  if (entry->has("least")) {
    const std::uint32_t least = entry->find("least").whole_number().value_or(0);
    if (least < 1 || least > static_cast<std::uint32_t>(way.years))
      fault(entry, "least", "a whole number from 1 to years");
    way.least = static_cast<int>(least);
  }
  if (way.scope != Scope::county && way.scope != Scope::stage) fault(entry, "scope", "\"county\" or \"stage\"");
  // Years are facts of the county, which no school has.
  if (!way.where.empty()) fault(entry, "where", "nothing, where there is series");
}

void CheckReader::way(Way& way, const RulePlace& entry, bool informs) {
  only(entry,
       "scope option note where of over per extras whenNone atLeast above atMost below series faster than years least");
  const std::string_view text = entry->find("scope").text();
  if (const auto scope = of_id<Scope>(text)) {
    way.scope = *scope;
  } else {
    fault(entry, "scope", "\"county\", \"stage\", \"school\" or \"unit\"");
  }
  read_when(way.only_when, entry);
  if (entry->has("note")) read(way.note, entry, "note");
  where(way.where, entry);
  quantity(way.quantity, entry);
  extras(way.extras, entry);
  way.pass_when_none = entry->has("whenNone");
  if (way.pass_when_none && entry->find("whenNone").text() != "pass") fault(entry, "whenNone", "\"pass\"");
  if (entry->has("series")) return series(way, entry);
  const bool compares =
      std::any_of(kIds<Compare>.begin(), kIds<Compare>.end(), [&](std::string_view key) { return entry->has(key); });
  if (informs && !compares) return;
  const RulePlace right = comparison(way.compare, entry);
  if (right->is_list()) {
    RuleEntries row(right);
    while (row.next())
      limit_row(way.limits.emplace_back(), *row);
  } else {
    limit_row(way.limits.emplace_back(), right);
  }
  if (way.limits.empty() || way.limits.size() > kMostRows) fault(right, "1 to 32 limits");
}

void CheckReader::check(Check& check, const RulePlace& entry) {
  only(entry, "id title stated optional with informs ways limit limits");
  read(check.id, entry, "id");
  if (entry->has("title")) read(check.title, entry, "title");
  if (entry->find("optional").is_text()) {
    read_when(check.optional_when.emplace(), entry, "optional");
  } else {
    check.optional = boolean_at(entry, "optional");
  }
  if (entry->has("with")) read(check.with, entry, "with");
  check.informs = boolean_at(entry, "informs");
  check.attested = entry->has("stated");
  check.wanted = boolean_at(entry, "stated");
  if (check.attested == entry->has("ways")) fault(entry, "either stated or ways");
  if (check.attested) return;
  RuleEntries one = each(entry, "ways");
  while (one.next())
    way(check.ways.emplace_back(), *one, check.informs);
  if (check.ways.empty()) fault(entry, "ways", "at least one way");
  named_limits(check, entry);
  if (!entry->has("limit")) return;
  if (common_limit(check) == nullptr) return fault(entry, "limit", "nothing, where the ways have no limit in common");
  const RulePlace other(entry, "limit");
  only(other, "value source confidence");
  Limit limit;
  read(limit, other);
  for (Way& way : check.ways)
    way.limits.front().limit = limit;
}

void CheckReader::named_limits(Check& check, const RulePlace& entry) {
  const Json ways = entry->find("ways");
  RuleEntries one = each(entry, "limits", false);
  while (one.next()) {
    only(*one, "id value source confidence");
    const std::string_view id = view(*one, "id");
    Limit limit;
    read(limit, *one);
    bool known = false;
    for (std::size_t way = 0; way < check.ways.size(); ++way) {
      std::vector<LimitRow>& rows = check.ways[way].limits;
      for (std::size_t row = 0; row < rows.size(); ++row) {
        if (id.empty() || limit_name(ways, way, check.ways[way], row) != id) continue;
        rows[row].limit = limit;
        known = true;
      }
    }
    if (!known) fault(*one, "id", "the id of a limit of its ways");
  }
}

void CheckReader::check_ids(const Item& item, const RulePlace& entry) {
  const RulePlace list(entry, "checks");
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    bool twice = false;
    bool known = item.checks[i].with.empty();
    for (std::size_t other = 0; other < item.checks.size(); ++other) {
      if (other < i && item.checks[other].id == item.checks[i].id) twice = true;
      if (other != i && item.checks[other].id == item.checks[i].with) known = true;
    }
    const RulePlace at(list, i, Json());
    if (twice) fault(at, "id", "an id used once");
    if (!known) fault(at, "with", "the id of another check of this item");
  }
}

void CheckReader::items(std::vector<Item>& items, const RulePlace& object, const char* key) {
  RuleEntries entry = each(object, key, false);
  while (entry.next()) {
    only(*entry, "id title rule source confidence points entry checks");
    Item& item = items.emplace_back();
    read(item.id, *entry, "id");
    read(item.title, *entry, "title");
    read(item.rule, *entry, "rule");
    read(item.source, *entry);
    if (entry->json().has("points")) item.points = decimal(*entry, "points");
    item.entry = boolean_at(*entry, "entry");
    RuleEntries one = each(*entry, "checks");
    while (one.next())
      check(item.checks.emplace_back(), *one);
    if (item.checks.empty()) fault(*entry, "checks", "at least one check");
    check_ids(item, *entry);
  }
}

}  // namespace junheng
