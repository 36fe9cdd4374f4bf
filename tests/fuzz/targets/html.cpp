// SPDX-License-Identifier: MIT
// Any text as a page: rows come out as lines, text stays text, and never more of it than the reader promises. Other
// bytes are refused before anybody asks whether they are a page.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "demand.h"
#include "support/outcome.h"
#include "table/html_reader.h"

using fuzz::demand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string page;
  for (std::string_view rest(reinterpret_cast<const char*>(data), size); !rest.empty();) {
    const std::size_t valid = std::min(junheng::valid_utf8_length(rest), rest.find('\0'));
    page += rest.substr(0, valid);
    rest.remove_prefix(std::min(valid + 1, rest.size()));
  }
  // They are no characters, and taken out of every text before it is looked at.
  for (std::size_t at = page.find("\xEF\xBB\xBF"); at != std::string::npos; at = page.find("\xEF\xBB\xBF", at))
    page.erase(at, 3);
  page += "</table>";  // marks at the end of a text are dropped, too
  const junheng::HtmlTables tables = junheng::read_html(page);
  demand(tables.rows.size() <= junheng::most_html_rows(page.size()), "no more text than the reader promises");
  demand(tables.rows.empty() || tables.rows.back() == '\n', "the last row ends");
  const auto lines = static_cast<std::size_t>(std::count(tables.rows.begin(), tables.rows.end(), '\n'));
  demand(tables.hidden_rows <= lines, "no hidden row without a row");
  demand(tables.rows.find('\r') == std::string::npos, "a line break inside a cell is no row");
  demand(junheng::valid_utf8_length(tables.rows) == tables.rows.size(), "text stays text");
  // Reading the rows as a table gives as many records, less the empty ones.
  if (!junheng::is_html(page) || junheng::trimmed(tables.rows).empty()) return 0;
  junheng::Issues issues;
  const junheng::Table table = junheng::read_records(page, issues);
  const bool noise = std::any_of(issues.begin(), issues.end(), [](const junheng::Issue& issue) {
    return issue.code == junheng::IssueCode::not_text;
  });
  if (noise) return 0;
  demand(table.rows() <= lines, "a row is a line");
  const bool unclosed = std::any_of(issues.begin(), issues.end(), [](const junheng::Issue& issue) {
    return issue.code == junheng::IssueCode::unclosed_quote;
  });
  demand(!unclosed, "a quote in a cell opens nothing");
  std::size_t filled = 0;
  for (std::size_t begin = 0; begin < tables.rows.size();) {
    const std::size_t end = tables.rows.find('\n', begin);
    const std::string_view line = std::string_view(tables.rows).substr(begin, end - begin);
    if (line.find_first_not_of(" \t") != std::string_view::npos) ++filled;
    begin = end + 1;
  }
  demand(table.rows() == filled, "every line that holds anything is a record");
  return 0;
}
