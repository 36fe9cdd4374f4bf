// SPDX-License-Identifier: MIT
#include "outcome.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace test {

const junheng::Library& library() {
  static const junheng::Library loaded = junheng::load_library();
  return loaded;
}

const junheng::Standard& standard(std::string_view id) {
  static const junheng::Standard none;  // an empty standard makes the tests fail, not crash
  const junheng::Standard* found = library().standard(id);
  return found != nullptr ? *found : none;
}

const junheng::Standard& quality() {
  return standard("quality-2017");
}

const junheng::Standard& basic() {
  return standard("basic-2012");
}

Outcome::Outcome(Tables tables, const junheng::Standard& by)
    : result(junheng::evaluate(std::move(tables.sources), by, library().vocabulary)) {}

Outcome::Outcome(Tables tables, const junheng::Request& request, const junheng::Standard& by)
    : result(junheng::evaluate(std::move(tables.sources), by, library().vocabulary, request)) {}

Outcome Outcome::of_facts(std::string_view facts, const junheng::Standard& by,
                          std::vector<std::pair<std::string, std::string>> options) {
  junheng::Request request;
  request.county = facts;
  request.options = std::move(options);
  return Outcome("", request, by);
}

std::string_view Outcome::school(std::size_t unit) const {
  return result.table.at(result.roster.school[result.split.units.row[unit]]);
}

std::size_t Outcome::county(std::string_view name) const {
  for (std::size_t c = 0; c < result.roster.counties.size(); ++c) {
    if (result.table.at(result.roster.counties[c].name) == name) return c;
  }
  return kNowhere;
}

std::size_t Outcome::stage(junheng::Stage wanted, std::size_t county_index) const {
  const auto& all = result.split.stages;
  for (std::size_t s = 0; s < all.size(); ++s) {
    if (all[s].stage == wanted && all[s].county == county_index) return s;
  }
  return kNowhere;
}

std::size_t Outcome::unit(std::string_view name, junheng::Stage wanted, std::size_t county_index) const {
  const std::size_t s = stage(wanted, county_index);
  if (s == kNowhere) return kNowhere;
  for (std::size_t u = result.split.stages[s].begin; u < result.split.stages[s].end; ++u) {
    if (school(u) == name) return u;
  }
  return kNowhere;
}

std::size_t Outcome::indicator(std::string_view id) const {
  const auto& all = result.standard->indicators;
  const auto found = std::find_if(all.begin(), all.end(), [id](const auto& each) { return each.id == id; });
  return found == all.end() ? kNowhere : static_cast<std::size_t>(found - all.begin());
}

double Outcome::value(std::string_view name, junheng::Stage wanted, std::string_view id) const {
  const std::size_t u = unit(name, wanted);
  const std::size_t i = indicator(id);
  if (u == kNowhere || i == kNowhere) return std::numeric_limits<double>::quiet_NaN();
  return result.indicators[i].value[u];
}

junheng::Verdict Outcome::value_verdict(std::string_view name, junheng::Stage wanted, std::string_view id) const {
  const std::size_t u = unit(name, wanted);
  const std::size_t i = indicator(id);
  return u == kNowhere || i == kNowhere ? junheng::Verdict::none : result.indicators[i].verdict[u];
}

junheng::Verdict Outcome::unit_verdict(std::string_view name, junheng::Stage wanted) const {
  const std::size_t u = unit(name, wanted);
  return u == kNowhere ? junheng::Verdict::none : result.unit_verdict[u];
}

junheng::Balance Outcome::balance(junheng::Stage wanted, std::string_view id, std::size_t county_index) const {
  const std::size_t s = stage(wanted, county_index);
  const std::size_t i = indicator(id);
  return s == kNowhere || i == kNowhere ? junheng::Balance{} : result.balance[s].indicators[i];
}

junheng::PartVerdict Outcome::part(std::string_view id, std::size_t county_index) const {
  const auto& parts = result.standard->parts;
  for (std::size_t p = 0; p < parts.size() && county_index < result.counties.size(); ++p) {
    if (parts[p].id == id && p < result.counties[county_index].parts.size()) {
      return result.counties[county_index].parts[p];
    }
  }
  return {};
}

