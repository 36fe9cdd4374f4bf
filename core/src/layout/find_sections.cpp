// SPDX-License-Identifier: MIT
#include "layout/find_sections.h"

#include <algorithm>

#include "layout/header_band.h"
#include "layout/row_look.h"

namespace junheng {
namespace {

/// Rows above the first number among which a header is looked for; titles are few.
constexpr std::size_t kMostPending = 60;

/// A row with numbers before any header was found.
struct Untitled {
  std::uint32_t record = 0;
  std::size_t place = 0;
};

/// Goes through the records of one sheet from the top and sorts them into sections. Holds the rows that are not yet
/// understood (pending_), the rows with numbers before any header (untitled_), and what the last titles stated
/// (context_).
///
/// Steps, by row(): a record that is known at once (numbers below a header, codes, a note, dots) gets its kind; any
/// other waits in pending_. When a row with numbers comes, or an empty line, or the end, settle() tells the waiting
/// ones apart: HeaderBands finds the rows that give most columns a name, what stands above them are titles, the band
/// opens a section, and what stands below it is a school without numbers, a group line or something aside. A sheet
/// with rows and no header at all ends in without_header().
class SectionFinder {
 public:
  SectionFinder(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows, Issues& issues)
      : sheet_(sheet),
        table_(sheet.table),
        index_(index),
        vocabulary_(vocabulary),
        memo_(memo),
        sections_(sections),
        rows_(rows),
        issues_(issues),
        school_(vocabulary.field("school").value_or(0)),
        bands_(pending_, vocabulary, memo) {
    for (const TableChoices::Place& out : reading.left_out) {
      if (out.sheet == index) left_out_.push_back(out.line);
    }
    std::sort(left_out_.begin(), left_out_.end());
    // A sheet for each stage: its name says what its rows do not.
    const std::string_view named = without_numbering(sheet.name);
    if (vocabulary.match_stage(named)) of_sheet_.stage = named;
    context_ = of_sheet_;
    if (reading.header_first.line == 0 || reading.header_first.sheet != index) return;
    header_first_ = sheet.lines_before + reading.header_first.line;
    header_last_ = sheet.lines_before + reading.header_last;
  }

  void run() {
    for (std::uint32_t record = 0; record < table_.rows(); ++record)
      row(record);
    settle();
    if (!found_ && !untitled_.empty()) without_header();
  }

 private:
  Section& section() { return sections_.back(); }
  std::uint32_t line(std::uint32_t record) const { return sheet_.lines_before + table_.records[record].line; }

  void row(std::uint32_t record) {
    rows_.push_back({line(record), RowKind::aside});
    const std::size_t place = rows_.size() - 1;
    const std::uint32_t here = table_.records[record].line;
    if (std::binary_search(left_out_.begin(), left_out_.end(), here)) {
      rows_[place].kind = RowKind::left_out;
      return;
    }
    const bool by_hand = in_chosen_header(rows_[place].line);
    if (rows_[place].line < header_first_) return settle_kind(place, RowKind::title);
    // Below a header nearly all rows are schools, and a few cells show it.
    const bool plain = found_ && !another_ && pending_.empty() && !section().rows.empty();
    const std::size_t text = table_.text.size();
    look_at_row(table_, record, vocabulary_, !plain, look_);
    if (look_.filled == 0) {  // where another table of the page begins
      settle();
      another_ = found_;
      return;
    }
    if (!by_hand && known_at_once(record, place, plain)) {
      table_.text.resize(text);  // nothing points to unquoted copies any more
      return;
    }
    if (pending_.size() >= kMostPending) settle();
    pending_.push_back({record, place, look_, is_named(look_), by_hand, {}});
    Pending& row = pending_.back();
    for (std::size_t c = 0; c < look_.cells.size(); ++c) {
      const std::uint32_t before = c == 0 ? 0 : row.filled_up_to.back();
      row.filled_up_to.push_back(look_.cells[c].length > 0 ? static_cast<std::uint32_t>(c) : before);
    }
    if (by_hand && rows_[place].line == header_last_) settle();
  }

  bool known_at_once(std::uint32_t record, std::size_t place, bool plain) {
    if (another_ && look_.cells.size() * 2 < section().columns.size() && look_.numbers) return true;
    RowKind kind = RowKind::school;
    if (!plain && is_codes_row(look_))
      kind = RowKind::codes;
    else if (vocabulary_.is_note(look_.first_text()))
      kind = RowKind::note;
    else if (!look_.numbers && is_ellipsis_row(look_))
      kind = RowKind::ellipsis;
    else if (!look_.numbers || look_.one_text)
      return false;
    if (kind != RowKind::school) {
      settle_kind(place, kind);
      return true;
    }
    if (!pending_.empty()) settle();
    school(record, place, look_);
    return true;
  }

  bool is_named(const RowLook& look) {
    return std::any_of(look.cells.begin(), look.cells.end(),
                       [&](Span cell) { return cell.length > 0 && memo_.match({table_.at(cell)}, false).match; });
  }

  bool in_chosen_header(std::uint32_t line) const { return line >= header_first_ && line <= header_last_; }

  void settle_kind(std::size_t place, RowKind kind) { rows_[place].kind = kind; }

