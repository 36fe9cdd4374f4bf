// SPDX-License-Identifier: MIT
#include "balance/model.h"

#include <algorithm>
#include <cmath>

#include "junheng/insight.h"
#include "junheng/judged_text.h"
#include "shell/sources.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Evaluation;
using junheng::Verdict;

constexpr int kLimitDecimals = 2;
/// The limit stands in the middle of the bar, unless a coefficient needs more room.
constexpr double kBarOverLimit = 2;
constexpr std::string_view kNotKnown = "—";

std::string number_or_dash(double value, int decimals) {
  return std::isnan(value) ? std::string(kNotKnown) : junheng::number_text(value, decimals);
}

/// The school that holds the largest share of CV², with its percentage.
std::string largest_source(const AppState& state, std::uint32_t stage_index, std::size_t indicator) {
  const std::vector<CvSource> sources = cv_sources(state, stage_index, indicator, 1);
  if (sources.empty()) return std::string(kNotKnown);
  return filled(state.say(Phrase::balance_source_share), {{"school", unit_text(state, sources.front().unit).school},
                                                          {"percent", percent_text(sources.front().share)}});
}

/// A coefficient beside the limit it is judged against, or alone where it is not judged.
void put_cv(BalanceLine& line, double cv, const std::optional<junheng::Limit>& limit, Verdict verdict, double full) {
  line.verdict = verdict;
  line.known = !std::isnan(cv);
  const bool judged = limit && verdict != Verdict::none;
  line.limit = judged ? "≤ " + junheng::number_text(to_double(limit->value), kLimitDecimals) : std::string{};
  line.cv = line.known ? junheng::cv_text(cv, judged ? limit : std::nullopt, verdict) : std::string(kNotKnown);
  if (full <= 0) return;
  line.cv_part = line.known ? static_cast<float>(std::min(1.0, cv / full)) : 0;
  line.limit_part = judged ? static_cast<float>(to_double(limit->value) / full) : 0;
}

BalanceCard balance_card(const AppState& state, std::uint32_t stage_index) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::Standard& standard = *evaluation.standard;
  const junheng::StageUnits& stage = evaluation.split.stages[stage_index];
  const junheng::StageBalance& balance = evaluation.balance[stage_index];
  const auto& limit = standard.balance.limit[static_cast<std::size_t>(stage.stage)];

  double full = limit ? kBarOverLimit * to_double(limit->value) : 0;
  for (const junheng::Balance& one : balance.indicators) {
    if (one.spread.cv > full) full = one.spread.cv;
  }

  BalanceCard card;
  card.title = filled(state.say(Phrase::balance_title), {{"stage", stage_word(state, stage.stage)},
                                                         {"units", std::to_string(stage.end - stage.begin)},
                                                         {"pupils", std::to_string(balance.pupils)}});
  for (std::size_t i = 0; i < standard.indicators.size(); ++i) {
    const junheng::Balance& one = balance.indicators[i];
    const junheng::Indicator& rule = standard.indicators[i];
    BalanceLine line;
    line.title = rule.title.in(state.view.language);
    line.short_title = rule.short_title.in(state.view.language);
    line.mean = number_or_dash(one.spread.mean, rule.decimals);
    line.deviation = number_or_dash(one.spread.deviation, rule.decimals);
    put_cv(line, one.spread.cv, limit, one.verdict, full);
    line.units = {one.units_meeting, one.units_near, one.units_failing, one.units_unknown};
    line.source = largest_source(state, stage_index, i);
    card.lines.push_back(std::move(line));
  }
  if (standard.balance.kind == junheng::BalanceKind::composite) {
    card.composite.emplace();
    card.composite->title = card.composite->short_title = state.say(Phrase::balance_composite);
    put_cv(*card.composite, balance.composite_cv, limit, balance.composite_verdict, full);
  }
  return card;
}

}  // namespace

void refresh_balance(AppState& state) {
  state.model.balance.clear();
  for (const std::uint32_t index : state.model.stages)
    state.model.balance.push_back(balance_card(state, index));
}

}  // namespace workbench
