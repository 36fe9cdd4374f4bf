// SPDX-License-Identifier: MIT
#include "layout/header_band.h"

namespace junheng {
namespace {

/// A header has at most so many rows; forms of the statistics have four.
constexpr std::size_t kMostLevels = 5;

}  // namespace

HeaderLevels HeaderBands::levels(const Band& band, std::size_t column) const {
  HeaderLevels result;
  for (std::size_t r = band.first; r < band.first + band.height; ++r) {
    const RowLook& look = rows_[r].look;
    if (look.one_text && look.filled > 1 && band.height > 1) continue;
    std::string_view text = look.at(column);
    // In a plain copy only the first cell of a merged parent has its text.
    if (text.empty() && has_text_below(band, r, column)) text = rows_[r].text_left_of(column);
    if (!text.empty() && (result.empty() || result.back() != text)) result.push_back(text);
  }
  return result;
}

bool HeaderBands::has_text_below(const Band& band, std::size_t row, std::size_t column) const {
  for (std::size_t r = row + 1; r < band.first + band.height; ++r) {
    if (!rows_[r].look.at(column).empty()) return true;
  }
  return false;
}

std::size_t HeaderBands::width(const Band& band) const {
  std::size_t width = 0;
  for (std::size_t r = band.first; r < band.first + band.height; ++r)
    width = std::max(width, rows_[r].look.cells.size());
  return width;
}

std::size_t HeaderBands::score(const Band& band) {
  std::vector<std::uint8_t> seen(vocabulary_.fields.size() * (kStages.size() + 1), 0);
  std::size_t count = 0;
  const std::size_t columns = width(band);
  for (std::size_t column = 0; column < columns; ++column) {
    const ColumnFinding finding = memo_.match(levels(band, column), false);
    if (!finding.match) continue;
    const std::size_t stage = finding.match->stage ? 1 + static_cast<std::size_t>(*finding.match->stage) : 0;
    std::uint8_t& mark = seen[finding.match->field * (kStages.size() + 1) + stage];
    if (mark == 0) ++count;
    mark = 1;
  }
  return count;
}

Band HeaderBands::best() {
  Band best;
  best.score = 1;  // one name alone is a cell that happens to say so
  for (std::size_t height = 1; height <= kMostLevels; ++height) {
    for (std::size_t first = 0; first + height <= rows_.size(); ++first) {
      // A title says one thing, above a header as below it.
      if (height > 1 && (rows_[first].look.one_text || rows_[first + height - 1].look.one_text)) continue;
      Band band{first, height, 0};
      // No header has nothing but names that only their parents explain: most rows of words are settled here.
      const auto* const rows = rows_.data() + first;
      if (std::none_of(rows, rows + height, [](const Pending& row) { return row.named; })) continue;
      band.score = score(band);
      if (band.score > best.score) best = band;
    }
  }
  while (best.height > 0 && best.height < kMostLevels && best.first + best.height < rows_.size() &&
         continues(best, best.first + best.height))
    ++best.height;
  return best;
}

/// A row that says more about the columns of a header, but names no school: units, or children of what stands above.
bool HeaderBands::continues(const Band& band, std::size_t i) {
  const RowLook& look = rows_[i].look;
  if (has_units(i)) return true;
  if (look.one_text && look.filled > 1) return false;
  for (std::size_t column = 0; column < look.cells.size(); ++column) {
    const std::string_view cell = look.at(column);
    const bool repeated = cell == rows_[i - 1].look.at(column);
    if (cell.empty() || repeated) continue;
    const HeaderLevels above = levels(band, column);
    if (above.empty()) return false;
    const ColumnFinding finding = memo_.match(above, false);
    if (finding.match && vocabulary_.fields[finding.match->field].kind == FieldKind::text) return false;
    if (!finding.match && look.one_text && column <= 1 && vocabulary_.match_stage(without_numbering(cell)))
      return false;
  }
  return true;
}

/// A row of units below a header; columns that have none repeat their name where they are merged, or are empty.
bool HeaderBands::has_units(std::size_t i) const {
  const RowLook& look = rows_[i].look;
  bool units = false;
  for (std::size_t column = 0; column < look.cells.size(); ++column) {
    const std::string_view cell = look.at(column);
    if (vocabulary_.is_unit(cell))
      units = true;
    else if (!cell.empty() && cell != rows_[i - 1].look.at(column))
      return false;
  }
  return units;
}

Band HeaderBands::chosen() const {
  Band band;
  while (band.first < rows_.size() && !rows_[band.first].chosen)
    ++band.first;
  while (band.first + band.height < rows_.size() && rows_[band.first + band.height].chosen)
    ++band.height;
  return band;
}

}  // namespace junheng
