// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/layout.h"

namespace junheng {

/// The year numbers are of (学年, 年度): of 2022-2023学年 the one it begins in.
struct SchoolYear {
  std::uint16_t year = 0;
  bool spring = false;  ///< 2023春: before the autumn of the same number

  friend bool operator==(const SchoolYear&, const SchoolYear&) = default;
  friend bool operator<(const SchoolYear& a, const SchoolYear& b) {
    return a.year != b.year ? a.year < b.year : a.spring && !b.spring;
  }
  /// "2023", "2023春": the id of an option.
  [[nodiscard]] std::string id() const;
};

/// A year and the bytes of the text that say it: "2022-2023学年度" of "2022-2023学年度小学".
struct YearPlace {
  SchoolYear year;
  std::size_t begin = 0;
  std::size_t length = 0;
};

/// Whether four digits alone are a year: in the name of a sheet or a column of years, never beside other numbers.
enum class BareYear : std::uint8_t { no, yes };

/// The first year in a text: 2023年, 2023学年, 2022-2023学年度, 2022—2023, 二〇二三年, 2023秋, 2023.9. None: "九年一贯制",
/// "45人", "2010年及之前", and "2020-2023年", which is a time of several years.
[[nodiscard]] std::optional<YearPlace> find_year(std::string_view text, BareYear bare = BareYear::no);
[[nodiscard]] std::optional<SchoolYear> year_in(std::string_view text, BareYear bare = BareYear::no);

/// The years that one table, or several read together, have numbers of, and which of them a person chose. Whoever finds
/// the same thing given for two years adds both and uses only what is of chosen().
class Years {
 public:
  explicit Years(const TableChoices& reading)
      : chosen_(answer_to(reading.answers, QuestionKind::year, {})),
        previous_(answer_to(reading.answers, QuestionKind::previous, {})) {}

  /// `sample`: what is given for this year, in the table's own words.
  void add(SchoolYear year, std::string_view sample);

  [[nodiscard]] bool has(SchoolYear year) const;
  [[nodiscard]] bool is_chosen(SchoolYear year) const { return !chosen_.empty() && chosen_ == year.id(); }

  /// The one question of all sheets, the newest year proposed; with question_open where nobody has answered with a year
  /// that is there. Where somebody has, each earlier year can be what the chosen one is compared with.
  void ask(std::vector<Question>& questions, Issues& issues) const;

 private:
  struct Met {
    SchoolYear year;
    std::string sample;
  };
  void offer_previous(SchoolYear chosen, std::vector<Question>& questions) const;

  std::vector<Met> met_;  ///< the newest first
  std::string chosen_;
  std::string previous_;
};

}  // namespace junheng
