// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "random.h"

namespace test {

/// A whole number of 10^-scale as text: what a person would type, without going through a binary fraction.
std::string digits(std::int64_t mantissa, int scale = 0);

/// A table as a person has it, and the ways it reaches the clipboard.
struct Sheet {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::string tsv(std::string_view line_end = "\n") const;

  /// Every cell in quotes, so that commas and line breaks in cells survive.
  [[nodiscard]] std::string csv(std::string_view line_end = "\n") const;

  [[nodiscard]] std::size_t column(std::string_view name) const;
};

/// The seven resources of quality-2017 in the contract's order, one column each.
inline constexpr std::size_t kQualityIndicators = 7;
inline const std::vector<std::string> kQualityHeader = {"学校名称",
                                                        "学校类型",
                                                        "在校生数",
                                                        "高于规定学历教师数",
                                                        "县级以上骨干教师数",
                                                        "体育、艺术（美术、音乐）专任教师数",
                                                        "教学及辅助用房面积（净）",
                                                        "体育运动场馆面积",
                                                        "教学仪器设备值",
                                                        "网络多媒体教室数"};
inline constexpr std::size_t kPupilsColumn = 2;
inline constexpr std::size_t kFirstResource = 3;

/// A row that reaches each of the seven thresholds of either stage with room to spare.
std::vector<std::string> good_row(std::string name, std::string type, std::int64_t pupils);

Sheet quality_sheet(std::vector<std::vector<std::string>> rows = {});

/// The columns of the eight indicators of basic-2012.
Sheet basic_sheet();

/// So many primary schools under it, the mean of whose coefficients is near its limit.
Sheet random_basic_sheet(Random& random, std::int64_t schools);

}  // namespace test
