// SPDX-License-Identifier: MIT
#include "junheng/issue.h"

#include <algorithm>
#include <iterator>

namespace junheng {
namespace {

struct CodeRow {
  std::string_view id;
  Severity severity;
  Tier tier = Tier::none;
};

// In the order of IssueCode.
constexpr CodeRow kCodes[] = {
    {"empty_input", Severity::error},
    {"not_text", Severity::error},
    {"input_too_big", Severity::error},
    {"no_known_column", Severity::error},
    {"no_rows", Severity::error},
    {"no_pupils_column", Severity::error},
    {"unclosed_quote", Severity::warning},
    {"column_twice", Severity::warning},
    {"unknown_unit", Severity::warning},
    {"wrong_unit", Severity::error},
    {"indoor_not_given", Severity::note},
    {"resource_not_given", Severity::error},
    {"stage_from_name", Severity::note},
    {"column_asked", Severity::warning},
    {"hidden_rows", Severity::note},
    {"exact_values", Severity::note},
    {"held_down", Severity::note},
    {"rows_joined", Severity::note},
    {"row_too_short", Severity::warning},
    {"row_too_long", Severity::warning},
    {"table_aside", Severity::note},
    {"row_aside", Severity::warning},
    {"no_school_name", Severity::warning},
    {"type_unknown", Severity::error},
    {"stage_unknown", Severity::error},
    {"stage_conflict", Severity::warning},
    {"split_unknown", Severity::error},
    {"duplicate_unit", Severity::warning, Tier::logic},
    {"teachers_split", Severity::note},
    {"not_a_number", Severity::error},
    {"not_exact", Severity::error},
    {"date_found", Severity::error},
    {"glued_numbers", Severity::error},
    {"not_whole", Severity::error},
    {"negative", Severity::error},
    {"too_many_digits", Severity::error},
    {"too_large", Severity::error},
    {"percent_unexpected", Severity::error},
    {"not_a_flag", Severity::error},
    {"negative_result", Severity::error},
    {"values_given", Severity::note},
    {"given_not_split", Severity::error},
    {"part_over_whole", Severity::warning, Tier::logic},
    {"parts_differ", Severity::warning, Tier::logic},
    {"total_differs", Severity::warning, Tier::logic},
    {"outlier", Severity::warning, Tier::experience},
    {"magnitude", Severity::warning, Tier::experience},
    {"year_jump", Severity::warning, Tier::experience},
    {"unknown_standard", Severity::error},
    {"unknown_option", Severity::error},
    {"fact_unknown", Severity::warning},
    {"fact_unreadable", Severity::error},
    {"fact_twice", Severity::warning},
    {"fact_converted", Severity::note},
    {"fact_fraction", Severity::note},
    {"fact_county", Severity::error},
};
static_assert(std::size(kCodes) == kIssueCodeCount);

}  // namespace

std::string_view id_of(IssueCode code) {
  return kCodes[static_cast<std::size_t>(code)].id;
}

Severity severity_of(IssueCode code) {
  return kCodes[static_cast<std::size_t>(code)].severity;
}

Tier tier_of(IssueCode code) {
  return kCodes[static_cast<std::size_t>(code)].tier;
}

bool subject_is_indicator(IssueCode code) {
  constexpr IssueCode kOfIndicators[] = {
      IssueCode::indoor_not_given, IssueCode::resource_not_given, IssueCode::teachers_split,
      IssueCode::negative_result,  IssueCode::values_given,       IssueCode::given_not_split,
      IssueCode::outlier,          IssueCode::magnitude,          IssueCode::year_jump};
  return std::find(std::begin(kOfIndicators), std::end(kOfIndicators), code) != std::end(kOfIndicators);
}

std::string_view id_of(Tier tier) {
  return tier == Tier::logic ? "logic" : tier == Tier::experience ? "experience" : "";
}

std::string_view id_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return {};
}

}  // namespace junheng
