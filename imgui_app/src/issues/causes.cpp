// SPDX-License-Identifier: MIT
#include "issues/causes.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "junheng/lookup.h"
#include "shell/column_guess.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Issue;
using junheng::IssueCode;

/// Fewer are read as quickly one by one.
constexpr std::size_t kLeastOfCause = 3;

/// What issues of one cause have in common.
struct Cause {
  IssueCode code{};
  std::uint32_t line = junheng::kNoLine;  ///< of a number of pupils that is wrong for every indicator
  std::uint16_t column = junheng::kNoColumn;
  std::uint16_t subject = 0;
  std::uint8_t stage = junheng::kNoStage;

  friend bool operator<(const Cause& a, const Cause& b) {
    return std::tie(a.code, a.line, a.column, a.subject, a.stage) <
           std::tie(b.code, b.line, b.column, b.subject, b.stage);
  }
};

/// Far from the other schools in one indicator: its resource is doubtful. In several at once: the pupils are.
bool is_of_pupils(const Issue& issue) {
  return issue.code == IssueCode::outlier && issue.line != junheng::kNoLine;
}

Cause of_row(const Issue& issue) {
  return {.code = issue.code, .line = issue.line, .stage = issue.stage};
}

Cause of_column(const Issue& issue) {
  return {.code = issue.code, .column = issue.column, .subject = issue.subject, .stage = issue.stage};
}

using Causes = std::map<Cause, std::vector<std::uint32_t>>;

IssueCause said_of(const AppState& state, std::vector<std::uint32_t> issues, bool of_pupils) {
  const Issue& first = state.evaluation->issues[issues.front()];
  const IssueText text = issue_text(state, issues.front());
  IssueCause cause{.severity = text.severity, .place = text.place, .sentence = {}, .issues = std::move(issues)};
  const std::string count = std::to_string(cause.issues.size());
  const auto stage = static_cast<junheng::Stage>(first.stage);
  const auto unit =
      of_pupils && first.stage != junheng::kNoStage ? unit_of(*state.evaluation, first.line, stage) : std::nullopt;
  if (unit) {
    const UnitText about = unit_text(state, *unit);
    cause.sentence = filled(state.say(Phrase::issues_pupils),
                            {{"school", about.school}, {"count", count}, {"pupils", about.pupils}});
    return cause;
  }
  cause.place = filled(state.say(Phrase::issues_many), {{"count", count}});
  cause.sentence =
      filled(state.say(Phrase::issues_cause), {{"count", count}, {"place", text.place}, {"sentence", text.sentence}});
  return cause;
}

class RowMaker {
 public:
  explicit RowMaker(AppState& state) : state_(state), issues_(state.evaluation->issues) {}

  void run() {
    Causes by_row;
    for (const std::uint32_t i : state_.model.issues)
      if (is_of_pupils(issues_[i])) by_row[of_row(issues_[i])].push_back(i);
    std::erase_if(by_row, [](const auto& one) { return one.second.size() < kLeastOfCause; });
    Causes by_column;
    for (const std::uint32_t i : state_.model.issues) {
      const Issue& issue = issues_[i];
      if (issue.line == junheng::kNoLine || (is_of_pupils(issue) && by_row.contains(of_row(issue)))) continue;
      by_column[of_column(issue)].push_back(i);
    }
    std::erase_if(by_column, [](const auto& one) { return one.second.size() < kLeastOfCause; });
    put_causes(by_row, true);
    put_causes(by_column, false);
    std::stable_sort(state_.model.causes.begin(), state_.model.causes.end(),
                     [](const IssueCause& a, const IssueCause& b) { return a.severity < b.severity; });
    put_rows();
  }

 private:
  void put_causes(Causes& causes, bool of_pupils) {
    for (auto& [cause, issues] : causes)
      state_.model.causes.push_back(said_of(state_, std::move(issues), of_pupils));
  }

  void put_rows() {
    Model& model = state_.model;
    std::vector<bool> told(issues_.size());
    for (const IssueCause& cause : model.causes)
      for (const std::uint32_t issue : cause.issues)
        told[issue] = true;
    std::size_t cause = 0;
    for (const std::uint32_t issue : model.issues) {
      // Of one severity the causes stand before what stands alone.
      for (; cause < model.causes.size() && model.causes[cause].severity <= severity_of(issues_[issue].code); ++cause)
        put_cause(static_cast<std::uint32_t>(cause));
      if (!told[issue]) put_issue(issue);
    }
  }

  void put_cause(std::uint32_t index) {
    Model& model = state_.model;
    model.issue_rows.push_back({IssueRow::Kind::cause, index});
    if (model.causes[index].issues.front() != state_.view.open_cause) return;
    for (const std::uint32_t issue : model.causes[index].issues)
      model.issue_rows.push_back({IssueRow::Kind::issue, issue, true});
  }

  void put_issue(std::uint32_t index) {
    Model& model = state_.model;
    model.issue_rows.push_back({IssueRow::Kind::issue, index});
    std::vector<ColumnOffer> offers = column_offers(state_, issues_[index]);
    if (offers.empty()) return;
    model.issue_rows.push_back({IssueRow::Kind::offers, static_cast<std::uint32_t>(model.offers.size())});
    model.offers.push_back(std::move(offers));
  }

  AppState& state_;
  const junheng::Issues& issues_;
};

}  // namespace

void put_issue_rows(AppState& state) {
  state.model.issue_rows.clear();
  state.model.causes.clear();
  state.model.offers.clear();
  if (state.evaluation) RowMaker(state).run();
}

}  // namespace workbench
