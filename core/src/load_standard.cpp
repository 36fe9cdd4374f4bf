// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>
#include <set>

#include "junheng/exact.h"
#include "junheng/standard.h"
#include "junheng/vocabulary.h"

namespace junheng {
namespace {

using Json = nlohmann::json;

/// The bounds under which the exact comparisons cannot overflow 128 bits (see exact.h).
constexpr std::int64_t kLargestFactor = 10'000;
/// Reasons name indicators by the bits of one word.
constexpr std::size_t kMostIndicators = 64;

/// Walks the file and keeps every fault with the JSON pointer of its place.
class Loader {
 public:
  explicit Loader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  StandardResult load(std::string_view text) {
    const Json root = Json::parse(text, nullptr, false);
    if (!root.is_object()) {
      fault("", "a JSON object");
      return {std::nullopt, std::move(faults_)};
    }
    if (string_at(root, "", "schema") != "junheng.standard/1") fault("/schema", "\"junheng.standard/1\"");
    standard_.id = string_at(root, "", "id");
    standard_.title = text_at(root, "", "title");
    standard_.document = text_at(root, "", "document");
    each(root, "", "sources", [&](const Json& entry, const std::string& path) { source(entry, path); });
    each(root, "", "stages", [&](const Json& entry, const std::string& path) {
      if (const auto stage = stage_value(entry, path)) standard_.stages.push_back(*stage);
    });
    const Json& split = member(root, "split");
    if (member(root, "stages").is_array() && member(root, "stages").empty()) fault("/stages", "at least one stage");
    each(split, "/split", "shares", [&](const Json& entry, const std::string& path) { share(entry, path); });
    each(root, "", "exclusions", [&](const Json& entry, const std::string& path) { exclusion(entry, path); });
    each(root, "", "indicators", [&](const Json& entry, const std::string& path) { indicator(entry, path); });
    if (standard_.indicators.empty() || standard_.indicators.size() > kMostIndicators) {
      fault("/indicators", "1 to 64 indicators");
    }
    unit_rule(member(root, "unitRule"), "/unitRule");
    balance_rule(member(root, "balanceRule"), "/balanceRule");
    each(root, "", "parts", [&](const Json& entry, const std::string& path) { part(entry, path); });
    unique_ids();
    if (!faults_.empty()) return {std::nullopt, std::move(faults_)};
    return {std::move(standard_), {}};
  }

 private:
  /// A second complaint about the same place knows more than "a text": it takes the place of the first.
  void fault(std::string path, std::string accepted) {
    if (!faults_.empty() && faults_.back().path == path) faults_.pop_back();
    faults_.push_back({std::move(path), std::move(accepted)});
  }

  /// Null where the key is missing: whoever asked complains then, once, with what it accepts.
  const Json& member(const Json& object, const char* key) const {
    return object.is_object() && object.contains(key) ? object.at(key) : nothing_;
  }

  std::string string_at(const Json& object, const std::string& path, const char* key) {
    const Json& value = member(object, key);
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) return value.get<std::string>();
    fault(path + "/" + key, "a text");
    return {};
  }

  Text text_at(const Json& object, const std::string& path, const char* key) {
    const Json& value = member(object, key);
    const std::string at = path + "/" + key;
    return {string_at(value, at, "zh"), string_at(value, at, "en")};
  }

  template <typename Use>
  void each(const Json& object, const std::string& path, const char* key, const Use& use) {
    const Json& list = member(object, key);
    const std::string at = path + "/" + key;
    if (!list.is_array()) return fault(at, "a list");
    for (std::size_t i = 0; i < list.size(); ++i)
      use(list[i], at + "/" + std::to_string(i));
  }

  /// Decimals stand as text, so that 4.2 is 4.2; a JSON number is taken by its shortest spelling.
  std::optional<Decimal> decimal(const Json& value, const std::string& path) {
    const std::string text = value.is_string() ? value.get<std::string>() : value.is_number() ? value.dump() : "";
    const DecimalResult result = parse_decimal(text);
    if (result.error == DecimalError::none && result.value.mantissa >= 0) return result.value;
    fault(path, "a decimal number of at least 0, as text: \"4.2\"");
    return std::nullopt;
  }

  Decimal factor(const Json& object, const std::string& path, const char* key) {
    const auto value = decimal(member(object, key), path + "/" + key);
    if (value && (value->mantissa == 0 || value->mantissa > kLargestFactor || value->scale > 4)) {
      fault(path + "/" + key, "more than 0, at most 10000, at most four decimals");
    }
    return value.value_or(Decimal{1, 0});
  }

