// SPDX-License-Identifier: MIT
#include "junheng/schools.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>

#include "base/own_call.h"
#include "base/sort_places.h"
#include "measure/rows_by_county.h"

namespace junheng {
namespace {

/// More pupils than any school has; also the bound that keeps weight * N within 64 bits.
constexpr std::int64_t kMostPupils = 1'000'000'000;

std::size_t at(Stage stage) {
  return static_cast<std::size_t>(stage);
}

/// Puts rows together to schools.
///
/// Steps, by run(): place() finds the stages of each row and their pupils. Then county by county: rows sorted by name; rows of one name that speak of different stages become one school (gather),
/// rows that say nothing of a stage join the school of their name as what it has as a whole (add_whole_row), or are
/// listed as unplaced; the schools are written in the order of their first rows.
class SchoolFinder {
 public:
  SchoolFinder(const Table& table, const Roster& roster, const Vocabulary& vocabulary, Issues& issues)
      : table_(table), roster_(roster), vocabulary_(vocabulary), issues_(issues) {
    if (const auto field = vocabulary.field("pupils")) pupils_ = &roster.fields[*field];
  }

  Schools run() {
    const std::size_t rows = roster_.rows();
    const RowsByCounty by_county(roster_);
    schools_.role.assign(rows, RowRole::school);
    schools_.stages.resize(rows);
    for (auto& pupils : schools_.pupils)
      pupils.assign(rows, kUnknownPupils);
    schools_.of_row.assign(rows, kNoRow);
    schools_.whole_pupils.assign(rows, kUnknownPupils);
    schools_.rows.reserve(rows);
    schools_.begin.reserve(rows + 1);
    schools_.whole_row.reserve(rows);
    schools_.type.reserve(rows);
    schools_.begin.push_back(0);
    schools_.of_county.push_back(0);
    for (std::uint32_t row = 0; row < rows; ++row)
      place(row);
    for (std::uint32_t county = 0; county < roster_.counties.size(); ++county) {
      gather_county(by_county, county);
      schools_.of_county.push_back(static_cast<std::uint32_t>(schools_.size()));
    }
    return std::move(schools_);
  }

