// SPDX-License-Identifier: MIT
#include "junheng/judge.h"

#include <algorithm>
#include <cmath>

#include "base/decimal_ratio.h"
#include "base/own_call.h"
#include "judge/school_items.h"

namespace junheng {
namespace {

/// Makes the verdicts of all units, stages and counties, each from the ones below it, with the reasons of whatever is
/// not a plain pass.
///
/// Steps, by run(): units by the standard's unit rule; stages from their units and coefficients, and with each stage
/// what it adds to the parts of its county; then county by county the items of the parts and supplements, points, and
/// the county's verdict as the worst of its parts; the whole as the worst of its counties.
class Judge {
 public:
  Judge(const Prepared& prepared, const Indicators& indicators, const std::vector<StageBalance>& balance)
      : p_(prepared), indicators_(indicators), balance_(balance), standard_(*prepared.standard) {}

  Verdicts run() {
    judge_units();
    verdicts_.stages.resize(p_.split.stages.size());
    verdicts_.counties.resize(p_.roster.counties.size());
    for (CountyVerdict& county : verdicts_.counties) {
      county.parts.resize(standard_.parts.size());
      for (std::size_t p = 0; p < standard_.parts.size(); ++p)
        county.parts[p].verdict = Verdict::none;
    }
    for (std::size_t s = 0; s < p_.split.stages.size(); ++s)
      judge_stage(s);
    for (std::size_t c = 0; c < verdicts_.counties.size(); ++c)
      judge_county(c);
    verdicts_.verdict = Verdict::none;
    for (const CountyVerdict& county : verdicts_.counties)
      verdicts_.verdict = worse(verdicts_.verdict, county.verdict);
    if (verdicts_.verdict == Verdict::none) verdicts_.verdict = Verdict::unknown;
    return std::move(verdicts_);
  }

 private:
  /// At least meet_at_least thresholds met and nothing below the floor; what is missing may still be met.
  void judge_units() {
    const std::size_t size = p_.split.units.size();
    verdicts_.unit_meeting = std::vector<std::uint8_t>(size, 0);
    verdicts_.unit_verdict = std::vector<Verdict>(size, Verdict::none);
    if (!standard_.unit_rule) return;
    for (std::size_t unit = 0; unit < size; ++unit)
      judge_unit(unit);
  }

  JUNHENG_OWN_CALL void judge_unit(std::size_t unit) {
    int meeting = 0;
    int missing = 0;
    bool below_floor = false;
    for (const IndicatorColumn& column : indicators_) {
      const Verdict verdict = column.verdict[unit];
      if (verdict == Verdict::pass) ++meeting;
      if (verdict == Verdict::unknown) ++missing;
      if (verdict == Verdict::fail) below_floor = true;
    }
    verdicts_.unit_meeting[unit] = static_cast<std::uint8_t>(meeting);
    verdicts_.unit_verdict[unit] = below_floor || meeting + missing < standard_.unit_rule->meet_at_least ? Verdict::fail
                                   : missing > 0 ? Verdict::unknown
                                                 : Verdict::pass;
  }

  JUNHENG_OWN_CALL void judge_stage(std::size_t s) {
    const StageUnits& units = p_.split.stages[s];
    StageVerdict& stage = verdicts_.stages[s];
    for (std::uint32_t unit = units.begin; unit < units.end; ++unit) {
      switch (verdicts_.unit_verdict[unit]) {
        case Verdict::pass:
          ++stage.units_passing;
          break;
        case Verdict::fail:
          ++stage.units_failing;
          break;
        case Verdict::unknown:
          ++stage.units_unknown;
          break;
        case Verdict::near:
        case Verdict::none:
          break;
      }
    }
    stage.verdict = Verdict::none;
    for (std::size_t p = 0; p < standard_.parts.size(); ++p) {
      const Part& part = standard_.parts[p];
      if (!part.judges_units && !part.judges_balance) continue;
      PartVerdict& verdict = verdicts_.counties[units.county].parts[p];
      const Verdict of_stage = judge_part_of_stage(part, s, verdict.reasons);
      verdict.verdict = worse(verdict.verdict, of_stage);
      stage.verdict = worse(stage.verdict, of_stage);
    }
  }

