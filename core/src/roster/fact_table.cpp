// SPDX-License-Identifier: MIT
#include "roster/fact_table.h"

#include <algorithm>

#include "base/utf8.h"
#include "junheng/limits.h"
#include "junheng/record.h"
#include "roster/survey.h"

namespace junheng {
namespace {

/// Steps, by table(): roles() finds what each column is, line() the name and the values of a row. A header of a survey
/// makes what stands below it rows of that survey, until a row that is none.
class FactTable {
 public:
  explicit FactTable(FactSink& sink) : sink_(sink), vocabulary_(sink.vocabulary) {}

  void table(std::string text) {
    Issues ignored;  // unclosed quotes and the like show in the values themselves
    Table table = read_table(std::move(text), ignored);
    std::vector<std::string_view> cells;
    for (const Span span : table.columns)
      cells.push_back(table.at(span));
    std::vector<Column> columns = roles(cells);
    const bool header = !columns.empty();
    if (!header) columns = roles_by_count(cells.size());
    std::vector<std::vector<Span>> rows;
    std::vector<std::uint32_t> lines;
    if (!header && !table.columns.empty()) {
      rows.push_back(table.columns);
      lines.push_back(1);
    }
    if (table.rows() > kMostFacts) return sink_.refuse();
    for (std::size_t row = 0; row < table.rows(); ++row) {
      CellReader reader(table, row);
      rows.emplace_back();
      lines.push_back(table.records[row].line);
      for (Span span; reader.next(span);)
        rows.back().push_back(span);
    }
    for (std::size_t row = 0; row < rows.size() && !sink_.too_many(); ++row) {
      cells.clear();
      for (const Span span : rows[row])
        cells.push_back(trimmed(table.at(span)));
      if (auto header_of_survey = survey_columns(cells, vocabulary_)) {
        survey_ = std::move(header_of_survey);
        continue;
      }
      if (survey_ && read_survey_row(*survey_, cells, lines[row], sink_)) continue;
      line(columns, cells, lines[row]);
    }
  }

 private:
  struct Column {
    std::optional<FactColumn> role;
    std::uint16_t year = 0;
    std::uint8_t stage = kNoStage;
  };

  /// What the header says of each column; empty: this is no header.
  std::vector<Column> roles(const std::vector<std::string_view>& cells) const {
    std::vector<Column> columns(cells.size());
    bool named = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Column& column = columns[i];
      column.role = vocabulary_.match_fact_column(cells[i]);
      column.year = year_of(cells[i]);
      const auto stage = vocabulary_.match_stage(cells[i]);
      if (stage) column.stage = static_cast<std::uint8_t>(*stage);
      if (column.year != 0 || stage) column.role = FactColumn::value;
      if (column.role == FactColumn::name) named = true;
    }
    return named ? columns : std::vector<Column>();
  }

  /// Name and value; name, unit and value; and behind them a note.
  static std::vector<Column> roles_by_count(std::size_t count) {
    std::vector<Column> columns(count);
    const FactColumn three[] = {FactColumn::name, FactColumn::unit, FactColumn::value, FactColumn::note};
    const FactColumn two[] = {FactColumn::name, FactColumn::value};
    for (std::size_t i = 0; i < count && i < 4; ++i) {
      if (count > 2) columns[i].role = three[i];
      if (count <= 2) columns[i].role = two[i];
    }
    return columns;
  }

  static std::string_view in_role(const std::vector<Column>& columns, const std::vector<std::string_view>& cells,
                                  FactColumn role) {
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
      if (columns[i].role == role && !cells[i].empty()) return cells[i];
    }
    return {};
  }

  void line(const std::vector<Column>& columns, const std::vector<std::string_view>& cells, std::uint32_t line) {
    const std::string_view written = in_role(columns, cells, FactColumn::name);
    if (written.empty()) return;
    FactPlace place;
    place.line = line;
    place.unit = in_role(columns, cells, FactColumn::unit);
    place.note = in_role(columns, cells, FactColumn::note);
    const auto name = sink_.name_of(written);
    bool any = false;
    // Columns of years: what does not stand once for each year is taken from the latest.
    std::uint16_t latest = 0;
    bool verdicts = false;
    for (const Column& column : columns) {
      latest = std::max(latest, column.year);
      verdicts = verdicts || column.role == FactColumn::verdict;
    }
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
      if (name && !sink_.by_year(*name) && columns[i].year != 0 && columns[i].year != latest) continue;
      // A form has two columns for an item: what was found, in words, and whether it is met.
      const bool verdict = columns[i].role == FactColumn::verdict && name && name->kind == FieldKind::flag;
      if ((columns[i].role != FactColumn::value && !verdict) || cells[i].empty()) continue;
      if (name && name->kind == FieldKind::flag && !verdict && verdicts && !vocabulary_.match_flag(cells[i])) {
        place.note = cells[i];
        continue;
      }
      any = true;
      if (!name) break;
      FactPlace inside = place;
      inside.year = columns[i].year;
      inside.stage = columns[i].stage != kNoStage ? columns[i].stage : name->stage;
      sink_.cell(*name, written, cells[i], inside);
    }
    if (any && !name) sink_.complain(IssueCode::fact_unknown, std::string(written), place);
  }

  FactSink& sink_;
  const Vocabulary& vocabulary_;
  std::optional<SurveyColumns> survey_;
};

}  // namespace

void read_fact_table(std::string text, FactSink& sink) {
  FactTable(sink).table(std::move(text));
}

}  // namespace junheng
