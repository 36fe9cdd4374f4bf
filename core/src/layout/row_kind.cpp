// SPDX-License-Identifier: MIT
#include "layout/row_kind.h"

#include <algorithm>
#include <array>
#include <limits>

#include "base/eight_bytes.h"
#include "base/utf8.h"
#include "junheng/record.h"
#include "table/field_cell.h"

namespace junheng {
namespace {

/// So many numbers below columns of numbers are no accident.
constexpr std::size_t kManyNumbers = 3;
/// A name is no longer, and has no such signs in it.
constexpr std::size_t kLongestName = 120;
constexpr std::int64_t kLargestKey = std::numeric_limits<std::int32_t>::max();

bool is_sentence(std::string_view text) {
  if (text.size() > kLongestName) return true;
  while (!text.empty()) {
    const char32_t point = half_width(take_code_point(text));
    if (point == U'。' || point == U';' || point == U':' || point == U'!' || point == U'?' || point == U',')
      return true;
  }
  return false;
}

/// A number of a code (211) and none that was measured or counted.
bool is_code(std::string_view cell) {
  constexpr std::size_t kLongestCode = 12;
  return cell.size() <= kLongestCode && cell.find_first_not_of("0123456789") == std::string_view::npos;
}

/// 一、小学 and the like. Looked at in eight bytes twice, as nearly no name has a byte of these signs.
bool is_numbered(std::string_view name) {
  constexpr std::size_t kNumbering = 12;
  const std::string_view front = name.substr(0, kNumbering);
  const auto none_in = [](const char* at) {
    const EightBytes bytes(at);
    return (bytes.equal_to('.') | bytes.equal_to(')') | bytes.equal_to('\xE3') | bytes.equal_to('\xEF')) == 0;
  };
  if (front.size() >= kEight && none_in(front.data()) && none_in(front.data() + front.size() - kEight)) return false;
  constexpr std::array<std::string_view, 4> kSigns = {"、", ")", "）", "."};
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](std::string_view sign) { return front.find(sign) != std::string_view::npos; });
}

}  // namespace

void RowJudge::begin(const std::vector<ColumnFinding>& columns, std::optional<std::uint16_t> key) {
  columns_.assign(columns.size(), Column::unused);
  used_ = numbers_ = 0;
  school_.reset();
  key_ = key;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!columns[i].match) continue;
    ++used_;
    const Field& field = vocabulary_.fields[columns[i].match->field];
    if (field.kind != FieldKind::text) {
      columns_[i] = field.kind == FieldKind::flag ? Column::unused : Column::number;
    } else if (field.id == "school") {
      columns_[i] = Column::school;
      if (!school_) school_ = static_cast<std::uint16_t>(i);
    } else if (field.id == "stage") {
      columns_[i] = Column::stage;
    } else {
      const bool place = field.id == "county" || field.id == "province";
      columns_[i] = field.id == "type" ? Column::type : place ? Column::text : Column::code;
    }
    if (columns_[i] == Column::number) ++numbers_;
  }
}

bool RowJudge::is_plain(Table& table, std::size_t row, std::int32_t& key) const {
  if (!school_) return false;
  CellReader cells(table, row);
  Span name;
  if (!cells.skip(*school_) || !cells.next(name)) return false;
  name = trimmed_span(table, name);
  if (!plainly_named(table.at(name))) return false;
  // What is plainly named is no plain number, so that it is another cell.
  const auto keep = [&](const Decimal& number) {
    if (number.scale == 0 && number.mantissa <= kLargestKey) key = static_cast<std::int32_t>(number.mantissa);
  };
  for (std::size_t column = *school_ + 1U;; ++column) {
    Decimal number;
    if (column == key_ && cells.at_nothing()) key = 0;
    if (cells.next_plain(number, true)) {
      // As a rule the key is the first number, or stands right behind it.
      if (column == key_) {
        keep(number);
      } else if (key_ && column < *key_ && cells.skip(*key_ - column - 1)) {
        if (cells.at_nothing()) key = 0;
        if (cells.next_plain(number, true)) keep(number);
      }
      return true;
    }
    if (!cells.skip(1)) break;
  }
  CellReader again(table, row);
  Span span;
  for (std::size_t column = 0; column <= kMostColumns && again.next(span); ++column) {
    span = trimmed_span(table, span);
    if (span.length > 0 && is_numeric(table.at(span), vocabulary_) && table.at(span) != table.at(name)) return true;
  }
  return false;
}

bool RowJudge::plainly_named(std::string_view name) const {
  constexpr std::size_t kShortName = 9;  // 小学, 初中, 九年制: no school is called so
  return name.size() > kShortName && !is_numbered(name) && vocabulary_.row_words.ends_as_school(name);
}

