// SPDX-License-Identifier: MIT
#include "junheng/units.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/sort_places.h"
#include "junheng/exact.h"

namespace junheng {
namespace {

/// More pupils than any school has; also the bound that keeps weight * N within 64 bits.
constexpr std::int64_t kMostPupils = 1'000'000'000;

/// Not std::bitset: what it does for any number of bits is 1 kB of code for three.
class StageSet {
 public:
  [[nodiscard]] bool test(std::size_t stage) const { return (bits_ >> stage & 1U) != 0; }
  void set(std::size_t stage) { bits_ |= 1U << stage; }
  [[nodiscard]] bool none() const { return bits_ == 0; }
  [[nodiscard]] bool several() const { return (bits_ & (bits_ - 1)) != 0; }
  /// Whether there is a stage that the other set has not.
  [[nodiscard]] bool beyond(StageSet other) const { return (bits_ & ~other.bits_) != 0; }
  [[nodiscard]] StageSet with(StageSet other) const {
    other.bits_ |= bits_;
    return other;
  }
  bool operator==(const StageSet&) const = default;

 private:
  unsigned bits_ = 0;
};

std::size_t at(Stage stage) {
  return static_cast<std::size_t>(stage);
}

/// One row while it is being placed.
struct Placement {
  StageSet stages;
  std::array<std::uint32_t, kStages.size()> pupils{kUnknownPupils, kUnknownPupils, kUnknownPupils};
};

/// Splits the rows of a roster into units (one stage of one school), county by county and stage by stage.
///
/// Steps, by run(): rows in the order of their counties; for each county place() finds the stages of every row and the
/// pupils of each, or lists the row in left_out with its reason; then, for each stage of the standard, add_unit() makes
/// the units of the placed rows, with the share that share_of() gives them of their school's numbers, and
/// find_duplicates() complains about names that stand twice.
class Splitter {
 public:
  Splitter(const Table& table, const Roster& roster, const Standard& standard, const Vocabulary& vocabulary,
           Issues& issues)
      : table_(table), roster_(roster), standard_(standard), vocabulary_(vocabulary), issues_(issues) {
    if (const auto field = vocabulary.field("pupils")) pupils_ = &roster.fields[*field];
  }

  Split run() {
    order_rows_by_county();
    split_.unplaced.assign(roster_.counties.size(), 0);
    for (std::uint32_t county = 0; county < roster_.counties.size(); ++county)
      split_county(county);
    return std::move(split_);
  }

 private:
  void complain(IssueCode code, std::size_t row) {
    Issue issue;
    issue.code = code;
    issue.line = roster_.line[row];
    issue.begin = roster_.school[row].begin;
    issue.length = roster_.school[row].length;
    issues_.push_back(issue);
  }

  /// Counting sort: rows of a county need not stand together in the table.
  void order_rows_by_county() {
    county_begin_.assign(roster_.counties.size() + 1, 0);
    for (const std::uint32_t county : roster_.county)
      ++county_begin_[county + 1];
    std::partial_sum(county_begin_.begin(), county_begin_.end(), county_begin_.begin());
    std::vector<std::uint32_t> next = county_begin_;
    rows_.resize(roster_.rows());
    for (std::uint32_t row = 0; row < roster_.rows(); ++row)
      rows_[next[roster_.county[row]]++] = row;
    split_.units.row.reserve(roster_.rows());
    split_.units.pupils.reserve(roster_.rows());
    split_.units.share.reserve(roster_.rows());
    split_.units.divided.reserve(roster_.rows());
  }

  void split_county(std::uint32_t county) {
    placed_.clear();
    for (std::uint32_t i = county_begin_[county]; i < county_begin_[county + 1]; ++i) {
      const std::uint32_t row = rows_[i];
      if (const auto placement = place(row)) {
        placed_.emplace_back(row, *placement);
      } else if (split_.left_out.back().why == LeftOut::unplaced) {
        ++split_.unplaced[county];
      }
    }
    for (const Stage stage : standard_.stages) {
      const auto begin = static_cast<std::uint32_t>(split_.units.size());
      for (const auto& [row, placement] : placed_)
        add_unit(row, placement, stage);
      const auto end = static_cast<std::uint32_t>(split_.units.size());
      split_.stages.push_back({county, stage, begin, end});
      find_duplicates(begin, end);
    }
  }

