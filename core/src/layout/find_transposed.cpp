// SPDX-License-Identifier: MIT
#include "layout/find_transposed.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "junheng/record.h"
#include "layout/ask_header.h"
#include "layout/header_columns.h"
#include "layout/other_table.h"
#include "layout/row_look.h"
#include "table/table_writer.h"

namespace junheng {
namespace {

/// Names of fields are looked for in so many rows and columns; forms that stand on end have them at their left edge.
constexpr std::size_t kMostRows = 300;
constexpr std::size_t kMostLabelColumns = 6;
/// Fewer names below each other say nothing.
constexpr std::size_t kFewestNames = 4;

/// Reads one sheet both ways.
///
/// Steps: compare() counts the names that agree with their cells below and beside each other, and finds the column of
/// the labels; turn() makes the section: find_columns() parts the schools from units, words below the labels (sub_) and
/// explanations, then every label is a column and every school a row.
class TransposedFinder {
 public:
  TransposedFinder(RawSheet& sheet, const Vocabulary& vocabulary, HeaderMemo& memo, Issues& issues)
      : sheet_(sheet), vocabulary_(vocabulary), memo_(memo), issues_(issues) {}

  enum class Agreement : std::uint8_t { rows, columns, near };

  bool read() {
    Table& table = sheet_.table;
    if (table.rows() > kMostRows) return false;
    cells_.resize(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row)
      read_cells(table, row, cells_[row]);
    return true;
  }

  /// As if nothing stood in it; no row of a table has no cells.
  void leave_out(std::size_t row) { cells_[row].clear(); }

  [[nodiscard]] const std::vector<std::vector<std::string>>& cells() const { return cells_; }

  Agreement compare() {
    std::vector<Names> down(kMostLabelColumns);
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      Names names;
      for (std::size_t column = 0; column < cells_[row].size(); ++column) {
        const std::string_view cell = cells_[row][column];
        // What only looks like a name is read where names stand: at the edges.
        const bool edge = column < down.size() || row < kMostLabelColumns;
        const auto match = cell.empty() ? std::nullopt : name_at(cell, edge);
        if (!match) continue;
        names.add(
            *match, [&] { return agrees_below(row, column, *match); }, column);
        if (column < down.size())
          down[column].add(
              *match, [&] { return agrees_beside(row, column, *match); }, row);
      }
      if (names.agreeing > across_.agreeing) across_ = std::move(names), across_row_ = row;
    }
    const auto best = std::max_element(down.begin(), down.end(),
                                       [](const Names& a, const Names& b) { return a.slots.size() < b.slots.size(); });
    label_ = static_cast<std::size_t>(best - down.begin());
    const std::size_t many = best->agreeing;
    const std::size_t few = across_.agreeing;
    // Three are enough where every row has its name, that of the school among them, and all agree.
    const std::size_t school = vocabulary_.field("school").value_or(kNoSubject) * (kStages.size() + 1);
    const bool named = std::find(best->slots.begin(), best->slots.end(), school) != best->slots.end();
    if (named && many + 1 >= kFewestNames && many == labels(label_) && few < 2) return Agreement::columns;
    if (best->slots.size() < kFewestNames || many <= few / 2) return Agreement::rows;
    if (many > 2 * few) return Agreement::columns;
    // What stands to the left of the labels would be lost: such a row is a header with texts below.
    const bool left =
        std::any_of(across_.places.begin(), across_.places.end(), [&](std::size_t place) { return place < label_; });
    return many < kFewestNames || (left && few >= many) || few < 2 ? Agreement::rows : Agreement::near;
  }

  /// What the first schools would be called.
  std::string sample(bool columns) {
    constexpr std::size_t kNames = 3;
    std::string text;
    std::size_t named = 0;
    const std::size_t most = columns ? width() : cells_.size();
    for (std::size_t i = (columns ? label_ : across_row_) + 1; i < most && named < kNames; ++i) {
      const std::string_view name = columns ? at(first_label(), i) : at(i, across_.places.front());
      if (name.empty()) continue;
      text.append(named++ == 0 ? "" : "、").append(name.substr(0, start_of_point(name, kLongestName)));
    }
    return text;
  }

