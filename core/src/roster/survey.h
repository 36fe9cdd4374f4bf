// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "json/json_tree.h"
#include "roster/fact_sink.h"

namespace junheng {

/// What the columns of a survey's table hold: indices into Vocabulary::survey_columns, kNoSubject for none.
struct SurveyColumns {
  std::vector<std::uint16_t> column;
  std::vector<bool> percent;  ///< "满意度(%)": the sign stands in the header
  std::size_t who = 0;
};

/// The header of a survey's table (对象, 发放, 有效回收, 满意); nullopt: it is none.
[[nodiscard]] std::optional<SurveyColumns> survey_columns(const std::vector<std::string_view>& cells,
                                                          const Vocabulary& vocabulary);
/// One row of it; false: neither a group nor a total.
bool read_survey_row(const SurveyColumns& columns, const std::vector<std::string_view>& cells, std::uint32_t line,
                     FactSink& sink);
/// { "学生": { "发放": 100, "有效回收": 98, "满意": 90 } }, or a list of objects with 对象.
void read_survey_json(Json survey, FactSink& sink);

/// The whole of a survey: its groups' sum where it is not given, else held against that sum.
void sum_survey(FactSink& sink, CountyFacts& county);

}  // namespace junheng
