// SPDX-License-Identifier: MIT
#include "layout/totals_by_sum.h"

#include <algorithm>
#include <array>

#include "layout/section_cells.h"
#include "table/field_cell.h"

namespace junheng {
namespace {

/// Numbers are added up in thousandths; what has more decimals, or is larger than any school's, is no part of a sum.
constexpr int kShift = 3;
constexpr std::int64_t kThousandths = 1000;
constexpr std::int64_t kLargest = 10'000'000'000;
/// Columns beyond these are not looked at.
constexpr std::size_t kMostCompared = 80;
constexpr std::size_t kFewestAlike = 2;
/// Of a row that is named as schools are, and of one that has a type or a stage: small schools are each other's sums by
/// chance.
constexpr std::size_t kFewestOfNamed = 3;
constexpr std::size_t kFewestOfSchool = 4;
constexpr std::array<std::string_view, 2> kKinds = {"type", "stage"};
/// A sample writes out so many numbers.
constexpr std::size_t kSampled = 3;
/// Questions are for people.
constexpr std::size_t kMostQuestions = 200;
/// Rows that candidates may be compared with, for each row there is: hostile tables have nothing but candidates.
constexpr std::size_t kLooksPerRow = 4;
constexpr std::size_t kLeastLooks = 1'000;

/// Finds rows that are sums in one section. Holds the first column of numbers of all its rows (key_), and the sums of
/// the schools up to each row (sums_): a row is looked at further only where its number in that column is the
/// difference of two of these.
///
/// Steps, by run(): rows are gone through from the top, each against the schools right above it, then from the bottom
/// against those right below; what was found is no part of a later sum. Where there are such rows, a group of one school
/// has one too: the same numbers once more.
class SumFinder {
 public:
  SumFinder(RawSheet& sheet, Section& section, const Vocabulary& vocabulary)
      : section_(section),
        vocabulary_(vocabulary),
        cells_(sheet, section),
        columns_(number_columns(section, vocabulary)),
        school_(column_of(section.columns, vocabulary.field("school").value_or(kNoSubject))) {
    if (columns_.size() > kMostCompared) columns_.resize(kMostCompared);
    looks_ = kLeastLooks + kLooksPerRow * section.rows.size();
  }

  struct Sum {
    std::size_t row = 0;    ///< of the section
    std::size_t first = 0;  ///< the schools it is the sum of
    std::size_t last = 0;
  };

  std::vector<Sum> run() {
    constexpr std::size_t kFewestRows = 3;
    if (columns_.size() < kFewestAlike || section_.rows.size() < kFewestRows) return {};
    key_.reserve(section_.rows.size());
    schools_.reserve(section_.rows.size());
    sums_.reserve(section_.rows.size() + 1);
    for (const SectionRow& row : section_.rows)
      key_.push_back(row.kind == RowKind::school ? number(row, columns_.front()) : 0);
    out_.resize(key_.size());
    for (std::size_t i = 0; i < key_.size(); ++i)
      out_[i] = section_.rows[i].kind != RowKind::school;
    for (const bool above : {true, false}) {
      pass(above, 2);
      if (!(above ? found_above_ : found_below_)) continue;
      pass(above, 1);
      pass(above, 2);
    }
    std::sort(sums_found_.begin(), sums_found_.end(), [](const Sum& a, const Sum& b) { return a.row < b.row; });
    return std::move(sums_found_);
  }

  /// "300 + 200 = 500"
  std::string sample(const Sum& sum) {
    std::string text;
    std::size_t written = 0;
    for (std::size_t i = sum.first; i <= sum.last; ++i) {
      if (out_[i]) continue;
      if (++written > kSampled && i != sum.last) continue;
      text.append(text.empty() ? "" : written > kSampled + 1 ? " + … + " : " + ");
      text.append(cells_.at(section_.rows[i], columns_.front()));
    }
    return text.append(" = ").append(cells_.at(section_.rows[sum.row], columns_.front()));
  }

  std::string name(std::size_t row) { return school_ ? std::string(cells_.at(section_.rows[row], *school_)) : ""; }

 private:
  std::int64_t number(const SectionRow& row, std::size_t column) {
    if (row.key != kNotLookedAt && column == section_.key) return row.key * kThousandths;
    Decimal number;
    if (!cells_.plain_number(row, column, number)) {
      const std::string_view cell = cells_.at(row, column);
      if (cell.empty()) return 0;
      const Field& field = vocabulary_.fields[section_.columns[column].match->field];
      const NumberCell read = read_field_cell(cell, field, vocabulary_);
      if (read.state != CellState::number) return 0;
      number = read.value;
    }
    if (number.mantissa < 0 || number.scale > kShift) return 0;
    std::int64_t value = number.mantissa;
    for (int scale = number.scale; scale < kShift && value < kLargest * kThousandths; ++scale)
      value *= 10;
    return value < kLargest * kThousandths ? value : 0;
  }

