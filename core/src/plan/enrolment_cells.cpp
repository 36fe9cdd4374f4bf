// SPDX-License-Identifier: MIT
#include "plan/enrolment_cells.h"

#include <string>
#include <utility>

#include "plan/unit_cells.h"

namespace junheng {
namespace {

constexpr const char* kEnrolment = "pupils";

}  // namespace

void set_enrolments(Scenario& scenario, const Evaluation& e, const std::vector<std::int64_t>& pupils) {
  const auto field = e.vocabulary->field(kEnrolment);
  if (!field) return;
  const auto set = [&](std::uint32_t row, std::uint8_t stage, std::int64_t count) {
    scenario.changes.push_back({Change::Kind::set, e.roster.line[row], kEnrolment, stage, std::to_string(count)});
  };
  std::vector<std::int64_t> more(e.roster.rows(), 0);
  for (const StageUnits& range : e.split.stages) {
    const auto stage = static_cast<std::uint8_t>(range.stage);
    const NumberColumn* const staged = numbers_of(e, *field, stage);
    for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
      const std::uint32_t row = e.split.units.row[unit];
      const auto before = static_cast<std::int64_t>(e.split.units.pupils[unit]);
      if (e.split.units.pupils[unit] == kUnknownPupils || pupils[unit] == before) continue;
      more[row] += pupils[unit] - before;
      if (staged != nullptr && staged->number(row)) set(row, stage, pupils[unit]);
    }
  }
  const NumberColumn* const whole = numbers_of(e, *field, kNoStage);
  for (std::uint32_t row = 0; row < more.size(); ++row) {
    const auto number = whole == nullptr ? std::nullopt : whole->number(row);
    if (more[row] != 0 && number && number->scale == 0) set(row, kNoStage, number->mantissa + more[row]);
  }
}

}  // namespace junheng
