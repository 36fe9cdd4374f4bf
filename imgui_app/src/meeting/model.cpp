// SPDX-License-Identifier: MIT
#include "meeting/model.h"

#include <algorithm>

#include "junheng/finding.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Verdict;

/// What a room can read at once.
constexpr std::size_t kLinesOnPage = 6;
constexpr std::size_t kBarsOnPage = 8;

class PageMaker {
 public:
  PageMaker(const AppState& state, std::vector<MeetingPage>& pages) : state_(state), pages_(pages) {}

  void all() {
    cover();
    for (const PartCard& card : state_.model.parts)
      part(card);
    for (const BalanceCard& card : state_.model.balance)
      balance(card);
    schools();
    limits();
  }

 private:
  void cover() {
    MeetingPage page;
    page.title = state_.model.county_name;
    page.verdict = state_.model.county_verdict;
    page.lines.push_back(state_.standard().title.in(state_.view.language));
    if (!state_.model.chosen_options.empty()) page.lines.back() += " · " + state_.model.chosen_options;
    for (const PartCard& part : state_.model.parts)
      page.lines.push_back(part.title + "：" + std::string(verdict_word(state_, part.verdict)));
    pages_.push_back(std::move(page));
  }

  void part(const PartCard& part) {
    MeetingPage page;
    page.title = part.title;
    page.verdict = part.verdict;
    page.lines = part.reasons;
    if (page.lines.empty() && part.verdict == Verdict::pass) page.lines.emplace_back(state_.say(Phrase::verdict_clear));
    in_pieces(std::move(page));
  }

  void balance(const BalanceCard& card) {
    MeetingPage page;
    page.title = card.title;
    page.bars = card.lines;
    if (card.composite) page.bars.push_back(*card.composite);
    std::vector<BalanceLine> rest;
    if (page.bars.size() > kBarsOnPage) {
      rest.assign(page.bars.begin() + kBarsOnPage, page.bars.end());
      page.bars.resize(kBarsOnPage);
    }
    const std::string title = page.title;
    pages_.push_back(std::move(page));
    if (!rest.empty()) {
      MeetingPage more;
      more.title = title;
      more.bars = std::move(rest);
      pages_.push_back(std::move(more));
    }
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
        if (page.lines.size() == 2 * kLinesOnPage) continue;
        std::string line = name_of(unit);
        line += "（" + std::string(stage_word(state_, stage.stage)) + "）";
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
    std::vector<std::string> lines = std::move(page.lines);
    std::size_t from = 0;
    do {
      MeetingPage piece;
      piece.title = page.title;
      piece.verdict = page.verdict;
      const std::size_t to = std::min(lines.size(), from + kLinesOnPage);
      piece.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(from),
                         lines.begin() + static_cast<std::ptrdiff_t>(to));
      pages_.push_back(std::move(piece));
      from = to;
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
