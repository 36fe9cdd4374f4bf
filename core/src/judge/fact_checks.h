// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "junheng/items.h"
#include "junheng/judge.h"

namespace junheng {

/// Half a unit of the last decimal in which a rate was written: 29.1 % may be anything from 29.05 to 29.15 %.
[[nodiscard]] double rounding_of(const Fact& rate);

/// Adds what speaks against the numbers of one judged subject of the county or a stage: facts that were doubted when
/// they were read, and parts that are more than the whole they are divided by.
void doubt(const Prepared& prepared, std::uint32_t county, const Way& way, const Judged& judged,
           std::vector<Doubt>& doubts);

/// Complaints about the counties' facts that need all of them, or what they were judged to be: parts above their
/// whole, rates beside other counts, ways of one check that disagree, groups of a survey of which nothing is said.
[[nodiscard]] std::vector<QuotedIssue> check_facts(const Prepared& prepared, const Verdicts& verdicts);

}  // namespace junheng
