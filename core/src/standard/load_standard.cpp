// SPDX-License-Identifier: MIT
#include "standard/load_standard.h"

#include <algorithm>

#include "base/decimal_ratio.h"
#include "standard/check_reader.h"

namespace junheng {
namespace {

/// Reasons name indicators by the bits of one word.
constexpr std::size_t kMostIndicators = 64;
/// Weights of the stages are below it.
constexpr Decimal kWeightsEnd{10, 0};

/// Reads the file of a standard into standard_ and collects all faults with their JSON pointers.
///
/// Steps, by standard(): what others refer to comes first (sources, stages, options), then split ratios, exclusions,
/// indicators, the rules of units and balance, the parts with their items (CheckReader) and supplements; unique_ids()
/// last, as it compares what was read. A standard is returned only where there is no fault.
class Loader : public CheckReader {
 public:
  using CheckReader::CheckReader;

  StandardResult load(Json file) {
    const RulePlace root(file);
    if (root->is_object()) {
      standard(root);
    } else {
      fault(root, "a JSON object");
    }
    StandardResult result;
    result.faults = take_faults();
    if (result.faults.empty()) result.standard = std::move(standard_);
    return result;
  }

 private:
  void standard(const RulePlace& root) {
    only(root,
         "$schema schema id parent title document sources stages split exclusions merges indicators unitRule "
         "balanceRule parts supplements options");
    if (view(root, "schema") != "junheng.standard/1") fault(root, "schema", "\"junheng.standard/1\"");
    read(standard_.id, root, "id");
    read(standard_.title, root, "title");
    read(standard_.document, root, "document");
    sources(root);
    stages(root);
    RuleEntries one_option = each(root, "options", false);
    while (one_option.next())
      option(*one_option);
    const Json stages = root->find("stages");
    if (stages.is_list() && stages.empty()) fault(root, "stages", "at least one stage");
    shares(RulePlace(root, "split"));
    exclusions(root);
    merges(root);
    RuleEntries one_indicator = each(root, "indicators");
    while (one_indicator.next())
      indicator(standard_.indicators.emplace_back(), *one_indicator);
    if (standard_.indicators.empty() || standard_.indicators.size() > kMostIndicators) {
      fault(root, "indicators", "1 to 64 indicators");
    }
    unit_rule(RulePlace(root, "unitRule"));
    balance_rule(RulePlace(root, "balanceRule"));
    RuleEntries one_part = each(root, "parts");
    while (one_part.next())
      part(standard_.parts.emplace_back(), *one_part);
    items(standard_.supplements, root, "supplements");
    unique_ids(root);
  }

  template <typename T, typename Read>
  void by_stage(ByStage<T>& values, const RulePlace& object, const Read& read_one) {
    if (!object->is_object()) return fault(object, "an object with a value for each stage");
    for (const Json value : object.json()) {
      const RulePlace at(object, value);
      if (const auto stage = of_id<Stage>(value.key())) {
        read_one(values[static_cast<std::size_t>(*stage)].emplace(), at);
      } else {
        fault(at, "\"primary\", \"middle\" or \"senior\"");
      }
    }
  }

  void limits(ByStage<Limit>& limits, const RulePlace& object) {
    by_stage(limits, object, [&](Limit& limit, const RulePlace& at) {
      only(at, "value source confidence");
      read(limit, at);
    });
    for (const Stage stage : standard_.stages) {
      if (!limits[static_cast<std::size_t>(stage)]) fault(object, id_of(stage).data(), "a limit");
    }
  }

  void sources(const RulePlace& root) {
    RuleEntries entry = each(root, "sources");
    while (entry.next()) {
      only(*entry, "id zh en");
      source_ids_.push_back(view(*entry, "id"));
      Text& source = standard_.sources.emplace_back();
      read(source.zh, *entry, "zh");
      read(source.en, *entry, "en");
    }
  }

  void stages(const RulePlace& root) {
    RuleEntries entry = each(root, "stages");
    while (entry.next()) {
      const auto stage = stage_value(*entry);
      const auto& known = standard_.stages;
      if (stage && std::find(known.begin(), known.end(), *stage) != known.end()) fault(*entry, "every stage once");
      if (stage) standard_.stages.push_back(*stage);
    }
  }

