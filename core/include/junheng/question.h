// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/ids.h"

namespace junheng {

/// What is asked of a person where a table can be read in two ways that are near to each other.
enum class QuestionKind : std::uint8_t {
  year,       ///< numbers of several years; options are the years, the newest first
  previous,   ///< which earlier year they are compared with; options are those years, and "none" until answered
  header,     ///< of a sheet without a known column; options are the lines of its first rows
  delimiter,  ///< of a text; options "tab", "comma", "semicolon", "bar"
  direction,  ///< whether a school is a row or a column; options "rows", "columns"
  sum_row,    ///< a row whose numbers are the sums of rows above; options "total", "school"
  stage,      ///< of a sheet whose names say one; options "primary", "middle", "senior", "none"; taken until answered
  county,     ///< likewise of one that names a county; options "named", "none"
};
template <>
inline constexpr auto kIds<QuestionKind> = ids_up_to<QuestionKind::county>({"year", "previous", "header", "delimiter",
                                                                            "direction", "sum_row", "stage", "county"});

/// Of QuestionKind::previous: nothing is compared.
inline constexpr std::string_view kNoPrevious = "none";

/// Where a question belongs: sheets and lines of the source text, as in TableChoices.
struct QuestionPlace {
  std::uint32_t sheet = 0;
  std::uint32_t line = 0;  ///< of the sheet, the first being 1; 0: the whole sheet, and of years all sheets
  friend bool operator==(const QuestionPlace&, const QuestionPlace&) = default;
};

/// What a person answered.
struct Answer {
  QuestionKind kind = QuestionKind::year;
  QuestionPlace place;
  std::string option;
  friend bool operator==(const Answer&, const Answer&) = default;
};

/// One way to read the table, with what it gives: "2023", "2 所学校：松柏小学 300、柳溪小学 200".
struct QuestionOption {
  std::string id;
  std::string sample;  ///< of the table's own words; empty where the id says it all
};

/// Until it is answered, what is in doubt takes no part in the evaluation.
struct Question {
  QuestionKind kind = QuestionKind::year;
  QuestionPlace place;
  std::vector<QuestionOption> options;
  std::string proposed;  ///< id of the likeliest; empty: none is
  std::string answer;    ///< id of the one a person chose, of names and `previous` what is taken; empty: open
};

/// The option that was chosen; empty where none was.
[[nodiscard]] std::string_view answer_to(const std::vector<Answer>& answers, QuestionKind kind, QuestionPlace place);

/// Whether any of them waits for an answer.
[[nodiscard]] bool is_open(const std::vector<Question>& questions);

}  // namespace junheng
