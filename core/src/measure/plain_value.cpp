// SPDX-License-Identifier: MIT
#include "measure/plain_value.h"

#include <algorithm>
#include <array>

namespace junheng {
namespace {

/// Numbers below this, with a scale up to kMostScale, times 10^kMostScale: sums of some hundred of them stay below 2^63.
constexpr std::uint64_t kMostMantissa = std::uint64_t{1} << 40U;
constexpr int kMostScale = 4;
constexpr std::array<std::uint64_t, kMostScale + 1> kPowers = {1, 10, 100, 1000, 10000};
constexpr std::size_t kMostTerms = 64;
constexpr std::uint64_t kMostPupils = std::uint64_t{1} << 32U;
/// Products of an amount with two factors, and of pupils with two powers, stay below 2^63.
constexpr std::uint64_t kMostAmount = std::uint64_t{1} << 43U;
constexpr std::int64_t kMostFactor = 1 << 10U;

}  // namespace

bool unit_may_be_left_out(const Prepared& prepared, std::uint16_t field) {
  const auto& left_out = prepared.vocabulary->plausible.units_left_out;
  return std::find(left_out.begin(), left_out.end(), prepared.vocabulary->fields[field].unit.zh) != left_out.end();
}

PlainValues::PlainValues(const Prepared& prepared, const Indicator& indicator, const Resource& resource, Stage stage)
    : split_(prepared.split),
      per_(static_cast<std::uint64_t>(indicator.per.mantissa)),
      per_scale_(indicator.per.scale) {
  const bool bounded = !resource.not_below.empty() && prepared.decided[*resource.only_when.option] == 0;
  if (resource.given || bounded || resource.terms.size() > kMostTerms || indicator.per.mantissa <= 0 ||
      indicator.per.mantissa >= kMostFactor || per_scale_ > kMostScale) {
    return;
  }
  for (const Term& term : resource.terms) {
    if (term.only_in && *term.only_in != stage) continue;
    // What may be added and what may be left blank: value_of() weighs it.
    if (term.optional) return;
    const FieldColumns& columns = prepared.roster.fields[term.field];
    const auto& staged = columns.staged[static_cast<std::size_t>(stage)];
    terms_.push_back({staged ? NumberColumn::Rows(*staged) : NumberColumn::Rows(),
                      columns.whole ? NumberColumn::Rows(*columns.whole) : NumberColumn::Rows(), term.minus});
  }
  ask_unit_ = unit_may_be_left_out(prepared, resource.terms.front().field);
  plain_ = true;
  splits_ = indicator.whole == WholeSchool::split;
}

/// The columns that a value is found by, for a loop over many.
struct PlainValues::Columns {
  explicit Columns(const Split& split)
      : pupils(split.units.pupils.data()),
        row(split.units.row.data()),
        share(split.units.share.data()),
        divided(split.units.divided.data()),
        of_row(split.schools.of_row.data()),
        begin(split.schools.begin.data()),
        whole_row(split.schools.whole_row.data()) {}

  /// Of a school that stands in several rows, a number in one of them may be that of all.
  [[nodiscard]] bool alone(std::uint32_t at) const {
    const std::uint32_t school = of_row[at];
    return begin[school + 1] - begin[school] == 1 && whole_row[school] == kNoRow;
  }

  const std::uint32_t* pupils;
  const std::uint32_t* row;
  const Share* share;
  const std::uint8_t* divided;
  const std::uint32_t* of_row;
  const std::uint32_t* begin;
  const std::uint32_t* whole_row;
};

[[gnu::always_inline]] inline bool PlainValues::find(const Columns& columns, std::uint32_t unit, Value& value) const {
  const std::uint32_t pupils = columns.pupils[unit];
  if (pupils == kUnknownPupils || pupils == 0) return false;
  const std::uint32_t row = columns.row[unit];
  std::uint64_t plus = 0;
  std::uint64_t minus = 0;
  unsigned scale = 0;
  bool unit_named = !ask_unit_;
  std::size_t wholes = 0;
  for (const TermColumns& term : terms_) {
    const NumberColumn::Rows* column = &term.staged;
    if (!column->has_number(row)) {
      column = &term.whole;
      if (!column->has_number(row) || !columns.alone(row)) return false;
      if (columns.divided[unit] != 0) ++wholes;
    }
    // Below zero it is more than any.
    auto amount = static_cast<std::uint64_t>(column->mantissa(row));
    const unsigned decimals = column->scale(row);
    if (amount >= kMostMantissa || decimals > kMostScale) return false;
    if (decimals > scale) {
      plus *= kPowers[decimals - scale];
      minus *= kPowers[decimals - scale];
      scale = decimals;
    } else if (decimals < scale) {
      amount *= kPowers[scale - decimals];
    }
    (term.minus ? minus : plus) += amount;
    unit_named = unit_named || column->unit_named(row);
  }
  if (!unit_named || minus > plus) return false;
  const bool split = wholes > 0;
  if (split && (!splits_ || wholes != terms_.size() || columns.share[unit].total > kMostPupils)) return false;
  const Share share = split ? columns.share[unit] : Share{1, pupils};
  if (share.total == 0) return false;
  // Not by the carry of a multiplication: where there are 32 bits it is one of 128.
  if (plus - minus >= kMostAmount || share.weight >= kMostFactor) return false;
  const std::uint64_t above = (plus - minus) * (per_ * share.weight);
  const std::uint64_t below = kPowers[scale] * kPowers[static_cast<std::size_t>(per_scale_)] * share.total;
  value = {above, below, split && share.total != pupils};
  return true;
}

void PlainValues::fill(std::uint32_t begin, std::uint32_t end, std::vector<double>& values,
                       std::vector<Origin>& origins) const {
  if (!plain_) return;
  const Columns columns(split_);
  double* const numbers = values.data();
  Origin* const from = origins.data();
  for (std::uint32_t unit = begin; unit < end; ++unit) {
    Value value;
    if (!find(columns, unit, value)) continue;
    // Both are below 2^63, and a signed number becomes a double in one go.
    numbers[unit] = static_cast<double>(static_cast<std::int64_t>(value.above)) /
                    static_cast<double>(static_cast<std::int64_t>(value.below));
    from[unit] = value.split ? Origin::split : Origin::reported;
  }
}

}  // namespace junheng
