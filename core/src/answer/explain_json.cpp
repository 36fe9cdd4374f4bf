// SPDX-License-Identifier: MIT
#include "answer/explain_json.h"

#include <algorithm>
#include <cmath>

#include "answer/json_parts.h"
#include "junheng/finding.h"
#include "junheng/formula.h"
#include "junheng/insight.h"
#include "junheng/lookup.h"
#include "junheng/number_text.h"
#include "junheng/rounded.h"

namespace junheng {
namespace {

/// Schools written out for one check; their number is always written.
constexpr std::size_t kSubjectsWritten = 200;

bool passes(double value, double limit, Compare how) {
  switch (how) {
    case Compare::at_least:
      return value >= limit;
    case Compare::above:
      return value > limit;
    case Compare::at_most:
      return value <= limit;
    case Compare::below:
      return value < limit;
  }
  return false;
}

/// What would decide, behind the numbers of the formula.
void add_missing(std::vector<Reading>& readings, const std::vector<Reading>& missing) {
  const std::size_t of_formula = readings.size();
  for (const Reading& one : missing) {
    const auto end = readings.begin() + static_cast<std::ptrdiff_t>(of_formula);
    const bool there = std::any_of(readings.begin(), end, [&](const Reading& other) {
      return !other.value && other.term.field == one.term.field && other.stage == one.stage && other.place == one.place;
    });
    if (!there) readings.push_back(one);
  }
}

}  // namespace

void ExplanationWriter::source(const Source& source) {
  write_source(out_, *e_.standard, source, languages_);
}

void ExplanationWriter::cell(const Reading& reading, std::uint32_t county) {
  const Field& field = e_.vocabulary->fields[reading.term.field];
  out_.begin_object();
  out_.text("field", field.id);
  both("label", field.label);
  out_.text_or_null("stage", reading.stage == kNoStage ? "" : id_of(static_cast<Stage>(reading.stage)));
  out_.text("from", id_of(reading.from));
  out_.text_or_null("value", reading.value ? to_text(*reading.value) : std::string());
  std::uint32_t row = kNoLine;
  std::string_view column;
  std::string found;
  if (reading.from == ReadFrom::fact) {
    const Fact& fact = facts_for(e_, county)->facts[reading.place];
    row = fact.line;
    column = fact.name;
    found = fact.found;
  } else if (reading.from == ReadFrom::cell) {
    row = e_.roster.line[reading.place];
    if (const auto index = column_of(e_, reading.term.field, reading.column_stage)) {
      column = e_.table.at(e_.table.columns[*index]);
      found = cell_of(e_, reading.place, *index);
    }
  }
  // Lines of the facts are no lines of the schools' sheets.
  if (reading.from == ReadFrom::fact)
    out_.number("row", row == kNoLine ? kNoNumber : row);
  else
    write_place(out_, e_.sheets, row);
  write_clipped(out_, "column", column);
  write_clipped(out_, "found", found);
  out_.end_object();
}

void ExplanationWriter::cells(const std::vector<Reading>& readings, std::uint32_t county) {
  out_.begin_array("cells");
  for (const Reading& reading : readings)
    cell(reading, county);
  out_.end_array();
}

void ExplanationWriter::exemption(const Exemption& exemption, const Source& from) {
  if (exemption.id.empty()) return;
  out_.begin_object();
  out_.text("id", exemption.id);
  both("title", exemption.title);
  source(from);
  out_.end_object();
}

/// Of the extras those whose bit is set; before them the exemption of a limit, if there is one.
void ExplanationWriter::exemptions(const LimitRow* limit, const std::vector<Extra>& extras, std::uint32_t used) {
  out_.begin_array("exemptions");
  if (limit != nullptr) exemption(limit->exemption, limit->limit.source);
  for (std::size_t i = 0; i < extras.size(); ++i) {
    if ((used >> i & 1U) != 0) exemption(extras[i].exemption, extras[i].source);
  }
  out_.end_array();
}

/// What a rounded value would say: the form is filled in with rounded numbers, and people compare those.
void ExplanationWriter::rounding(double value, int decimals, const Limit& limit, Compare how) {
  out_.key("rounded");
  if (!std::isfinite(value)) return out_.null();
  const std::string text = number_text(value, decimals);
  const double shown = to_double(parse_decimal(text).value);
  const double bar = to_double(limit.value);
  out_.begin_object();
  out_.text("text", text);
  out_.text("verdict", id_of(passes(shown, bar, how) ? Verdict::pass : Verdict::fail));
  out_.end_object();
}

void ExplanationWriter::years(const Way& way, const Judged& judged) {
  const Quantity beside{way.beside, {}, {1, 0}};
  Subject before = judged.subject;
  --before.year;
  out_.begin_array("steps");
  const auto one = [&](std::string_view name, const Quantity& quantity, const Subject& subject) {
    const Measured value = measured(e_, quantity, subject);
    if (!value.any) return;
    out_.begin_object();
    out_.text("name", name);
    out_.text("formula", formula_of(quantity, readings_of(e_, quantity, subject)));
    out_.number("value", value.value());
    out_.end_object();
  };
  one("now", way.quantity, judged.subject);
  if (way.series != Series::above) one("before", way.quantity, before);
  if (!way.beside.empty()) {
    one("beside_now", beside, judged.subject);
    if (way.series != Series::above) one("beside_before", beside, before);
  }
  out_.end_array();
}

void ExplanationWriter::subject(const Way& way, const Judged& judged) {
  const Subject& of = judged.subject;
  out_.begin_object();
  out_.text_or_null("stage", of.stage == kNoStage ? "" : id_of(static_cast<Stage>(of.stage)));
  out_.number("year", of.year == 0 ? kNoNumber : of.year);
  write_clipped(out_, "school", of.row == kNoRow ? std::string_view() : e_.table.at(e_.roster.school[of.row]));
  write_place(out_, e_.sheets, of.row == kNoRow ? kNoLine : e_.roster.line[of.row]);
  out_.text("verdict", id_of(judged.verdict));
  out_.number("value", judged.value.value());
  out_.text_or_null("text", value_text(way, judged, e_));
  const Limit* const limit = judged.limit == kNoLimit ? nullptr : &way.limits[judged.limit].limit;
  out_.number("limit", limit == nullptr ? kNoNumber : to_double(limit->value));
  out_.text_or_null("limitText", limit_text(way, judged, *e_.vocabulary));
  const Quantity quantity = judged.extras == 0 ? way.quantity : with_extras(way, judged.extras);
  std::vector<Reading> readings = readings_of(e_, quantity, of);
  exemptions(judged.limit == kNoLimit ? nullptr : &way.limits[judged.limit], way.extras, judged.extras);
  // A year that is missing has no numbers of its own.
  const bool no_year = way.series != Series::none && of.year == 0;
  out_.text("formula", no_year ? std::string(kNotKnown) : formula_of(quantity, readings));
  if (way.series != Series::none) years(way, judged);
  if (judged.verdict == Verdict::unknown) add_missing(readings, missing_numbers(e_, way, judged));
  cells(readings, of.county);
  if (limit != nullptr) {
    rounding(judged.value.value(), is_share(way, *e_.vocabulary) ? kShareDecimals : kFormDecimals, *limit, way.compare);
    source(limit->source);
  }
  out_.end_object();
}

void ExplanationWriter::variants(const Check& check, const CheckResult& result, std::uint32_t county) {
  out_.begin_array("variants");
  for (const Way& way : check.ways) {
    if (!way.only_when.option || counts(way.only_when, *e_.standard, e_.choices) || !result.way) continue;
    const CheckResult other = judge_way(e_, county, way);
    if (!other.way) continue;
    const Option& option = e_.standard->options[*way.only_when.option];
    const Option::Choice& choice = option.choices[way.only_when.choice];
    out_.begin_object();
    out_.text("option", option.id);
    out_.text("choice", choice.id);
    both("title", choice.title);
    choice.warning.zh.empty() ? out_.null("warning") : both("warning", choice.warning);
    write_verdict(out_, "verdict", other.verdict);
    out_.number("value", other.judged.empty() ? kNoNumber : other.judged.front().value.value());
    out_.end_object();
  }
  out_.end_array();
}

void ExplanationWriter::check(const Item& item, const Check& check, const CheckResult& result, std::uint32_t county) {
  out_.begin_object();
  out_.text("id", check.id);
  both("title", check.title.zh.empty() ? item.title : check.title);
  out_.text("basis", check.attested ? "attested" : "computed");
  write_verdict(out_, "verdict", result.verdict);
  write_sentence(out_, "message", library_, languages_,
                 [&](const Words& words) { return finding(words, item, check, result, e_); });
  if (check.attested) {
    out_.text_or_null("stated", result.fact == nullptr ? "" : result.fact->value.mantissa != 0 ? "yes" : "no");
    write_clipped(out_, "note", result.fact == nullptr ? std::string_view() : std::string_view(result.fact->note));
    return out_.end_object();
  }
  const Way* const way = result.way ? &check.ways[*result.way] : nullptr;
  out_.text_or_null("scope", way == nullptr ? "" : id_of(way->scope));
  out_.text_or_null("compare", way == nullptr || way->limits.empty() ? "" : id_of(way->compare));
  out_.text_or_null("series", way == nullptr ? "" : id_of(way->series));
  out_.count("subjects", result.subjects);
  out_.count("failing", result.failing);
  out_.count("unknown", result.unknown);
  out_.begin_array("judged");
  for (std::size_t i = 0; way != nullptr && i < result.judged.size() && i < kSubjectsWritten; ++i)
    subject(*way, result.judged[i]);
  out_.end_array();
  variants(check, result, county);
  out_.end_object();
}

void ExplanationWriter::item(const Item& item, const ItemResult& result, std::uint32_t county) {
  out_.begin_object();
  out_.text("id", item.id);
  both("title", item.title);
  write_verdict(out_, "verdict", result.verdict);
  bool attested = false;
  bool computed = false;
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    if (result.checks[i].fact != nullptr) attested = true;
    if (result.checks[i].way) computed = true;
  }
  out_.text_or_null("basis", attested && computed ? "both" : attested ? "attested" : computed ? "computed" : "");
  if (item.points || result.points) {
    out_.number("points", result.points ? to_double(*result.points) : kNoNumber);
    out_.number("fullPoints", item.points ? to_double(*item.points) : kNoNumber);
  }
  both("rule", item.rule);
  source(item.source);
  out_.begin_array("checks");
  for (std::size_t i = 0; i < item.checks.size(); ++i)
    check(item, item.checks[i], result.checks[i], county);
  out_.end_array();
  out_.end_object();
}

