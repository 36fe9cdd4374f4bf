// SPDX-License-Identifier: MIT
#include "meeting/model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "junheng/finding.h"
#include "junheng/insight.h"
#include "junheng/judged_text.h"
#include "meeting/item_pages.h"
#include "shell/sources.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Verdict;

/// What a room can read at once: sentences, of which long ones take the place of several, and rows.
constexpr std::size_t kLinesOnPage = 8;
constexpr std::size_t kBytesOfLine = 96;
constexpr std::size_t kBarsOnPage = 8;
constexpr std::size_t kSources = 4;
constexpr std::size_t kSchoolsNamed = 12;

std::size_t unknown(const junheng::PartVerdict& part) {
  return static_cast<std::size_t>(std::count_if(part.items.begin(), part.items.end(),
                                                [](const auto& item) { return item.verdict == Verdict::unknown; }));
}

/// Nothing can be said of any of its items.
bool is_empty(const junheng::PartVerdict& part) {
  return part.verdict == Verdict::unknown && !part.items.empty() && unknown(part) == part.items.size();
}

class PageMaker {
 public:
  PageMaker(const AppState& state, std::vector<MeetingPage>& pages) : state_(state), pages_(pages) {}

  void all() {
    cover();
    const auto& parts = state_.evaluation->counties[state_.view.county].parts;
    for (std::size_t i = 0; i < state_.model.parts.size(); ++i)
      if (i >= parts.size() || !is_empty(parts[i])) part(i);
    for (std::size_t i = 0; i < state_.model.balance.size(); ++i)
      balance(i);
    schools();
    scenario();
    missing();
    limits();
  }

 private:
  void cover() {
    MeetingPage page;
    page.title = state_.model.county_name;
    page.verdict = state_.model.county_verdict;
    page.lines.push_back(state_.standard().title.in(state_.view.language));
    if (!state_.model.chosen_options.empty()) page.lines.push_back(state_.model.chosen_options);
    for (const PartCard& part : state_.model.parts)
      page.lines.push_back(std::string(sign_of(part.verdict)) + " " +
                           filled(state_.say(Phrase::verdict_option),
                                  {{"option", part.title}, {"choice", verdict_word(state_, part.verdict)}}));
    pages_.push_back(std::move(page));
  }

