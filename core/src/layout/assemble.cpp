// SPDX-License-Identifier: MIT
#include "layout/assemble.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "junheng/record.h"
#include "layout/context_columns.h"
#include "layout/names_of_sheet.h"
#include "layout/section_cells.h"
#include "table/table_writer.h"

namespace junheng {
namespace {

/// Fields whose text may stand only in the first of several rows it holds for.
constexpr std::array<std::string_view, 4> kHeldDown = {"stage", "type", "county", "province"};

/// Makes one table of the sections of all sheets. Holds the sections with the sheets their rows stand in, and the table
/// as it grows: columns_ and headers_, one for each column of the whole; rows_, each a chain of parts_ whose cells are
/// in cells_ and texts_.
///
/// Steps, by run(): what lines above a block state (stage, type, county) becomes columns of its sections; a single
/// section that needs nothing else keeps its text and only drops the records that are no schools (as_it_stands);
/// otherwise section by section add_section() finds the place of each column in the whole (place_of), repeats texts
/// that are written once (fill_down) and adds each row, or joins it to the row of the same school and stage in an
/// earlier section with other columns (add_row, join). written() then writes the rows as one text.
class Assembler {
 public:
  Assembler(std::vector<RawSheet> sheets, std::vector<Section> sections, const Vocabulary& vocabulary,
            const TableChoices& reading, Issues& issues)
      : sheets_(std::move(sheets)),
        sections_(std::move(sections)),
        vocabulary_(vocabulary),
        reading_(reading),
        issues_(issues) {
    for (std::size_t i = 0; i < kHeldDown.size(); ++i)
      held_down_[i] = vocabulary.field(kHeldDown[i]).value_or(kNoSubject);
    school_ = vocabulary.field("school").value_or(kNoSubject);
  }

  Layout run() {
    const ContextsFound found = add_context_columns(sheets_, sections_, vocabulary_, reading_, questions_, issues_);
    Layout layout = whole(found.columns);
    layout.county = found.county;
    return layout;
  }

 private:
  Layout whole(bool contexts) {
    if (sections_.empty() && sheets_.size() == 1) return nothing();
    if (sheets_.size() == 1 && sections_.size() == 1 && !contexts && !sections_.front().transposed &&
        !has_gaps(sections_.front())) {
      return as_it_stands();
    }
    for (Section& section : sections_)
      add_section(section);
    return written();
  }

  // ---- texts that are written once -------------------------------------------------------------------------------------

  /// Whether this column has a text only in the first row of each block: at most every second row.
  bool written_once(Section& section, std::size_t column) {
    constexpr std::size_t kProbe = 40;
    SectionCells cells(sheets_[section.sheet], section);
    std::size_t filled = 0;
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
      const bool empty = cells.at(section.rows[i], column).empty();
      if (i == 0 && empty) return false;
      if (!empty) ++filled;
      // No gap so far: such a table has none.
      if (i == kProbe && filled == i + 1) return false;
    }
    // A missing type is more likely than a stage that is left out on purpose; so more of it has to be missing.
    const bool type = section.columns[column].match->field == held_down_[1];
    return section.rows.size() >= (type ? 6U : 4U) && filled * (type ? 3U : 2U) <= section.rows.size();
  }

  bool has_gaps(Section& section) {
    if (section.transposed) return false;
    gaps_.clear();
    for (std::size_t c = 0; c < section.columns.size(); ++c) {
      if (!section.columns[c].match) continue;
      const std::uint16_t field = section.columns[c].match->field;
      const bool held = std::find(held_down_.begin(), held_down_.end(), field) != held_down_.end();
      const bool name = field == school_ && column_of(section.columns, held_down_[0]);
      if ((held || name) && written_once(section, c)) gaps_.push_back(c);
    }
    return !gaps_.empty();
  }

  // ---- one table ---------------------------------------------------------------------------------------------------------

  Layout nothing() {
    Layout layout;
    layout.table = std::move(sheets_.front().table);
    layout.table.records.clear();
    return layout;
  }