void ExplanationWriter::coefficient(std::size_t stage, std::size_t indicator) {
  const Balance& balance = e_.balance[stage].indicators[indicator];
  const auto at = static_cast<std::size_t>(e_.split.stages[stage].stage);
  const auto& limit = e_.standard->balance.limit[at];
  out_.begin_object("explanation");
  out_.begin_array("steps");
  for (const Step& step : steps_of_cv(e_, stage, indicator)) {
    out_.begin_object();
    out_.text("name", step.name);
    out_.text("formula", step.formula);
    out_.number("value", step.value);
    out_.end_object();
  }
  out_.end_array();
  if (limit) {
    rounding(balance.spread.cv, kCvFormDecimals, *limit, Compare::at_most);
    source(limit->source);
  }
  out_.end_object();
}

void ExplanationWriter::value(const StageUnits& stage, std::size_t indicator, std::uint32_t unit) {
  const Indicator& rule = e_.standard->indicators[indicator];
  const IndicatorColumn& column = e_.indicators[indicator];
  const auto& threshold = rule.threshold[static_cast<std::size_t>(stage.stage)];
  if (const auto gap = gap_of(e_, unit, indicator)) {
    out_.begin_object("lacks");
    out_.text("text", number_text(gap->amount, gap->decimals));
    both("unit", e_.vocabulary->fields[gap->term].unit);
    out_.end_object();
  }
  out_.key("explanation");
  if (!column.alternative) return out_.null();
  const std::vector<Reading> readings = readings_of_value(e_, stage, indicator, unit);
  out_.begin_object();
  out_.text("formula", formula_of_value(e_, indicator, unit, readings));
  cells(readings, stage.county);
  const std::uint8_t extras = column.extras.empty() ? std::uint8_t{0} : column.extras[unit];
  exemptions(nullptr, rule.extras, extras);
  if (threshold) {
    rounding(column.value[unit], kFormDecimals, *threshold, Compare::at_least);
    source(threshold->source);
  }
  out_.begin_array("variants");
  for (std::size_t o = 0; o < e_.standard->options.size(); ++o) {
    const Option& option = e_.standard->options[o];
    for (std::size_t c = 0; c < option.choices.size(); ++c) {
      Choices other = e_.choices;
      other[o] = static_cast<std::uint8_t>(c);
      const auto alternative = alternative_for(e_, rule, other);
      if (!alternative || *alternative == column.alternative_of(unit)) continue;
      const ValueRule as{&rule, &rule.resource[*alternative], extras};
      const auto ratio = exact_value(e_, unit, stage.stage, as);
      out_.begin_object();
      out_.text("option", option.id);
      out_.text("choice", option.choices[c].id);
      both("title", option.choices[c].title);
      out_.number("value", ratio ? to_double(*ratio) : kNoNumber);
      out_.end_object();
    }
  }
  out_.end_array();
  out_.end_object();
}

}  // namespace junheng
