// SPDX-License-Identifier: MIT
#include "layout/header_columns.h"

#include <algorithm>

#include "base/ascii.h"
#include "junheng/record.h"

namespace junheng {
namespace {

/// Takes words for roles and years off the texts above one column.
///
/// Steps, by read(): texts that are nothing but such a word go first (take_whole); what is left may be a known name as
/// it stands; otherwise a year or a role inside a text goes where a known name remains (peel).
class ColumnReader {
 public:
  ColumnReader(const Vocabulary& vocabulary, HeaderMemo& memo) : vocabulary_(vocabulary), memo_(memo) {}

  ColumnReading read(const HeaderLevels& levels, bool propose) {
    for (std::size_t i = 0; i < levels.size(); ++i)
      take_whole(levels[i], i + 1 == levels.size());
    if (texts_.empty()) {  // words beside no name: 总数 may be one
      reading_ = {};
      reading_.finding = memo_.match(levels, propose);
      return reading_;
    }
    reading_.finding = match(texts_, false);
    if (clean(reading_.finding))
      year_inside();
    else if (memo_.may_peel())
      peel();
    if (reading_.role == ColumnRole::per_pupil) per_pupil();
    const bool nothing = !reading_.finding.match && !reading_.finding.proposal;
    if (nothing && propose && reading_.role != ColumnRole::per_pupil) reading_.finding = match(texts_, true);
    if (!reading_.finding.match && !reading_.finding.proposal && texts_.size() > 1) {
      texts_.pop_back();
      reading_.parent = match(texts_, false).match;
    }
    return reading_;
  }

 private:
  using Texts = std::vector<std::string>;

  ColumnFinding match(const Texts& texts, bool propose) {
    HeaderLevels levels;
    for (const std::string& text : texts) {
      if (levels.empty() || levels.back() != text) levels.emplace_back(text);
    }
    return memo_.match(levels, propose);
  }

  static bool clean(const ColumnFinding& finding) { return finding.match && !finding.match->unit_unknown; }

  void take_whole(std::string_view level, bool leaf) {
    if (const auto year = find_year(level, BareYear::yes)) {
      const std::string rest = without(level, *year);
      // "2022年基本情况" above names; with a name it is peeled.
      if (rest.empty() || (!leaf && !vocabulary_.match_header(rest))) {
        if (!reading_.year) reading_.year = year->year;
        return;
      }
    }
    const auto role = vocabulary_.header_words.role_of(level);
    if (!role) {
      texts_.emplace_back(level);
      return;
    }
    take_role(*role);
    // The unit goes to the name above: 图书 > 实有（册）.
    if (!role->rest.empty() && !texts_.empty()) texts_.back() += role->rest;
  }

  void take_role(const RoleInHeader& role) {
    // The last one says it: 标准化建设 > 实有.
    reading_.role = role.role;
    word_ = role.word;
  }

  static std::string without(std::string_view text, const YearPlace& year) {
    std::string rest(text);
    return without_marks(normalised(rest.erase(year.begin, year.length)));
  }

  static std::optional<YearPlace> year_of(std::string_view text) {
    const auto place = find_year(text, BareYear::no);
    return place ? place : find_year(text, BareYear::yes);
  }

  /// Names are known with their year, which still parts 2022年在校生数 from 2023年在校生数.
  void year_inside() {
    for (std::size_t i = 0; i < texts_.size() && !reading_.year; ++i) {
      const auto place = year_of(texts_[i]);
      if (!place) continue;
      Texts texts = texts_;
      texts[i] = without(texts_[i], *place);
      const auto same = texts[i].empty() ? std::nullopt : match(texts, false).match;
      if (same && same->field == reading_.finding.match->field) reading_.year = place->year;
    }
  }

  void peel() {
    const ColumnFinding before = reading_.finding;
    for (std::size_t i = texts_.size(); i-- > 0;) {
      Texts texts = texts_;
      std::optional<SchoolYear> year;
      if (const auto place = year_of(texts[i])) {
        texts[i] = without(texts[i], *place);
        year = place->year;
        if (accept(texts, before)) {
          if (!reading_.year) reading_.year = year;
          return;
        }
      }
      const auto role = vocabulary_.header_words.role_in(texts[i]);
      // A share of something is another thing, under a name of its own or none: 学段占比, 就近入学比例.
      if (!role || role->role == ColumnRole::verdict) continue;
      texts[i] = role->rest;
      if (i > 0 && vocabulary_.header_words.is_measure(role->rest)) texts.erase(texts.begin() + static_cast<long>(i));
      // Only numbers are there or wanted: of 编制单位 remains no name of a school.
      if (is_text(match(texts, false)) || !accept(texts, before)) continue;
      take_role(*role);
      if (year && !reading_.year) reading_.year = year;
      return;
    }
  }

  bool is_text(const ColumnFinding& finding) const {
    return finding.match && vocabulary_.fields[finding.match->field].kind == FieldKind::text;
  }