  Section turn() {
    find_columns();
    Section section;
    section.transposed = true;
    const auto school = vocabulary_.field("school");
    std::vector<std::size_t> rows;
    std::vector<std::string> labels;
    std::vector<HeaderLevels> levels;
    std::string_view last;
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      const std::string_view label = at(row, label_);
      if (!label.empty()) last = label;
      if (is_no_label(row) && says_anything(row)) unlabelled_.push_back(sheet_.table.records[row].line);
      if (is_no_label(row) || vocabulary_.is_note(label)) continue;
      rows.push_back(row);
      labels.push_back(header(row, last));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      levels.push_back({labels[i]});
      const std::string_view sub = at(rows[i], sub_);
      if (!sub.empty()) levels.back().push_back(sub);
    }
    read_columns(levels, vocabulary_, memo_, section);
    // The head of a column is a school's name where no row is.
    const bool named = school && column_of(section.columns, *school);
    if (!named && school && first_ > 0) {
      section.headers.push_back(vocabulary_.fields[*school].label.zh);
      section.columns.push_back(memo_.match({section.headers.back()}, true));
      if (!section.years.empty()) section.years.emplace_back();
    }
    for (const std::size_t column : values_) {
      std::vector<std::string> turned;
      turned.reserve(rows.size() + 1);
      for (const std::size_t row : rows)
        turned.emplace_back(at(row, column));
      if (!named && first_ > 0) turned.emplace_back(at(first_ - 1, column));
      section.rows.push_back({static_cast<std::uint32_t>(section.turned.size()),
                              sheet_.lines_before + static_cast<std::uint32_t>(column) + 1, 0});
      section.turned.push_back(std::move(turned));
    }
    name_unlabelled();
    return section;
  }

  [[nodiscard]] RowKind kind_of(std::size_t row) const {
    if (cells_[row].empty()) return RowKind::left_out;
    if (row < first_) return row + 1 == first_ ? RowKind::header : RowKind::title;
    return is_no_label(row) ? RowKind::aside : vocabulary_.is_note(at(row, label_)) ? RowKind::note : RowKind::school;
  }

 private:
  static constexpr std::size_t kLongestName = 60;

  /// Different fields whose names stand in one row or column.
  struct Names {
    std::vector<std::size_t> slots;
    std::vector<std::size_t> places;  ///< of those that agree with their cells
    std::size_t agreeing = 0;

    template <typename Agrees>
    void add(const HeaderMatch& match, const Agrees& agrees, std::size_t place) {
      const std::size_t slot =
          match.field * (kStages.size() + 1) + (match.stage ? 1 + static_cast<std::size_t>(*match.stage) : 0);
      if (std::find(slots.begin(), slots.end(), slot) != slots.end()) return;
      slots.push_back(slot);
      if (!agrees()) return;
      places.push_back(place);
      ++agreeing;
    }
  };

  std::optional<HeaderMatch> name_of(std::string_view cell) const { return name_in(cell, vocabulary_, memo_); }

  /// Of a cell of the table, each text looked at once: counties, types and dashes stand in every row.
  std::optional<HeaderMatch> name_at(std::string_view cell, bool edge) {
    if (is_bare_number(cell) || Vocabulary::too_long(cell)) return std::nullopt;
    Seen& seen = seen_[edge ? 1 : 0];
    if (const std::uint32_t* const place = seen.places.find(cell)) return seen.matches[*place];
    seen.places.add(cell, static_cast<std::uint32_t>(seen.matches.size()));
    seen.matches.push_back(edge ? name_of(cell) : vocabulary_.match_header(cell));
    return seen.matches.back();
  }

  std::string_view at(std::size_t row, std::size_t column) const {
    return column < cells_[row].size() ? std::string_view(cells_[row][column]) : std::string_view();
  }

