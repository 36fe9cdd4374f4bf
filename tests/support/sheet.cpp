// SPDX-License-Identifier: MIT
#include "sheet.h"

#include <algorithm>
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

Sheet basic_sheet() {
  return {{"学校", "学校类型", "在校生数", "教学及辅助用房面积", "体育运动场馆面积", "教学仪器设备值", "计算机", "图书",
           "专任教师", "高于规定学历教师", "中级及以上职称教师"},
          {}};
}

Sheet random_basic_sheet(Random& random, std::int64_t schools) {
  constexpr std::int64_t kOfHundredPupils[] = {500, 900, 90000, 12, 2500, 7, 5, 4};
  Sheet sheet = basic_sheet();
  for (std::int64_t i = 0; i < schools; ++i) {
    const std::int64_t pupils = random.between(60, 900);
    std::vector<std::string> row{"第" + std::to_string(i + 1) + "小学", "小学", digits(pupils)};
    for (const std::int64_t amount : kOfHundredPupils) {
      const std::int64_t percent = random.one_in(3) ? random.between(250, 420) : random.between(20, 130);
      row.push_back(digits(std::max<std::int64_t>(1, amount * pupils * percent / 10'000)));
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

}  // namespace test
