// SPDX-License-Identifier: MIT
#include "balance/model_detail.h"

#include <algorithm>
#include <cmath>

#include "junheng/formula.h"
#include "junheng/insight.h"
#include "junheng/judged_text.h"
#include "shell/sources.h"
#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Evaluation;

constexpr std::size_t kMostDots = 2'000;  ///< more would only be a cloud
constexpr std::size_t kBars = 60;
constexpr std::size_t kSharesShown = 12;
/// Sizes of the strip in units of the text height.
constexpr float kStripWidth = 52;
constexpr float kLeastRadius = 0.22F;
constexpr float kMostRadius = 0.75F;
constexpr float kRowStep = 0.2F;
constexpr float kMostHeight = 4;

struct Context {
  const AppState& state;
  const Evaluation& evaluation;
  std::uint32_t stage_index;
  std::size_t indicator;

  [[nodiscard]] const junheng::StageUnits& stage() const { return evaluation.split.stages[stage_index]; }
  [[nodiscard]] const junheng::Indicator& rule() const { return evaluation.standard->indicators[indicator]; }
  [[nodiscard]] const junheng::StageBalance& balance() const { return evaluation.balance[stage_index]; }
  [[nodiscard]] const junheng::Spread& spread() const { return balance().indicators[indicator].spread; }
  [[nodiscard]] double value(std::uint32_t unit) const { return evaluation.indicators[indicator].value[unit]; }
  [[nodiscard]] double pupils(std::uint32_t unit) const { return evaluation.split.units.pupils[unit]; }
};

/// A step of 1, 2 or 5 times a power of ten, so that at most six ticks stand on the axis.
double round_step(double range) {
  const double rough = range / 5;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= rough) return times * power;
  }
  return 10 * power;
}

struct Axis {
  double low = 0;
  double high = 1;
  [[nodiscard]] float part(double value) const { return static_cast<float>((value - low) / (high - low)); }
};

Axis axis_for(const Context& context, BalanceDetail& detail) {
  double least = INFINITY;
  double most = -INFINITY;
  const auto include = [&](double value) {
    if (std::isnan(value)) return;
    least = std::min(least, value);
    most = std::max(most, value);
  };
  for (std::uint32_t unit = context.stage().begin; unit < context.stage().end; ++unit)
    include(context.value(unit));
  const auto& threshold = context.rule().threshold[static_cast<std::size_t>(context.stage().stage)];
  if (threshold) include(to_double(threshold->value));
  if (!(least <= most)) return {};
  if (least == most) {
    // One value: it stands in the middle.
    least -= 1;
    most += 1;
  }
  const double step = round_step(most - least);
  Axis axis{std::floor(least / step) * step, std::ceil(most / step) * step};
  const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
  for (double tick = axis.low; tick <= axis.high + step / 2; tick += step)
    detail.ticks.emplace_back(axis.part(tick), junheng::number_text(tick, decimals));
  if (threshold) detail.limit_part = axis.part(to_double(threshold->value));
  if (!std::isnan(context.spread().mean)) detail.mean_part = axis.part(context.spread().mean);
  return axis;
}

/// Each dot as near to the middle as those before it leave room.
void place_dots(const Context& context, const Axis& axis, BalanceDetail& detail) {
  double largest = 0;
  for (std::uint32_t unit = context.stage().begin; unit < context.stage().end; ++unit) {
    const double pupils = context.pupils(unit);
    if (pupils != junheng::kUnknownPupils) largest = std::max(largest, pupils);
    if (std::isnan(context.value(unit))) continue;
    Dot dot;
    dot.x = axis.part(context.value(unit));
    dot.verdict = context.evaluation.indicators[context.indicator].verdict[unit];
    dot.unit = unit;
    detail.dots.push_back(dot);
  }
  for (Dot& dot : detail.dots) {
    const double pupils = context.pupils(dot.unit);
    const double part = largest > 0 && pupils != junheng::kUnknownPupils ? std::sqrt(pupils / largest) : 0;
    dot.radius = kLeastRadius + (kMostRadius - kLeastRadius) * static_cast<float>(part);
  }
  std::stable_sort(detail.dots.begin(), detail.dots.end(), [](const Dot& a, const Dot& b) { return a.x < b.x; });
  for (std::size_t i = 0; i < detail.dots.size(); ++i) {
    Dot& dot = detail.dots[i];
    const auto free = [&](float y) {
      for (std::size_t k = i; k-- > 0;) {
        const Dot& other = detail.dots[k];
        const float across = (dot.x - other.x) * kStripWidth;
        if (across > dot.radius + kMostRadius) break;
        if (std::hypot(across, y - other.y) < dot.radius + other.radius) return false;
      }
      return true;
    };
    float y = 0;
    for (int step = 0; !free(y); ++step) {
      const int row = step / 2 + 1;
      const float off = kRowStep * static_cast<float>(row);
      y = step % 2 == 0 ? off : -off;
      // A crowd that has no room any more lies upon each other.
      if (off > kMostHeight) break;
    }
    dot.y = y;
    detail.height = std::max(detail.height, 2 * (std::abs(y) + dot.radius));
  }
}

