// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <set>

#include "junheng/insight.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Evaluation;
using junheng::Verdict;

constexpr int kCvDecimals = 4;
constexpr int kLimitDecimals = 2;
/// The limit stands in the middle of the bar, unless a coefficient needs more room.
constexpr double kBarOverLimit = 2;
constexpr std::string_view kNotKnown = "—";
/// A list of more is no filter.
constexpr std::size_t kMostTowns = 200;

std::string number_or_dash(double value, int decimals) {
  return std::isnan(value) ? std::string(kNotKnown) : junheng::number_text(value, decimals);
}

void refresh_heads(AppState& state) {
  const junheng::Standard& standard = state.standard();
  const junheng::Language language = state.view.language;
  Model& model = state.model;
  model.heads.clear();
  std::string stages;
  for (const junheng::Stage stage : standard.stages) {
    if (!stages.empty()) stages += " / ";
    stages += stage_word(state, stage);
  }
  bool any = false;
  for (const junheng::Indicator& indicator : standard.indicators) {
    IndicatorHead head{.title = indicator.short_title.in(language),
                       .full = indicator.title.in(language),
                       .unit = indicator.unit.in(language),
                       .limits = {}};
    for (const junheng::Stage stage : standard.stages) {
      const auto& threshold = indicator.threshold[static_cast<std::size_t>(stage)];
      if (!threshold) continue;
      if (!head.limits.empty()) head.limits += " / ";
      head.limits += to_text(threshold->value);
      any = true;
    }
    model.heads.push_back(std::move(head));
  }

  model.legend.clear();
  model.limits_note.clear();
  if (!any) return;
  model.limits_note = filled(state.say(Phrase::schools_limits), {{"stages", stages}});
  std::string percent;
  if (standard.unit_rule) {
    // The floor is a decimal: moving its point by two digits is exact.
    if (const auto moved = shifted(standard.unit_rule->floor, 2)) percent = to_text(*moved);
  }
  const auto entry = [&](Verdict verdict, Phrase phrase) {
    model.legend.push_back({verdict, filled(state.say(phrase), {{"percent", percent}})});
  };
  entry(Verdict::pass, Phrase::legend_pass);
  entry(Verdict::near, Phrase::legend_near);
  entry(Verdict::fail, Phrase::legend_fail);
  entry(Verdict::unknown, Phrase::legend_unknown);
}

/// The school that holds the largest share of CV², with its percentage.
std::string largest_source(const AppState& state, std::uint32_t stage_index, std::size_t indicator) {
  const Evaluation& evaluation = *state.evaluation;
  const junheng::StageUnits& stage = evaluation.split.stages[stage_index];
  const junheng::StageBalance& balance = evaluation.balance[stage_index];
  double largest = 0;
  std::uint32_t source = kNoSelection;
  for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
    const double share =
        junheng::cv_share(balance.indicators[indicator].spread, evaluation.indicators[indicator].value[unit],
                          evaluation.split.units.pupils[unit], balance.pupils);
    if (share > largest) {
      largest = share;
      source = unit;
    }
  }
  if (source == kNoSelection) return std::string(kNotKnown);
  return filled(state.say(Phrase::balance_source_share),
                {{"school", evaluation.table.at(evaluation.roster.school[evaluation.split.units.row[source]])},
                 {"percent", percent_text(largest)}});
}

