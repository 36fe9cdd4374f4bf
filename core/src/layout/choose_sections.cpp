// SPDX-License-Identifier: MIT
#include "layout/choose_sections.h"

#include <algorithm>

#include "layout/section_cells.h"
#include "table/field_cell.h"

namespace junheng {
namespace {

/// So many rows show what all are.
constexpr std::size_t kProbe = 60;

class SchoolTables {
 public:
  SchoolTables(std::vector<RawSheet>& sheets, const Vocabulary& vocabulary)
      : sheets_(sheets), vocabulary_(vocabulary), school_(vocabulary.field("school").value_or(kNoSubject)) {}

  bool names_schools(const Section& section) const { return column_of(section.columns, school_).has_value(); }

  /// A row of several schools: a column counts them, or the rows are named as stages, towns, counties or years are.
  bool is_summary(const Section& section) const {
    if (section.transposed || section.rows.empty()) return false;
    const auto count = std::find_if(section.headers.begin(), section.headers.end(), [&](const std::string& header) {
      return vocabulary_.row_words.counts_schools(last_level(header));
    });
    const bool counts = count != section.headers.end();
    if (counts && !names_schools(section)) return true;
    const bool any = std::any_of(section.columns.begin(), section.columns.end(),
                                 [](const ColumnFinding& column) { return column.match.has_value(); });
    if (!any) return false;
    const auto column = static_cast<std::size_t>(count - section.headers.begin());
    const auto name = column_of(section.columns, school_);
    SectionCells cells(sheets_[section.sheet], section);
    std::size_t rows = 0;
    std::size_t several = 0;
    std::size_t groups = 0;
    WordMap names;
    for (const SectionRow& row : section.rows) {
      const std::string_view named = name ? cells.at(row, *name) : cells.first_text(row);
      // Stages with what they come to are groups between schools, or all that there is.
      if (row.kind != RowKind::school && !(row.kind == RowKind::total && is_stage(named))) continue;
      if (++rows > kProbe) break;
      // Each group stands once; schools that are all called 小学 are those of several counties. One school, and no more
      // names are asked for.
      if (groups + 1 == rows && is_group(named) && names.add(named, 0)) ++groups;
      if (!counts && groups < rows) break;
      if (counts && is_several(cells.at(row, column))) ++several;
    }
    rows = std::min(rows, kProbe);
    if (rows == 0) return false;
    return several * 2 > rows || (rows > 1 && groups == rows);
  }

 private:
  bool is_several(std::string_view cell) const {
    const NumberCell number = read_number_cell(cell, vocabulary_);
    return number.state == CellState::number && number.value.scale == 0 && number.value.mantissa > 1;
  }

  bool is_stage(std::string_view name) const {
    bool count = false;
    return vocabulary_.match_stage(vocabulary_.row_words.group_of(name, count)).has_value();
  }

  bool is_group(std::string_view name) const {
    bool count = false;
    const std::string_view group = vocabulary_.row_words.group_of(name, count);
    if (group.empty()) return false;
    const TypeWord type = vocabulary_.match_type(group);
    return type.type || type.stage || vocabulary_.match_stage(group) || vocabulary_.row_words.ends_as_place(group) ||
           year_in(name);
  }

  std::vector<RawSheet>& sheets_;
  const Vocabulary& vocabulary_;
  std::uint16_t school_;
};

/// All lines from its header to its last row that stood for themselves.
void set_kinds(const Section& section, std::vector<SourceRow>& rows, RowKind kind) {
  const std::uint32_t last = section.rows.empty() ? section.header_line : section.rows.back().line;
  auto row = std::partition_point(rows.begin(), rows.end(),
                                  [&](const SourceRow& above) { return above.line < section.header_line; });
  // A line of words is a header only for want of another.
  const bool none = std::none_of(section.columns.begin(), section.columns.end(),
                                 [](const ColumnFinding& column) { return column.match.has_value(); });
  const bool alone = none || section.rows.empty();
  for (; row != rows.end() && row->line <= last; ++row) {
    const bool header = alone && row->kind == RowKind::header;
    if (row->kind == RowKind::school || row->kind == RowKind::total || header) row->kind = kind;
  }
}

}  // namespace

void keep_tables_of_schools(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                            std::vector<SourceRow>& rows) {
  const SchoolTables tables(sheets, vocabulary);
  std::vector<std::uint8_t> summary(sections.size());
  bool any = false;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    summary[i] = tables.is_summary(sections[i]) ? 1 : 0;
    any = any || (summary[i] == 0 && tables.names_schools(sections[i]));
  }
  std::vector<Section> kept;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    Section& section = sections[i];
    // Without any table of schools the complaints are about the ones there are.
    const bool aside = any && !tables.names_schools(section);
    if (summary[i] == 0 && !aside)
      kept.push_back(std::move(section));
    else if (!section.transposed)
      set_kinds(section, rows, any ? RowKind::other_table : RowKind::summary);
  }
  sections = std::move(kept);
}

}  // namespace junheng
