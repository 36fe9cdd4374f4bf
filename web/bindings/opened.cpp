// SPDX-License-Identifier: MIT
#include "opened.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "bytes.h"
#include "junheng/indicators.h"

#include <emscripten/bind.h>

namespace web {
namespace {

using emscripten::val;

junheng::Languages languages_of(int languages) {
  return {.zh = languages != 2, .en = languages != 1};
}

std::optional<std::uint32_t> county_of(int county) {
  return county == Opened::kAll ? std::nullopt : std::optional(static_cast<std::uint32_t>(county));
}

template <typename T>
void put(val& object, const char* name, const std::vector<T>& column) {
  object.set(name, val(emscripten::typed_memory_view(column.size(), column.data())));
}

template <typename Enum>
val ids_of() {
  val ids = val::array();
  for (const auto id : junheng::kIds<Enum>)
    ids.call<void>("push", val(std::string(id)));
  return ids;
}

}  // namespace

val Opened::codes() const {
  val codes = val::object();
  codes.set("verdict", ids_of<junheng::Verdict>());
  codes.set("stage", ids_of<junheng::Stage>());
  codes.set("status", ids_of<junheng::UnitStatus>());
  codes.set("origin", ids_of<junheng::Origin>());
  return codes;
}

val Opened::lists() const {
  val parts = val::array();
  val stages = val::array();
  val indicators = val::array();
  if (const junheng::Evaluation* const evaluation = session_->evaluation()) {
    const junheng::Standard& standard = *evaluation->standard;
    for (const junheng::Part& part : standard.parts)
      parts.call<void>("push", part.id);
    for (const junheng::Stage stage : standard.stages)
      stages.call<void>("push", std::string(junheng::id_of(stage)));
    for (const junheng::Indicator& indicator : standard.indicators)
      indicators.call<void>("push", indicator.id);
  }
  val lists = val::object();
  lists.set("parts", parts);
  lists.set("stages", stages);
  lists.set("indicators", indicators);
  return lists;
}

unsigned Opened::verdict() const {
  const junheng::Evaluation* const evaluation = session_->evaluation();
  return static_cast<unsigned>(evaluation == nullptr ? junheng::Verdict::unknown : evaluation->verdict);
}

unsigned Opened::issue_count() const {
  const junheng::Evaluation* const evaluation = session_->evaluation();
  return evaluation == nullptr ? 1 : static_cast<unsigned>(evaluation->issues.size());
}

val Opened::summary() {
  summary_ = session_->summary();
  val counties = val::object();
  put(counties, "verdict", summary_.verdict);
  val parts = val::object();
  put(parts, "verdict", summary_.part_verdict);
  val stages = val::object();
  put(stages, "verdict", summary_.stage_verdict);
  put(stages, "units", summary_.units);
  put(stages, "pupils", summary_.pupils);
  put(stages, "unitsPassing", summary_.units_passing);
  put(stages, "unitsFailing", summary_.units_failing);
  put(stages, "unitsUnknown", summary_.units_unknown);
  put(stages, "compositeCv", summary_.composite_cv);
  val indicators = val::object();
  put(indicators, "mean", summary_.mean);
  put(indicators, "standardDeviation", summary_.deviation);
  put(indicators, "cv", summary_.cv);
  put(indicators, "verdict", summary_.cv_verdict);
  put(indicators, "unitsMeeting", summary_.meeting);
  put(indicators, "unitsNear", summary_.near);
  put(indicators, "unitsFailing", summary_.failing);
  put(indicators, "unitsUnknown", summary_.unknown);
  put(indicators, "given", summary_.given);
  val limits = val::object();
  put(limits, "compositeCv", summary_.composite_limit);
  put(limits, "cv", summary_.cv_limit);
  put(limits, "threshold", summary_.threshold);
  val columns = val::object();
  columns.set("byCounty", counties);
  columns.set("byPart", parts);
  columns.set("byStage", stages);
  columns.set("byIndicator", indicators);
  columns.set("limits", limits);
  return columns;
}

val Opened::county_names() {
  return give(session_->county_names());
}

val Opened::province_names() {
  return give(session_->province_names());
}

val Opened::units(int county) {
  units_ = {};  // makes room
  units_ = session_->units(county_of(county));
  val columns = val::object();
  put(columns, "begin", units_.begin);
  put(columns, "row", units_.row);
  put(columns, "sheet", units_.sheet);
  put(columns, "stage", units_.stage);
  put(columns, "status", units_.status);
  put(columns, "divided", units_.divided);
  put(columns, "pupils", units_.pupils);
  put(columns, "meeting", units_.meeting);
  put(columns, "verdict", units_.verdict);
  return columns;
}

val Opened::unit_values(int county, unsigned indicator, bool shares) {
  values_ = {};
  values_ = session_->unit_values(county_of(county), indicator, shares);
  val columns = val::object();
  put(columns, "value", values_.value);
  put(columns, "verdict", values_.verdict);
  put(columns, "origin", values_.origin);
  put(columns, "cvShare", values_.cv_share);
  return columns;
}

val Opened::unit_names(int county) {
  return give(session_->unit_names(county_of(county)));
}

val Opened::head(int languages) {
  return give(session_->head(languages_of(languages)));
}

val Opened::county(unsigned county, bool units, bool explain, int languages) {
  return give(session_->county(county, units, explain, languages_of(languages)));
}

val Opened::issues(unsigned from, unsigned count, int languages) {
  return give(session_->issues(from, count, languages_of(languages)));
}

val Opened::explanation(const std::string& place, int languages) {
  return give(session_->explanation(place, languages_of(languages)));
}

void Opened::release() {
  summary_ = {};
  units_ = {};
  values_ = {};
  texts_ = {};
  answer_ = std::string();
}

val Opened::give(std::string answer) {
  answer_ = std::move(answer);
  return view(answer_);
}

val Opened::give(junheng::TextColumn texts) {
  texts_ = std::move(texts);
  val columns = val::object();
  columns.set("bytes", view(texts_.bytes));
  put(columns, "ends", texts_.ends);
  return columns;
}

}  // namespace web

EMSCRIPTEN_BINDINGS(junheng_opened) {
  emscripten::class_<web::Opened>("Opened")
      .function("step", &web::Opened::step)
      .function("share", &web::Opened::share)
      .function("counties", &web::Opened::counties)
      .function("verdict", &web::Opened::verdict)
      .function("issueCount", &web::Opened::issue_count)
      .function("codes", &web::Opened::codes)
      .function("lists", &web::Opened::lists)
      .function("summary", &web::Opened::summary)
      .function("countyNames", &web::Opened::county_names)
      .function("provinceNames", &web::Opened::province_names)
      .function("units", &web::Opened::units)
      .function("unitValues", &web::Opened::unit_values)
      .function("unitNames", &web::Opened::unit_names)
      .function("head", &web::Opened::head)
      .function("county", &web::Opened::county)
      .function("issues", &web::Opened::issues)
      .function("explanation", &web::Opened::explanation)
      .function("release", &web::Opened::release);
}
