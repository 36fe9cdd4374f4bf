// SPDX-License-Identifier: MIT
#include "layout/other_table.h"

#include <algorithm>

#include "layout/years.h"

namespace junheng {
namespace {

/// The head of a form stands in one of its first rows.
constexpr std::size_t kMostAbove = 20;
/// Fewer names that are known may be there by chance.
constexpr std::size_t kFewestNames = 2;

using Cells = std::vector<std::vector<std::string>>;

class OtherFinder {
 public:
  OtherFinder(const Cells& cells, const Vocabulary& vocabulary, HeaderMemo& memo)
      : cells_(cells), vocabulary_(vocabulary), memo_(memo) {}

  OtherFound find() const {
    for (std::size_t row = 0; row < std::min(cells_.size(), kMostAbove); ++row) {
      if (names_school(row)) return {};
      if (explains_below(row)) return {OtherTable::explanations, row, 0};
      const std::size_t items = facts_below(row);
      if (items >= kFewestNames) return {OtherTable::facts, row, items};
    }
    for (std::size_t row = 0; row < std::min(cells_.size(), kMostAbove); ++row) {
      const std::size_t items = coefficients_below(row);
      if (items > 0) return {OtherTable::coefficients, row, items};
    }
    return {};
  }

 private:
  std::string_view at(std::size_t row, std::size_t column) const {
    return column < cells_[row].size() ? std::string_view(cells_[row][column]) : std::string_view();
  }

  bool is(std::string_view cell, std::string_view field) const {
    const auto match = vocabulary_.match_header(cell);
    return match && vocabulary_.fields[match->field].id == field;
  }

  /// Two names of columns, one of them that of schools: 单位 alone is also the head of units.
  bool names_school(std::size_t row) const {
    bool school = false;
    std::size_t names = 0;
    for (const std::string& cell : cells_[row]) {
      if (cell.empty() || vocabulary_.match_fact_column(cell)) continue;
      const auto match = memo_.match({cell}, false).match;
      if (!match) continue;
      school = school || vocabulary_.fields[match->field].id == "school";
      ++names;
    }
    return school && names > 1;
  }

  bool is_value_head(std::string_view cell) const {
    if (vocabulary_.match_fact_column(cell) == FactColumn::value || vocabulary_.match_stage(cell)) return true;
    if (!cell.empty() && vocabulary_.county_in(cell) == cell) return true;
    const auto year = find_year(cell, BareYear::yes);
    return year && year->length == cell.size();
  }

  /// 指标 | 计算公式 | 达标标准: nothing but words about names, and no column of values.
  bool explains_below(std::size_t head) const {
    const std::vector<std::string>& row = cells_[head];
    const auto name = std::find_if(row.begin(), row.end(), [&](const std::string& cell) {
      return vocabulary_.match_fact_column(cell) == FactColumn::name;
    });
    if (name == row.end()) return false;
    const auto column = static_cast<std::size_t>(name - row.begin());
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c > column && !row[c].empty() && !vocabulary_.header_words.explains(row[c])) return false;
    }
    std::size_t labels = 0;
    for (std::size_t below = head + 1; below < cells_.size(); ++below) {
      if (vocabulary_.match_header(at(below, column), Level::county)) ++labels;
    }
    return labels >= kFewestNames && static_cast<std::size_t>(row.end() - name) > 1;
  }

