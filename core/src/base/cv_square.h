// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "base/big_natural.h"
#include "junheng/exact.h"

namespace junheng {

/// above / below = 1 + CV², that is ΣP · ΣP X² / (ΣP X)².
struct CvSquare {
  BigNatural above;
  BigNatural below;
};
[[nodiscard]] CvSquare cv_square(const std::vector<WeightedRatio>& units);

}  // namespace junheng
