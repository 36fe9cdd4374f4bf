// SPDX-License-Identifier: MIT
// Any bytes as a project file: what is read is written and read as the same, and its tables are evaluated.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "demand.h"
#include "json/json_tree.h"
#include "junheng/project.h"
#include "support/outcome.h"
#include "support/projects.h"

using fuzz::demand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto project = junheng::read_project({reinterpret_cast<const char*>(data), size});
  if (!project) return 0;
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
  const test::Outcome outcome(junheng::joined_tables(project->tables), request,
                              asked != nullptr ? *asked : test::basic());
  demand(outcome.result.counties.size() == outcome.result.roster.counties.size(), "a verdict for each county");
  const std::string json = outcome.json(junheng::Detail::summary);
  demand(junheng::JsonTree::parse(json).root().is_object(), "the answer is an object");
  return 0;
}