  Layout as_it_stands() {
    Section& section = sections_.front();
    Layout layout;
    layout.table = std::move(sheets_.front().table);
    Table& table = layout.table;
    std::vector<Record> kept;
    kept.reserve(section.rows.size() + 1);
    for (const SectionRow& row : section.rows) {
      kept.push_back(table.records[row.record]);
      if (row.kind == RowKind::total) layout.totals.push_back(row.line);
    }
    kept.push_back(table.records.back());
    table.records = std::move(kept);
    for (const std::string& header : section.headers) {
      table.columns.push_back(
          {static_cast<std::uint32_t>(table.text.size()), static_cast<std::uint32_t>(header.size())});
      table.text += header;
    }
    layout.columns = std::move(section.columns);
    layout.questions = std::move(questions_);
    return layout;
  }

  /// What a row of the whole says, from one row of a section or from several.
  struct Part {
    std::uint32_t section = 0;  ///< into places_
    std::uint32_t first = 0;    ///< of its cells
    std::uint32_t next = 0;     ///< part of the same row, or kNoPart
  };
  struct Row {
    std::uint32_t part = 0;
    std::uint32_t line = 0;
  };
  struct Named {
    std::vector<std::uint32_t> places;
    std::size_t section = 0;  ///< that took some of them last
    std::size_t taken = 0;
  };

  /// The same field in the same unit, or the same words: then it is the same column of the whole.
  std::uint32_t place_of(const Section& section, std::size_t column) {
    const ColumnFinding& finding = section.columns[column];
    std::string name = finding.match ? std::string() : "=" + section.headers[column];
    if (finding.match) {
      name = std::to_string(finding.match->field);
      if (finding.match->stage) name.append(1, ' ').append(id_of(*finding.match->stage));
    }
    const auto fresh = static_cast<std::uint32_t>(named_.size());
    const std::uint32_t index = names_.add(name, fresh) ? fresh : *names_.find(name);
    if (index == fresh) named_.emplace_back();
    Named& named = named_[index];
    // Columns of one name keep their order.
    if (named.section != places_.size()) named.taken = 0;
    named.section = places_.size();
    if (named.taken == named.places.size()) {
      named.places.push_back(static_cast<std::uint32_t>(columns_.size()));
      headers_.push_back(section.headers[column]);
      columns_.push_back(finding);
    }
    return named.places[named.taken++];
  }

  void add_section(Section& section) {
    const bool gaps = has_gaps(section);
    const std::size_t columns_before = columns_.size();
    std::vector<std::uint32_t> places;
    for (std::size_t c = 0; c < section.columns.size(); ++c)
      places.push_back(place_of(section, c));
    // Another set of columns: what it says belongs beside what the others say about the same school.
    const bool other = columns_before != 0 && (columns_.size() != columns_before || places.size() != columns_.size());
    // Two tables may have one column in 元 and in 万元: the unit then stands with the number.
    std::vector<std::string_view> units(places.size());
    for (std::size_t c = 0; c < places.size(); ++c) {
      const auto& own = section.columns[c].match;
      const auto& whole = columns_[places[c]].match;
      if (own && whole && !own->conversion.same_as(whole->conversion)) {
        units[c] = vocabulary_.unit_name(vocabulary_.fields[own->field], own->conversion);
      }
    }
    places_.push_back(std::move(places));
    found_.resize(columns_.size());
    const std::size_t rows_before = rows_.size();
    std::vector<std::string> cells;
    std::vector<std::string> above(gaps_.size());
    const std::size_t own = section.columns.size() - section.added.size();
    for (const SectionRow& row : section.rows) {
      if (section.transposed)
        cells = section.turned[row.record];
      else
        read_cells(sheets_[section.sheet].table, row.record, cells);
      if (gaps) fill_down(cells, above);
      cells.resize(own);
      for (const auto text : section.added)
        cells.push_back(section.contexts[row.context].*text);
      if (!section.contexts[row.context].stage_from.empty()) let_row_speak(section, cells);
      Part part{static_cast<std::uint32_t>(places_.size() - 1), static_cast<std::uint32_t>(cells_.size()), kNoPart};
      for (std::size_t c = 0; c < cells.size(); ++c) {
        if (!cells[c].empty()) cells[c] += units[c];
        cells_.push_back({static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(cells[c].size())});
        texts_ += cells[c];
      }
      if (row.kind == RowKind::total)
        add_total(part, row.line);
      else
        add_row(part, cells, row.line, rows_before, other);
    }
    if (gaps) say(IssueCode::held_down, section.rows.empty() ? kNoLine : section.rows.front().line);
  }

