// SPDX-License-Identifier: MIT
#include "junheng/cv_change.h"

#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "junheng/balance.h"

namespace junheng {
namespace {

/// A school in one year: pupils, and value times pupils, which is what it has.
struct Had {
  double pupils = 0;
  double amount = 0;
};

struct Both {
  std::optional<Had> before;
  std::optional<Had> after;
};

/// One bit for each cause that is as in the later year.
constexpr unsigned kSchools = 1;
constexpr unsigned kPupils = 2;
constexpr unsigned kResources = 4;
constexpr unsigned kCauses = 3;
constexpr unsigned kStates = 1U << kCauses;

void add_year(std::map<std::string_view, Both>& schools, const Evaluation& e, std::size_t stage, std::size_t indicator,
              bool later) {
  const StageUnits& range = e.split.stages[stage];
  for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
    const double pupils = e.split.units.pupils[unit];
    Both& both = schools[e.table.at(e.roster.school[e.split.units.row[unit]])];
    (later ? both.after : both.before) = Had{pupils, e.indicators[indicator].value[unit] * pupils};
  }
}

double cv_square(const std::map<std::string_view, Both>& schools, unsigned state) {
  std::vector<double> values;
  std::vector<std::uint32_t> pupils;
  for (const auto& [name, both] : schools) {
    const bool there = (state & kSchools) != 0 ? both.after.has_value() : both.before.has_value();
    if (!there) continue;
    Had had;
    if (both.before && both.after) {
      had.pupils = ((state & kPupils) != 0 ? both.after : both.before)->pupils;
      had.amount = ((state & kResources) != 0 ? both.after : both.before)->amount;
    } else {
      had = both.before ? *both.before : *both.after;
    }
    values.push_back(had.amount / had.pupils);
    pupils.push_back(static_cast<std::uint32_t>(had.pupils));
  }
  const double cv = spread_of(values, pupils).cv;
  return cv * cv;
}

}  // namespace

CvChange cv_change(const Evaluation& before, std::size_t stage_before, const Evaluation& after, std::size_t stage_after,
                   std::size_t indicator) {
  std::map<std::string_view, Both> schools;
  add_year(schools, before, stage_before, indicator, false);
  add_year(schools, after, stage_after, indicator, true);
  std::array<double, kStates> square{};
  for (unsigned state = 0; state < kStates; ++state)
    square[state] = cv_square(schools, state);
  CvChange change{square.front(), square.back(), 0, 0, 0};
  // In a third of the orders a cause comes first, in a third last, and in a sixth each behind one of the two others.
  const auto share = [&](unsigned cause) {
    constexpr double kEnds = 1.0 / 3;
    constexpr double kMiddle = 1.0 / 6;
    double sum = 0;
    for (unsigned others = 0; others < kStates; ++others) {
      if ((others & cause) != 0) continue;
      const bool end = others == 0 || (others | cause) == kStates - 1;
      sum += (end ? kEnds : kMiddle) * (square[others | cause] - square[others]);
    }
    return sum;
  };
  change.schools = share(kSchools);
  change.pupils = share(kPupils);
  change.resources = share(kResources);
  return change;
}

}  // namespace junheng
