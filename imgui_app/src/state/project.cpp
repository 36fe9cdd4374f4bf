// SPDX-License-Identifier: MIT
#include "state/project.h"

#include <utility>

namespace workbench {

junheng::Request request_for(const junheng::Project& project) {
  junheng::Request request;
  request.reading = project.reading;
  request.county = project.county;
  request.facts = project.facts;
  request.previous = project.previous;
  request.options = project.options;
  return request;
}

void change_project(AppState& state, junheng::Project project) {
  state.history.put(std::move(project));
  state.evaluation_due = true;
}

}  // namespace workbench