  std::optional<Stage> stage_value(const Json& value, const std::string& path) {
    const auto stage = value.is_string() ? stage_of(value.get<std::string>()) : std::nullopt;
    if (!stage) fault(path, "\"primary\", \"middle\" or \"senior\"");
    return stage;
  }

  /// Source and confidence; only what is remembered (M) may be without a source.
  Source source_of(const Json& object, const std::string& path) {
    Source result;
    const std::string confidence = string_at(object, path, "confidence");
    if (confidence.size() == 1 && std::string_view("RSIM").find(confidence[0]) != std::string_view::npos) {
      result.confidence = confidence[0];
    } else {
      fault(path + "/confidence", "\"R\", \"S\", \"I\" or \"M\"");
    }
    const Json& id = member(object, "source");
    if (id.is_null() && result.confidence == 'M') return result;
    for (std::size_t i = 0; i < source_ids_.size(); ++i) {
      if (id.is_string() && id.get_ref<const std::string&>() == source_ids_[i]) {
        result.index = static_cast<std::uint16_t>(i);
      }
    }
    if (!result.index) fault(path + "/source", "the id of one of /sources");
    return result;
  }

  template <typename T, typename Read>
  ByStage<T> by_stage(const Json& object, const std::string& path, const Read& read) {
    ByStage<T> result;
    if (!object.is_object()) {
      fault(path, "an object with a value for each stage");
      return result;
    }
    for (const auto& [key, value] : object.items()) {
      std::string at = path;
      at.append("/").append(key);
      const auto stage = stage_of(key);
      if (!stage) {
        fault(at, "\"primary\", \"middle\" or \"senior\"");
        continue;
      }
      result[static_cast<std::size_t>(*stage)] = read(value, at);
    }
    return result;
  }

  ByStage<Limit> limits(const Json& object, const std::string& path) {
    ByStage<Limit> result = by_stage<Limit>(object, path, [&](const Json& value, const std::string& at) {
      Limit limit;
      limit.value = decimal(member(value, "value"), at + "/value").value_or(Decimal{});
      if (limit.value.scale > 4) fault(at + "/value", "at most four decimals");
      limit.source = source_of(value, at);
      return limit;
    });
    for (const Stage stage : standard_.stages) {
      if (!result[static_cast<std::size_t>(stage)]) fault(path + "/" + std::string(id_of(stage)), "a limit");
    }
    return result;
  }

  void source(const Json& entry, const std::string& path) {
    source_ids_.push_back(string_at(entry, path, "id"));
    standard_.sources.push_back({string_at(entry, path, "zh"), string_at(entry, path, "en")});
  }

  void share(const Json& entry, const std::string& path) {
    SplitShare share;
    share.id = string_at(entry, path, "id");
    share.weight =
        by_stage<Decimal>(member(entry, "weights"), path + "/weights", [&](const Json& value, const std::string& at) {
          const auto weight = decimal(value, at);
          if (weight && (weight->mantissa == 0 || weight->mantissa > 999 || weight->scale > 2)) {
            fault(at, "more than 0, below 10, at most two decimals");
          }
          return weight.value_or(Decimal{1, 0});
        });
    share.source = source_of(entry, path);
    standard_.shares.push_back(std::move(share));
  }

  void exclusion(const Json& entry, const std::string& path) {
    Exclusion exclusion;
    exclusion.id = string_at(entry, path, "id");
    if (const auto type = vocabulary_.type(string_at(entry, path, "type"))) {
      exclusion.type = *type;
    } else {
      fault(path + "/type", "the id of a school type of the vocabulary");
    }
    if (entry.is_object() && entry.contains("pupilsBelow")) {
      exclusion.pupils_below = decimal(entry.at("pupilsBelow"), path + "/pupilsBelow");
    }
    exclusion.reason = text_at(entry, path, "reason");
    exclusion.source = source_of(entry, path);
    standard_.exclusions.push_back(std::move(exclusion));
  }

  std::vector<Term> terms(const Json& list, const std::string& path) {
    std::vector<Term> result;
    if (!list.is_array() || list.empty()) fault(path, "a list of terms");
    for (std::size_t i = 0; i < list.size(); ++i) {
      const std::string at = path + "/" + std::to_string(i);
      Term term;
      const auto field = vocabulary_.field(string_at(list[i], at, "field"));
      if (field && vocabulary_.fields[*field].kind != FieldKind::text) {
        term.field = *field;
      } else {
        fault(at + "/field", "the id of a numeric field of the vocabulary");
      }
      // not value(): it ends the program where the sign is there and no text
      const Json& given = member(list[i], "sign");
      const std::string sign = given.is_null() ? "+" : given.is_string() ? given.get<std::string>() : "";
      if (sign != "+" && sign != "-") fault(at + "/sign", "\"+\" or \"-\"");
      term.minus = sign == "-";
      result.push_back(term);
    }
    return result;
  }

