// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "junheng/ids.h"
#include "junheng/rule.h"
#include "junheng/vocabulary.h"

namespace junheng {

/// Values by stage; a stage without one is not judged.
template <typename T>
using ByStage = std::array<std::optional<T>, kStages.size()>;

/// An indicator's resource: terms added up; or, `given`, the value per pupil as the table has it.
struct Resource {
  std::vector<Term> terms;
  OnlyWhen only_when;
  bool given = false;
  /// A sum below the one of these terms contradicts the reading of the option: 艺术 as the total of 音乐 and 美术 is not
  /// less than they are. Where nobody chose, it is asked.
  std::vector<Term> not_below;
};

/// What to do with a number that a school of several stages has only once.
enum class WholeSchool : std::uint8_t {
  split,     ///< the rule splits it: areas, equipment, rooms (拆分)
  fallback,  ///< statistics give it per stage; split only where they do not, and say so: teachers
};
template <>
inline constexpr auto kIds<WholeSchool> = ids_up_to<WholeSchool::fallback>({"split", "fallback"});

/// An indicator (指标): per * (sum of terms) / pupils.
struct Indicator {
  std::string id;
  Text title;
  Text short_title;
  Text unit;
  int decimals = 2;  ///< digits shown, never digits computed with
  Decimal per;       ///< per pupil 1, per hundred pupils 100
  WholeSchool whole = WholeSchool::split;
  std::vector<Resource> resource;  ///< alternatives; the first whose fields the table has is used
  std::vector<Extra> extras;       ///< what some schools may add
  ByStage<Limit> threshold;        ///< 达标值
};

/// Ratio in which a school with exactly these stages is split (拆分比例).
struct SplitShare {
  std::string id;
  ByStage<Decimal> weight;
  Source source;
};

/// Schools that are listed but not evaluated.
struct Exclusion {
  std::string id;
  std::optional<std::uint16_t> type;          ///< into Vocabulary::types; absent: of any kind
  Ownership ownership = Ownership::not_said;  ///< absent: whoever runs it
  std::optional<Decimal> pupils_below;
  OnlyWhen only_when;
  Text reason;
  Source source;
};

/// Schools of a type that a reading merges into their main school (所属学校): teaching points.
struct Merge {
  std::uint16_t type = 0;  ///< into Vocabulary::types
  OnlyWhen only_when;
};

/// A unit meets the standard with at least this many thresholds met and no value below floor * threshold; or, of a part
/// with items, a school with at least this many of them.
struct UnitRule {
  int meet_at_least = 0;
  Decimal floor;
  Source source;
};

enum class BalanceKind : std::uint8_t {
  each,       ///< every coefficient within the limit (优质均衡)
  composite,  ///< the mean of all coefficients within the limit (综合差异系数, 基本均衡)
};
template <>
inline constexpr auto kIds<BalanceKind> = ids_up_to<BalanceKind::composite>({"each", "composite"});

struct BalanceRule {
  BalanceKind kind = BalanceKind::each;
  ByStage<Limit> limit;
};

/// A part judged by points (赋分): the items' points, or one fact for all of them, against a limit.
struct Score {
  Decimal full;
  Limit pass;
  std::uint16_t total = 0;  ///< the field that holds the sum where the items' own points are not given
};

/// A part of the evaluation (评估内容) and what of this engine's results it judges.
struct Part {
  std::string id;
  Text title;
  bool judges_units = false;
  bool judges_balance = false;
  std::vector<Item> items;  ///< judged all, unless there is a score or a rule for schools
  std::optional<UnitRule> school_rule;
  std::optional<Score> score;
};

/// A standard (办法): all rules of one evaluation, read from a file of core/standards.
/// How a standard of one's own differs from the one it is made from.
enum class ChangeKind : std::uint8_t { changed, removed, added };
template <>
inline constexpr auto kIds<ChangeKind> = ids_up_to<ChangeKind::added>({"changed", "removed", "added"});

struct StandardChange {
  ChangeKind kind = ChangeKind::changed;
  std::string path;    ///< by names and ids: "/indicators/degree/threshold/primary/value"
  std::string before;  ///< for people, shortened; empty where there was nothing
  std::string after;
};

/// Of a standard that did not come with the engine.
struct OwnStandard {
  std::string parent;  ///< id of the built-in one that it is made from, at first hand or not; empty: of none
  Text parent_title;
  std::vector<StandardChange> changes;  ///< against that one
};

struct Standard {
  std::string id;
  Text title;
  std::optional<OwnStandard> own;  ///< nullopt: built in
  Text document;
  std::vector<Text> sources;
  std::vector<Stage> stages;
  std::vector<SplitShare> shares;
  std::vector<Exclusion> exclusions;
  std::vector<Merge> merges;
  std::vector<Indicator> indicators;
  std::optional<UnitRule> unit_rule;
  BalanceRule balance;
  std::vector<Part> parts;
  std::vector<Item> supplements;  ///< shown beside the parts; they do not count for the verdict
  std::vector<Option> options;
};

[[nodiscard]] bool counts(const OnlyWhen& when, const Standard& standard, const Choices& choices);

/// The choices of a request: the preset of each option, or what was asked for.
struct Chosen {
  Choices choices;
  std::vector<std::uint8_t> decided;  ///< 1: asked for, not the preset because nobody chose
  std::vector<std::string> unknown;   ///< "option=choice" of those that the standard does not have
};
[[nodiscard]] Chosen choose(const Standard& standard, const std::vector<std::pair<std::string, std::string>>& asked);

/// A fault in a standard's file: JSON pointer of the place and what would be accepted there, both for people.
struct StandardFault {
  std::string path;
  std::string accepted;
};

struct StandardResult {
  std::optional<Standard> standard;  ///< absent where there are faults
  std::vector<StandardFault> faults;
};

/// Reads a standard; reports all faults at once.
[[nodiscard]] StandardResult load_standard(std::string_view json, const Vocabulary& vocabulary);

}  // namespace junheng