/// A coefficient beside the limit it is judged against, or alone where it is not judged.
void put_cv(BalanceLine& line, double cv, const std::optional<junheng::Limit>& limit, Verdict verdict, double full) {
  line.verdict = verdict;
  line.known = !std::isnan(cv);
  const bool judged = limit && verdict != Verdict::none;
  line.limit = judged ? "≤ " + junheng::number_text(to_double(limit->value), kLimitDecimals) : std::string{};
  if (!line.known) {
    line.cv = kNotKnown;
  } else if (judged) {
    line.cv = junheng::number_beside_limit(cv, to_double(limit->value), kCvDecimals, false, verdict == Verdict::pass);
  } else {
    line.cv = junheng::number_text(cv, kCvDecimals);
  }
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

void refresh_verdict(AppState& state) {
  const Evaluation& evaluation = *state.evaluation;
  Model& model = state.model;
  const junheng::CountyVerdict& county = evaluation.counties[state.view.county];
  const junheng::Words& words = state.library.words(state.view.language);
  for (std::size_t i = 0; i < county.parts.size(); ++i) {
    PartCard card{.title = evaluation.standard->parts[i].title.in(state.view.language),
                  .verdict = county.parts[i].verdict,
                  .reasons = {}};
    for (const junheng::Reason& reason : county.parts[i].reasons) {
      card.reasons.push_back(sentence(words, reason, state.view.county, evaluation));
    }
    model.parts.push_back(std::move(card));
  }
  for (const std::uint32_t index : model.stages) {
    const junheng::StageUnits& stage = evaluation.split.stages[index];
    const junheng::StageVerdict& verdict = evaluation.stages[index];
    model.stage_lines.push_back({.stage = std::string(stage_word(state, stage.stage)),
                                 .units = std::to_string(stage.end - stage.begin),
                                 .passing = std::to_string(verdict.units_passing),
                                 .failing = std::to_string(verdict.units_failing),
                                 .unknown = std::to_string(verdict.units_unknown),
                                 .verdict = verdict.verdict});
  }
}

/// Kinds of school and towns that occur: what schools can be filtered by.
void refresh_choices(AppState& state) {
  const Evaluation& evaluation = *state.evaluation;
  Model& model = state.model;
  std::set<std::uint16_t> kinds;
  std::set<std::string> towns;
  const auto town = town_column(state);
  for (const std::uint32_t index : model.stages) {
    for (std::uint32_t unit = evaluation.split.stages[index].begin; unit < evaluation.split.stages[index].end; ++unit) {
      const std::uint32_t row = evaluation.split.units.row[unit];
      if (evaluation.roster.type[row] != junheng::kNoType) kinds.insert(evaluation.roster.type[row]);
      if (town && towns.size() < kMostTowns) towns.insert(cell_of(evaluation, row, *town));
    }
  }
  model.kinds.assign(kinds.begin(), kinds.end());
  towns.erase(std::string());
  model.towns.assign(towns.begin(), towns.end());
}

}  // namespace

void refresh_view(AppState& state) {
  refresh_rows(state);
  refresh_detail(state);
  refresh_facts(state);
  refresh_scenario(state);
  refresh_reason(state);
  refresh_meeting(state);
}

void refresh_county(AppState& state) {
  Model& model = state.model;
  refresh_heads(state);
  model.stages.clear();
  model.left_out.clear();
  model.left_out_title.clear();
  model.balance.clear();
  model.parts.clear();
  model.stage_lines.clear();
  model.county_name.clear();
  model.kinds.clear();
  model.towns.clear();
  model.county_verdict = Verdict::unknown;
  if (!state.evaluation || state.view.county >= state.evaluation->counties.size()) return refresh_view(state);

  const Evaluation& evaluation = *state.evaluation;
  model.county_name = county_name(state, state.view.county);
  model.county_verdict = evaluation.counties[state.view.county].verdict;
  for (std::uint32_t i = 0; i < evaluation.split.stages.size(); ++i) {
    if (evaluation.split.stages[i].county == state.view.county) model.stages.push_back(i);
  }
  for (std::uint32_t i = 0; i < evaluation.split.left_out.size(); ++i) {
    if (evaluation.roster.county[evaluation.split.left_out[i].row] == state.view.county) model.left_out.push_back(i);
  }
  model.left_out_title = filled(state.say(Phrase::left_out_title), {{"count", std::to_string(model.left_out.size())}});
  for (const std::uint32_t index : model.stages)
    model.balance.push_back(balance_card(state, index));
  refresh_verdict(state);
  refresh_choices(state);
  refresh_view(state);
}

}  // namespace workbench
