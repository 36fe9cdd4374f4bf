// SPDX-License-Identifier: MIT
#include "layout/find_sections.h"

#include <algorithm>

#include "base/own_call.h"
#include "layout/ask_header.h"
#include "layout/header_band.h"
#include "layout/header_columns.h"
#include "layout/names_of_sheet.h"
#include "layout/row_kind.h"
#include "layout/section_cells.h"

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
                HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows)
      : sheet_(sheet),
        table_(sheet.table),
        index_(index),
        vocabulary_(vocabulary),
        memo_(memo),
        sections_(sections),
        rows_(rows),
        judge_(vocabulary),
        bands_(pending_, vocabulary, memo) {
    for (const TableChoices::Place& out : reading.left_out) {
      if (out.sheet == index) left_out_.push_back(out.line);
    }
    std::sort(left_out_.begin(), left_out_.end());
    of_sheet_ = names_of_sheet(sheet, index, vocabulary, reading);
    year_of_sheet_ = year_in(sheet.own_name, BareYear::yes);
    if (!year_of_sheet_) year_of_sheet_ = year_in(sheet.file, BareYear::yes);
    context_ = of_sheet_;
    const bool by_hand = reading.header_first.line != 0 && reading.header_first.sheet == index;
    const std::uint32_t answered = answered_header(reading, index);
    if (!by_hand && answered == 0) return;
    header_first_ = sheet.lines_before + (by_hand ? reading.header_first.line : answered);
    header_last_ = sheet.lines_before + (by_hand ? reading.header_last : answered);
  }

  void run() {
    if (rows_.empty()) rows_.reserve(table_.rows());
    for (std::uint32_t record = 0; record < table_.rows(); ++record)
      row(record);
    settle();
    if (!found_ && !untitled_.empty()) without_header();
  }

 private:
  Section& section() { return sections_.back(); }
  std::uint32_t line(std::uint32_t record) const { return sheet_.lines_before + table_.records[record].line; }

  JUNHENG_OWN_CALL void row(std::uint32_t record) {
    rows_.push_back({line(record), RowKind::aside});
    const std::size_t place = rows_.size() - 1;
    const std::uint32_t here = table_.records[record].line;
    if (std::binary_search(left_out_.begin(), left_out_.end(), here)) return settle_kind(place, RowKind::left_out);
    const bool by_hand = in_chosen_header(rows_[place].line);
    if (rows_[place].line < header_first_) return settle_kind(place, RowKind::title);
    const std::size_t text = table_.text.size();
    // Below a header nearly all rows are schools, and a few cells show it.
    if (found_ && !by_hand && pending_.empty()) {
      std::int32_t key = kNotLookedAt;
      const bool plain = judge_.is_plain(table_, record, key) && !in_foot(here);
      if (plain) school(record, place, RowKind::school, key);
      table_.text.resize(text);  // nothing points to unquoted copies any more
      if (plain) return;
    }
    look_at_row(table_, record, vocabulary_, look_);
    if (look_.filled == 0) {
      settle_kind(place, RowKind::blank);
      settle();
      doubtful_ = found_;
      return;
    }
    if (!by_hand && known_at_once(record, place)) {
      table_.text.resize(text);
      return;
    }
    if (pending_.size() >= kMostPending) settle();
    pending_.push_back({record, place, look_, is_named(look_), by_hand, {}});
    pending_.back().fill();
    if (by_hand && rows_[place].line == header_last_) settle();
  }

  bool known_at_once(std::uint32_t record, std::size_t place) {
    const std::string_view text = look_.first_text();
    const bool foot = found_ && look_.numbers && in_foot(table_.records[record].line);
    if (is_codes_row(look_)) {
      settle_kind(place, RowKind::codes);
    } else if (vocabulary_.is_note(text) || is_furniture(look_)) {
      settle_kind(place, RowKind::note);
    } else if (!look_.numbers && is_ellipsis_row(look_)) {
      settle_kind(place, RowKind::ellipsis);
    } else if (!foot && (!look_.numbers || look_.one_text || has_only_years(look_, vocabulary_))) {
      return false;
    } else {
      if (!pending_.empty()) settle();
      RowKind kind = found_ ? judge_.kind_of(look_, doubtful_) : RowKind::school;
      if (foot && kind != RowKind::statistic) kind = RowKind::total;
      // Sums beside the name of a group: it holds for the rows below, too.
      const std::string_view group = kind == RowKind::total ? judge_.group_in(look_) : std::string_view();
      if (!group.empty() && state(group)) begin_context();
      school(record, place, kind);
    }
    return true;
  }

  /// What a printed page has below and between the rows; above a header it may be a title, which can name the county.
  bool is_furniture(const RowLook& look) const {
    if (!found_ || (look.numbers && !look.one_text)) return false;
    const std::string_view text = look.first_text();
    return vocabulary_.row_words.is_furniture(text) && vocabulary_.county_in(text).empty();
  }

  bool is_named(const RowLook& look) {
    return std::any_of(look.cells.begin(), look.cells.end(),
                       [&](Span cell) { return cell.length > 0 && memo_.match({table_.at(cell)}, false).match; });
  }

  /// Numbers in the foot of a table are its totals, whatever they are called.
  bool in_foot(std::uint32_t line) const {
    return std::binary_search(table_.foot_lines.begin(), table_.foot_lines.end(), line);
  }

  bool in_chosen_header(std::uint32_t line) const { return line >= header_first_ && line <= header_last_; }

  void settle_kind(std::size_t place, RowKind kind) { rows_[place].kind = kind; }

  /// A row that stands for itself; only schools, and totals to compare them with, are read on.
  void school(std::uint32_t record, std::size_t place, RowKind kind, std::int32_t key = kNotLookedAt) {
    if (!found_) {
      untitled_.push_back({record, place});
      return;
    }
    rows_[place].kind = kind;
    if (kind == RowKind::other_table) doubtful_ = true;
    if (kind != RowKind::school && kind != RowKind::total) return;
    Section& now = section();
    now.rows.push_back({record, rows_[place].line, static_cast<std::uint32_t>(now.contexts.size() - 1), kind, key});
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
    next.header_line = rows_[pending_[band.first].place].line;
    next.year = year_of_sheet_;
    for (std::size_t r = band.first; r < band.first + band.height; ++r)
      rows_[pending_[r].place].kind = RowKind::header;
    std::vector<HeaderLevels> texts;
    for (std::size_t column = 0; column < bands_.width(band); ++column)
      texts.push_back(bands_.levels(band, column));
    read_columns(texts, vocabulary_, memo_, next);
    // What a title says holds until the next one.
    for (std::size_t i = 0; i < band.first; ++i) {
      const std::string_view title = pending_[i].look.first_text();
      state(title);
      add_stage_of_title(context_, title, vocabulary_);
      if (const auto year = year_in(title); year && !year_of_sheet_) next.year = year;
    }
    const std::vector<std::size_t> numbers = number_columns(next, vocabulary_);
    if (!numbers.empty()) next.key = static_cast<std::uint16_t>(numbers.front());
    judge_.begin(next.columns, next.key);
    // A header printed once more on every page is no other table.
    const bool again = found_ && section().headers == next.headers && (!next.year || section().year == next.year);
    if (!again) sections_.push_back(std::move(next));
    // The first header is mostly the only one.
    if (!found_) section().rows.reserve(table_.rows() - pending_[band.first].record);
    found_ = true;
    doubtful_ = false;
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
    bool count = false;
    const std::string_view stage = vocabulary_.row_words.group_of(text, count);
    if (vocabulary_.match_stage(stage)) {
      context_.stage = stage;
      context_.stage_from.clear();
      context_.type.clear();
      return true;
    }
    if (vocabulary_.match_type(stage).type) {
      context_.type = stage;
      context_.stage.clear();
      context_.stage_from.clear();
      return true;
    }
    const std::string_view county = vocabulary_.county_in(text);
    if (county.empty()) return false;
    context_ = of_sheet_;
    context_.county = county;
    if (text != county) context_.county_from = text;  // a title; a line of its own says it itself
    return true;
  }

  void below_header(const Pending& row) {
    if (!found_) {
      untitled_.push_back({row.record, row.place});
      return;
    }
    if (!row.look.one_text) return school(row.record, row.place, judge_.kind_of(row.look, doubtful_));
    const std::string_view text = row.look.first_text();
    const RowWords& words = vocabulary_.row_words;
    const RowWord word = words.of(text);
    bool count = false;
    const std::string_view group = words.group_of(text, count);
    if (judge_.is_zeros(row.look)) {
      rows_[row.place].kind = RowKind::zeros;
    } else if (word != RowWord::none) {
      school(row.record, row.place, word == RowWord::total ? RowKind::total : RowKind::statistic);
    } else if (state(text)) {
      rows_[row.place].kind = RowKind::group;
      begin_context();
    } else if (count || words.ends_as_place(group)) {
      rows_[row.place].kind = RowKind::group;
    } else if (judge_.names_school(row.look) && (!doubtful_ || words.ends_as_school(text))) {
      school(row.record, row.place, RowKind::school);
    } else if (doubtful_ && row.look.filled == 1) {
      rows_[row.place].kind = RowKind::other_table;
    }
  }

  /// No row has two names of columns: the likeliest stands for the header, so that all complaints are about it.
  void without_header() {
    for (std::size_t i = 0; i < std::min(untitled_.size(), kMostPending); ++i) {
      look_at_row(table_, untitled_[i].record, vocabulary_, look_);
      pending_.push_back({untitled_[i].record, untitled_[i].place, look_, is_named(look_), false, {}});
      pending_.back().fill();
    }
    Band band = bands_.likeliest();
    if (band.height == 0) band = {0, 1, 0};
    open_section(band);
    for (std::size_t i = 0; i < band.first; ++i)
      rows_[untitled_[i].place].kind = RowKind::title;
    pending_.clear();
    for (std::size_t i = band.first + band.height; i < untitled_.size(); ++i)
      school(untitled_[i].record, untitled_[i].place, RowKind::school);
  }

  RawSheet& sheet_;
  Table& table_;
  std::size_t index_;
  const Vocabulary& vocabulary_;
  HeaderMemo& memo_;
  std::vector<Section>& sections_;
  std::vector<SourceRow>& rows_;
  RowJudge judge_;
  bool found_ = false;
  bool doubtful_ = false;           ///< a table may have begun that has nothing to do with the header above
  std::uint32_t header_first_ = 0;  ///< the header of this sheet was chosen by hand, and there is no other
  std::uint32_t header_last_ = 0;
  BlockContext of_sheet_;
  std::optional<SchoolYear> year_of_sheet_;
  BlockContext context_;
  RowLook look_;
  std::vector<std::uint32_t> left_out_;  ///< lines, sorted
  std::vector<Pending> pending_;
  HeaderBands bands_;
  std::vector<Untitled> untitled_;
};

}  // namespace

void find_sections(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                   HeaderMemo& memo, std::vector<Section>& sections, std::vector<SourceRow>& rows) {
  SectionFinder(sheet, index, vocabulary, reading, memo, sections, rows).run();
}

}  // namespace junheng
