// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "junheng/terms.h"

/// The rules of quality-2017 a second time, written from the public documents and not from the core: limits as
/// numbers, arithmetic in integers and long double, objects and maps. Slow, plain, and independent on purpose; the
/// numbers here must never be taken from core/standards.
namespace oracle {

using junheng::Stage;
using junheng::Verdict;

inline constexpr std::size_t kResources = 7;
/// Amounts are whole numbers of 1/10000.
inline constexpr std::int64_t kUnit = 10000;

struct Rule {
  std::int64_t per;
  bool per_stage;                         ///< statistics give it for each stage: teachers
  std::array<std::int64_t, 2> threshold;  ///< primary, middle, in 1/10000
};
inline constexpr std::array<Rule, kResources> kRules = {{
    {100, true, {42000, 53000}},
    {100, true, {10000, 10000}},
    {100, true, {9000, 9000}},
    {1, false, {45000, 58000}},
    {1, false, {75000, 102000}},
    {1, false, {20000000, 25000000}},
    {100, false, {23000, 24000}},
}};
inline constexpr std::array<long double, 2> kCvLimit = {0.50L, 0.45L};
inline constexpr std::int64_t kFloorPercent = 85;
inline constexpr int kMustMeet = 6;
inline constexpr std::int64_t kSmallestTeachingPoint = 50;

enum class Kind : std::uint8_t { primary, middle, nine_year, twelve_year, complete_secondary, teaching_point, special };

/// Ratio of one pupil of each stage, in hundredths; 0 where the kind has no such stage.
std::array<std::int64_t, 3> weights(Kind kind);

using Amount = std::optional<std::int64_t>;  ///< nullopt: missing, which is not zero

struct School {
  std::string name;
  std::string county;
  Kind kind = Kind::primary;
  std::array<Amount, 3> pupils;                            ///< by stage, whole numbers
  std::array<Amount, kResources> whole;                    ///< of the whole school, in 1/10000
  std::array<std::array<Amount, 3>, kResources> of_stage;  ///< by stage, in 1/10000
};

struct Value {
  bool known = false;
  long double number = 0;
  Verdict verdict = Verdict::unknown;
};

struct Unit {
  std::string school;
  std::int64_t pupils = 0;
  std::array<Value, kResources> values;
  int meeting = 0;
  Verdict verdict = Verdict::unknown;
};

struct Coefficient {
  bool known = false;
  long double mean = 0;
  long double deviation = 0;
  long double cv = 0;
};

struct StageResult {
  std::vector<Unit> units;
  std::array<Coefficient, kResources> coefficients;
};

using Result = std::map<std::pair<std::string, int>, StageResult>;  ///< by county and stage (0, 1)

Result evaluate(const std::vector<School>& schools);

}  // namespace oracle
