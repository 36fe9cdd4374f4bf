// SPDX-License-Identifier: MIT
#include "layout/choose_year.h"

#include <algorithm>
#include <array>

#include "layout/section_cells.h"

namespace junheng {
namespace {

/// A sample names so many schools.
constexpr std::size_t kSampled = 2;

/// The years of the rows of all sections. Tables of other columns say other things about the same schools, and may be
/// of another year without being given twice: only sections that share most of their numbers are compared (a family).
///
/// Steps, by run(): years_of() finds the year of each row of a section; compare() looks for a school that has two;
/// keep() takes away the rows of the other years.
class YearChooser {
 public:
  YearChooser(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
              std::vector<SourceRow>& rows, Years& years)
      : sheets_(sheets), sections_(sections), vocabulary_(vocabulary), rows_(rows), years_(years) {
    const auto field = [&](const char* id) { return vocabulary.field(id).value_or(kNoSubject); };
    school_ = field("school");
    pupils_ = field("pupils");
    part_ = {field("stage"), field("type")};
  }

  void run() {
    std::optional<SchoolYear> first;
    bool several = false;
    for (const Section& section : sections_) {
      given_.push_back(years_of(section));
      for (const auto& year : given_.back()) {
        if (year && first && !(*year == *first)) several = true;
        if (!first) first = year;
      }
    }
    if (!several) return;
    for (std::size_t i = 0; i < sections_.size(); ++i)
      families_.push_back(family_of(i));
    twice_.resize(sections_.size());
    for (std::size_t i = 0; i < sections_.size(); ++i)
      compare(i);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      if (twice_[families_[i]]) keep(i);
    }
    sections_.erase(
        std::remove_if(sections_.begin(), sections_.end(), [](const Section& section) { return section.emptied; }),
        sections_.end());
  }

 private:
  /// One for each row where a column says it, one for all of them, or none.
  using Given = std::vector<std::optional<SchoolYear>>;

  /// Named as one, whatever stands around the name; or one of which every cell is a year, whatever its name.
  std::optional<std::size_t> year_column(const Section& section) {
    for (std::size_t c = 0; c < section.headers.size(); ++c) {
      if (vocabulary_.is_year_column(last_level(section.headers[c]))) return c;
    }
    SectionCells cells(sheets_[section.sheet], section);
    for (std::size_t c = 0; c < section.headers.size() && !section.rows.empty(); ++c) {
      if (section.columns[c].match || section.columns[c].proposal) continue;
      bool years = true;
      std::optional<SchoolYear> first;
      bool several = false;
      for (const SectionRow& row : section.rows) {
        if (row.kind != RowKind::school) continue;
        const std::string_view cell = cells.at(row, c);
        if (cell.empty() && first) continue;  // written in the first of several rows only
        const auto year = year_in(cell, BareYear::yes);
        years = year.has_value();
        if (!years) break;
        several = several || (first && !(*first == *year));
        if (!first) first = year;
      }
      if (years && several) return c;
    }
    return std::nullopt;
  }

  Given years_of(const Section& section) {
    const auto found = year_column(section);
    if (!found) return {section.year};
    const std::size_t column = *found;
    SectionCells cells(sheets_[section.sheet], section);
    Given given;
    std::string last;
    std::optional<SchoolYear> year;
    for (const SectionRow& row : section.rows) {
      const std::string_view cell = cells.at(row, column);
      // Written in the first of several rows only, it holds for the others.
      if (!cell.empty() && cell != last) {
        year = year_in(cell, BareYear::yes);
        last = cell;
      }
      given.push_back(year);
    }
    if (std::all_of(given.begin(), given.end(), [&](const auto& one) { return one == given.front(); })) {
      const auto same = given.empty() ? section.year : given.front();
      given.assign(1, same);
    }
    return given;
  }

  std::optional<SchoolYear> year_of(std::size_t section, std::size_t row) const {
    const Given& given = given_[section];
    return given.size() == 1 ? given.front() : row < given.size() ? given[row] : std::nullopt;
  }

