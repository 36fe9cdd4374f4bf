// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "section.h"
#include "table_writer.h"
#include "utf8.h"

namespace junheng {
namespace {

/// Fields whose text may stand only in the first of several rows it holds for.
constexpr std::array<std::string_view, 4> kHeldDown = {"stage", "type", "county", "province"};

class Assembler {
 public:
  Assembler(std::vector<RawSheet> sheets, std::vector<Section> sections, const Vocabulary& vocabulary, Issues& issues)
      : sheets_(std::move(sheets)), sections_(std::move(sections)), vocabulary_(vocabulary), issues_(issues) {
    for (std::size_t i = 0; i < kHeldDown.size(); ++i)
      held_down_[i] = vocabulary.field(kHeldDown[i]).value_or(kNoSubject);
    school_ = vocabulary.field("school").value_or(kNoSubject);
    pupils_ = vocabulary.field("pupils").value_or(kNoSubject);
  }

  Layout run() {
    const bool contexts = add_context_columns();
    if (sections_.empty() && sheets_.size() == 1) return nothing();
    if (sheets_.size() == 1 && sections_.size() == 1 && !contexts && !sections_.front().transposed &&
        !has_gaps(sections_.front())) {
      return as_it_stands();
    }
    for (Section& section : sections_)
      add_section(section);
    return written();
  }

 private:
  std::size_t column(const Section& section, std::string_view field) const {
    const auto index = vocabulary_.field(field);
    return index ? section.column_of(*index) : section.columns.size();
  }

  bool has(const Section& section, std::string_view field) const {
    return column(section, field) < section.columns.size();
  }

  // ---- what a line above a block says becomes a column ----------------------------------------------------------------

  bool several_counties() const {
    std::string_view first;
    for (const Section& section : sections_) {
      for (const SectionRow& row : section.rows) {
        const std::string& county = section.contexts[row.context].county;
        if (first.empty()) first = county;
        if (!county.empty() && county != first) return true;
      }
    }
    return false;
  }

  bool add_context_columns() {
    const bool counties = several_counties();
    bool added = false;
    for (Section& section : sections_) {
      const bool staged_pupils = std::any_of(section.columns.begin(), section.columns.end(), [&](const auto& column) {
        return column.match && column.match->field == pupils_ && column.match->stage;
      });
      const auto any = [&](std::string BlockContext::*text) {
        return std::any_of(section.rows.begin(), section.rows.end(),
                           [&](const SectionRow& row) { return !(section.contexts[row.context].*text).empty(); });
      };
      const auto add = [&](const char* field, std::string BlockContext::*text) {
        const auto index = vocabulary_.field(field);
        if (!index || !any(text)) return;
        ColumnFinding finding;
        finding.sureness = Sureness::sure;
        finding.match = HeaderMatch{};
        finding.match->field = *index;
        section.headers.push_back(vocabulary_.fields[*index].label.zh);
        section.columns.push_back(finding);
        section.added.push_back(text);
        added = true;
      };
      if (!has(section, "stage") && !staged_pupils) add("stage", &BlockContext::stage);
      if (!has(section, "type")) add("type", &BlockContext::type);
      if (counties && !has(section, "county")) add("county", &BlockContext::county);
    }
    return added;
  }

  // ---- texts that are written once -------------------------------------------------------------------------------------

  /// Whether this column has a text only in the first row of each block: at most every second row.
  bool written_once(Section& section, std::size_t column) {
    constexpr std::size_t kProbe = 40;
    Table& table = sheets_[section.sheet].table;
    std::size_t filled = 0;
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
      CellReader cells(table, section.rows[i].record);
      Span span{0, 0};
      for (std::size_t c = 0; c <= column; ++c) {
        span = {0, 0};
        if (!cells.next(span)) break;
      }
      const bool empty = trimmed(table.at(span)).empty();
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
      const bool name = field == school_ && has(section, "stage");
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
    for (const SectionRow& row : section.rows)
      kept.push_back(table.records[row.record]);
    kept.push_back(table.records.back());
    table.records = std::move(kept);
    for (const std::string& header : section.headers) {
      table.columns.push_back({static_cast<std::uint32_t>(table.text.size()), static_cast<std::uint32_t>(header.size())});
      table.text += header;
    }
    layout.columns = std::move(section.columns);
    return layout;
  }

  /// The same field in the same unit, or the same words: then it is the same column of the whole.
  std::size_t place_of(const Section& section, std::size_t column, std::vector<std::uint8_t>& taken) {
    const ColumnFinding& finding = section.columns[column];
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i < taken.size() && taken[i] != 0) continue;
      const ColumnFinding& other = columns_[i];
      const bool same = finding.match && other.match
                            ? finding.match->field == other.match->field && finding.match->stage == other.match->stage
                            : !finding.match && !other.match && section.headers[column] == headers_[i];
      if (same) {
        taken.resize(columns_.size(), 0);
        taken[i] = 1;
        return i;
      }
    }
    headers_.push_back(section.headers[column]);
    columns_.push_back(finding);
    taken.resize(columns_.size(), 0);
    taken.back() = 1;
    return columns_.size() - 1;
  }

