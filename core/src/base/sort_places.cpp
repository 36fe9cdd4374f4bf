// SPDX-License-Identifier: MIT
#include "base/sort_places.h"

#include <algorithm>

namespace junheng {

void sort_places(std::vector<std::uint32_t>& places, const PlaceOrder& before) {
  std::sort(places.begin(), places.end(),
            [&](std::uint32_t a, std::uint32_t b) { return before(a, b) || (a < b && !before(b, a)); });
}

}  // namespace junheng