  void shares(const RulePlace& split) {
    only(split, "shares");
    RuleEntries entry = each(split, "shares");
    while (entry.next()) {
      only(*entry, "id weights source confidence");
      SplitShare& share = standard_.shares.emplace_back();
      read(share.id, *entry, "id");
      by_stage(share.weight, RulePlace(*entry, "weights"), [&](Decimal& weight, const RulePlace& at) {
        weight = decimal(at).value_or(Decimal{1, 0});
        if (weight.mantissa == 0 || weight.scale > 2 ||
            compare(ratio_of(weight), kWeightsEnd) != std::strong_ordering::less) {
          fault(at, "more than 0, below 10, at most two decimals");
        }
      });
      read(share.source, *entry);
    }
  }

  void exclusions(const RulePlace& root) {
    RuleEntries entry = each(root, "exclusions");
    while (entry.next()) {
      only(*entry, "id type ownership pupilsBelow option reason source confidence");
      Exclusion& exclusion = standard_.exclusions.emplace_back();
      read(exclusion.id, *entry, "id");
      if (entry->json().has("ownership")) exclusion.ownership = ownership_value(*entry);
      if (entry->json().has("type") || exclusion.ownership == Ownership::not_said) {
        exclusion.type = type_value(RulePlace(*entry, "type"));
      }
      read_when(exclusion.only_when, *entry);
      if (entry->json().has("pupilsBelow")) exclusion.pupils_below = decimal(*entry, "pupilsBelow");
      read(exclusion.reason, *entry, "reason");
      read(exclusion.source, *entry);
    }
  }

  void merges(const RulePlace& root) {
    RuleEntries entry = each(root, "merges", false);
    while (entry.next()) {
      only(*entry, "id type option");
      Merge& merge = standard_.merges.emplace_back();
      merge.type = type_value(RulePlace(*entry, "type")).value_or(0);
      read_when(merge.only_when, *entry);
    }
  }

  void indicator(Indicator& indicator, const RulePlace& entry) {
    only(entry, "id title short unit decimals per whole resource extras threshold");
    read(indicator.id, entry, "id");
    read(indicator.title, entry, "title");
    read(indicator.short_title, entry, "short");
    read(indicator.unit, entry, "unit");
    const auto decimals = entry->find("decimals").whole_number();
    if (decimals && *decimals <= 6) {
      indicator.decimals = static_cast<int>(*decimals);
    } else {
      fault(entry, "decimals", "a whole number from 0 to 6");
    }
    indicator.per = factor(entry, "per");
    const std::string_view whole = view(entry, "whole");
    const auto known = of_id<WholeSchool>(whole);
    if (!known) fault(entry, "whole", "\"split\" or \"fallback\"");
    indicator.whole = known.value_or(WholeSchool::fallback);
    RuleEntries one = each(entry, "resource");
    while (one.next()) {
      Resource& resource = indicator.resource.emplace_back();
      if (one->json().is_list()) {
        read(resource.terms, *one);
        continue;
      }
      only(*one, "terms option given notBelow");
      read(resource.terms, *one, "terms");
      read_when(resource.only_when, *one);
      if (one->json().has("notBelow")) {
        read(resource.not_below, *one, "notBelow");
        if (!resource.only_when.option) fault(*one, "option", "an option, where there is notBelow");
      }
      resource.given = boolean_at(*one, "given");
    }
    extras(indicator.extras, entry);
    if (indicator.resource.empty()) fault(entry, "resource", "at least one list of terms");
    if (entry->has("threshold")) limits(indicator.threshold, RulePlace(entry, "threshold"));
  }

  void unit_rule(const RulePlace& entry) {
    if (entry->is_null()) return;
    rule_of_count(standard_.unit_rule.emplace(), entry, standard_.indicators.size());
  }

  /// So many of all, and none of the rest below the floor.
  void rule_of_count(UnitRule& rule, const RulePlace& entry, std::size_t all) {
    only(entry, "meetAtLeast floor source confidence");
    const std::uint32_t met = entry->find("meetAtLeast").whole_number().value_or(0);
    if (met > 0 && met <= all) {
      rule.meet_at_least = static_cast<int>(met);
    } else {
      fault(entry, "meetAtLeast", "a whole number from 1 to the number of indicators");
    }
    rule.floor = factor(entry, "floor");
    if (compare(Ratio{1, 1}, rule.floor) == std::strong_ordering::less) fault(entry, "floor", "more than 0, at most 1");
    read(rule.source, entry);
  }

