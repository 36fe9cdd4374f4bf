// SPDX-License-Identifier: MIT
//
// Rows of totals against the sums of the rows that they may be of.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/decimal_ratio.h"
#include "judge/slots.h"
#include "junheng/consistency.h"

namespace junheng {
namespace {

class TotalChecker {
 public:
  explicit TotalChecker(const Prepared& prepared) : p_(prepared) {}

  std::vector<QuotedIssue> run() {
    const auto is_total = [](std::uint8_t total) { return total != 0; };
    // The national table has none, and its columns need not be added up for nothing.
    if (std::none_of(p_.roster.total.begin(), p_.roster.total.end(), is_total)) return {};
    const std::vector<Field>& fields = p_.vocabulary->fields;
    for (std::size_t index = 0; index < p_.roster.fields.size(); ++index) {
      const auto field = static_cast<std::uint16_t>(index);
      if (!fields[field].adds_up || !p_.roster.fields[field].any()) continue;
      const FieldKind kind = fields[field].kind;
      if (kind != FieldKind::count && kind != FieldKind::amount) continue;
      for (std::size_t at = 0; at < kSlots; ++at) {
        if (const NumberColumn* const column = slot(p_.roster.fields[field], at)) totals_of(field, at, *column);
      }
    }
    return std::move(totals_);
  }

 private:
  /// What stands above each row of totals, added up from the top, and how many numbers are missing in it.
  struct UpTo {
    U128 sum = 0;
    std::size_t rows = 0;
    std::size_t missing = 0;
  };
  struct Total {
    std::size_t row = 0;
    std::size_t above = 0;  ///< into the sums from the top
  };

  /// A written total is right where it is the sum of the groups of rows right above it, or right below it, however many
  /// there are: of the rows since the last total, of a county, of a table of several counties. 小学合计 may be that of
  /// all schools of its stage, wherever they stand.
  void totals_of(std::uint16_t field, std::size_t at, const NumberColumn& column) {
    // A group ends at a row of totals, or where another county begins.
    std::vector<UpTo> ends(1);
    std::array<ExactSum, kStages.size()> stages;
    std::vector<Total> totals;
    UpTo now;
    for (std::size_t row = 0; row < p_.roster.rows(); ++row) {
      const bool total = p_.roster.total[row] != 0;
      const bool other = row > 0 && p_.roster.county[row] != p_.roster.county[row - 1];
      if (total || other) ends.push_back(now);
      if (total) totals.push_back({row, ends.size() - 1});
      // The numbers of a merged row are in those of its main school.
      if (total || (!p_.roster.merged.empty() && p_.roster.merged[row] != kNoRow)) continue;
      const auto number = column.number(row);
      ++now.rows;
      if (number)
        now.sum += in_finest_units(*number);
      else
        ++now.missing;
      if (const auto stage = only_stage_of(row)) stages[static_cast<std::size_t>(*stage)].add(number);
    }
    ends.push_back(now);
    for (const Total& total : totals) {
      const auto number = column.number(total.row);
      if (!number) continue;
      const auto stage = stage_in(p_.table.at(p_.roster.school[total.row]));
      const U128 written = in_finest_units(*number);
      const auto sum =
          other_sum(ends, total.above, written, stage ? stages[static_cast<std::size_t>(*stage)] : ExactSum());
      if (!sum) continue;
      const bool less = *sum < written;
      totals_.push_back({IssueCode::total_differs, field, p_.roster.line[total.row],
                         finest_text(*sum) + " − " + finest_text(written) + (less ? " = −" : " = ") +
                             finest_text(distance(*sum, written)),
                         kNoSubject, stage_at(at)});
    }
  }

  static U128 distance(U128 a, U128 b) { return a < b ? b - a : a - b; }

  /// The sum nearest to what is written: of its stage, or of groups that end or begin there. nullopt where one of them comes
  /// to it; also where nobody can know.
  static std::optional<U128> other_sum(const std::vector<UpTo>& ends, std::size_t there, U128 written,
                                       const ExactSum& of_stage) {
    std::optional<U128> nearest;
    const auto consider = [&](U128 sum) {
      if (!nearest || distance(sum, written) < distance(*nearest, written)) nearest = sum;
    };
    const UpTo& above = ends[there];
    const auto less = [](const UpTo& end, U128 sum) { return end.sum < sum; };
    // A total of no row is none, and not the sum that another one was to be.
    const auto run = [&](const UpTo& end) {
      const U128 sum = distance(end.sum, above.sum);
      if (end.rows != above.rows || sum == written) consider(sum);
    };
    const auto look = [&](auto first, auto last, U128 sought) {
      const auto place = std::lower_bound(first, last, sought, less);
      if (place != last) run(*place);
      if (place != first) run(*(place - 1));
    };
    if (of_stage.any) consider(of_stage.plus);
    const auto here = ends.begin() + static_cast<std::ptrdiff_t>(there);
    look(ends.begin(), here, above.sum < written ? 0 : above.sum - written);
    look(here + 1, ends.end(), above.sum + written);
    const UpTo& all = ends.back();
    const bool open = all.rows == 0 || (above.rows > 0 ? above.missing > 0 : all.missing > 0);
    return open || nearest == written ? std::nullopt : nearest;
  }

  /// Digits of a sum of any number of decimals, without trailing zeros.
  static std::string finest_text(U128 sum) {
    std::string digits;
    for (int place = 0; place <= kMaxScale || sum != 0; ++place) {
      const auto digit = static_cast<char>('0' + static_cast<int>(sum % 10));
      sum /= 10;
      if (place == kMaxScale && !digits.empty()) digits.push_back('.');
      if (place >= kMaxScale || digit != '0' || !digits.empty()) digits.push_back(digit);
    }
    std::reverse(digits.begin(), digits.end());
    return digits;
  }

  std::optional<Stage> stage_in(std::string_view name) const {
    for (const auto& [word, stage] : p_.vocabulary->stage_words()) {
      if (name.find(word) != std::string_view::npos) return static_cast<Stage>(stage);
    }
    return std::nullopt;
  }

  std::optional<Stage> only_stage_of(std::size_t row) const {
    if (p_.roster.only_stage[row] != kNoStage) return static_cast<Stage>(p_.roster.only_stage[row]);
    const std::uint16_t type = p_.roster.type[row];
    if (type == kNoType || p_.vocabulary->types[type].stages.size() != 1) return std::nullopt;
    return p_.vocabulary->types[type].stages.front();
  }

  const Prepared& p_;
  std::vector<QuotedIssue> totals_;
};

}  // namespace

std::vector<QuotedIssue> check_totals(const Prepared& prepared) {
  return TotalChecker(prepared).run();
}

}  // namespace junheng
