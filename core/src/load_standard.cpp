// SPDX-License-Identifier: MIT
#include <set>

#include "json_tree.h"
#include "junheng/exact.h"
#include "junheng/standard.h"
#include "junheng/vocabulary.h"

namespace junheng {
namespace {

/// The bounds under which the exact comparisons cannot overflow 128 bits (see exact.h).
constexpr std::int64_t kLargestFactor = 10'000;
/// Reasons name indicators by the bits of one word.
constexpr std::size_t kMostIndicators = 64;

/// Walks the file and keeps every fault with the JSON pointer of its place.
class Loader {
 public:
  explicit Loader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  StandardResult load(std::string_view text) {
    const JsonTree tree = JsonTree::parse(text);
    const Json root = tree.root();
    if (!root.is_object()) {
      fault("", "a JSON object");
      return {std::nullopt, std::move(faults_)};
    }
    if (string_at(root, "", "schema") != "junheng.standard/1") fault("/schema", "\"junheng.standard/1\"");
    standard_.id = string_at(root, "", "id");
    standard_.title = text_at(root, "", "title");
    standard_.document = text_at(root, "", "document");
    each(root, "", "sources", [&](Json entry, const std::string& path) { source(entry, path); });
    each(root, "", "stages", [&](Json entry, const std::string& path) {
      if (const auto stage = stage_value(entry, path)) standard_.stages.push_back(*stage);
    });
    const Json split = root.find("split");
    if (root.find("stages").is_list() && root.find("stages").empty()) fault("/stages", "at least one stage");
    each(split, "/split", "shares", [&](Json entry, const std::string& path) { share(entry, path); });
    each(root, "", "exclusions", [&](Json entry, const std::string& path) { exclusion(entry, path); });
    each(root, "", "indicators", [&](Json entry, const std::string& path) { indicator(entry, path); });
    if (standard_.indicators.empty() || standard_.indicators.size() > kMostIndicators) {
      fault("/indicators", "1 to 64 indicators");
    }
    unit_rule(root.find("unitRule"), "/unitRule");
    balance_rule(root.find("balanceRule"), "/balanceRule");
    each(root, "", "parts", [&](Json entry, const std::string& path) { part(entry, path); });
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

  std::string string_at(Json object, const std::string& path, const char* key) {
    const Json value = object.find(key);
    if (!value.text().empty()) return std::string(value.text());
    fault(path + "/" + key, "a text");
    return {};
  }

  Text text_at(Json object, const std::string& path, const char* key) {
    const Json value = object.find(key);
    const std::string at = path + "/" + key;
    return {string_at(value, at, "zh"), string_at(value, at, "en")};
  }

  template <typename Use>
  void each(Json object, const std::string& path, const char* key, const Use& use) {
    const Json list = object.find(key);
    const std::string at = path + "/" + key;
    if (!list.is_list()) return fault(at, "a list");
    std::size_t i = 0;
    for (const Json entry : list)
      use(entry, at + "/" + std::to_string(i++));
  }

  /// Decimals stand as text, so that 4.2 is 4.2; a JSON number is taken as it is written.
  std::optional<Decimal> decimal(Json value, const std::string& path) {
    const DecimalResult result = parse_decimal(value.is_number() ? value.number_text() : value.text());
    if (result.error == DecimalError::none && result.value.mantissa >= 0) return result.value;
    fault(path, "a decimal number of at least 0, as text: \"4.2\"");
    return std::nullopt;
  }

  Decimal factor(Json object, const std::string& path, const char* key) {
    const auto value = decimal(object.find(key), path + "/" + key);
    if (value && (value->mantissa == 0 || value->mantissa > kLargestFactor || value->scale > 4)) {
      fault(path + "/" + key, "more than 0, at most 10000, at most four decimals");
    }
    return value.value_or(Decimal{1, 0});
  }

  std::optional<Stage> stage_value(Json value, const std::string& path) {
    const auto stage = stage_of(value.text());
    if (!stage) fault(path, "\"primary\", \"middle\" or \"senior\"");
    return stage;
  }

  /// Source and confidence; only what is remembered (M) may be without a source.
  Source source_of(Json object, const std::string& path) {
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

  template <typename T, typename Read>
  ByStage<T> by_stage(Json object, const std::string& path, const Read& read) {
    ByStage<T> result;
    if (!object.is_object()) {
      fault(path, "an object with a value for each stage");
      return result;
    }
    for (const Json value : object) {
      std::string at = path;
      at.append("/").append(value.key());
      const auto stage = stage_of(value.key());
      if (!stage) {
        fault(at, "\"primary\", \"middle\" or \"senior\"");
        continue;
      }
      result[static_cast<std::size_t>(*stage)] = read(value, at);
    }
    return result;
  }

  ByStage<Limit> limits(Json object, const std::string& path) {
    ByStage<Limit> result = by_stage<Limit>(object, path, [&](Json value, const std::string& at) {
      Limit limit;
      limit.value = decimal(value.find("value"), at + "/value").value_or(Decimal{});
      if (limit.value.scale > 4) fault(at + "/value", "at most four decimals");
      limit.source = source_of(value, at);
      return limit;
    });
    for (const Stage stage : standard_.stages) {
      if (!result[static_cast<std::size_t>(stage)]) fault(path + "/" + std::string(id_of(stage)), "a limit");
    }
    return result;
  }

  void source(Json entry, const std::string& path) {
    source_ids_.push_back(string_at(entry, path, "id"));
    standard_.sources.push_back({string_at(entry, path, "zh"), string_at(entry, path, "en")});
  }

  void share(Json entry, const std::string& path) {
    SplitShare share;
    share.id = string_at(entry, path, "id");
    share.weight = by_stage<Decimal>(entry.find("weights"), path + "/weights", [&](Json value, const std::string& at) {
      const auto weight = decimal(value, at);
      if (weight && (weight->mantissa == 0 || weight->mantissa > 999 || weight->scale > 2)) {
        fault(at, "more than 0, below 10, at most two decimals");
      }
      return weight.value_or(Decimal{1, 0});
    });
    share.source = source_of(entry, path);
    standard_.shares.push_back(std::move(share));
  }

  void exclusion(Json entry, const std::string& path) {
    Exclusion exclusion;
    exclusion.id = string_at(entry, path, "id");
    if (const auto type = vocabulary_.type(string_at(entry, path, "type"))) {
      exclusion.type = *type;
    } else {
      fault(path + "/type", "the id of a school type of the vocabulary");
    }
    if (entry.has("pupilsBelow")) {
      exclusion.pupils_below = decimal(entry.find("pupilsBelow"), path + "/pupilsBelow");
    }
    exclusion.reason = text_at(entry, path, "reason");
    exclusion.source = source_of(entry, path);
    standard_.exclusions.push_back(std::move(exclusion));
  }

  std::vector<Term> terms(Json list, const std::string& path) {
    std::vector<Term> result;
    if (!list.is_list() || list.empty()) fault(path, "a list of terms");
    for (const Json entry : list) {
      const std::string at = path + "/" + std::to_string(result.size());
      Term term;
      const auto field = vocabulary_.field(string_at(entry, at, "field"));
      if (field && vocabulary_.fields[*field].kind != FieldKind::text) {
        term.field = *field;
      } else {
        fault(at + "/field", "the id of a numeric field of the vocabulary");
      }
      const Json given = entry.find("sign");
      const std::string_view sign = given.is_null() ? "+" : given.text();
      if (sign != "+" && sign != "-") fault(at + "/sign", "\"+\" or \"-\"");
      term.minus = sign == "-";
      result.push_back(term);
    }
    return result;
  }

  void indicator(Json entry, const std::string& path) {
    Indicator indicator;
    indicator.id = string_at(entry, path, "id");
    indicator.title = text_at(entry, path, "title");
    indicator.short_title = text_at(entry, path, "short");
    indicator.unit = text_at(entry, path, "unit");
    const auto decimals = entry.find("decimals").whole_number();
    if (decimals && *decimals <= 6) {
      indicator.decimals = static_cast<int>(*decimals);
    } else {
      fault(path + "/decimals", "a whole number from 0 to 6");
    }
    indicator.per = factor(entry, path, "per");
    const std::string whole = string_at(entry, path, "whole");
    if (whole != "split" && whole != "fallback") fault(path + "/whole", "\"split\" or \"fallback\"");
    indicator.whole = whole == "split" ? WholeSchool::split : WholeSchool::fallback;
    each(entry, path, "resource",
         [&](Json list, const std::string& at) { indicator.resource.push_back(terms(list, at)); });
    if (indicator.resource.empty()) fault(path + "/resource", "at least one list of terms");
    if (entry.has("threshold")) {
      indicator.threshold = limits(entry.find("threshold"), path + "/threshold");
    }
    standard_.indicators.push_back(std::move(indicator));
  }

  void unit_rule(Json entry, const std::string& path) {
    if (entry.is_null()) return;
    UnitRule rule;
    const std::uint32_t met = entry.find("meetAtLeast").whole_number().value_or(0);
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

  void balance_rule(Json entry, const std::string& path) {
    const std::string kind = string_at(entry, path, "kind");
    if (kind != "each" && kind != "composite") fault(path + "/kind", "\"each\" or \"composite\"");
    standard_.balance.kind = kind == "each" ? BalanceKind::each : BalanceKind::composite;
    standard_.balance.limit = limits(entry.find("limit"), path + "/limit");
  }

  void part(Json entry, const std::string& path) {
    Part part;
    part.id = string_at(entry, path, "id");
    part.title = text_at(entry, path, "title");
    each(entry, path, "judges", [&](Json value, const std::string& at) {
      if (value.text() == "units") {
        part.judges_units = true;
      } else if (value.text() == "balance") {
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
  Standard standard_;
  std::vector<std::string> source_ids_;
  std::vector<StandardFault> faults_;
};

}  // namespace

StandardResult load_standard(std::string_view json, const Vocabulary& vocabulary) {
  return Loader(vocabulary).load(json);
}

}  // namespace junheng