  bool accept(const Texts& texts, const ColumnFinding& before) {
    if (std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); })) return false;
    const ColumnFinding finding = match(texts, false);
    if (!clean(finding) && (before.match || !finding.match)) return false;
    reading_.finding = finding;
    texts_ = texts;
    return true;
  }

  /// 生均 above, below or in 图书册数 is 生均图书册数, or a number that nobody asks for; never the count.
  void per_pupil() {
    reading_.finding = {};
    const std::string name = texts_.back();
    texts_ = {word_ + name};
    reading_.finding = match(texts_, false);
  }

  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
  Texts texts_;
  std::string word_;
  ColumnReading reading_;
};

std::size_t slot_of(const HeaderMatch& match) {
  return match.field * (kStages.size() + 1) + (match.stage ? 1 + static_cast<std::size_t>(*match.stage) : 0);
}

void set_aside(ColumnFinding& column, Unused why) {
  column.proposal = column.match;
  column.match.reset();
  column.sureness = Sureness::none;
  column.unused = why;
}

void ask(ColumnFinding& column) {
  if (!column.match) return;
  column.proposal = column.match;
  column.match.reset();
  column.sureness = Sureness::asked;
}

/// Settles which of the columns for one field counts.
class Rivals {
 public:
  Rivals(std::vector<ColumnReading>& readings, const Vocabulary& vocabulary, Section& section)
      : readings_(readings), vocabulary_(vocabulary), section_(section) {}

  void settle() {
    std::vector<std::uint8_t> done(readings_.size(), 0);
    for (std::size_t c = 0; c < readings_.size(); ++c) {
      if (done[c] != 0 || !is_number(readings_[c].finding.match)) continue;
      std::vector<std::size_t> group;
      for (std::size_t other = c; other < readings_.size(); ++other) {
        const auto& match = readings_[other].finding.match;
        if (!match || slot_of(*match) != slot_of(*readings_[c].finding.match)) continue;
        group.push_back(other);
        done[other] = 1;
      }
      by_year(group);
    }
    for (std::size_t c = 0; c < readings_.size(); ++c)
      ask_child(c);
  }

 private:
  bool is_number(const std::optional<HeaderMatch>& match) const {
    return match && vocabulary_.fields[match->field].kind != FieldKind::text;
  }

  void by_year(const std::vector<std::size_t>& group) {
    std::vector<std::optional<SchoolYear>> years;
    std::size_t named = 0;
    for (const std::size_t c : group) {
      if (std::find(years.begin(), years.end(), readings_[c].year) != years.end()) continue;
      years.push_back(readings_[c].year);
      if (readings_[c].year) ++named;
    }
    // Beside a column that names no year those that do are of others.
    if (named > 0 && named < years.size()) {
      for (const std::size_t c : group) {
        if (readings_[c].year) set_aside(finding(c), Unused::other_year);
      }
    } else if (named > 1) {
      section_.years.resize(readings_.size());
    }
    for (const auto& year : years) {
      std::vector<std::size_t> same;
      std::copy_if(group.begin(), group.end(), std::back_inserter(same),
                   [&](std::size_t c) { return readings_[c].year == year && readings_[c].finding.match; });
      by_role(same);
    }
  }

  ColumnFinding& finding(std::size_t c) { return readings_[c].finding; }

  void by_role(const std::vector<std::size_t>& group) {
    std::size_t actual = 0;
    std::size_t plain = 0;
    for (const std::size_t c : group) {
      if (is_actual(c)) ++actual;
      if (is_plain(c)) ++plain;
    }
    // Two names for the same without a word that parts them are left to whoever reads the columns: the first counts.
    if (plain == group.size() || group.empty()) return;
    const bool one = actual == 1 ? plain == 0 : actual == 0 && plain > 0;
    for (const std::size_t c : group) {
      const ColumnRole role = readings_[c].role;
      const bool counts = is_actual(c) || is_plain(c);
      if (counts && !one) ask(finding(c));
      if (counts) continue;
      const bool likely = role == ColumnRole::required || role == ColumnRole::earlier;
      if (actual + plain == 0 && likely)
        ask(finding(c));
      else
        set_aside(finding(c), Unused::not_actual);
    }
  }

  bool is_actual(std::size_t c) const { return readings_[c].role == ColumnRole::actual; }
  bool is_plain(std::size_t c) const {
    return readings_[c].role == ColumnRole::none || readings_[c].role == ColumnRole::per_pupil;
  }

  /// 图书册数 above 甲 and 乙: where no other column says the field, one of them may.
  void ask_child(std::size_t c) {
    const auto& parent = readings_[c].parent;
    const ColumnRole role = readings_[c].role;
    if (!is_number(parent) || (role != ColumnRole::none && role != ColumnRole::actual)) return;
    const auto says = [&](const ColumnReading& other) {
      const auto& match = other.finding.match ? other.finding.match : other.finding.proposal;
      return match && match->field == parent->field && !other.parent;
    };
    if (std::any_of(readings_.begin(), readings_.end(), says)) return;
    finding(c).proposal = parent;
    finding(c).sureness = Sureness::asked;
  }

  std::vector<ColumnReading>& readings_;
  const Vocabulary& vocabulary_;
  Section& section_;
};

