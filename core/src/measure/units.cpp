// SPDX-License-Identifier: MIT
#include "junheng/units.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/own_call.h"
#include "junheng/exact.h"
#include "measure/exclusion.h"
#include "measure/rows_by_county.h"

namespace junheng {
namespace {

std::size_t at(Stage stage) {
  return static_cast<std::size_t>(stage);
}

/// Splits the schools of a roster into units (one stage of one school), county by county and stage by stage.
///
/// Steps, by run(): for each county, row by row, evaluated() tells the rows that the standard evaluates and lists the
/// others in left_out with the reason; then, for each stage of the standard, add_unit() makes the units of these rows,
/// with the share that share_of() gives them of their school's numbers.
class Splitter {
 public:
  Splitter(const Roster& roster, Schools schools, const Standard& standard, const Choices& choices, Issues& issues)
      : roster_(roster), standard_(standard), choices_(choices), issues_(issues) {
    split_.schools = std::move(schools);
  }

  Split run() {
    const RowsByCounty by_county(roster_);
    const std::size_t most = most_units();
    for (auto* const column : {&split_.units.row, &split_.units.pupils, &split_.units.whole})
      column->reserve(most);
    split_.units.share.reserve(most);
    split_.units.divided.reserve(most);
    split_.unplaced.assign(roster_.counties.size(), 0);
    for (std::uint32_t county = 0; county < roster_.counties.size(); ++county)
      split_county(by_county, county);
    return std::move(split_);
  }

 private:
  const Schools& schools() const { return split_.schools; }

  /// Of a nation, growing step by step would copy them once and leave as much room empty.
  std::size_t most_units() const {
    std::size_t most = 0;
    for (const StageSet stages : schools().stages) {
      for (const Stage stage : standard_.stages)
        most += stages.has(stage) ? 1U : 0U;
    }
    return most;
  }

  JUNHENG_OWN_CALL void split_county(const RowsByCounty& rows, std::uint32_t county) {
    evaluated_.clear();
    for (const std::uint32_t row : rows.of(county)) {
      if (evaluated(row, county)) evaluated_.push_back(row);
    }
    for (const Stage stage : standard_.stages) {
      const auto begin = static_cast<std::uint32_t>(split_.units.size());
      for (const std::uint32_t row : evaluated_)
        add_unit(row, stage);
      split_.stages.push_back({county, stage, begin, static_cast<std::uint32_t>(split_.units.size())});
    }
  }

  /// The pupils of all stages of a row, or what a row without stages says of them.
  std::uint32_t all_pupils(std::uint32_t row) const {
    std::uint32_t sum = 0;
    bool known = false;
    for (const Stage stage : kStages) {
      const std::uint32_t pupils = schools().pupils_of(row, stage);
      if (pupils == kUnknownPupils) continue;
      sum += pupils;
      known = true;
    }
    return known ? sum : schools().whole_pupils[row];
  }

  bool leave_out(std::uint32_t row, LeftOut why, std::size_t rule = 0) {
    split_.left_out.push_back({row, all_pupils(row), kNoStage, why, static_cast<std::uint8_t>(rule)});
    return false;
  }

  bool evaluated(std::uint32_t row, std::uint32_t county) {
    switch (schools().role[row]) {
      case RowRole::school:
        break;
      case RowRole::outside:
        if (excluded_by(row)) break;  // a vocational school is named with its rule
        return leave_out(row, LeftOut::no_evaluated_stage);
      case RowRole::whole:
        return false;
      case RowRole::merged:
        return leave_out(row, LeftOut::merged);
      case RowRole::total:
        return leave_out(row, LeftOut::total_row);
      case RowRole::unplaced:
        ++split_.unplaced[county];
        return leave_out(row, LeftOut::unplaced);
    }
    if (const auto rule = excluded_by(row)) return leave_out(row, LeftOut::excluded, *rule);
    const bool any = std::any_of(standard_.stages.begin(), standard_.stages.end(),
                                 [&](Stage stage) { return schools().stages[row].has(stage); });
    return any || leave_out(row, LeftOut::no_evaluated_stage);
  }

