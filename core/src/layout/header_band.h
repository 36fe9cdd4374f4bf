// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/header_match.h"
#include "layout/row_look.h"

namespace junheng {

/// A row that is not yet placed: it could be a title, a part of a header, a group or a school without numbers.
struct Pending {
  std::uint32_t record = 0;
  std::size_t place = 0;  ///< into the source rows
  RowLook look;
  bool named = false;                       ///< a cell of it alone is the name of a column
  bool chosen = false;                      ///< a person said that it is of the header
  std::vector<std::uint32_t> filled_up_to;  ///< for each cell the last one up to it that is not empty

  void fill() {
    for (std::size_t c = 0; c < look.cells.size(); ++c) {
      const std::uint32_t before = c == 0 ? 0 : filled_up_to.back();
      filled_up_to.push_back(look.cells[c].length > 0 ? static_cast<std::uint32_t>(c) : before);
    }
  }

  /// The text of the first cell to the left that has any.
  [[nodiscard]] std::string_view text_left_of(std::size_t column) const {
    return filled_up_to.empty() ? std::string_view() : look.at(filled_up_to[std::min(column, filled_up_to.size() - 1)]);
  }
};

/// Rows of `Pending` that are a header.
struct Band {
  std::size_t first = 0;
  std::size_t height = 0;
  std::size_t score = 0;
};

/// Tells which of the waiting rows are the header, and what stands above each of its columns.
class HeaderBands {
 public:
  HeaderBands(const std::vector<Pending>& rows, const Vocabulary& vocabulary, HeaderMemo& memo)
      : rows_(rows), vocabulary_(vocabulary), memo_(memo) {}

  /// The rows that give most columns a name; of equals the fewest and the first. Of height 0 where there are none.
  [[nodiscard]] Band best();
  /// The row that is a header more likely than any other, where none gives two columns a name.
  [[nodiscard]] Band likeliest();
  /// The rows that a person chose.
  [[nodiscard]] Band chosen() const;
  [[nodiscard]] HeaderLevels levels(const Band& band, std::size_t column) const;
  [[nodiscard]] std::size_t width(const Band& band) const;

 private:
  [[nodiscard]] bool has_text_below(const Band& band, std::size_t row, std::size_t column) const;
  [[nodiscard]] std::size_t score(const Band& band);
  [[nodiscard]] bool is_parted(const Band& band, std::size_t row, std::size_t column) const;
  /// What the texts above a column were read as.
  struct Known {
    std::optional<HeaderMatch> match;
    std::uint32_t name = 0;  ///< the same for the same field, stage, year and role; 0 for none
  };
  [[nodiscard]] const Known& known(const HeaderLevels& levels);
  [[nodiscard]] std::optional<HeaderMatch> match_of(const HeaderLevels& levels) { return known(levels).match; }
  [[nodiscard]] HeaderLevels above(const Band& band, std::size_t column) const;
  [[nodiscard]] Band extended(Band band);
  [[nodiscard]] bool continues(const Band& band, std::size_t i);
  [[nodiscard]] bool has_words_below(const Band& band, std::size_t i);

  const std::vector<Pending>& rows_;
  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
  WordMap places_;
  WordMap names_;
  std::vector<Known> known_;
  Known last_;
  std::string key_;
};

}  // namespace junheng
