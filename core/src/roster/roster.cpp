// SPDX-License-Identifier: MIT
#include "junheng/roster.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>
#include <utility>

#include "base/own_call.h"
#include "base/utf8.h"
#include "junheng/record.h"
#include "roster/column_reader.h"
#include "roster/fill_flags.h"
#include "roster/kind_words.h"
#include "table/field_cell.h"

namespace junheng {
namespace {

/// Read before others have their turn.
constexpr std::size_t kRowsOfPart = std::size_t{1} << 16U;

}  // namespace

/// Reads the cells of a table into the typed columns of a roster. Holds, for each column, what to do with its cells
/// (readers_), and numbers for the words that repeat: counties, types, stages.
///
/// Steps, by part(): match_columns() settles the field of each column, the first of two for one field, and its reader;
/// usable() says what is missing for a roster at all; read_row() takes the cells of each row to their readers, where the
/// words of a column that repeats are mostly those of the row above, and
/// finish_row() settles county, type and stage from its texts, and whether it is a row of totals;
/// forget_blank_columns() drops columns without any number, so that other ways to compute an indicator are tried.
class MappingRoster::Mapper {
 public:
  Mapper(Table& table, const Vocabulary& vocabulary, Issues& issues, const std::vector<ColumnFinding>& columns,
         const std::vector<std::uint32_t>& totals)
      : table_(table), vocabulary_(vocabulary), issues_(issues), columns_(columns), totals_(totals) {}

  /// Whether there are more rows.
  bool part() {
    if (next_ == 0 && !begin()) return false;
    const std::size_t end = std::min(table_.rows(), next_ + kRowsOfPart);
    for (; next_ < end; ++next_) {
      read_row(next_);
      if (roster_.counties.size() > kMostCounties) {
        roster_ = nothing();
        return false;
      }
    }
    if (next_ < table_.rows()) return true;
    if (roster_.counties.empty()) roster_.counties.emplace_back();
    if (!has_type_ && types_as_stages_) read_stages_as_types(roster_, vocabulary_);
    forget_blank_columns();
    fill_flags(roster_, vocabulary_);
    return false;
  }

  Roster take() { return std::move(roster_); }

 private:
  void complain(IssueCode code, std::uint32_t line, std::uint16_t column, Span found,
                std::uint16_t subject = kNoSubject) {
    issues_.push_back({code, kNoStage, column, subject, line, found.begin, found.length});
  }

  bool begin() {
    roster_.fields.resize(vocabulary_.fields.size());
    match_columns();
    if (!usable()) return false;
    reserve();
    return true;
  }

