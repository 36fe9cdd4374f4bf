// SPDX-License-Identifier: MIT
#include "table/damage.h"

#include <algorithm>

#include "base/utf8.h"

namespace junheng {
namespace {

/// Bytes of the cell that are shown before and behind the damage.
constexpr std::size_t kAround = 24;

/// The cell around the damage, or what of it can be shown.
Span cell_around(const Table& table, std::size_t at) {
  const std::string_view text = std::string_view(table.text).substr(0, table.text_end);
  const char ends[] = {table.delimiter, '\n', '\r', '\0'};
  const std::size_t before = at == 0 ? std::string_view::npos : text.find_last_of(ends, at - 1);
  std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  if (at - begin > kAround) begin = start_of_point(text, at - kAround);
  const std::size_t end = std::min(text.find_first_of(ends, at), start_of_point(text, at + kAround));
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
}

}  // namespace

void name_damage(const Table& table, Issues& issues) {
  const std::string_view text = std::string_view(table.text).substr(0, table.text_end);
  for (std::size_t at = text.find(kReplacement); at != std::string_view::npos; at = text.find(kReplacement, at)) {
    const auto next = std::upper_bound(table.records.begin(), table.records.end(), at,
                                       [](std::size_t place, const Record& record) { return place < record.begin; });
    if (next == table.records.begin()) {
      ++at;
      continue;
    }
    const Span cell = cell_around(table, at);
    Issue issue;
    issue.code = IssueCode::damaged_character;
    issue.line = (next - 1)->line;
    issue.begin = cell.begin;
    issue.length = cell.length;
    issues.push_back(issue);
    at = next == table.records.end() ? text.size() : next->begin;
  }
}

}  // namespace junheng
