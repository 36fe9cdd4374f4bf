// SPDX-License-Identifier: MIT
#include "answer/row_kinds_json.h"

#include <algorithm>

namespace junheng {
namespace {

/// Of one sheet: its rows from `begin` on.
void write_kind(JsonWriter& out, const Sheet& sheet, bool several, RowKind kind, const SourceRow* begin,
                const SourceRow* end) {
  std::size_t count = 0;
  for (const SourceRow* row = begin; row != end; ++row)
    count += row->kind == kind ? 1U : 0U;
  if (count == 0) return;
  out.begin_object();
  if (several) out.text_or_null("sheet", sheet.name);
  out.text("kind", id_of(kind));
  out.count("count", count);
  out.begin_array("rows");
  for (const SourceRow* row = begin; row != end;) {
    const SourceRow* const first = row++;
    if (first->kind != kind) continue;
    // A line that holds nothing may stand between them.
    while (row != end && row->kind == kind)
      ++row;
    out.begin_array();
    out.number(std::uint64_t{first->line - sheet.lines_before});
    out.number(std::uint64_t{(row - 1)->line - sheet.lines_before});
    out.end_array();
  }
  out.end_array();
  out.end_object();
}

}  // namespace

void write_row_kinds(JsonWriter& out, const std::vector<Sheet>& sheets, const std::vector<SourceRow>& rows) {
  out.begin_array("rowKinds");
  const SourceRow* begin = rows.data();
  const SourceRow* const all = rows.data() + rows.size();
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const SourceRow* end = all;
    if (i + 1 < sheets.size()) {
      const std::uint32_t last = sheets[i + 1].lines_before;
      end = std::partition_point(begin, all, [&](const SourceRow& row) { return row.line <= last; });
    }
    for (std::size_t kind = 0; kind < kIds<RowKind>.size() && begin != end; ++kind)
      write_kind(out, sheets[i], sheets.size() > 1, static_cast<RowKind>(kind), begin, end);
    begin = end;
  }
  out.end_array();
}

}  // namespace junheng
