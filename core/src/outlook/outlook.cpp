// SPDX-License-Identifier: MIT
#include "junheng/outlook.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "base/decimal_ratio.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "junheng/number_text.h"
#include "outlook/cohorts.h"
#include "plan/enrolment_cells.h"
#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr const char* kTown = "town";

OutlookStage stage_now(const Evaluation& e, std::size_t s) {
  const StageUnits& range = e.split.stages[s];
  OutlookStage now;
  now.pupils = e.balance[s].pupils;
  now.units = range.end - range.begin;
  now.units_passing = e.stages[s].units_passing;
  now.verdict = e.stages[s].verdict;
  for (const Balance& balance : e.balance[s].indicators) {
    now.cv.push_back(balance.spread.cv);
    now.cv_verdict.push_back(balance.verdict);
  }
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
    OutlookStage::Unit one{
        e.roster.line[e.split.units.row[unit]], e.split.units.pupils[unit], e.unit_verdict[unit], {}};
    for (std::size_t i = 0; i < e.indicators.size(); ++i) {
      const Verdict verdict = e.indicators[i].verdict[unit];
      if (verdict == Verdict::fail || verdict == Verdict::near) one.below.push_back(static_cast<std::uint16_t>(i));
    }
    now.by_unit.push_back(std::move(one));
  }
  return now;
}

