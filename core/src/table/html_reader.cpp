// SPDX-License-Identifier: MIT
#include "table/html_reader.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "junheng/table.h"
#include "table/html_tags.h"
#include "table/stored_value.h"

namespace junheng {
namespace {

/// Tables within tables, deeper than any page has them; what is deeper still belongs to the innermost.
constexpr std::size_t kDeepest = 16;
constexpr std::uint32_t kMostSpannedColumns = 1000;  // as HTML limits it
constexpr std::uint32_t kMostSpannedRows = 65534;
constexpr std::size_t kLongestRepeated = 300;
/// Stands for a line break inside a cell; spaces around it go.
constexpr char kBreak = '\v';

struct Cell {
  std::string text;
  std::uint32_t rows = 1;
  std::uint32_t columns = 1;
  bool hidden = false;
  bool unseen = false;  ///< a format shows nothing of what stands in it
  bool repeats = true;  ///< what covers several columns only by overflowing stands in the first
  std::string_view stored;
};

/// A text that comes down from a merged cell above, as it is written.
struct Covered {
  std::uint32_t rows = 0;
  std::string text;
};

/// Makes a cell as the reader of tables wants it: a quote at the start would open a quoted cell.
void quote(std::string& text) {
  if (text.empty() || text.front() != '"') return;
  std::string quoted(1, '"');
  for (const char c : text)
    quoted.append(c == '"' ? 2 : 1, c);
  quoted.push_back('"');
  text.swap(quoted);
}

std::uint32_t span_of(std::string_view text, std::uint32_t most) {
  std::uint32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') break;
    number = std::min(most, number * 10 + static_cast<std::uint32_t>(c - '0'));
  }
  return std::max(number, 1U);
}

bool looks_like_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,%-+ ") == std::string_view::npos;
}

/// What its tag says of a cell.
Cell cell_of(const HtmlTag& tag) {
  Cell cell;
  std::string_view rest = tag.attributes;
  for (HtmlAttribute one; next_attribute(rest, one);) {
    const auto is = [&](std::string_view name) { return same_name(one.name, name); };
    if (is("rowspan")) {
      cell.rows = span_of(one.value, kMostSpannedRows);
    } else if (is("colspan")) {
      cell.columns = span_of(one.value, kMostSpannedColumns);
    } else if (is("style")) {
      cell.hidden = cell.hidden || style_hides(one.value);
      cell.repeats = one.value.find("mso-ignore:colspan") == std::string_view::npos;
    } else if (is("hidden")) {
      cell.hidden = true;
    } else if (is("x:shown")) {  // of our own reader of workbooks: the format shows nothing of it
      cell.unseen = true;
    } else if (is("x:num") || (is("sdval") && cell.stored.empty())) {  // Excel and WPS, LibreOffice
      cell.stored = one.value;
    }
  }
  return cell;
}

/// Rows of one table being read.
class TableRows {
 public:
  TableRows(HtmlTables& out, std::size_t& room, bool hidden) : out_(out), room_(room), table_hidden_(hidden) {}

  /// A part of the table, as `tbody`: its rows are hidden with it.
  void begin_group(bool hidden, bool foot) {
    end_row();
    group_hidden_ = hidden;
    foot_ = foot;
  }

  /// The next columns, as `col` says it.
  void columns(std::uint32_t count, bool hidden) {
    for (std::uint32_t i = 0; i < count && shown_.size() < kMostColumns; ++i)
      shown_.push_back({hidden, 0, 0});
  }

  void begin_row(bool hidden, bool filtered) {
    end_row();
    open_ = true;
    filtered_ = filtered;
    hidden_ = hidden || group_hidden_ || table_hidden_;
  }

  void begin_cell(Cell cell) {
    end_cell();
    open_ = true;
    cell_ = std::move(cell);
    in_cell_ = true;
  }

  /// A cell of which nothing is said, with a text that is shown as it stands.
  void plain_cell(std::string_view text) {
    end_cell();
    open_ = true;
    take_covered();
    if (!text.empty()) see(false);
    put(text);
  }