  std::optional<std::size_t> excluded_by(std::uint32_t row) const {
    return exclusion_of(standard_, choices_, roster_, row, all_pupils(row));
  }

  void add_unit(std::uint32_t row, Stage stage) {
    const StageSet stages = schools().stages[row];
    if (!stages.has(stage)) return;
    const std::uint32_t pupils = schools().pupils_of(row, stage);
    if (pupils == 0) {
      split_.left_out.push_back({row, 0, static_cast<std::uint8_t>(stage), LeftOut::no_pupils, 0});
      return;
    }
    const std::uint32_t school = schools().of_row[row];
    split_.units.row.push_back(row);
    split_.units.pupils.push_back(pupils);
    split_.units.divided.push_back(stages.several() ? 1 : 0);
    split_.units.whole.push_back(stages.several() ? row : schools().whole_row[school]);
    // Shares concern what a school has as a whole; without that a unit has its own.
    const bool shares = split_.units.whole.back() != kNoRow;
    split_.units.share.push_back(shares ? share_of(school, row, stage)
                                        : Share{1, pupils == kUnknownPupils ? 0 : pupils});
  }

  /// The pupils of a stage of a school, in whichever of its rows they stand.
  std::uint32_t pupils_in(std::uint32_t school, Stage stage) const {
    for (const std::uint32_t row : schools().rows_of(school)) {
      if (schools().stages[row].has(stage)) return schools().pupils_of(row, stage);
    }
    return kUnknownPupils;
  }

  Share share_of(std::uint32_t school, std::uint32_t row, Stage stage) {
    const StageSet stages = split_.units.divided.back() != 0 ? schools().stages[row] : schools().stages_of(school);
    const std::uint32_t own = pupils_in(school, stage);
    if (!stages.several()) return {1, own == kUnknownPupils ? 0 : own};
    const SplitShare* const rule = rule_for(stages);
    if (rule == nullptr) {
      if (stage == standard_.stages.front() || !stages.has(standard_.stages.front())) complain_of_ratio(row);
      return {1, 0};
    }
    std::uint8_t scale = 0;
    for (const auto& weight : rule->weight)
      scale = std::max(scale, weight ? weight->scale : std::uint8_t{0});
    Share share{0, 0};
    for (const Stage other : kStages) {
      if (!stages.has(other)) continue;
      const Decimal weight = *rule->weight[at(other)];
      const auto scaled =
          static_cast<std::uint32_t>(static_cast<U128>(weight.mantissa) * power_of_ten(scale - weight.scale));
      if (other == stage) share.weight = scaled;
      const std::uint32_t pupils = pupils_in(school, other);
      if (pupils == kUnknownPupils) return {1, 0};
      share.total += static_cast<std::uint64_t>(scaled) * pupils;
    }
    return share;
  }

  void complain_of_ratio(std::uint32_t row) {
    const Span school = roster_.school[row];
    issues_.push_back(
        {IssueCode::split_unknown, kNoStage, kNoColumn, kNoSubject, roster_.line[row], school.begin, school.length});
  }

  const SplitShare* rule_for(StageSet stages) const {
    for (const SplitShare& share : standard_.shares) {
      StageSet of_rule;
      for (const Stage stage : kStages) {
        if (share.weight[at(stage)]) of_rule.set(stage);
      }
      if (of_rule == stages) return &share;
    }
    return nullptr;
  }

  const Roster& roster_;
  const Standard& standard_;
  const Choices& choices_;
  Issues& issues_;
  std::vector<std::uint32_t> evaluated_;
  Split split_;
};

}  // namespace

Split split_units(const Roster& roster, Schools schools, const Standard& standard, const Choices& choices,
                  Issues& issues) {
  return Splitter(roster, std::move(schools), standard, choices, issues).run();
}

}  // namespace junheng
