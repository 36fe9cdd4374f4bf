// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// A whole number of 10^-scale as text: what a person would type, without going through a binary fraction.
inline std::string digits(std::int64_t mantissa, int scale = 0) {
  std::string text = std::to_string(mantissa < 0 ? -mantissa : mantissa);
  if (scale > 0) {
    const auto places = static_cast<std::size_t>(scale);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
  }
  return mantissa < 0 ? "-" + text : text;
}

/// A table as a person has it, and the ways it reaches the clipboard.
struct Sheet {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::string tsv(std::string_view line_end = "\n") const {
    std::string text = joined(header, "\t");
    for (const auto& row : rows)
      text.append(line_end).append(joined(row, "\t"));
    return text.append(line_end);
  }

  /// Every cell in quotes, so that commas and line breaks in cells survive.
  [[nodiscard]] std::string csv(std::string_view line_end = "\n") const {
    std::string text = joined(quoted(header), ",");
    for (const auto& row : rows)
      text.append(line_end).append(joined(quoted(row), ","));
    return text.append(line_end);
  }

  [[nodiscard]] std::size_t column(std::string_view name) const {
    std::size_t i = 0;
    while (i < header.size() && header[i] != name)
      ++i;
    return i;
  }

 private:
  static std::string joined(const std::vector<std::string>& cells, std::string_view delimiter) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) line.append(delimiter);
      line.append(cells[i]);
    }
    return line;
  }

  static std::vector<std::string> quoted(std::vector<std::string> cells) {
    for (std::string& cell : cells) {
      std::string out = "\"";
      for (const char c : cell)
        out.append(c == '"' ? 2 : 1, c);
      cell = out + "\"";
    }
    return cells;
  }
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
inline std::vector<std::string> good_row(std::string name, std::string type, std::int64_t pupils) {
  return {std::move(name),
          std::move(type),
          digits(pupils),
          digits(pupils * 6 / 100 + 1),
          digits(pupils * 2 / 100 + 1),
          digits(pupils * 2 / 100 + 1),
          digits(pupils * 7),
          digits(pupils * 12),
          digits(pupils * 3000),
          digits(pupils * 3 / 100 + 1)};
}

inline Sheet quality_sheet(std::vector<std::vector<std::string>> rows = {}) {
  return {kQualityHeader, std::move(rows)};
}

}  // namespace test
