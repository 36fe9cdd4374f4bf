// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/ids.h"

namespace junheng {

/// What a word beside the name of a column makes of its numbers.
enum class ColumnRole : std::uint8_t {
  none,
  actual,     ///< 实有, 现有, 本年, 总数: what there is
  required,   ///< 应配, 标准值, 计划: what there should be
  gap,        ///< 缺口, 新增: the difference
  earlier,    ///< 上年
  per_pupil,  ///< 生均: a value for each pupil and no count
  verdict,    ///< 是否达标, 达标率
};
template <>
inline constexpr auto kIds<ColumnRole> = ids_up_to<ColumnRole::verdict>({"none", "actual", "required", "gap", "earlier",
                                                                         "perPupil", "verdict"});

/// A word for a role in a header, and the header without it.
struct RoleInHeader {
  ColumnRole role = ColumnRole::none;
  std::string word;
  std::string rest;  ///< normalised; empty where there was nothing else
};

/// "图书册数()" and "-图书册数", as they are left when a word went, without brackets and marks around them.
[[nodiscard]] std::string without_marks(std::string text);

/// Words that stand in headers beside names of fields. Data of core/standards/vocabulary.json ("headerWords").
class HeaderWords {
 public:
  /// Where nothing but a word for a role stands in the cell, maybe with a unit in brackets: `rest` is then "(册)".
  [[nodiscard]] std::optional<RoleInHeader> role_of(std::string_view cell) const;
  /// The longest word for a role anywhere in the cell: 应配 of 应配图书册数, 图书册数（应配） and 图书应配册数.
  [[nodiscard]] std::optional<RoleInHeader> role_in(std::string_view cell) const;
  /// 册数, 数量: what is counted says nothing of its own below a name.
  [[nodiscard]] bool is_measure(std::string_view cell) const;
  /// 计算公式, 达标标准, 备注: a column about the names beside it.
  [[nodiscard]] bool explains(std::string_view cell) const;

 private:
  friend struct VocabularyLoader;
  struct Word {
    std::string text;
    ColumnRole role = ColumnRole::none;
    std::uint64_t characters = 0;  ///< a bit for each, several to a bit: what has not all of them has not `text`
  };
  std::vector<Word> roles_;  ///< the longer first
  std::vector<std::string> measures_;
  std::vector<std::string> explanations_;
};

}  // namespace junheng
