// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "junheng/terms.h"

namespace workbench {

/// Every text of the workbench itself; what is said about the data comes from the core and from the standards.
/// The ids stand in phrases.cpp, the texts in words/workbench_<language>.json.
enum class Phrase : std::uint8_t {
  product_name,
  product_line,
  product_private,
  language_zh,
  language_en,
  tab_start,
  tab_schools,
  tab_balance,
  tab_verdict,
  tab_issues,
  top_no_issues,
  top_issues,
  top_no_table,
  start_paste_title,
  start_paste_text,
  start_paste_keys,
  start_open_title,
  start_open_text,
  start_open_button,
  start_sample_title,
  start_sample_text,
  start_sample_county,
  start_sample_five,
  start_columns_title,
  start_columns_text,
  start_current,
  legend_pass,
  legend_near,
  legend_fail,
  legend_unknown,
  stage_all,
  county_unnamed,
  county_heading,
  county_search,
  county_none,
  schools_search,
  schools_shown,
  schools_school,
  schools_stage,
  schools_pupils,
  schools_meeting,
  schools_verdict,
  schools_any_verdict,
  schools_none,
  schools_limits,
  left_out_title,
  left_out_reason,
  cell_missing,
  cell_value,
  cell_limit,
  cell_split,
  cell_split_fallback,
  cell_given,
  cell_share,
  balance_title,
  balance_indicator,
  balance_mean,
  balance_deviation,
  balance_cv,
  balance_limit,
  balance_against,
  balance_units,
  balance_source,
  balance_source_share,
  balance_composite,
  balance_none,
  verdict_clear,
  verdict_stages,
  verdict_units,
  issues_all,
  issues_row,
  issues_table,
  issues_none,
  issues_hint,
  issues_column_place,
  issues_column_text,
  notice_unreadable,
  notice_paste,
  notice_kept,
  notice_close,
};
inline constexpr std::size_t kPhraseCount = static_cast<std::size_t>(Phrase::notice_close) + 1;

[[nodiscard]] std::string_view id_of(Phrase phrase);

/// All texts in both languages, read once.
class Phrases {
 public:
  Phrases();
  [[nodiscard]] std::string_view say(Phrase phrase, junheng::Language language) const;

 private:
  std::array<std::array<std::string, kPhraseCount>, junheng::kLanguages.size()> texts_;
};

using Filling = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// The text with {places} filled in; a place without a filling stays as it is, so that a test can see it.
[[nodiscard]] std::string filled(std::string_view text, Filling filling);

}  // namespace workbench
