// SPDX-License-Identifier: MIT
#include "junheng/indicators.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "base/own_call.h"
#include "junheng/quantity.h"
#include "measure/plain_value.h"
#include "measure/unit_value.h"

namespace junheng {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

/// Further from the bar than this, relative to it, the double comparison cannot be wrong: value and bar carry at most
/// a few roundings of 2^-53 each.
constexpr double kSafeDistance = 1e-12;

/// Threshold and tolerance of an indicator in one stage: by doubles where a value is far from them, exactly where not.
class Bars {
 public:
  Bars(const Limit& limit, const UnitRule& rule)
      : limit_(limit.value),
        floor_(rule.floor),
        pass_(to_double(limit.value)),
        near_(to_double(limit.value) * to_double(rule.floor)) {}

  /// `ratio()` is the value as a fraction, which is asked for only where it decides.
  template <typename AsRatio>
  [[nodiscard]] Verdict verdict(double value, const AsRatio& ratio) const {
    if (reaches(ratio, value, pass_, {1, 0})) return Verdict::pass;
    return reaches(ratio, value, near_, floor_) ? Verdict::near : Verdict::fail;
  }

 private:
  template <typename AsRatio>
  [[nodiscard]] bool reaches(const AsRatio& ratio, double value, double bar, Decimal factor) const {
    if (std::abs(value - bar) > kSafeDistance * bar) return value > bar;
    return compare(ratio(), limit_, factor) != std::strong_ordering::less;
  }

  Decimal limit_;
  Decimal floor_;
  double pass_;
  double near_;
};

/// Fields that an alternative leaves out of a fuller one that counts: 室内体育用房, which are subtracted from teaching
/// rooms, or 艺术 beside music and fine arts. Only a table that has no such column may be taken at its word; a blank in
/// it is no zero.
std::vector<Term> left_out_by(const Prepared& p, const Indicator& indicator, std::size_t alternative,
                              const Choices& choices) {
  const std::vector<Term>& used = indicator.resource[alternative].terms;
  const auto in = [](const std::vector<Term>& terms, const Term& term) {
    return std::any_of(terms.begin(), terms.end(), [&](const Term& other) { return other.field == term.field; });
  };
  std::vector<Term> left_out;
  for (std::size_t i = 0; i < alternative; ++i) {
    const std::vector<Term>& fuller = indicator.resource[i].terms;
    if (!counts(indicator.resource[i].only_when, *p.standard, choices) ||
        !std::all_of(used.begin(), used.end(), [&](const Term& term) { return in(fuller, term); }))
      continue;
    for (const Term& term : fuller) {
      if (!in(used, term)) left_out.push_back(term);
    }
  }
  return left_out;
}

/// The alternatives that the table has the columns for, under the choices, for units of a stage.
std::vector<std::uint8_t> alternatives_for(const Prepared& p, const Indicator& indicator, Stage stage,
                                           const Choices& choices) {
  std::vector<std::uint8_t> usable;
  for (std::size_t i = 0; i < indicator.resource.size(); ++i) {
    const Resource& resource = indicator.resource[i];
    if (!counts(resource.only_when, *p.standard, choices)) continue;
    const std::vector<Term> left_out = left_out_by(p, indicator, i, choices);
    const auto there = [&](const Term& term) { return p.roster.fields[term.field].in_table; };
    if (std::any_of(left_out.begin(), left_out.end(), there)) continue;
    const bool all = std::all_of(resource.terms.begin(), resource.terms.end(), [&](const Term& term) {
      return (term.only_in && *term.only_in != stage) || p.roster.fields[term.field].any();
    });
    if (all) usable.push_back(static_cast<std::uint8_t>(i));
  }
  return usable;
}

/// Which extras each unit may add; empty where the table has none of them.
std::vector<std::uint8_t> extras_of(const Prepared& p, const Indicator& indicator) {
  const Units& units = p.split.units;
  std::vector<std::uint8_t> result;
  for (std::size_t i = 0; i < indicator.extras.size(); ++i) {
    const Extra& extra = indicator.extras[i];
    const auto in_table = [&](const Term& term) { return p.roster.fields[term.field].in_table; };
    if (!std::any_of(extra.terms.begin(), extra.terms.end(), in_table)) continue;
    result.resize(units.size(), 0);
    for (const StageUnits& stage : p.split.stages) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        const Subject subject{stage.county, static_cast<std::uint8_t>(stage.stage), units.row[unit], 0};
        if (all_hold(p, extra.when, subject) == Holding::yes)
          result[unit] = static_cast<std::uint8_t>(result[unit] | 1U << i);
      }
    }
  }
  return result;
}

