// SPDX-License-Identifier: MIT
#include "answer/outlook_json.h"

#include <algorithm>

#include "answer/json_parts.h"
#include "answer/plan_json.h"
#include "junheng/cv_change.h"
#include "junheng/judged_text.h"
#include "junheng/lookup.h"
#include "junheng/outlook.h"

namespace junheng {
namespace {

/// A part, which may be negative: "-0.02".
std::optional<Decimal> decimal_at(Json object, std::string_view key) {
  const Json value = object.find(key);
  const DecimalResult read = parse_decimal(value.is_number() ? value.number_text() : value.text());
  return read.error == DecimalError::none ? std::optional(read.value) : std::nullopt;
}
double part_at(Json object, std::string_view key) {
  return to_double(decimal_at(object, key).value_or(Decimal{}));
}

Change change_of(Json json) {
  Change change;
  change.kind = of_id<Change::Kind>(json.find("kind").text()).value_or(Change::Kind::set);
  change.line = json.find("row").whole_number().value_or(kNoLine);
  change.field = json.find("field").text();
  const auto stage = of_id<Stage>(json.find("stage").text());
  change.stage = stage ? static_cast<std::uint8_t>(*stage) : kNoStage;
  change.text = json.find("text").text();
  return change;
}

void write_year(JsonWriter& out, const Evaluation& e, const StageUnits& range, const OutlookStage& stage) {
  const auto& limit = e.standard->balance.limit[static_cast<std::size_t>(range.stage)];
  out.begin_object();
  out.text("stage", id_of(range.stage));
  out.count("pupils", stage.pupils);
  out.count("units", stage.units);
  out.count("unitsPassing", stage.units_passing);
  write_verdict(out, "verdict", stage.verdict);
  out.begin_array("indicators");
  for (std::size_t i = 0; i < stage.cv.size(); ++i) {
    out.begin_object();
    out.text("id", e.standard->indicators[i].id);
    out.number("cv", stage.cv[i]);
    out.text_or_null("cvText", cv_text(stage.cv[i], limit, stage.cv_verdict[i]));
    write_verdict(out, "verdict", stage.cv_verdict[i]);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

/// Of a school that fails: which of its indicators then stand below their thresholds.
void write_failure(JsonWriter& out, const Evaluation& e, const Outlook& outlook, const FirstFailure& failure) {
  const StageUnits& range = e.split.stages[failure.stage];
  out.begin_object();
  out.text("stage", id_of(range.stage));
  out.count("year", failure.year);
  out.text_or_null("indicator", failure.indicator ? e.standard->indicators[*failure.indicator].id : std::string());
  out.begin_array("below");
  if (failure.line) {
    for (const OutlookStage::Unit& unit : outlook.years[failure.year][failure.stage].by_unit) {
      if (unit.line != *failure.line) continue;
      for (const std::uint16_t indicator : unit.below)
        out.text(e.standard->indicators[indicator].id);
    }
  }
  out.end_array();
  const auto unit = failure.line ? unit_of(e, *failure.line, range.stage) : std::nullopt;
  if (unit)
    write_unit(out, e, *unit);
  else
    out.null("school");
  out.end_object();
}

/// Why the coefficients are others than in the year before: parts of the change of CV².
void write_past(JsonWriter& out, const Evaluation& e, std::uint32_t county, const Request& request) {
  out.begin_array("past");
  if (!request.previous.empty()) {
    Request asked;
    asked.options = request.options;
    const Evaluation before = evaluate(std::string(request.previous), *e.standard, *e.vocabulary, asked);
    const std::string_view name = e.table.at(e.roster.counties[county].name);
    const auto same = std::find_if(before.roster.counties.begin(), before.roster.counties.end(),
                                   [&](const County& one) { return before.table.at(one.name) == name; });
    const bool only = before.roster.counties.size() == 1 && e.roster.counties.size() == 1;
    const auto there = only ? before.roster.counties.begin() : same;
    for (const StageUnits& range : stages_of(e, county)) {
      if (there == before.roster.counties.end()) break;
      const auto then = static_cast<std::uint32_t>(there - before.roster.counties.begin());
      const std::size_t stage = stage_of(e, county, range.stage);
      const std::size_t earlier = stage_of(before, then, range.stage);
      if (range.begin == range.end || earlier >= before.split.stages.size()) continue;
      for (std::size_t i = 0; i < e.standard->indicators.size(); ++i) {
        const CvChange change = cv_change(before, earlier, e, stage, i);
        out.begin_object();
        out.text("stage", id_of(range.stage));
        out.text("indicator", e.standard->indicators[i].id);
        out.number("before", change.before);
        out.number("after", change.after);
        out.number("schools", change.schools);
        out.number("pupils", change.pupils);
        out.number("resources", change.resources);
        out.end_object();
      }
    }
  }
  out.end_array();
}

}  // namespace

OutlookWishes outlook_wishes(const Evaluation& e, Json asked) {
  OutlookWishes wishes;
  for (const Stage stage : e.standard->stages) {
    const auto at = static_cast<std::size_t>(stage);
    wishes.grades[at] = asked.find("grades").find(id_of(stage)).whole_number().value_or(0);
    wishes.growth[at] = part_at(asked.find("growth"), id_of(stage));
  }
  for (const Indicator& indicator : e.standard->indicators)
    wishes.resources.push_back(part_at(asked.find("resources"), indicator.id));
  for (const Json one : asked.find("entrants")) {
    const auto stage = of_id<Stage>(one.find("stage").text());
    const auto row = one.find("row").whole_number();
    const auto year = one.find("year").whole_number();
    const auto pupils = one.find("pupils").whole_number();
    if (!stage || !year || !pupils) continue;
    if (row)
      wishes.entrants.push_back({*row, *stage, *year, *pupils});
    else if (const auto town = one.find("town").text(); !town.empty())
      wishes.town_entrants.push_back({std::string(town), *stage, *year, *pupils});
  }
  for (const Json one : asked.find("changes")) {
    const auto year = one.find("year").whole_number();
    if (year) wishes.changes.push_back({*year, change_of(one), decimal_at(one, "by")});
  }
  return wishes;
}

std::string outlook_json(const Evaluation& e, std::uint32_t county, Json asked, const Request& request) {
  const OutlookWishes wishes = outlook_wishes(e, asked);
  const Outlook outlook = outlook_of(e, wishes, request);
  const auto of_county = [&](std::size_t stage) {
    return e.split.stages[stage].county == county && e.split.stages[stage].begin < e.split.stages[stage].end;
  };
  JsonWriter out;
  out.begin_object();
  out.begin_array("years");
  for (const std::vector<OutlookStage>& year : outlook.years) {
    out.begin_array();
    for (std::size_t s = 0; s < year.size(); ++s) {
      if (of_county(s)) write_year(out, e, e.split.stages[s], year[s]);
    }
    out.end_array();
  }
  out.end_array();
  out.begin_array("failures");
  for (const FirstFailure& failure : outlook.failures) {
    if (of_county(failure.stage)) write_failure(out, e, outlook, failure);
  }
  out.end_array();
  write_past(out, e, county, request);
  out.end_object();
  return out.take();
}

}  // namespace junheng