  /// Cells of a column that say anything.
  std::size_t labels(std::size_t column) const {
    return static_cast<std::size_t>(std::count_if(
        cells_.begin(), cells_.end(),
        [&](const std::vector<std::string>& row) { return column < row.size() && !row[column].empty(); }));
  }

  std::size_t width() const {
    std::size_t width = 0;
    for (const auto& row : cells_)
      width = std::max(width, row.size());
    return width;
  }

  std::size_t first_label() const {
    std::size_t row = 0;
    while (row + 1 < cells_.size() && !name_of(at(row, label_)))
      ++row;
    return row;
  }

  /// What stands below a name, or beside it.
  struct Tally {
    std::size_t numbers = 0;
    std::vector<std::string_view> texts;  ///< all else that is not empty
  };
  void count(std::string_view cell, Tally& tally) const {
    if (cell.empty()) return;
    if (is_numeric(cell, vocabulary_))
      ++tally.numbers;
    else
      tally.texts.push_back(cell);
  }

  /// Whether more than so many texts say anything, of which no more are looked at than it takes.
  bool more_say(const Tally& tally, std::size_t most, bool units_say = true) const {
    if (tally.texts.size() <= most) return false;
    std::size_t saying = 0;
    return std::any_of(tally.texts.begin(), tally.texts.end(), [&](std::string_view text) {
      const bool says = !vocabulary_.is_missing_mark(text) && (units_say || !vocabulary_.is_unit(text));
      return says && ++saying > most;
    });
  }

  /// Numbers under the name of a number, and texts under that of a text: more than half of what says anything.
  bool agrees(const HeaderMatch& match, const Tally& tally, bool units_say = true) const {
    const FieldKind kind = vocabulary_.fields[match.field].kind;
    if (kind == FieldKind::flag) return true;
    if (kind == FieldKind::text) return tally.numbers == 0 || more_say(tally, tally.numbers, units_say);
    return !more_say(tally, tally.numbers == 0 ? 0 : tally.numbers - 1, units_say);
  }

  bool agrees_below(std::size_t row, std::size_t column, const HeaderMatch& match) const {
    Tally tally;
    for (std::size_t below = row + 1; below < cells_.size(); ++below)
      count(at(below, column), tally);
    return agrees(match, tally);
  }

  /// Beside a number that a form asks for stands more: 是 for 必填, how it is computed, remarks.
  bool agrees_beside(std::size_t row, std::size_t column, const HeaderMatch& match) const {
    Tally tally;
    for (std::size_t beside = column + 1; beside < cells_[row].size(); ++beside)
      count(at(row, beside), tally);
    return (is_count(match) && tally.numbers > 0) || agrees(match, tally, false);
  }

  bool is_no_label(std::size_t row) const { return at(row, label_).empty() && at(row, sub_).empty(); }

  /// 填报项目 | 单位 | 填报值 | 备注 above the labels tells the columns apart; without it all to the right are schools.
  void find_columns() {
    while (first_ < cells_.size() && !name_of(at(first_, label_)))
      ++first_;
    // The head itself may be a word for a field: 指标 is none, 学校名称 is the first of the labels.
    const std::size_t width = this->width();
    const bool head = first_ > 0 && vocabulary_.match_fact_column(at(first_ - 1, label_)) == FactColumn::name;
    unit_ = width;
    sub_ = width;
    std::vector<std::size_t> others;
    for (std::size_t column = label_ + 1; column < std::min(width, kMostTurned); ++column) {
      const auto word = head ? vocabulary_.match_fact_column(at(first_ - 1, column)) : std::nullopt;
      if (word == FactColumn::unit || (!word && unit_ == width && is_units(column)))
        unit_ = column;
      else if (word == FactColumn::value)
        values_.push_back(column);
      else if (!word && column == label_ + 1 && says_beside(column))
        sub_ = column;
      else if (!word && has_text(column))
        others.push_back(column);
    }
    if (!values_.empty()) return;
    std::copy_if(others.begin(), others.end(), std::back_inserter(values_),
                 [&](std::size_t column) { return !explains(column); });
    if (values_.empty()) {
      values_ = std::move(others);
      return;
    }
    for (const std::size_t column : others) {
      if (explains(column)) say(IssueCode::column_explains, column, std::string(head_of(column)));
    }
  }

