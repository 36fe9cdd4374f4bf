// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "junheng/project.h"

namespace workbench {

/// Undo and redo of the project: what a person decided and added. The tables themselves never change and are no part of
/// it; everything else on the screen follows from both.
class History {
 public:
  /// Older steps are dropped.
  static constexpr std::size_t kMostSteps = 500;

  [[nodiscard]] const junheng::Project& now() const { return *now_; }
  /// Starts anew, for another table.
  void begin(junheng::Project project);
  void put(junheng::Project project);
  bool undo();
  bool redo();
  [[nodiscard]] std::size_t undo_steps() const { return past_.size(); }
  [[nodiscard]] std::size_t redo_steps() const { return future_.size(); }

 private:
  using State = std::shared_ptr<const junheng::Project>;
  State now_ = std::make_shared<junheng::Project>();
  std::vector<State> past_;
  std::vector<State> future_;
};

}  // namespace workbench
