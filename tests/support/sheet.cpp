// SPDX-License-Identifier: MIT
#include "sheet.h"

#include <utility>

namespace test {
namespace {

std::string joined(const std::vector<std::string>& cells, std::string_view delimiter) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line.append(delimiter);
    line.append(cells[i]);
  }
  return line;
}

std::vector<std::string> quoted(std::vector<std::string> cells) {
  for (std::string& cell : cells) {
    std::string out = "\"";
    for (const char c : cell)
      out.append(c == '"' ? 2 : 1, c);
    cell = out + "\"";
  }
  return cells;
}

}  // namespace

std::string digits(std::int64_t mantissa, int scale) {
  std::string text = std::to_string(mantissa < 0 ? -mantissa : mantissa);
  if (scale > 0) {
    const auto places = static_cast<std::size_t>(scale);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    text.insert(text.size() - places, 1, '.');
  }
  return mantissa < 0 ? "-" + text : text;
}

std::string Sheet::tsv(std::string_view line_end) const {
  std::string text = joined(header, "\t");
  for (const auto& row : rows)
    text.append(line_end).append(joined(row, "\t"));
  return text.append(line_end);
}

std::string Sheet::csv(std::string_view line_end) const {
  std::string text = joined(quoted(header), ",");
  for (const auto& row : rows)
    text.append(line_end).append(joined(quoted(row), ","));
  return text.append(line_end);
}

std::size_t Sheet::column(std::string_view name) const {
  std::size_t i = 0;
  while (i < header.size() && header[i] != name)
    ++i;
  return i;
}

std::vector<std::string> good_row(std::string name, std::string type, std::int64_t pupils) {
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

Sheet quality_sheet(std::vector<std::vector<std::string>> rows) {
  return {kQualityHeader, std::move(rows)};
}

}  // namespace test
