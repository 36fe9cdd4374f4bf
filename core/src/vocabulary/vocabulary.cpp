// SPDX-License-Identifier: MIT
#include "junheng/vocabulary.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/ascii.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "junheng/exact.h"
#include "vocabulary/characters.h"
#include "vocabulary/decoration.h"

namespace junheng {
namespace {

/// Half of 64 bits' range, so that adding for rounding stays within it.
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max() / 2;

template <typename Rows>
std::optional<std::uint16_t> index_of(const Rows& rows, std::string_view id) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].id == id) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

/// Splits "name(last)" into name and last; false where the text does not end with a bracket.
bool split_last_bracket(const std::string& text, std::string& name, std::string& last) {
  if (text.empty() || text.back() != ')') return false;
  int depth = 0;
  for (std::size_t i = text.size(); i-- > 0;) {
    if (text[i] == ')') ++depth;
    if (text[i] == '(' && --depth == 0) {
      if (i == 0) return false;
      name = text.substr(0, i);
      last = text.substr(i + 1, text.size() - i - 2);
      return true;
    }
  }
  return false;
}

}  // namespace

std::string normalised(std::string_view text) {
  constexpr std::u32string_view kOpening = U"[{【〔〖";
  constexpr std::u32string_view kClosing = U"]}】〕〗";
  constexpr char32_t kLastBracket = U'〗';
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const std::string_view from = text;
    const char32_t written = take_code_point(text);
    char32_t point = half_width(written);
    if (is_space(point) || is_invisible(point)) continue;
    if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
    point = folded(point);
    if (point <= kLastBracket && point >= U'[') {
      if (kOpening.find(point) != std::u32string_view::npos) point = U'(';
      if (kClosing.find(point) != std::u32string_view::npos) point = U')';
    }
    if (point == 0xB2 && result.ends_with('m')) point = U'2';  // m²
    if (point == written)
      result.append(from.substr(0, from.size() - text.size()));
    else
      append_code_point(result, point);
  }
  return result;
}

void Vocabulary::replace_alike(std::string& name) const {
  // Asked of every cell that may be a name, and of every name of the vocabulary.
  std::uint64_t characters = characters_of(name);
  for (const Alike& alike : alike_) {
    if ((alike.from_characters & ~characters) != 0) continue;
    std::size_t at = name.find(alike.from);
    if (at == std::string::npos) continue;
    characters |= alike.to_characters;
    for (; at != std::string::npos; at = name.find(alike.from, at + alike.to.size()))
      name.replace(at, alike.from.size(), alike.to);
  }
}

bool Vocabulary::too_long(std::string_view cell) {
  constexpr std::size_t kLongest = 1000;
  return cell.size() > kLongest;
}

std::size_t Vocabulary::ending_of(std::string_view name, std::string_view unit) const {
  constexpr std::size_t kLeast = 6;  // two characters: 班数 is not 班
  for (const Ending& ending : endings_) {
    const std::size_t length = ending.word.size();
    // Its last byte first, as comparing is a call.
    if (name.size() < length + kLeast || name.back() != ending.word.back()) continue;
    if ((ending.unit.empty() || ending.unit == unit) && name.ends_with(ending.word)) return length;
  }
  return 0;
}

std::string Vocabulary::number_key(std::string_view name, std::string_view unit) const {
  name.remove_suffix(ending_of(name, unit));
  return std::string("=").append(name);
}

const std::uint32_t* Vocabulary::find_name(const std::string& name, Level level) const {
  const bool ends = std::any_of(endings_.begin(), endings_.end(),
                                [&](const Ending& ending) { return name.ends_with(ending.word.back()); });
  for (const WordMap* const names : {&field_names_[1], &field_names_[0]}) {
    if (level == Level::school && names == &field_names_[1]) continue;
    if (const std::uint32_t* const field = names->find(name)) return field;
    std::size_t last = std::string::npos;
    for (const std::string& unit : ending_units_) {
      const std::size_t length = ends ? ending_of(name, unit) : 0;
      if (std::exchange(last, length) == length) continue;
      const std::uint32_t* const field = names->find(number_key(name, unit));
      if (field != nullptr && ending_of(name, fields[*field & kFieldMask].unit.zh) == length) return field;
    }
  }
  return nullptr;
}

