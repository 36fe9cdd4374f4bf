// SPDX-License-Identifier: MIT
#include <algorithm>
#include <set>

#include "check_reader.h"
#include "junheng/exact.h"

namespace junheng {
namespace {

/// Reasons name indicators by the bits of one word.
constexpr std::size_t kMostIndicators = 64;

class Loader : public CheckReader {
 public:
  using CheckReader::CheckReader;

  StandardResult load(std::string_view text) {
    const JsonTree tree = JsonTree::parse(text);
    const Json root = tree.root();
    if (!root.is_object()) {
      fault("", "a JSON object");
      return {std::nullopt, take_faults()};
    }
    only(root, "",
         "$schema schema id parent title document sources stages split exclusions indicators unitRule "
         "balanceRule parts supplements options");
    if (string_at(root, "", "schema") != "junheng.standard/1") fault("/schema", "\"junheng.standard/1\"");
    standard_.id = string_at(root, "", "id");
    standard_.title = text_at(root, "", "title");
    standard_.document = text_at(root, "", "document");
    each(root, "", "sources", [&](Json entry, const std::string& path) { source(entry, path); });
    each(root, "", "stages", [&](Json entry, const std::string& path) {
      const auto stage = stage_value(entry, path);
      const auto& known = standard_.stages;
      if (stage && std::find(known.begin(), known.end(), *stage) != known.end()) fault(path, "every stage once");
      if (stage) standard_.stages.push_back(*stage);
    });
    each(
        root, "", "options", [&](Json entry, const std::string& path) { option(entry, path); }, false);
    const Json split = root.find("split");
    only(split, "/split", "shares");
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
    each(
        root, "", "supplements",
        [&](Json entry, const std::string& path) { standard_.supplements.push_back(item(entry, path)); }, false);
    unique_ids();
    std::vector<StandardFault> faults = take_faults();
    if (!faults.empty()) return {std::nullopt, std::move(faults)};
    return {std::move(standard_), {}};
  }

 private:
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
      only(value, at, "value source confidence");
      return Limit{limit_value(value, at), source_of(value, at)};
    });
    for (const Stage stage : standard_.stages) {
      if (!result[static_cast<std::size_t>(stage)]) fault(path + "/" + std::string(id_of(stage)), "a limit");
    }
    return result;
  }

  void source(Json entry, const std::string& path) {
    only(entry, path, "id zh en");
    source_ids_.push_back(string_at(entry, path, "id"));
    standard_.sources.push_back({string_at(entry, path, "zh"), string_at(entry, path, "en")});
  }

  void share(Json entry, const std::string& path) {
    only(entry, path, "id weights source confidence");
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
    only(entry, path, "id type pupilsBelow reason source confidence");
    Exclusion exclusion;
    exclusion.id = string_at(entry, path, "id");
    exclusion.type = type_value(entry.find("type"), path + "/type").value_or(0);
    if (entry.has("pupilsBelow")) {
      exclusion.pupils_below = decimal(entry.find("pupilsBelow"), path + "/pupilsBelow");
    }
    exclusion.reason = text_at(entry, path, "reason");
    exclusion.source = source_of(entry, path);
    standard_.exclusions.push_back(std::move(exclusion));
  }

  void indicator(Json entry, const std::string& path) {
    only(entry, path, "id title short unit decimals per whole resource extras threshold");
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
    each(entry, path, "resource", [&](Json one, const std::string& at) {
      if (one.is_list()) {
        indicator.resource.push_back({terms(one, at), {}, false});
        return;
      }
      only(one, at, "terms option given");
      indicator.resource.push_back(
          {terms(one.find("terms"), at + "/terms"), only_when(one, at), boolean_at(one, at, "given")});
    });
    each(
        entry, path, "extras", [&](Json one, const std::string& at) { indicator.extras.push_back(extra(one, at)); },
        false);
    if (indicator.resource.empty()) fault(path + "/resource", "at least one list of terms");
    if (entry.has("threshold")) {
      indicator.threshold = limits(entry.find("threshold"), path + "/threshold");
    }
    standard_.indicators.push_back(std::move(indicator));
  }

  void unit_rule(Json entry, const std::string& path) {
    if (entry.is_null()) return;
    only(entry, path, "meetAtLeast floor source confidence");
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
    only(entry, path, "kind limit");
    const std::string kind = string_at(entry, path, "kind");
    if (kind != "each" && kind != "composite") fault(path + "/kind", "\"each\" or \"composite\"");
    standard_.balance.kind = kind == "each" ? BalanceKind::each : BalanceKind::composite;
    standard_.balance.limit = limits(entry.find("limit"), path + "/limit");
  }

  void part(Json entry, const std::string& path) {
    only(entry, path, "id title judges items score");
    Part part;
    part.id = string_at(entry, path, "id");
    part.title = text_at(entry, path, "title");
    bool judges_items = false;
    each(entry, path, "judges", [&](Json value, const std::string& at) {
      if (value.text() == "units") {
        part.judges_units = true;
      } else if (value.text() == "balance") {
        part.judges_balance = true;
      } else if (value.text() == "items") {
        judges_items = true;
      } else {
        fault(at, "\"units\", \"balance\" or \"items\"");
      }
    });
    each(
        entry, path, "items", [&](Json one, const std::string& at) { part.items.push_back(item(one, at)); }, false);
    if (judges_items == part.items.empty()) fault(path + "/items", "items where the part judges items, none elsewhere");
    if (entry.has("score")) score(part, entry.find("score"), path + "/score");
    standard_.parts.push_back(std::move(part));
  }

  /// Either no item has points, and the sum is a fact; or all have, and they add up to the full score.
  void score(Part& part, Json entry, const std::string& path) {
    only(entry, path, "full atLeast total");
    Score score;
    score.full = decimal(entry.find("full"), path + "/full").value_or(Decimal{});
    const Json pass = entry.find("atLeast");
    score.pass = {limit_value(pass, path + "/atLeast"), source_of(pass, path + "/atLeast")};
    score.total = field_value(entry.find("total"), path + "/total").value_or(0);
    U128 sum = 0;
    std::size_t with_points = 0;
    for (const Item& item : part.items) {
      if (!item.points) continue;
      ++with_points;
      sum += static_cast<U128>(item.points->mantissa) * power_of_ten(kMaxScale - item.points->scale);
    }
    if (with_points > 0 && with_points < part.items.size()) fault(path, "points for all items or for none");
    if (with_points > 0 && sum != static_cast<U128>(score.full.mantissa) * power_of_ten(kMaxScale - score.full.scale)) {
      fault(path + "/full", "the sum of the items' points");
    }
    part.score = std::move(score);
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
    unique(standard_.supplements, "/supplements");
    unique(standard_.options, "/options");
    std::set<std::string> items;
    for (std::size_t p = 0; p < standard_.parts.size(); ++p) {
      const std::vector<Item>& rows = standard_.parts[p].items;
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!items.insert(rows[i].id).second) {
          fault("/parts/" + std::to_string(p) + "/items/" + std::to_string(i) + "/id", "an id used once");
        }
      }
    }
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
};

}  // namespace

StandardResult load_standard(std::string_view json, const Vocabulary& vocabulary) {
  return Loader(vocabulary).load(json);
}

}  // namespace junheng