  /// Goes from one end to the other; what was gone past is in schools_ and sums_.
  void pass(bool above, std::size_t fewest) {
    schools_.clear();
    sums_.assign(1, 0);
    const std::size_t count = key_.size();
    std::size_t since = 0;  // schools before the last row that is no school
    for (std::size_t step = 0; step < count; ++step) {
      const std::size_t i = above ? step : count - 1 - step;
      if (out_[i]) {
        since = schools_.size();
        continue;
      }
      const std::size_t first = key_[i] > 0 ? run_of(key_[i]) : schools_.size();
      const std::size_t length = schools_.size() - first;
      // One row is a sum of one only as a whole group, and between other sums.
      const bool group = fewest > 1 ? length >= fewest : length == 1 && first == since && schools_.size() > 1;
      if (group && is_sum(i, first)) {
        out_[i] = true;
        (above ? found_above_ : found_below_) = true;
        const auto [low, high] = std::minmax(schools_[first], schools_.back());
        sums_found_.push_back({i, low, high});
        since = schools_.size();
        continue;
      }
      schools_.push_back(i);
      sums_.push_back(sums_.back() + static_cast<std::uint64_t>(key_[i]));
    }
  }

  /// Where the schools begin that are gone past last and come to this number; schools_.size() where none do.
  std::size_t run_of(std::int64_t value) const {
    const auto wanted = static_cast<std::uint64_t>(value);
    if (sums_.back() < wanted) return schools_.size();
    const std::uint64_t before = sums_.back() - wanted;
    // The number of an ordinary school is that of a few others: looked for from the end, and then in growing steps.
    constexpr std::size_t kNear = 4;
    for (std::size_t i = sums_.size(); i > 0 && i + kNear > sums_.size(); --i) {
      if (sums_[i - 1] < before) return schools_.size();
      if (sums_[i - 1] == before) break;
    }
    std::size_t step = 1;
    while (step < sums_.size() && sums_[sums_.size() - step] > before)
      step *= 2;
    const auto from = sums_.end() - static_cast<std::ptrdiff_t>(std::min(step, sums_.size()));
    const auto at = std::lower_bound(from, sums_.end(), before);
    if (at == sums_.end() || *at != before) return schools_.size();
    return static_cast<std::size_t>(at - sums_.begin());
  }

  bool is_sum(std::size_t row, std::size_t first) {
    const std::size_t length = schools_.size() - first;
    if (length > looks_) return false;
    looks_ -= length;
    // What a school has as a whole, beside the rows of its stages, is no total.
    const std::string own = name(row);
    std::size_t same = 0;
    for (std::size_t s = first; s < schools_.size(); ++s) {
      if (is_part_of(name(schools_[s]), own)) ++same;
    }
    if (!own.empty() && same == length) return false;
    std::size_t alike = 0;
    std::size_t other = 0;
    for (const std::size_t column : columns_) {
      const std::int64_t written = number(section_.rows[row], column);
      if (written == 0) continue;
      std::uint64_t sum = 0;
      for (std::size_t s = first; s < schools_.size(); ++s)
        sum += static_cast<std::uint64_t>(number(section_.rows[schools_[s]], column));
      ++(sum == static_cast<std::uint64_t>(written) ? alike : other);
    }
    const bool all = first == 0 && length > kFewestAlike;  // of all that stand on this side of it
    if (says_kind(row)) return alike >= (all ? kFewestAlike : kFewestOfSchool) && other == 0;
    if (vocabulary_.row_words.ends_as_school(own)) return alike >= kFewestOfNamed && other == 0;
    return alike >= kFewestAlike && (length == 1 ? other == 0 : other * 2 <= alike);
  }

  bool says_kind(std::size_t row) {
    return std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view field) {
      const auto column = column_of(section_.columns, vocabulary_.field(field).value_or(kNoSubject));
      return column && !cells_.at(section_.rows[row], *column).empty();
    });
  }

  bool is_part_of(const std::string& part, const std::string& school) const {
    if (part == school) return true;
    const auto known = vocabulary_.part_in_name(part);
    return known && known->school > 0 && part.compare(0, known->school, school) == 0;
  }

  Section& section_;
  const Vocabulary& vocabulary_;
  SectionCells cells_;
  std::vector<std::size_t> columns_;
  std::optional<std::uint16_t> school_;
  std::vector<std::int64_t> key_;
  std::vector<bool> out_;
  std::vector<std::size_t> schools_;
  std::vector<std::uint64_t> sums_;
  std::vector<Sum> sums_found_;
  std::size_t looks_ = 0;
  bool found_above_ = false;
  bool found_below_ = false;
};

}  // namespace

void find_sum_rows(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                   const TableChoices& reading, std::vector<SourceRow>& rows, std::vector<Question>& questions,
                   Issues& issues) {
  for (Section& section : sections) {
    RawSheet& sheet = sheets[section.sheet];
    SumFinder finder(sheet, section, vocabulary);
    for (const auto& sum : finder.run()) {
      SectionRow& row = section.rows[sum.row];
      Question question;
      question.kind = QuestionKind::sum_row;
      question.place = {static_cast<std::uint32_t>(section.sheet), row.line - sheet.lines_before};
      question.answer = answer_to(reading.answers, question.kind, question.place);
      // Once for all of a sheet.
      if (question.answer.empty())
        question.answer = answer_to(reading.answers, question.kind, {question.place.sheet, 0});
      const std::string name = finder.name(sum.row);
      question.options = {{"total", finder.sample(sum)}, {"school", name}};
      question.proposed = "total";
      if (question.answer != "total" && question.answer != "school") question.answer.clear();
      if (question.answer.empty()) {
        Issue issue;
        issue.code = IssueCode::question_open;
        issue.line = row.line;
        issues.push_back(issue);
      }
      if (question.answer != "school") {
        row.kind = RowKind::total;
        if (!section.transposed) set_kind(rows, row.line, RowKind::total);
      }
      if (questions.size() < kMostQuestions) questions.push_back(std::move(question));
    }
  }
}

}  // namespace junheng