namespace {

/// Digits of "1 在校生数", where a space alone stands between the number and the name.
std::size_t spaced_number(std::string_view cell) {
  constexpr std::size_t kMost = 2;
  cell = trimmed(cell);
  const std::size_t digits = std::min(cell.find_first_not_of("0123456789"), cell.size());
  if (digits == 0 || digits > kMost || digits == cell.size()) return 0;
  std::string_view rest = cell.substr(digits);
  return is_space(take_code_point(rest)) ? digits : 0;
}

/// The normalised text of a cell that may be a word of tables; empty for one that is too long to be any, so that a cell
/// of megabytes is not looked through once for each question.
std::string word_of(std::string_view cell) {
  return Vocabulary::too_long(cell) ? std::string() : normalised(cell);
}

}  // namespace

std::optional<std::uint16_t> Vocabulary::field(std::string_view id) const {
  return index_of(fields, id);
}

std::optional<std::uint16_t> Vocabulary::type(std::string_view id) const {
  return index_of(types, id);
}

std::optional<Decimal> converted(Decimal value, const Conversion& conversion) {
  constexpr std::uint8_t kDecimals = 6;
  if (conversion.times != conversion.over) {
    // Below 10^18 · 2000 · 10^6, and so far below 2^128; rounded by at most half of the last decimal.
    const bool negative = value.mantissa < 0;
    const U128 over = static_cast<U128>(conversion.over) * power_of_ten(value.scale);
    const U128 product = static_cast<U128>(negative ? -value.mantissa : value.mantissa) *
                         static_cast<U128>(conversion.times) * power_of_ten(kDecimals);
    const U128 quotient = (product + over / 2) / over;
    if (quotient > static_cast<U128>(kLargest)) return std::nullopt;
    const auto mantissa = static_cast<std::int64_t>(quotient);
    value = {negative ? -mantissa : mantissa, kDecimals};
  }
  return shifted(value, conversion.shift);
}

std::optional<HeaderMatch> Vocabulary::match_header(std::string_view cell, Level level) const {
  if (is_bare_number(cell)) return std::nullopt;
  std::string word = word_of(cell);
  if (word.empty()) return std::nullopt;
  if (auto match = match_name(word, level)) return match;
  if (const std::size_t number = spaced_number(cell); number > 0 && number < word.size()) {
    word.erase(0, number);
    if (auto match = match_name(word, level)) return match;
  }
  replace_alike(word);
  constexpr int kMost = 12;
  for (int i = 0; i < kMost && take_decoration(word, decoration_); ++i) {
    if (auto match = match_name(word, level)) return match;
  }
  return std::nullopt;
}

bool Vocabulary::is_year_column(std::string_view header) const {
  if (too_long(header)) return false;
  if (row_words.is_year_column(header)) return true;
  std::string word = word_of(header);
  constexpr int kMost = 12;
  for (int i = 0; i < kMost && take_decoration(word, decoration_); ++i) {
    if (row_words.is_year_column(word)) return true;
  }
  return false;
}

bool Vocabulary::split_tail(const std::string& text, std::string& name, std::string& tail) const {
  const std::size_t at = text.find_last_of("/,_-:");
  if (at == std::string::npos || at == 0) return false;
  tail = text.substr(at + 1);
  if (!unit_names_.has(tail) && !stage_names_.has(tail)) return false;
  name = text.substr(0, at);
  return true;
}

