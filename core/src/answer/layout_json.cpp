// SPDX-License-Identifier: MIT
//
// How tables were read, for people to look at and to correct: every column with its field and every line with what it is.

#include <algorithm>

#include "answer/json_parts.h"
#include "answer/request.h"
#include "junheng/junheng.h"
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

void write_cells(JsonWriter& out, SourceSheet& sheet, std::size_t row) {
  std::vector<std::string> cells;
  read_cells(sheet.table, row, cells);
  out.begin_array("cells");
  for (const std::string& cell : cells)
    out.text(cell);
  out.end_array();
}

}  // namespace

std::string reading_json(std::string table, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  const Json root = tree.root();
  const std::uint32_t sheet = root.find("sheet").whole_number().value_or(0);
  const std::uint32_t from = root.find("from").whole_number().value_or(0);
  const std::uint32_t count = root.find("count").whole_number().value_or(0);
  Issues issues;
  std::vector<SourceSheet> raw = read_source(table);
  const Layout layout = find_layout(std::move(table), library.vocabulary, table_choices(root.find("reading")), issues);

  JsonWriter out;
  out.begin_object();
  if (root.find("fields").boolean()) write_fields(out, library.vocabulary);
  out.begin_array("sheets");
  for (std::size_t i = 0; i < layout.sheets.size(); ++i) {
    out.begin_object();
    out.text_or_null("name", layout.sheets[i].name);
    out.boolean("transposed", layout.sheets[i].transposed);
    out.count("rows", raw[i].table.rows());
    out.end_object();
  }
  out.end_array();
  // Lines that hold nothing are neither here nor in the layout.
  out.begin_array("rows");
  std::size_t place = 0;
  for (std::size_t i = 0; i < raw.size() && i < sheet; ++i)
    place += raw[i].table.rows();
  if (sheet < raw.size()) {
    const Table& records = raw[sheet].table;
    const std::size_t end = std::min<std::size_t>(records.rows(), std::size_t{from} + count);
    for (std::size_t row = from; row < end && place + row < layout.rows.size(); ++row) {
      out.begin_object();
      out.count("row", records.records[row].line);
      out.text("kind", id_of(layout.rows[place + row].kind));
      write_cells(out, raw[sheet], row);
      out.end_object();
    }
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace junheng
