// SPDX-License-Identifier: MIT
#include "roster/column_reader.h"

#include <array>
#include <string_view>
#include <utility>

namespace junheng {

ColumnReader reader_of(const HeaderMatch& match, const Vocabulary& vocabulary, Roster& roster) {
  const Field& field = vocabulary.fields[match.field];
  ColumnReader reader;
  if (field.kind == FieldKind::text) {
    constexpr std::array<std::pair<std::string_view, Use>, 10> kTexts = {{{"school", Use::school},
                                                                          {"county", Use::county},
                                                                          {"province", Use::province},
                                                                          {"type", Use::type},
                                                                          {"stage", Use::stage},
                                                                          {"campus", Use::campus},
                                                                          {"code", Use::code},
                                                                          {"main_school", Use::main_school},
                                                                          {"ownership", Use::ownership},
                                                                          {"urban_rural", Use::place}}};
    for (const auto& [id, use] : kTexts) {
      if (field.id == id) reader.use = use;
    }
    return reader;
  }
  FieldColumns& columns = roster.fields[match.field];
  auto& column = match.stage ? columns.staged[static_cast<std::size_t>(*match.stage)] : columns.whole;
  column.emplace();
  columns.in_table = true;
  return {Use::number, &*column, &field, match.conversion, match.unit_given};
}

CellReader::PlainCells plain_cells_of(const ColumnReader& reader) {
  const FieldKind kind = reader.field->kind;
  const bool number = (kind == FieldKind::count || kind == FieldKind::amount) &&
                      reader.conversion.times == reader.conversion.over && reader.conversion.shift >= 0;
  return {true, number, kind != FieldKind::count, static_cast<std::uint8_t>(number ? reader.conversion.shift : 0)};
}

}  // namespace junheng
