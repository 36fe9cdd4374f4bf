// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

/// The codes of all issues in words, for the message of a failing test.
inline std::string issue_names(const junheng::Issues& issues) {
  std::string names;
  for (std::size_t i = 0; i < issues.size() && i < 20; ++i) {
    names.append(junheng::id_of(issues[i].code)).append("@").append(std::to_string(issues[i].line)).append(" ");
  }
  return names;
}

}  // namespace test