  void balance_rule(const RulePlace& entry) {
    only(entry, "kind limit");
    const std::string_view kind = view(entry, "kind");
    const auto known = of_id<BalanceKind>(kind);
    if (!known) fault(entry, "kind", "\"each\" or \"composite\"");
    standard_.balance.kind = known.value_or(BalanceKind::composite);
    limits(standard_.balance.limit, RulePlace(entry, "limit"));
  }

  void part(Part& part, const RulePlace& entry) {
    only(entry, "id title judges items score schoolRule");
    read(part.id, entry, "id");
    read(part.title, entry, "title");
    bool judges_items = false;
    RuleEntries value = each(entry, "judges");
    while (value.next()) {
      const std::string_view what = value->json().text();
      if (what == "units") {
        part.judges_units = true;
      } else if (what == "balance") {
        part.judges_balance = true;
      } else if (what == "items") {
        judges_items = true;
      } else {
        fault(*value, "\"units\", \"balance\" or \"items\"");
      }
    }
    items(part.items, entry, "items");
    if (judges_items == part.items.empty()) {
      fault(entry, "items", "items where the part judges items, none elsewhere");
    }
    if (entry->has("score")) score(part, RulePlace(entry, "score"));
    if (entry->has("schoolRule")) {
      rule_of_count(part.school_rule.emplace(), RulePlace(entry, "schoolRule"), part.items.size());
    }
  }

  /// Either no item has points, and the sum is a fact; or all have, and they add up to the full score.
  void score(Part& part, const RulePlace& entry) {
    only(entry, "full atLeast total");
    Score& score = part.score.emplace();
    score.full = decimal(entry, "full").value_or(Decimal{});
    read(score.pass, RulePlace(entry, "atLeast"));
    score.total = field_value(entry, "total");
    U128 sum = 0;
    std::size_t with_points = 0;
    for (const Item& item : part.items) {
      if (!item.points) continue;
      ++with_points;
      sum += in_finest_units(*item.points);
    }
    if (with_points > 0 && with_points < part.items.size()) fault(entry, "points for all items or for none");
    if (with_points > 0 && sum != in_finest_units(score.full)) {
      fault(entry, "full", "the sum of the items' points");
    }
  }

  void unique_id(WordMap& seen, const std::string& id, const RulePlace& list, std::size_t index) {
    if (!seen.add(id, 0)) fault(RulePlace(list, index, Json()), "id", "an id used once");
  }

  template <typename Rows>
  void unique(const Rows& rows, const RulePlace& list) {
    WordMap seen;
    std::size_t index = 0;
    for (const auto& row : rows)
      unique_id(seen, row.id, list, index++);
  }

  void unique_ids(const RulePlace& root) {
    const RulePlace split(root, "split");
    const RulePlace indicators(root, "indicators");
    const RulePlace parts(root, "parts");
    unique(standard_.shares, RulePlace(split, "shares"));
    unique(standard_.exclusions, RulePlace(root, "exclusions"));
    unique(standard_.indicators, indicators);
    unique(standard_.parts, parts);
    unique(standard_.supplements, RulePlace(root, "supplements"));
    unique(standard_.options, RulePlace(root, "options"));
    WordMap seen;
    for (std::size_t p = 0; p < standard_.parts.size(); ++p) {
      const RulePlace part(parts, p, Json());
      const RulePlace items(part, "items");
      for (std::size_t i = 0; i < standard_.parts[p].items.size(); ++i)
        unique_id(seen, standard_.parts[p].items[i].id, items, i);
    }
    WordMap sources;
    for (const std::string_view id : source_ids_)
      sources.add(id, 0);
    if (sources.entries().size() != source_ids_.size()) fault(root, "sources", "every id once");
    for (std::size_t i = 0; i < standard_.indicators.size(); ++i) {
      const bool has_thresholds = standard_.indicators[i].threshold[0] || standard_.indicators[i].threshold[1];
      if (has_thresholds != standard_.unit_rule.has_value()) {
        fault(RulePlace(indicators, i, Json()), "threshold", "thresholds where there is a unitRule, none elsewhere");
      }
    }
  }
};

}  // namespace

StandardResult load_standard(Json file, const Vocabulary& vocabulary) {
  return Loader(vocabulary).load(file);
}

StandardResult load_standard(std::string_view json, const Vocabulary& vocabulary) {
  const JsonTree tree = JsonTree::parse(json);
  return load_standard(tree.root(), vocabulary);
}

}  // namespace junheng