  void school(std::uint32_t record, std::size_t place, const RowLook& look) {
    if (!found_) {
      untitled_.push_back({record, place});
      return;
    }
    const bool total = vocabulary_.is_total(look.first_text()) || vocabulary_.is_total(look.at(look.first + 1));
    rows_[place].kind = total ? RowKind::total : RowKind::school;
    Section& now = section();
    now.rows.push_back({record, rows_[place].line, static_cast<std::uint32_t>(now.contexts.size() - 1)});
  }

  // ---- the rows that were kept back ---------------------------------------------------------------------------------

  /// A row with numbers has come, or the end: now the rows before it can be told apart.
  void settle() {
    const Band band = header_first_ != 0 ? bands_.chosen() : bands_.best();
    const std::size_t titles = band.height > 0 ? band.first : 0;
    for (std::size_t i = 0; i < titles; ++i)
      rows_[pending_[i].place].kind = RowKind::title;
    if (band.height > 0) open_section(band);
    for (std::size_t i = titles + band.height; i < pending_.size(); ++i)
      below_header(pending_[i]);
    pending_.clear();
  }

  void open_section(const Band& band) {
    Section next;
    next.sheet = index_;
    for (std::size_t r = band.first; r < band.first + band.height; ++r)
      rows_[pending_[r].place].kind = RowKind::header;
    const std::size_t columns = bands_.width(band);
    for (std::size_t column = 0; column < columns; ++column) {
      const HeaderLevels texts = bands_.levels(band, column);
      next.headers.push_back(header_text(texts));
      next.columns.push_back(memo_.match(texts, true));
    }
    // A header printed once more on every page is no other table.
    if (!found_ || section().headers != next.headers) sections_.push_back(std::move(next));
    found_ = true;
    another_ = false;
    // What a title says holds until the next one.
    for (std::size_t i = 0; i < band.first; ++i) {
      const RowLook& look = pending_[i].look;
      state(look.first_text());
    }
    begin_context();
  }

  /// One that no row stands below is forgotten.
  void begin_context() {
    Section& now = section();
    const bool used = !now.rows.empty() && now.rows.back().context + 1 == now.contexts.size();
    if (used)
      now.contexts.push_back(context_);
    else
      now.contexts.back() = context_;
  }

  /// A stage or a county that a line by itself states; true where it does.
  bool state(std::string_view text) {
    const std::string_view stage = without_numbering(text);
    if (vocabulary_.match_stage(stage)) {
      context_.stage = stage;
      context_.type.clear();
      return true;
    }
    if (vocabulary_.match_type(stage).type) {
      context_.type = stage;
      context_.stage.clear();
      return true;
    }
    const std::string_view county = vocabulary_.county_in(text);
    if (county.empty()) return false;
    context_ = of_sheet_;
    context_.county = county;
    return true;
  }

  void below_header(const Pending& row) {
    if (!found_) {
      untitled_.push_back({row.record, row.place});
      return;
    }
    const std::string_view text = row.look.first_text();
    Section& now = section();
    const auto school_column = column_of(now.columns, school_);
    const bool names_school = row.look.first == school_column && (row.look.filled == 1 || !row.look.one_text);
    if (row.look.one_text && !vocabulary_.is_total(text) && state(text)) {
      rows_[row.place].kind = RowKind::group;
      begin_context();
    } else if (another_ && row.look.cells.size() * 2 < now.columns.size()) {
      return;  // some other table of the page
    } else if (names_school || !row.look.one_text) {
      school(row.record, row.place, row.look);
    } else {
      Issue issue;
      issue.code = IssueCode::row_aside;
      issue.line = rows_[row.place].line;
      issue.begin = row.look.cells[row.look.first].begin;
      issue.length = row.look.cells[row.look.first].length;
      issues_.push_back(issue);
    }
  }

  /// No row has two names of columns: the first one stands for the header, so that all complaints are about it.
  void without_header() {
    sections_.emplace_back();
    Section& now = section();
    now.sheet = index_;
    found_ = true;
    rows_[untitled_.front().place].kind = RowKind::header;
    look_at_row(table_, untitled_.front().record, vocabulary_, true, look_);
    for (std::size_t column = 0; column < look_.cells.size(); ++column) {
      const std::string_view cell = look_.at(column);
      now.headers.emplace_back(cell);
      now.columns.push_back(memo_.match(cell.empty() ? HeaderLevels{} : HeaderLevels{cell}, true));
    }
    const std::size_t text = table_.text.size();
    for (std::size_t i = 1; i < untitled_.size(); ++i) {
      look_at_row(table_, untitled_[i].record, vocabulary_, false, look_);
      school(untitled_[i].record, untitled_[i].place, look_);
      table_.text.resize(text);
    }
  }

  RawSheet& sheet_;
  Table& table_;
  std::size_t index_;
  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
  std::vector<Section>& sections_;
  std::vector<SourceRow>& rows_;
  Issues& issues_;
  std::uint16_t school_;
  bool found_ = false;
  bool another_ = false;            ///< a table that may have nothing to do with the header above
  std::uint32_t header_first_ = 0;  ///< the header of this sheet was chosen by hand, and there is no other
  std::uint32_t header_last_ = 0;
  BlockContext of_sheet_;
  BlockContext context_;
  RowLook look_;
  std::vector<std::uint32_t> left_out_;  ///< lines, sorted
  std::vector<Pending> pending_;
  HeaderBands bands_;
  std::vector<Untitled> untitled_;
};

}  // namespace

void find_sections(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                   HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows, Issues& issues) {
  SectionFinder(sheet, index, vocabulary, reading, memo, sections, rows, issues).run();
}

}  // namespace junheng