/// Measures one indicator for all units.
///
/// Steps, by run(): per stage the alternatives that the table allows; then for each unit the first that is complete, with
/// the extras it may add, and a doubt about the unit of its number, which is asked once; verdict against the threshold;
/// complaints about the row.
class Measurer {
 public:
  Measurer(const Prepared& prepared, std::size_t indicator, Issues& issues)
      : p_(prepared),
        rule_(prepared.standard->indicators[indicator]),
        subject_(static_cast<std::uint16_t>(indicator)),
        issues_(issues) {}

  IndicatorColumn run() {
    const std::size_t size = p_.split.units.size();
    column_.value = std::vector<double>(size, kUnknown);
    column_.verdict = std::vector<Verdict>(size, p_.standard->unit_rule ? Verdict::unknown : Verdict::none);
    column_.origin = std::vector<Origin>(size, Origin::missing);
    column_.alternative = alternative_for(p_, rule_, p_.choices);
    if (!column_.alternative) {
      if (p_.roster.rows() > 0) complain_of_table(IssueCode::resource_not_given);
      return std::move(column_);
    }
    const std::vector<Term> left_out = left_out_by(p_, rule_, *column_.alternative, p_.choices);
    if (std::any_of(left_out.begin(), left_out.end(), [](const Term& term) { return term.minus; })) {
      complain_of_table(IssueCode::indoor_not_given);
    }
    if (rule_.resource[*column_.alternative].given) complain_of_table(IssueCode::values_given);
    column_.extras = extras_of(p_, rule_);
    std::array<std::optional<InStage>, kStages.size()> in_stage;
    for (const StageUnits& stage : p_.split.stages) {
      std::optional<InStage>& in = in_stage[static_cast<std::size_t>(stage.stage)];
      if (!in) in.emplace(look_at(stage.stage));
      if (!in->usable.empty()) measure_stage(stage, *in);
    }
    return std::move(column_);
  }

 private:
  void complain_of_table(IssueCode code) { issues_.push_back({code, kNoStage, kNoColumn, subject_, kNoLine, 0, 0}); }

  void complain(IssueCode code, Stage stage, std::uint32_t unit) {
    const std::uint32_t row = p_.split.units.row[unit];
    issues_.push_back({code, static_cast<std::uint8_t>(stage), kNoColumn, subject_, p_.roster.line[row],
                       p_.roster.school[row].begin, p_.roster.school[row].length});
  }

  /// What is the same for a stage in all counties.
  struct InStage {
    std::vector<std::uint8_t> usable;  ///< alternatives that the table allows
    std::optional<PlainValues> plain;  ///< where there is one: several are held against each other, unit by unit
    std::optional<Bars> bars;
  };

  InStage look_at(Stage stage) const {
    InStage in{alternatives_for(p_, rule_, stage, p_.choices), {}, {}};
    const bool one_way = in.usable.size() == 1 && in.usable.front() == *column_.alternative && column_.extras.empty();
    if (one_way) in.plain.emplace(p_, rule_, rule_.resource[in.usable.front()], stage);
    const auto& limit = rule_.threshold[static_cast<std::size_t>(stage)];
    if (limit && p_.standard->unit_rule) in.bars.emplace(*limit, *p_.standard->unit_rule);
    return in;
  }

