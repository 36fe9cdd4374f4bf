// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/utf8.h"
#include "json/json_writer.h"
#include "junheng/facts.h"
#include "roster/fact_names.h"

namespace junheng {
namespace {

void write_value(JsonWriter& out, const Fact& fact) {
  out.begin_object();
  out.text("value", valid_utf8(fact.found));
  if (!fact.unit.empty()) out.text("unit", valid_utf8(fact.unit));
  if (!fact.note.empty()) out.text("note", valid_utf8(fact.note));
  out.end_object();
}

void write_key(JsonWriter& out, std::string_view key) {
  const std::string plain = valid_utf8(key);
  out.key(std::string_view(plain));
}

/// Facts of one key: { "value" } alone, or by stage and year.
void write_fact(JsonWriter& out, std::string_view name, const std::vector<const Fact*>& facts) {
  for (const Fact* fact : facts) {
    if (fact->stage != kNoStage || fact->year != 0) continue;
    write_key(out, name);
    write_value(out, *fact);
  }
  if (std::all_of(facts.begin(), facts.end(),
                  [](const Fact* fact) { return fact->stage == kNoStage && fact->year == 0; })) {
    return;
  }
  write_key(out, name);
  out.begin_object();
  for (std::size_t stage = 0; stage <= kStages.size(); ++stage) {
    const bool staged = stage < kStages.size();
    bool open = false;
    for (const Fact* fact : facts) {
      if (staged ? fact->stage != stage : fact->stage != kNoStage || fact->year == 0) continue;
      if (staged && !open) {
        out.key(id_of(kStages[stage]));
        if (fact->year != 0) out.begin_object();
        open = fact->year != 0;
      }
      if (fact->year != 0) out.key(std::string_view(std::to_string(fact->year)));
      write_value(out, *fact);
      if (fact->year == 0) break;
    }
    if (open) out.end_object();
  }
  out.end_object();
}

/// Under what a fact stands: its name as it was written, which may hold its unit and stage; coefficients and points
/// that were given by id stand in groups of their own.
struct Place {
  const char* group;
  std::string_view name;
};

Place place_of(const Fact& fact) {
  if (given_by_id(fact, kCoefficientKey)) return {"coefficients", fact.name};
  if (given_by_id(fact, kScoreKey)) return {"scores", fact.name};
  return {"facts", fact.name};
}

void write_group(JsonWriter& out, const std::vector<const Fact*>& facts, std::string_view group) {
  std::vector<std::string_view> names;
  for (const Fact* fact : facts) {
    const Place place = place_of(*fact);
    if (place.group == group && std::find(names.begin(), names.end(), place.name) == names.end())
      names.push_back(place.name);
  }
  if (names.empty()) return;
  write_key(out, group);
  out.begin_object();
  for (const std::string_view name : names) {
    std::vector<const Fact*> same;
    for (const Fact* fact : facts) {
      const Place place = place_of(*fact);
      if (place.group == group && place.name == name) same.push_back(fact);
    }
    write_fact(out, name, same);
  }
  out.end_object();
}

}  // namespace

std::string facts_json(std::span<const CountyFacts> counties) {
  JsonWriter out;
  out.begin_array();
  for (const CountyFacts& county : counties) {
    std::vector<const Fact*> facts;
    for (const Fact& fact : county.facts)
      facts.push_back(&fact);
    for (const Fact& fact : county.unread)
      facts.push_back(&fact);
    out.begin_object();
    if (!county.county.empty()) out.text("name", valid_utf8(county.county));
    for (const std::string_view group : {"facts", "coefficients", "scores"})
      write_group(out, facts, group);
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace junheng
