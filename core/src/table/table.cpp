// SPDX-License-Identifier: MIT
#include "junheng/table.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "junheng/record.h"
#include "table/damage.h"
#include "table/delimiter.h"
#include "table/find_records.h"
#include "table/html_reader.h"
#include "table/space_columns.h"

namespace junheng {
namespace {

/// Bytes of text that begin what is text, if a damaged one: no other encoding is UTF-8 for so long. Who reads files may
/// hand over as they are those whose first 64 KB are UTF-8.
constexpr std::size_t kSurelyText = std::size_t{1} << 15U;

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  std::size_t at = text.find(what);
  if (at == std::string::npos) return;
  std::string replaced;
  replaced.reserve(text.size());
  std::size_t done = 0;
  for (; at != std::string::npos; at = text.find(what, done)) {
    replaced.append(text, done, at - done).append(by);
    done = at + what.size();
  }
  text = replaced.append(text, done);
}

/// What old programs and copying put at the end of a file: Ctrl-Z of DOS, Ctrl-D, NULs up to the end of a block.
void drop_end_marks(std::string& text) {
  const auto is_mark = [](char c) { return c == '\0' || c == '\x1A' || c == '\x04'; };
  const auto is_nothing = [&](char c) { return is_mark(c) || c == ' ' || c == '\t' || is_newline(c); };
  const auto end = std::find_if_not(text.rbegin(), text.rend(), is_nothing).base();
  text.erase(std::remove_if(end, text.end(), is_mark), text.end());
}

/// Some programs end lines with characters of Unicode. Where there are other line ends, these stand within cells.
void use_rare_line_ends(std::string& text) {
  if (text.find_first_of("\r\n") != std::string::npos) return;
  for (const std::string_view end : {"\xE2\x80\xA8", "\xE2\x80\xA9", "\xC2\x85"})
    replace_all(text, end, "\n");
}

Issue at_place(IssueCode code, std::uint32_t line, std::size_t begin, std::size_t length) {
  Issue issue;
  issue.code = code;
  issue.line = line;
  issue.begin = static_cast<std::uint32_t>(begin);
  issue.length = static_cast<std::uint32_t>(length);
  return issue;
}

std::uint32_t line_of(std::string_view text, std::size_t at) {
  return static_cast<std::uint32_t>(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

/// About as many lines that are not empty (megabytes of line breaks are no table) as it has, by its beginning.
std::size_t lines_of(std::string_view text) {
  constexpr std::size_t kProbe = std::size_t{1} << 16U;
  const std::string_view probe = text.substr(0, kProbe);
  std::size_t lines = 0;
  for (std::size_t at = probe.find('\n', 1); at != std::string_view::npos; at = probe.find('\n', at + 1))
    lines += probe[at - 1] != '\n' ? 1U : 0U;
  if (probe.size() == text.size()) return lines;
  // A few more, as the first lines are longer where a header and titles are among them.
  return (lines + lines / 16) * (text.size() / probe.size() + 1);
}

/// Whether more of it are control characters than a text has: a program, a picture, keys that were held down. Some places
/// say it, evenly over all of it; NULs are looked for elsewhere.
bool is_noise(std::string_view text) {
  constexpr std::size_t kSlices = 64;
  constexpr std::size_t kSlice = 1024;
  constexpr std::size_t kMostShare = 4;
  const std::size_t step = std::max(text.size() / kSlices, kSlice);
  std::size_t seen = 0;
  std::size_t noise = 0;
  for (std::size_t at = 0; at < text.size(); at += step) {
    const std::string_view slice = text.substr(at, kSlice);
    seen += slice.size();
    noise += static_cast<std::size_t>(std::count_if(slice.begin(), slice.end(), [](char c) {
      return (c >= 0 && c < ' ' && (c < '\t' || c > '\r') && c != '\x1B') || c == '\x7F';
    }));
    // C1, each of two bytes.
    for (std::size_t i = 0; i + 1 < slice.size(); ++i)
      noise += slice[i] == '\xC2' && static_cast<unsigned char>(slice[i + 1]) < 0xA0U ? 2U : 0U;
  }
  return noise * kMostShare > seen;
}

bool refuse(const Table& table, const TextLook& look, Issues& issues) {
  const std::string_view text = table.text;
  if (text.size() > kLargestText) {
    issues.push_back(at_place(IssueCode::input_too_big, kNoLine, 0, 0));
    return true;
  }
  if (look.length == text.size() && trimmed(text).empty()) {
    issues.push_back(at_place(IssueCode::empty_input, kNoLine, 0, 0));
    return true;
  }
  if (look.length < text.size()) {
    issues.push_back(at_place(IssueCode::not_text, line_of(text, look.length), look.length, 0));
    return true;
  }
  if (is_noise(text)) {
    issues.push_back(at_place(IssueCode::not_text, 1, 0, 0));
    return true;
  }
  return false;
}

}  // namespace

Span trimmed_span(const Table& table, Span cell) {
  if (cell.length == 0) return cell;
  const std::string_view all = table.at(cell);
  const std::string_view kept = trimmed(all);
  if (kept.empty()) return {cell.begin, 0};
  return {cell.begin + static_cast<std::uint32_t>(kept.data() - all.data()), static_cast<std::uint32_t>(kept.size())};
}

Span keep_text(Table& table, std::string_view text) {
  const Span span{static_cast<std::uint32_t>(table.text.size()), static_cast<std::uint32_t>(text.size())};
  table.text.append(text);
  return span;
}

Table read_records(std::string text, Issues& issues, char delimiter) {
  Table table;
  table.text = std::move(text);
  drop_end_marks(table.text);
  TextLook look = look_at_text(table.text);
  if (look.length < table.text.size() && look.length >= kSurelyText) {
    if (auto mended = mended_utf8(table.text)) table.text = *std::move(mended);
    look = look_at_text(table.text);
  }
  if (look.order_mark) {
    replace_all(table.text, kOrderMark, {});
    drop_end_marks(table.text);
    look = look_at_text(table.text);
  }
  if (refuse(table, look, issues)) return table;
  std::size_t begin = 0;
  if (is_html(table.text)) {
    HtmlTables tables = read_html(table.text);
    const auto say = [&](IssueCode code, std::uint32_t count) {
      if (count > 0) issues.push_back(at_place(code, kNoLine, 0, 0));
    };
    say(IssueCode::hidden_rows, tables.hidden_rows);
    say(IssueCode::filtered_rows, tables.filtered_rows);
    say(IssueCode::exact_values, tables.exact_values);
    say(IssueCode::unseen_values, tables.unseen_values);
    table.text = std::move(tables.rows);
    table.hidden_columns = std::move(tables.hidden_columns);
    table.foot_lines = std::move(tables.foot_lines);
    table.of_page = true;
    look = look_at_text(table.text);
    if (refuse(table, look, issues)) return table;
    table.text_end = static_cast<std::uint32_t>(table.text.size());
  } else {
    // Not of a page: there no character ends a line, and one in a tag would end its name.
    use_rare_line_ends(table.text);
    table.text_end = static_cast<std::uint32_t>(table.text.size());
    const Delimiter found = delimiter_of(table.text);
    table.delimiter = delimiter != '\0' ? delimiter : found.best;
    if (delimiter == '\0') table.other_delimiter = found.other;
    if (table.delimiter == ' ') {
      table.text = with_tabs(table.text);
      table.text_end = static_cast<std::uint32_t>(table.text.size());
      table.delimiter = '\t';
    }
    begin = found.begin;
  }
  table.records.reserve(std::min(lines_of(table.text), kMostLines) + 2);
  find_records(table, issues, begin, begin == 0 ? 1 : 2);
  if (table.rows() > kMostLines) {
    table.records.clear();
    issues.push_back(at_place(IssueCode::input_too_big, kNoLine, 0, 0));
    return table;
  }
  if (look.replacement) name_damage(table, issues);
  if (table.rows() == 0) issues.push_back(at_place(IssueCode::empty_input, kNoLine, 0, 0));  // nothing but delimiters
  return table;
}

Table read_table(std::string text, Issues& issues) {
  Table table = read_records(std::move(text), issues);
  if (table.rows() == 0) return table;
  CellReader header(table, 0);
  Span cell;
  while (header.next(cell) && table.columns.size() <= kMostColumns)
    table.columns.push_back(cell);
  if (table.columns.size() > kMostColumns) {
    issues.push_back(at_place(IssueCode::input_too_big, table.records.front().line, 0, 0));
    table.columns.clear();
  }
  table.records.erase(table.records.begin());
  return table;
}

}  // namespace junheng
