// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/fill.h"
#include "junheng/finding.h"
#include "junheng/judged_text.h"
#include "junheng/lookup.h"
#include "junheng/number_text.h"
#include "junheng/option_text.h"
#include "junheng/options.h"
#include "junheng/remark.h"
#include "junheng/sentence.h"
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

class JsonTree;

/// The data that is built in: standards, words of tables, sentences. Load once, share by reference.
struct Library {
  Vocabulary vocabulary;
  std::deque<Standard> standards;                        ///< in which an added one leaves the others where they are
  std::vector<std::shared_ptr<const JsonTree>> sources;  ///< each whole: what a standard with a parent is made from
  std::size_t built_in = 0;                              ///< how many of them came with the engine
  Words zh;
  Words en;

  [[nodiscard]] const Standard* standard(std::string_view id) const;  ///< null where there is none of this id
  /// Adds a user's standard, or replaces an earlier one of the same id. A file with faults is refused: all of them are
  /// returned, with their JSON pointers in the file.
  [[nodiscard]] std::vector<StandardFault> add(std::string_view json);
  [[nodiscard]] std::vector<StandardFault> add(std::shared_ptr<const JsonTree> whole);
  [[nodiscard]] const Words& words(Language language) const { return language == Language::zh ? zh : en; }
};

[[nodiscard]] Library load_library();

[[nodiscard]] std::string_view version();

enum class Detail : std::uint8_t { full, summary };  ///< a summary has counties, verdicts and numbers and no sentence

/// At most this many issues are written out with their sentences; `issueCount` has the number of all.
inline constexpr std::size_t kIssuesWritten = 10000;

/// What is asked of an answer beside its detail, and what comes back with it.
struct Asked {
  bool explain_values = false;  ///< every value of every unit explains itself, which triples the text
  std::string encoding;         ///< what the bytes of the table were read as; empty: null
  std::vector<Remark> remarks;
};

/// The evaluation as the contract's object (junheng.evaluation/1). Items and coefficients of a full answer explain
/// themselves. Without `asked` it is what follows from the table alone, without the keys "remark" and "encoding".
[[nodiscard]] std::string evaluation_json(const Evaluation& evaluation, const Library& library, Detail detail,
                                          const Asked* asked = nullptr);

/// Tables that were handed over as the bytes of all of them. `parts` is a JSON list of { "file", "name", "bytes" } in
/// their order, the last of which takes all that is left; without any, all of it is one table.
[[nodiscard]] std::vector<SourceText> sources_of(std::string bytes, std::string_view parts);

/// The answer to a request in JSON: { "sources" (as `parts` of sources_of), "standard", "detail", "explain", "county", "previous", "options", "reading",
/// "remarks", "encoding" }, all optional but "standard"; `county` and `previous` are texts.
[[nodiscard]] std::string answer(std::string table, std::string_view request, const Library& library);

/// What of a project's decisions is taken, whatever came: { "project": the sound rest as project_json() writes it,
/// "refused": [{ "path", "found", "accepted", "message" }] }; null where it is no project. The one check of decisions, at
/// every door they come in by.
[[nodiscard]] std::string decisions_json(std::string_view project, const Library& library);

/// What each choice of an option that is not taken would change here: for each option of the standard { "option",
/// "chosen", "others": [{ "choice", "verdict", "message", "counties" }] }. Costs an evaluation for each of the others.
[[nodiscard]] std::string option_effects_json(const Evaluation& evaluation, const Library& library);
/// The same for a request as answer() takes it; no options where it names no known standard.
[[nodiscard]] std::string option_effects(std::string table, std::string_view request, const Library& library);

/// { "id": …, "faults": [{ "path", "accepted", "message" }] } of Library::add.
[[nodiscard]] std::string faults_json(const std::vector<StandardFault>& faults, const Library& library);

/// Ids, titles, stages, indicators, limits and sources of all standards.
[[nodiscard]] std::string standards_json(const Library& library);

}  // namespace junheng