RowKind RowJudge::kind_of(const RowLook& look, bool doubtful) const {
  const RowKind by_name = by_words(look);
  if (by_name != RowKind::school) return by_name;
  if (is_zeros(look)) return RowKind::zeros;
  const Agreement all = agreement(look);
  if (all.sure > 0) return RowKind::school;
  const bool many = all.right >= kManyNumbers || all.right * 2 >= numbers_;
  const bool believed =
      doubtful ? all.wrong == 0 && many : all.wrong == 0 || all.right > all.wrong || all.filled == used_;
  return believed ? RowKind::school : RowKind::other_table;
}

RowKind RowJudge::by_words(const RowLook& look) const {
  const RowWords& words = vocabulary_.row_words;
  const auto kind = [&](std::string_view name) {
    const RowWord word = words.of(name);
    if (word != RowWord::none) return word == RowWord::total ? RowKind::total : RowKind::statistic;
    // "小学（2所）" with numbers is the sum of what stands below it.
    bool count = false;
    const std::string_view group = look.numbers ? words.group_of(name, count) : name;
    const bool sum = count && (vocabulary_.match_stage(group) || vocabulary_.match_type(group).type ||
                               words.ends_as_place(group) || !vocabulary_.county_in(group).empty());
    return sum ? RowKind::total : RowKind::school;
  };
  const std::string_view school = school_ ? look.at(*school_) : std::string_view();
  // 合计 may stand in the column of the serial numbers, or of the counties; with a school's name beside it only there.
  const std::size_t end = school.empty() ? look.first_number : std::min(look.first + 2, look.first_number);
  for (std::size_t c = look.first; c < end; ++c) {
    const RowKind found = look.at(c).empty() ? RowKind::school : kind(look.at(c));
    if (found != RowKind::school) return found;
  }
  if (!group_in(look).empty()) return RowKind::total;
  return school.empty() || words.ends_as_school(school) ? RowKind::school : kind(school);
}

std::string_view RowJudge::group_in(const RowLook& look) const {
  const std::string_view name = school_ ? look.at(*school_) : std::string_view();
  if (name.empty() || !look.numbers) return {};
  bool count = false;
  const std::string_view group = vocabulary_.row_words.group_of(name, count);
  // What has a type of its own beside it may be called so.
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const bool kind = columns_[c] == Column::type || columns_[c] == Column::stage;
    if (kind && !look.at(c).empty() && !count) return {};
  }
  // Somebody may have called a school 小学; 一、小学 and 【小学】 nobody.
  const bool marked = count || group.size() != trimmed(name).size();
  const bool known = vocabulary_.match_stage(group) || (count && vocabulary_.match_type(group).type);
  return marked && known ? name : std::string_view();
}

bool RowJudge::is_zero(std::string_view cell) const {
  if (cell.empty() || cell.front() == '#' || vocabulary_.is_missing_mark(cell)) return true;
  const NumberCell number = read_number_cell(cell, vocabulary_);
  return number.state == CellState::number && number.value.mantissa == 0;
}

bool RowJudge::is_zeros(const RowLook& look) const {
  if (!school_) return false;
  bool any = false;
  for (std::size_t c = 0; c < look.cells.size(); ++c) {
    const Column column = c < columns_.size() ? columns_[c] : Column::unused;
    const std::string_view cell = look.at(c);
    // A form may have the county or the type in every row already.
    if (cell.empty() || column == Column::type || column == Column::text || column == Column::code) continue;
    // A serial number counts nothing.
    if (!(column == Column::unused && is_code(cell)) && !is_zero(cell)) return false;
    any = true;
  }
  return any;
}

RowJudge::Agreement RowJudge::agreement(const RowLook& look) const {
  Agreement all;
  const auto mark = [&](bool right) { right ? ++all.right : ++all.wrong; };
  for (std::size_t c = 0; c < look.cells.size() && c < columns_.size(); ++c) {
    const std::string_view cell = look.at(c);
    if (cell.empty()) continue;
    if (columns_[c] != Column::unused) ++all.filled;
    if (vocabulary_.is_missing_mark(cell)) continue;
    const bool number = is_numeric(cell, vocabulary_);
    switch (columns_[c]) {
      case Column::unused:
      case Column::code:
        break;
      case Column::school:
        if (vocabulary_.row_words.ends_as_school(cell)) ++all.sure;
        if (number && !is_code(cell)) ++all.wrong;
        break;
      case Column::text:
        if (number && !is_code(cell)) ++all.wrong;
        break;
      case Column::type: {
        const TypeWord word = vocabulary_.match_type(cell);
        ++(word.type || word.stage ? all.sure : all.wrong);
        break;
      }
      case Column::stage:
        ++(vocabulary_.match_stage(cell) ? all.sure : all.wrong);
        break;
      case Column::number:
        // Marks for what is not exact, dates and the like are wrong numbers of a school, and complained about later.
        mark(number);
        break;
    }
  }
  return all;
}

bool RowJudge::names_school(const RowLook& look) const {
  const std::string_view text = look.first_text();
  if (!look.one_text || is_numeric(text, vocabulary_) || is_sentence(text)) return false;
  return look.first == school_ && look.filled == 1;
}

}  // namespace junheng