  /// What a row says of its own type or stage counts before the name of its sheet.
  void let_row_speak(const Section& section, std::vector<std::string>& cells) const {
    const auto at = [&](std::uint16_t field) {
      const auto column = column_of(section.columns, field);
      return column && *column < cells.size() ? std::string_view(cells[*column]) : std::string_view();
    };
    const auto stage = std::find(section.added.begin(), section.added.end(), &BlockContext::stage);
    if (stage == section.added.end()) return;
    std::string& cell = cells[cells.size() - static_cast<std::size_t>(section.added.end() - stage)];
    cell = stage_against_row(cell, at(held_down_[1]), at(school_), vocabulary_);
  }

  void fill_down(std::vector<std::string>& cells, std::vector<std::string>& above) const {
    constexpr std::size_t kLongest = 300;  // a name, and no sentence
    for (std::size_t g = 0; g < gaps_.size(); ++g) {
      if (cells.size() <= gaps_[g]) cells.resize(gaps_[g] + 1);
      std::string& cell = cells[gaps_[g]];
      if (trimmed(cell).empty())
        cell = above[g];
      else
        above[g] = cell.size() > kLongest ? std::string() : cell;
    }
  }

  void add_total(Part part, std::uint32_t line) {
    totals_.push_back(line);
    rows_.push_back({static_cast<std::uint32_t>(parts_.size()), line});
    parts_.push_back(part);
  }

  /// `earlier`: the rows of the sections before this one. Of another set of columns a row is joined to that of the same
  /// school; of the same columns it is the same row once more, as when a file is opened twice.
  void add_row(Part part, const std::vector<std::string>& cells, std::uint32_t line, std::size_t earlier, bool other) {
    const std::string key = sections_.size() > 1 ? key_of(cells) : std::string();
    if (earlier > 0 && !key.empty()) {
      const std::uint32_t* const known = rows_of_.find(key);
      const bool before = known != nullptr && *known < earlier;
      if (before && other && join(rows_[*known], part, cells)) {
        if (!joined_) say(IssueCode::rows_joined, kNoLine);
        joined_ = true;
        return;
      }
      if (before && !other && is_same(rows_[*known], cells)) {
        if (!twice_) say(IssueCode::rows_twice, line);
        twice_ = true;
        return;
      }
    }
    if (!key.empty()) rows_of_.add(key, static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back({static_cast<std::uint32_t>(parts_.size()), line});
    parts_.push_back(part);
  }

  /// School and stage, which every table has that speaks of them; a county that differs is seen by agrees().
  std::string key_of(const std::vector<std::string>& cells) const {
    std::string school;
    std::string stage;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const ColumnFinding& column = columns_[places_.back()[c]];
      if (!column.match) continue;
      if (column.match->field == school_) school = normalised(cells[c]);
      if (column.match->field == held_down_[0]) stage = normalised(cells[c]);
    }
    return school.empty() ? school : school + '\t' + stage;
  }

  /// Puts what the parts of a row say where it belongs; the first of them counts. `false`: takes it away again.
  void place_parts(std::uint32_t first, bool there) {
    for (std::uint32_t at = first; at != kNoPart; at = parts_[at].next) {
      const std::vector<std::uint32_t>& places = places_[parts_[at].section];
      for (std::size_t c = 0; c < places.size(); ++c) {
        Span& span = found_[places[c]];
        if (!there)
          span = {};
        else if (span.length == 0)
          span = cells_[parts_[at].first + c];
      }
    }
  }

  std::string_view text_at(Span span) const { return std::string_view(texts_).substr(span.begin, span.length); }

  /// Whether a row says what an earlier one says, in all its cells.
  bool is_same(const Row& row, const std::vector<std::string>& cells) {
    place_parts(row.part, true);
    bool same = true;
    for (std::size_t c = 0; c < cells.size() && same; ++c)
      same = text_at(found_[places_.back()[c]]) == cells[c];
    place_parts(row.part, false);
    return same;
  }