  std::size_t facts_below(std::size_t head) const {
    const std::vector<std::string>& row = cells_[head];
    const auto name = std::find_if(row.begin(), row.end(), [&](const std::string& cell) {
      return vocabulary_.match_fact_column(cell) == FactColumn::name;
    });
    if (name == row.end() ||
        std::none_of(row.begin(), row.end(), [&](const std::string& cell) { return is_value_head(cell); }))
      return 0;
    const auto column = static_cast<std::size_t>(name - row.begin());
    std::size_t of_county = 0;
    std::size_t of_schools = 0;
    bool county_named = false;
    for (std::size_t below = head + 1; below < cells_.size(); ++below) {
      const std::string_view label = at(below, column);
      if (label.empty()) continue;
      if (is(label, "school")) return 0;
      county_named = county_named || is(label, "county");
      if (const auto fact = vocabulary_.match_header(label, Level::county)) {
        const Field& field = vocabulary_.fields[fact->field];
        const bool county = field.level == Level::county || !field.adds_up;
        ++(county ? of_county : of_schools);
      } else if (has_coefficient(label)) {
        ++of_county;
      }
    }
    // A form that names its county and no school is the county's, also of what schools have: numbers of pupils.
    return of_county >= of_schools || county_named ? of_county + of_schools : 0;
  }

  bool has_coefficient(std::string_view cell) const {
    if (Vocabulary::too_long(cell)) return false;
    const std::string text = normalised(cell);
    return std::any_of(vocabulary_.coefficient_words.begin(), vocabulary_.coefficient_words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
  }

  bool is_value_per_pupil(std::string_view cell) const {
    const auto match = cell.empty() ? std::nullopt : vocabulary_.match_header(cell);
    return match && !vocabulary_.fields[match->field].adds_up;
  }

  bool in_titles(std::size_t head) const {
    for (std::size_t row = 0; row < head; ++row) {
      if (std::any_of(cells_[row].begin(), cells_[row].end(),
                      [&](const std::string& cell) { return has_coefficient(cell); }))
        return true;
    }
    return false;
  }

  std::size_t coefficients_below(std::size_t head) const {
    const std::vector<std::string>& row = cells_[head];
    const auto across = static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [&](const std::string& cell) { return is_value_per_pupil(cell); }));
    std::size_t heads = 0;
    for (const std::string& cell : row)
      if (has_coefficient(cell)) ++heads;
    if (across >= kFewestNames) return by_rows(head, across);
    return heads > 0 || in_titles(head) ? by_columns(head, heads) : 0;
  }

  /// Indicators across: a row is the mean of a stage, or its coefficient.
  std::size_t by_rows(std::size_t head, std::size_t across) const {
    std::size_t rows = 0;
    std::size_t named = 0;
    std::size_t stages = 0;
    for (std::size_t below = head + 1; below < cells_.size(); ++below) {
      const std::vector<std::string>& row = cells_[below];
      if (std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); })) continue;
      ++rows;
      const auto says = [&](const auto& what) { return std::any_of(row.begin(), row.end(), what); };
      if (says([&](const std::string& cell) { return has_coefficient(cell); })) ++named;
      if (says([&](const std::string& cell) { return vocabulary_.match_stage(cell).has_value(); })) ++stages;
    }
    constexpr std::size_t kOneIn = 3;
    if (rows == 0) return 0;
    if (named * kOneIn >= rows) return named * across;
    return in_titles(head) && stages * 2 > rows ? stages * across : 0;
  }

  /// Indicators below each other, a column for each stage.
  std::size_t by_columns(std::size_t head, std::size_t heads) const {
    const std::vector<std::string>& row = cells_[head];
    const auto columns = static_cast<std::size_t>(std::count_if(row.begin(), row.end(), [&](const std::string& cell) {
      return has_coefficient(cell) || vocabulary_.match_stage(cell) || is_value_head(cell);
    }));
    if (columns == 0 || (heads == 0 && columns + 1 < row.size() / 2)) return 0;
    std::size_t labels = 0;
    for (std::size_t below = head + 1; below < cells_.size(); ++below) {
      if (std::any_of(cells_[below].begin(), cells_[below].end(),
                      [&](const std::string& cell) { return is_value_per_pupil(cell); }))
        ++labels;
    }
    return labels >= kFewestNames ? labels * columns : 0;
  }

  const Cells& cells_;
  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
};

}  // namespace

OtherFound find_other_table(const std::vector<std::vector<std::string>>& cells, const Vocabulary& vocabulary,
                            HeaderMemo& memo) {
  return OtherFinder(cells, vocabulary, memo).find();
}

}  // namespace junheng