  [[nodiscard]] std::string* text() { return in_cell_ ? &cell_.text : nullptr; }

  void end_cell() {
    if (!in_cell_) return;
    in_cell_ = false;
    std::string text = tidied(cell_.text);
    if (cell_.stored.empty()) {
      // What it shows is all there is.
    } else if (is_accounting_zero(text, cell_.stored)) {
      text = "0";
    } else if (is_stored_time(text, cell_.stored)) {
      text += ":00";
    } else if (const auto exact = exact_value(text, cell_.stored)) {
      ++(text.empty() ? out_.unseen_values : out_.exact_values);
      text = *exact;
    }
    if (cell_.unseen && !text.empty()) ++out_.unseen_values;
    take_covered();
    if (!text.empty()) see(cell_.hidden);
    const bool repeats = cell_.repeats && !looks_like_number(text) && text.size() <= kLongestRepeated;
    quote(text);
    const std::string rest = repeats ? text : std::string();
    for (std::uint32_t i = 0; i < cell_.columns && column_ < kMostColumns; ++i) {
      if (i > 0 && !spend(rest)) break;
      put(i == 0 ? text : rest);
      if (cell_.rows == 1) continue;
      if (covered_.size() < column_) covered_.resize(column_);
      covered_[column_ - 1] = {cell_.rows - 1, rest};
    }
  }

  void end_row() {
    end_cell();
    if (!open_) return;
    open_ = false;
    while (column_ < covered_.size()) {
      if (covered_[column_].rows > 0)
        take_covered();
      else if (spend({}))
        put({});
      else
        covered_.clear();
    }
    while (!covered_.empty() && covered_.back().rows == 0)
      covered_.pop_back();
    while (!row_.empty() && row_.back() == '\t')
      row_.pop_back();
    // Excel ends its tables with a hidden row of nothing.
    if (hidden_ && !row_.empty()) ++(filtered_ ? out_.filtered_rows : out_.hidden_rows);
    if (foot_) foot_lines_.push_back(lines_ + 1);
    rows_ += row_;
    rows_ += '\n';
    ++lines_;
    row_.clear();
    column_ = 0;
  }

  void finish() {
    end_row();
    for (std::size_t c = 0; c < shown_.size(); ++c) {
      const Shown& column = shown_[c];
      if (column.hidden || (column.hidden_cells > 0 && column.cells == 0))
        hidden_columns_.push_back({1, lines_, static_cast<std::uint16_t>(c)});
    }
    const std::uint32_t before = out_.rows.empty() ? 0 : out_.lines + 1;
    for (HiddenColumn& column : hidden_columns_) {
      column.first_line += before;
      column.last_line += before;
      out_.hidden_columns.push_back(column);
    }
    for (const std::uint32_t line : foot_lines_)
      out_.foot_lines.push_back(before + line);
    out_.lines = before + lines_;
    // A line of its own between two tables: below the second one the header of the first may mean nothing.
    if (out_.rows.empty()) {
      out_.rows = std::move(rows_);
    } else {
      out_.rows += "\f\n";
      out_.rows += rows_;
    }
  }

 private:
  struct Shown {
    bool hidden = false;  ///< as `col` says it
    std::uint32_t cells = 0;
    std::uint32_t hidden_cells = 0;
  };

  /// A cell that holds something, in the column that comes next.
  void see(bool hidden) {
    if (!hidden && shown_.size() <= column_) return;  // as nearly all are
    if (shown_.size() <= column_) shown_.resize(std::min(column_ + 1, kMostColumns));
    if (column_ < shown_.size()) ++(hidden ? shown_[column_].hidden_cells : shown_[column_].cells);
  }

  /// Whether there is room for one more cell that has no tag of its own.
  bool spend(const std::string& text) {
    if (room_ <= text.size()) return false;
    room_ -= text.size() + 1;
    return true;
  }

