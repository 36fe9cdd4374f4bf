// SPDX-License-Identifier: MIT
#include "junheng/table.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "junheng/record.h"
#include "table/damage.h"
#include "table/html_reader.h"

namespace junheng {
namespace {

constexpr char kQuote = '"';
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_newline(char c) {
  return c == '\n' || c == '\r';
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

/// Lines that are not empty: megabytes of line breaks are no table.
std::size_t lines_of(std::string_view text) {
  std::size_t lines = 0;
  for (std::size_t i = 1; i < text.size(); ++i)
    lines += text[i] == '\n' && text[i - 1] != '\n' ? 1U : 0U;
  return lines;
}

struct Delimiters {
  std::size_t tabs = 0;
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  std::size_t lines = 1;
  bool quoted = false;  ///< a quote was never closed
};

Delimiters count_delimiters(std::string_view text, bool with_quotes) {
  constexpr std::size_t kLines = 40;
  Delimiters count;
  for (const char c : text) {
    if (c == kQuote) count.quoted = with_quotes && !count.quoted;
    if (count.quoted) continue;
    if (c == '\n' && ++count.lines > kLines) break;
    if (c == '\t') ++count.tabs;
    if (c == ',') ++count.commas;
    if (c == ';') ++count.semicolons;
  }
  return count;
}

/// Tabs win where every other line has one, as that is how spreadsheets copy; else the more frequent of comma and
/// semicolon. Not the first line alone: a title above the header has no delimiter, or commas of its own.
char delimiter_of(std::string_view text) {
  constexpr std::size_t kProbe = 16'384;
  Delimiters count = count_delimiters(text.substr(0, kProbe), true);
  if (count.quoted) count = count_delimiters(text.substr(0, kProbe), false);
  if (count.tabs * 2 >= count.lines || (count.commas == 0 && count.semicolons == 0)) return '\t';
  return count.semicolons > count.commas ? ';' : ',';
}

/// Finds where records begin. A quote opens a quoted cell only at the start of a cell; one that is never closed is an
/// ordinary character, and from there on quotes are not looked for, so that the work stays linear.
class RecordFinder {
 public:
  RecordFinder(Table& table, Issues& issues)
      : text_(std::string_view(table.text).substr(0, table.text_end)), table_(table), issues_(issues) {}

  void run() {
    table_.has_quotes = text_.find(kQuote) != std::string_view::npos;
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::uint32_t line = line_;
      const std::size_t begin = at;
      const std::size_t end = table_.has_quotes ? end_of_quoted_record(at) : end_of_plain_record(at);
      at = behind_newline(end);
      if (!is_empty(text_.substr(begin, end - begin))) {
        table_.records.push_back({static_cast<std::uint32_t>(begin), line});
      }
    }
    table_.records.push_back({table_.text_end, line_});
  }

 private:
  std::size_t end_of_plain_record(std::size_t at) {
    // Looked for once and not for every record before it: files of old Macs have none.
    if (at >= feed_ || at == 0) feed_ = std::min(text_.find('\n', at), text_.size());
    // A line break of old Mac files, or the first half of \r\n.
    const char* start = text_.data() + at;
    const void* carriage = std::memchr(start, '\r', feed_ - at);
    return carriage == nullptr ? feed_ : at + static_cast<std::size_t>(static_cast<const char*>(carriage) - start);
  }

  std::size_t end_of_quoted_record(std::size_t at) {
    constexpr std::size_t kShown = 20;
    bool cell_start = true;
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (is_newline(c)) return at;
      if (c == table_.delimiter) {
        cell_start = true;
      } else if (c == kQuote && cell_start && !quotes_off_) {
        const std::size_t close = closing_quote(at + 1);
        if (close == std::string_view::npos) {
          quotes_off_ = true;
          table_.quotes_until = static_cast<std::uint32_t>(at);
          issues_.push_back(at_place(IssueCode::unclosed_quote, line_, at, start_of_point(text_, at + kShown) - at));
        } else {
          line_ += static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                                         text_.begin() + static_cast<std::ptrdiff_t>(close), '\n'));
          at = close;
        }
        cell_start = false;
      } else if (c != ' ') {
        cell_start = false;
      }
    }
    return at;
  }

  std::size_t closing_quote(std::size_t at) const {
    for (;;) {
      at = text_.find(kQuote, at);
      if (at == std::string_view::npos) return at;
      if (at + 1 >= text_.size() || text_[at + 1] != kQuote) return at;
      at += 2;
    }
  }

  std::size_t behind_newline(std::size_t at) {
    if (at >= text_.size()) return at;
    ++line_;
    return at + (text_[at] == '\r' && at + 1 < text_.size() && text_[at + 1] == '\n' ? 2U : 1U);
  }

  bool is_empty(std::string_view record) const {
    if (!record.empty() && record.front() > ' ' && record.front() != table_.delimiter) return false;
    return std::all_of(record.begin(), record.end(),
                       [&](char c) { return c == table_.delimiter || c == ' ' || c == '\t'; });
  }

  std::string_view text_;
  Table& table_;
  Issues& issues_;
  std::uint32_t line_ = 1;
  std::size_t feed_ = 0;  ///< the next line feed
  bool quotes_off_ = false;
};

bool refuse(const Table& table, Issues& issues) {
  const std::string_view text = table.text;
  if (text.size() > kLargestText) {
    issues.push_back(at_place(IssueCode::input_too_big, kNoLine, 0, 0));
    return true;
  }
  const std::size_t valid = valid_utf8_length(text);
  if (valid == text.size() && trimmed(text).empty()) {
    issues.push_back(at_place(IssueCode::empty_input, kNoLine, 0, 0));
    return true;
  }
  const std::size_t bad = std::min(valid, std::min(text.find('\0'), text.size()));
  if (bad < text.size()) {
    issues.push_back(at_place(IssueCode::not_text, line_of(text, bad), bad, 0));
    return true;
  }
  return false;
}

}  // namespace

Span trimmed_span(const Table& table, Span cell) {
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

Table read_records(std::string text, Issues& issues) {
  Table table;
  table.text = std::move(text);
  if (std::string_view(table.text).substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    table.text.erase(0, kByteOrderMark.size());
  }
  if (refuse(table, issues)) return table;
  table.text_end = static_cast<std::uint32_t>(table.text.size());
  table.quotes_until = table.text_end;
  if (is_html(table.text)) {
    HtmlTables tables = read_html(table.text);
    const auto say = [&](IssueCode code, std::uint32_t count) {
      if (count > 0) issues.push_back(at_place(code, kNoLine, 0, 0));
    };
    say(IssueCode::hidden_rows, tables.hidden_rows);
    say(IssueCode::exact_values, tables.exact_values);
    table.text = std::move(tables.rows);
    if (refuse(table, issues)) return table;
    table.text_end = static_cast<std::uint32_t>(table.text.size());
    table.quotes_until = table.text_end;
  } else {
    const std::size_t start = table.text.find_first_not_of(" \t\r\n");
    const bool markdown = start != std::string::npos && table.text[start] == '|';
    table.delimiter = markdown ? '|' : delimiter_of(table.text);
  }
  table.records.reserve(lines_of(table.text) + 2);
  RecordFinder(table, issues).run();
  name_damage(table, issues);
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