/// "在校生数：青山小学 330、柳河小学 180": what a column says of the first schools.
std::string sample_of(const Section& section, std::size_t column, RawSheet& sheet, const Vocabulary& vocabulary) {
  constexpr std::size_t kSchools = 2;
  constexpr std::size_t kLongest = 60;
  const auto school = column_of(section.columns, vocabulary.field("school").value_or(kNoSubject));
  std::string sample;
  std::size_t named = 0;
  std::vector<std::string> cells;
  for (const SectionRow& row : section.rows) {
    if (named == kSchools) break;
    if (section.transposed)
      cells = section.turned[row.record];
    else
      read_cells(sheet.table, row.record, cells);
    const std::string name = school && *school < cells.size() ? cells[*school] : std::string();
    if (column >= cells.size() || cells[column].size() > kLongest || name.size() > kLongest) continue;
    if (row.kind != RowKind::school) continue;
    sample += named++ == 0 ? "" : "、";
    sample += name.empty() ? cells[column] : name + " " + cells[column];
  }
  const Field& field = vocabulary.fields[section.columns[column].match->field];
  return sample.empty() ? sample : field.label.zh + "：" + sample;
}

}  // namespace

ColumnReading read_column(const HeaderLevels& levels, const Vocabulary& vocabulary, HeaderMemo& memo, bool propose) {
  if (std::any_of(levels.begin(), levels.end(), Vocabulary::too_long)) return {};
  return ColumnReader(vocabulary, memo).read(levels, propose);
}

std::optional<HeaderMatch> name_in(std::string_view cell, const Vocabulary& vocabulary, HeaderMemo& memo) {
  if (is_bare_number(cell) || Vocabulary::too_long(cell)) return std::nullopt;
  if (const auto match = memo.match({cell}, false).match) return match;
  if (!find_year(cell, BareYear::yes) && !vocabulary.header_words.role_in(cell)) return std::nullopt;
  return read_column({cell}, vocabulary, memo, false).finding.match;
}

bool is_beside_name(std::string_view cell, const Vocabulary& vocabulary) {
  if (vocabulary.is_unit(cell) || vocabulary.header_words.role_of(cell) || vocabulary.header_words.is_measure(cell))
    return true;
  const auto year = find_year(cell, BareYear::yes);
  return year && year->begin == 0 && year->length == cell.size();
}

bool has_only_years(const RowLook& look, const Vocabulary& vocabulary) {
  return std::all_of(look.cells.begin(), look.cells.end(), [&](Span span) {
    const std::string_view cell = look.table->at(span);
    if (!is_numeric(cell, vocabulary)) return true;
    const auto year = find_year(cell, BareYear::yes);
    return year && year->length == cell.size();
  });
}

void read_columns(const std::vector<HeaderLevels>& levels, const Vocabulary& vocabulary, HeaderMemo& memo,
                  Section& section) {
  std::vector<ColumnReading> readings;
  if (levels.size() > kMostColumns) {  // will be refused
    section.columns.resize(levels.size());
    return;
  }
  for (const HeaderLevels& texts : levels) {
    section.headers.push_back(header_text(texts));
    readings.push_back(read_column(texts, vocabulary, memo, true));
  }
  Rivals(readings, vocabulary, section).settle();
  for (std::size_t c = 0; c < readings.size(); ++c) {
    section.columns.push_back(readings[c].finding);
    if (section.years.empty()) continue;
    const auto& match = readings[c].finding.match;
    if (match && vocabulary.fields[match->field].kind != FieldKind::text) section.years[c] = readings[c].year;
  }
}

void choose_years(std::vector<Section>& sections, std::vector<RawSheet>& sheets, const Vocabulary& vocabulary,
                  Years& years) {
  for (Section& section : sections) {
    // Numbers of pupils say best which year it is.
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < section.years.size(); ++c) {
      if (section.years[c]) order.push_back(c);
    }
    const auto pupils = vocabulary.field("pupils");
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t c) { return section.columns[c].match->field == pupils; });
    for (const std::size_t c : order)
      years.add(*section.years[c], sample_of(section, c, sheets[section.sheet], vocabulary));
    for (const std::size_t c : order) {
      if (!years.is_chosen(*section.years[c])) set_aside(section.columns[c], Unused::other_year);
    }
  }
}

void name_unused(const Layout& layout, Issues& issues) {
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const ColumnFinding& column = layout.columns[i];
    if (column.unused == Unused::none) continue;
    Issue issue;
    issue.code = column.unused == Unused::other_year ? IssueCode::column_other_year : IssueCode::column_not_actual;
    issue.column = static_cast<std::uint16_t>(i);
    issue.subject = column.proposal->field;
    if (column.unused == Unused::not_actual) {
      const std::uint8_t stage = column.proposal->stage ? static_cast<std::uint8_t>(*column.proposal->stage) : kNoStage;
      const auto used = column_of(layout.columns, column.proposal->field, stage);
      if (!used) continue;
      issue.begin = layout.table.columns[*used].begin;
      issue.length = layout.table.columns[*used].length;
    }
    issues.push_back(issue);
  }
}

}  // namespace junheng