  bool has_text(std::size_t column) const {
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      if (!at(row, column).empty()) return true;
    }
    return false;
  }

  bool is_units(std::size_t column) const {
    std::size_t units = 0;
    std::size_t filled = 0;
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      if (at(row, column).empty()) continue;
      ++filled;
      if (vocabulary_.is_unit(at(row, column))) ++units;
    }
    return units * 2 > filled;
  }

  /// 应配 and 实有, or years, beside a label that is written once.
  bool says_beside(std::size_t column) const {
    bool any = false;
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      const std::string_view cell = at(row, column);
      if (cell.empty()) continue;
      if (!is_beside_name(cell, vocabulary_)) return false;
      any = any || !vocabulary_.is_unit(cell);
    }
    return any;
  }

  /// What stands above a column: in the row of names, or above the labels.
  std::string_view head_of(std::size_t column) const {
    for (std::size_t row = 0; row < cells_.size(); ++row) {
      const auto match = vocabulary_.match_header(at(row, label_));
      const bool school = match && vocabulary_.fields[match->field].id == "school";
      if (school && !at(row, column).empty()) return at(row, column);
    }
    return first_ > 0 ? at(first_ - 1, column) : std::string_view();
  }

  /// A column about the labels and no school: by its head, or with words where all schools have numbers.
  bool explains(std::size_t column) const {
    const std::string_view head = head_of(column);
    if (vocabulary_.header_words.explains(head) || vocabulary_.header_words.role_of(head)) return true;
    Tally tally;
    for (std::size_t row = first_; row < cells_.size(); ++row) {
      const auto match = vocabulary_.match_header(at(row, label_));
      if (match && is_count(*match)) count(at(row, column), tally);
    }
    return tally.numbers == 0 && more_say(tally, 1);
  }

  bool is_count(const HeaderMatch& match) const {
    const FieldKind kind = vocabulary_.fields[match.field].kind;
    return kind == FieldKind::count || kind == FieldKind::amount;
  }

  bool says_anything(std::size_t row) const {
    return std::any_of(values_.begin(), values_.end(), [&](std::size_t column) { return !at(row, column).empty(); });
  }

  /// Lines of a sheet on end are its columns: the rows are named by their numbers.
  void name_unlabelled() {
    constexpr std::size_t kNamed = 5;
    if (unlabelled_.empty()) return;
    std::string numbers;
    for (std::size_t i = 0; i < std::min(unlabelled_.size(), kNamed); ++i)
      numbers.append(i == 0 ? "" : ", ").append(std::to_string(unlabelled_[i]));
    say(IssueCode::rows_unlabelled, label_, unlabelled_.size() > kNamed ? numbers + " …" : numbers);
  }

  void say(IssueCode code, std::size_t column, std::string_view what) {
    const Span found = keep_text(sheet_.table, what);
    Issue issue;
    issue.code = code;
    issue.line = sheet_.lines_before + static_cast<std::uint32_t>(column) + 1;
    issue.begin = found.begin;
    issue.length = found.length;
    issues_.push_back(issue);
  }

  /// The name with its unit, where the unit fits: "人" beside 学校名称 does not.
  std::string header(std::size_t row, std::string_view name) const {
    std::string label(name);
    const std::string_view unit = at(row, unit_);
    const auto alone = vocabulary_.match_header(label);
    if (unit.empty() || !alone || !vocabulary_.match_unit(vocabulary_.fields[alone->field], unit)) return label;
    return label.append("(").append(unit).append(")");
  }

  RawSheet& sheet_;
  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
  Issues& issues_;
  struct Seen {
    WordMap places;
    std::vector<std::optional<HeaderMatch>> matches;
  };

  std::vector<std::vector<std::string>> cells_;
  std::array<Seen, 2> seen_;  ///< inside the table, and at its edges
  Names across_;
  std::size_t across_row_ = 0;
  std::size_t label_ = 0;
  std::size_t unit_ = 0;
  std::size_t sub_ = 0;
  std::size_t first_ = 0;
  std::vector<std::size_t> values_;
  std::vector<std::uint32_t> unlabelled_;  ///< lines that say something of schools, and not what
};

