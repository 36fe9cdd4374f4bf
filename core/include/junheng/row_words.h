// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/word_map.h"

namespace junheng {

/// What the name in a row says the row is, where it is none of a school.
enum class RowWord : std::uint8_t {
  none,
  total,      ///< 合计, 城关镇小计, 【合计】, 合计（3所）
  statistic,  ///< 平均, 标准差, 达标值: numbers about the schools, and what is asked of them
};

/// Words in rows that are no school's: names of totals and statistics, of groups, of what a printed page has around its
/// rows. Data of core/standards/vocabulary.json ("rowWords").
class RowWords {
 public:
  [[nodiscard]] RowWord of(std::string_view name) const;

  /// Whether the last character is one that names of schools end with. Asked for every row, so nothing is copied.
  [[nodiscard]] bool ends_as_school(std::string_view name) const;

  /// Whether the text ends as names of towns and parts of a county do: 城关镇, 河口乡, 第一学区.
  [[nodiscard]] bool ends_as_place(std::string_view name) const;

  /// What a line above a group names, without numbering, brackets, colon and count: 小学 of "一、小学（共 12 所）". `count`:
  /// a number of schools stood there.
  [[nodiscard]] std::string_view group_of(std::string_view text, bool& count) const;

  /// A page's number, a date, a place for a seal: nothing but furniture of a printed page.
  [[nodiscard]] bool is_furniture(std::string_view text) const;

  [[nodiscard]] bool counts_schools(std::string_view header) const;  ///< 学校数, 所数: a row is several schools
  [[nodiscard]] bool is_year_column(std::string_view header) const;  ///< 学年, 年度

 private:
  friend struct VocabularyLoader;
  [[nodiscard]] bool is_count(std::string_view text) const;

  WordMap totals_;
  WordMap statistics_;
  WordMap school_counts_;
  WordMap year_columns_;
  std::vector<std::string> total_ends_;
  std::vector<std::string> total_starts_;
  std::vector<std::string> statistic_ends_;
  std::vector<std::string> place_ends_;
  std::vector<std::string> counts_;        ///< what schools are counted in: 所
  std::vector<std::string> count_starts_;  ///< in front of a count: 共
  std::vector<std::string> group_ends_;
  std::vector<std::string> furniture_;  ///< stands anywhere in it
  std::vector<std::uint32_t> school_ends_;
};

/// Without what counts it: 小学 of "一、小学" and "（二）小学".
[[nodiscard]] std::string_view without_numbering(std::string_view text);

}  // namespace junheng
