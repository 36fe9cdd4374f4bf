// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "junheng/evaluation.h"
#include "junheng/junheng.h"

/// The contract's object piece by piece, out of an evaluation that is kept: nobody gets what he did not ask for. What
/// has a number for each county or unit is columns (columns.h) and no JSON.
namespace junheng {

/// In which languages texts are written; a sentence that nobody reads is not made.
struct Languages {
  bool zh = true;
  bool en = true;
};

/// Everything of evaluation_json() but "counties" and "issues".
[[nodiscard]] std::string head_json(const Evaluation& evaluation, const Library& library, const Asked& asked,
                                    Languages languages = {});

/// One of "counties" as a full answer has it, without its units where they are not wanted: of one county they can be
/// as many as of all. Precondition: there is such a county.
[[nodiscard]] std::string county_json(const Evaluation& evaluation, const Library& library, std::uint32_t county,
                                      bool units, const Asked& asked, Languages languages = {});

/// A list of `count` of "issues", in the order of their lines, without the first `from`; as many as there are. Not held
/// to kIssuesWritten.
[[nodiscard]] std::string issues_json(const Evaluation& evaluation, const Library& library, std::size_t from,
                                      std::size_t count, const Asked& asked, Languages languages = {});

/// One number or verdict with all that explains it, as it stands in a full county. `place` is JSON, of one of these
/// kinds: { "county", "unit", "indicator" }, { "county", "unit" }, { "county", "stage", "indicator" },
/// { "county", "item" }, { "county", "part" }; counties and units by their place in columns.h, the others by their id.
/// "null" where there is nothing.
[[nodiscard]] std::string explanation_json(const Evaluation& evaluation, const Library& library, std::string_view place,
                                           const Asked& asked, Languages languages = {});

/// Why a request cannot be evaluated at all: unknown_standard, with its id, or input_too_big.
struct Refusal {
  IssueCode code = IssueCode::input_too_big;
  std::string found;
};
/// The answer to it: no counties, one issue. And the same pieces of it.
[[nodiscard]] std::string refusal_json(const Refusal& refusal, const Library& library, std::string_view encoding);
[[nodiscard]] std::string refusal_head_json(const Refusal& refusal, const Library& library, std::string_view encoding);
[[nodiscard]] std::string refusal_issues_json(const Refusal& refusal, const Library& library, std::size_t from,
                                              std::size_t count, Languages languages);

}  // namespace junheng