void place_bars(const Context& context, const Axis& axis, BalanceDetail& detail) {
  std::vector<double> pupils(kBars, 0);
  for (std::uint32_t unit = context.stage().begin; unit < context.stage().end; ++unit) {
    if (std::isnan(context.value(unit)) || context.pupils(unit) == junheng::kUnknownPupils) continue;
    const float part = std::clamp(axis.part(context.value(unit)), 0.0F, 1.0F);
    pupils[std::min(kBars - 1, static_cast<std::size_t>(part * kBars))] += context.pupils(unit);
  }
  const double most = *std::max_element(pupils.begin(), pupils.end());
  for (const double one : pupils)
    detail.bars.push_back(most > 0 ? static_cast<float>(one / most) : 0);
  detail.height = kMostHeight;
}

void put_shares(const Context& context, BalanceDetail& detail) {
  const junheng::StageUnits& stage = context.stage();
  if (!(context.spread().cv > 0)) return;
  const std::vector<double> without = leave_one_out(context.evaluation, context.stage_index, context.indicator);
  const std::vector<CvSource> sources = cv_sources(context.state, context.stage_index, context.indicator, kSharesShown);
  for (const auto& [unit, share] : sources) {
    const UnitText about = unit_text(context.state, unit);
    ShareLine line;
    line.unit = unit;
    line.school = about.school;
    line.pupils = about.pupils;
    line.value = cell_text(context.state, unit, context.indicator).value;
    line.share = percent_text(share) + " %";
    line.part = static_cast<float>(share / sources.front().share);
    const double left = without[unit - stage.begin];
    if (!std::isnan(left)) {
      const double moves = left - context.spread().cv;
      line.without = junheng::number_text(left, junheng::kCvDecimals);
      line.moves = (moves < 0 ? "−" : "+") + junheng::number_text(std::abs(moves), junheng::kCvDecimals);
    }
    detail.shares.push_back(std::move(line));
  }
}

void put_groups(const Context& context, BalanceDetail& detail) {
  const auto& fields = context.state.library.vocabulary.fields;
  for (const std::string_view id : {"urban_rural", "town", "school_group", "type"}) {
    const auto field = context.state.library.vocabulary.field(id);
    if (field && column_of(context.evaluation, *field))
      detail.group_fields.emplace_back(*field, fields[*field].label.in(context.state.view.language));
  }
  if (detail.group_fields.empty()) return;
  const auto& chosen = context.state.view.group_field;
  const bool there = chosen && std::any_of(detail.group_fields.begin(), detail.group_fields.end(),
                                           [&](const auto& one) { return one.first == *chosen; });
  const std::uint16_t field = there ? *chosen : detail.group_fields.front().first;
  double between = 0;
  double within = 0;
  const double all = context.spread().cv * context.spread().cv;
  const auto percent = [&](double part) { return percent_text(part / all) + " %"; };
  for (const junheng::GroupPart& part :
       split_by_group(context.evaluation, context.stage_index, context.indicator, field)) {
    between += part.between;
    within += part.within;
    detail.groups.push_back({part.name.empty() ? std::string(context.state.say(Phrase::cell_missing)) : part.name,
                             std::to_string(part.units), std::to_string(part.pupils),
                             junheng::number_text(part.mean, context.rule().decimals),
                             junheng::number_text(part.cv, junheng::kCvDecimals), percent(part.between),
                             percent(part.within)});
  }
  if (detail.groups.empty()) return;
  detail.groups_sum = filled(context.state.say(Phrase::balance_groups_sum),
                             {{"between", percent(between)}, {"within", percent(within)}});
}

}  // namespace

void refresh_detail(AppState& state) {
  state.model.detail.reset();
  ViewState& view = state.view;
  if (!state.evaluation || !view.indicator || view.balance_stage >= state.model.stages.size()) return;
  if (*view.indicator >= state.evaluation->indicators.size()) return;
  const Context context{state, *state.evaluation, state.model.stages[view.balance_stage], *view.indicator};
  BalanceDetail detail;
  const BalanceLine& line = state.model.balance[view.balance_stage].lines[*view.indicator];
  detail.title = std::string(stage_word(state, context.stage().stage)) + " · " + line.title;
  detail.result = filled(
      state.say(line.limit.empty() ? Phrase::balance_result_alone : Phrase::balance_result),
      {{"cv", line.cv},
       {"limit", line.limit},
       {"verdict", line.verdict == junheng::Verdict::none ? std::string_view() : verdict_word(state, line.verdict)}});
  for (const junheng::Step& step : steps_of_cv(*state.evaluation, context.stage_index, context.indicator)) {
    // The sums over hundreds of schools are no reading matter here; files have them whole.
    constexpr std::size_t kReadable = 400;
    if (step.formula.size() <= kReadable)
      detail.steps.push_back(step.name + " = " + step.formula);
    else
      detail.steps.push_back(
          step.name + " = " +
          step_text(*state.evaluation, context.stage_index, context.indicator, step, junheng::kCvDecimals));
  }
  const Axis axis = axis_for(context, detail);
  const bool many = context.stage().end - context.stage().begin > kMostDots;
  if (many) {
    place_bars(context, axis, detail);
  } else {
    place_dots(context, axis, detail);
  }
  detail.legend = filled(state.say(many ? Phrase::balance_bars_legend : Phrase::balance_dots_legend),
                         {{"unit", context.rule().unit.in(view.language)}});
  put_shares(context, detail);
  put_groups(context, detail);
  state.model.detail = std::move(detail);
}

}  // namespace workbench