  void add_section(Section& section) {
    const bool gaps = has_gaps(section);
    std::vector<std::uint8_t> taken;
    std::vector<std::size_t> places;
    const std::size_t columns_before = columns_.size();
    for (std::size_t c = 0; c < section.columns.size(); ++c)
      places.push_back(place_of(section, c, taken));
    // Another set of columns: what it says belongs beside what the others say about the same school.
    const bool other = columns_before != 0 && (columns_.size() != columns_before ||
                                               std::find(taken.begin(), taken.end(), 0) != taken.end());
    const std::size_t rows_before = rows_.size();
    std::vector<std::string> cells;
    std::vector<std::string> above(gaps_.size());
    for (const SectionRow& row : section.rows) {
      if (section.transposed) cells = section.turned[row.record];
      else read_cells(sheets_[section.sheet].table, row.record, cells);
      if (gaps) fill_down(cells, above);
      std::vector<std::string> placed(columns_.size());
      const std::size_t own = section.columns.size() - section.added.size();
      for (std::size_t c = 0; c < std::min(cells.size(), own); ++c)
        placed[places[c]] = in_unit_of_column(cells[c], section, c, places[c]);
      for (std::size_t a = 0; a + own < section.columns.size(); ++a)
        placed[places[own + a]] = section.contexts[row.context].*(section.added[a]);
      add_row(std::move(placed), row.line, other ? rows_before : 0);
    }
    if (gaps) say(IssueCode::held_down, section.rows.empty() ? kNoLine : section.rows.front().line);
  }

  void fill_down(std::vector<std::string>& cells, std::vector<std::string>& above) const {
    for (std::size_t g = 0; g < gaps_.size(); ++g) {
      if (cells.size() <= gaps_[g]) cells.resize(gaps_[g] + 1);
      std::string& cell = cells[gaps_[g]];
      if (trimmed(cell).empty()) cell = above[g];
      else above[g] = cell;
    }
  }

  /// Two tables may have one column in 元 and in 万元: the unit then stands with the number.
  std::string in_unit_of_column(const std::string& cell, const Section& section, std::size_t column,
                                std::size_t place) const {
    const auto& own = section.columns[column].match;
    const auto& whole = columns_[place].match;
    if (!own || !whole || cell.empty()) return cell;
    if (own->conversion.same_as(whole->conversion)) return cell;
    return cell + std::string(vocabulary_.unit_name(vocabulary_.fields[own->field], own->conversion));
  }

  void add_row(std::vector<std::string> cells, std::uint32_t line, std::size_t earlier) {
    const std::string key = key_of(cells);
    if (earlier > 0 && !key.empty()) {
      const std::uint32_t* const known = places_.find(key);
      if (known != nullptr && *known < earlier && agrees(rows_[*known], cells)) {
        std::vector<std::string>& row = rows_[*known];
        row.resize(columns_.size());
        for (std::size_t c = 0; c < cells.size(); ++c) {
          if (row[c].empty()) row[c] = std::move(cells[c]);
        }
        if (!joined_) say(IssueCode::rows_joined, kNoLine);
        joined_ = true;
        return;
      }
    }
    if (!key.empty()) places_.add(key, static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back(std::move(cells));
    lines_.push_back(line);
  }

  /// School and stage, which every table has that speaks of them; a county that differs is seen by agrees().
  std::string key_of(const std::vector<std::string>& cells) const {
    std::string school;
    std::string stage;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!columns_[c].match) continue;
      if (columns_[c].match->field == school_) school = normalised(cells[c]);
      if (columns_[c].match->field == held_down_[0]) stage = normalised(cells[c]);
    }
    return school.empty() ? school : school + '\t' + stage;
  }

  /// Two numbers for one thing are two schools of one name, or a mistake that a person has to see.
  static bool agrees(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t c = 0; c < std::min(a.size(), b.size()); ++c) {
      if (!a[c].empty() && !b[c].empty() && normalised(a[c]) != normalised(b[c])) return false;
    }
    return true;
  }

  void say(IssueCode code, std::uint32_t line) {
    Issue issue;
    issue.code = code;
    issue.line = line;
    issues_.push_back(issue);
  }

  Layout written() {
    TableWriter writer;
    writer.columns(headers_);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      rows_[row].resize(columns_.size());
      writer.row(rows_[row], lines_[row]);
    }
    Layout layout;
    layout.table = writer.take();
    layout.columns = std::move(columns_);
    // What complaints point to stood in the sheets.
    for (Issue& issue : issues_) {
      if (issue.length == 0) {
        issue.begin = 0;
        continue;
      }
      std::size_t sheet = 0;
      while (sheet + 1 < sheets_.size() && sheets_[sheet + 1].lines_before < issue.line)
        ++sheet;
      const std::string found(sheets_[sheet].table.at({issue.begin, issue.length}));
      issue.begin = static_cast<std::uint32_t>(layout.table.text.size());
      layout.table.text += found;
    }
    return layout;
  }

  std::vector<RawSheet> sheets_;
  std::vector<Section> sections_;
  const Vocabulary& vocabulary_;
  Issues& issues_;
  std::array<std::uint16_t, kHeldDown.size()> held_down_{};
  std::uint16_t school_ = kNoSubject;
  std::uint16_t pupils_ = kNoSubject;
  std::vector<std::size_t> gaps_;
  std::vector<std::string> headers_;
  std::vector<ColumnFinding> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::uint32_t> lines_;
  WordMap places_;
  bool joined_ = false;
};

}  // namespace

Layout assemble(std::vector<RawSheet> sheets, std::vector<Section> sections, const Vocabulary& vocabulary,
                Issues& issues) {
  return Assembler(std::move(sheets), std::move(sections), vocabulary, issues).run();
}

}  // namespace junheng
