// SPDX-License-Identifier: MIT
#include <algorithm>

#include "answer/json_parts.h"
#include "junheng/clipped.h"
#include "junheng/finding.h"
#include "junheng/junheng.h"
#include "junheng/own_text.h"
#include "junheng/sentence.h"
#include "standard/common_limit.h"
#include "standard/limit_name.h"

namespace junheng {
namespace {

/// Writes all standards of a library as the contract's list, key by key in the order of web/src/engine/junheng.d.ts:
/// indicators with their fields and limits, the unit rule, limits of the coefficients, split ratios, exclusions, parts
/// and supplements with items and checks, options. Holds nothing but the library and the writer.
class StandardsWriter {
 public:
  explicit StandardsWriter(const Library& library) : library_(library) {}

  std::string write() {
    out_.begin_array();
    for (std::size_t i = 0; i < library_.standards.size(); ++i)
      standard(library_.standards[i], library_.sources[i]->root());
    out_.end_array();
    return out_.take();
  }

 private:
  void source(const Standard& standard, const Source& source) { write_source(out_, standard, source); }

  void limits(const char* key, const Standard& standard, const ByStage<Limit>& limits) {
    out_.begin_object(key);
    for (const Stage stage : standard.stages) {
      const auto& limit = limits[static_cast<std::size_t>(stage)];
      out_.key(id_of(stage));
      if (!limit) {
        out_.null();
        continue;
      }
      out_.begin_object();
      out_.number("value", to_double(limit->value));
      out_.text("text", to_text(limit->value));
      source(standard, limit->source);
      out_.end_object();
    }
    out_.end_object();
  }

  /// Only of a standard that did not come with the engine.
  void own(const Standard& standard) {
    if (!standard.own) return;
    out_.begin_object("own");
    out_.text_or_null("parent", standard.own->parent);
    write_both(out_, "message", {own_text(library_.zh, standard), own_text(library_.en, standard)});
    out_.begin_array("changes");
    for (const StandardChange& change : standard.own->changes) {
      out_.begin_object();
      out_.text("kind", id_of(change.kind));
      out_.text("path", change.path);
      out_.text_or_null("before", change.before);
      out_.text_or_null("after", change.after);
      out_.end_object();
    }
    out_.end_array();
    out_.end_object();
  }

  void indicator(const Standard& standard, const Indicator& indicator) {
    out_.begin_object();
    out_.text("id", indicator.id);
    write_both(out_, "title", indicator.title);
    write_both(out_, "shortTitle", indicator.short_title);
    write_both(out_, "unit", indicator.unit);
    out_.number("per", to_double(indicator.per));
    out_.text("wholeSchool", id_of(indicator.whole));
    out_.begin_array("fields");
    for (const Resource& resource : indicator.resource) {
      const std::vector<Term>& terms = resource.terms;
      out_.begin_array();
      for (const Term& term : terms) {
        out_.begin_object();
        out_.text("id", library_.vocabulary.fields[term.field].id);
        write_both(out_, "label", library_.vocabulary.fields[term.field].label);
        out_.text("sign", term.minus ? "-" : "+");
        out_.end_object();
      }
      out_.end_array();
    }
    out_.end_array();
    limits("thresholds", standard, indicator.threshold);
    const ByStage<Limit> none;
    limits("cvLimits", standard, standard.balance.kind == BalanceKind::each ? standard.balance.limit : none);
    out_.end_object();
  }

  void shares(const Standard& standard) {
    out_.begin_array("splitRatios");
    for (const SplitShare& share : standard.shares) {
      out_.begin_object();
      out_.text("id", share.id);
      out_.begin_object("weights");
      for (const Stage stage : kStages) {
        const auto& weight = share.weight[static_cast<std::size_t>(stage)];
        if (!weight) continue;
        out_.key(id_of(stage));
        out_.number(to_double(*weight));
      }
      out_.end_object();
      source(standard, share.source);
      out_.end_object();
    }
    out_.end_array();
  }

