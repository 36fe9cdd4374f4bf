// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/layout.h"
#include "junheng/scenario.h"
#include "state/text_target.h"

/// What single views show, as texts and as parts of a length; worked out by the refresh functions of the rooms.
namespace workbench {

/// Head of an indicator's column.
struct IndicatorHead {
  std::string title;  ///< short
  std::string full;   ///< as the rule has it
  std::string unit;
  std::string limits;  ///< thresholds by stage: "4.2 / 5.3"; empty where the standard has none
};

/// Below the schools: how many of a stage, and its means.
struct StageFoot {
  std::string title;
  std::string pupils;
  std::string meeting;  ///< units that pass, of all
  std::vector<std::string> means;
};

struct LegendEntry {
  junheng::Verdict verdict{};
  std::string text;
};

/// Units of an indicator by how they stand against its threshold.
struct Standing {
  std::uint32_t meeting = 0;
  std::uint32_t near = 0;
  std::uint32_t failing = 0;
  std::uint32_t unknown = 0;
};

/// One coefficient beside its limit.
struct BalanceLine {
  std::string title;
  std::string short_title;  ///< where there is no room for the other
  std::string mean;
  std::string deviation;
  std::string cv;
  std::string limit;
  junheng::Verdict verdict = junheng::Verdict::none;
  bool known = false;
  float cv_part = 0;     ///< length of the bar, 0 to 1
  float limit_part = 0;  ///< where the limit stands on it
  Standing units;
  std::string source;  ///< the school with the largest share of CV²
};

/// One stage of the selected county.
struct BalanceCard {
  std::string title;
  std::vector<BalanceLine> lines;
  std::optional<BalanceLine> composite;
};

/// A part, or behind the parts a condition of entry.
struct PartCard {
  std::string title;
  junheng::Verdict verdict{};
  std::vector<std::string> reasons;
  std::optional<std::uint16_t> supplement = std::nullopt;  ///< into Standard::supplements
};

struct StageLine {
  std::string stage;
  std::string units;
  std::string passing;
  std::string failing;
  std::string unknown;
  junheng::Verdict verdict{};
};

/// The reasons of a part may be pressed: each opens its explanation.
struct ReasonModel {
  std::vector<std::string> lines;
  struct Cell {
    std::string text;
    std::uint32_t line = 0;
    std::uint16_t column = 0;
  };
  std::vector<Cell> cells;
};

/// An option of the standard (口径) and what is chosen of it.
struct OptionLine {
  std::string words;
  bool preset = true;
};

/// The choices of one option.
struct OptionModel {
  std::string source;
  struct Choice {
    std::string title;
    std::string warning;  ///< empty: none
    std::string effect;   ///< what it would change; empty: it is the one that is taken
    bool chosen = false;
  };
  std::vector<Choice> choices;
};

/// A cell of the tables as they came.
struct CellPlace {
  std::uint32_t sheet = 0;
  std::uint32_t line = 0;  ///< of the sheet; 0: none
  std::uint16_t column = 0;

