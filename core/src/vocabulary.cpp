// SPDX-License-Identifier: MIT
#include "junheng/vocabulary.h"

#include <algorithm>

#include "utf8.h"

namespace junheng {
namespace {

/// Leaves room for six more digits and a factor of a few thousand within 64 bits.
constexpr std::int64_t kMostThousandths = 1'000'000'000'000;

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
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    char32_t point = half_width(take_code_point(text));
    if (is_space(point)) continue;
    if (point >= U'A' && point <= U'Z') point += U'a' - U'A';
    if (point == 0x3010 || point == 0x3014 || point == 0xFE59) point = U'(';  // 【 〔 ﹙
    if (point == 0x3011 || point == 0x3015 || point == 0xFE5A) point = U')';
    if (point == 0xB2) point = U'2';  // m²
    append_code_point(result, point);
  }
  return result;
}

std::optional<std::uint16_t> Vocabulary::field(std::string_view id) const {
  return index_of(fields, id);
}

std::optional<std::uint16_t> Vocabulary::type(std::string_view id) const {
  return index_of(types, id);
}

std::optional<Decimal> converted(Decimal value, const Conversion& conversion) {
  constexpr std::uint8_t kDecimals = 6;
  if (conversion.times != conversion.over) {
    const std::int64_t below = kMostThousandths / conversion.times;
    if (value.scale > 3 || value.mantissa > below || value.mantissa < -below) return std::nullopt;
    std::int64_t product = value.mantissa * conversion.times;
    for (; value.scale < kDecimals; ++value.scale)
      product *= 10;
    value = {(product + conversion.over / 2) / conversion.over, kDecimals};
  }
  return shifted(value, conversion.shift);
}

std::optional<HeaderMatch> Vocabulary::match_header(std::string_view cell, Level level) const {
  std::string rest = normalised(cell);
  HeaderMatch match;
  const auto known = [&](const std::string& name) {
    const auto& [of_schools, of_county] = field_names_;
    const std::uint32_t* field = level == Level::county ? of_county.find(name) : nullptr;
    if (field == nullptr) field = of_schools.find(name);
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
      if (name.size() <= word.size() || name.compare(0, word.size(), word) != 0) continue;
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
        if (conversion || field.kind == FieldKind::text) continue;
        match.unit_unknown = true;
        if (unit_names_.has(unit)) match.unit_other = true;
      }
      return match;
    }
    std::string name;
    std::string last;
    if (!split_last_bracket(rest, name, last)) return std::nullopt;
    const std::uint32_t* const stage = stage_names_.find(last);
    if (stage != nullptr && !match.stage) {
      match.stage = kStages[*stage];
    } else if (!last.empty()) {
      units.push_back(last);
    }
    rest = name;
  }
  return std::nullopt;
}

std::optional<Conversion> Vocabulary::match_unit(const Field& field, std::string_view unit) const {
  const std::uint32_t* const index = unit_names_.find(normalised(unit) + " " + field.unit.zh);
  return index == nullptr ? std::nullopt : std::optional(conversions_[*index]);
}

std::optional<bool> Vocabulary::match_flag(std::string_view cell) const {
  const std::uint32_t* const flag = flag_words_.find(normalised(cell));
  return flag == nullptr ? std::nullopt : std::optional(*flag != 0);
}

bool Vocabulary::is_mean(std::string_view cell) const {
  return flag_words_.has("=" + normalised(cell));
}

std::optional<FactColumn> Vocabulary::match_fact_column(std::string_view cell) const {
  const std::uint32_t* const column = fact_columns_.find(normalised(cell));
  return column == nullptr ? std::nullopt : std::optional(static_cast<FactColumn>(*column));
}

std::optional<std::uint16_t> Vocabulary::match_type(std::string_view cell) const {
  const std::uint32_t* const type = type_names_.find(normalised(cell));
  return type == nullptr ? std::nullopt : std::optional(static_cast<std::uint16_t>(*type));
}

std::optional<Stage> Vocabulary::match_stage(std::string_view cell) const {
  const std::uint32_t* const stage = stage_names_.find(normalised(cell));
  return stage == nullptr ? std::nullopt : std::optional(kStages[*stage]);
}

std::optional<std::uint16_t> Vocabulary::type_in_name(std::string_view school) const {
  const std::string name = normalised(school);
  for (const auto& [word, type] : name_words_) {
    if (name.find(word) != std::string::npos) return type;
  }
  return std::nullopt;
}

bool Vocabulary::is_missing_mark(std::string_view cell) const {
  return missing_marks_.has(normalised(cell));
}

bool Vocabulary::is_total(std::string_view cell) const {
  // Asked for every school: nearly all names are settled by their last character, before anything is copied.
  const std::uint32_t last = last_code_point(cell);
  if (std::find(total_ends_.begin(), total_ends_.end(), last) == total_ends_.end()) return false;
  return total_names_.has(normalised(cell));
}

}  // namespace junheng