 private:
  void complain(IssueCode code, std::size_t row, std::uint8_t stage = kNoStage) {
    issues_.push_back(
        {code, stage, kNoColumn, kNoSubject, roster_.line[row], roster_.school[row].begin, roster_.school[row].length});
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

  // ---- one row ----------------------------------------------------------------------------------------------------

  JUNHENG_OWN_CALL void place(std::uint32_t row) {
    schools_.whole_pupils[row] = pupils_in(pupils_->whole, row);
    StageSet with_pupils;
    for (const Stage stage : kStages) {
      const std::uint32_t pupils = pupils_in(pupils_->staged[at(stage)], row);
      schools_.pupils[at(stage)][row] = pupils;
      if (pupils != kUnknownPupils && pupils > 0) with_pupils.set(stage);
    }
    if (!roster_.merged.empty() && roster_.merged[row] != kNoRow) {
      schools_.role[row] = RowRole::merged;
      return;
    }
    if (roster_.total[row] != 0) {
      schools_.role[row] = RowRole::total;
      return;
    }
    const std::uint16_t type = roster_.type[row];
    StageSet of_type;
    if (type != kNoType) {
      for (const Stage stage : vocabulary_.types[type].stages)
        of_type.set(stage);
    }
    StageSet& stages = schools_.stages[row];
    if (roster_.only_stage[row] != kNoStage) {
      // The row speaks of one stage alone, whatever school it belongs to.
      stages = StageSet(static_cast<Stage>(roster_.only_stage[row]));
    } else {
      stages = of_type.with(with_pupils);
      if (!of_type.none() && with_pupils.beyond(of_type)) complain(IssueCode::stage_conflict, row);
    }
    // A vocational school with a class of 初中.
    if (type != kNoType && of_type.none() && !vocabulary_.types[type].unstaged && !stages.none()) {
      complain(IssueCode::attached_classes, row);
    }
    if (!stages.none() && !stages.several()) {
      std::uint32_t& own = schools_.pupils[at(first_of(stages))][row];
      if (own == kUnknownPupils) own = schools_.whole_pupils[row];
    }
    if (stages.none() && type != kNoType && !is_unstaged(row)) schools_.role[row] = RowRole::outside;
  }

  static Stage first_of(StageSet stages) {
    return *std::find_if(kStages.begin(), kStages.end(), [&](Stage stage) { return stages.has(stage); });
  }

  // ---- the rows of one school -------------------------------------------------------------------------------------

  /// Empty where the table has no such column.
  std::string_view text(const std::vector<Span>& column, std::uint32_t row) const {
    return column.empty() ? std::string_view() : table_.at(column[row]);
  }

  bool same_name(std::uint32_t a, std::uint32_t b) const {
    return text(roster_.name, a) == text(roster_.name, b) && text(roster_.campus, a) == text(roster_.campus, b);
  }

  /// A code that only one of the rows has says nothing against them.
  bool same_code(std::uint32_t a, std::uint32_t b) const {
    const std::string_view of_a = text(roster_.code, a);
    const std::string_view of_b = text(roster_.code, b);
    return of_a.empty() || of_b.empty() || of_a == of_b;
  }

  struct Found {
    std::vector<std::uint32_t> rows;
    StageSet stages;
    std::uint32_t whole_row = kNoRow;
  };

  JUNHENG_OWN_CALL void gather_county(const RowsByCounty& rows, std::uint32_t county) {
    by_name_.clear();
    for (const std::uint32_t row : rows.of(county)) {
      const bool counts = schools_.role[row] != RowRole::total && schools_.role[row] != RowRole::merged;
      if (counts) by_name_.push_back(row);
    }
    if (all_apart()) {
      // by_name_ is in the order of the table still.
      for (const std::uint32_t row : by_name_)
        write_school({&row, 1}, schools_.stages[row], kNoRow);
      return;
    }
    sort_places(by_name_, [&](std::uint32_t a, std::uint32_t b) {
      const int order = text(roster_.name, a).compare(text(roster_.name, b));
      return order != 0 ? order < 0 : text(roster_.campus, a) < text(roster_.campus, b);
    });
    found_.clear();
    for (std::size_t i = 0; i < by_name_.size();) {
      std::size_t end = i + 1;
      const bool named = !text(roster_.name, by_name_[i]).empty();
      while (named && end < by_name_.size() && same_name(by_name_[i], by_name_[end]))
        ++end;
      gather(i, end);
      i = end;
    }
    write_schools();
  }

  /// Whether every row of the county is a school of its own by its name alone, as in nearly all tables: then nothing has
  /// to be sorted. Two names of one hash only mean that it is done the long way.
  bool all_apart() {
    std::size_t size = 16;
    while (size < by_name_.size() * 2)
      size *= 2;
    seen_.assign(size, 0);
    for (const std::uint32_t row : by_name_) {
      if (waits(row, 1) || text(roster_.name, row).empty()) return false;
      const std::uint32_t hash = hash_of(text(roster_.name, row), hash_of(text(roster_.campus, row), 0)) | 1U;
      std::size_t slot = hash >> 1U & (size - 1);
      for (; seen_[slot] != 0; slot = (slot + 1) & (size - 1)) {
        if (seen_[slot] == hash) return false;
      }
      seen_[slot] = hash;
    }
    return true;
  }

  static std::uint32_t hash_of(std::string_view text, std::uint32_t seed) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;
    std::uint64_t hash = seed ^ text.size();
    const auto take = [&](const char* at, std::size_t length) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, at, length);
      hash = (hash ^ bytes) * kFactor;
      hash ^= hash >> 29U;
    };
    // Less than eight bytes are a call of their own; of a name, which is longer, the last eight are taken instead.
    constexpr std::size_t kEight = sizeof(hash);
    if (!text.empty() && text.size() < kEight) take(text.data(), text.size());
    for (std::size_t at = 0; at + kEight <= text.size(); at += kEight)
      take(text.data() + at, kEight);
    if (text.size() > kEight) take(text.data() + text.size() - kEight, kEight);
    return static_cast<std::uint32_t>(hash >> 32U);
  }

  /// The rows of one name, in the order of the table.
  void gather(std::size_t begin, std::size_t end) {
    const std::size_t first = found_.size();
    for (std::size_t i = begin; i < end; ++i) {
      if (!waits(by_name_[i], end - begin)) add_row(by_name_[i], first);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (waits(by_name_[i], end - begin)) add_whole_row(by_name_[i], first);
    }
  }

  /// Whether a row may speak of the school as a whole: it names no stage, or several without the pupils of each.
  bool waits(std::uint32_t row, std::size_t rows) const {
    const StageSet stages = schools_.stages[row];
    if (schools_.role[row] != RowRole::school || is_unstaged(row)) return false;
    if (stages.none()) return true;
    return rows > 1 && stages.several() && std::all_of(kStages.begin(), kStages.end(), [&](Stage stage) {
             return schools_.pupils_of(row, stage) == kUnknownPupils;
           });
  }

  bool is_unstaged(std::uint32_t row) const {
    return schools_.stages[row].none() && roster_.type[row] != kNoType && vocabulary_.types[roster_.type[row]].unstaged;
  }

