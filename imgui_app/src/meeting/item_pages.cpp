// SPDX-License-Identifier: MIT
#include "meeting/item_pages.h"

#include <algorithm>
#include <cmath>

#include "junheng/finding.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Judged;
using junheng::Scope;
using junheng::Verdict;

constexpr std::size_t kMostBars = 6;
/// Beside the longest bar, or the limit, there is a little air.
constexpr double kAir = 1.08;

struct Subject {
  const Judged* judged = nullptr;
  double value = NAN;
  double limit = NAN;

  /// How far it is from the limit, as a part of it; without one all are alike.
  [[nodiscard]] double distance() const {
    return std::isnan(limit) || limit == 0 ? 0 : std::abs(value - limit) / std::abs(limit);
  }
};

bool of_schools(const junheng::Way& way) {
  return way.scope == Scope::school || way.scope == Scope::unit;
}

/// Of schools those that fail, the furthest first; of stages, years and the county all.
std::vector<Subject> subjects_of(const junheng::Way& way, const junheng::CheckResult& result) {
  std::vector<Subject> subjects;
  for (const Judged& judged : result.judged) {
    if (!judged.value.known || (of_schools(way) && judged.verdict != Verdict::fail)) continue;
    Subject& one = subjects.emplace_back();
    one.judged = &judged;
    one.value = judged.value.value();
    if (judged.limit != junheng::kNoLimit) one.limit = to_double(way.limits[judged.limit].limit.value);
  }
  if (of_schools(way))
    std::stable_sort(subjects.begin(), subjects.end(),
                     [](const Subject& a, const Subject& b) { return a.distance() > b.distance(); });
  if (subjects.size() > kMostBars) subjects.resize(kMostBars);
  return subjects;
}

class ItemPage {
 public:
  ItemPage(const AppState& state, const junheng::Item& item, const junheng::Check& check,
           const junheng::CheckResult& result)
      : state_(state), item_(item), check_(check), result_(result), words_(state.library.words(state.view.language)) {
    words_.schools_unnamed = state.unnamed();
  }

  /// Without bars where nothing of it is a number.
  MeetingPage make(std::string title) {
    MeetingPage page;
    page.title = std::move(title);
    page.result = finding(words_, item_, check_, result_, *state_.evaluation);
    const junheng::Way& way = check_.ways[*result_.way];
    const std::vector<Subject> subjects = subjects_of(way, result_);
    double full = 0;
    for (const Subject& one : subjects) {
      full = std::max(full, std::abs(one.value));
      if (!std::isnan(one.limit)) full = std::max(full, std::abs(one.limit));
    }
    page.bars.reserve(subjects.size());
    for (const Subject& one : subjects)
      page.bars.push_back(bar_of(way, one, full * kAir));
    // One limit for all is said below them.
    const bool differ = std::any_of(page.bars.begin(), page.bars.end(),
                                    [&](const BalanceLine& bar) { return bar.limit != page.bars.front().limit; });
    if (differ)
      for (BalanceLine& bar : page.bars)
        bar.limit.clear();
    if (of_schools(way) && result_.failing > page.bars.size() && !page.bars.empty())
      page.lines.push_back(filled(state_.say(Phrase::meeting_furthest), {{"shown", std::to_string(page.bars.size())},
                                                                         {"all", std::to_string(result_.failing)}}));
    return page;
  }

 private:
  BalanceLine bar_of(const junheng::Way& way, const Subject& one, double full) const {
    const junheng::Vocabulary& vocabulary = *state_.evaluation->vocabulary;
    BalanceLine bar;
    bar.title = bar.short_title = name_of(way, one.judged->subject);
    bar.cv = value_text(way, *one.judged, *state_.evaluation);
    bar.limit = limit_text(way, *one.judged, vocabulary);
    bar.verdict = one.judged->verdict;
    bar.known = true;
    if (full <= 0) return bar;
    bar.cv_part = static_cast<float>(std::abs(one.value) / full);
    bar.limit_part = std::isnan(one.limit) ? 0 : static_cast<float>(std::abs(one.limit) / full);
    return bar;
  }

  std::string name_of(const junheng::Way& way, const junheng::Subject& subject) const {
    std::string stage;
    if (subject.stage != junheng::kNoStage) stage = stage_word(state_, static_cast<junheng::Stage>(subject.stage));
    if (of_schools(way)) {
      const junheng::Evaluation& evaluation = *state_.evaluation;
      std::string name = words_.schools_unnamed
                             ? school_text(words_, subject.row, evaluation)
                             : std::string(evaluation.table.at(evaluation.roster.school[subject.row]));
      const bool several = way.scope == Scope::unit && evaluation.split.schools.stages[subject.row].several();
      return several ? name + " · " + stage : name;
    }
    std::string name = stage.empty() ? state_.model.county_name : stage;
    if (subject.year != 0) name += " " + std::to_string(subject.year);
    return name;
  }

  const AppState& state_;
  const junheng::Item& item_;
  const junheng::Check& check_;
  const junheng::CheckResult& result_;
  junheng::Words words_;  ///< a copy: a room may not be read names to
};

}  // namespace

std::vector<MeetingPage> item_pages(const AppState& state, std::size_t part) {
  std::vector<MeetingPage> pages;
  const std::vector<junheng::Item>& items = state.standard().parts[part].items;
  const junheng::ItemResults& results = state.evaluation->counties[state.view.county].parts[part].items;
  for (std::size_t i = 0; i < items.size() && i < results.size(); ++i) {
    for (std::size_t c = 0; c < items[i].checks.size() && c < results[i].checks.size(); ++c) {
      const junheng::Check& check = items[i].checks[c];
      const junheng::CheckResult& result = results[i].checks[c];
      if (result.verdict != Verdict::fail || check.attested || !result.way) continue;
      const std::string title = (check.title.zh.empty() ? items[i].title : check.title).in(state.view.language);
      MeetingPage page = ItemPage(state, items[i], check, result).make(items[i].id + "  " + title);
      if (!page.bars.empty()) pages.push_back(std::move(page));
    }
  }
  return pages;
}

}  // namespace workbench
