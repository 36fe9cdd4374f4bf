// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "junheng/evaluation.h"

namespace junheng {

/// What made CV² of one indicator another one between two years. The three causes add up to the change exactly.
struct CvChange {
  double before = 0;  ///< CV²; NaN: not known in one of the years, and nothing is split
  double after = 0;
  double schools = 0;    ///< schools that opened or closed, with what they have
  double pupils = 0;     ///< pupils of the schools of both years
  double resources = 0;  ///< what these schools have
};

/// Schools are the same by their names. Each cause is taken by the mean of what it changes in all orders in which the three
/// can be made (Shapley), so that none comes first and what two do together is shared by both.
[[nodiscard]] CvChange cv_change(const Evaluation& before, std::size_t stage_before, const Evaluation& after,
                                 std::size_t stage_after, std::size_t indicator);

}  // namespace junheng
