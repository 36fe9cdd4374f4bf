// SPDX-License-Identifier: MIT
#include "rules/rule_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "support/outcome.h"

namespace test {
namespace {

using junheng::Stage;
using junheng::Standard;

std::string field(std::uint16_t index) {
  return library().vocabulary.fields[index].id;
}

/// "a + b(primary) - c"
std::string sum(const std::vector<junheng::Term>& terms) {
  std::string text;
  for (const junheng::Term& term : terms) {
    if (!text.empty() || term.minus) text += term.minus ? "- " : "+ ";
    text += field(term.field);
    if (term.only_in) text.append("(").append(id_of(*term.only_in)).append(")");
    text += " ";
  }
  if (!text.empty()) text.pop_back();
  return text;
}

/// "12 * a + b / c"
std::string measured(const junheng::Quantity& quantity) {
  std::string text = quantity.per == junheng::Decimal{1, 0} ? "" : to_text(quantity.per) + " * ";
  text += sum(quantity.of);
  return quantity.over.empty() ? text : text + " / " + sum(quantity.over);
}

std::string conditions(const std::vector<junheng::Condition>& when) {
  std::string text;
  for (const junheng::Condition& each : when) {
    text += text.empty() ? " if " : " and ";
    text.append(measured(each.quantity))
        .append(" ")
        .append(id_of(each.compare))
        .append(" ")
        .append(to_text(each.value));
  }
  return text;
}

/// " of public city town if boarding below 1"
std::string where(const junheng::SchoolFilter& filter) {
  if (filter.empty()) return {};
  std::string text = " of";
  for (const std::uint16_t type : filter.types)
    text += " " + library().vocabulary.types[type].id;
  if (filter.ownership != junheng::Ownership::not_said) text.append(" ").append(id_of(filter.ownership));
  for (const junheng::Place place : filter.places)
    text.append(" ").append(id_of(place));
  return text + conditions(filter.when);
}

std::string choice(const junheng::OnlyWhen& when, const Standard& standard) {
  if (!when.option) return {};
  const junheng::Option& option = standard.options[*when.option];
  return " [" + option.id + "=" + option.choices[when.choice].id + "]";
}

class Lister {
 public:
  explicit Lister(const Standard& standard) : standard_(standard) {}

  std::vector<std::string> run() {
    for (const auto& share : standard_.shares)
      row("split " + share.id + by_stage(share.weight, [](junheng::Decimal weight) { return to_text(weight); }));
    for (const auto& exclusion : standard_.exclusions) {
      row("exclusion " + exclusion.id + " of " +
          (exclusion.type ? library().vocabulary.types[*exclusion.type].id : std::string(id_of(exclusion.ownership))) +
          (exclusion.pupils_below ? " below " + to_text(*exclusion.pupils_below) : ""));
    }
    for (const auto& indicator : standard_.indicators)
      list(indicator);
    if (standard_.unit_rule) {
      row("units meet " + std::to_string(standard_.unit_rule->meet_at_least) + ", floor " +
          to_text(standard_.unit_rule->floor));
    }
    row("balance " + std::string(id_of(standard_.balance.kind)) + limits(standard_.balance.limit));
    for (const auto& option : standard_.options) {
      std::string text = "option " + option.id + ":";
      for (std::size_t i = 0; i < option.choices.size(); ++i)
        text += " " + option.choices[i].id + (i == option.preset ? "*" : "");
      row(text);
    }
    for (const auto& part : standard_.parts) {
      row("part " + part.id + (part.judges_units ? " units" : "") + (part.judges_balance ? " balance" : "") +
          (part.score ? " points " + to_text(part.score->full) + " atLeast " + to_text(part.score->pass.value) +
                            " of " + field(part.score->total)
                      : ""));
      for (const auto& item : part.items)
        list(item);
    }
    for (const auto& item : standard_.supplements)
      list(item);
    return std::move(rows_);
  }

 private:
  void row(std::string text) { rows_.push_back(std::move(text)); }

  static std::string by_stage(const auto& values, const auto& text_of) {
    std::string text;
    for (const Stage stage : junheng::kStages) {
      const auto& value = values[static_cast<std::size_t>(stage)];
      if (value) text.append(" ").append(id_of(stage)).append(" ").append(text_of(*value));
    }
    return text;
  }

  static std::string limits(const junheng::ByStage<junheng::Limit>& values) {
    return by_stage(values, [](const junheng::Limit& limit) { return to_text(limit.value); });
  }

  void list(const std::vector<junheng::Extra>& extras) {
    for (const auto& extra : extras)
      row("  plus " + sum(extra.terms) + conditions(extra.when) + " {" + extra.exemption.id + "}");
  }

  void list(const junheng::Indicator& indicator) {
    row("indicator " + indicator.id + " per " + to_text(indicator.per) + " " + std::string(id_of(indicator.whole)) +
        " to " + std::to_string(indicator.decimals) + limits(indicator.threshold));
    for (const auto& resource : indicator.resource) {
      row("  " + sum(resource.terms) + choice(resource.only_when, standard_) + (resource.given ? " per pupil" : ""));
    }
    list(indicator.extras);
  }

  void list(const junheng::Item& item) {
    for (const auto& check : item.checks) {
      const std::string kind = std::string(check.optional ? " optional" : "") +
                               (check.with.empty() ? "" : " with " + check.with) + (check.informs ? " informs" : "");
      const std::string points = item.points ? " points " + to_text(*item.points) : "";
      const std::string name = item.id + "." + check.id + points + kind;
      if (check.attested) row(name + (check.wanted ? " yes" : " no"));
      for (const auto& way : check.ways)
        list(name, way);
    }
  }

  void list(const std::string& name, const junheng::Way& way) {
    std::string text = name + " " + std::string(id_of(way.scope)) + " " + measured(way.quantity) + where(way.where) +
                       choice(way.only_when, standard_) + (way.pass_when_none ? " none passes" : "");
    if (way.series != junheng::Series::none) {
      text.append(" ").append(id_of(way.series)).append(way.beside.empty() ? "" : " ").append(sum(way.beside));
      text += " years " + std::to_string(way.years);
    }
    row(text);
    list(way.extras);
    for (const auto& limit : way.limits) {
      std::string types;
      for (const std::uint16_t type : limit.types)
        types += " " + library().vocabulary.types[type].id;
      row("  " + std::string(id_of(way.compare)) + " " + to_text(limit.limit.value) + types +
          (limit.stage ? " " + std::string(id_of(*limit.stage)) : "") + conditions(limit.when) +
          (limit.exemption.id.empty() ? "" : " {" + limit.exemption.id + "}"));
    }
  }

  const Standard& standard_;
  std::vector<std::string> rows_;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::vector<std::string> rule_rows(const Standard& standard) {
  return Lister(standard).run();
}

std::vector<std::string> rows_from(const std::vector<std::string>& rows, std::string_view start) {
  std::vector<std::string> found;
  bool inside = false;
  for (const std::string& row : rows) {
    if (row.rfind("  ", 0) != 0) inside = row.rfind(start, 0) == 0;
    if (inside) found.push_back(row);
  }
  return found;
}

void expect_rows(const std::vector<std::string>& rows, std::string_view expected) {
  const std::vector<std::string> wanted = lines_of(expected);
  for (std::size_t i = 0; i < std::max(rows.size(), wanted.size()); ++i) {
    const std::string got = i < rows.size() ? rows[i] : "nothing";
    const std::string want = i < wanted.size() ? wanted[i] : "nothing";
    ASSERT_EQ(got, want) << "row " << i << "; the first that differs";
  }
}

}  // namespace test