  void add_row(std::uint32_t row, std::size_t first) {
    bool seen = false;
    for (std::size_t i = first; i < found_.size(); ++i) {
      if (!same_code(found_[i].rows.front(), row)) continue;
      if (!found_[i].stages.meets(schools_.stages[row]) && !found_[i].stages.none() && !is_unstaged(row)) {
        found_[i].rows.push_back(row);
        found_[i].stages = found_[i].stages.with(schools_.stages[row]);
        return;
      }
      seen = true;
    }
    // Mostly a row pasted twice. Counted as it stands, but said.
    if (seen) complain(IssueCode::duplicate_unit, row);
    found_.push_back({{row}, schools_.stages[row], kNoRow});
  }

  /// What the school of this name has as a whole: nothing else is said of its pupils than what its stages add up to.
  void add_whole_row(std::uint32_t row, std::size_t first) {
    if (found_.size() == first + 1 && found_[first].whole_row == kNoRow && same_code(found_[first].rows.front(), row) &&
        (schools_.whole_pupils[row] == kUnknownPupils || schools_.whole_pupils[row] == pupils_of(found_[first]))) {
      found_[first].whole_row = row;
      schools_.role[row] = RowRole::whole;
      schools_.stages[row] = {};
      return;
    }
    if (!schools_.stages[row].none()) return add_row(row, first);
    complain(IssueCode::stage_unknown, row);
    schools_.role[row] = RowRole::unplaced;
  }

  std::optional<std::uint32_t> pupils_of(const Found& school) const {
    std::uint32_t sum = 0;
    for (const std::uint32_t row : school.rows) {
      for (const Stage stage : kStages) {
        if (!schools_.stages[row].has(stage)) continue;
        if (schools_.pupils_of(row, stage) == kUnknownPupils) return std::nullopt;
        sum += schools_.pupils_of(row, stage);
      }
    }
    return sum;
  }

  void write_schools() {
    std::vector<std::uint32_t> order(found_.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_places(order,
                [&](std::uint32_t a, std::uint32_t b) { return found_[a].rows.front() < found_[b].rows.front(); });
    for (const std::uint32_t i : order) {
      const Found& school = found_[i];
      write_school(school.rows, school.stages, school.whole_row);
    }
  }

  void write_school(std::span<const std::uint32_t> rows, StageSet stages, std::uint32_t whole_row) {
    const auto index = static_cast<std::uint32_t>(schools_.size());
    for (const std::uint32_t row : rows) {
      schools_.of_row[row] = index;
      schools_.rows.push_back(row);
    }
    if (whole_row != kNoRow) schools_.of_row[whole_row] = index;
    schools_.begin.push_back(static_cast<std::uint32_t>(schools_.rows.size()));
    schools_.whole_row.push_back(whole_row);
    schools_.type.push_back(type_of(rows, stages));
  }

  /// The type that its rows name, where it has all their stages; otherwise the first that has just these.
  std::uint16_t type_of(std::span<const std::uint32_t> rows, StageSet stages) const {
    std::uint16_t named = kNoType;
    for (const std::uint32_t row : rows) {
      const std::uint16_t type = roster_.type[row];
      if (type == kNoType) continue;
      const StageSet of_type = stages_of_type(type);
      if (!stages.beyond(of_type)) return type;
      if (named == kNoType) named = type;
    }
    if (!stages.several()) return named;
    for (std::size_t type = 0; type < vocabulary_.types.size(); ++type) {
      if (stages_of_type(static_cast<std::uint16_t>(type)) == stages) return static_cast<std::uint16_t>(type);
    }
    return named;
  }

  StageSet stages_of_type(std::uint16_t type) const {
    StageSet stages;
    for (const Stage stage : vocabulary_.types[type].stages)
      stages.set(stage);
    return stages;
  }

  const Table& table_;
  const Roster& roster_;
  const Vocabulary& vocabulary_;
  Issues& issues_;
  const FieldColumns* pupils_ = nullptr;
  std::vector<std::uint32_t> by_name_;
  std::vector<std::uint32_t> seen_;  ///< hashes of names, in slots; 0: free
  std::vector<Found> found_;
  Schools schools_;
};

}  // namespace

StageSet Schools::stages_of(std::uint32_t school) const {
  StageSet all;
  for (const std::uint32_t row : rows_of(school))
    all = all.with(stages[row]);
  return all;
}

Schools find_schools(const Table& table, const Roster& roster, const Vocabulary& vocabulary, Issues& issues) {
  return SchoolFinder(table, roster, vocabulary, issues).run();
}

}  // namespace junheng
