// SPDX-License-Identifier: MIT
#include "roster/assign_facts.h"

#include <algorithm>

namespace junheng {

std::vector<std::uint32_t> assign_facts(const Facts& facts, Roster& roster, Table& table, Issues& issues) {
  const auto complain = [&](IssueCode code, std::string_view found, std::uint16_t field, std::uint32_t line) {
    const Span span = keep_text(table, found);
    issues.push_back({code, kNoStage, kNoColumn, field, line, span.begin, span.length});
  };
  for (const QuotedIssue& issue : facts.issues) {
    complain(issue.code, issue.found, issue.field, issue.line);
    issues.back().item = issue.item;
  }
  if (roster.rows() == 0) {
    for (const CountyFacts& county : facts.counties)
      roster.counties.push_back({keep_text(table, county.county), {}});
  }
  std::vector<std::uint32_t> facts_of(roster.counties.size(), kNoRow);
  for (std::size_t f = 0; f < facts.counties.size(); ++f) {
    const std::string& name = facts.counties[f].county;
    std::size_t at = roster.counties.size();
    for (std::size_t c = 0; c < roster.counties.size(); ++c) {
      const std::string_view county = table.at(roster.counties[c].name);
      const bool only = roster.counties.size() == 1 && (name.empty() || county.empty());
      if ((only || county == name) && facts_of[c] == kNoRow) at = std::min(at, c);
    }
    if (at < roster.counties.size()) {
      facts_of[at] = static_cast<std::uint32_t>(f);
    } else {
      complain(IssueCode::fact_county, name, kNoSubject, kNoLine);
    }
  }
  return facts_of;
}

}  // namespace junheng
