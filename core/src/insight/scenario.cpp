// SPDX-License-Identifier: MIT
#include "junheng/scenario.h"

#include <algorithm>

#include "base/utf8.h"
#include "junheng/exact.h"
#include "junheng/lookup.h"
#include "junheng/record.h"
#include "table/cell.h"
#include "table/table_writer.h"

namespace junheng {
namespace {

/// The base's table as it was read, to be written anew with the changes.
class Rewriter {
 public:
  Rewriter(const Evaluation& base, const Scenario& scenario) : base_(base), scenario_(scenario) {
    columns_ = base.columns;
    for (const Span header : base.table.columns)
      headers_.emplace_back(base.table.at(header));
    find_columns();
  }

  Layout run() {
    TableWriter writer;
    writer.columns(headers_);
    // A copy: reading cells writes unquoted ones behind the text.
    Table table = base_.table;
    std::vector<std::string> cells;
    for (std::size_t row = 0; row < base_.roster.rows(); ++row) {
      // Totals are those of the real schools.
      const std::uint32_t line = base_.roster.line[row];
      if (base_.roster.total[row] != 0 || closed(line)) continue;
      read_cells(table, row, cells);
      write(writer, cells, line);
    }
    std::uint32_t line = kAddedLine;
    for (const Change& change : scenario_.changes) {
      if (change.kind != Change::Kind::add) continue;
      cells.assign(1, {});
      if (school_) put(cells, *school_, change.text);
      if (!closed(line)) write(writer, cells, line);
      ++line;
    }
    Layout layout;
    layout.table = writer.take();
    layout.columns = std::move(columns_);
    layout.county = base_.county;
    layout.sheets = base_.sheets;
    layout.rows = base_.rows;
    return layout;
  }

 private:
  /// The column of each change; one that the table has not is added to it.
  void find_columns() {
    const Vocabulary& vocabulary = *base_.vocabulary;
    if (const auto school = vocabulary.field("school")) school_ = column_of(base_, *school);
    for (const Change& change : scenario_.changes) {
      const auto field = vocabulary.field(change.field);
      places_.push_back(kNoColumn);
      if (change.kind != Change::Kind::set || !field) continue;
      if (const auto known = column_of(columns_, *field, change.stage)) {
        places_.back() = *known;
        continue;
      }
      places_.back() = static_cast<std::uint16_t>(columns_.size());
      ColumnFinding added;
      added.sureness = Sureness::chosen;
      added.match = HeaderMatch{};
      added.match->field = *field;
      if (change.stage != kNoStage) added.match->stage = static_cast<Stage>(change.stage);
      columns_.push_back(added);
      headers_.push_back(vocabulary.fields[*field].label.zh);
    }
  }

  [[nodiscard]] bool closed(std::uint32_t line) const {
    return std::any_of(scenario_.changes.begin(), scenario_.changes.end(), [line](const Change& change) {
      return change.kind == Change::Kind::close && change.line == line;
    });
  }

  static void put(std::vector<std::string>& cells, std::size_t column, const std::string& text) {
    if (cells.size() <= column) cells.resize(column + 1);
    cells[column] = text;
  }

  void write(TableWriter& writer, std::vector<std::string>& cells, std::uint32_t line) const {
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Change& change = scenario_.changes[i];
      if (places_[i] != kNoColumn && change.line == line) put(cells, places_[i], change.text);
    }
    writer.row(cells, line);
  }

  const Evaluation& base_;
  const Scenario& scenario_;
  std::vector<std::string> headers_;
  std::vector<ColumnFinding> columns_;
  std::vector<std::uint16_t> places_;  ///< one for each change
  std::optional<std::uint16_t> school_;
};

}  // namespace

Evaluation evaluate_scenario(const Evaluation& base, const Scenario& scenario, const Request& request) {
  Request asked = request;
  asked.reading = {};
  return evaluate_layout(Rewriter(base, scenario).run(), {}, *base.standard, *base.vocabulary, asked);
}

std::string scenario_cell(const Evaluation& base, const Scenario& scenario, std::uint32_t line, std::uint16_t field,
                          std::uint8_t stage) {
  const std::string& id = base.vocabulary->fields[field].id;
  const std::string* assumed = nullptr;
  for (const Change& change : scenario.changes) {
    if (change.kind == Change::Kind::set && change.line == line && change.field == id && change.stage == stage)
      assumed = &change.text;
  }
  if (assumed != nullptr) return *assumed;
  const auto row = row_of_line(base, line);
  const auto column = column_of(base, field, stage);
  return row && column ? cell_of(base, *row, *column) : std::string();
}

std::optional<Moved> move_amount(const Vocabulary& vocabulary, std::uint16_t field, std::string_view from,
                                 std::string_view to, std::string_view amount) {
  constexpr std::string_view kZero = "0";
  const auto read = [&](std::string_view text) -> std::optional<Decimal> {
    const NumberCell cell = read_quantity_cell(text, vocabulary.fields[field].kind, vocabulary);
    if (cell.problem || cell.state != CellState::number || cell.value.mantissa < 0) return std::nullopt;
    return cell.value;
  };
  const auto there = read(from);
  const auto beside = read(trimmed(to).empty() ? kZero : to);
  const auto moved = read(amount);
  if (!there || !beside || !moved) return std::nullopt;
  // In the finest of the three scales; kMaxDigits leaves room for a sum of two.
  const int scale = std::max({there->scale, beside->scale, moved->scale});
  const auto scaled = [scale](Decimal value) {
    return static_cast<U128>(value.mantissa) * power_of_ten(scale - value.scale);
  };
  if (scaled(*moved) > scaled(*there)) return std::nullopt;
  const auto text = [scale](U128 value) -> std::string {
    const auto whole = static_cast<std::int64_t>(value);
    const auto result = shifted(Decimal{whole, 0}, -scale);
    return result ? to_text(*result) : std::string();
  };
  if (scaled(*beside) + scaled(*moved) >= power_of_ten(kMaxDigits)) return std::nullopt;
  return Moved{text(scaled(*there) - scaled(*moved)), text(scaled(*beside) + scaled(*moved))};
}

}  // namespace junheng
