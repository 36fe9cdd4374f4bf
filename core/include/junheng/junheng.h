// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/standard.h"
#include "junheng/vocabulary.h"
#include "junheng/words.h"

/// The door of the core. A table of schools goes in, the evaluation of each county comes out:
///
///   const junheng::Library library = junheng::load_library();
///   const junheng::Evaluation result =
///       junheng::evaluate(text, *library.standard("quality-2017"), library.vocabulary);
///   const std::string json = junheng::evaluation_json(result, library, junheng::Detail::full);
namespace junheng {

/// The data that is built in: standards, words of tables, sentences. Load once, share by reference.
struct Library {
  Vocabulary vocabulary;
  std::vector<Standard> standards;
  Words zh;
  Words en;

  [[nodiscard]] const Standard* standard(std::string_view id) const;  ///< null where there is none of this id
  [[nodiscard]] const Words& words(Language language) const { return language == Language::zh ? zh : en; }
};

[[nodiscard]] Library load_library();

[[nodiscard]] std::string_view version();

enum class Detail : std::uint8_t { full, summary };

/// At most this many issues are written out with their sentences; `issueCount` has the number of all.
inline constexpr std::size_t kIssuesWritten = 10000;

/// The evaluation as the contract's object (junheng.evaluation/1). Items and coefficients of a full answer explain
/// themselves; `explain_values` has every value of every unit do so too, which triples the text.
[[nodiscard]] std::string evaluation_json(const Evaluation& evaluation, const Library& library, Detail detail,
                                          bool explain_values = false);

/// An answer to a request that names no known standard: no counties, one issue.
[[nodiscard]] std::string unknown_standard_json(std::string_view id, const Library& library);

/// Ids, titles, stages, indicators, limits and sources of all standards.
[[nodiscard]] std::string standards_json(const Library& library);

}  // namespace junheng