  void indicator(const Json& entry, const std::string& path) {
    Indicator indicator;
    indicator.id = string_at(entry, path, "id");
    indicator.title = text_at(entry, path, "title");
    indicator.short_title = text_at(entry, path, "short");
    indicator.unit = text_at(entry, path, "unit");
    const Json& decimals = member(entry, "decimals");
    if (decimals.is_number_unsigned() && decimals.get<std::uint64_t>() <= 6) {
      indicator.decimals = decimals.get<int>();
    } else {
      fault(path + "/decimals", "a whole number from 0 to 6");
    }
    indicator.per = factor(entry, path, "per");
    const std::string whole = string_at(entry, path, "whole");
    if (whole != "split" && whole != "fallback") fault(path + "/whole", "\"split\" or \"fallback\"");
    indicator.whole = whole == "split" ? WholeSchool::split : WholeSchool::fallback;
    each(entry, path, "resource",
         [&](const Json& list, const std::string& at) { indicator.resource.push_back(terms(list, at)); });
    if (indicator.resource.empty()) fault(path + "/resource", "at least one list of terms");
    if (entry.is_object() && entry.contains("threshold")) {
      indicator.threshold = limits(entry.at("threshold"), path + "/threshold");
    }
    standard_.indicators.push_back(std::move(indicator));
  }

  void unit_rule(const Json& entry, const std::string& path) {
    if (entry.is_null()) return;
    UnitRule rule;
    const Json& count = member(entry, "meetAtLeast");
    const auto met = count.is_number_unsigned() ? count.get<std::uint64_t>() : 0;
    if (met > 0 && met <= standard_.indicators.size()) {
      rule.meet_at_least = static_cast<int>(met);
    } else {
      fault(path + "/meetAtLeast", "a whole number from 1 to the number of indicators");
    }
    rule.floor = factor(entry, path, "floor");
    if (compare(Ratio{1, 1}, rule.floor) == std::strong_ordering::less)
      fault(path + "/floor", "more than 0, at most 1");
    rule.source = source_of(entry, path);
    standard_.unit_rule = rule;
  }

  void balance_rule(const Json& entry, const std::string& path) {
    const std::string kind = string_at(entry, path, "kind");
    if (kind != "each" && kind != "composite") fault(path + "/kind", "\"each\" or \"composite\"");
    standard_.balance.kind = kind == "each" ? BalanceKind::each : BalanceKind::composite;
    standard_.balance.limit = limits(member(entry, "limit"), path + "/limit");
  }

  void part(const Json& entry, const std::string& path) {
    Part part;
    part.id = string_at(entry, path, "id");
    part.title = text_at(entry, path, "title");
    each(entry, path, "judges", [&](const Json& value, const std::string& at) {
      if (value == "units") {
        part.judges_units = true;
      } else if (value == "balance") {
        part.judges_balance = true;
      } else {
        fault(at, "\"units\" or \"balance\"");
      }
    });
    standard_.parts.push_back(std::move(part));
  }

  template <typename Rows>
  void unique(const Rows& rows, const std::string& path) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!seen.insert(rows[i].id).second) fault(path + "/" + std::to_string(i) + "/id", "an id used once");
    }
  }

  void unique_ids() {
    unique(standard_.shares, "/split/shares");
    unique(standard_.exclusions, "/exclusions");
    unique(standard_.indicators, "/indicators");
    unique(standard_.parts, "/parts");
    if (std::set<std::string>(source_ids_.begin(), source_ids_.end()).size() != source_ids_.size()) {
      fault("/sources", "every id once");
    }
    for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
      const bool has_thresholds = standard_.indicators[i].threshold[0] || standard_.indicators[i].threshold[1];
      if (has_thresholds != standard_.unit_rule.has_value()) {
        fault("/indicators/" + std::to_string(i) + "/threshold",
              "thresholds where there is a unitRule, none elsewhere");
      }
    }
  }

  const Vocabulary& vocabulary_;
  const Json nothing_;
  Standard standard_;
  std::vector<std::string> source_ids_;
  std::vector<StandardFault> faults_;
};

}  // namespace

StandardResult load_standard(std::string_view json, const Vocabulary& vocabulary) {
  return Loader(vocabulary).load(json);
}

}  // namespace junheng
