// SPDX-License-Identifier: MIT
#include "junheng/plan_session.h"

#include <utility>

#include "answer/json_parts.h"
#include "answer/outlook_json.h"
#include "answer/plan_json.h"
#include "answer/request.h"
#include "answer/sureness_json.h"
#include "junheng/county_plan.h"

namespace junheng {
namespace {

constexpr const char* kNothing = "null";

/// One of split.stages by "county" and "stage".
std::optional<std::size_t> stage_asked(const Evaluation& e, Json asked) {
  const auto county = asked.find("county").whole_number();
  const auto stage = of_id<Stage>(asked.find("stage").text());
  if (!county || !stage || *county >= e.roster.counties.size()) return std::nullopt;
  const std::size_t place = stage_of(e, *county, *stage);
  return place < e.split.stages.size() ? std::optional(place) : std::nullopt;
}

void write_resource(JsonWriter& out, const Evaluation& e, std::size_t stage, std::size_t i) {
  const Indicator& indicator = e.standard->indicators[i];
  out.begin_object();
  out.text("id", indicator.id);
  write_both(out, "title", indicator.title);
  write_both(out, "shortTitle", indicator.short_title);
  const auto field = field_to_buy(e, stage, i);
  out.text_or_null("field", field ? e.vocabulary->fields[*field].id : std::string());
  if (field) {
    write_both(out, "resource", e.vocabulary->fields[*field].label);
    write_both(out, "unit", e.vocabulary->fields[*field].unit);
  } else {
    out.null("resource");
    out.null("unit");
  }
  out.end_object();
}

}  // namespace

PlanSession::PlanSession(std::string table, std::string_view request, const Library& library)
    : library_(library), tree_(std::make_unique<const JsonTree>(JsonTree::parse(request))) {
  const Json root = tree_->root();
  const Standard* const standard = library.standard(root.find("standard").text());
  if (standard == nullptr) return;
  standard_ = std::make_unique<const Standard>(*standard);
  request_ = request_of(root, read_decisions(root));
  evaluation_ = evaluate(sources_of(std::move(table), root.find("sources")), *standard_, library.vocabulary, request_);
}

PlanSession::~PlanSession() = default;

std::string PlanSession::stages() const {
  if (!evaluation_) return kNothing;
  const Evaluation& e = *evaluation_;
  JsonWriter out;
  out.begin_array();
  for (std::uint32_t county = 0; county < e.roster.counties.size(); ++county) {
    out.begin_object();
    write_clipped(out, "name", e.table.at(e.roster.counties[county].name));
    out.begin_array("stages");
    const std::size_t first = static_cast<std::size_t>(stages_of(e, county).data() - e.split.stages.data());
    for (std::size_t s = first; s < first + stages_of(e, county).size(); ++s) {
      const StageUnits& range = e.split.stages[s];
      if (range.begin == range.end) continue;
      out.begin_object();
      out.text("stage", id_of(range.stage));
      write_verdict(out, "verdict", e.stages[s].verdict);
      out.begin_array("units");
      for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
        out.begin_object();
        write_unit(out, e, unit);
        const std::string town = town_of(e, e.split.units.row[unit]);
        if (!town.empty()) write_clipped(out, "town", town);
        write_verdict(out, "verdict", e.unit_verdict[unit]);
        out.end_object();
      }
      out.end_array();
      out.begin_array("resources");
      for (std::size_t i = 0; i < e.standard->indicators.size(); ++i)
        write_resource(out, e, s, i);
      out.end_array();
      out.end_object();
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  return out.take();
}

std::string PlanSession::plan(std::string_view asked, const PlanProgress& progress) const {
  const JsonTree tree = JsonTree::parse(asked);
  const auto stage = evaluation_ ? stage_asked(*evaluation_, tree.root()) : std::nullopt;
  if (!stage) return kNothing;
  const Json ahead = tree.root().find("ahead");
  if (ahead.is_null()) return plan_json(*evaluation_, *stage, tree.root(), request_, progress);
  const auto year = ahead.find("year").whole_number();
  if (!year || *year == 0 || *year > kOutlookYears) return kNothing;
  const CountyOfYear then = county_in_year(*evaluation_, outlook_wishes(*evaluation_, ahead), *year, request_);
  const StageUnits& range = evaluation_->split.stages[*stage];
  const std::size_t planned = stage_of(then.evaluation, range.county, range.stage);
  if (planned >= then.evaluation.split.stages.size()) return kNothing;
  const PlanAhead about{*evaluation_, *stage, then.changes};
  return plan_json(then.evaluation, planned, tree.root(), request_, progress, &about);
}

std::string PlanSession::sureness(std::string_view asked) const {
  const JsonTree tree = JsonTree::parse(asked);
  const auto stage = evaluation_ ? stage_asked(*evaluation_, tree.root()) : std::nullopt;
  return stage ? sureness_json(*evaluation_, *stage, library_) : kNothing;
}

std::string PlanSession::outlook(std::string_view asked) const {
  const JsonTree tree = JsonTree::parse(asked);
  const auto county = tree.root().find("county").whole_number();
  if (!evaluation_ || !county || *county >= evaluation_->roster.counties.size()) return kNothing;
  return outlook_json(*evaluation_, *county, tree.root(), request_);
}

}  // namespace junheng
