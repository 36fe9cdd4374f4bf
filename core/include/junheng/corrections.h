// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "junheng/layout.h"

namespace junheng {

/// The cells of one sheet that a person put right. Points into the choices, which must outlive it.
class Corrections {
 public:
  Corrections(const TableChoices& choices, std::size_t sheet);

  [[nodiscard]] bool empty() const { return edits_.empty(); }
  [[nodiscard]] bool touch(std::uint32_t line) const;  ///< whether a cell of the line was put right
  /// Puts them in place of what stands in the cells of a line, which become more where need be. Of two for one cell the
  /// later one counts; one farther to the right than anybody adds columns is left aside.
  void apply(std::uint32_t line, std::vector<std::string>& cells) const;

 private:
  using Edits = std::vector<const TableChoices::Edit*>;

  [[nodiscard]] Edits::const_iterator first_of(std::uint32_t line) const;

  Edits edits_;  ///< by line
};

}  // namespace junheng
