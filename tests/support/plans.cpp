// SPDX-License-Identifier: MIT
#include "plans.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace test {
namespace {

/// Pupils that divide this, so that Σ R²/P is a whole number of its parts.
constexpr std::int64_t kCommon = 600;
constexpr std::int64_t kHundred = 100;
const std::vector<std::int64_t> kPupils = {10, 12, 15, 20, 24, 25, 30, 40, 50, 60};

using Mask = std::uint32_t;

/// ΣP · Σ R²/P <= (1 + L²) · (ΣR)², all in whole numbers.
bool balanced(const SmallStage& stage, const std::vector<std::int64_t>& things) {
  std::int64_t pupils = 0;
  std::int64_t squares = 0;
  std::int64_t sum = 0;
  for (std::size_t unit = 0; unit < things.size(); ++unit) {
    pupils += stage.pupils[unit];
    squares += things[unit] * things[unit] * (kCommon / stage.pupils[unit]);
    sum += things[unit];
  }
  const std::int64_t one = kHundred * kHundred;
  return sum > 0 && pupils * squares * one <= (one + stage.limit * stage.limit) * sum * sum * kCommon;
}

/// 0: below the floor, 1: near, 2: meets.
int level(const SmallStage& stage, const SmallStage::Kind& kind, std::size_t unit, std::int64_t things) {
  if (kind.threshold == 0 || stage.meet_at_least == 0) return 2;
  const std::int64_t value = kind.per * things * kHundred * kHundred;
  const std::int64_t bar = kind.threshold * stage.pupils[unit];
  if (value >= bar * kHundred) return 2;
  return value >= bar * stage.floor ? 1 : 0;
}

/// Every way of having one kind of things above the floors that costs at most `most`: `use(things, cost, meeting)`.
template <typename Use>
void each_way(const SmallStage& stage, const SmallStage::Kind& kind, std::int64_t most, const Use& use) {
  std::vector<std::int64_t> things = kind.things;
  const auto end = [&](std::int64_t net, std::int64_t cost, Mask meeting) {
    if (net >= 0 && cost <= most) use(things, cost, meeting);
  };
  const auto visit = [&](const auto& self, std::size_t unit, std::int64_t bought, std::int64_t given, Mask meeting) {
    const std::int64_t paid = given * std::max<std::int64_t>(kind.move_price, 0);
    if (unit == things.size()) return end(bought - given, (bought - given) * kind.price + paid, meeting);
    // What is given away later is at most all there is.
    std::int64_t spare = 0;
    if (kind.move_price >= 0) {
      for (std::size_t later = unit; later < things.size(); ++later)
        spare += kind.things[later];
    }
    const std::int64_t low = kind.move_price < 0 ? 0 : -kind.things[unit];
    for (std::int64_t steps = low;; ++steps) {
      if (!kind.caps.empty() && steps > kind.caps[unit]) break;
      const std::int64_t up = bought + std::max<std::int64_t>(steps, 0);
      const std::int64_t down = given - std::min<std::int64_t>(steps, 0);
      if (steps > 0 && (up - down - spare) * kind.price + paid > most) break;
      things[unit] = kind.things[unit] + steps;
      const int now = level(stage, kind, unit, things[unit]);
      if (now > 0) self(self, unit + 1, up, down, meeting | (now == 2 ? Mask{1} << unit : Mask{0}));
    }
    things[unit] = kind.things[unit];
  };
  visit(visit, 0, 0, 0, 0);
}

/// By the set of units that meet the threshold: the least cost of all ways of having one kind of things.
std::map<Mask, std::int64_t> ways_of(const SmallStage& stage, const SmallStage::Kind& kind, std::int64_t most) {
  std::map<Mask, std::int64_t> least;
  each_way(stage, kind, most, [&](const std::vector<std::int64_t>& things, std::int64_t cost, Mask meeting) {
    if (!balanced(stage, things)) return;
    const auto [known, added] = least.try_emplace(meeting, cost);
    if (!added) known->second = std::min(known->second, cost);
  });
  return least;
}

long double coefficient(const SmallStage& stage, const std::vector<std::int64_t>& things) {
  long double pupils = 0;
  long double squares = 0;
  long double sum = 0;
  for (std::size_t unit = 0; unit < things.size(); ++unit) {
    const auto of = static_cast<long double>(stage.pupils[unit]);
    const auto has = static_cast<long double>(things[unit]);
    pupils += of;
    squares += has * has / of;
    sum += has;
  }
  if (sum == 0) return std::numeric_limits<long double>::infinity();
  return std::sqrt(std::max(0.0L, pupils * squares / (sum * sum) - 1));
}

}  // namespace

