// SPDX-License-Identifier: MIT
#include "judge/school_items.h"

#include <algorithm>

#include "junheng/lookup.h"

namespace junheng {
namespace {

/// How far the items of one unit have been met.
struct Tally {
  int failing = 0;
  int unknown = 0;
  bool below_floor = false;
};

/// One item of one unit: the worst of its checks.
struct ItemOfUnit {
  Verdict verdict = Verdict::pass;
  bool below_floor = false;
};

bool reaches_floor(const Way& way, const Judged& judged, Decimal floor) {
  if (judged.limit == kNoLimit || !judged.value.known) return false;
  const Decimal limit = way.limits[judged.limit].limit.value;
  const Ratio& value = judged.value.ratio;
  if (judged.value.negative) return false;
  if (way.compare == Compare::at_least || way.compare == Compare::above) {
    return compare(value, limit, floor) != std::strong_ordering::less;
  }
  // Of an upper limit: the value times the floor is still within.
  const auto order = compare_products(value.numerator, static_cast<U128>(floor.mantissa) * power_of_ten(limit.scale),
                                      value.denominator, static_cast<U128>(limit.mantissa) * power_of_ten(floor.scale));
  return order != std::strong_ordering::greater;
}

class SchoolJudge {
 public:
  SchoolJudge(const Prepared& prepared, std::uint32_t county, const UnitRule& rule)
      : p_(prepared), county_(county), rule_(rule) {
    const auto stages = stages_of(p_, county_);
    first_ = stages.empty() ? 0 : stages.front().begin;
    tally_.resize(stages.empty() ? 0 : stages.back().end - first_);
  }

  bool empty() const { return tally_.empty(); }

  void add(const Item& item, const ItemResult& result) {
    std::vector<ItemOfUnit> units(tally_.size());
    for (std::size_t c = 0; c < item.checks.size(); ++c)
      add_check(item.checks[c], result.checks[c], units);
    for (std::size_t u = 0; u < units.size(); ++u) {
      if (units[u].verdict == Verdict::fail) ++tally_[u].failing;
      if (units[u].verdict == Verdict::unknown) ++tally_[u].unknown;
      if (units[u].below_floor) tally_[u].below_floor = true;
    }
  }

  SchoolCount count(std::size_t items) const {
    SchoolCount result;
    for (const Tally& tally : tally_) {
      // What is missing may still be met.
      const bool fails = tally.below_floor || static_cast<int>(items) - tally.failing < rule_.meet_at_least;
      if (fails) ++result.failing;
      if (!fails && tally.unknown > 0) ++result.unknown;
    }
    result.units = static_cast<std::uint32_t>(tally_.size());
    result.verdict = result.failing > 0 ? Verdict::fail : result.unknown > 0 ? Verdict::unknown : Verdict::pass;
    return result;
  }

 private:
  static void mark(ItemOfUnit& unit, Verdict verdict, bool below_floor) {
    unit.verdict = worse(unit.verdict, verdict);
    unit.below_floor = unit.below_floor || below_floor;
  }

  void add_check(const Check& check, const CheckResult& result, std::vector<ItemOfUnit>& units) {
    if (result.verdict == Verdict::none) return;
    const Way* const way = result.way ? &check.ways[*result.way] : nullptr;
    if (way == nullptr || way->scope < Scope::school || !result.doubts.empty()) {
      // Said or counted for all: where not all meet it, nobody knows which do.
      const Verdict all = result.verdict == Verdict::pass ? Verdict::pass : Verdict::unknown;
      for (ItemOfUnit& unit : units)
        mark(unit, all, false);
      return;
    }
    for (const Judged& judged : result.judged) {
      if (judged.verdict == Verdict::pass) continue;
      const bool below = judged.verdict == Verdict::fail && !reaches_floor(*way, judged, rule_.floor);
      const Schools& schools = p_.split.schools;
      for (const std::uint32_t row : schools.rows_of(schools.of_row[judged.subject.row])) {
        const UnitByStage of_row = units_of(p_, row);
        for (std::size_t stage = 0; stage < of_row.size(); ++stage) {
          const bool concerned = judged.subject.stage == kNoStage || judged.subject.stage == stage;
          if (concerned && of_row[stage] != kNoUnit) mark(units[of_row[stage] - first_], judged.verdict, below);
        }
      }
    }
  }

  const Prepared& p_;
  std::uint32_t county_;
  const UnitRule& rule_;
  std::uint32_t first_ = 0;
  std::vector<Tally> tally_;
};

}  // namespace

SchoolCount judge_schools(const Prepared& prepared, std::uint32_t county, const Part& part, const ItemResults& items) {
  SchoolJudge judge(prepared, county, *part.school_rule);
  if (judge.empty()) {
    // Without a table only what is said of all schools is known.
    const bool all =
        std::all_of(items.begin(), items.end(), [](const ItemResult& item) { return item.verdict == Verdict::pass; });
    return {.verdict = all ? Verdict::pass : Verdict::unknown};
  }
  for (std::size_t i = 0; i < items.size(); ++i)
    judge.add(part.items[i], items[i]);
  return judge.count(items.size());
}

}  // namespace junheng
