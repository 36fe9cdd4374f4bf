// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/decimal.h"
#include "junheng/header_words.h"
#include "junheng/ids.h"
#include "junheng/row_words.h"
#include "junheng/terms.h"
#include "junheng/word_map.h"

namespace junheng {

enum class FieldKind : std::uint8_t {
  text,
  count,    ///< a whole number of people or things
  amount,   ///< a number with decimals: area, money
  percent,  ///< kept as a fraction: 85 % is 0.85
  flag,     ///< yes or no, kept as 1 or 0
};
template <>
inline constexpr auto kIds<FieldKind> = ids_up_to<FieldKind::flag>({"text", "count", "amount", "percent", "flag"});

/// Where a quantity stands: in a column of the schools' table, or once for the county.
enum class Level : std::uint8_t { school, county };

/// One quantity that a table can have (字段), with the ways people write its name.
struct Field {
  std::string id;
  FieldKind kind = FieldKind::text;
  Level level = Level::school;
  bool staged = false;  ///< may also stand once per stage: 在校生数(小学), 初中骨干教师数
  bool adds_up = true;  ///< a row of totals holds its sum; values per pupil have none
  bool whole = false;   ///< a count that nobody splits: pupils and classes, not teachers and rooms
  bool series = false;  ///< stands once for each year
  bool ratio = false;   ///< may be written as 1:17
  /// A flag that follows from a number of the same row, where it is blank: built by 2010 from 建校年份.
  struct Follows {
    std::uint16_t field = 0;
    std::int64_t at_most = 0;
  };
  std::optional<Follows> follows;
  bool share = false;            ///< a part of a whole: never above 1, and a percentage may stand for it
  bool graded = false;           ///< a level, written in any numerals: Ⅲ级, III, 三级
  bool context = false;          ///< says of what the rest is, nothing of itself: the year of the report
  std::optional<Stage> only_in;  ///< schools without this stage have nothing to say here: graduates of 初中
  Text label;
  Text unit;
};

/// How a number in another unit becomes one in the field's own: times 10^shift, times `times`, over `over`.
struct Conversion {
  int shift = 0;
  int times = 1;
  int over = 1;