SmallStage random_stage(Random& random, const SmallOptions& options) {
  SmallStage stage;
  const std::size_t units = 1 + random.index(options.units);
  for (std::size_t unit = 0; unit < units; ++unit)
    stage.pupils.push_back(kPupils[random.index(kPupils.size())]);
  stage.limit = random.between(15, 60);
  const std::size_t kinds = 1 + random.index(options.kinds);
  if (!random.one_in(4)) stage.meet_at_least = static_cast<int>(kinds - random.index(2));
  for (std::size_t i = 0; i < kinds; ++i) {
    SmallStage::Kind kind;
    kind.threshold = random.one_in(6) ? 0 : random.between(300, 1500);
    kind.price = random.between(1, 3);
    if (options.moves) kind.move_price = random.between(0, 3);
    for (const std::int64_t pupils : stage.pupils) {
      const std::int64_t around = std::max<std::int64_t>(kind.threshold, 500) * pupils / 10000;
      kind.things.push_back(random.between(around / 2, around + 2));
      if (options.caps) kind.caps.push_back(random.between(0, 5));
    }
    stage.kinds.push_back(std::move(kind));
  }
  const auto thresholds =
      std::count_if(stage.kinds.begin(), stage.kinds.end(), [](const auto& kind) { return kind.threshold != 0; });
  stage.meet_at_least = std::min(stage.meet_at_least, static_cast<int>(thresholds));
  return stage;
}

junheng::PlanProblem problem_of(const SmallStage& stage) {
  using junheng::Decimal;
  const auto hundredths = [](std::int64_t value) { return junheng::shifted(Decimal{value, 0}, -2).value(); };
  junheng::PlanProblem problem;
  for (const std::int64_t pupils : stage.pupils)
    problem.pupils.push_back(static_cast<std::uint32_t>(pupils));
  for (const SmallStage::Kind& kind : stage.kinds) {
    junheng::PlanIndicator indicator;
    for (std::size_t unit = 0; unit < kind.things.size(); ++unit) {
      const auto per = static_cast<junheng::U128>(kind.per);
      indicator.cells.push_back(
          {per * static_cast<junheng::U128>(kind.things[unit]), per, static_cast<junheng::U128>(stage.pupils[unit])});
    }
    if (kind.threshold != 0) indicator.threshold = hundredths(kind.threshold);
    indicator.cv_limit = hundredths(stage.limit);
    indicator.price = {kind.price, 0};
    if (kind.move_price >= 0) indicator.move_price = Decimal{kind.move_price, 0};
    indicator.most = kind.caps;
    problem.indicators.push_back(std::move(indicator));
  }
  if (stage.meet_at_least > 0) problem.rule = junheng::UnitRule{stage.meet_at_least, hundredths(stage.floor), {}};
  return problem;
}

std::optional<std::int64_t> least_of_all(const SmallStage& stage, std::int64_t most) {
  std::vector<std::map<Mask, std::int64_t>> ways;
  for (const SmallStage::Kind& kind : stage.kinds)
    ways.push_back(ways_of(stage, kind, most));
  std::optional<std::int64_t> least;
  std::vector<int> meeting(stage.pupils.size(), 0);
  const auto visit = [&](const auto& self, std::size_t kind, std::int64_t cost) -> void {
    if (cost > most || (least && cost >= *least)) return;
    if (kind == ways.size()) {
      if (std::all_of(meeting.begin(), meeting.end(), [&](int count) { return count >= stage.meet_at_least; }))
        least = cost;
      return;
    }
    for (const auto& [mask, price] : ways[kind]) {
      const auto count = [&, set = mask](int by) {
        for (std::size_t unit = 0; unit < meeting.size(); ++unit)
          meeting[unit] += (set >> unit & 1U) != 0 && stage.kinds[kind].threshold != 0 ? by : 0;
      };
      count(1);
      self(self, kind + 1, cost + price);
      count(-1);
    }
  };
  visit(visit, 0, 0);
  return least;
}

std::optional<std::int64_t> least_mean_of_all(const SmallStage& stage, std::int64_t most) {
  constexpr long double kRounding = 1e-12L;
  // By what has been paid so far, the least sum of coefficients.
  std::map<std::int64_t, long double> least = {{0, 0}};
  for (const SmallStage::Kind& kind : stage.kinds) {
    std::map<std::int64_t, long double> of_kind;
    each_way(stage, kind, most, [&](const std::vector<std::int64_t>& things, std::int64_t cost, Mask) {
      const auto [known, added] = of_kind.try_emplace(cost, coefficient(stage, things));
      if (!added) known->second = std::min(known->second, coefficient(stage, things));
    });
    std::map<std::int64_t, long double> next;
    for (const auto& [paid, sum] : least) {
      for (const auto& [cost, one] : of_kind) {
        if (paid + cost > most) break;
        const auto [known, added] = next.try_emplace(paid + cost, sum + one);
        if (!added) known->second = std::min(known->second, sum + one);
      }
    }
    least = std::move(next);
  }
  const long double room =
      static_cast<long double>(stage.limit) * static_cast<long double>(stage.kinds.size()) / kHundred;
  for (const auto& [cost, sum] : least) {
    if (sum <= room + kRounding) return cost;
  }
  return std::nullopt;
}

std::string stage_text(const SmallStage& stage) {
  const auto list = [](const std::vector<std::int64_t>& numbers) {
    std::string text;
    for (const std::int64_t number : numbers)
      text += (text.empty() ? "" : ",") + std::to_string(number);
    return "[" + text + "]";
  };
  std::string text = "pupils " + list(stage.pupils) + " limit " + std::to_string(stage.limit) + " meet " +
                     std::to_string(stage.meet_at_least);
  for (const SmallStage::Kind& kind : stage.kinds) {
    text += "; things " + list(kind.things) + " threshold " + std::to_string(kind.threshold) + " price " +
            std::to_string(kind.price) + " move " + std::to_string(kind.move_price) + " caps " + list(kind.caps);
  }
  return text;
}

}  // namespace test
