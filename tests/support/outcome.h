// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "junheng/junheng.h"

namespace test {

/// Loaded once: every test shares the data that is built in.
inline const junheng::Library& library() {
  static const junheng::Library loaded = junheng::load_library();
  return loaded;
}

inline const junheng::Standard& standard(std::string_view id) {
  static const junheng::Standard none;  // an empty standard makes the tests fail, not crash
  const junheng::Standard* found = library().standard(id);
  return found != nullptr ? *found : none;
}
inline const junheng::Standard& quality() {
  return standard("quality-2017");
}
inline const junheng::Standard& basic() {
  return standard("basic-2012");
}

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// An evaluation with the questions tests ask. A question about something that is not there answers with `kNowhere`,
/// NaN or Verdict::none, so that a test fails with its own message.
struct Outcome {
  junheng::Evaluation result;

  explicit Outcome(std::string text, const junheng::Standard& by = quality())
      : result(junheng::evaluate(std::move(text), by, library().vocabulary)) {}
  Outcome(std::string text, const junheng::Request& request, const junheng::Standard& by = quality())
      : result(junheng::evaluate(std::move(text), by, library().vocabulary, request)) {}

  /// The facts of a county alone: one "name<tab>value" a line, or JSON.
  [[nodiscard]] static Outcome of_facts(std::string_view facts, const junheng::Standard& by = quality(),
                                        std::vector<std::pair<std::string, std::string>> options = {}) {
    junheng::Request request;
    request.county = facts;
    request.options = std::move(options);
    return Outcome("", request, by);
  }

  [[nodiscard]] std::string_view school(std::size_t unit) const {
    return result.table.at(result.roster.school[result.split.units.row[unit]]);
  }

  [[nodiscard]] std::size_t county(std::string_view name) const {
    for (std::size_t c = 0; c < result.roster.counties.size(); ++c) {
      if (result.table.at(result.roster.counties[c].name) == name) return c;
    }
    return kNowhere;
  }

  /// Index into split.stages, balance and stages.
  [[nodiscard]] std::size_t stage(junheng::Stage wanted, std::size_t county_index = 0) const {
    const auto& all = result.split.stages;
    for (std::size_t s = 0; s < all.size(); ++s) {
      if (all[s].stage == wanted && all[s].county == county_index) return s;
    }
    return kNowhere;
  }

  [[nodiscard]] std::size_t unit(std::string_view name, junheng::Stage wanted, std::size_t county_index = 0) const {
    const std::size_t s = stage(wanted, county_index);
    if (s == kNowhere) return kNowhere;
    for (std::size_t u = result.split.stages[s].begin; u < result.split.stages[s].end; ++u) {
      if (school(u) == name) return u;
    }
    return kNowhere;
  }

  [[nodiscard]] std::size_t indicator(std::string_view id) const {
    const auto& all = result.standard->indicators;
    const auto found = std::find_if(all.begin(), all.end(), [id](const auto& each) { return each.id == id; });
    return found == all.end() ? kNowhere : static_cast<std::size_t>(found - all.begin());
  }

  [[nodiscard]] double value(std::string_view name, junheng::Stage wanted, std::string_view id) const {
    const std::size_t u = unit(name, wanted);
    const std::size_t i = indicator(id);
    if (u == kNowhere || i == kNowhere) return std::numeric_limits<double>::quiet_NaN();
    return result.indicators[i].value[u];
  }

  [[nodiscard]] junheng::Verdict value_verdict(std::string_view name, junheng::Stage wanted,
                                               std::string_view id) const {
    const std::size_t u = unit(name, wanted);
    const std::size_t i = indicator(id);
    return u == kNowhere || i == kNowhere ? junheng::Verdict::none : result.indicators[i].verdict[u];
  }

  [[nodiscard]] junheng::Verdict unit_verdict(std::string_view name, junheng::Stage wanted) const {
    const std::size_t u = unit(name, wanted);
    return u == kNowhere ? junheng::Verdict::none : result.unit_verdict[u];
  }

  [[nodiscard]] junheng::Balance balance(junheng::Stage wanted, std::string_view id,
                                         std::size_t county_index = 0) const {
    const std::size_t s = stage(wanted, county_index);
    const std::size_t i = indicator(id);
    return s == kNowhere || i == kNowhere ? junheng::Balance{} : result.balance[s].indicators[i];
  }