  void exclusions(const Standard& standard) {
    out_.begin_array("exclusions");
    for (const Exclusion& exclusion : standard.exclusions) {
      out_.begin_object();
      out_.text("id", exclusion.id);
      write_both(out_, "type", exclusion.type ? library_.vocabulary.types[*exclusion.type].label : exclusion.reason);
      out_.number("pupilsBelow", exclusion.pupils_below ? to_double(*exclusion.pupils_below) : kNoNumber);
      only_when(standard, exclusion.only_when);
      source(standard, exclusion.source);
      out_.end_object();
    }
    out_.end_array();
  }

  /// The choice without which it does not count.
  void only_when(const Standard& standard, const OnlyWhen& when) {
    if (!when.option) return out_.null("onlyWhen");
    const Option& option = standard.options[*when.option];
    out_.begin_object("onlyWhen");
    out_.text("option", option.id);
    out_.text("choice", option.choices[when.choice].id);
    out_.end_object();
  }

  void check(const Standard& standard, const Item& item, const Check& check, Json file) {
    out_.begin_object();
    out_.text("id", check.id);
    write_both(out_, "title", check.title.zh.empty() ? item.title : check.title);
    out_.text("basis", check.attested ? "attested" : "computed");
    out_.boolean("optional", check.optional || check.informs);
    std::vector<std::uint16_t> fields;
    std::vector<std::uint16_t> otherwise;
    for (const Way& way : check.ways) {
      const std::size_t before = fields.size();
      bool apart = before > 0;
      for (const std::vector<Term>* terms : {&way.quantity.of, &way.quantity.over, &way.beside}) {
        for (const Term& term : *terms) {
          const auto found = std::find(fields.begin(), fields.end(), term.field);
          if (found == fields.end())
            fields.push_back(term.field);
          else if (static_cast<std::size_t>(found - fields.begin()) < before)
            apart = false;
        }
      }
      if (apart && fields.size() > before) otherwise.push_back(fields[before]);
    }
    out_.begin_array("fields");
    for (const std::uint16_t index : fields) {
      const Field& field = library_.vocabulary.fields[index];
      out_.begin_object();
      out_.text("id", field.id);
      write_both(out_, "label", field.label);
      write_both(out_, "unit", field.unit);
      out_.text("kind", id_of(field.kind));
      out_.boolean("otherwise", std::find(otherwise.begin(), otherwise.end(), index) != otherwise.end());
      out_.end_object();
    }
    out_.end_array();
    limit(standard, check, common_limit(check));
    named_limits(standard, check, file.find("ways"));
    out_.end_object();
  }

  void named_limits(const Standard& standard, const Check& check, Json ways) {
    out_.begin_array("limits");
    for (std::size_t way = 0; way < check.ways.size(); ++way) {
      for (std::size_t row = 0; row < check.ways[way].limits.size(); ++row) {
        const std::string_view name = limit_name(ways, way, check.ways[way], row);
        if (!name.empty()) named_limit(standard, check.ways[way], row, name);
      }
    }
    out_.end_array();
  }

  void named_limit(const Standard& standard, const Way& way, std::size_t index, std::string_view name) {
    const LimitRow& row = way.limits[index];
    out_.begin_object();
    out_.text("id", name);
    limit_members(standard, way, index);
    out_.text_or_null("stage", row.stage ? id_of(*row.stage) : std::string_view());
    only_when(standard, way.only_when);
    write_both(out_, "schools", row.types.empty() ? Text() : library_.vocabulary.types[row.types.front()].label);
    write_both(
        out_, "about",
        row.when.empty() ? library_.vocabulary.fields[way.quantity.of.front().field].label : row.exemption.title);
    out_.end_object();
  }

  void limit(const Standard& standard, const Check& check, const Limit* limit) {
    out_.key("limit");
    if (limit == nullptr) return out_.null();
    out_.begin_object();
    limit_members(standard, check.ways.front(), 0);
    out_.end_object();
  }