  void take_covered() {
    while (column_ < covered_.size() && covered_[column_].rows > 0) {
      Covered& above = covered_[column_];
      // A page that covers more than any table does: from here on nothing comes down.
      if (!spend(above.text)) return covered_.clear();
      --above.rows;
      put(above.text);
    }
  }

  void put(std::string_view text) {
    if (column_ > 0) row_ += '\t';
    ++column_;
    row_ += text;
  }

  /// White space as a browser shows it: any run of it is one space, none at the ends.
  static std::string tidied(std::string_view text) {
    std::string result;
    text = trimmed(text);
    char gap = 0;
    while (!text.empty()) {
      const char c = text.front();
      text.remove_prefix(1);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        gap = gap == kBreak || c == kBreak ? kBreak : ' ';
        continue;
      }
      if (gap != 0) result += gap;
      gap = 0;
      if (c != '\0') result += c;
    }
    return result;
  }

  HtmlTables& out_;
  std::size_t& room_;
  std::string rows_;
  std::string row_;
  std::size_t column_ = 0;
  std::vector<Covered> covered_;
  Cell cell_;
  std::vector<Shown> shown_;  ///< as far as anything is known to be hidden
  std::vector<HiddenColumn> hidden_columns_;
  std::uint32_t lines_ = 0;
  bool open_ = false;
  std::vector<std::uint32_t> foot_lines_;
  bool foot_ = false;
  bool filtered_ = false;
  bool hidden_ = false;
  bool group_hidden_ = false;
  bool table_hidden_ = false;
  bool in_cell_ = false;
};

constexpr std::string_view kCellEnd = "</td>";

/// `<td>300</td>` at the start of what is left, with a text that is shown as it stands: neither tags, references, quotes
/// at its start nor white space that goes. Nearly all cells are such, and nothing else in a page is as many.
std::optional<std::string_view> plain_cell(std::string_view rest) {
  constexpr std::string_view kOpen = "<td>";
  if (rest.substr(0, kOpen.size()) != kOpen) return std::nullopt;
  rest.remove_prefix(kOpen.size());
  std::size_t length = 0;
  for (char before = ' '; length < rest.size() && rest[length] != '<'; before = rest[length++]) {
    const char c = rest[length];
    if (c == '&' || (c >= '\0' && c < ' ') || (c == ' ' && before == ' ')) return std::nullopt;
  }
  if (rest.substr(length, kCellEnd.size()) != kCellEnd) return std::nullopt;
  const std::string_view text = rest.substr(0, length);
  const bool as_it_stands = text.empty() || (text.front() != '"' && trimmed(text).size() == text.size());
  return as_it_stands ? std::optional(text) : std::nullopt;
}

/// What merged cells may cover: each place costs its text and a byte. A cell of few bytes can ask for millions.
std::size_t room_of(std::size_t page) {
  constexpr std::size_t kLeast = 1 << 16;
  return page * 4 + kLeast;
}

class PageReader {
 public:
  explicit PageReader(std::string_view page) : rest_(page), room_(room_of(page.size())) {}

  HtmlTables read() {
    while (!rest_.empty()) {
      if (!tables_.empty() && unseen_ == 0) {
        if (const auto text = plain_cell(rest_)) {
          tables_.back().plain_cell(*text);
          rest_.remove_prefix(static_cast<std::size_t>(text->data() + text->size() - rest_.data()) + kCellEnd.size());
          continue;
        }
      }
      if (rest_.front() == '<' && rest_.size() > 1 && rest_[1] != ' ') {
        tag(take_tag(rest_));
        continue;
      }
      std::string* const text = tables_.empty() || unseen_ > 0 ? nullptr : tables_.back().text();
      if (text != nullptr)
        take_character(rest_, *text);
      else
        rest_.remove_prefix(std::min(rest_.find('<', 1), rest_.size()));
    }
    while (!tables_.empty())
      leave_table();
    return std::move(out_);
  }