  JUNHENG_OWN_CALL void measure_stage(const StageUnits& stage, const InStage& in) {
    bars_ = in.bars ? &*in.bars : nullptr;
    if (in.plain) in.plain->fill(stage.begin, stage.end, column_.value, column_.origin);
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      if (column_.origin[unit] == Origin::missing)
        measure_unit(stage, unit, in.usable);
      else
        judge(unit,
              [&] { return exact_value(p_, unit, stage.stage, rule_for(rule_, column_, unit)).value_or(Ratio{}); });
    }
  }

  template <typename AsRatio>
  void judge(std::uint32_t unit, const AsRatio& ratio) {
    if (bars_ != nullptr) column_.verdict[unit] = bars_->verdict(column_.value[unit], ratio);
  }

  void measure_unit(const StageUnits& stage, std::uint32_t unit, const std::vector<std::uint8_t>& usable) {
    const auto& limit = rule_.threshold[static_cast<std::size_t>(stage.stage)];
    const std::uint8_t extras = column_.extras.empty() ? std::uint8_t{0} : column_.extras[unit];
    ChosenValue chosen = first_complete(p_, unit, stage.stage, {&rule_, nullptr, extras}, usable);
    UnitValue& value = chosen.value;
    // What a school may add and has left blank decides where the value falls short without it.
    if (value.open && (!limit || compare(value.ratio, limit->value) == std::strong_ordering::less)) value = {};
    if (chosen.alternative != *column_.alternative) {
      if (column_.others.empty()) column_.others.assign(column_.value.size(), *column_.alternative);
      column_.others[unit] = chosen.alternative;
    }
    if (value.problem) complain(*value.problem, stage.stage, unit);
    if (chosen.differs) complain(IssueCode::ways_differ, stage.stage, unit);
    if (rule_.resource[chosen.alternative].given && value.origin == Origin::missing &&
        p_.split.units.divided[unit] != 0) {
      complain(IssueCode::given_not_split, stage.stage, unit);
    }
    if (value.origin == Origin::missing || (limit && asks_for_unit(stage.stage, unit, chosen, *limit))) return;
    // Said once, at the first school; every such value is marked by its origin.
    if (value.origin == Origin::split_fallback && !std::exchange(fallback_said_, true)) {
      complain(IssueCode::teachers_split, stage.stage, unit);
    }
    column_.origin[unit] = value.origin;
    column_.value[unit] = to_double(value.ratio);
    judge(unit, [&] { return value.ratio; });
  }

  /// 681.77 in a column that names no unit, for 2,184 pupils: yuan hardly, and 万元 easily. Until somebody says which, it
  /// is no number.
  bool asks_for_unit(Stage stage, std::uint32_t unit, const ChosenValue& chosen, const Limit& limit) {
    const Resource& resource = rule_.resource[chosen.alternative];
    if (chosen.value.unit_named || chosen.value.ratio.numerator == 0) return false;
    if (!unit_may_be_left_out(p_, resource.terms.front().field)) return false;
    const Ratio raised{chosen.value.ratio.numerator * p_.vocabulary->plausible.unit_times,
                       chosen.value.ratio.denominator};
    if (compare(raised, limit.value) != std::strong_ordering::less) return false;
    if (!std::exchange(unit_asked_, true)) complain(IssueCode::unit_asked, stage, unit);
    return true;
  }

  const Prepared& p_;
  const Indicator& rule_;
  std::uint16_t subject_;
  Issues& issues_;
  IndicatorColumn column_;
  const Bars* bars_ = nullptr;  ///< of the stage that is being measured
  bool fallback_said_ = false;
  bool unit_asked_ = false;
};

}  // namespace

std::optional<std::uint8_t> alternative_for(const Prepared& prepared, const Indicator& indicator,
                                            const Choices& choices) {
  std::optional<std::uint8_t> first;
  for (const Stage stage : prepared.standard->stages) {
    const std::vector<std::uint8_t> usable = alternatives_for(prepared, indicator, stage, choices);
    if (!usable.empty() && (!first || usable.front() < *first)) first = usable.front();
  }
  return first;
}

std::optional<Ratio> exact_value(const Prepared& prepared, std::size_t unit, Stage stage, const ValueRule& rule) {
  const UnitValue value = value_of(prepared, unit, stage, rule);
  if (value.origin == Origin::missing) return std::nullopt;
  return value.ratio;
}

IndicatorColumn measure(const Prepared& prepared, std::size_t indicator, Issues& issues) {
  return Measurer(prepared, indicator, issues).run();
}

Indicators measure(const Prepared& prepared, Issues& issues) {
  Indicators result;
  for (std::size_t i = 0; i < prepared.standard->indicators.size(); ++i)
    result.push_back(measure(prepared, i, issues));
  return result;
}

}  // namespace junheng
