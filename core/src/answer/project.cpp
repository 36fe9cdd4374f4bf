// SPDX-License-Identifier: MIT
#include "junheng/project.h"

#include "answer/decisions.h"
#include "answer/json_parts.h"
#include "base/utf8.h"
#include "json/json_writer.h"
#include "junheng/junheng.h"
#include "words/refused_decision.h"

namespace junheng {
namespace {

constexpr std::string_view kSchema = "junheng.project/1";

void write_place(JsonWriter& out, const TableChoices::Place& place) {
  out.count("sheet", place.sheet);
  out.count("row", place.line);
}

void write_reading(JsonWriter& out, const TableChoices& reading) {
  out.begin_object("reading");
  out.begin_array("edits");
  for (const TableChoices::Edit& edit : reading.edits) {
    out.begin_object();
    write_place(out, edit.place);
    out.count("column", edit.column);
    out.text("text", valid_utf8(edit.text));
    out.end_object();
  }
  out.end_array();
  out.begin_array("columns");
  for (const TableChoices::Choice& choice : reading.columns) {
    out.begin_object();
    out.count("column", choice.column);
    out.text("field", valid_utf8(choice.field));
    out.text("stage", valid_utf8(choice.stage));
    out.text("unit", valid_utf8(choice.unit));
    out.end_object();
  }
  out.end_array();
  out.begin_array("answers");
  for (const Answer& answer : reading.answers) {
    out.begin_object();
    write_place(out, {answer.place.sheet, answer.place.line});
    out.text("question", id_of(answer.kind));
    out.text("option", valid_utf8(answer.option));
    out.end_object();
  }
  out.end_array();
  out.begin_array("leftOut");
  for (const TableChoices::Place& place : reading.left_out) {
    out.begin_object();
    write_place(out, place);
    out.end_object();
  }
  out.end_array();
  // Line 0 is none: a header that is there is one that a person chose.
  if (reading.header_first.line != kNoLine) {
    out.begin_object("header");
    write_place(out, reading.header_first);
    out.count("last", reading.header_last);
    out.end_object();
  }
  out.end_object();
}

std::string text_at(Json object, const char* key) {
  return std::string(object.find(key).text());
}

void write_scenario(JsonWriter& out, const Scenario& scenario) {
  out.begin_object();
  out.text("name", valid_utf8(scenario.name));
  out.begin_array("changes");
  write_changes(out, scenario.changes);
  out.end_array();
  out.end_object();
}

}  // namespace

std::optional<Project> read_project(std::string_view json) {
  const JsonTree tree = JsonTree::parse(json);
  const Json root = tree.root();
  if (root.find("schema").text() != kSchema) return std::nullopt;
  Project project;
  project.name = text_at(root, "name");
  project.standard = text_at(root, "standard");
  Decisions decisions = read_decisions(root);
  project.options = std::move(decisions.options);
  for (const Json table : root.find("tables"))
    project.tables.push_back({text_at(table, "name"), text_at(table, "text"), text_at(table, "file")});
  project.reading = std::move(decisions.reading);
  project.county = text_at(root, "county");
  project.previous = text_at(root, "previous");
  project.remarks = std::move(decisions.remarks);
  project.scenarios = std::move(decisions.scenarios);
  return project;
}

std::string project_json(const Project& project) {
  JsonWriter out;
  out.begin_object();
  out.text("schema", kSchema);
  out.text("name", valid_utf8(project.name));
  out.text("standard", valid_utf8(project.standard));
  out.begin_object("options");
  for (const auto& [option, choice] : project.options) {
    out.key(std::string_view(valid_utf8(option)));
    out.text(valid_utf8(choice));
  }
  out.end_object();
  out.begin_array("tables");
  for (const Project::Table& table : project.tables) {
    out.begin_object();
    out.text("name", valid_utf8(table.name));
    out.text("text", valid_utf8(table.text));
    if (!table.file.empty()) out.text("file", valid_utf8(table.file));
    out.end_object();
  }
  out.end_array();
  write_reading(out, project.reading);
  out.text("county", project.facts.empty() ? valid_utf8(project.county) : facts_json(project.facts));
  out.text("previous", valid_utf8(project.previous));
  out.begin_array("remarks");
  for (const Project::Remark& remark : project.remarks) {
    out.begin_object();
    out.text("code", valid_utf8(remark.code));
    out.count("row", remark.row);
    out.text("indicator", valid_utf8(remark.indicator));
    out.text("text", valid_utf8(remark.text));
    if (remark.sheet != 0) out.count("sheet", remark.sheet);
    out.end_object();
  }
  out.end_array();
  out.begin_array("scenarios");
  for (const Scenario& scenario : project.scenarios)
    write_scenario(out, scenario);
  out.end_array();
  out.end_object();
  return out.take();
}

std::string decisions_json(std::string_view project, const Library& library) {
  const std::optional<Project> read = read_project(project);
  if (!read) return "null";
  JsonWriter refused;
  refused.begin_array();
  for (const RefusedDecision& one : read->reading.refused) {
    refused.begin_object();
    write_clipped(refused, "path", one.path);
    write_clipped(refused, "found", one.found);
    const Text accepted{accepted_decision(library.zh, one.path), accepted_decision(library.en, one.path)};
    if (one.path.empty())
      refused.null("accepted");
    else
      write_both(refused, "accepted", accepted);
    write_both(refused, "message", {sentence(library.zh, one), sentence(library.en, one)});
    refused.end_object();
  }
  refused.end_array();
  return "{\"project\":" + project_json(*read) + ",\"refused\":" + refused.take() + "}";
}

}  // namespace junheng
