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

/// The cheapest choice of one way of each that fits into the room. `most_followed`: choices that are followed at once; those
/// that come last by their bound are left out, and what is proved with them.
[[nodiscard]] OneOfEach one_of_each(const std::vector<std::vector<WayOfEach>>& ways, double room,
                                    std::size_t most_followed = 4'000);

}  // namespace junheng
