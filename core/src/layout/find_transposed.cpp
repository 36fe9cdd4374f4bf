// SPDX-License-Identifier: MIT
#include "layout/find_transposed.h"

#include <algorithm>

#include "junheng/record.h"
#include "layout/row_look.h"
#include "table/table_writer.h"

namespace junheng {
namespace {

/// Names of fields are looked for in so many rows and columns; forms that stand on end have them at their left edge.
constexpr std::size_t kMostRows = 300;
constexpr std::size_t kMostLabelColumns = 6;
/// Fewer names below each other say nothing.
constexpr std::size_t kFewestNames = 4;

class TransposedFinder {
 public:
  TransposedFinder(RawSheet& sheet, const Vocabulary& vocabulary, HeaderMemo& memo)
      : sheet_(sheet), vocabulary_(vocabulary), memo_(memo) {}

  bool stands_on_end() {
    Table& table = sheet_.table;
    if (table.rows() > kMostRows) return false;
    std::size_t across = 0;
    std::vector<std::size_t> down(kMostLabelColumns, 0);
    cells_.resize(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
      read_cells(table, row, cells_[row]);
      std::size_t names = 0;
      for (std::size_t column = 0; column < cells_[row].size(); ++column) {
        if (cells_[row][column].empty() || !vocabulary_.match_header(cells_[row][column])) continue;
        ++names;
        if (column < down.size()) ++down[column];
      }
      across = std::max(across, names);
    }
    const auto best = std::max_element(down.begin(), down.end());
    label_ = static_cast<std::size_t>(best - down.begin());
    return *best >= kFewestNames && *best > 2 * across;
  }

  Section turn() {
    find_columns();
    Section section;
    section.transposed = true;
    const auto school = vocabulary_.field("school");
    std::vector<std::size_t> rows;
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      const std::string_view label = at(row, label_);
      if (label.empty() || vocabulary_.is_note(label)) continue;
      rows.push_back(row);
      section.headers.push_back(header(row));
      section.columns.push_back(finding(section.headers.back()));
    }
    // The head of a column is a school's name where no row is.
    const bool named = school && column_of(section.columns, *school);
    if (!named && school && first_ > 0) {
      section.headers.push_back(vocabulary_.fields[*school].label.zh);
      section.columns.push_back(finding(section.headers.back()));
    }
    for (const std::size_t column : values_) {
      std::vector<std::string> turned;
      turned.reserve(rows.size() + 1);
      for (const std::size_t row : rows)
        turned.emplace_back(at(row, column));
      if (!named && first_ > 0) turned.emplace_back(at(first_ - 1, column));
      section.rows.push_back({static_cast<std::uint32_t>(section.turned.size()),
                              sheet_.lines_before + static_cast<std::uint32_t>(column) + 1, 0});
      section.turned.push_back(std::move(turned));
    }
    return section;
  }

  [[nodiscard]] RowKind kind_of(std::size_t row) const {
    const std::string_view label = at(row, label_);
    if (row < first_) return row + 1 == first_ ? RowKind::header : RowKind::title;
    return label.empty() ? RowKind::aside : vocabulary_.is_note(label) ? RowKind::note : RowKind::school;
  }

 private:
  std::string_view at(std::size_t row, std::size_t column) const {
    return column < cells_[row].size() ? std::string_view(cells_[row][column]) : std::string_view();
  }

  /// 填报项目 | 单位 | 填报值 | 备注 above the labels tells the columns apart; without it all to the right are schools.
  void find_columns() {
    while (first_ < cells_.size() && !vocabulary_.match_header(at(first_, label_)))
      ++first_;
    // The head itself may be a word for a field: 指标 is none, 学校名称 is the first of the labels.
    std::size_t width = 0;
    for (const auto& row : cells_)
      width = std::max(width, row.size());
    const bool head = first_ > 0 && vocabulary_.match_fact_column(at(first_ - 1, label_)) == FactColumn::name;
    unit_ = width;
    std::vector<std::size_t> others;
    for (std::size_t column = label_ + 1; column < std::min(width, kMostTurned); ++column) {
      const auto word = head ? vocabulary_.match_fact_column(at(first_ - 1, column)) : std::nullopt;
      if (word == FactColumn::unit || (!word && unit_ == width && is_units(column)))
        unit_ = column;
      else if (word == FactColumn::value)
        values_.push_back(column);
      else if (!word && has_text(column))
        others.push_back(column);
    }
    if (values_.empty()) values_ = std::move(others);
  }

  bool has_text(std::size_t column) const {
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      if (!at(row, column).empty()) return true;
    }
    return false;
  }

  bool is_units(std::size_t column) const {
    std::size_t units = 0;
    std::size_t filled = 0;
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      if (at(row, column).empty()) continue;
      ++filled;
      if (vocabulary_.is_unit(at(row, column))) ++units;
    }
    return units * 2 > filled;
  }

  /// The name with its unit, where the unit fits: "人" beside 学校名称 does not.
  std::string header(std::size_t row) const {
    std::string label(at(row, label_));
    const std::string_view unit = at(row, unit_);
    const auto alone = vocabulary_.match_header(label);
    if (unit.empty() || !alone || !vocabulary_.match_unit(vocabulary_.fields[alone->field], unit)) return label;
    return label.append("(").append(unit).append(")");
  }

  ColumnFinding finding(const std::string& header) const { return memo_.match({header}, true); }

  RawSheet& sheet_;
  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
  std::vector<std::vector<std::string>> cells_;
  std::size_t label_ = 0;
  std::size_t unit_ = 0;
  std::size_t first_ = 0;
  std::vector<std::size_t> values_;
};

}  // namespace

bool find_transposed(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, HeaderMemo& memo,
                     std::vector<Section>& sections, std::vector<SourceRow>& rows) {
  TransposedFinder finder(sheet, vocabulary, memo);
  if (!finder.stands_on_end()) return false;
  sections.push_back(finder.turn());
  sections.back().sheet = index;
  for (std::size_t row = 0; row < sheet.table.rows(); ++row)
    rows.push_back({sheet.lines_before + sheet.table.records[row].line, finder.kind_of(row)});
  return true;
}

}  // namespace junheng