  Verdict judge_part_of_stage(const Part& part, std::size_t s, std::vector<Reason>& reasons) {
    const StageUnits& units = p_.split.stages[s];
    const auto stage = static_cast<std::uint8_t>(units.stage);
    const std::uint32_t size = units.end - units.begin;
    Verdict verdict = Verdict::none;
    const auto add = [&](Verdict what, const Reason& reason) {
      verdict = worse(verdict, what);
      reasons.push_back(reason);
    };
    if (size == 0) {
      const std::vector<Balance>& indicators = balance_[s].indicators;
      const bool given =
          std::any_of(indicators.begin(), indicators.end(), [](const Balance& one) { return one.given; });
      if (!given && !balance_[s].composite_given) {
        add(Verdict::unknown, {.code = ReasonCode::no_units, .stage = stage});
        return verdict;
      }
      if (part.judges_units) add(Verdict::unknown, {.code = ReasonCode::units_not_given, .stage = stage});
      if (!part.judges_balance) return verdict;
    }
    verdict = worse(verdict, Verdict::pass);
    if (part.judges_units) {
      const StageVerdict& counts = verdicts_.stages[s];
      if (counts.units_failing > 0) {
        add(Verdict::fail, {.code = ReasonCode::units_fail, .stage = stage, .count = counts.units_failing});
      }
      if (counts.units_unknown > 0) {
        add(Verdict::unknown, {.code = ReasonCode::units_unknown, .stage = stage, .count = counts.units_unknown});
      }
    }
    if (part.judges_balance) judge_balance(s, add);
    const std::uint32_t unplaced = p_.split.unplaced[units.county];
    if (unplaced > 0) {
      add(Verdict::unknown, {.code = ReasonCode::rows_unplaced, .stage = stage, .count = unplaced});
    } else if (size == 1 && part.judges_balance) {
      add(Verdict::pass, {.code = ReasonCode::single_unit, .stage = stage, .count = 1});
    }
    return verdict;
  }

  template <typename Add>
  void judge_balance(std::size_t s, const Add& add) {
    const StageUnits& units = p_.split.stages[s];
    const StageBalance& balance = balance_[s];
    const auto stage = static_cast<std::uint8_t>(units.stage);
    const auto& limit = standard_.balance.limit[static_cast<std::size_t>(units.stage)];
    const double bar = limit ? to_double(limit->value) : 0;
    Reason missing{.code = ReasonCode::cv_unknown, .stage = stage};
    for (std::size_t i = 0; i < balance.indicators.size(); ++i) {
      const Balance& one = balance.indicators[i];
      const auto indicator = static_cast<std::uint16_t>(i);
      if (one.verdict == Verdict::fail) {
        add(Verdict::fail, {.code = ReasonCode::cv_over,
                            .stage = stage,
                            .indicator = indicator,
                            .value = one.spread.cv,
                            .limit = bar});
      } else if (one.spread.mean == 0 && !one.given) {
        add(Verdict::unknown, {.code = ReasonCode::cv_all_zero, .stage = stage, .indicator = indicator});
      } else if (std::isnan(one.spread.cv)) {
        missing.indicators |= std::uint64_t{1} << i;
        ++missing.count;
      }
    }
    const auto given = static_cast<std::uint32_t>(std::count_if(balance.indicators.begin(), balance.indicators.end(),
                                                                [](const Balance& one) { return one.given; }));
    if (given > 0) add(Verdict::pass, {.code = ReasonCode::cv_given, .stage = stage, .count = given});
    if (balance.composite_given) add(Verdict::pass, {.code = ReasonCode::composite_given, .stage = stage});
    // One sentence for all of them: a table without a column would otherwise fill the page.
    if (missing.count > 0 && !balance.composite_given) add(Verdict::unknown, missing);
    if (balance.composite_verdict == Verdict::fail) {
      add(Verdict::fail,
          {.code = ReasonCode::composite_over, .stage = stage, .value = balance.composite_cv, .limit = bar});
    } else if (balance.composite_verdict == Verdict::unknown) {
      add(Verdict::unknown, {.code = ReasonCode::composite_unknown, .stage = stage});
    }
  }

  JUNHENG_OWN_CALL void judge_county(std::size_t c) {
    CountyVerdict& county = verdicts_.counties[c];
    county.verdict = Verdict::none;
    next_item_ = 0;
    county.supplements.reserve(standard_.supplements.size());
    for (const Item& item : standard_.supplements)
      county.supplements.push_back(result_of(c, item));

    // Who may not apply is not recognised, whatever the parts say; that nothing is said of it is only remarked upon.
    for (std::size_t i = 0; i < standard_.supplements.size(); ++i) {
      if (standard_.supplements[i].entry && county.supplements[i].verdict == Verdict::fail) {
        county.verdict = Verdict::fail;
      }
    }
    for (std::size_t p = 0; p < county.parts.size(); ++p) {
      PartVerdict& part = county.parts[p];
      if (!standard_.parts[p].items.empty()) judge_items(c, p);
      if (part.verdict == Verdict::none) {
        part.verdict = Verdict::unknown;
        part.reasons.push_back({.code = ReasonCode::not_stated});
      }
      county.verdict = worse(county.verdict, part.verdict);
    }
  }

  /// Items come in the same order for every county; what one without facts comes to is kept for the others.
  ItemResults::Shared result_of(std::size_t c, const Item& item) {
    const auto county = static_cast<std::uint32_t>(c);
    const std::size_t index = next_item_++;
    if (index == silent_.size()) silent_.push_back({rests_on_facts(p_, item), nullptr});
    Silent& silent = silent_[index];
    if (!silent.rests_on_facts || facts_for(p_, county) != nullptr)
      return std::make_shared<const ItemResult>(judge_item(p_, county, item));
    if (!silent.result) silent.result = std::make_shared<const ItemResult>(judge_item(p_, county, item));
    return silent.result;
  }

