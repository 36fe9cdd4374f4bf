// SPDX-License-Identifier: MIT
#include "junheng/slips.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "base/decimal_ratio.h"
#include "base/sort_places.h"
#include "junheng/lookup.h"
#include "measure/plain_value.h"
#include "plan/slipped_stage.h"

namespace junheng {
namespace {

/// 万, as a power of ten.
constexpr int kWan = 4;

struct Other {
  Slip slip;
  std::optional<Decimal> to;
};

std::optional<Decimal> in_column(const Evaluation& e, std::size_t column, std::size_t row) {
  if (column >= e.columns.size() || !e.columns[column].match) return std::nullopt;
  const HeaderMatch& match = *e.columns[column].match;
  return written_number(e, match.field, match.stage ? static_cast<std::uint8_t>(*match.stage) : kNoStage, row);
}

/// The numbers that may have been meant by one.
std::vector<Other> others_of(const Evaluation& e, const SlippedCell& cell) {
  const Reading& reading = cell.reading;
  const std::optional<Decimal>& from = cell.written;
  if (!from) return {};
  std::vector<Other> others;
  const bool whole = e.vocabulary->fields[reading.term.field].kind == FieldKind::count;
  const auto add = [&](Slip slip, std::optional<Decimal> to) {
    if (!to || to->mantissa < 0 || *to == *from || (whole && to->scale > 0)) return;
    others.push_back({slip, to});
  };
  add(Slip::one_less, sum_of(from, Decimal{-1, 0}));
  add(Slip::one_more, sum_of(from, Decimal{1, 0}));
  const std::string text = to_text(*from);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    std::string swapped = text;
    std::swap(swapped[i], swapped[i + 1]);
    // A number does not begin with a zero, and its point stays.
    if (text[i] == '.' || text[i + 1] == '.' || (swapped[0] == '0' && text[0] != '0')) continue;
    add(Slip::digits_swapped, parse_decimal(swapped).value);
  }
  add(Slip::tenth, shifted(*from, -1));
  add(Slip::ten_times, shifted(*from, 1));
  if (unit_may_be_left_out(e, reading.term.field)) {
    add(Slip::other_unit_less, shifted(*from, -kWan));
    add(Slip::other_unit_more, shifted(*from, kWan));
  }
  const auto beside = [&](Slip slip, std::size_t row) {
    if (row < e.roster.rows() && e.roster.total[row] == 0)
      add(slip, written_number(e, reading.term.field, reading.column_stage, row));
  };
  if (reading.place > 0) beside(Slip::row_above, reading.place - 1);
  beside(Slip::row_below, reading.place + std::size_t{1});
  if (const auto column = column_of(e, reading.term.field, reading.column_stage)) {
    if (*column > 0) add(Slip::column_before, in_column(e, *column - std::size_t{1}, reading.place));
    add(Slip::column_after, in_column(e, *column + std::size_t{1}, reading.place));
  }
  if (from->mantissa == 0) others.push_back({Slip::blank, std::nullopt});
  return others;
}

/// How much of a number a slip changes: the distance of the two as a ratio, nothing where one of them is zero or blank.
double change_of(const SlipEffect& effect) {
  const double from = to_double(effect.from);
  const double to = effect.to ? to_double(*effect.to) : 0;
  return from > 0 && to > 0 ? std::abs(std::log(to / from)) : std::numeric_limits<double>::infinity();
}

/// Gives each slip of each cell of a stage to `use`.
void each_slip(const Evaluation& evaluation, std::size_t stage, const std::function<void(SlipEffect&&)>& use) {
  const SlippedStage slipped(evaluation, stage);
  if (!slipped.followed()) return;
  const StageUnits& range = evaluation.split.stages[stage];
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
    std::vector<SlippedCell> cells = slipped.cells_of(unit);
    if (auto enrolment = slipped.enrolment_of(unit)) cells.push_back(*std::move(enrolment));
    for (const SlippedCell& cell : cells) {
      for (const Other& other : others_of(evaluation, cell)) {
        auto effect = slipped.effect(unit, cell, other.to);
        if (!effect) continue;
        effect->slip = other.slip;
        use(*std::move(effect));
      }
    }
  }
}

}  // namespace

std::vector<SlipEffect> slips_of(const Evaluation& evaluation, std::size_t stage) {
  std::vector<SlipEffect> effects;
  each_slip(evaluation, stage, [&](SlipEffect&& effect) { effects.push_back(std::move(effect)); });
  return effects;
}

std::vector<SlipEffect> cells_to_visit(const Evaluation& evaluation, std::size_t stage, std::size_t most) {
  std::vector<SlipEffect> all;
  each_slip(evaluation, stage, [&](SlipEffect&& effect) {
    if (effect.tips) all.push_back(std::move(effect));
  });
  std::vector<std::uint32_t> places;
  std::vector<double> changes;
  places.reserve(all.size());
  changes.reserve(all.size());
  for (std::uint32_t place = 0; place < all.size(); ++place) {
    places.push_back(place);
    changes.push_back(change_of(all[place]));
  }
  sort_places(places, [&](std::uint32_t a, std::uint32_t b) {
    if (all[a].tips_stage != all[b].tips_stage) return all[a].tips_stage;
    return changes[a] < changes[b];
  });
  std::vector<SlipEffect> visits;
  std::map<std::tuple<std::uint32_t, std::uint16_t, std::uint8_t>, bool> seen;
  for (const std::uint32_t place : places) {
    if (visits.size() == most) break;
    const SlipEffect& effect = all[place];
    if (seen.try_emplace({effect.row, effect.field, effect.column_stage}, true).second) visits.push_back(effect);
  }
  return visits;
}

}  // namespace junheng
