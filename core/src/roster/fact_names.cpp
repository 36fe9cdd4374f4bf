// SPDX-License-Identifier: MIT
#include "roster/fact_names.h"

#include <algorithm>

#include "base/utf8.h"

namespace junheng {
namespace {

/// Bytes; forms print whole sentences, and of a longer text every word would be looked for at every place.
constexpr std::size_t kLongestFactName = 2048;

/// Without the number in front ("3.", "③", "(十二)"), punctuation and spaces.
std::string bare(std::string_view text) {
  std::string result;
  bool before = true;
  const std::string plain = normalised(text);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const char32_t point = take_code_point(rest);
    const bool number = (point >= U'0' && point <= U'9') || (point >= 0x2460 && point <= 0x2473);
    const bool mark = point == U'.' || point == U',' || point == U';' || point == U':' || point == U'(' ||
                      point == U')' || point == 0x3001 || point == 0x3002 || point == 0xFF61;
    if (mark || (before && number)) continue;
    before = false;
    append_code_point(result, point);
  }
  return result;
}

/// "小学(…)差异系数", "(…)差异系数(初中)".
std::optional<FactName> coefficient(std::string_view name, const Standard& standard, const Vocabulary& vocabulary) {
  const auto of_indicator = [&](std::string_view text) -> std::string {
    const std::string wanted = bare(text);
    for (const Indicator& one : standard.indicators) {
      for (const std::string_view known : {std::string_view(one.id), std::string_view(one.title.zh),
                                           std::string_view(one.short_title.zh), std::string_view(one.title.en)}) {
        if (wanted == bare(known)) return std::string(kCoefficientKey) + one.id;
      }
    }
    return {};
  };
  const std::string text = bare(name);
  std::string_view rest = text;
  FactName result;
  // The longest word: 小学部 begins with 小学.
  std::size_t length = 0;
  bool in_front = false;
  for (const auto& [word, stage] : vocabulary.stage_words()) {
    if (word.size() <= length || word.size() >= rest.size()) continue;
    const bool begins = rest.starts_with(word);
    if (!begins && !rest.ends_with(word)) continue;
    length = word.size();
    in_front = begins;
    result.stage = static_cast<std::uint8_t>(stage);
  }
  in_front ? rest.remove_prefix(length) : rest.remove_suffix(length);
  if (standard.balance.kind == BalanceKind::composite &&
      std::any_of(vocabulary.composite_words.begin(), vocabulary.composite_words.end(),
                  [&](const std::string& word) { return rest == word; })) {
    result.key.append(kCoefficientKey).append(kComposite);
    return result;
  }
  for (const std::string& word : vocabulary.coefficient_words) {
    if (word.size() >= rest.size() || !rest.ends_with(word)) continue;
    result.key = of_indicator(rest.substr(0, rest.size() - word.size()));
    if (!result.key.empty()) return result;
  }
  return std::nullopt;
}

/// What is said of an item or of one of its checks; `any`: also of an item for which a statement decides nothing.
std::optional<FactName> attestation_of(const Item& item, std::string_view name, bool any) {
  if (!any && !is_attested(item)) return std::nullopt;
  const std::string wanted = bare(name);
  const auto plain = normalised(name);
  FactName result;
  result.kind = FieldKind::flag;
  if (plain == normalised(item.id) ||
      (!wanted.empty() &&
       (wanted == bare(item.title.zh) || wanted == bare(item.rule.zh) || wanted == bare(item.title.en)))) {
    result.key = item.id;
    return result;
  }
  for (const Check& check : item.checks) {
    const std::string key = item.id + "." + check.id;
    if (!check.attested || (plain != normalised(key) && wanted != bare(check.title.zh))) continue;
    result.key = key;
    return result;
  }
  return std::nullopt;
}

std::optional<FactName> attestation(std::string_view name, const Standard& standard, bool any) {
  for (const Part& part : standard.parts) {
    for (const Item& item : part.items) {
      if (auto found = attestation_of(item, name, any)) return found;
    }
  }
  for (const Item& item : standard.supplements) {
    if (auto found = attestation_of(item, name, false)) return found;
  }
  return std::nullopt;
}

}  // namespace

bool is_attested(const Item& item) {
  return std::any_of(item.checks.begin(), item.checks.end(), [](const Check& check) { return check.attested; });
}

std::uint16_t item_of_key(std::string_view key, const Standard& standard) {
  if (key.starts_with(kScoreKey)) key.remove_prefix(kScoreKey.size());
  key = key.substr(0, key.find('.'));
  std::uint16_t index = 0;
  for (const Part& part : standard.parts) {
    for (const Item& item : part.items) {
      if (item.id == key) return index;
      ++index;
    }
  }
  return kNoSubject;
}

ItemPlace item_at(std::uint16_t index, const Standard& standard) {
  std::size_t left = index;
  for (const Part& part : standard.parts) {
    if (left < part.items.size()) return {&part, &part.items[left]};
    left -= part.items.size();
  }
  return {};
}

bool given_by_id(const Fact& fact, std::string_view prefix) {
  const std::string_view key = fact.key;
  return key.starts_with(prefix) && key.substr(prefix.size()) == fact.name;
}

std::optional<FactName> match_fact(std::string_view name, const Standard& standard, const Vocabulary& vocabulary) {
  if (name.size() > kLongestFactName) return std::nullopt;
  FactName result;
  auto field = vocabulary.field(trimmed(name));
  if (!field) {
    // What is stated before what is counted, unless a statement decides nothing: 社会认可度 is a number.
    if (auto attested = attestation(name, standard, false)) return attested;
    const auto match = vocabulary.match_header(name, Level::county);
    if (!match || match->unit_other) {
      auto published = coefficient(name, standard, vocabulary);
      return published ? published : attestation(name, standard, true);
    }
    field = match->field;
    if (match->stage) result.stage = static_cast<std::uint8_t>(*match->stage);
    result.conversion = match->conversion;
  }
  result.field = *field;
  result.key = vocabulary.fields[*field].id;
  result.kind = vocabulary.fields[*field].kind;
  return result;
}

}  // namespace junheng
