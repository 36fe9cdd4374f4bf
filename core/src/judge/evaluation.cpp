// SPDX-License-Identifier: MIT
#include "junheng/evaluation.h"

#include <algorithm>
#include <numeric>

#include "base/sort_places.h"
#include "judge/fact_checks.h"
#include "judge/printed.h"
#include "junheng/consistency.h"
#include "junheng/plausible.h"

namespace junheng {
namespace {

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

/// The tables of the year before, and how they are read: the same once more where they hold both years.
struct Earlier {
  std::vector<SourceText> sources;
  TableChoices reading;
};

/// The year of the tables that is compared with; empty where none is.
std::string previous_year(const std::vector<Question>& questions) {
  const auto asked = std::find_if(questions.begin(), questions.end(),
                                  [](const Question& one) { return one.kind == QuestionKind::previous; });
  return asked == questions.end() || asked->answer == kNoPrevious ? std::string() : asked->answer;
}

Evaluation evaluated(Layout layout, Issues issues, const Standard& standard, const Vocabulary& vocabulary,
                     const Request& request, Earlier earlier) {
  Chosen chosen = choose(standard, request.options);
  for (const RefusedDecision& refused : request.reading.refused) {
    const Span found = keep_text(layout.table, refused_text(refused));
    issues.push_back(
        {IssueCode::decision_refused, kNoStage, kNoColumn, kNoSubject, kNoLine, found.begin, found.length});
  }
  for (const std::string& unknown : chosen.unknown) {
    const Span found = keep_text(layout.table, unknown);
    issues.push_back({IssueCode::unknown_option, kNoStage, kNoColumn, kNoSubject, kNoLine, found.begin, found.length});
  }
  Evaluation e;
  // Facts do not stand in the table; what is quoted of them is kept beside it.
  const auto say = [&](const std::vector<FactIssue>& complaints) {
    for (const FactIssue& issue : complaints) {
      const Span found = keep_text(e.table, issue.found);
      issues.push_back(
          {issue.code, kNoStage, kNoColumn, issue.field, issue.line, found.begin, found.length, issue.item});
    }
  };
  static_cast<Prepared&>(e) = prepare(std::move(layout), std::move(chosen), given_facts(request, standard, vocabulary),
                                      standard, vocabulary, issues);
  // Rows that wait for an answer are not missing.
  if (is_open(e.questions)) std::erase_if(issues, [](const Issue& issue) { return issue.code == IssueCode::no_rows; });
  e.indicators = measure(e, issues);
  e.balance = weigh(e, e.indicators);
  say(take_printed_composites(e, e.balance));
  check_relations(e, issues);
  check_totals(e, issues);
  check_plausible(e, e.indicators, issues);
  if (!earlier.sources.empty())
    compare_with_previous(e, e.indicators, std::move(earlier.sources), std::move(earlier.reading), issues);
  static_cast<Verdicts&>(e) = judge(e, e.indicators, e.balance);
  say(check_facts(e, e));
  e.issues = by_line(issues);
  return e;
}

}  // namespace

Evaluation evaluate(std::string text, const Standard& standard, const Vocabulary& vocabulary, const Request& request) {
  std::vector<SourceText> sources(1);
  sources.front().text = std::move(text);
  return evaluate(std::move(sources), standard, vocabulary, request);
}

Evaluation evaluate(std::vector<SourceText> sources, const Standard& standard, const Vocabulary& vocabulary,
                    const Request& request) {
  // Facts alone are a question too: nothing is wrong with a table that was not given.
  const bool no_table =
      std::all_of(sources.begin(), sources.end(), [](const auto& each) { return each.text.empty() && !each.too_big; });
  const bool only_facts = no_table && !(request.county.empty() && request.facts.empty());
  Issues issues;
  Earlier earlier;
  if (!answer_to(request.reading.answers, QuestionKind::previous, {}).empty()) earlier.sources = sources;
  Layout layout = find_layout(std::move(sources), vocabulary, request.reading, issues);
  if (only_facts) issues.clear();
  if (const std::string year = previous_year(layout.questions); !year.empty()) {
    earlier.reading = request.reading;
    for (Answer& answer : earlier.reading.answers) {
      if (answer.kind == QuestionKind::year) answer.option = year;
    }
  } else {
    earlier.sources.clear();
    if (!request.previous.empty()) earlier.sources.push_back({{}, {}, std::string(request.previous)});
  }
  return evaluated(std::move(layout), std::move(issues), standard, vocabulary, request, std::move(earlier));
}

Evaluation evaluate_layout(Layout layout, Issues issues, const Standard& standard, const Vocabulary& vocabulary,
                           const Request& request) {
  return evaluated(std::move(layout), std::move(issues), standard, vocabulary, request, {});
}

}  // namespace junheng