  std::uint32_t pupils_in(const std::optional<NumberColumn>& column, std::size_t row) {
    if (!column) return kUnknownPupils;
    const auto number = column->number(row);
    if (!number) return kUnknownPupils;
    if (number->mantissa > kMostPupils) {
      complain(IssueCode::too_large, row);
      return kUnknownPupils;
    }
    return static_cast<std::uint32_t>(number->mantissa);
  }

  void leave_out(std::uint32_t row, std::uint32_t pupils, LeftOut why, std::size_t rule = 0) {
    split_.left_out.push_back({row, pupils, kNoStage, why, static_cast<std::uint8_t>(rule)});
  }

  /// The stages of a row with their enrolments; nullopt: listed in left_out.
  std::optional<Placement> place(std::uint32_t row) {
    Placement placement;
    const std::uint32_t whole = pupils_in(pupils_->whole, row);
    std::uint32_t sum = kUnknownPupils;
    StageSet with_pupils;
    for (const Stage stage : kStages) {
      const std::uint32_t pupils = pupils_in(pupils_->staged[at(stage)], row);
      placement.pupils[at(stage)] = pupils;
      if (pupils == kUnknownPupils) continue;
      sum = sum == kUnknownPupils ? pupils : sum + pupils;
      if (pupils > 0) with_pupils.set(at(stage));
    }
    const std::uint32_t all = whole != kUnknownPupils ? whole : sum;

    if (roster_.total[row] != 0) return leave_out(row, all, LeftOut::total_row), std::nullopt;
    const std::uint16_t type = roster_.type[row];
    for (std::size_t i = 0; i < standard_.exclusions.size(); ++i) {
      const Exclusion& rule = standard_.exclusions[i];
      if (rule.type != type) continue;
      if (rule.pupils_below && (all == kUnknownPupils || !below(all, *rule.pupils_below))) continue;
      return leave_out(row, all, LeftOut::excluded, i), std::nullopt;
    }

    StageSet of_type;
    if (type != kNoType) {
      for (const Stage stage : vocabulary_.types[type].stages)
        of_type.set(at(stage));
      if (of_type.none() && with_pupils.none()) return leave_out(row, all, LeftOut::no_evaluated_stage), std::nullopt;
    }
    if (roster_.only_stage[row] != kNoStage) {
      // The row speaks of one stage alone, whatever school it belongs to.
      const std::size_t stage = roster_.only_stage[row];
      placement.stages.set(stage);
      if (placement.pupils[stage] == kUnknownPupils) placement.pupils[stage] = whole;
    } else {
      placement.stages = of_type.with(with_pupils);
      if (placement.stages.none()) {
        complain(IssueCode::stage_unknown, row);
        return leave_out(row, all, LeftOut::unplaced), std::nullopt;
      }
      if (type != kNoType && with_pupils.beyond(of_type)) complain(IssueCode::stage_conflict, row);
      if (!placement.stages.several()) {
        const std::size_t stage = first_of(placement.stages);
        if (placement.pupils[stage] == kUnknownPupils) placement.pupils[stage] = whole;
      }
    }
    const bool evaluated = std::any_of(standard_.stages.begin(), standard_.stages.end(),
                                       [&](Stage stage) { return placement.stages.test(at(stage)); });
    if (!evaluated) return leave_out(row, all, LeftOut::no_evaluated_stage), std::nullopt;
    return placement;
  }

  static bool below(std::uint32_t pupils, Decimal limit) {
    return compare_products(pupils, power_of_ten(limit.scale), static_cast<U128>(limit.mantissa), 1) ==
           std::strong_ordering::less;
  }