  [[nodiscard]] junheng::PartVerdict part(std::string_view id, std::size_t county_index = 0) const {
    const auto& parts = result.standard->parts;
    for (std::size_t p = 0; p < parts.size() && county_index < result.counties.size(); ++p) {
      if (parts[p].id == id && p < result.counties[county_index].parts.size()) {
        return result.counties[county_index].parts[p];
      }
    }
    return {};
  }

  /// The row of the standard, of a part or a supplement; null where there is none of this id.
  [[nodiscard]] const junheng::Item* rule_of(std::string_view id) const {
    for (const auto& part : result.standard->parts) {
      for (const auto& item : part.items)
        if (item.id == id) return &item;
    }
    for (const auto& item : result.standard->supplements)
      if (item.id == id) return &item;
    return nullptr;
  }

  [[nodiscard]] junheng::ItemResult item(std::string_view id, std::size_t county_index = 0) const {
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

  [[nodiscard]] junheng::Verdict item_verdict(std::string_view id, std::size_t county_index = 0) const {
    return item(id, county_index).verdict;
  }

  [[nodiscard]] junheng::CheckResult check(std::string_view item_id, std::string_view check_id,
                                           std::size_t county_index = 0) const {
    junheng::CheckResult none;
    none.verdict = junheng::Verdict::none;
    const auto* const rule = rule_of(item_id);
    if (rule == nullptr) return none;
    const auto found = item(item_id, county_index);
    for (std::size_t c = 0; c < rule->checks.size() && c < found.checks.size(); ++c)
      if (rule->checks[c].id == check_id) return found.checks[c];
    return none;
  }

  /// The way by which a check was judged; null where nothing was given.
  [[nodiscard]] const junheng::Way* way(std::string_view item_id, std::string_view check_id) const {
    const auto* const rule = rule_of(item_id);
    const auto used = check(item_id, check_id).way;
    if (rule == nullptr || !used) return nullptr;
    for (const auto& one : rule->checks)
      if (one.id == check_id) return &one.ways[*used];
    return nullptr;
  }

  /// The exemptions that one subject of a check used, in the order of the rule; "" for none.
  [[nodiscard]] static std::string exemptions(const junheng::Way& way, const junheng::Judged& judged) {
    std::string ids;
    for (std::size_t i = 0; i < way.extras.size(); ++i) {
      if ((judged.extras >> i & 1U) != 0) ids.append(ids.empty() ? "" : " ").append(way.extras[i].exemption.id);
    }
    if (judged.limit != junheng::kNoLimit) ids.append(way.limits[judged.limit].exemption.id);
    return ids;
  }

  [[nodiscard]] std::size_t issues(junheng::IssueCode code) const {
    return static_cast<std::size_t>(std::count_if(result.issues.begin(), result.issues.end(),
                                                  [code](const auto& each) { return each.code == code; }));
  }

  [[nodiscard]] std::optional<junheng::Issue> issue(junheng::IssueCode code) const {
    for (const auto& each : result.issues) {
      if (each.code == code) return each;
    }
    return std::nullopt;
  }

  /// What the issue says was found.
  [[nodiscard]] std::string found(const junheng::Issue& issue) const {
    return std::string(result.table.at({issue.begin, issue.length}));
  }

  [[nodiscard]] std::string json(junheng::Detail detail = junheng::Detail::full) const {
    return junheng::evaluation_json(result, library(), detail);
  }
};

inline bool has_reason(const junheng::PartVerdict& part, junheng::ReasonCode code) {
  return std::any_of(part.reasons.begin(), part.reasons.end(), [code](const auto& each) { return each.code == code; });
}

/// A verdict as it stands in answers, for tables of expected verdicts and messages.
inline std::string word(junheng::Verdict verdict) {
  return std::string(junheng::id_of(verdict));
}

/// The codes of all issues in words, for the message of a failing test.
inline std::string issue_names(const junheng::Issues& issues) {
  std::string names;
  for (std::size_t i = 0; i < issues.size() && i < 20; ++i) {
    names.append(junheng::id_of(issues[i].code)).append("@").append(std::to_string(issues[i].line)).append(" ");
  }
  return names;
}

}  // namespace test