std::optional<HeaderMatch> Vocabulary::match_name(std::string rest, Level level) const {
  HeaderMatch match;
  const auto known = [&](std::string name) {
    replace_alike(name);
    const std::uint32_t* const field = find_name(name, level);
    if (field == nullptr) return false;
    const auto index = static_cast<std::uint16_t>(*field & kFieldMask);
    const unsigned stage = *field >> kFieldBits;
    if (match.stage && (!fields[index].staged || stage != 0)) return false;
    match.field = index;
    if (stage != 0) match.stage = kStages[stage - 1];
    return true;
  };
  // A stage before the name: 小学在校生数, 初中:骨干教师数.
  const auto known_behind_stage = [&](const std::string& name) {
    if (known(name)) return true;
    if (match.stage) return false;
    for (const auto& [word, stage] : stage_words()) {
      // Its last byte first: few names begin with any of the words, and comparing is a call.
      if (name.size() <= word.size() || name[word.size() - 1] != word.back() || !name.starts_with(word)) continue;
      match.stage = kStages[stage];
      std::string behind = name.substr(word.size());
      while (!behind.empty() && (behind.front() == ':' || behind.front() == '-' || behind.front() == '_')) {
        behind.erase(0, 1);
      }
      if (known(behind)) return true;
      match.stage.reset();
    }
    return false;
  };
  // Brackets from the right: a stage, a unit, or words that are no part of the name.
  std::vector<std::string> units;
  for (int brackets = 0; brackets < 4; ++brackets) {
    if (known_behind_stage(rest)) {
      const Field& field = fields[match.field];
      for (const std::string& unit : units) {
        const auto conversion = match_unit(field, unit);
        if (conversion) match.conversion = *conversion;
        match.unit_given = match.unit_given || conversion.has_value();
        if (conversion || field.kind == FieldKind::text) continue;
        match.unit_unknown = true;
        if (unit_names_.has(unit)) match.unit_other = true;
      }
      return match;
    }
    std::string name;
    std::string last;
    if (!split_last_bracket(rest, name, last) && !split_tail(rest, name, last)) {
      // "体育馆 Gymnasium": the same once more in English.
      const std::size_t chinese = rest.find_last_not_of("abcdefghijklmnopqrstuvwxyz") + 1;
      if (chinese == 0 || chinese == rest.size() || static_cast<unsigned char>(rest[chinese - 1]) < 0x80)
        return std::nullopt;
      rest.resize(chinese);
      continue;
    }
    const auto start = std::find_if(unit_starts_.begin(), unit_starts_.end(), [&](const std::string& word) {
      return last.size() > word.size() && last.starts_with(word);
    });
    if (start != unit_starts_.end()) last.erase(0, start->size());
    const std::uint32_t* const stage = stage_names_.find(last);
    if (stage != nullptr && !match.stage) {
      match.stage = kStages[*stage];
    } else if (!total_names_.has(last) && !is_remark(last, decoration_)) {
      units.push_back(last);
    }
    rest = name;
  }
  return std::nullopt;
}

std::optional<Conversion> Vocabulary::match_unit(const Field& field, std::string_view unit) const {
  const std::uint32_t* const index = unit_names_.find(word_of(unit) + " " + field.unit.zh);
  return index == nullptr ? std::nullopt : std::optional(conversions_[*index]);
}

std::vector<std::string_view> Vocabulary::units_of(const Field& field) const {
  const std::string of = " " + field.unit.zh;
  std::vector<std::string_view> units;
  std::uint32_t last = 0;
  for (const auto& [word, index] : unit_names_.entries()) {
    const bool ours = word.size() > of.size() && word.compare(word.size() - of.size(), of.size(), of) == 0;
    if (!ours || (!units.empty() && index == last)) continue;
    units.push_back(std::string_view(word).substr(0, word.size() - of.size()));
    last = index;
  }
  return units;
}

std::string_view Vocabulary::unit_name(const Field& field, const Conversion& conversion) const {
  for (const std::string_view unit : units_of(field)) {
    const auto known = match_unit(field, unit);
    if (known && known->same_as(conversion)) return unit;
  }
  return {};
}