  [[nodiscard]] bool changes() const { return shift != 0 || times != over; }
  [[nodiscard]] bool same_as(const Conversion& other) const {
    return shift == other.shift && times == other.times && over == other.over;
  }
};

/// The converted number; a third of a ㎡ (亩) is rounded to six decimals. nullopt: too large.
[[nodiscard]] std::optional<Decimal> converted(Decimal value, const Conversion& conversion);

/// What must hold between columns of one row: parts add up to a whole, or to no more than it.
struct Relation {
  std::vector<std::uint16_t> parts;
  std::uint16_t whole = 0;
  bool equal = false;
};

/// Thresholds of the plausibility checks (经验校验). They are no rules of any document: they only raise warnings.
struct Plausible {
  std::uint32_t outlier_times = 0;      ///< above the median of the stage, or below it
  std::uint32_t magnitude_times = 0;    ///< the same, as far off as 元 and 万元
  std::uint32_t jump_times = 0;         ///< against the year before
  std::uint32_t least_schools = 0;      ///< fewer have no median worth the name
  std::uint32_t unit_times = 0;         ///< below a threshold, in a column that names no unit: it may be another one
  std::uint32_t area_counts_below = 0;  ///< whole numbers below it, in a column that names no area, may be counts
  std::vector<std::string> units_left_out;  ///< of fields in these: 万元 is left out of headers, ㎡ are ㎡
};

/// A kind of school (学校类型) and the stages it has; none for kinds outside compulsory education.
struct SchoolType {
  std::string id;
  Text label;
  std::vector<Stage> stages;
  bool unstaged = false;  ///< of compulsory education, its pupils in no stage: 特殊教育学校
};

/// Who runs a school (办学性质).
enum class Ownership : std::uint8_t { not_said, public_school, private_school };
template <>
inline constexpr auto kIds<Ownership> = ids_up_to<Ownership::private_school>({"", "public", "private"});

/// Where a school stands (城乡类型): a city, the town of a county or of a township, the country.
enum class Place : std::uint8_t { not_said, city, town, country };
template <>
inline constexpr auto kIds<Place> = ids_up_to<Place::country>({"", "city", "town", "country"});

/// What a word for a kind of school says: "九年一贯制学校小学部" is a type and a stage, "民办小学" a type and an owner.
struct TypeWord {
  std::optional<std::uint16_t> type;
  std::optional<Stage> stage;
  Ownership ownership = Ownership::not_said;
};

/// The part of a school that a name ends with: "甲校小学部", "甲校（初中）".
struct PartName {
  std::size_t school = 0;  ///< bytes of the name in front of it
  Stage stage = Stage::primary;
};

/// What a header cell was understood as.
struct HeaderMatch {
  std::uint16_t field = 0;
  std::optional<Stage> stage;
  Conversion conversion;
  bool unit_given = false;    ///< a unit of this field stands in the brackets
  bool unit_unknown = false;  ///< a bracket that is neither a stage nor a unit of this field
  bool unit_other = false;    ///< and is a unit of something else: 亩 where ㎡ are wanted
};

/// The columns of a table of the county's facts.
enum class FactColumn : std::uint8_t { name, unit, value, note, verdict };
template <>
inline constexpr auto kIds<FactColumn> = ids_up_to<FactColumn::verdict>({"name", "unit", "value", "note", "verdict"});

/// What people put around the name of a column and is no part of it: marks, numbers, remarks, years.
struct Decoration {
  std::vector<std::string> marks;          ///< *, ★, ↑, ¹ …
  std::vector<std::string> remarks;        ///< 必填, 选填, required …
  std::vector<std::string> remark_starts;  ///< 注 of "注1"
  std::vector<std::string> year_ends;      ///< what a year ends with, the longest first: 学年度, 年底 …
};

/// A name's field index and stage in one number of a WordMap.
inline constexpr unsigned kFieldBits = 12;
inline constexpr std::uint16_t kFieldMask = (1U << kFieldBits) - 1;

/// The words of tables: fields, units, school types, marks for "missing", totals. All of it is data
/// (core/standards/vocabulary.json); nothing of it is known to the code except the ids it asks for.
class Vocabulary {
 public:
  std::vector<Field> fields;
  std::vector<SchoolType> types;
  HeaderWords header_words;
  RowWords row_words;
  std::vector<Relation> relations;
  Plausible plausible;
  std::vector<std::string> composite_words;    ///< names of the mean of all coefficients: "综合差异系数"
  std::vector<std::string> survey_columns;     ///< fields of a survey's table: forms sent, valid, satisfied
  std::vector<bool> survey_needed;             ///< one for each of them: no rate without it
  std::vector<std::string> survey_groups;      ///< who is asked; the field of a group is column + "_" + group
  std::vector<std::string> coefficient_words;  ///< "差异系数" behind the name of an indicator; the longest first

  /// Every word for a stage.
  [[nodiscard]] const std::vector<WordMap::Entry>& stage_words() const { return stage_names_.entries(); }

  [[nodiscard]] std::optional<std::uint16_t> field(std::string_view id) const;
  [[nodiscard]] std::optional<std::uint16_t> type(std::string_view id) const;

  /// Reads a header cell: spaces, width and brackets normalised; a stage before or after the name and a unit in
  /// brackets are taken off, and where that gives no name, what people put around it. nullopt: not a known field.
  /// Names of the county's facts are looked for only where they are asked for, before the columns of schools.
  [[nodiscard]] std::optional<HeaderMatch> match_header(std::string_view cell, Level level = Level::school) const;

  /// No name is: a cell of a megabyte is not compared with them.
  [[nodiscard]] static bool too_long(std::string_view cell);

  /// A field that a header may mean beside another, or the known name that it differs least from, if a slip of the hand
  /// could be all of it.
  [[nodiscard]] std::optional<HeaderMatch> propose(std::string_view cell) const;