 private:
  void leave_table() {
    tables_.back().finish();
    tables_.pop_back();
  }

  void tag(const HtmlTag& tag) {
    const auto is = [&](std::string_view name) { return same_name(tag.name, name); };
    if (unseen_ > 0 && skip(tag)) return;
    if (is("table") && tables_.size() < kDeepest) {
      tables_.emplace_back(out_, room_, hides(tag));
    } else if (tables_.empty()) {
      return;
    } else if (is("/table")) {
      leave_table();
    } else if (is("tr")) {
      tables_.back().begin_row(hides(tag), attribute(tag, "hidden") == "filter");
    } else if (is("/tr")) {
      tables_.back().end_row();
    } else if (const bool foot = is("tfoot"); foot || is("tbody") || is("thead")) {
      tables_.back().begin_group(hides(tag), foot);
    } else if (is("colgroup")) {
      group_ = hides(tag);
      const std::string_view span = attribute(tag, "span");
      if (!span.empty()) tables_.back().columns(span_of(span, kMostSpannedColumns), group_);
    } else if (is("/colgroup")) {
      group_ = false;
    } else if (is("col")) {
      tables_.back().columns(span_of(attribute(tag, "span"), kMostSpannedColumns),
                             group_ || hides(tag) || attribute(tag, "width") == "0");
    } else if (is("td") || is("th")) {
      Cell cell = cell_of(tag);
      tables_.back().begin_cell(std::move(cell));
    } else if (is("/td") || is("/th")) {
      tables_.back().end_cell();
    } else if (std::string* const text = tables_.back().text(); text != nullptr && (is("br") || is("p") || is("div"))) {
      *text += kBreak;
    }
    if (!tables_.empty() && tables_.back().text() != nullptr) begin_unseen(tag);
  }

  /// What is within a cell and not shown: keys to sort by, how a character is spoken.
  void begin_unseen(const HtmlTag& tag) {
    const bool spoken = same_name(tag.name, "rt") || same_name(tag.name, "rp");
    if (!spoken && (tag.attributes.empty() || tag.name.empty() || tag.name.front() == '/')) return;
    for (const std::string_view name : {"td", "th", "br", "img", "input", "hr", "wbr", "col"})
      if (same_name(tag.name, name)) return;
    if (!spoken && !hides(tag)) return;
    unseen_name_ = tag.name;
    unseen_ = 1;
  }

  /// False where the cell ends, and with it what is not shown.
  bool skip(const HtmlTag& tag) {
    const std::string_view name = tag.name.substr(!tag.name.empty() && tag.name.front() == '/' ? 1 : 0);
    for (const std::string_view end : {"td", "th", "tr", "table", "tbody"}) {
      if (!same_name(name, end)) continue;
      unseen_ = 0;
      return false;
    }
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    if (!std::equal(name.begin(), name.end(), unseen_name_.begin(), unseen_name_.end(),
                    [&](char a, char b) { return lower(a) == lower(b); }))
      return true;
    if (name.size() < tag.name.size())
      --unseen_;
    else
      ++unseen_;
    return true;
  }

  std::string_view rest_;
  std::size_t room_;
  HtmlTables out_;
  std::vector<TableRows> tables_;
  std::string_view unseen_name_;
  std::size_t unseen_ = 0;  ///< how many elements of this name are open, the first of which is not shown
  bool group_ = false;      ///< columns of a group that is not shown
};

}  // namespace

bool is_html(std::string_view text) {
  constexpr std::size_t kProbe = 4096;
  const std::string_view start = trimmed(text.substr(0, start_of_point(text, kProbe)));
  if (start.empty() || (start.front() != '<' && start.substr(0, 8) != "Version:")) return false;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (same_name(text.substr(at + 1, 5), "table")) return true;
  }
  return false;
}

std::size_t most_html_rows(std::size_t page) {
  return page * 2 + room_of(page);
}

HtmlTables read_html(std::string_view page) {
  return PageReader(page).read();
}

}  // namespace junheng