const junheng::Item* Outcome::rule_of(std::string_view id) const {
  for (const auto& part : result.standard->parts) {
    for (const auto& item : part.items)
      if (item.id == id) return &item;
  }
  for (const auto& item : result.standard->supplements)
    if (item.id == id) return &item;
  return nullptr;
}

junheng::ItemResult Outcome::item(std::string_view id, std::size_t county_index) const {
  junheng::ItemResult none;
  none.verdict = junheng::Verdict::none;
  if (county_index >= result.counties.size()) return none;
  const auto& county = result.counties[county_index];
  const auto* const rule = rule_of(id);
  const auto& parts = result.standard->parts;
  for (std::size_t p = 0; p < parts.size() && p < county.parts.size(); ++p) {
    for (std::size_t i = 0; i < parts[p].items.size() && i < county.parts[p].items.size(); ++i) {
      if (&parts[p].items[i] == rule) return county.parts[p].items[i];
    }
  }
  const auto& supplements = result.standard->supplements;
  for (std::size_t i = 0; i < supplements.size() && i < county.supplements.size(); ++i) {
    if (&supplements[i] == rule) return county.supplements[i];
  }
  return none;
}

junheng::Verdict Outcome::item_verdict(std::string_view id, std::size_t county_index) const {
  return item(id, county_index).verdict;
}

junheng::CheckResult Outcome::check(std::string_view item_id, std::string_view check_id,
                                    std::size_t county_index) const {
  junheng::CheckResult none;
  none.verdict = junheng::Verdict::none;
  const auto* const rule = rule_of(item_id);
  if (rule == nullptr) return none;
  const auto found = item(item_id, county_index);
  for (std::size_t c = 0; c < rule->checks.size() && c < found.checks.size(); ++c)
    if (rule->checks[c].id == check_id) return found.checks[c];
  return none;
}

const junheng::Way* Outcome::way(std::string_view item_id, std::string_view check_id) const {
  const auto* const rule = rule_of(item_id);
  const auto used = check(item_id, check_id).way;
  if (rule == nullptr || !used) return nullptr;
  for (const auto& one : rule->checks)
    if (one.id == check_id) return &one.ways[*used];
  return nullptr;
}

std::string Outcome::exemptions(const junheng::Way& way, const junheng::Judged& judged) {
  std::string ids;
  for (std::size_t i = 0; i < way.extras.size(); ++i) {
    if ((judged.extras >> i & 1U) != 0) ids.append(ids.empty() ? "" : " ").append(way.extras[i].exemption.id);
  }
  if (judged.limit != junheng::kNoLimit) ids.append(way.limits[judged.limit].exemption.id);
  return ids;
}

std::size_t Outcome::issues(junheng::IssueCode code) const {
  return static_cast<std::size_t>(std::count_if(result.issues.begin(), result.issues.end(),
                                                [code](const auto& each) { return each.code == code; }));
}

std::optional<junheng::Issue> Outcome::issue(junheng::IssueCode code) const {
  for (const auto& each : result.issues) {
    if (each.code == code) return each;
  }
  return std::nullopt;
}

std::string Outcome::found(const junheng::Issue& issue) const {
  return std::string(result.table.at({issue.begin, issue.length}));
}

std::string Outcome::json(junheng::Detail detail) const {
  return junheng::evaluation_json(result, library(), detail);
}

bool has_reason(const junheng::PartVerdict& part, junheng::ReasonCode code) {
  return std::any_of(part.reasons.begin(), part.reasons.end(), [code](const auto& each) { return each.code == code; });
}

std::string word(junheng::Verdict verdict) {
  return std::string(junheng::id_of(verdict));
}

std::string issue_names(const junheng::Issues& issues) {
  std::string names;
  for (std::size_t i = 0; i < issues.size() && i < 20; ++i) {
    names.append(junheng::id_of(issues[i].code)).append("@").append(std::to_string(issues[i].line)).append(" ");
  }
  return names;
}

}  // namespace test