void leave_aside(const RawSheet& sheet, std::vector<SourceRow>& rows) {
  for (std::size_t row = 0; row < sheet.table.rows(); ++row)
    rows.push_back({sheet.lines_before + sheet.table.records[row].line, RowKind::aside});
}

/// Says what another table is and how many numbers it has; that its rows are not read is said of all of them.
void name_other_table(RawSheet& sheet, const OtherFound& other, std::vector<SourceRow>& rows, Issues& issues) {
  for (std::size_t row = 0; row < sheet.table.rows(); ++row) {
    const RowKind kind = row < other.header    ? RowKind::title
                         : row == other.header ? RowKind::header
                                               : RowKind::other_table;
    rows.push_back({sheet.lines_before + sheet.table.records[row].line, kind});
  }
  if (other.table == OtherTable::explanations) return;
  Issue issue;
  issue.code = other.table == OtherTable::facts ? IssueCode::table_of_facts : IssueCode::table_of_coefficients;
  issue.line = sheet.lines_before + sheet.table.records[other.header].line;
  const Span count = keep_text(sheet.table, std::to_string(other.items));
  issue.begin = count.begin;
  issue.length = count.length;
  issues.push_back(issue);
}

}  // namespace

Standing find_transposed(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                         HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows,
                         std::vector<Question>& questions, Issues& issues) {
  using Agreement = TransposedFinder::Agreement;
  if (reading.header_first.line != 0 && reading.header_first.sheet == index) return Standing::rows;
  if (answered_header(reading, index) != 0) return Standing::rows;
  TransposedFinder finder(sheet, vocabulary, memo, issues);
  if (!finder.read()) return Standing::rows;
  for (const TableChoices::Place& out : reading.left_out) {
    for (std::size_t row = 0; row < sheet.table.rows(); ++row)
      if (out.sheet == index && out.line == sheet.table.records[row].line) finder.leave_out(row);
  }
  const QuestionPlace place{static_cast<std::uint32_t>(index), 0};
  const std::string_view answer = answer_to(reading.answers, QuestionKind::direction, place);
  if (answer.empty()) {
    const OtherFound other = find_other_table(finder.cells(), vocabulary, memo);
    if (other.table != OtherTable::none) {
      name_other_table(sheet, other, rows, issues);
      return Standing::aside;
    }
  }
  const Agreement agreement = finder.compare();
  bool columns = agreement == Agreement::columns;
  if (agreement == Agreement::near) {
    Question question;
    question.kind = QuestionKind::direction;
    question.place = place;
    question.options = {{"rows", finder.sample(false)}, {"columns", finder.sample(true)}};
    question.proposed = "rows";
    question.answer = answer;
    questions.push_back(std::move(question));
    if (answer.empty()) {
      Issue issue;
      issue.code = IssueCode::question_open;
      issue.line = sheet.lines_before + sheet.table.records.front().line;
      issues.push_back(issue);
      leave_aside(sheet, rows);
      return Standing::aside;
    }
  }
  if (!answer.empty()) columns = answer == "columns";
  if (!columns) return Standing::rows;
  sections.push_back(finder.turn());
  sections.back().sheet = index;
  for (std::size_t row = 0; row < sheet.table.rows(); ++row)
    rows.push_back({sheet.lines_before + sheet.table.records[row].line, finder.kind_of(row)});
  return Standing::columns;
}

}  // namespace junheng