/// The table of each year as changes of the base's cells.
///
/// Holds the cohorts of every unit. Steps of year(): all cohorts move up; each row's enrolment is written where it stands, in
/// the columns of stages and in that of the whole school; each resource with what it gains or loses; then what was said to
/// come from that year on, which therefore counts before the rest.
class Years {
 public:
  Years(const Evaluation& base, const OutlookWishes& wishes) : e_(base), wishes_(wishes), entrants_(wishes.entrants) {
    std::vector<std::string> towns;
    for (std::uint32_t unit = 0; !wishes.town_entrants.empty() && unit < base.split.units.size(); ++unit)
      towns.push_back(town_of(base, base.split.units.row[unit]));
    for (const TownEntrants& town : wishes.town_entrants)
      spread(town, towns);
    for (const StageUnits& range : e_.split.stages) {
      for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
        const auto at = static_cast<std::size_t>(range.stage);
        const std::uint32_t pupils = e_.split.units.pupils[unit];
        cohorts_.emplace_back(pupils == kUnknownPupils ? 0 : pupils, pupils == kUnknownPupils ? 0 : wishes.grades[at],
                              wishes.growth[at]);
      }
    }
  }

  Scenario year(std::size_t year) {
    Scenario scenario;
    for (const StageUnits& range : e_.split.stages) {
      for (std::uint32_t unit = range.begin; unit < range.end; ++unit)
        cohorts_[unit].move_up(known_entrants(unit, range.stage, year));
    }
    std::vector<std::int64_t> pupils;
    pupils.reserve(cohorts_.size());
    for (const Cohorts& cohorts : cohorts_)
      pupils.push_back(cohorts.pupils());
    set_enrolments(scenario, e_, pupils);
    resources(scenario, year);
    for (const OutlookWishes::From& from : wishes_.changes) {
      if (from.year <= year || from.change.kind == Change::Kind::add) add_from(scenario, from, year);
    }
    return scenario;
  }

 private:
  std::optional<std::uint32_t> known_entrants(std::uint32_t unit, Stage stage, std::size_t year) const {
    const std::uint32_t line = e_.roster.line[e_.split.units.row[unit]];
    for (const KnownEntrants& known : entrants_) {
      if (known.line == line && known.stage == stage && known.year == year) return known.pupils;
    }
    return std::nullopt;
  }

  /// `towns`: by unit.
  void spread(const TownEntrants& town, const std::vector<std::string>& towns) {
    std::uint64_t all = 0;
    std::uint64_t known = 0;
    std::vector<std::uint32_t> units;
    for (const StageUnits& range : e_.split.stages) {
      if (range.stage != town.stage) continue;
      for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
        if (e_.split.units.pupils[unit] == kUnknownPupils || towns[unit] != town.town) continue;
        if (const auto own = known_entrants(unit, range.stage, town.year)) {
          known += *own;
          continue;
        }
        units.push_back(unit);
        all += e_.split.units.pupils[unit];
      }
    }
    if (all == 0) return;
    const std::uint64_t rest = town.pupils > known ? town.pupils - known : 0;
    // Rounded along the sum: what all get together is the rest.
    std::uint64_t before = 0;
    for (const std::uint32_t unit : units) {
      const std::uint64_t upto = before + e_.split.units.pupils[unit];
      const std::uint64_t share = rest * upto / all - rest * before / all;
      before = upto;
      entrants_.push_back(
          {e_.roster.line[e_.split.units.row[unit]], town.stage, town.year, static_cast<std::uint32_t>(share)});
    }
  }

  static void set(Scenario& scenario, std::uint32_t line, const std::string& field, std::uint8_t stage,
                  std::string text) {
    scenario.changes.push_back({Change::Kind::set, line, field, stage, std::move(text)});
  }

  /// Each cell once, also where a school's stages share it: by the first unit that has it.
  void resources(Scenario& scenario, std::size_t year) const {
    for (std::size_t i = 0; i < e_.indicators.size() && i < wishes_.resources.size(); ++i) {
      if (wishes_.resources[i] == 0 || !e_.indicators[i].alternative) continue;
      const double times = std::max(0.0, power(1 + wishes_.resources[i], year));
      for (const StageUnits& range : e_.split.stages) {
        for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
          const ValueRule how = rule_for(e_.standard->indicators[i], e_.indicators[i], unit);
          for (const Reading& reading : readings_of_unit(e_, unit, range.stage, how))
            resource(scenario, reading, times);
        }
      }
    }
  }

  void resource(Scenario& scenario, const Reading& reading, double times) const {
    if (reading.from != ReadFrom::cell || !reading.value) return;
    const std::uint32_t line = e_.roster.line[reading.place];
    const Field& field = e_.vocabulary->fields[reading.term.field];
    const bool there = std::any_of(scenario.changes.begin(), scenario.changes.end(), [&](const Change& change) {
      return change.line == line && change.field == field.id && change.stage == reading.column_stage;
    });
    if (there) return;
    // What is left of people and rooms are whole ones.
    const int decimals = decimals_to_be_had(field);
    const double one = power(10, static_cast<std::size_t>(decimals));
    constexpr double kRounding = 1e-9;
    const double left = std::floor(to_double(*reading.value) * times * one + kRounding) / one;
    set(scenario, line, field.id, reading.column_stage, number_text(left, decimals) + field.unit.zh);
  }

  /// What a cell has by all that has come and gone up to a year.
  std::optional<std::string> come_and_gone(const Change& change, std::size_t year) const {
    const auto field = e_.vocabulary->field(change.field);
    const auto row = row_of_line(e_, change.line);
    const NumberColumn* const numbers = field ? numbers_of(e_, *field, change.stage) : nullptr;
    if (numbers == nullptr || !row) return std::nullopt;
    std::optional<Decimal> now = numbers->number(*row).value_or(Decimal{});
    for (const OutlookWishes::From& other : wishes_.changes) {
      const Change& of = other.change;
      if (other.by && other.year <= year && of.line == change.line && of.field == change.field &&
          of.stage == change.stage)
        now = sum_of(now, other.by);
    }
    if (!now) return std::nullopt;
    if (now->mantissa < 0) now = Decimal{};
    return to_text(*now) + e_.vocabulary->fields[*field].unit.zh;
  }

  void add_from(Scenario& scenario, const OutlookWishes::From& from, std::size_t year) const {
    if (from.by) {
      if (auto text = come_and_gone(from.change, year))
        set(scenario, from.change.line, from.change.field, from.change.stage, *std::move(text));
      return;
    }
    // A school of a later year keeps its place, so that the lines of the others stay what they are: it is there and closed.
    scenario.changes.push_back(from.change);
    if (from.year <= year) return;
    std::uint32_t line = kAddedLine;
    for (const OutlookWishes::From& other : wishes_.changes) {
      if (&other == &from) break;
      line += other.change.kind == Change::Kind::add ? 1U : 0U;
    }
    scenario.changes.push_back({Change::Kind::close, line, {}, kNoStage, {}});
  }

  const Evaluation& e_;
  const OutlookWishes& wishes_;
  std::vector<KnownEntrants> entrants_;
  std::vector<Cohorts> cohorts_;  ///< by unit
};

