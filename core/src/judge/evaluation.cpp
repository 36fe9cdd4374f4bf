// SPDX-License-Identifier: MIT
#include "junheng/evaluation.h"

#include <algorithm>
#include <numeric>

#include "base/sort_places.h"
#include "judge/fact_checks.h"
#include "judge/printed.h"
#include "judge/undivided.h"
#include "junheng/consistency.h"
#include "junheng/plausible.h"

namespace junheng {
namespace {

/// Bytes of tables whose stages take longer than a picture or two.
constexpr std::size_t kLarge = std::size_t{4} << 20U;

/// Each stage of the way complains in its own order; people read a table from the top.
Issues by_line(const Issues& issues) {
  std::vector<std::uint32_t> places(issues.size());
  std::iota(places.begin(), places.end(), 0U);
  sort_places(places, [&](std::uint32_t a, std::uint32_t b) { return issues[a].line < issues[b].line; });
  Issues sorted;
  sorted.reserve(issues.size());
  for (const std::uint32_t place : places)
    sorted.push_back(issues[place]);
  return sorted;
}

Facts given_facts(const Request& request, const Standard& standard, const Vocabulary& vocabulary) {
  return request.county.empty() ? read_facts(request.facts, standard, vocabulary)
                                : read_facts(request.county, standard, vocabulary);
}

/// The year of the tables that is compared with; empty where none is.
std::string previous_year(const std::vector<Question>& questions) {
  const auto asked = std::find_if(questions.begin(), questions.end(),
                                  [](const Question& one) { return one.kind == QuestionKind::previous; });
  return asked == questions.end() || asked->answer == kNoPrevious ? std::string() : asked->answer;
}

}  // namespace

Evaluating::Evaluating(std::vector<SourceText> sources, const Standard& standard, const Vocabulary& vocabulary,
                       const Request& request)
    : standard_(standard), vocabulary_(vocabulary), request_(request), sources_(std::move(sources)) {
  std::size_t bytes = 0;
  for (const SourceText& source : sources_)
    bytes += source.text.size();
  large_ = bytes >= kLarge;
}

Evaluating::Evaluating(Layout layout, Issues issues, const Standard& standard, const Vocabulary& vocabulary,
                       const Request& request)
    : standard_(standard),
      vocabulary_(vocabulary),
      request_(request),
      done_(1),
      layout_(std::move(layout)),
      issues_(std::move(issues)) {}

bool Evaluating::step() {
  const unsigned stage = done_;
  while (done_ == stage && done_ < kStages) {
    if (!part()) ++done_;
    if (large_) break;
  }
  return done_ < kStages;
}

bool Evaluating::part() {
  switch (done_) {
    case 0:
      return lay_out();
    case 1:
      return prepare_units();
    case 2:
      return measure_all();
    case 3:
      return weigh_and_check();
    default:
      return judge_all();
  }
}

bool Evaluating::lay_out() {
  if (!finding_) begin_layout();
  if (finding_->part()) return true;
  layout_ = finding_->take();
  finding_.reset();
  keep_earlier();
  return false;
}

void Evaluating::begin_layout() {
  // Facts alone are a question too: nothing is wrong with a table that was not given.
  const bool no_table = std::all_of(sources_.begin(), sources_.end(),
                                    [](const auto& each) { return each.text.empty() && !each.too_big; });
  only_facts_ = no_table && !(request_.county.empty() && request_.facts.empty());
  if (!answer_to(request_.reading.answers, QuestionKind::previous, {}).empty()) earlier_ = sources_;
  finding_.emplace(std::move(sources_), vocabulary_, request_.reading, issues_);
}

void Evaluating::keep_earlier() {
  if (only_facts_) issues_.clear();
  if (const std::string year = previous_year(layout_.questions); !year.empty()) {
    earlier_reading_ = request_.reading;
    for (Answer& answer : earlier_reading_.answers) {
      if (answer.kind == QuestionKind::year) answer.option = year;
    }
  } else {
    earlier_.clear();
    if (!request_.previous.empty()) earlier_.push_back({{}, {}, std::string(request_.previous)});
  }
}

bool Evaluating::prepare_units() {
  if (!preparing_) begin_units();
  if (preparing_->part()) return true;
  static_cast<Prepared&>(evaluation_) = preparing_->take();
  preparing_.reset();
  // Rows that wait for an answer are not missing.
  if (is_open(evaluation_.questions))
    std::erase_if(issues_, [](const Issue& issue) { return issue.code == IssueCode::no_rows; });
  return false;
}

void Evaluating::begin_units() {
  Chosen chosen = choose(standard_, request_.options);
  const auto refuse = [&](IssueCode code, std::string_view what) {
    const Span found = keep_text(layout_.table, what);
    issues_.push_back({code, kNoStage, kNoColumn, kNoSubject, kNoLine, found.begin, found.length});
  };
  for (const RefusedDecision& refused : request_.reading.refused)
    refuse(IssueCode::decision_refused, refused_text(refused));
  for (const std::string& unknown : chosen.unknown)
    refuse(IssueCode::unknown_option, unknown);
  preparing_.emplace(std::move(layout_), std::move(chosen), given_facts(request_, standard_, vocabulary_), standard_,
                     vocabulary_, issues_);
}

bool Evaluating::measure_all() {
  Indicators& measured = evaluation_.indicators;
  if (measured.size() < standard_.indicators.size()) measured.push_back(measure(evaluation_, measured.size(), issues_));
  return measured.size() < standard_.indicators.size();
}

bool Evaluating::weigh_and_check() {
  Evaluation& e = evaluation_;
  if (!std::exchange(begun_, true)) {
    e.balance = weigh(e, e.indicators);
    say(take_printed_composites(e, e.balance));
    return true;
  }
  begun_ = false;
  check_relations(e, issues_);
  say(check_totals(e));
  check_plausible(e, e.indicators, issues_);
  if (!earlier_.empty())
    compare_with_previous(e, e.indicators, std::move(earlier_), std::move(earlier_reading_), issues_);
  return false;
}

bool Evaluating::judge_all() {
  Evaluation& e = evaluation_;
  if (!std::exchange(begun_, true)) {
    static_cast<Verdicts&>(e) = judge(e, e.indicators, e.balance);
    return true;
  }
  say(check_divided(e, e.indicators, e));
  say(check_facts(e, e));
  e.issues = by_line(issues_);
  return false;
}

void Evaluating::say(const std::vector<QuotedIssue>& complaints) {
  for (const QuotedIssue& issue : complaints) {
    const Span found = keep_text(evaluation_.table, issue.found);
    issues_.push_back(
        {issue.code, issue.stage, kNoColumn, issue.field, issue.line, found.begin, found.length, issue.item});
  }
}

Evaluation evaluate(std::string text, const Standard& standard, const Vocabulary& vocabulary, const Request& request) {
  std::vector<SourceText> sources(1);
  sources.front().text = std::move(text);
  return evaluate(std::move(sources), standard, vocabulary, request);
}

Evaluation evaluate(std::vector<SourceText> sources, const Standard& standard, const Vocabulary& vocabulary,
                    const Request& request) {
  Evaluating evaluating(std::move(sources), standard, vocabulary, request);
  while (evaluating.step()) {
  }
  return evaluating.take();
}

Evaluation evaluate_layout(Layout layout, Issues issues, const Standard& standard, const Vocabulary& vocabulary,
                           const Request& request) {
  Evaluating evaluating(std::move(layout), std::move(issues), standard, vocabulary, request);
  while (evaluating.step()) {
  }
  return evaluating.take();
}

}  // namespace junheng
