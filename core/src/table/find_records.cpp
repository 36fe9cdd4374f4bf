// SPDX-License-Identifier: MIT
#include "table/find_records.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "base/eight_bytes.h"
#include "base/own_call.h"
#include "base/utf8.h"
#include "table/quoted_cell.h"

namespace junheng {
namespace {

constexpr char kQuote = '"';

class RecordFinder {
 public:
  RecordFinder(Table& table, Issues& issues)
      : text_(std::string_view(table.text).substr(0, table.text_end)), table_(table), issues_(issues) {}

  void run(std::size_t at, std::uint32_t first_line) {
    table_.has_quotes = table_.has_breaks = false;
    find(at, first_line);
    // Within quotes lines may end that end no record: from the top, then.
    if (table_.has_quotes) find(at, first_line);
    table_.records.push_back({table_.text_end, line_});
  }

 private:
  void find(std::size_t at, std::uint32_t first_line) {
    const bool quoted = table_.has_quotes;
    table_.has_breaks = table_.has_breaks || quoted;
    table_.records.clear();
    line_ = first_line;
    while (at < text_.size() && table_.records.size() <= kMostLines) {
      const std::uint32_t line = line_;
      const std::size_t begin = at;
      const std::size_t end = quoted ? end_of_quoted_record(at) : end_of_plain_record(at);
      if (table_.has_quotes != quoted) return;
      at = behind_newline(end);
      if (!is_empty(text_.substr(begin, end - begin))) {
        table_.records.push_back({static_cast<std::uint32_t>(begin), line});
      }
    }
  }

  /// Not of a text with a quote in it, which is marked as one.
  JUNHENG_OWN_CALL std::size_t end_of_plain_record(std::size_t at) {
    for (;;) {
      while (text_.size() - at >= kEight) {
        const EightBytes bytes(text_.data() + at);
        const std::uint64_t found = (bytes.below(kControls) & ~bytes.equal_to('\t')) | bytes.equal_to(kQuote);
        if (found != 0) {
          at += static_cast<std::size_t>(EightBytes::first_of(found));
          break;
        }
        at += kEight;
      }
      // One of them, another control character, or the last few bytes of the text.
      if (at >= text_.size() || is_newline(text_[at])) return at;
      if (text_[at] == kQuote) {
        table_.has_quotes = true;
        return at;
      }
      table_.has_breaks = table_.has_breaks || text_[at] == '\v';
      ++at;
    }
  }

  std::size_t end_of_quoted_record(std::size_t at) {
    std::size_t cells = 1;
    bool cell_start = true;
    for (; at < text_.size(); ++at) {
      const char c = text_[at];
      if (is_newline(c)) break;
      if (c == table_.delimiter) {
        cell_start = true;
        ++cells;
      } else if (c == kQuote && cell_start) {
        const QuotedCell cell = quoted_cell(text_, at, table_.delimiter);
        const auto lines =
            static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at),
                                                  text_.begin() + static_cast<std::ptrdiff_t>(cell.close), '\n'));
        if (cell.is_one && (lines == 0 || !swallows(at, cell, cells))) {
          line_ += lines;
          at = cell.behind - 1;
        } else {
          complain(at, cell);
        }
        cell_start = false;
      } else if (c != ' ') {
        cell_start = false;
      }
    }
    if (cells > 1) width_ = cells;
    return at;
  }

  // ---- two quotes that do not belong together ----

  /// `"希望小学` in one row and `55"` in another: read as one cell they take the rows between them along, and their row
  /// has not as many cells as the one above, which it has where the quotes are characters. (Not within one row: who
  /// reads its cells could not know.)
  bool swallows(std::size_t open, const QuotedCell& cell, std::size_t cells) {
    return width_ != 0 && cells + delimiters_behind(open) == width_ && cells + delimiters_behind(cell.close) != width_;
  }

  /// Between a place and the end of its line, whatever stands in quotes. Counted once for each line and from there on.
  std::size_t delimiters_behind(std::size_t at) {
    const auto count = [&](std::size_t from, std::size_t to) {
      return static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(from),
                                                 text_.begin() + static_cast<std::ptrdiff_t>(to), table_.delimiter));
    };
    if (at > counted_end_ || at < counted_at_ || counted_end_ == 0) {
      counted_end_ = at;
      while (counted_end_ < text_.size() && !is_newline(text_[counted_end_]))
        ++counted_end_;
      counted_ = count(at, counted_end_);
    } else {
      counted_ -= count(counted_at_, at);
    }
    counted_at_ = at;
    return counted_;
  }

  /// Said once, of a quote that nothing in its cell answers: a name that begins with a quoted word is none.
  void complain(std::size_t at, const QuotedCell& cell) {
    constexpr std::size_t kShown = 20;
    if (complained_) return;
    const std::string_view inside = text_.substr(at + 1, cell.close - at - 1);
    const bool within = cell.close < text_.size() && std::none_of(inside.begin(), inside.end(), [&](char c) {
                          return c == table_.delimiter || is_newline(c);
                        });
    if (within) return;
    complained_ = true;
    Issue issue;
    issue.code = IssueCode::unclosed_quote;
    issue.line = line_;
    issue.begin = static_cast<std::uint32_t>(at);
    const std::string_view shown = text_.substr(at, start_of_point(text_, at + kShown) - at);
    issue.length = static_cast<std::uint32_t>(std::min(shown.find_first_of("\r\n"), shown.size()));
    issues_.push_back(issue);
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
  std::size_t width_ = 0;  ///< cells of the last record that has several
  bool complained_ = false;
  std::size_t counted_at_ = 0;  ///< from here to counted_end_, the end of a line, there are so many delimiters:
  std::size_t counted_end_ = 0;
  std::size_t counted_ = 0;
};

}  // namespace

void find_records(Table& table, Issues& issues, std::size_t at, std::uint32_t line) {
  RecordFinder(table, issues).run(at, line);
}

}  // namespace junheng