/// The first years in which what passes now does not.
std::vector<FirstFailure> failures_of(const std::vector<std::vector<OutlookStage>>& years) {
  std::vector<FirstFailure> failures;
  const auto first = [&](FirstFailure what, const auto& verdict_in) {
    if (verdict_in(years.front()[what.stage]) != Verdict::pass) return;
    for (std::size_t year = 1; year < years.size(); ++year) {
      if (verdict_in(years[year][what.stage]) != Verdict::fail) continue;
      what.year = year;
      failures.push_back(what);
      return;
    }
  };
  for (std::size_t s = 0; s < years.front().size(); ++s) {
    first({s, {}, {}, 0}, [](const OutlookStage& stage) { return stage.verdict; });
    for (std::size_t i = 0; i < years.front()[s].cv.size(); ++i) {
      first({s, {}, static_cast<std::uint16_t>(i), 0}, [i](const OutlookStage& stage) { return stage.cv_verdict[i]; });
    }
    for (const OutlookStage::Unit& unit : years.front()[s].by_unit) {
      first({s, unit.line, {}, 0}, [&](const OutlookStage& stage) {
        const auto then = std::find_if(stage.by_unit.begin(), stage.by_unit.end(),
                                       [&](const OutlookStage::Unit& other) { return other.line == unit.line; });
        return then == stage.by_unit.end() ? Verdict::none : then->verdict;
      });
    }
  }
  return failures;
}

}  // namespace

std::string town_of(const Prepared& prepared, std::uint32_t row) {
  const auto field = prepared.vocabulary->field(kTown);
  const auto column = field ? column_of(prepared, *field) : std::nullopt;
  return column ? cell_of(prepared, row, *column) : std::string();
}

CountyOfYear county_in_year(const Evaluation& base, const OutlookWishes& wishes, std::size_t year,
                            const Request& request) {
  Years years(base, wishes);
  CountyOfYear then;
  for (std::size_t passed = 1; passed <= year; ++passed)
    then.changes = years.year(passed);
  then.evaluation = evaluate_scenario(base, then.changes, request);
  return then;
}

Outlook outlook_of(const Evaluation& base, const OutlookWishes& wishes, const Request& request) {
  Outlook outlook;
  Years years(base, wishes);
  for (std::size_t year = 0; year <= kOutlookYears; ++year) {
    std::vector<OutlookStage> stages;
    if (year == 0) {
      for (std::size_t s = 0; s < base.split.stages.size(); ++s)
        stages.push_back(stage_now(base, s));
    } else {
      const Evaluation then = evaluate_scenario(base, years.year(year), request);
      for (const StageUnits& range : base.split.stages) {
        const std::size_t s = stage_of(then, range.county, range.stage);
        stages.push_back(s < then.split.stages.size() ? stage_now(then, s) : OutlookStage{});
        stages.back().cv.resize(base.indicators.size(), std::numeric_limits<double>::quiet_NaN());
        stages.back().cv_verdict.resize(base.indicators.size(), Verdict::unknown);
      }
    }
    outlook.years.push_back(std::move(stages));
  }
  outlook.failures = failures_of(outlook.years);
  return outlook;
}

}  // namespace junheng