  std::size_t family_of(std::size_t index) const {
    const auto fields = [&](std::size_t i) {
      std::vector<std::uint16_t> all;
      for (const std::size_t column : number_columns(sections_[i], vocabulary_))
        all.push_back(sections_[i].columns[column].match->field);
      return all;
    };
    const std::vector<std::uint16_t> own = fields(index);
    for (std::size_t i = 0; i < index; ++i) {
      if (families_[i] != i) continue;
      const std::vector<std::uint16_t> other = fields(i);
      const auto shared = std::count_if(own.begin(), own.end(), [&](std::uint16_t field) {
        return std::find(other.begin(), other.end(), field) != other.end();
      });
      if (static_cast<std::size_t>(shared) * 2 >= std::max<std::size_t>(own.size(), 1)) return i;
    }
    return index;
  }

  void compare(std::size_t index) {
    const Section& section = sections_[index];
    const auto school = column_of(section.columns, school_);
    if (!school) return;
    SectionCells cells(sheets_[section.sheet], section);
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
      const auto year = year_of(index, i);
      if (!year || section.rows[i].kind != RowKind::school) continue;
      std::string key(cells.at(section.rows[i], *school));
      if (key.empty()) continue;
      for (const std::uint16_t field : part_) {
        if (const auto column = column_of(section.columns, field))
          key.append(1, '\t').append(cells.at(section.rows[i], *column));
      }
      key.append(1, '\t').append(std::to_string(families_[index]));
      const std::uint32_t number = std::uint32_t{year->year} * 2 + (year->spring ? 0U : 1U);
      if (!first_year_.add(key, number) && *first_year_.find(key) != number) twice_[families_[index]] = true;
    }
  }

  /// "松柏小学 300、柳溪小学 200"
  std::string sample(std::size_t index, SchoolYear year) {
    const Section& section = sections_[index];
    const auto school = column_of(section.columns, school_);
    const auto pupils = column_of(section.columns, pupils_);
    SectionCells cells(sheets_[section.sheet], section);
    std::string text;
    std::size_t taken = 0;
    for (std::size_t i = 0; i < section.rows.size() && school; ++i) {
      if (year_of(index, i) != year || section.rows[i].kind != RowKind::school) continue;
      if (++taken > kSampled) return text + " …";
      text.append(text.empty() ? "" : "、").append(cells.at(section.rows[i], *school));
      if (pupils) text.append(1, ' ').append(cells.at(section.rows[i], *pupils));
    }
    return text;
  }

  /// Rows that name no year stand for themselves.
  void keep(std::size_t index) {
    Section& section = sections_[index];
    std::vector<SectionRow> kept;
    std::optional<SchoolYear> added;
    for (std::size_t i = 0; i < section.rows.size(); ++i) {
      const auto year = year_of(index, i);
      if (year && year != added) {
        if (!years_.has(*year)) years_.add(*year, sample(index, *year));
        added = year;
      }
      if (!year || years_.is_chosen(*year))
        kept.push_back(section.rows[i]);
      else if (!section.transposed)
        set_kind(rows_, section.rows[i].line, RowKind::other_year);
    }
    section.emptied = kept.empty();
    section.rows = std::move(kept);
  }

  std::vector<RawSheet>& sheets_;
  std::vector<Section>& sections_;
  const Vocabulary& vocabulary_;
  std::vector<SourceRow>& rows_;
  Years& years_;
  std::uint16_t school_ = kNoSubject;
  std::uint16_t pupils_ = kNoSubject;
  std::array<std::uint16_t, 2> part_{};
  std::vector<Given> given_;           ///< by section
  std::vector<std::size_t> families_;  ///< by section: the first section of its family
  std::vector<bool> twice_;            ///< by family
  WordMap first_year_;
};

}  // namespace

void keep_one_year(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                   std::vector<SourceRow>& rows, Years& years) {
  YearChooser(sheets, sections, vocabulary, rows, years).run();
}

}  // namespace junheng
