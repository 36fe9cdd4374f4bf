// SPDX-License-Identifier: MIT
#include "state/history.h"

#include <utility>

namespace workbench {

void History::begin(junheng::Project project) {
  now_ = std::make_shared<junheng::Project>(std::move(project));
  past_.clear();
  future_.clear();
}

void History::put(junheng::Project project) {
  past_.push_back(std::exchange(now_, std::make_shared<junheng::Project>(std::move(project))));
  if (past_.size() > kMostSteps) past_.erase(past_.begin());
  future_.clear();
}

bool History::undo() {
  if (past_.empty()) return false;
  future_.push_back(std::exchange(now_, past_.back()));
  past_.pop_back();
  return true;
}

bool History::redo() {
  if (future_.empty()) return false;
  past_.push_back(std::exchange(now_, future_.back()));
  future_.pop_back();
  return true;
}

}  // namespace workbench
