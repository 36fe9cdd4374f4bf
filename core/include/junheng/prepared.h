// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "junheng/facts.h"
#include "junheng/layout.h"
#include "junheng/roster.h"
#include "junheng/standard.h"
#include "junheng/table.h"
#include "junheng/units.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// What the stages before the measuring made of a table; those that come after read it and leave it as it is.
/// Spans point into table.text; indices into standard and vocabulary, which must outlive it.
struct Prepared {
  const Standard* standard = nullptr;
  const Vocabulary* vocabulary = nullptr;
  Choices choices;                    ///< one for each of standard->options
  std::vector<std::uint8_t> decided;  ///< likewise; 1: a person chose it
  Table table;
  std::vector<ColumnFinding> columns;  ///< one for each of table.columns
  std::vector<Sheet> sheets;
  std::vector<SourceRow> rows;        ///< what each line of the sheets was taken for
  std::vector<std::uint32_t> totals;  ///< of Layout
  std::vector<Question> questions;
  std::string county;  ///< of Layout
  Roster roster;
  Facts facts;
  std::vector<std::uint32_t> facts_of;  ///< by county of the roster: into facts.counties, or kNoRow
  Split split;
};

/// Maps the table's columns, gives the facts to their counties and splits the schools into units. `issues` gets what
/// each of these stages complains about, in their order.
/// prepare() in parts that follow each other at any time: rows, some at a time; facts; schools; units. The standard and
/// the vocabulary have to outlive it.
class Preparing {
 public:
  Preparing(Layout layout, Chosen chosen, Facts facts, const Standard& standard, const Vocabulary& vocabulary,
            Issues& issues);
  [[nodiscard]] bool part();  ///< whether there are more
  [[nodiscard]] Prepared take() { return std::move(prepared_); }

 private:
  enum class Next : std::uint8_t { rows, facts, schools, units };

  void place_facts();

  Issues& issues_;
  Prepared prepared_;
  MappingRoster mapping_;
  Next next_ = Next::rows;
};

[[nodiscard]] Prepared prepare(Layout layout, Chosen chosen, Facts facts, const Standard& standard,
                               const Vocabulary& vocabulary, Issues& issues);

/// The facts that were given for a county of the roster; null where there are none.
[[nodiscard]] const CountyFacts* facts_for(const Prepared& prepared, std::uint32_t county);

}  // namespace junheng