  /// Two numbers for one thing are two schools of one name, or a mistake that a person has to see: false then.
  bool join(const Row& row, Part part, const std::vector<std::string>& cells) {
    place_parts(row.part, true);
    bool agrees = true;
    bool more = false;
    for (std::size_t c = 0; c < cells.size() && agrees; ++c) {
      const std::string_view there = text_at(found_[places_.back()[c]]);
      if (cells[c].empty() || cells[c] == there) continue;
      more = more || there.empty();
      agrees = there.empty() || normalised(there) == normalised(cells[c]);
    }
    place_parts(row.part, false);
    if (!agrees || !more) return agrees;
    std::uint32_t last = row.part;
    while (parts_[last].next != kNoPart)
      last = parts_[last].next;
    parts_[last].next = static_cast<std::uint32_t>(parts_.size());
    parts_.push_back(part);
    return true;
  }

  void say(IssueCode code, std::uint32_t line) {
    Issue issue;
    issue.code = code;
    issue.line = line;
    issues_.push_back(issue);
  }

  /// Columns are counted in 16 bits. And tables of different columns one below another are mostly empty cells: few
  /// bytes can ask for millions of them.
  bool too_big() const {
    std::size_t text = 0;
    for (const RawSheet& sheet : sheets_)
      text += sheet.table.text.size();
    const std::uint64_t cells = std::uint64_t{rows_.size()} * columns_.size();
    if (text > kLargestText || columns_.size() > kMostColumns) return true;
    return cells > std::min<std::uint64_t>(kMostWritten * text + kLeastWritten, kLargestText);
  }

  Layout written() {
    if (too_big()) {
      say(IssueCode::input_too_big, kNoLine);
      rows_.clear();
      headers_.clear();
      columns_.clear();
    }
    TableWriter writer;
    writer.columns(headers_);
    for (const Row& row : rows_) {
      place_parts(row.part, true);
      writer.begin_row(row.line);
      for (std::size_t c = 0; c < columns_.size(); ++c)
        writer.cell(text_at(found_[c]));
      writer.end_row();
      place_parts(row.part, false);
    }
    Layout layout;
    layout.table = writer.take();
    layout.columns = std::move(columns_);
    layout.questions = std::move(questions_);
    layout.totals = std::move(totals_);
    // What complaints point to stood in the sheets.
    for (Issue& issue : issues_) {
      if (issue.length == 0) {
        issue.begin = 0;
        continue;
      }
      const auto above = std::partition_point(sheets_.begin() + 1, sheets_.end(),
                                              [&](const RawSheet& sheet) { return sheet.lines_before < issue.line; });
      const std::string found((above - 1)->table.at({issue.begin, issue.length}));
      issue.begin = static_cast<std::uint32_t>(layout.table.text.size());
      layout.table.text += found;
    }
    return layout;
  }

  static constexpr std::uint32_t kNoPart = 0xFFFFFFFF;
  static constexpr std::uint64_t kMostWritten = 16;
  static constexpr std::uint64_t kLeastWritten = 1U << 22U;

  std::vector<RawSheet> sheets_;
  std::vector<Section> sections_;
  const Vocabulary& vocabulary_;
  const TableChoices& reading_;
  Issues& issues_;
  std::array<std::uint16_t, kHeldDown.size()> held_down_{};
  std::uint16_t school_ = kNoSubject;
  std::vector<std::size_t> gaps_;
  std::vector<Question> questions_;
  std::vector<std::string> headers_;
  std::vector<ColumnFinding> columns_;
  WordMap names_;
  std::vector<Named> named_;
  std::vector<std::vector<std::uint32_t>> places_;  ///< of the columns of each section
  std::string texts_;
  std::vector<Span> cells_;  ///< in texts_
  std::vector<Part> parts_;
  std::vector<Row> rows_;
  std::vector<Span> found_;  ///< one for each column, empty between rows
  WordMap rows_of_;
  std::vector<std::uint32_t> totals_;  ///< lines
  bool joined_ = false;
  bool twice_ = false;
};

}  // namespace

Layout assemble(std::vector<RawSheet> sheets, std::vector<Section> sections, const Vocabulary& vocabulary,
                const TableChoices& reading, Issues& issues) {
  return Assembler(std::move(sheets), std::move(sections), vocabulary, reading, issues).run();
}

}  // namespace junheng
