// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "junheng/project.h"

namespace workbench {

/// What a person decided and added, with all earlier states of it. The tables themselves never change and are no part
/// of it; everything else that is seen follows from both.
class History {
 public:
  /// Older steps are forgotten.
  static constexpr std::size_t kMostSteps = 500;

  [[nodiscard]] const junheng::Project& now() const { return *now_; }
  /// Takes the place of all there was: another table.
  void begin(junheng::Project work);
  void put(junheng::Project work);
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
