// SPDX-License-Identifier: MIT
#include "rule_reader.h"

namespace junheng {

void RuleReader::fault(std::string path, std::string accepted) {
  if (!faults_.empty() && faults_.back().path == path) faults_.pop_back();
  faults_.push_back({std::move(path), std::move(accepted)});
}

void RuleReader::only(Json object, const std::string& path, std::string_view keys) {
  for (const Json member : object) {
    if (!object.is_object() || member.key() == "comment") continue;
    bool known = false;
    for (std::string_view rest = keys; !rest.empty() && !known;) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      known = rest.substr(0, end) == member.key();
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!known) fault(path + "/" + std::string(member.key()), "no such key; known: " + std::string(keys));
  }
}

std::string RuleReader::string_at(Json object, const std::string& path, const char* key) {
  const Json value = object.find(key);
  if (!value.text().empty()) return std::string(value.text());
  fault(path + "/" + key, "a text");
  return {};
}

Text RuleReader::text_at(Json object, const std::string& path, const char* key) {
  const Json value = object.find(key);
  const std::string at = path + "/" + key;
  return {string_at(value, at, "zh"), string_at(value, at, "en")};
}

bool RuleReader::boolean_at(Json object, const std::string& path, const char* key) {
  const Json value = object.find(key);
  if (!value.is_boolean() && !value.is_null()) fault(path + "/" + key, "true or false");
  return value.boolean();
}

/// Decimals stand as text, so that 4.2 is 4.2; a JSON number is taken as it is written.
std::optional<Decimal> RuleReader::decimal(Json value, const std::string& path) {
  const DecimalResult result = parse_decimal(value.is_number() ? value.number_text() : value.text());
  if (result.error == DecimalError::none && result.value.mantissa >= 0) return result.value;
  fault(path, "a decimal number of at least 0, as text: \"4.2\"");
  return std::nullopt;
}

Decimal RuleReader::limit_value(Json object, const std::string& path) {
  const Decimal value = decimal(object.find("value"), path + "/value").value_or(Decimal{});
  if (value.scale > 4) fault(path + "/value", "at most four decimals");
  return value;
}

Decimal RuleReader::factor(Json object, const std::string& path, const char* key) {
  const auto value = decimal(object.find(key), path + "/" + key);
  if (value && (value->mantissa == 0 || value->mantissa > kLargestFactor || value->scale > 4)) {
    fault(path + "/" + key, "more than 0, at most 10000, at most four decimals");
  }
  return value.value_or(Decimal{1, 0});
}

std::optional<Stage> RuleReader::stage_value(Json value, const std::string& path) {
  const auto stage = stage_of(value.text());
  if (!stage) fault(path, "\"primary\", \"middle\" or \"senior\"");
  return stage;
}

std::optional<std::uint16_t> RuleReader::type_value(Json value, const std::string& path) {
  const auto type = vocabulary_.type(value.text());
  if (!type) fault(path, "the id of a school type of the vocabulary");
  return type;
}

std::optional<std::uint16_t> RuleReader::field_value(Json value, const std::string& path) {
  return numeric_field(value.text(), path);
}

std::optional<std::uint16_t> RuleReader::numeric_field(std::string_view id, const std::string& path) {
  const auto field = vocabulary_.field(id);
  if (field && vocabulary_.fields[*field].kind != FieldKind::text) return field;
  fault(path, "the id of a numeric field of the vocabulary");
  return std::nullopt;
}

/// "field", "-field" or { "field": …, "sign": "-", "stage": … }.
std::vector<Term> RuleReader::terms(Json list, const std::string& path) {
  std::vector<Term> result;
  if (!list.is_list() || list.empty()) fault(path, "a list of terms");
  for (const Json entry : list) {
    const std::string at = path + "/" + std::to_string(result.size());
    Term term;
    if (entry.is_text()) {
      std::string_view id = entry.text();
      term.minus = !id.empty() && id.front() == '-';
      if (term.minus) id.remove_prefix(1);
      term.field = numeric_field(id, at).value_or(0);
    } else {
      only(entry, at, "field sign stage");
      term.field = field_value(entry.find("field"), at + "/field").value_or(0);
      const Json given = entry.find("sign");
      const std::string_view sign = given.is_null() ? "+" : given.text();
      if (sign != "+" && sign != "-") fault(at + "/sign", "\"+\" or \"-\"");
      term.minus = sign == "-";
      if (entry.has("stage")) term.only_in = stage_value(entry.find("stage"), at + "/stage");
    }
    result.push_back(term);
  }
  return result;
}

/// Source and confidence; only what is remembered (M) may be without a source.
Source RuleReader::source_of(Json object, const std::string& path) {
  Source result;
  const std::string confidence = string_at(object, path, "confidence");
  if (confidence.size() == 1 && std::string_view("RSIM").find(confidence[0]) != std::string_view::npos) {
    result.confidence = confidence[0];
  } else {
    fault(path + "/confidence", "\"R\", \"S\", \"I\" or \"M\"");
  }
  const Json id = object.find("source");
  if (id.is_null() && result.confidence == 'M') return result;
  for (std::size_t i = 0; i < source_ids_.size(); ++i) {
    if (id.is_text() && id.text() == source_ids_[i]) result.index = static_cast<std::uint16_t>(i);
  }
  if (!result.index) fault(path + "/source", "the id of one of /sources");
  return result;
}

}  // namespace junheng
