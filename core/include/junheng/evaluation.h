// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "junheng/balance.h"
#include "junheng/facts.h"
#include "junheng/judge.h"
#include "junheng/prepared.h"

namespace junheng {

/// Everything that follows from a table: what was prepared, measured, weighed and judged.
struct Evaluation : Prepared, Verdicts {
  Indicators indicators;
  std::vector<StageBalance> balance;  ///< one for each of split.stages
  Issues issues;                      ///< of all stages, in the order of the lines
};

/// The inputs of an evaluation besides the table.
struct Request {
  std::string_view county;             ///< the county's facts: JSON, or a table of name, unit and value; empty: none
  std::span<const CountyFacts> facts;  ///< facts at hand, where `county` is empty; read by what is written in them
  std::string_view previous;           ///< the schools' table of the year before; empty: none
  std::vector<std::pair<std::string, std::string>> options;  ///< option and choice
  TableChoices reading;                                      ///< what a person decided about the table
};

/// Tables in, complete answer out. Never fails: what is wrong with them is in `issues`.
///
/// Time grows linearly with the text. Memory, the text itself included, is at most 16 MB and 10 times the text for
/// tables as people have them, and 16 MB and 40 times for any text: a row of two bytes costs a record, a place in the
/// roster and its complaints. tests/bench/shapes measures both.
[[nodiscard]] Evaluation evaluate(std::vector<SourceText> sources, const Standard& standard,
                                  const Vocabulary& vocabulary, const Request& request = {});
/// The same of one table without a name.
[[nodiscard]] Evaluation evaluate(std::string text, const Standard& standard, const Vocabulary& vocabulary,
                                  const Request& request = {});

/// The same step by step, for who has something else to do in between: a page that is to stay alive. No step takes more
/// than a third of the whole.
///
///     Evaluating evaluating(std::move(sources), standard, vocabulary, request);
///     while (evaluating.step()) …;
///     Evaluation evaluation = evaluating.take();
///
/// The stages: the layout of the tables; their rows as schools and units; what is measured; the coefficients and the
/// checks; the verdicts. A step is a stage, and of large tables a part of one. Standard, vocabulary and what `request`
/// points to have to stay where they are until the end.
class Evaluating {
 public:
  Evaluating(std::vector<SourceText> sources, const Standard& standard, const Vocabulary& vocabulary,
             const Request& request);

  static constexpr unsigned kStages = 5;
  [[nodiscard]] unsigned done() const { return done_; }  ///< so many stages
  bool step();                                           ///< whether there are more
  [[nodiscard]] Evaluation take() { return std::move(evaluation_); }

 private:
  friend Evaluation evaluate_layout(Layout layout, Issues issues, const Standard& standard,
                                    const Vocabulary& vocabulary, const Request& request);
  /// From a layout on.
  Evaluating(Layout layout, Issues issues, const Standard& standard, const Vocabulary& vocabulary,
             const Request& request);

  // A part of a stage each; whether it has more.
  bool part();
  bool lay_out();
  bool prepare_units();
  bool measure_all();
  bool weigh_and_check();
  bool judge_all();

  void begin_layout();
  void begin_units();
  void keep_earlier();
  void say(const std::vector<QuotedIssue>& complaints);

  const Standard& standard_;
  const Vocabulary& vocabulary_;
  const Request& request_;
  unsigned done_ = 0;
  bool large_ = false;
  bool only_facts_ = false;
  bool begun_ = false;  ///< the first part of a stage of two is done
  std::optional<FindingLayout> finding_;
  std::optional<Preparing> preparing_;
  std::vector<SourceText> sources_;  ///< until the layout is found
  /// The tables of the year before, and how they are read: the same once more where they hold both years.
  std::vector<SourceText> earlier_;
  TableChoices earlier_reading_;
  Layout layout_;  ///< until the units are there
  Issues issues_;  ///< in the order of the steps
  Evaluation evaluation_;
};

/// The same from a table whose columns are known; the year before is not compared. `issues`: what its reading
/// complained about.
[[nodiscard]] Evaluation evaluate_layout(Layout layout, Issues issues, const Standard& standard,
                                         const Vocabulary& vocabulary, const Request& request);

}  // namespace junheng
