// SPDX-License-Identifier: MIT
#include "standard/rule_reader.h"

#include "base/decimal_ratio.h"
#include "junheng/limits.h"

namespace junheng {

void RuleReader::fault(const RulePlace& at, std::string_view accepted) {
  if (faults_.size() == kMostFaults) return;
  std::string path = at.path();
  if (!faults_.empty() && faults_.back().path == path) faults_.pop_back();
  faults_.push_back({std::move(path), std::string(accepted)});
}

void RuleReader::fault(const RulePlace& at, const char* accepted) {
  fault(at, std::string_view(accepted));
}

void RuleReader::fault(const RulePlace& object, const char* key, const char* accepted) {
  fault(RulePlace(object, key), accepted);
}

void RuleReader::only(const RulePlace& object, const char* keys) {
  if (!object->is_object()) return;
  for (const Json member : object.json()) {
    if (member.key() == "comment") continue;
    bool known = false;
    for (std::string_view rest = keys; !rest.empty() && !known;) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      known = rest.substr(0, end) == member.key();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!known) fault(RulePlace(object, member), "no such key; known: " + std::string(keys));
  }
}

std::string_view RuleReader::view(const RulePlace& object, const char* key) {
  const std::string_view text = object->find(key).text();
  if (text.empty()) fault(object, key, "a text");
  if (text.size() > kLongestRuleText) fault(object, key, "a text of at most 4000 bytes");
  return text;
}

void RuleReader::read(std::string& text, const RulePlace& object, const char* key) {
  text = view(object, key);
}

void RuleReader::read(Text& text, const RulePlace& object, const char* key) {
  const RulePlace at(object, key);
  read(text.zh, at, "zh");
  read(text.en, at, "en");
}

bool RuleReader::boolean_at(const RulePlace& object, const char* key) {
  const Json value = object->find(key);
  if (!value.is_boolean() && !value.is_null()) fault(object, key, "true or false");
  return value.boolean();
}

RuleEntries RuleReader::each(const RulePlace& object, const char* key, bool needed) {
  const RulePlace list(object, key);
  if (list->is_list()) return RuleEntries(list);
  if (needed || object->has(key)) fault(list, "a list");
  return RuleEntries(RulePlace(Json()));
}

/// Decimals stand as text, so that 4.2 is 4.2; a JSON number is taken as it is written.
std::optional<Decimal> RuleReader::decimal(const RulePlace& at) {
  const DecimalResult result = parse_decimal(at->is_number() ? at->number_text() : at->text());
  if (result.error == DecimalError::none && result.value.mantissa >= 0) return result.value;
  fault(at, "a decimal number of at least 0, as text: \"1.5\"");
  return std::nullopt;
}

std::optional<Decimal> RuleReader::decimal(const RulePlace& object, const char* key) {
  return decimal(RulePlace(object, key));
}

Decimal RuleReader::limit_value(const RulePlace& object) {
  const RulePlace at(object, "value");
  const Decimal value = decimal(at).value_or(Decimal{});
  if (value.scale > 4) fault(at, "at most four decimals");
  return value;
}

void RuleReader::read(Limit& limit, const RulePlace& object) {
  limit.value = limit_value(object);
  read(limit.source, object);
}

Decimal RuleReader::factor(const RulePlace& object, const char* key) {
  const RulePlace at(object, key);
  const auto value = decimal(at);
  if (value && (value->mantissa == 0 || value->scale > kFactorDecimals ||
                compare(ratio_of(*value), kLargestFactor) == std::strong_ordering::greater)) {
    fault(at, "more than 0, at most 10000, at most four decimals");
  }
  return value.value_or(Decimal{1, 0});
}

std::optional<Stage> RuleReader::stage_value(const RulePlace& at) {
  const auto stage = of_id<Stage>(at->text());
  if (!stage) fault(at, "\"primary\", \"middle\" or \"senior\"");
  return stage;
}

std::optional<std::uint16_t> RuleReader::type_value(const RulePlace& at) {
  const auto type = vocabulary_.type(at->text());
  if (!type) fault(at, "the id of a school type of the vocabulary");
  return type;
}

Ownership RuleReader::ownership_value(const RulePlace& object) {
  const auto ownership = of_id<Ownership>(view(object, "ownership")).value_or(Ownership::not_said);
  if (ownership == Ownership::not_said) fault(object, "ownership", "\"public\" or \"private\"");
  return ownership;
}

std::uint16_t RuleReader::field_value(const RulePlace& object, const char* key) {
  const RulePlace at(object, key);
  return numeric_field(at->text(), at);
}

std::uint16_t RuleReader::numeric_field(std::string_view id, const RulePlace& at) {
  const auto field = vocabulary_.field(id);
  if (field && vocabulary_.fields[*field].kind != FieldKind::text) return *field;
  fault(at, "the id of a numeric field of the vocabulary");
  return 0;
}

/// "field", "-field" or { "field": …, "sign": "-", "stage": …, "optional": true }.
void RuleReader::term(Term& term, const RulePlace& at) {
  if (at->is_text()) {
    std::string_view id = at->text();
    term.minus = !id.empty() && id.front() == '-';
    if (term.minus) id.remove_prefix(1);
    term.field = numeric_field(id, at);
    return;
  }
  only(at, "field sign stage optional");
  term.field = field_value(at, "field");
  const Json given = at->find("sign");
  term.minus = given.text() == "-";
  if (!given.is_null() && !term.minus && given.text() != "+") fault(at, "sign", "\"+\" or \"-\"");
  term.optional = boolean_at(at, "optional");
  if (at->has("stage")) term.only_in = stage_value(RulePlace(at, "stage"));
}

void RuleReader::read(std::vector<Term>& terms, const RulePlace& list) {
  if (!list->is_list() || list->empty()) fault(list, "a list of terms");
  RuleEntries entry(list);
  while (entry.next()) {
    Term one;
    term(one, *entry);
    terms.push_back(one);
  }
}

void RuleReader::read(std::vector<Term>& terms, const RulePlace& object, const char* key) {
  read(terms, RulePlace(object, key));
}

/// Source and confidence; only what is remembered (M) may be without a source.
void RuleReader::read(Source& source, const RulePlace& object) {
  const std::string_view confidence = view(object, "confidence");
  if (confidence.size() == 1 && std::string_view("RSIM").find(confidence[0]) != std::string_view::npos) {
    source.confidence = confidence[0];
  } else {
    fault(object, "confidence", "\"R\", \"S\", \"I\" or \"M\"");
  }
  const RulePlace id(object, "source");
  if (id->is_null() && source.confidence == 'M') return;
  for (std::size_t i = 0; i < source_ids_.size(); ++i) {
    if (id->is_text() && id->text() == source_ids_[i]) source.index = static_cast<std::uint16_t>(i);
  }
  if (!source.index) fault(id, "the id of one of /sources");
}

}  // namespace junheng
