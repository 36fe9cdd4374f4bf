// SPDX-License-Identifier: MIT
#include "oracle.h"

#include <cmath>

namespace oracle {

std::array<std::int64_t, 3> weights(Kind kind) {
  switch (kind) {
    case Kind::primary:
    case Kind::teaching_point:
      return {100, 0, 0};
    case Kind::middle:
      return {0, 100, 0};
    case Kind::nine_year:
      return {100, 110, 0};
    case Kind::twelve_year:
      return {100, 110, 132};
    case Kind::complete_secondary:
      return {0, 100, 120};
    case Kind::special:
      return {0, 0, 0};
  }
  return {0, 0, 0};
}

namespace {

__extension__ using Int128 = __int128;

Value value_of(const School& school, std::size_t resource, int stage) {
  const Rule& rule = kRules[resource];
  const auto s = static_cast<std::size_t>(stage);
  const auto weight = weights(school.kind);
  // numerator / denominator is the value in 1/10000
  Int128 numerator = 0;
  Int128 denominator = 0;
  if (school.of_stage[resource][s]) {
    numerator = static_cast<Int128>(*school.of_stage[resource][s]) * rule.per;
    denominator = *school.pupils[s];
  } else if (school.whole[resource]) {
    Int128 total = 0;
    for (std::size_t each = 0; each < 3; ++each) {
      if (weight[each] == 0) continue;
      if (!school.pupils[each]) return {};
      total += static_cast<Int128>(weight[each]) * *school.pupils[each];
    }
    numerator = static_cast<Int128>(*school.whole[resource]) * rule.per * weight[s];
    denominator = total;
  } else {
    return {};
  }
  Value value;
  value.known = true;
  value.number = static_cast<long double>(numerator) / static_cast<long double>(denominator) / kUnit;
  const Int128 needed = static_cast<Int128>(rule.threshold[s]) * denominator;
  value.verdict = numerator >= needed                         ? Verdict::pass
                  : 100 * numerator >= kFloorPercent * needed ? Verdict::near
                                                              : Verdict::fail;
  return value;
}

void judge(Unit& unit) {
  int below = 0;
  bool far_below = false;
  bool missing = false;
  for (const Value& value : unit.values) {
    unit.meeting += value.verdict == Verdict::pass ? 1 : 0;
    below += value.verdict == Verdict::near || value.verdict == Verdict::fail ? 1 : 0;
    far_below = far_below || value.verdict == Verdict::fail;
    missing = missing || !value.known;
  }
  const bool too_few = static_cast<int>(kResources) - below < kMustMeet;
  unit.verdict = far_below || too_few ? Verdict::fail : missing ? Verdict::unknown : Verdict::pass;
}

Coefficient coefficient(const std::vector<Unit>& units, std::size_t resource) {
  Coefficient c;
  long double pupils = 0;
  for (const Unit& unit : units) {
    if (!unit.values[resource].known) return c;
    const auto weight = static_cast<long double>(unit.pupils);
    pupils += weight;
    c.mean += weight * unit.values[resource].number;
  }
  if (pupils == 0) return c;
  c.mean /= pupils;
  long double sum = 0;
  for (const Unit& unit : units) {
    const long double off = unit.values[resource].number - c.mean;
    sum += static_cast<long double>(unit.pupils) / pupils * off * off;
  }
  c.deviation = std::sqrt(sum);
  c.known = c.mean > 0;
  c.cv = c.known ? c.deviation / c.mean : 0;
  return c;
}

}  // namespace

Result evaluate(const std::vector<School>& schools) {
  Result result;
  for (const School& school : schools) {
    for (int stage = 0; stage < 2; ++stage) {
      const auto s = static_cast<std::size_t>(stage);
      if (weights(school.kind)[s] == 0 || school.pupils[s] == Amount(0)) continue;
      if (school.kind == Kind::teaching_point && school.pupils[s] && *school.pupils[s] < kSmallestTeachingPoint)
        continue;
      Unit unit;
      unit.school = school.name;
      unit.pupils = school.pupils[s].value_or(0);
      if (school.pupils[s]) {
        for (std::size_t r = 0; r < kResources; ++r)
          unit.values[r] = value_of(school, r, stage);
      }
      judge(unit);
      result[{school.county, stage}].units.push_back(unit);
    }
  }
  for (auto& [key, stage] : result) {
    for (std::size_t r = 0; r < kResources; ++r)
      stage.coefficients[r] = coefficient(stage.units, r);
  }
  return result;
}

}  // namespace oracle
