// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/plan.h"
#include "random.h"

/// Stages as problems of a plan, in whole numbers, and the least plan found by trying all of them.
namespace test {

/// Whole things of schools with whole pupils; every value is per · things / pupils.
struct SmallStage {
  std::vector<std::int64_t> pupils;
  struct Kind {
    std::vector<std::int64_t> things;
    std::int64_t per = 100;
    std::int64_t threshold = 0;  ///< in hundredths; 0: none
    std::int64_t price = 1;
    std::int64_t move_price = -1;
    std::vector<std::int64_t> caps;
  };
  std::vector<Kind> kinds;
  std::int64_t limit = 50;  ///< of the coefficient, in hundredths
  std::int64_t floor = 85;  ///< in hundredths
  int meet_at_least = 0;    ///< 0: units are not judged
};

struct SmallOptions {
  std::size_t units = 6;
  std::size_t kinds = 3;
  bool moves = false;
  bool caps = false;
};

SmallStage random_stage(Random& random, const SmallOptions& options);

junheng::PlanProblem problem_of(const SmallStage& stage);

/// The least cost of all plans that cost at most `most`; nullopt: there is none. Uses no line of the core.
std::optional<std::int64_t> least_of_all(const SmallStage& stage, std::int64_t most);

/// Likewise where the mean of the coefficients is to be within the limit, and units are not judged.
std::optional<std::int64_t> least_mean_of_all(const SmallStage& stage, std::int64_t most);

/// The stage in one line, for the message of a failing test.
std::string stage_text(const SmallStage& stage);

}  // namespace test
