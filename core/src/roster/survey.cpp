// SPDX-License-Identifier: MIT
//
// 社会认可度 as the table of its survey: who was asked, how many forms came back, how many are satisfied.
#include "roster/survey.h"

#include <algorithm>

#include "base/decimal_ratio.h"
#include "base/utf8.h"

namespace junheng {
namespace {

constexpr std::string_view kSumNote = "各调查对象之和";

/// The field of a column for a group, or for all of them (group kNoSubject).
std::uint16_t field_of(const Vocabulary& vocabulary, std::uint16_t column, std::uint16_t group) {
  const std::string& id = vocabulary.survey_columns[column];
  return vocabulary.field(group == kNoSubject ? id : id + "_" + vocabulary.survey_groups[group]).value_or(kNoSubject);
}

/// Rates stand beside the counts and are no part of a sum.
bool sums_up(const Vocabulary& vocabulary, std::uint16_t column) {
  return vocabulary.fields[field_of(vocabulary, column, kNoSubject)].kind == FieldKind::count;
}

/// The group of a row; kNoSubject for the total of all. nullopt: neither.
std::optional<std::uint16_t> group_of(std::string_view cell, const Vocabulary& vocabulary) {
  if (const auto group = vocabulary.match_survey_group(cell)) return group;
  return vocabulary.is_total(cell) ? std::optional(kNoSubject) : std::nullopt;
}

void keep(FactSink& sink, std::uint16_t field, std::string_view text, std::uint32_t line, std::string_view unit = {}) {
  if (field == kNoSubject) return;
  FactName name;
  name.field = field;
  name.key = sink.vocabulary.fields[field].id;
  name.kind = sink.vocabulary.fields[field].kind;
  FactPlace place;
  place.line = line;
  place.unit = unit;
  sink.cell(name, sink.vocabulary.fields[field].label.zh, text, place);
}

std::string json_text(Json value) {
  return std::string(value.is_number() ? value.number_text() : value.text());
}

void row_of_json(Json row, std::uint16_t group, FactSink& sink) {
  for (const Json member : row) {
    const auto column = sink.vocabulary.match_survey_column(member.key());
    if (column && *column != sink.vocabulary.survey_columns.size()) {
      keep(sink, field_of(sink.vocabulary, *column, group), json_text(member), kNoLine);
    } else if (!column) {
      sink.complain(IssueCode::fact_unknown, std::string(member.key()), {});
    }
  }
}

}  // namespace

std::optional<SurveyColumns> survey_columns(const std::vector<std::string_view>& cells, const Vocabulary& vocabulary) {
  SurveyColumns result;
  std::size_t found = 0;
  bool who = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto column = vocabulary.match_survey_column(cells[i]);
    const bool asked = column && *column == vocabulary.survey_columns.size();
    if (asked && !who) result.who = i;
    who = who || asked;
    result.column.push_back(column && !asked ? *column : kNoSubject);
    result.percent.push_back(normalised(cells[i]).find('%') != std::string::npos);
    found += column && !asked ? 1U : 0U;
  }
  return who && found > 1 ? std::optional(std::move(result)) : std::nullopt;
}

bool read_survey_row(const SurveyColumns& columns, const std::vector<std::string_view>& cells, std::uint32_t line,
                     FactSink& sink) {
  if (columns.who >= cells.size()) return false;
  const auto group = group_of(cells[columns.who], sink.vocabulary);
  if (!group) return false;
  for (std::size_t i = 0; i < cells.size() && i < columns.column.size(); ++i) {
    if (columns.column[i] != kNoSubject) {
      keep(sink, field_of(sink.vocabulary, columns.column[i], *group), cells[i], line, columns.percent[i] ? "%" : "");
    }
  }
  return true;
}

void read_survey_json(Json survey, FactSink& sink) {
  for (const Json row : survey) {
    std::string_view who = row.key();
    for (const Json member : row) {
      const auto column = sink.vocabulary.match_survey_column(member.key());
      if (column && *column == sink.vocabulary.survey_columns.size()) who = member.text();
    }
    if (const auto group = group_of(who, sink.vocabulary)) {
      row_of_json(row, *group, sink);
    } else {
      sink.complain(IssueCode::fact_unknown, std::string(who), {});
    }
  }
}

void sum_survey(FactSink& sink, CountyFacts& county) {
  const Vocabulary& vocabulary = sink.vocabulary;
  // A group of which one number is missing leaves the sum open.
  std::vector<const Fact*> given;
  bool even = true;
  std::vector<ExactSum> sums(vocabulary.survey_columns.size());
  const auto groups = static_cast<std::uint16_t>(vocabulary.survey_groups.size());
  const auto columns = static_cast<std::uint16_t>(sums.size());
  for (std::uint16_t group = 0; group < groups; ++group) {
    bool any = false;
    bool counted = true;
    for (std::uint16_t column = 0; column < columns; ++column) {
      const Fact* const fact = county.find(vocabulary.fields[field_of(vocabulary, column, group)].id);
      if (fact != nullptr && sums_up(vocabulary, column)) sums[column].add(fact->value);
      any = any || fact != nullptr;
      counted = counted && (fact != nullptr || !vocabulary.survey_needed[column]);
    }
    if (any && !counted) even = false;
  }
  for (std::uint16_t column = 0; column < columns; ++column) {
    if (!sums[column].any || !even) continue;
    const std::uint16_t field = field_of(vocabulary, column, kNoSubject);
    const auto value = static_cast<std::int64_t>(sums[column].plus / power_of_ten(kMaxScale));
    const auto total = std::find_if(county.facts.begin(), county.facts.end(), [&](const Fact& fact) {
      return fact.key == vocabulary.fields[field].id && fact.stage == kNoStage;
    });
    if (total == county.facts.end()) {
      // Without words of its own: it is made anew whenever the facts are read.
      Fact sum;
      sum.key = vocabulary.fields[field].id;
      sum.value = {value, 0};
      sum.name = vocabulary.fields[field].label.zh;
      sum.note = kSumNote;
      county.facts.push_back(std::move(sum));
    } else if (total->value != Decimal{value, 0}) {
      total->doubt = IssueCode::survey_total_differs;
      FactPlace place;
      place.line = total->line;
      sink.complain(IssueCode::survey_total_differs, total->name + "：" + total->found + " ≠ " + std::to_string(value),
                    place, field);
    }
  }
}

}  // namespace junheng