  void limit_members(const Standard& standard, const Way& way, std::size_t row) {
    Judged judged;
    judged.limit = static_cast<std::uint8_t>(row);
    const Limit& limit = way.limits[row].limit;
    out_.number("value", to_double(limit.value));
    out_.text("text", limit_text(way, judged, library_.vocabulary));
    out_.text("compare", id_of(way.compare));
    source(standard, limit.source);
  }

  /// `file`: what has the items in the standard's file, in their order.
  void items(const char* key, const Standard& standard, const std::vector<Item>& items, Json file) {
    out_.begin_array(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item& item = items[i];
      out_.begin_object();
      out_.text("id", item.id);
      write_both(out_, "title", item.title);
      write_both(out_, "rule", item.rule);
      source(standard, item.source);
      out_.number("points", item.points ? to_double(*item.points) : kNoNumber);
      out_.boolean("entry", item.entry);
      out_.begin_array("checks");
      for (std::size_t one = 0; one < item.checks.size(); ++one)
        check(standard, item, item.checks[one], file.find(key)[i].find("checks")[one]);
      out_.end_array();
      out_.end_object();
    }
    out_.end_array();
  }

  void options(const Standard& standard) {
    out_.begin_array("options");
    for (const Option& option : standard.options) {
      out_.begin_object();
      out_.text("id", option.id);
      write_both(out_, "title", option.title);
      out_.text("default", option.choices[option.preset].id);
      source(standard, option.source);
      out_.begin_array("choices");
      for (const Option::Choice& choice : option.choices) {
        out_.begin_object();
        out_.text("id", choice.id);
        write_both(out_, "title", choice.title);
        out_.key("warning");
        write_warning(out_, choice);
        out_.end_object();
      }
      out_.end_array();
      out_.end_object();
    }
    out_.end_array();
  }

  void count_rule(const char* key, const Standard& standard, const std::optional<UnitRule>& rule) {
    out_.key(key);
    if (!rule) return out_.null();
    out_.begin_object();
    out_.number("meetAtLeast", rule->meet_at_least);
    out_.number("floor", to_double(rule->floor));
    out_.text("floorText", to_text(shifted(rule->floor, 2).value_or(Decimal{})) + " %");
    source(standard, rule->source);
    out_.end_object();
  }

  void standard(const Standard& standard, Json file) {
    out_.begin_object();
    out_.text("id", standard.id);
    write_both(out_, "title", standard.title);
    write_both(out_, "document", standard.document);
    own(standard);
    out_.begin_array("stages");
    for (const Stage stage : standard.stages)
      out_.text(id_of(stage));
    out_.end_array();
    out_.begin_array("indicators");
    for (const Indicator& one : standard.indicators)
      indicator(standard, one);
    out_.end_array();
    count_rule("unitRule", standard, standard.unit_rule);
    const bool composite = standard.balance.kind == BalanceKind::composite;
    const ByStage<Limit> none;
    out_.text("balance", id_of(standard.balance.kind));
    limits("compositeLimits", standard, composite ? standard.balance.limit : none);
    shares(standard);
    exclusions(standard);
    out_.begin_array("parts");
    for (std::size_t i = 0; i < standard.parts.size(); ++i) {
      const Part& part = standard.parts[i];
      out_.begin_object();
      out_.text("id", part.id);
      write_both(out_, "title", part.title);
      count_rule("schoolRule", standard, part.school_rule);
      items("items", standard, part.items, file.find("parts")[i]);
      out_.end_object();
    }
    out_.end_array();
    items("supplements", standard, standard.supplements, file);
    options(standard);
    out_.end_object();
  }

  const Library& library_;
  JsonWriter out_;
};

}  // namespace

std::string standards_json(const Library& library) {
  return StandardsWriter(library).write();
}

std::string faults_json(const std::vector<StandardFault>& faults, const Library& library) {
  JsonWriter out;
  out.begin_array();
  for (const StandardFault& fault : faults) {
    out.begin_object();
    out.text("path", clipped(fault.path));
    out.text("accepted", clipped(fault.accepted));
    write_both(out, "message", {fault_sentence(library.zh, fault), fault_sentence(library.en, fault)});
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace junheng