  [[nodiscard]] bool is_area(const Field& field) const;
  /// Whether a header says that its numbers are areas: 面积, ㎡, 亩.
  [[nodiscard]] bool names_area(std::string_view header) const;
  /// Whether a name says nothing without what stands above it: 总人数 of pupils, of staff.
  [[nodiscard]] bool is_vague(std::string_view cell) const;

  /// Without a type and a stage: not a known word.
  [[nodiscard]] TypeWord match_type(std::string_view cell) const;
  /// 公办, 民办 …, or the codes of 举办者类型 in the national form.
  [[nodiscard]] Ownership match_ownership(std::string_view cell) const;
  /// 主城区, 镇区 …, or the codes of 城乡划分.
  [[nodiscard]] Place match_place(std::string_view cell) const;
  [[nodiscard]] std::optional<PartName> part_in_name(std::string_view school) const;
  [[nodiscard]] std::optional<Stage> match_stage(std::string_view cell) const;
  /// The type that a school's own name tells, where it does ("…小学", "…九年一贯制学校"); 中学 alone tells nothing.
  [[nodiscard]] std::optional<std::uint16_t> type_in_name(std::string_view school) const;

  [[nodiscard]] std::optional<bool> match_flag(std::string_view cell) const;  ///< 是, 有 …; 否, 无 …
  [[nodiscard]] std::optional<Conversion> match_unit(const Field& field, std::string_view unit) const;
  /// The unit that a conversion is from: "万元".
  [[nodiscard]] std::string_view unit_name(const Field& field, const Conversion& conversion) const;
  /// The first name of each unit that numbers of the field can be in, its own first.
  [[nodiscard]] std::vector<std::string_view> units_of(const Field& field) const;
  [[nodiscard]] std::optional<FactColumn> match_fact_column(std::string_view cell) const;
  /// The number of a level in whichever numerals: "Ⅲ级", "iii", "三级", "3".
  [[nodiscard]] std::optional<std::uint32_t> match_level(std::string_view cell) const;
  [[nodiscard]] std::optional<std::uint16_t> match_survey_group(std::string_view cell) const;
  /// The column of a survey's table; survey_columns.size() for that of the groups.
  [[nodiscard]] std::optional<std::uint16_t> match_survey_column(std::string_view cell) const;
  [[nodiscard]] bool is_survey(std::string_view name) const;       ///< the key of a survey in JSON
  [[nodiscard]] bool is_unit(std::string_view cell) const;         ///< "(㎡)", "人": a unit of anything, alone
  [[nodiscard]] bool is_approximate(std::string_view text) const;  ///< "约45", "45人以上", normalised
  [[nodiscard]] bool is_note(std::string_view cell) const;  ///< begins as remarks below a table do: "注：", "填表人"
  [[nodiscard]] bool is_doubt(std::string_view cell) const;  ///< begins with what changes a name below it: "上年", "女"
  /// The county that a title names ("甲县", "甲县2023年小学情况"); empty: none.
  [[nodiscard]] std::string_view county_in(std::string_view title) const;
  /// Whether such a name stands for any county: 某县.
  [[nodiscard]] bool is_some_county(std::string_view county) const;
  /// The one stage that the name of a file, a sheet or a table speaks of: "2023年云岭县初中情况表". nullopt: none, or
  /// several, as 中小学 does.
  [[nodiscard]] std::optional<Stage> stage_in(std::string_view title) const;
  /// 学年, 年份 …, with whatever people put around names of columns.
  [[nodiscard]] bool is_year_column(std::string_view header) const;
  [[nodiscard]] bool is_missing_mark(std::string_view cell) const;  ///< "—", "无", "N/A" …
  [[nodiscard]] bool is_total(std::string_view cell) const;         ///< "合计", "小计", "平均" …