  void match_columns() {
    std::vector<Span> taken(vocabulary_.fields.size() * (kStages.size() + 1));
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      ColumnUse use{table_.columns[i],
                    i < columns_.size() ? columns_[i].match : vocabulary_.match_header(table_.at(table_.columns[i]))};
      if (use.match) {
        const auto column = static_cast<std::uint16_t>(i);
        const std::size_t slot = use.match->field * (kStages.size() + 1) +
                                 (use.match->stage ? 1 + static_cast<std::size_t>(*use.match->stage) : 0);
        if (taken[slot].length != 0) {
          complain(IssueCode::column_twice, kNoLine, column, taken[slot], use.match->field);
          use.match.reset();
        } else {
          taken[slot] = use.header;
          check_unit(use, column);
        }
      }
      roster_.columns.push_back(use);
    }
    readers_.resize(roster_.columns.size());
    words_.resize(roster_.columns.size());
    plain_cells_.resize(roster_.columns.size());
    for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
      if (roster_.columns[i].match) readers_[i] = reader_of(*roster_.columns[i].match, vocabulary_, roster_);
      numbers_.push_back(readers_[i].numbers);
      if (numbers_[i] != nullptr) plain_cells_[i] = plain_cells_of(readers_[i]);
      uses_.set(static_cast<std::size_t>(readers_[i].use));
    }
  }

  /// Words in brackets may be anything; the unit of another measure means other numbers, and is not converted.
  void check_unit(ColumnUse& use, std::uint16_t column) {
    if (!use.match->unit_unknown) return;
    const bool other = use.match->unit_other;
    complain(other ? IssueCode::wrong_unit : IssueCode::unknown_unit, kNoLine, column, use.header, use.match->field);
    if (other) use.match.reset();
  }

  bool usable() {
    const bool any = std::any_of(roster_.columns.begin(), roster_.columns.end(),
                                 [](const ColumnUse& use) { return use.match.has_value(); });
    if (table_.columns.empty()) return false;
    if (!any) {
      complain(IssueCode::no_known_column, kNoLine, kNoColumn, names_found());
      return false;
    }
    if (table_.rows() == 0) {
      complain(IssueCode::no_rows, kNoLine, kNoColumn, {});
      return false;
    }
    const auto pupils = vocabulary_.field("pupils");
    if (!pupils || !roster_.fields[*pupils].any()) {
      complain(IssueCode::no_pupils_column, kNoLine, kNoColumn, names_found());
      return false;
    }
    return true;
  }

  /// The first names of columns: "学校名称、地址、电话".
  Span names_found() {
    constexpr std::size_t kLongest = 100;
    std::string names;
    for (const Span header : table_.columns) {
      const std::string_view name = table_.at(header);
      if (name.empty()) continue;
      if (!names.empty()) names += "、";
      names += name.substr(0, start_of_point(name, kLongest));
      if (names.size() > kLongest) break;
    }
    return keep_text(table_, names);
  }

  bool has(Use use) const { return uses_.test(static_cast<std::size_t>(use)); }

  /// More counties than there are: the column is that of something else. Each costs the verdicts of all its items.
  Roster nothing() {
    complain(IssueCode::input_too_big, kNoLine, kNoColumn, {});
    Roster none;
    none.columns = std::move(roster_.columns);
    none.fields.resize(vocabulary_.fields.size());
    return none;
  }

  void reserve() {
    const std::size_t rows = table_.rows();
    roster_.line.reserve(rows);
    roster_.school.reserve(rows);
    roster_.name.reserve(rows);
    if (has(Use::campus)) roster_.campus.reserve(rows);
    if (has(Use::code)) roster_.code.reserve(rows);
    if (has(Use::main_school)) roster_.main_school.reserve(rows);
    if (has(Use::ownership)) roster_.ownership.reserve(rows);
    if (has(Use::place)) roster_.place.reserve(rows);
    roster_.county.reserve(rows);
    roster_.type.reserve(rows);
    roster_.only_stage.reserve(rows);
    roster_.total.reserve(rows);
    for (const ColumnReader& reader : readers_) {
      if (reader.numbers != nullptr) *reader.numbers = NumberColumn(rows, reader.unit_named);
    }
    has_type_ = has(Use::type);
    has_stage_ = has(Use::stage);
    if (!has_type_ && !has_stage_ && has(Use::school)) complain(IssueCode::stage_from_name, kNoLine, kNoColumn, {});
  }

  /// A column without anything in it says nothing: others may, or it is said that the numbers are missing.
  void forget_blank_columns() {
    for (FieldColumns& field : roster_.fields) {
      for (std::size_t i = 0; i <= field.staged.size(); ++i) {
        std::optional<NumberColumn>& column = i < field.staged.size() ? field.staged[i] : field.whole;
        if (column && column->blank()) column.reset();
      }
    }
  }

  JUNHENG_OWN_CALL void read_row(std::size_t row) {
    const std::uint32_t line = table_.records[row].line;
    const std::size_t issues_before = issues_.size();
    CellReader cells(table_, row);
    Span cell;
    Decimal number;
    std::size_t i = 0;
    const auto put = [&](std::size_t column, Decimal read) { numbers_[column]->set(row, CellState::number, read); };
    for (; i < readers_.size(); ++i) {
      i += cells.take_plain(std::span(plain_cells_).subspan(i),
                            [&, i](std::size_t at, Decimal taken) { put(i + at, taken); });
      if (i == readers_.size()) break;
      const CellReader::PlainCells& plain = plain_cells_[i];
      if (plain.number && cells.next_plain(number, plain.fraction, plain.shift)) {
        put(i, number);
      } else if (!repeats(readers_[i].use) || !cells.take_same(words_[i])) {
        if (!cells.next(cell)) break;
        read_cell(i, cell, line);
      }
    }
    if (i < readers_.size()) {
      complain(IssueCode::row_too_short, line, static_cast<std::uint16_t>(i), {});
      for (; i < readers_.size(); ++i)
        read_cell(i, {}, line);
    }
    while (cells.next(cell)) {
      if (cell.length == 0) continue;
      complain(IssueCode::row_too_long, line, kNoColumn, cell);
      break;
    }
    finish_row(line);
    // A row of totals or means is not evaluated, so nothing in it is wrong.
    if (roster_.total.back() != 0) issues_.resize(issues_before);
  }

  /// Without white space at its ends, and without the line breaks that a narrow column has put into it. Such a name is
  /// written once more behind the text.
  Span name_of(Span cell) {
    cell = trimmed_span(table_, cell);
    constexpr std::string_view kBreaks = "\r\n\v";
    if (!table_.has_breaks || table_.at(cell).find_first_of(kBreaks) == std::string_view::npos) return cell;
    std::string name;
    for (const char c : table_.at(cell)) {
      if (kBreaks.find(c) == std::string_view::npos) name += c;
    }
    return keep_text(table_, name);
  }

  void read_cell(std::size_t i, Span cell, std::uint32_t line) {
    const ColumnReader& reader = readers_[i];
    words_[i] = cell;
    switch (reader.use) {
      case Use::none:
        return;
      case Use::county:
      case Use::province:
        other_county_ = true;
        text_of(reader.use) = name_of(cell);
        return;
      case Use::school:
      case Use::campus:
      case Use::main_school:
        text_of(reader.use) = name_of(cell);
        return;
      case Use::code:
        text_of(reader.use) = trimmed_span(table_, cell);
        return;
      case Use::type:
      case Use::stage:
      case Use::ownership:
      case Use::place:
        other_type_ = other_type_ || reader.use == Use::type;
        other_stage_ = other_stage_ || reader.use == Use::stage;
        text_of(reader.use) = cell;
        return;
      case Use::number:
        if (cell.length > 0) read_number(reader, cell, line, static_cast<std::uint16_t>(i));
        return;
    }
  }

  Span& text_of(Use use) { return texts_[static_cast<std::size_t>(use)]; }
  std::string_view read_text(Use use) { return table_.at(text_of(use)); }

  void read_number(const ColumnReader& reader, Span cell, std::uint32_t line, std::uint16_t column) {
    NumberCell number = read_field_cell(table_.at(cell), *reader.field, vocabulary_);
    const Conversion conversion = number.conversion.value_or(reader.conversion);
    if (number.state == CellState::number && conversion.changes()) {
      const std::optional<Decimal> value = converted(number.value, conversion);
      if (!value) number.problem = IssueCode::too_large;
      number.value = value.value_or(Decimal{});
    }
    if (number.state == CellState::number && !number.problem && number.value.mantissa < 0) {
      number.problem = IssueCode::negative;
    } else if (reader.field->kind == FieldKind::count && !number.problem && number.value.scale > 0) {
      // 12.38 rooms: somebody has split the school's already. Half a pupil is a slip.
      if (reader.field->whole)
        number.problem = IssueCode::not_whole;
      else if (fraction_.length == 0 || !fraction_staged_)
        note_fraction(cell, column);
    }
    if (number.problem) {
      complain(*number.problem, line, column, cell, roster_.columns[column].match->field);
      number.state = CellState::unreadable;
      number.value = {};
    }
    reader.numbers->put(roster_.line.size(), number.state, number.value,
                        reader.unit_named || number.conversion.has_value());
  }

  /// Lines only grow from row to row, and so do those of the totals.
  bool is_total(std::uint32_t line) {
    while (next_total_ < totals_.size() && totals_[next_total_] < line)
      ++next_total_;
    return next_total_ < totals_.size() && totals_[next_total_] == line;
  }

  void finish_row(std::uint32_t line) {
    const Span named = text_of(Use::school);
    const std::string_view school = table_.at(named);
    const bool total = is_total(line);
    roster_.line.push_back(line);
    roster_.school.push_back(named);
    const auto part = total ? std::nullopt : vocabulary_.part_in_name(school);
    roster_.name.push_back(part && part->school > 0 ? Span{named.begin, static_cast<std::uint32_t>(part->school)}
                                                    : named);
    if (has(Use::campus)) roster_.campus.push_back(text_of(Use::campus));
    if (has(Use::code)) roster_.code.push_back(text_of(Use::code));
    if (has(Use::main_school)) roster_.main_school.push_back(text_of(Use::main_school));
    roster_.total.push_back(total ? 1 : 0);
    // A row of totals makes no county; above all schools it belongs to the first one.
    roster_.county.push_back(!total ? county_of_row() : roster_.county.empty() ? 0 : roster_.county.back());
    KindWord kind = total ? KindWord{} : kind_of(line);
    const KindWord under_stage = total ? KindWord{} : stage_of_row(line);
    if (kind.type == kNoType) kind.type = under_stage.type;
    if (kind.ownership == Ownership::not_said) kind.ownership = under_stage.ownership;
    roster_.type.push_back(kind.type);
    std::uint8_t only_stage = under_stage.stage;
    if (only_stage == kNoStage) only_stage = kind.stage;
    if (only_stage == kNoStage && part) only_stage = static_cast<std::uint8_t>(part->stage);
    roster_.only_stage.push_back(only_stage);
    if (has(Use::ownership) || kind.ownership != Ownership::not_said || !roster_.ownership.empty()) {
      const Ownership said = vocabulary_.match_ownership(read_text(Use::ownership));
      roster_.ownership.resize(roster_.line.size() - 1);
      roster_.ownership.push_back(said == Ownership::not_said ? kind.ownership : said);
    }
    if (has(Use::place)) roster_.place.push_back(vocabulary_.match_place(read_text(Use::place)));
    say_fraction(line, only_stage);
    if (!total && school.empty()) complain(IssueCode::no_school_name, line, kNoColumn, {});
  }

  // ---- counts with decimals ---------------------------------------------------------------------------------------

  void note_fraction(Span cell, std::uint16_t column) {
    fraction_ = cell;
    fraction_column_ = column;
    fraction_staged_ = roster_.columns[column].match->stage.has_value();
  }

  /// 12.38 rooms of one stage are its part of the school's, which is usual and said once; elsewhere nobody has parts.
  void say_fraction(std::uint32_t line, std::uint8_t only_stage) {
    if (fraction_.length == 0) return;
    const bool part = fraction_staged_ || only_stage != kNoStage;
    if (!part || !std::exchange(part_said_, true)) {
      complain(part ? IssueCode::fraction_of_stage : IssueCode::fraction, line, fraction_column_, fraction_,
               roster_.columns[fraction_column_].match->field);
    }
    fraction_ = {};
    fraction_staged_ = false;
  }

  std::uint32_t county_of_row() {
    if (!std::exchange(other_county_, false)) return county_;
    key_.assign(read_text(Use::province)).push_back('\0');
    key_.append(read_text(Use::county));
    if (const std::uint32_t* const known = counties_.find(key_)) return county_ = *known;
    county_ = static_cast<std::uint32_t>(roster_.counties.size());
    roster_.counties.push_back({text_of(Use::county), text_of(Use::province)});
    counties_.add(key_, county_);
    return county_;
  }

  KindWord kind_of(std::uint32_t line) {
    KindWord kind;
    if (!has_type_) {
      if (!has_stage_) kind.type = vocabulary_.type_in_name(read_text(Use::school)).value_or(kNoType);
      return kind;
    }
    const std::string_view word = read_text(Use::type);
    if (std::exchange(other_type_, false)) type_ = kinds_.of_type(word);
    kind = type_;
    if (kind.type == kNoType && kind.stage == kNoStage && !word.empty() && !vocabulary_.is_missing_mark(word)) {
      complain(IssueCode::type_unknown, line, column_of(Use::type), text_of(Use::type));
    }
    return kind;
  }

  KindWord stage_of_row(std::uint32_t line) {
    if (!has_stage_) return {};
    const std::string_view word = read_text(Use::stage);
    if (std::exchange(other_stage_, false)) stage_ = kinds_.of_stage(word);
    const KindWord kind = stage_;
    types_as_stages_ = types_as_stages_ || (kind.type != kNoType && kind.stage == kNoStage);
    if (kind.stage == kNoStage && kind.type == kNoType && !word.empty() && !vocabulary_.is_missing_mark(word)) {
      complain(IssueCode::type_unknown, line, column_of(Use::stage), text_of(Use::stage));
    }
    return kind;
  }

  std::uint16_t column_of(Use use) const {
    const auto reader =
        std::find_if(readers_.begin(), readers_.end(), [&](const ColumnReader& one) { return one.use == use; });
    return static_cast<std::uint16_t>(reader - readers_.begin());
  }

  Table& table_;
  const Vocabulary& vocabulary_;
  Issues& issues_;
  const std::vector<ColumnFinding>& columns_;
  const std::vector<std::uint32_t>& totals_;
  std::size_t next_ = 0;  ///< row
  std::size_t next_total_ = 0;
  Roster roster_;
  std::vector<ColumnReader> readers_;
  std::vector<NumberColumn*> numbers_;               ///< by column
  std::vector<CellReader::PlainCells> plain_cells_;  ///< by column
  std::vector<Span> words_;                          ///< by column, the cell of the row above
  std::array<Span, static_cast<std::size_t>(Use::number)>
      texts_{};               ///< by use, of the row; those of the row above before
  bool other_county_ = true;  ///< not the one of the last row that has one
  std::uint32_t county_ = 0;
  bool other_type_ = true;  ///< likewise
  bool other_stage_ = true;
  KindWord type_;
  KindWord stage_;
  std::bitset<static_cast<std::size_t>(Use::number) + 1> uses_;
  bool has_type_ = false;
  bool has_stage_ = false;
  bool types_as_stages_ = false;  ///< the column of stages has types that are no stages
  std::string key_;
  WordMap counties_;
  KindWords kinds_{vocabulary_};
  Span fraction_;  ///< the cell of this row that has a part of something countable
  std::uint16_t fraction_column_ = kNoColumn;
  bool fraction_staged_ = false;  ///< in a column of one stage
  bool part_said_ = false;
};

MappingRoster::MappingRoster(Table& table, const Vocabulary& vocabulary, Issues& issues,
                             const std::vector<ColumnFinding>& columns, const std::vector<std::uint32_t>& totals)
    : mapper_(std::make_unique<Mapper>(table, vocabulary, issues, columns, totals)) {}

MappingRoster::~MappingRoster() = default;

bool MappingRoster::part() {
  return mapper_->part();
}

Roster MappingRoster::take() {
  return mapper_->take();
}

Roster map_roster(Table& table, const Vocabulary& vocabulary, Issues& issues, const std::vector<ColumnFinding>& columns,
                  const std::vector<std::uint32_t>& totals) {
  MappingRoster mapping(table, vocabulary, issues, columns, totals);
  while (mapping.part()) {
  }
  return mapping.take();
}

}  // namespace junheng