  /// Whether every item has to be met; otherwise a school may miss some.
  static bool asks_all(const Part& part) {
    return !part.school_rule || static_cast<std::size_t>(part.school_rule->meet_at_least) == part.items.size();
  }

  void judge_items(std::size_t c, std::size_t p) {
    const Part& rule = standard_.parts[p];
    PartVerdict& part = verdicts_.counties[c].parts[p];
    Reason unknown{.code = ReasonCode::items_unknown, .part = static_cast<std::uint16_t>(p)};
    bool given = false;
    Verdict verdict = Verdict::none;
    part.items.reserve(rule.items.size());
    for (std::size_t i = 0; i < rule.items.size(); ++i) {
      part.items.push_back(result_of(c, rule.items[i]));
      const ItemResult& item = part.items[i];
      verdict = worse(verdict, item.verdict);
      given = given || item.verdict != Verdict::unknown ||
              std::any_of(item.checks.begin(), item.checks.end(),
                          [](const CheckResult& one) { return one.way || one.fact != nullptr; });
      if (item.verdict == Verdict::unknown) {
        unknown.indicators |= std::uint64_t{1} << i;
        ++unknown.count;
      } else if (item.verdict == Verdict::fail && !rule.score && asks_all(rule)) {
        part.reasons.push_back({.code = ReasonCode::item_fails,
                                .part = static_cast<std::uint16_t>(p),
                                .item = static_cast<std::uint16_t>(i)});
      }
    }
    if (rule.score) return judge_score(c, p);
    if (rule.school_rule && rule.school_rule->source.confidence == 'M') {
      part.reasons.push_back({.code = ReasonCode::schools_assumed,
                              .count = static_cast<std::uint32_t>(rule.school_rule->meet_at_least),
                              .value = static_cast<double>(rule.items.size())});
    }
    if (!asks_all(rule) && given) {
      const SchoolCount schools = judge_schools(p_, static_cast<std::uint32_t>(c), rule, part.items);
      if (schools.units > 0) unknown.count = 0;
      verdict = schools.verdict;
      if (schools.failing > 0) part.reasons.push_back({.code = ReasonCode::schools_fail, .count = schools.failing});
      if (schools.unknown > 0) part.reasons.push_back({.code = ReasonCode::schools_unknown, .count = schools.unknown});
    }
    if (!given) return;  // nothing at all was said: the part's own sentence is enough
    part.verdict = worse(part.verdict, verdict);
    if (unknown.count > 0) part.reasons.push_back(unknown);
  }

  /// The points of all items, or their sum as one fact.
  void judge_score(std::size_t c, std::size_t p) {
    const Score& rule = *standard_.parts[p].score;
    PartVerdict& part = verdicts_.counties[c].parts[p];
    ExactSum sum;
    for (const ItemResult& item : part.items)
      sum.add(item.points);
    if (sum.complete && standard_.parts[p].items.front().points) {
      part.score = decimal_of(sum.plus);
    } else {
      const Subject county{static_cast<std::uint32_t>(c), kNoStage, kNoRow, 0};
      const auto total = readings_of(p_, {{term_of(rule.total)}, {}, {1, 0}}, county);
      part.score = total.front().value;
    }
    if (!part.score) {
      part.verdict = Verdict::unknown;
      part.reasons.push_back({.code = ReasonCode::score_unknown});
      return;
    }
    part.verdict =
        compare(ratio_of(*part.score), rule.pass.value) == std::strong_ordering::less ? Verdict::fail : Verdict::pass;
    if (part.verdict == Verdict::fail) {
      part.reasons.push_back(
          {.code = ReasonCode::score_low, .value = to_double(*part.score), .limit = to_double(rule.pass.value)});
    }
  }

  /// A sum of points in units of 10^-kMaxScale.
  static std::optional<Decimal> decimal_of(U128 scaled) {
    constexpr int kPointDecimals = 4;
    const U128 unit = power_of_ten(kMaxScale - kPointDecimals);
    if (scaled % unit != 0) return std::nullopt;
    return shifted(Decimal{static_cast<std::int64_t>(scaled / unit), kPointDecimals}, 0);
  }

  const Prepared& p_;
  const Indicators& indicators_;
  const std::vector<StageBalance>& balance_;
  const Standard& standard_;
  /// One for each item in the order of judge_county().
  struct Silent {
    bool rests_on_facts = false;
    ItemResults::Shared result;  ///< of a county without facts
  };
  std::vector<Silent> silent_;
  std::size_t next_item_ = 0;
  Verdicts verdicts_;
};

}  // namespace

Verdicts judge(const Prepared& prepared, const Indicators& indicators, const std::vector<StageBalance>& balance) {
  return Judge(prepared, indicators, balance).run();
}

}  // namespace junheng
