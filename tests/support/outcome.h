// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "junheng/junheng.h"
#include "tables.h"

namespace test {

/// Loaded once: every test shares the data that is built in.
const junheng::Library& library();

/// Of those built in; an empty one where there is none of this id.
const junheng::Standard& standard(std::string_view id);
const junheng::Standard& quality();
const junheng::Standard& basic();

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

/// An evaluation with the questions tests ask. A question about something that is not there answers with `kNowhere`,
/// NaN or Verdict::none, so that a test fails with its own message.
struct Outcome {
  junheng::Evaluation result;

  explicit Outcome(Tables tables, const junheng::Standard& by = quality());
  Outcome(Tables tables, const junheng::Request& request, const junheng::Standard& by = quality());

  /// The facts of a county alone: one "name<tab>value" a line, or JSON.
  [[nodiscard]] static Outcome of_facts(std::string_view facts, const junheng::Standard& by = quality(),
                                        std::vector<std::pair<std::string, std::string>> options = {});
  [[nodiscard]] std::string_view school(std::size_t unit) const;
  [[nodiscard]] std::size_t county(std::string_view name) const;

  /// Index into split.stages, balance and stages.
  [[nodiscard]] std::size_t stage(junheng::Stage wanted, std::size_t county_index = 0) const;
  [[nodiscard]] std::size_t unit(std::string_view name, junheng::Stage wanted, std::size_t county_index = 0) const;
  [[nodiscard]] std::size_t indicator(std::string_view id) const;
  [[nodiscard]] double value(std::string_view name, junheng::Stage wanted, std::string_view id) const;
  [[nodiscard]] junheng::Verdict value_verdict(std::string_view name, junheng::Stage wanted, std::string_view id) const;
  [[nodiscard]] junheng::Verdict unit_verdict(std::string_view name, junheng::Stage wanted) const;
  [[nodiscard]] junheng::Balance balance(junheng::Stage wanted, std::string_view id,
                                         std::size_t county_index = 0) const;
  [[nodiscard]] junheng::PartVerdict part(std::string_view id, std::size_t county_index = 0) const;

  /// The row of the standard, of a part or a supplement; null where there is none of this id.
  [[nodiscard]] const junheng::Item* rule_of(std::string_view id) const;
  [[nodiscard]] junheng::ItemResult item(std::string_view id, std::size_t county_index = 0) const;
  [[nodiscard]] junheng::Verdict item_verdict(std::string_view id, std::size_t county_index = 0) const;
  [[nodiscard]] junheng::CheckResult check(std::string_view item_id, std::string_view check_id,
                                           std::size_t county_index = 0) const;

  /// The way by which a check was judged; null where nothing was given.
  [[nodiscard]] const junheng::Way* way(std::string_view item_id, std::string_view check_id) const;

  /// The exemptions that one subject of a check used, in the order of the rule; "" for none.
  [[nodiscard]] static std::string exemptions(const junheng::Way& way, const junheng::Judged& judged);
  [[nodiscard]] std::size_t issues(junheng::IssueCode code) const;
  [[nodiscard]] std::optional<junheng::Issue> issue(junheng::IssueCode code) const;

  /// What the issue says was found.
  [[nodiscard]] std::string found(const junheng::Issue& issue) const;
  [[nodiscard]] std::string json(junheng::Detail detail = junheng::Detail::full) const;
};

bool has_reason(const junheng::PartVerdict& part, junheng::ReasonCode code);

/// A verdict as it stands in answers, for tables of expected verdicts and messages.
std::string word(junheng::Verdict verdict);

/// The codes of all issues in words, for the message of a failing test.
std::string issue_names(const junheng::Issues& issues);

}  // namespace test
