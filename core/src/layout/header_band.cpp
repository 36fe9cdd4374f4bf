// SPDX-License-Identifier: MIT
#include "layout/header_band.h"

#include "layout/header_columns.h"

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
    if (text.empty() && has_text_below(band, r, column) && !is_parted(band, r, column))
      text = rows_[r].text_left_of(column);
    if (!text.empty() && (result.empty() || result.back() != text)) result.push_back(text);
  }
  return result;
}

/// Whether a parent above begins between the text to the left and this column: then that text is below another parent.
bool HeaderBands::is_parted(const Band& band, std::size_t row, std::size_t column) const {
  const auto last_of = [&](std::size_t r) {
    const std::vector<std::uint32_t>& filled = rows_[r].filled_up_to;
    return filled.empty() ? 0 : filled[std::min(column, filled.size() - 1)];
  };
  const std::uint32_t from = last_of(row);
  for (std::size_t r = band.first; r < row; ++r) {
    const RowLook& look = rows_[r].look;
    const std::uint32_t last = last_of(r);
    if (!look.one_text && last > from && look.at(last) != look.at(from)) return true;
  }
  return false;
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
  std::vector<std::uint32_t> seen;
  const std::size_t columns = width(band);
  for (std::size_t column = 0; column < columns; ++column) {
    if (const std::uint32_t name = known(levels(band, column)).name; name != 0) seen.push_back(name);
  }
  std::sort(seen.begin(), seen.end());
  return static_cast<std::size_t>(std::unique(seen.begin(), seen.end()) - seen.begin());
}

/// Remembered, as the same rows are tried as parts of many bands.
const HeaderBands::Known& HeaderBands::known(const HeaderLevels& levels) {
  constexpr std::size_t kMostKnown = 20'000;
  key_.clear();
  for (const std::string_view level : levels)
    key_.append(level.substr(0, kMostKnown)).push_back('\n');
  if (const std::uint32_t* const at = places_.find(key_)) return known_[*at];
  const ColumnReading reading = read_column(levels, vocabulary_, memo_, false);
  Known found;
  found.match = reading.finding.match;
  // 在校生数 of 2022 and of 2023 are two names, and so are 应配 and 实有 of one field.
  if (found.match) {
    const std::string name = std::to_string(found.match->field) + ' ' +
                             (found.match->stage ? std::string(id_of(*found.match->stage)) : std::string()) + ' ' +
                             (reading.year ? reading.year->id() : std::string()) + ' ' +
                             std::string(id_of(reading.role));
    names_.add(name, static_cast<std::uint32_t>(names_.entries().size()) + 1);
    found.name = *names_.find(name);
  }
  if (known_.size() >= kMostKnown) {
    last_ = found;
    return last_;
  }
  places_.add(key_, static_cast<std::uint32_t>(known_.size()));
  known_.push_back(found);
  return known_.back();
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
  return extended(best);
}

Band HeaderBands::extended(Band band) {
  while (band.height > 0 && band.height < kMostLevels && band.first + band.height < rows_.size() &&
         continues(band, band.first + band.height))
    ++band.height;
  return band;
}

/// The texts above the cell of a row that may be one more row of the header.
HeaderLevels HeaderBands::above(const Band& band, std::size_t column) const {
  HeaderLevels texts = levels({band.first, band.height + 1, 0}, column);
  const std::string_view cell = rows_[band.first + band.height].look.at(column);
  if (!texts.empty() && texts.back() == cell) texts.pop_back();
  return texts;
}

/// A row that says more about the columns of a header, but names no school: units, or children of what stands above.
bool HeaderBands::continues(const Band& band, std::size_t i) {
  const RowLook& look = rows_[i].look;
  // One word again and again is a line above a group, as titles are; unless it is a unit.
  if (look.one_text && look.filled > 1 && !vocabulary_.is_unit(look.first_text())) return false;
  if (has_words_below(band, i)) return true;
  if ((look.one_text && look.filled > 1) || look.numbers) return false;
  bool says = false;
  for (std::size_t column = 0; column < look.cells.size(); ++column) {
    const std::string_view cell = look.at(column);
    const bool repeated = cell == rows_[i - 1].look.at(column);
    if (cell.empty() || repeated) continue;
    const HeaderLevels parents = above(band, column);
    if (parents.empty()) return false;
    const std::optional<HeaderMatch> match = match_of(parents);
    if (match && vocabulary_.fields[match->field].kind == FieldKind::text) return false;
    // 一、城区 in the first columns is a line above a group.
    if (!match && look.one_text && column <= 1) return false;
    says = says || !vocabulary_.is_missing_mark(cell);
  }
  return says || look.filled == 0;
}

/// A row of nothing but units, 应配 and 实有, years, stages or 计 below names; columns that have none repeat their name
/// where they are merged, or are empty.
bool HeaderBands::has_words_below(const Band& band, std::size_t i) {
  const RowLook& look = rows_[i].look;
  bool words = false;
  for (std::size_t column = 0; column < look.cells.size(); ++column) {
    const std::string_view cell = look.at(column);
    if (cell.empty() || cell == rows_[i - 1].look.at(column)) continue;
    if (!vocabulary_.is_unit(cell)) {
      const HeaderLevels parents = above(band, column);
      const std::optional<HeaderMatch> match = parents.empty() ? std::nullopt : match_of(parents);
      const bool number = match && vocabulary_.fields[match->field].kind != FieldKind::text;
      const bool part = number && (vocabulary_.is_total(cell) || vocabulary_.match_stage(cell));
      if (parents.empty() || (match && !number) || (!part && !is_beside_name(cell, vocabulary_))) return false;
    }
    words = true;
  }
  return words;
}

/// Where no row has two names: one with a name, or with texts over numbers; of equals the first. It has to be as wide
/// as half of what stands below it, which titles are not.
Band HeaderBands::likeliest() {
  struct Over {
    std::size_t names = 0;
    std::size_t numbers = 0;
    std::size_t anything = 0;
    std::size_t wide = 0;  ///< columns that most rows below have something in
  };
  std::vector<Over> over(rows_.size());
  for (std::size_t c = 0; c < width({0, rows_.size(), 0}); ++c) {
    std::size_t filled = 0;
    std::size_t numbers = 0;
    for (std::size_t r = rows_.size(); r-- > 0;) {
      const std::string_view cell = rows_[r].look.at(c);
      if (filled * 2 >= rows_.size() - r) ++over[r].wide;
      if (cell.empty()) continue;
      if (filled > 0) ++over[r].anything;
      if (numbers * 2 > filled) ++over[r].numbers;
      if (match_of({cell})) ++over[r].names;
      ++filled;
      if (is_numeric(cell, vocabulary_)) ++numbers;
    }
  }
  Band best;
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    constexpr std::size_t kManyColumns = 4 * kMostColumns;
    const RowLook& look = rows_[r].look;
    const Over& of = over[r];
    // A name says more than what numbers stand below, which all rows above them share.
    const std::size_t score = of.names > 0 ? kManyColumns * of.names : 2 * of.numbers + of.anything;
    if (look.filled < 2 || look.one_text || look.numbers || of.names + of.numbers == 0) continue;
    if (of.anything * 2 >= of.wide && score > best.score) best = {r, 1, score};
  }
  return extended(best);
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
