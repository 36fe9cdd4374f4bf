// SPDX-License-Identifier: MIT
#include "table/delimiter.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "junheng/record.h"
#include "junheng/table.h"
#include "table/find_records.h"
#include "table/space_columns.h"

namespace junheng {
namespace {

constexpr std::array<char, 4> kDelimiters = {'\t', ',', ';', '|'};
constexpr std::size_t kProbe = 16'384;
constexpr std::size_t kMostRows = 64;
constexpr std::size_t kMostCells = 2'000;
/// So near to the best is another that people are asked.
constexpr double kNear = 0.8;

using Rows = std::vector<std::vector<std::string>>;

/// The rows of the beginning as they are with this delimiter, without the last, which may be cut.
Rows rows_of(std::string_view probe, bool cut, char delimiter) {
  Table table;
  table.text = probe;
  table.text_end = static_cast<std::uint32_t>(probe.size());
  table.delimiter = delimiter;
  Issues ignored;
  find_records(table, ignored);
  Rows rows;
  const std::size_t whole = table.rows() > 1 && cut ? table.rows() - 1 : table.rows();
  for (std::size_t row = 0; row < std::min(whole, kMostRows); ++row) {
    rows.emplace_back();
    CellReader cells(table, row);
    Span span;
    while (rows.back().size() < kMostCells && cells.next(span))
      rows.back().emplace_back(table.at(trimmed_span(table, span)));
  }
  return rows;
}

bool is_number(std::string_view cell) {
  return cell.find_first_of("0123456789") != std::string_view::npos &&
         cell.find_first_not_of("0123456789.,%+- ") == std::string_view::npos;
}

/// The number of cells that most rows have, at least two; 0 where none has.
std::size_t usual_width(const Rows& rows) {
  std::size_t best = 0;
  std::size_t most = 0;
  for (const auto& row : rows) {
    const auto same = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [&](const auto& other) { return other.size() == row.size(); }));
    if (row.size() < 2 || same < most || (same == most && row.size() < best)) continue;
    best = row.size();
    most = same;
  }
  return best;
}

/// Of the first row of this width: names that are different and no numbers.
double header_share(const std::vector<std::string>& header) {
  std::size_t names = 0;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto end = header.begin() + static_cast<std::ptrdiff_t>(i);
    names += !header[i].empty() && !is_number(header[i]) && std::find(header.begin(), end, header[i]) == end ? 1U : 0U;
  }
  return static_cast<double>(names) / static_cast<double>(header.size());
}

/// How far the columns below the header are of one kind each: numbers or words.
double column_share(const std::vector<const std::vector<std::string>*>& rows) {
  double sum = 0;
  std::size_t filled_columns = 0;
  for (std::size_t column = 0; column < rows.front()->size(); ++column) {
    std::size_t numbers = 0;
    std::size_t filled = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) {
      const std::string& cell = (*rows[row])[column];
      filled += cell.empty() ? 0U : 1U;
      numbers += is_number(cell) ? 1U : 0U;
    }
    if (filled == 0) continue;
    ++filled_columns;
    sum += static_cast<double>(std::max(numbers, filled - numbers)) / static_cast<double>(filled);
  }
  return filled_columns == 0 ? 1 : sum / static_cast<double>(filled_columns);
}

/// 0: no table. More columns are a better table, but two that agree in every row are better than many that do not.
double score_of(const Rows& rows) {
  const std::size_t width = usual_width(rows);
  if (width == 0) return 0;
  // One comma in a list of names parts nothing.
  const auto parted = std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.size() > 1; });
  if (parted < 2 && rows.size() > 2) return 0;
  std::vector<const std::vector<std::string>*> alike;
  for (const auto& row : rows) {
    if (row.size() == width) alike.push_back(&row);
  }
  const double agreeing = static_cast<double>(alike.size()) / static_cast<double>(rows.size());
  const double columns = 1 - 1 / static_cast<double>(width);
  return agreeing * columns * (1 + header_share(*alike.front())) * column_share(alike);
}

/// Whether all commas stand within numbers: 1,158,000.
bool only_groups_digits(std::string_view text) {
  constexpr std::size_t kDigits = 3;
  for (std::size_t at = text.find(','); at != std::string_view::npos; at = text.find(',', at + 1)) {
    if (at == 0 || !is_digit(text[at - 1])) return false;
    const std::string_view behind = text.substr(at + 1, kDigits + 1);
    const auto digits = static_cast<std::size_t>(std::count_if(behind.begin(), behind.end(), is_digit));
    if (digits != kDigits || !std::all_of(behind.begin(), behind.begin() + kDigits, is_digit)) return false;
  }
  return true;
}

/// Excel's own first line. 0: there is none.
char said_by_first_line(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 1 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
  constexpr std::string_view kSays = "sep=";
  if (line.size() != kSays.size() + 1) return '\0';
  for (std::size_t i = 0; i < kSays.size(); ++i) {
    if ((line[i] | 0x20) != (kSays[i] | 0x20)) return '\0';
  }
  return line.back();
}

}  // namespace

Delimiter delimiter_of(std::string_view text) {
  Delimiter found;
  const std::size_t first = std::min(text.find_first_of("\r\n"), text.size());
  if (first < 16) {
    // "sep=" and a tab: the tab is no white space here.
    const std::string_view line = text.substr(0, first);
    const char said = line.size() == 5 && line.back() == '\t'
                          ? said_by_first_line(std::string(line.substr(0, 4)) + "|") == '|' ? '\t' : '\0'
                          : said_by_first_line(line);
    if (said != '\0') {
      found.best = said;
      found.begin = first + (text.substr(first, 2) == "\r\n" ? 2 : first < text.size() ? 1 : 0);
      return found;
    }
  }
  const bool cut = text.size() > kProbe;
  const std::string_view probe = text.substr(0, start_of_point(text, kProbe));
  double best = 0;
  double second = 0;
  for (const char delimiter : kDelimiters) {
    if (probe.find(delimiter) == std::string_view::npos) continue;
    if (delimiter == ',' && found.best == '\t' && best > 0 && only_groups_digits(probe)) continue;
    const double score = score_of(rows_of(probe, cut, delimiter));
    if (score > best) {
      second = best;
      found.other = best > 0 ? found.best : '\0';
      best = score;
      found.best = delimiter;
    } else if (score > second) {
      second = score;
      found.other = delimiter;
    }
  }
  if (second < kNear * best) found.other = '\0';
  // Nothing parts the lines, or commas that group digits do.
  if (best > 0 && (found.best != ',' || !only_groups_digits(probe))) return found;
  const SpaceColumns spaces = space_columns(text);
  if (spaces == SpaceColumns::agreed) {
    found.best = ' ';
    found.other = '\0';
  } else if (spaces == SpaceColumns::doubtful && best == 0) {
    found.other = ' ';
  }
  return found;
}

}  // namespace junheng
