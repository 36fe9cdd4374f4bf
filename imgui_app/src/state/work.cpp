// SPDX-License-Identifier: MIT
#include "state/work.h"

#include <utility>

namespace workbench {

junheng::Request request_for(const junheng::Project& work) {
  junheng::Request request;
  request.reading = work.reading;
  request.county = work.county;
  request.previous = work.previous;
  request.options = work.options;
  return request;
}

void change_project(AppState& state, junheng::Project project) {
  state.work.put(std::move(project));
  state.evaluation_due = true;
}

}  // namespace workbench