  static std::size_t first_of(const StageSet& stages) {
    std::size_t stage = 0;
    while (!stages.test(stage))
      ++stage;
    return stage;
  }

  void add_unit(std::uint32_t row, const Placement& placement, Stage stage) {
    if (!placement.stages.test(at(stage))) return;
    const std::uint32_t pupils = placement.pupils[at(stage)];
    if (pupils == 0) {
      split_.left_out.push_back({row, 0, static_cast<std::uint8_t>(stage), LeftOut::no_pupils, 0});
      return;
    }
    split_.units.row.push_back(row);
    split_.units.pupils.push_back(pupils);
    split_.units.share.push_back(share_of(row, placement, stage));
    split_.units.divided.push_back(placement.stages.several() ? 1 : 0);
  }

  Share share_of(std::uint32_t row, const Placement& placement, Stage stage) {
    const std::uint32_t own = placement.pupils[at(stage)];
    if (!placement.stages.several()) return {1, own == kUnknownPupils ? 0 : own};
    const SplitShare* const rule = rule_for(placement.stages);
    if (rule == nullptr) {
      if (stage == standard_.stages.front() || !placement.stages.test(at(standard_.stages.front()))) {
        complain(IssueCode::split_unknown, row);
      }
      return {1, 0};
    }
    std::uint8_t scale = 0;
    for (const auto& weight : rule->weight)
      scale = std::max(scale, weight ? weight->scale : std::uint8_t{0});
    Share share{0, 0};
    for (const Stage other : kStages) {
      if (!placement.stages.test(at(other))) continue;
      const Decimal weight = *rule->weight[at(other)];
      const auto scaled =
          static_cast<std::uint32_t>(static_cast<U128>(weight.mantissa) * power_of_ten(scale - weight.scale));
      if (other == stage) share.weight = scaled;
      if (placement.pupils[at(other)] == kUnknownPupils) return {1, 0};
      share.total += static_cast<std::uint64_t>(scaled) * placement.pupils[at(other)];
    }
    return share;
  }

  const SplitShare* rule_for(const StageSet& stages) const {
    for (const SplitShare& share : standard_.shares) {
      StageSet of_rule;
      for (const Stage stage : kStages) {
        if (share.weight[at(stage)]) of_rule.set(at(stage));
      }
      if (of_rule == stages) return &share;
    }
    return nullptr;
  }

  std::string_view school(std::uint32_t unit) const { return table_.at(roster_.school[split_.units.row[unit]]); }

  /// Two units of one stage with the same name: mostly a row pasted twice. Counted as they stand, but said.
  void find_duplicates(std::uint32_t begin, std::uint32_t end) {
    by_name_.resize(end - begin);
    std::iota(by_name_.begin(), by_name_.end(), begin);
    sort_places(by_name_, [&](std::uint32_t a, std::uint32_t b) { return school(a) < school(b); });
    for (std::size_t i = 1; i < by_name_.size(); ++i) {
      const std::string_view name = school(by_name_[i]);
      if (!name.empty() && name == school(by_name_[i - 1])) {
        complain(IssueCode::duplicate_unit, split_.units.row[by_name_[i]]);
      }
    }
  }

  const Table& table_;
  const Roster& roster_;
  const Standard& standard_;
  const Vocabulary& vocabulary_;
  Issues& issues_;
  const FieldColumns* pupils_ = nullptr;
  std::vector<std::uint32_t> county_begin_;
  std::vector<std::uint32_t> rows_;
  std::vector<std::pair<std::uint32_t, Placement>> placed_;
  std::vector<std::uint32_t> by_name_;
  Split split_;
};

}  // namespace

Split split_units(const Table& table, const Roster& roster, const Standard& standard, const Vocabulary& vocabulary,
                  Issues& issues) {
  return Splitter(table, roster, standard, vocabulary, issues).run();
}

}  // namespace junheng