  /// Parts of which nothing can be said yet share a page.
  void missing() {
    MeetingPage page;
    page.title = state_.say(Phrase::meeting_missing);
    const auto& parts = state_.evaluation->counties[state_.view.county].parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (!is_empty(parts[i])) continue;
      page.lines.push_back(
          filled(state_.say(Phrase::meeting_missing_part),
                 {{"part", state_.model.parts[i].title}, {"count", std::to_string(unknown(parts[i]))}}));
    }
    if (!page.lines.empty()) in_pieces(std::move(page));
  }

  void part(std::size_t index) {
    const PartCard& part = state_.model.parts[index];
    MeetingPage page;
    page.title = part.title;
    page.verdict = part.verdict;
    page.lines = part.reasons;
    if (page.lines.empty() && part.verdict == Verdict::pass) page.lines.emplace_back(state_.say(Phrase::verdict_clear));
    in_pieces(std::move(page));
    if (index >= state_.standard().parts.size()) return;
    for (MeetingPage& one : item_pages(state_, index))
      pages_.push_back(std::move(one));
  }

  void balance(std::size_t index) {
    const BalanceCard& card = state_.model.balance[index];
    MeetingPage page;
    page.title = card.title;
    page.bars = card.lines;
    for (std::size_t i = 0; i < page.bars.size(); ++i) {
      const std::vector<CvSource> sources = cv_sources(state_, state_.model.stages[index], i, 1);
      page.bars[i].source.clear();
      if (sources.empty()) continue;
      page.bars[i].source =
          filled(state_.say(Phrase::balance_source_share),
                 {{"school", name_of(sources.front().unit)}, {"percent", percent_text(sources.front().share)}});
    }
    if (card.composite) page.bars.push_back(*card.composite);
    pages_.push_back(std::move(page));
    for (std::size_t i = 0; i < card.lines.size(); ++i)
      if (card.lines[i].verdict == Verdict::fail) finding(index, i);
  }

  /// A coefficient above its limit, and the schools that make it so.
  void finding(std::size_t index, std::size_t indicator) {
    const std::uint32_t stage_index = state_.model.stages[index];
    const junheng::StageUnits& stage = state_.evaluation->split.stages[stage_index];
    const BalanceLine& line = state_.model.balance[index].lines[indicator];
    MeetingPage page;
    page.title = std::string(stage_word(state_, stage.stage)) + " · " + line.title;
    page.result = filled(state_.say(Phrase::balance_result),
                         {{"cv", line.cv}, {"limit", line.limit}, {"verdict", verdict_word(state_, line.verdict)}});
    page.bars.push_back(line);
    page.bars.front().source.clear();
    const std::vector<double> without = leave_one_out(*state_.evaluation, stage_index, indicator);
    const std::vector<CvSource> sources = cv_sources(state_, stage_index, indicator, kSources);
    for (const auto& [unit, share] : sources) {
      ShareLine& one = page.sources.emplace_back();
      one.school = name_of(unit);
      one.share = percent_text(share) + " %";
      one.part = static_cast<float>(share / sources.front().share);
    }
    const double left = sources.empty() ? NAN : without[sources.front().unit - stage.begin];
    if (!std::isnan(left))
      page.lines.push_back(
          filled(state_.say(Phrase::meeting_without),
                 {{"school", page.sources.front().school}, {"cv", junheng::number_text(left, junheng::kCvDecimals)}}));
    pages_.push_back(std::move(page));
  }

  /// What the chosen scenario would change.
  void scenario() {
    MeetingPage page;
    for (const CompareLine& line : state_.model.what_if.county)
      if (line.changed && page.compared.size() < kBarsOnPage) page.compared.push_back(line);
    if (page.compared.empty()) return;
    page.title =
        filled(state_.say(Phrase::meeting_scenario), {{"name", state_.model.what_if.scenarios[state_.view.scenario]}});
    pages_.push_back(std::move(page));
  }

  /// The same number as in the sentences of the reasons: a speaker with the table at hand knows which school it is.
  [[nodiscard]] std::string name_of(std::uint32_t unit) const {
    if (!state_.view.names_hidden) return std::string(unit_text(state_, unit).school);
    junheng::Words words = state_.library.words(state_.view.language);
    words.schools_unnamed = true;
    return school_text(words, state_.evaluation->split.units.row[unit], *state_.evaluation);
  }

  /// Schools that do not meet the standard, with what they are short of; numbered where names are hidden.
  void schools() {
    const junheng::Evaluation& evaluation = *state_.evaluation;
    if (!evaluation.standard->unit_rule) return;
    MeetingPage page;
    std::size_t number = 0;
    for (const std::uint32_t index : state_.model.stages) {
      const junheng::StageUnits& stage = evaluation.split.stages[index];
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        if (evaluation.unit_verdict[unit] != Verdict::fail) continue;
        ++number;
        // A page is a finding: more schools than these are named in the table.
        if (page.lines.size() == kSchoolsNamed) continue;
        std::string line = filled(state_.say(Phrase::meeting_school),
                                  {{"school", name_of(unit)}, {"stage", stage_word(state_, stage.stage)}});
        for (std::size_t i = 0; i < evaluation.indicators.size(); ++i) {
          const std::string gap = gap_text(state_, unit, i);
          if (gap.empty()) continue;
          line += "  " + evaluation.standard->indicators[i].short_title.in(state_.view.language) + " " + gap;
        }
        page.lines.push_back(std::move(line));
      }
    }
    page.title = filled(state_.say(Phrase::meeting_schools), {{"count", std::to_string(number)}});
    if (number > 0) in_pieces(std::move(page));
  }

  void limits() {
    MeetingPage page;
    page.title = state_.say(Phrase::meeting_limits);
    for (const Phrase phrase : {Phrase::meeting_limit_data, Phrase::meeting_limit_verdict, Phrase::meeting_limit_cause})
      page.lines.emplace_back(state_.say(phrase));
    pages_.push_back(std::move(page));
  }

  void in_pieces(MeetingPage page) {
    const std::vector<std::string> lines = std::exchange(page.lines, {});
    std::size_t from = 0;
    do {
      MeetingPage piece = page;
      std::size_t used = 0;
      for (; from < lines.size(); ++from) {
        used += 1 + lines[from].size() / kBytesOfLine;
        if (used > kLinesOnPage && !piece.lines.empty()) break;
        piece.lines.push_back(lines[from]);
      }
      pages_.push_back(std::move(piece));
    } while (from < lines.size());
  }

  const AppState& state_;
  std::vector<MeetingPage>& pages_;
};

}  // namespace

void refresh_meeting(AppState& state) {
  state.model.meeting.clear();
  if (!state.evaluation || !state.view.meeting) return;
  PageMaker(state, state.model.meeting).all();
}

}  // namespace workbench
