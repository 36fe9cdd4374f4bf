// SPDX-License-Identifier: MIT
#include "table/space_columns.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"

namespace junheng {
namespace {

/// Fewer columns or lines may agree by chance.
constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kFewestLines = 3;
constexpr std::size_t kMostCells = 256;

/// Gives each cell of a line to `take`.
template <typename Take>
void each_cell(std::string_view line, const Take& take) {
  while (!(line = trimmed(line)).empty()) {
    std::size_t spaces = 0;
    std::string_view rest = line;
    std::size_t end = line.size();
    while (!rest.empty() && spaces < 2) {
      const std::size_t at = line.size() - rest.size();
      const bool space = is_space(take_code_point(rest));
      if (!space) end = line.size();
      if (space && spaces == 0) end = at;
      spaces = space ? spaces + 1 : 0;
    }
    take(line.substr(0, end));
    line.remove_prefix(end);
  }
}

}  // namespace

SpaceColumns space_columns(std::string_view text) {
  std::vector<std::size_t> lines_of(kMostCells + 1);
  std::size_t lines = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::size_t cells = 0;
    each_cell(text.substr(0, end), [&](std::string_view) { ++cells; });
    text.remove_prefix(std::min(end + 1, text.size()));
    if (cells < 2) continue;  // a title, or nothing
    ++lines_of[std::min(cells, kMostCells)];
    ++lines;
  }
  const auto most = std::max_element(lines_of.begin(), lines_of.end());
  if (*most < kFewestLines || static_cast<std::size_t>(most - lines_of.begin()) < kFewestColumns)
    return SpaceColumns::none;
  if (*most == lines) return SpaceColumns::agreed;
  return *most * 2 > lines ? SpaceColumns::doubtful : SpaceColumns::none;
}

std::string with_tabs(std::string_view text) {
  std::string tabs;
  tabs.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    bool first = true;
    each_cell(text.substr(0, end), [&](std::string_view cell) {
      if (!first) tabs.push_back('\t');
      first = false;
      tabs.append(cell);
    });
    text.remove_prefix(end);
    // Line ends stay as they are, so that lines keep their numbers.
    while (!text.empty() && is_newline(text.front())) {
      tabs.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return tabs;
}

}  // namespace junheng