  friend bool operator==(const CellPlace&, const CellPlace&) = default;
};

/// A column of the evaluation's table, and what it may be.
struct ColumnOffer {
  std::uint16_t column = 0;
  std::uint16_t field = 0;
  std::optional<junheng::Stage> stage = std::nullopt;
  std::string label;
  std::string sample;  ///< some of its values; may be empty
};

/// What the column is whose meaning is being chosen.
struct ColumnModel {
  std::string heading;
  std::string sample;
  struct Stage {
    std::optional<junheng::Stage> stage;  ///< absent: the whole school
    std::string label;
    bool chosen = false;
  };
  std::vector<Stage> stages;  ///< empty: the field has none
  struct Line {
    std::string label;
    std::optional<std::uint16_t> field = std::nullopt;  ///< absent: a heading, or the column is not used
    bool heading = false;
    bool chosen = false;
  };
  std::vector<Line> lines;
};

/// Issues that one mistake has made.
struct IssueCause {
  junheng::Severity severity{};
  std::string place;
  std::string sentence;
  std::vector<std::uint32_t> issues;
};

/// A row of the list of issues.
struct IssueRow {
  enum class Kind : std::uint8_t { issue, cause, offers };
  Kind kind = Kind::issue;
  std::uint32_t index = 0;  ///< of the evaluation's issues; of Model::causes; of Model::offers
  bool inside = false;      ///< of the cause above it
};

struct DataModel {
  std::vector<std::uint32_t> lines;     ///< of the shown sheet, one for each record
  std::vector<junheng::RowKind> kinds;  ///< of the records
  std::size_t columns = 0;              ///< of the widest record
  bool columns_known = false;           ///< columns of the sheet are those of the evaluation's table
  std::vector<std::string> headers;     ///< of each column, as the table has it
  std::vector<std::string> names;       ///< what each column was understood as; empty: not used
  std::vector<CellPlace> hits;
  std::string found;  ///< "3 / 12"
  struct Edit {
    std::string place;
    std::string from;
    std::string to;
    CellPlace cell;
  };
  std::vector<Edit> edits;  ///< in the order in which they were made
  /// What is wrong or doubtful in the shown sheet, by line and column.
  struct Mark {
    std::uint32_t line = 0;
    std::uint16_t column = 0;  ///< kNoColumn: of the line as a whole
    junheng::Severity severity{};
    std::uint32_t issue = 0;
  };
  std::vector<Mark> marks;
  std::vector<std::string> page_titles;  ///< in the order of DataPage
  std::optional<ColumnModel> column;
};

/// What is asked about how the tables are to be read.
struct QuestionModel {
  struct Option {
    std::string label;
    std::string sample;  ///< what it gives; may be empty
    bool chosen = false;
  };
  std::string text;
  std::vector<Option> options;
};

/// One indicator of one school: its value between the county's least and greatest.
struct CardLine {
  std::string title;
  std::string value;
  std::string limit;
  junheng::Verdict verdict{};
  std::string gap;        ///< "还差 3 人"; empty: nothing
  std::string share;      ///< of CV²
  float value_part = -1;  ///< on the scale of the line, 0 to 1; below 0: not known
  float limit_part = -1;
  float mean_part = -1;
  std::vector<std::string> notes;  ///< how the value came about, exemptions used
};

struct SchoolCard {
  std::uint32_t unit = 0;
  std::string school;
  std::string about;  ///< stage, kind, pupils
  std::string place;
  junheng::Verdict verdict{};
  std::string meeting;
  std::vector<CardLine> lines;
};

struct Dot {
  float x = 0;  ///< in units of the strip's width
  float y = 0;  ///< in units of the text height from the middle
  float radius = 0;
  junheng::Verdict verdict{};
  std::uint32_t unit = 0;
};

struct ShareLine {
  std::uint32_t unit = 0;
  std::string school;
  std::string pupils;
  std::string value;
  std::string share;
  float part = 0;
  std::string without;  ///< the coefficient without this school
  std::string moves;    ///< by how much that differs
};

struct GroupLine {
  std::string name;
  std::string units;
  std::string pupils;
  std::string mean;
  std::string cv;
  std::string between;
  std::string within;
};

/// What stands behind one coefficient.
struct BalanceDetail {
  std::string title;
  std::string result;              ///< coefficient, limit and verdict in words
  std::vector<std::string> steps;  ///< the formula with its numbers
  std::vector<Dot> dots;           ///< empty: there are too many schools for dots
  std::vector<float> bars;         ///< instead of them: pupils by value, 1 for the most
  float height = 0;                ///< of the dots, in units of the text height
  std::vector<std::pair<float, std::string>> ticks;
  float limit_part = -1;
  float mean_part = -1;
  std::string legend;
  std::vector<ShareLine> shares;
  std::vector<std::pair<std::uint16_t, std::string>> group_fields;  ///< columns of the table to group by
  std::vector<GroupLine> groups;
  std::string groups_sum;
};

struct FactInput {
  std::string label;
  std::string unit;
  FactTarget target;
  std::string value;
  std::string question;  ///< what nobody can tell of the number; empty: nothing
  bool unread = false;
  bool above = false;      ///< an item above asks for it already
  bool otherwise = false;  ///< begins another way to the value that those before it give
};

struct FactCheck {
  std::string title;
  std::string finding;
  junheng::Verdict verdict{};
  bool attested = false;
  std::optional<bool> answer;
  FactTarget target;  ///< of the answer and the note
  std::string note;
  std::vector<FactInput> inputs;
};

/// A row of the form.
struct FactItem {
  std::string id;  ///< its number in the rule; empty beside the parts
  std::string title;
  std::string rule;
  junheng::Verdict verdict{};
  std::vector<FactCheck> checks;
  std::vector<FactInput> score;  ///< where the part is judged by points
};

struct FactsModel {
  std::vector<std::uint16_t> parts;  ///< of the standard, those with items; their count: what stands beside them
  std::vector<std::string> titles;
  std::vector<junheng::Verdict> verdicts;
  std::vector<FactItem> items;  ///< of the shown part
  std::string filled;           ///< how many of them are decided
};

/// Before and after.
struct CompareLine {
  std::string title;
  std::string before;
  std::string after;
  junheng::Verdict verdict_before = junheng::Verdict::none;
  junheng::Verdict verdict_after = junheng::Verdict::none;
  bool changed = false;
};

struct WhatIf {
  struct School {
    std::uint32_t line = 0;
    std::string name;
    bool closed = false;
    bool changed = false;
  };
  struct Field {
    std::string id;
    std::uint8_t stage = 0xFF;
    std::string label;
    std::string unit;
    AssumptionTarget target;
    std::string real;
    std::string assumed;
  };
  std::vector<std::string> scenarios;
  std::vector<School> schools;  ///< of the selected county, found by the search
  std::vector<Field> fields;    ///< of the selected school
  std::vector<std::string> field_labels;
  std::vector<std::string> move_names;  ///< of the first of `schools`: a list of more is searched, not scrolled
  std::string school;
  bool added = false;
  bool closed = false;
  std::vector<std::string> changes;  ///< each in words
  std::string move_to;
  std::optional<junheng::Moved> move;  ///< what a move would leave; absent: it cannot be done
  std::vector<CompareLine> county;
  std::vector<CompareLine> own;  ///< of the selected school
};

/// One finding a page, for a room full of people.
struct MeetingPage {
  std::string title;
  std::optional<junheng::Verdict> verdict;
  std::string result;  ///< the number that it is about, beside its limit
  std::vector<std::string> lines;
  std::vector<BalanceLine> bars;   ///< with a name for each source, or a number where names are hidden
  std::vector<ShareLine> sources;  ///< of the coefficient
  std::vector<CompareLine> compared;
};

}  // namespace workbench
