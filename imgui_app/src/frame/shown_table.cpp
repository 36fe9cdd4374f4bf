// SPDX-License-Identifier: MIT
#include "frame/shown_table.h"

#include "data/cells.h"
#include "state/texts.h"

namespace workbench {
namespace {

class Lines {
 public:
  void cell(std::string_view words) {
    if (!first_) text_ += '\t';
    first_ = false;
    for (const char c : words)
      text_ += c == '\t' || c == '\n' || c == '\r' || c == '\v' ? ' ' : c;
  }
  void end() {
    text_ += '\n';
    first_ = true;
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool first_ = true;
};

void put_data(const AppState& state, Lines& out) {
  const DataModel& model = state.model.data;
  for (std::size_t record = 0; record < model.lines.size(); ++record) {
    for (const std::string& cell : source_row(state, state.view.sheet, record))
      out.cell(cell);
    out.end();
  }
}

void put_schools(const AppState& state, Lines& out) {
  const bool judged = state.standard().unit_rule.has_value();
  out.cell(state.say(Phrase::schools_school));
  out.cell(state.say(Phrase::schools_stage));
  out.cell(state.say(Phrase::schools_pupils));
  if (judged) {
    out.cell(state.say(Phrase::schools_verdict));
    out.cell(state.say(Phrase::schools_meeting));
  }
  for (const IndicatorHead& head : state.model.heads)
    out.cell(head.unit.empty() ? head.full : head.full + "（" + head.unit + "）");
  out.end();
  for (const std::uint32_t unit : state.model.rows) {
    const UnitText about = unit_text(state, unit);
    out.cell(about.school);
    out.cell(about.stage);
    out.cell(about.pupils);
    if (judged) {
      out.cell(verdict_word(state, about.verdict));
      out.cell(about.meeting);
    }
    for (std::size_t i = 0; i < state.model.heads.size(); ++i)
      out.cell(cell_text(state, unit, i).value);
    out.end();
  }
}

void put_balance(const AppState& state, Lines& out) {
  for (const Phrase head :
       {Phrase::schools_stage, Phrase::balance_indicator, Phrase::balance_mean, Phrase::balance_deviation,
        Phrase::balance_cv, Phrase::balance_limit, Phrase::schools_verdict, Phrase::balance_source})
    out.cell(state.say(head));
  out.end();
  for (std::size_t card = 0; card < state.model.balance.size(); ++card) {
    const auto stage = state.evaluation->split.stages[state.model.stages[card]].stage;
    const auto put = [&](const BalanceLine& line) {
      out.cell(stage_word(state, stage));
      for (const std::string* words : {&line.title, &line.mean, &line.deviation, &line.cv, &line.limit})
        out.cell(*words);
      out.cell(line.verdict == junheng::Verdict::none ? std::string_view() : verdict_word(state, line.verdict));
      out.cell(line.source);
      out.end();
    };
    for (const BalanceLine& line : state.model.balance[card].lines)
      put(line);
    if (state.model.balance[card].composite) put(*state.model.balance[card].composite);
  }
}

void put_items(const AppState& state, Lines& out) {
  for (const FactItem& item : state.model.facts.items) {
    out.cell(item.id);
    out.cell(item.title);
    out.cell(item.rule);
    out.cell(verdict_word(state, item.verdict));
    out.end();
  }
}

void put_comparison(const AppState& state, Lines& out) {
  out.cell(state.model.county_name);
  out.cell(state.say(Phrase::what_if_before));
  out.cell(state.say(Phrase::what_if_after));
  out.end();
  for (const CompareLine& line : state.model.what_if.county) {
    out.cell(line.title);
    out.cell(line.before.empty() ? verdict_word(state, line.verdict_before) : std::string_view(line.before));
    out.cell(line.after.empty() ? verdict_word(state, line.verdict_after) : std::string_view(line.after));
    out.end();
  }
}

void put_verdict(const AppState& state, Lines& out) {
  for (const PartCard& part : state.model.parts) {
    out.cell(part.title);
    out.cell(verdict_word(state, part.verdict));
    for (const std::string& reason : part.reasons)
      out.cell(reason);
    out.end();
  }
  if (state.model.chosen_options.empty()) return;
  out.cell(state.model.chosen_options);
  out.end();
}

void put_issues(const AppState& state, Lines& out) {
  out.cell(state.say(Phrase::issues_column_place));
  out.cell(state.say(Phrase::issues_column_text));
  out.end();
  for (const std::uint32_t index : state.model.issues) {
    const IssueText issue = issue_text(state, index);
    out.cell(issue.place);
    out.cell(issue.sentence);
    out.end();
  }
}

}  // namespace

std::string shown_table(const AppState& state) {
  Lines out;
  // In a meeting no table is shown; what lies under it may name schools that the room is not to read.
  if (!state.evaluation || state.view.meeting) return {};
  switch (state.view.tab) {
    case Tab::start:
      break;
    case Tab::data:
      put_data(state, out);
      break;
    case Tab::schools:
      put_schools(state, out);
      break;
    case Tab::balance:
      put_balance(state, out);
      break;
    case Tab::facts:
      put_items(state, out);
      break;
    case Tab::what_if:
      put_comparison(state, out);
      break;
    case Tab::verdict:
      put_verdict(state, out);
      break;
    case Tab::issues:
      put_issues(state, out);
      break;
  }
  return out.take();
}

}  // namespace workbench