 private:
  friend struct VocabularyLoader;
  [[nodiscard]] std::optional<HeaderMatch> match_name(std::string rest, Level level) const;
  [[nodiscard]] bool is_county(std::string_view name) const;
  /// "设备值/万元", "在校生数-初中": a unit or a stage behind a sign is as good as in brackets.
  [[nodiscard]] bool split_tail(const std::string& text, std::string& name, std::string& tail) const;
  [[nodiscard]] std::optional<HeaderMatch> asked_name(std::string_view name) const;
  /// Puts one spelling in the place of another that means the same wherever it stands: 学生 and 生, 及以上 and 以上.
  void replace_alike(std::string& name) const;
  /// Names of numbers are known without what they end with: 人数, 总数, 面积. Bytes of the first ending that a name has
  /// and that is said of what is counted in `unit`; 0: none.
  [[nodiscard]] std::size_t ending_of(std::string_view name, std::string_view unit) const;
  [[nodiscard]] std::string number_key(std::string_view name, std::string_view unit) const;
  [[nodiscard]] const std::uint32_t* find_name(const std::string& name, Level level) const;

  struct Alike {
    std::string from;
    std::string to;
    std::uint64_t from_characters = 0;  ///< a bit for each, several to a bit: what has not all of them has not `from`
    std::uint64_t to_characters = 0;
  };
  std::vector<Alike> alike_;
  struct Ending {
    std::string word;
    std::string unit;  ///< only of what is counted so: a 面积 of rooms is no number of rooms; empty: of anything
  };
  std::vector<Ending> endings_;            ///< the longer first
  std::vector<std::string> ending_units_;  ///< the units of these, each once
  /// By level: a fact of the county may be called as a column of the schools is.
  std::array<WordMap, 2> field_names_;  ///< field, and stage in the high bits
  WordMap asked_names_;                 ///< field: what is proposed and never taken
  Decoration decoration_;
  WordMap vague_names_;
  WordMap flag_words_;  ///< 1 for yes and 0 for no
  WordMap fact_columns_;
  /// "亩", and "亩 ㎡" (no name has a space) with an index into conversions_ for the fields it can stand for.
  WordMap unit_names_;
  std::vector<Conversion> conversions_;
  WordMap type_names_;
  std::vector<std::string> type_remarks_;  ///< in brackets behind a type: 含 of "小学（含教学点）"
  WordMap ownership_names_;                ///< Ownership
  std::vector<std::pair<std::string, Ownership>> ownership_starts_;  ///< 民办 of "民办小学"
  WordMap place_names_;                                              ///< Place
  WordMap stage_names_;
  std::vector<std::pair<std::string, Stage>> part_words_;  ///< 小学部 …
  std::bitset<256> part_ends_;                             ///< last bytes of these, and of closing brackets
  WordMap level_names_;
  WordMap survey_group_names_;
  WordMap survey_column_names_;
  WordMap survey_names_;
  std::vector<std::string> unit_starts_;  ///< in front of a unit in brackets: "单位：万元"
  std::vector<std::string> area_words_;   ///< the first is the unit of areas
  std::vector<std::string> note_starts_;
  std::vector<std::string> doubt_starts_;
  std::vector<std::string> approximate_;
  std::vector<std::string> county_ends_;
  std::vector<std::string> title_words_;   ///< what follows the name of a county in a title
  std::vector<std::string> title_starts_;  ///< what stands in front of it: 附件2, 表1
  std::vector<std::string> not_counties_;
  std::vector<std::string> not_county_ends_;
  std::vector<std::string> some_counties_;  ///< how the name of one begins that is to be filled in: 某县, ××区
  std::vector<std::pair<std::string, std::uint8_t>> title_stages_;  ///< longest first; kNoStage: says nothing of one
  WordMap missing_marks_;
  WordMap total_names_;
  std::vector<std::uint32_t> total_ends_;                          ///< last characters of total_names_, in both cases
  std::vector<std::pair<std::string, std::uint16_t>> name_words_;  ///< longest first
};

/// The form in which words are compared: no spaces, full-width letters, digits and brackets made half-width,
/// lower case, Chinese otherwise as it is.
[[nodiscard]] std::string normalised(std::string_view text);

}  // namespace junheng
