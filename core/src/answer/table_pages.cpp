// SPDX-License-Identifier: MIT
//
// How tables were read, for people to look at and to correct: every column with its field and every line with what it is.

#include "junheng/table_pages.h"

#include <algorithm>

#include "answer/decisions.h"
#include "answer/json_parts.h"
#include "answer/request.h"
#include "junheng/corrections.h"
#include "junheng/record.h"

namespace junheng {
namespace {

/// What a column can be, with the units its numbers can be in.
void write_fields(JsonWriter& out, const Vocabulary& vocabulary) {
  out.begin_array("fields");
  for (const Field& field : vocabulary.fields) {
    if (field.level != Level::school) continue;
    out.begin_object();
    out.text("id", field.id);
    write_both(out, "label", field.label);
    out.boolean("staged", field.staged);
    out.begin_array("units");
    for (const std::string_view unit : vocabulary.units_of(field))
      out.text(unit);
    out.end_array();
    out.end_object();
  }
  out.end_array();
}

void write_sheets(JsonWriter& out, const ReadTables& tables) {
  out.begin_array("sheets");
  for (std::size_t i = 0; i < tables.sheets.size(); ++i) {
    out.begin_object();
    write_clipped(out, "name", tables.sheets[i].name);
    out.boolean("transposed", tables.sheets[i].transposed);
    out.count("rows", tables.raw[i].table.rows());
    out.count("rowsBefore", tables.sheets[i].lines_before);
    out.end_object();
  }
  out.end_array();
}

void write_cells(JsonWriter& out, const std::vector<std::string>& cells) {
  out.begin_array("cells");
  for (const std::string& cell : cells)
    out.text(cell);
  out.end_array();
}

void write_rows(JsonWriter& out, const ReadTables& tables, Json request) {
  const std::size_t sheet = request.find("sheet").whole_number().value_or(0);
  std::size_t from = request.find("from").whole_number().value_or(0);
  const std::size_t count = request.find("count").whole_number().value_or(0);
  const bool corrected = request.find("corrected").boolean();
  if (sheet >= tables.raw.size()) return;
  const Table& table = tables.raw[sheet].table;
  if (const auto line = request.find("row").whole_number()) {
    const auto end = table.records.begin() + static_cast<std::ptrdiff_t>(table.rows());
    const auto at =
        std::partition_point(table.records.begin(), end, [&](const Record& one) { return one.line < *line; });
    from = static_cast<std::size_t>(at - table.records.begin());
  }
  // Lines that hold nothing are neither among the records nor among the rows.
  std::size_t before = 0;
  for (std::size_t i = 0; i < sheet; ++i)
    before += tables.raw[i].table.rows();
  const Corrections corrections(tables.reading, sheet);
  const std::size_t end = std::min(table.rows(), from + count);
  for (std::size_t row = from; row < end && before + row < tables.rows.size(); ++row) {
    const std::uint32_t line = table.records[row].line;
    std::vector<std::string> cells = record_cells(table, row);
    if (corrected) corrections.apply(line, cells);
    out.begin_object();
    out.count("row", line);
    out.text("kind", id_of(tables.rows[before + row].kind));
    write_cells(out, cells);
    out.end_object();
  }
}

}  // namespace

std::string rows_json(const ReadTables& tables, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  JsonWriter out;
  out.begin_object();
  if (tree.root().find("fields").boolean()) write_fields(out, library.vocabulary);
  write_sheets(out, tables);
  out.begin_array("rows");
  write_rows(out, tables, tree.root());
  out.end_array();
  out.end_object();
  return out.take();
}

std::string TablePages::json(std::string text, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  TableChoices reading = read_choices(tree.root().find("reading"));
  std::vector<SourceText> sources = sources_of(std::move(text), tree.root().find("sources"));
  if (!read_ || sources != sources_ || reading != reading_) {
    Issues issues;
    raw_ = read_source(sources, library.vocabulary, reading);
    Layout layout = find_layout(sources, library.vocabulary, reading, issues);
    sheets_ = std::move(layout.sheets);
    rows_ = std::move(layout.rows);
    reading_ = std::move(reading);
    sources_ = std::move(sources);
    read_ = true;
  }
  return rows_json({raw_, sheets_, rows_, reading_}, request, library);
}

}  // namespace junheng