bool Vocabulary::is_area(const Field& field) const {
  return !area_words_.empty() && field.unit.zh == area_words_.front();
}

bool Vocabulary::names_area(std::string_view header) const {
  const std::string text = word_of(header);
  return std::any_of(area_words_.begin(), area_words_.end(),
                     [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

bool Vocabulary::is_vague(std::string_view cell) const {
  return vague_names_.has(word_of(cell));
}

bool Vocabulary::is_unit(std::string_view cell) const {
  std::string unit = word_of(cell);
  if (unit.size() > 2 && unit.front() == '(' && unit.back() == ')') unit = unit.substr(1, unit.size() - 2);
  return unit_names_.has(unit);
}

bool Vocabulary::is_approximate(std::string_view text) const {
  return std::any_of(approximate_.begin(), approximate_.end(), [&](const std::string& word) {
    return text.size() > word.size() &&
           (text.substr(0, word.size()) == word || text.substr(text.size() - word.size()) == word);
  });
}

bool Vocabulary::is_note(std::string_view cell) const {
  // Asked for every row: a long cell is looked at only where it begins.
  constexpr std::size_t kProbe = 30;
  return starts_with_any(normalised(cell.substr(0, start_of_point(cell, kProbe))), note_starts_);
}

bool Vocabulary::is_doubt(std::string_view cell) const {
  if (too_long(cell)) return false;
  std::string name = normalised(cell);
  replace_alike(name);
  return starts_with_any(name, doubt_starts_);
}

std::optional<bool> Vocabulary::match_flag(std::string_view cell) const {
  const std::uint32_t* const flag = flag_words_.find(word_of(cell));
  return flag == nullptr ? std::nullopt : std::optional(*flag != 0);
}

std::optional<FactColumn> Vocabulary::match_fact_column(std::string_view cell) const {
  const std::uint32_t* const column = fact_columns_.find(word_of(cell));
  return column == nullptr ? std::nullopt : std::optional(static_cast<FactColumn>(*column));
}

TypeWord Vocabulary::match_type(std::string_view cell) const {
  std::string word = word_of(cell);
  TypeWord result;
  const auto known = [&](const std::string& name) {
    const std::uint32_t* const type = type_names_.find(name);
    if (type != nullptr) result.type = static_cast<std::uint16_t>(*type);
    return type != nullptr;
  };
  if (known(word)) return result;
  for (const auto& [start, ownership] : ownership_starts_) {
    if (word.size() <= start.size() || word.compare(0, start.size(), start) != 0) continue;
    result.ownership = ownership;
    word.erase(0, start.size());
    break;
  }
  if (known(word)) return result;
  // "211小学", "311-初级中学": the code and what it says, which have to agree.
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  if (digits > 0 && digits < word.size() && known(word.substr(0, digits))) {
    const auto code = result.type;
    const std::size_t name = word.find_first_not_of("-_:.、", digits);
    if (name != std::string::npos && known(word.substr(name)) && result.type == code) return result;
    result.type.reset();
  }
  if (const auto part = part_in_name(word)) {
    word.resize(part->school);
    if (!word.empty() && !known(word)) return {};
    result.stage = part->stage;
    return result;
  }
  std::string name;
  std::string inside;
  if (!split_last_bracket(word, name, inside)) {
    // "小学-民办"
    const std::size_t dash = word.rfind('-');
    if (dash == std::string::npos) return {};
    name = word.substr(0, dash);
    inside = word.substr(dash + 1);
  }
  if (!known(name)) return {};
  const auto type = result.type;
  if (const Ownership owner = match_ownership(inside); owner != Ownership::not_said)
    result.ownership = owner;
  else if (known(inside) ? result.type != type : !starts_with_any(inside, type_remarks_))
    return {};
  return result;
}

Ownership Vocabulary::match_ownership(std::string_view cell) const {
  const std::string word = word_of(cell);
  if (const std::uint32_t* const known = ownership_names_.find(word)) return static_cast<Ownership>(*known);
  for (const auto& [start, ownership] : ownership_starts_) {
    if (word.compare(0, start.size(), start) == 0) return ownership;
  }
  return Ownership::not_said;
}

Place Vocabulary::match_place(std::string_view cell) const {
  const std::uint32_t* const place = place_names_.find(word_of(cell));
  return place == nullptr ? Place::not_said : static_cast<Place>(*place);
}

std::optional<PartName> Vocabulary::part_in_name(std::string_view school) const {
  // Asked of every name, and nearly none ends as a part of a school does.
  if (school.empty() || !part_ends_.test(static_cast<unsigned char>(school.back()))) return std::nullopt;
  const auto without = [&](std::string_view end) -> std::optional<std::size_t> {
    if (!school.ends_with(end)) return std::nullopt;
    return school.size() - end.size();
  };
  for (const auto& [word, stage] : part_words_) {
    const auto length = without(word);
    if (!length) continue;
    // "甲校-小学部", "甲校 小学部"
    std::string_view name = trimmed(school.substr(0, *length));
    while (!name.empty() && (name.back() == '-' || name.back() == '_'))
      name = trimmed(name.substr(0, name.size() - 1));
    return PartName{name.size(), stage};
  }
  // In brackets any word for a stage: "甲校（小学）".
  std::size_t open = std::string_view::npos;
  std::string_view inside;
  for (const auto& [left, right] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (!school.ends_with(right)) continue;
    open = school.rfind(left);
    if (open == std::string_view::npos) continue;
    inside = school.substr(open + left.size(), school.size() - open - left.size() - right.size());
  }
  if (inside.empty()) return std::nullopt;
  const auto stage = match_stage(inside);
  if (!stage) return std::nullopt;
  return PartName{trimmed(school.substr(0, open)).size(), *stage};
}

std::optional<Stage> Vocabulary::match_stage(std::string_view cell) const {
  const std::uint32_t* const stage = stage_names_.find(word_of(cell));
  return stage == nullptr ? std::nullopt : std::optional(kStages[*stage]);
}

std::optional<std::uint32_t> Vocabulary::match_level(std::string_view cell) const {
  const std::uint32_t* const level = level_names_.find(normalised(cell));
  return level == nullptr ? std::nullopt : std::optional(*level);
}

std::optional<std::uint16_t> Vocabulary::match_survey_group(std::string_view cell) const {
  const std::uint32_t* const group = survey_group_names_.find(normalised(cell));
  return group == nullptr ? std::nullopt : std::optional(static_cast<std::uint16_t>(*group));
}

std::optional<std::uint16_t> Vocabulary::match_survey_column(std::string_view cell) const {
  // Without what it is counted in: "发放(份)".
  std::string name = normalised(cell);
  name.resize(std::min(name.size(), name.find('(')));
  const std::uint32_t* const column = survey_column_names_.find(name);
  return column == nullptr ? std::nullopt : std::optional(static_cast<std::uint16_t>(*column));
}

bool Vocabulary::is_survey(std::string_view name) const {
  return survey_names_.find(normalised(name)) != nullptr;
}

std::optional<std::uint16_t> Vocabulary::type_in_name(std::string_view school) const {
  const std::string name = normalised(school);
  for (const auto& [word, type] : name_words_) {
    if (name.find(word) != std::string::npos) return type;
  }
  return std::nullopt;
}

bool Vocabulary::is_missing_mark(std::string_view cell) const {
  return missing_marks_.has(word_of(cell));
}

bool Vocabulary::is_total(std::string_view cell) const {
  // Asked for every school: nearly all names are settled by their last character, before anything is copied.
  const std::uint32_t last = folded(last_code_point(cell));
  if (std::find(total_ends_.begin(), total_ends_.end(), last) == total_ends_.end()) return false;
  return total_names_.has(word_of(cell));
}

}  // namespace junheng
