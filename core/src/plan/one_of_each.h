// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace junheng {

/// One way among several: what it costs, and how much of the room it takes.
struct WayOfEach {
  double cost = 0;
  double takes = 0;
};

struct OneOfEach {
  bool possible = false;
  std::vector<std::size_t> places;  ///< the way that is taken of each
  double cost = 0;
  double bound = 0;  ///< no choice costs less; the cost itself where that is proved
  double price = 0;  ///< of the room, at which each by itself takes a way that fits
};

/// The cheapest choice of one way of each that fits into the room.
[[nodiscard]] OneOfEach one_of_each(const std::vector<std::vector<WayOfEach>>& ways, double room);

}  // namespace junheng
