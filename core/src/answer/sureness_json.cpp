// SPDX-License-Identifier: MIT
#include "answer/sureness_json.h"

#include <algorithm>

#include "answer/json_parts.h"
#include "answer/plan_json.h"
#include "junheng/margins.h"
#include "junheng/rounded.h"
#include "junheng/slips.h"

namespace junheng {
namespace {

/// Cells of the 督学抽查单.
constexpr std::size_t kVisits = 20;
/// Of what only rounding decides.
constexpr std::size_t kRoundedWritten = 40;

void write_field(JsonWriter& out, const Evaluation& e, std::uint16_t field, std::uint8_t column_stage) {
  write_both(out, "field", e.vocabulary->fields[field].label);
  write_both(out, "unit", e.vocabulary->fields[field].unit);
  const auto column = column_of(e, field, column_stage);
  write_clipped(out, "column", column ? e.table.at(e.table.columns[*column]) : std::string_view());
}

void write_tipping(JsonWriter& out, const Evaluation& e, const std::optional<TippingCell>& cell) {
  if (!cell) return out.null();
  out.begin_object();
  write_unit(out, e, cell->unit);
  write_field(out, e, cell->field, cell->column_stage);
  out.text("by", to_text(cell->by));
  out.end_object();
}

/// What of a stage a slip makes another verdict, as ids of indicators.
void write_tipped(JsonWriter& out, const Evaluation& e, std::size_t stage, const SlipEffect& effect) {
  out.begin_array("coefficients");
  for (const SlippedIndicator& one : effect.indicators) {
    if (one.cv_verdict != e.balance[stage].indicators[one.indicator].verdict)
      out.text(e.standard->indicators[one.indicator].id);
  }
  out.end_array();
  out.boolean("mean", effect.mean_verdict != e.balance[stage].composite_verdict);
  write_verdict(out, "unitBefore", e.unit_verdict[effect.unit]);
  write_verdict(out, "unitAfter", effect.unit_verdict);
  write_verdict(out, "stageBefore", e.stages[stage].verdict);
  write_verdict(out, "stageAfter", effect.stage_verdict);
}

void write_margins(JsonWriter& out, const Evaluation& e, std::size_t stage, const StageMargins& margins) {
  const StageUnits& range = e.split.stages[stage];
  out.key("stage");
  write_tipping(out, e, margins.stage);
  if (margins.mean) {
    out.begin_object("mean");
    write_verdict(out, "verdict", e.balance[stage].composite_verdict);
    out.number("margin", margins.mean->margin);
    out.key("first");
    write_tipping(out, e, margins.mean->first);
    out.end_object();
  } else {
    out.null("mean");
  }
  out.begin_array("indicators");
  for (const CvMargin& one : margins.indicators) {
    out.begin_object();
    out.text("id", e.standard->indicators[one.indicator].id);
    write_verdict(out, "verdict", e.balance[stage].indicators[one.indicator].verdict);
    out.number("margin", one.margin);
    out.key("first");
    write_tipping(out, e, one.first);
    out.end_object();
  }
  out.end_array();
  out.begin_array("units");
  for (std::uint32_t unit = range.begin; unit < range.end && unit - range.begin < margins.units.size(); ++unit) {
    out.begin_object();
    out.count("unit", unit - range.begin);
    write_verdict(out, "verdict", e.unit_verdict[unit]);
    out.key("first");
    write_tipping(out, e, margins.units[unit - range.begin]);
    out.end_object();
  }
  out.end_array();
}

void write_visits(JsonWriter& out, const Evaluation& e, std::size_t stage) {
  out.begin_array("visits");
  for (const SlipEffect& effect : cells_to_visit(e, stage, kVisits)) {
    out.begin_object();
    write_unit(out, e, effect.unit);
    write_field(out, e, effect.field, effect.column_stage);
    out.text("slip", id_of(effect.slip));
    out.text("from", to_text(effect.from));
    out.text_or_null("to", effect.to ? to_text(*effect.to) : std::string());
    write_tipped(out, e, stage, effect);
    out.end_object();
  }
  out.end_array();
}

void write_rounded(JsonWriter& out, const Evaluation& e, std::size_t stage) {
  const auto all = verdicts_if_rounded(e, stage);
  out.count("roundedCount", all.size());
  out.begin_array("rounded");
  for (std::size_t i = 0; i < std::min(all.size(), kRoundedWritten); ++i) {
    const RoundedVerdict& one = all[i];
    out.begin_object();
    if (one.unit)
      write_unit(out, e, *one.unit);
    else
      out.null("school");
    out.text("indicator", e.standard->indicators[one.indicator].id);
    out.number("value", one.value);
    out.text("rounded", one.rounded);
    write_verdict(out, "before", one.before);
    write_verdict(out, "after", one.after);
    out.end_object();
  }
  out.end_array();
}

/// Of each choice that is not taken what it would change in the county of the stage.
void write_options(JsonWriter& out, const Evaluation& e, std::size_t stage, const Library& library) {
  out.begin_array("options");
  for (std::size_t o = 0; o < e.choices.size(); ++o) {
    for (const ChoiceEffect& effect : effects_of_option(e, o)) {
      const auto here = std::find_if(effect.counties.begin(), effect.counties.end(), [&](const CountyEffect& one) {
        return one.county == e.split.stages[stage].county;
      });
      if (here == effect.counties.end()) continue;
      out.begin_object();
      out.text("option", e.standard->options[o].id);
      out.text("choice", e.standard->options[o].choices[effect.choice].id);
      write_sentence(out, "message", library, {}, [&](const Words& words) { return sentence(words, effect, e); });
      write_verdict(out, "before", here->before);
      write_verdict(out, "after", here->after);
      out.count("units", here->units);
      out.end_object();
    }
  }
  out.end_array();
}

}  // namespace

std::string sureness_json(const Evaluation& e, std::size_t stage, const Library& library) {
  JsonWriter out;
  out.begin_object();
  write_verdict(out, "verdict", e.stages[stage].verdict);
  const StageMargins margins = margins_of(e, stage);
  out.boolean("followed", !margins.units.empty());
  out.begin_object("margins");
  write_margins(out, e, stage, margins);
  out.end_object();
  write_visits(out, e, stage);
  write_rounded(out, e, stage);
  write_options(out, e, stage, library);
  out.end_object();
  return out.take();
}

}  // namespace junheng
