// SPDX-License-Identifier: MIT
// Any bytes as a project file: what is read is written and read as the same, and its tables are evaluated.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demand.h"
#include "json/json_tree.h"
#include "junheng/project.h"
#include "support/outcome.h"
#include "support/projects.h"

namespace {

using fuzz::demand;

/// As the page hands them over.
test::Tables sheets_of(const std::vector<junheng::Project::Table>& tables) {
  test::Tables sheets;
  for (const junheng::Project::Table& table : tables)
    sheets += test::sheet(table.name, table.text, table.file);
  return sheets;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto project = junheng::read_project({reinterpret_cast<const char*>(data), size});
  if (!project) return 0;
  project->reading.refused.clear();  // said when it is read, and gone then
  const std::string written = junheng::project_json(*project);
  const auto again = junheng::read_project(written);
  demand(again.has_value(), "a written project can be read");
  demand(*again == *project, "and is the same");
  demand(junheng::project_json(*again) == written, "to the byte");

  junheng::Request request;
  request.county = project->county;
  request.previous = project->previous;
  request.options = project->options;
  request.reading = project->reading;
  const auto* const asked = test::library().standard(project->standard);
  const test::Outcome outcome(sheets_of(project->tables), request, asked != nullptr ? *asked : test::basic());
  demand(outcome.result.counties.size() == outcome.result.roster.counties.size(), "a verdict for each county");
  const std::string json = outcome.json(junheng::Detail::summary);
  demand(junheng::JsonTree::parse(json).root().is_object(), "the answer is an object");
  return 0;
}
