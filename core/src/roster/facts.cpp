// SPDX-License-Identifier: MIT
#include "junheng/facts.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "json/json_tree.h"
#include "junheng/limits.h"
#include "roster/fact_names.h"
#include "roster/fact_table.h"
#include "roster/survey.h"

namespace junheng {
namespace {

/// Reads the facts of counties from a JSON text, from a pasted table or from what was written of facts at hand; all
/// ways end in FactSink::cell(), so that a value means the same in each.
///
/// Steps: read() tells the forms apart. Facts at hand: again() finds the name anew. JSON: county() and members() go
/// through the keys, keyed() through coefficients and scores, value() takes stages and years off a value. finished()
/// adds up the surveys.
class FactReader {
 public:
  FactReader(const Standard& standard, const Vocabulary& vocabulary) : sink_(standard, vocabulary) {}

  Facts read(std::string_view text) {
    const std::string_view plain = trimmed(text);
    if (plain.empty()) return {};
    if (text.size() > kLargestFacts) return refused();
    const JsonTree tree = plain.front() == '{' || plain.front() == '[' ? JsonTree::parse(plain) : JsonTree();
    if (tree.fault() == JsonFault::too_deep || tree.fault() == JsonFault::too_large) return refused();
    if (tree.root().is_object()) {
      county(tree.root());
    } else if (tree.root().is_list()) {
      if (tree.root().size() > kMostCounties) return refused();
      bool said = false;
      for (const Json one : tree.root()) {
        if (one.is_object())
          county(one);
        else if (!std::exchange(said, true))  // one tells of all: such a list is of something else
          sink_.complain(IssueCode::fact_unknown, shown(one), {});
      }
    } else if (plain.find_first_of("\n\r,;|<") == std::string_view::npos && text.find('\t') == std::string_view::npos) {
      // A word or a number, and nothing that it is the value of.
      sink_.complain(IssueCode::fact_unknown, std::string(plain), {});
    } else {
      sink_.facts.counties.emplace_back();
      read_fact_table(std::string(text), sink_);
    }
    return finished();
  }

  Facts read(std::span<const CountyFacts> written) {
    for (const CountyFacts& county : written) {
      sink_.facts.counties.emplace_back().county = county.county;
      for (const std::vector<Fact>* facts : {&county.facts, &county.unread}) {
        for (const Fact& fact : *facts)
          again(fact);
      }
    }
    return finished();
  }

 private:
  static std::string shown(Json value) {
    if (value.is_text()) return std::string(value.text());
    if (value.kind() == JsonKind::number) return std::string(value.number_text());
    return value.is_list() ? "[…]" : value.is_null() ? "null" : value.boolean() ? "true" : "false";
  }

  /// Facts that nobody can have are none: which of them were meant is not for us to choose.
  static Facts refused() {
    Facts none;
    none.issues.push_back({IssueCode::facts_too_big, kNoSubject, kNoLine, {}});
    return none;
  }

  Facts finished() {
    if (sink_.too_many()) return refused();
    for (CountyFacts& county : sink_.facts.counties)
      sum_survey(sink_, county);
    if (sink_.too_many()) return refused();
    return std::move(sink_.facts);
  }

  // ---- facts at hand ------------------------------------------------------------------------------------------

  void again(const Fact& fact) {
    const FactPlace place{fact.stage, fact.year, kNoLine, fact.unit, fact.note};
    std::optional<FactName> name;
    for (const std::string_view prefix : {kCoefficientKey, kScoreKey}) {
      if (!given_by_id(fact, prefix) || !sink_.known(prefix, fact.name)) continue;
      name.emplace();
      name->key = fact.key;
    }
    if (!name) name = sink_.name_of(fact.name);
    if (!name) return sink_.complain(IssueCode::fact_unknown, fact.name, place);
    sink_.cell(*name, fact.name, fact.found, place);
  }

  // ---- JSON ---------------------------------------------------------------------------------------------------

  void county(Json object) {
    sink_.facts.counties.emplace_back();
    members(object);
  }

  void members(Json object) {
    for (const Json member : object) {
      if (sink_.too_many()) return;
      const std::string_view key = member.key();
      if (key == "facts" || key == "items") {
        members(member);
      } else if (key == "name") {
        sink_.facts.counties.back().county = member.text();
      } else if (key == "coefficients") {
        keyed(member, kCoefficientKey, FieldKind::amount, {});
      } else if (key == "scores") {
        keyed(member, kScoreKey, FieldKind::amount, {});
      } else if (sink_.vocabulary.is_survey(key) && (member.is_object() || member.is_list())) {
        read_survey_json(member, sink_);
      } else if (const auto name = sink_.name_of(key)) {
        FactPlace place;
        place.stage = name->stage;
        value(*name, key, member, place);
      } else {
        sink_.complain(IssueCode::fact_unknown, std::string(key), {});
      }
    }
  }

  /// { "primary": { "<id>": 0.3 } } or { "<id>": 3 }.
  void keyed(Json object, std::string_view prefix, FieldKind kind, const FactPlace& place) {
    for (const Json member : object) {
      const auto stage = stage_word(member.key());
      if (stage && member.is_object()) {
        FactPlace inside = place;
        inside.stage = static_cast<std::uint8_t>(*stage);
        keyed(member, prefix, kind, inside);
        continue;
      }
      if (!sink_.known(prefix, member.key())) {
        sink_.complain(IssueCode::fact_unknown, std::string(member.key()), place);
        continue;
      }
      FactName name;
      name.kind = kind;
      name.key.append(prefix).append(member.key());
      value(name, member.key(), member, place);
    }
  }

  std::optional<Stage> stage_word(std::string_view word) const {
    const auto stage = of_id<Stage>(word);
    return stage ? stage : sink_.vocabulary.match_stage(word);
  }

  void value(const FactName& name, std::string_view written, Json json, FactPlace place) {
    if (json.is_object()) {
      place.unit = json.find("unit").text();
      place.note = json.find("note").text();
      if (json.has("value")) return value(name, written, json.find("value"), place);
      for (const Json member : json) {
        if (member.key() == "unit" || member.key() == "note") continue;
        FactPlace inside = place;
        inside.year = year_of(member.key());
        const auto stage = stage_word(member.key());
        if (stage) inside.stage = static_cast<std::uint8_t>(*stage);
        if (inside.year != 0 || stage) {
          if (inside.year == 0) inside.year = place.year;
          value(name, written, member, inside);
        } else {
          sink_.complain(IssueCode::fact_unknown, std::string(written) + " / " + std::string(member.key()), place);
        }
      }
      return;
    }
    if (json.is_boolean()) return sink_.cell(name, written, json.boolean() ? "true" : "false", place);
    if (json.is_list()) return sink_.complain(IssueCode::fact_unreadable, std::string(written), place, name.field);
    sink_.cell(name, written, json.is_number() ? json.number_text() : json.text(), place);
  }

  FactSink sink_;
};

}  // namespace

const Fact* CountyFacts::find(std::string_view key, std::uint8_t stage, std::uint16_t year) const {
  for (const Fact& fact : facts) {
    if (fact.key == key && fact.stage == stage && fact.year == year) return &fact;
  }
  return nullptr;
}

Facts read_facts(std::string_view text, const Standard& standard, const Vocabulary& vocabulary) {
  return FactReader(standard, vocabulary).read(text);
}

Facts read_facts(std::span<const CountyFacts> written, const Standard& standard, const Vocabulary& vocabulary) {
  return FactReader(standard, vocabulary).read(written);
}

}  // namespace junheng
