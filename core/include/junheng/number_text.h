// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

namespace junheng {

/// A number for people: `decimals` digits behind the point, half up as spreadsheets do; nothing for what is no number.
[[nodiscard]] std::string number_text(double value, int decimals);

/// The digits behind the point that a number has, at most `most`: 0 for 84, 1 for 84.5.
[[nodiscard]] int decimals_of(double value, int most);

/// A limit that a number is shown beside, and the side of it on which an exact comparison has put the number. The double
/// may stand on the limit, or a rounding beside it, and the verdict be another: the verdict counts.
struct Bar {
  double at = 0;
  bool reached_is_over = true;  ///< a number equal to it is over it (≥, <) or under it (≤, >)
  bool over = false;
};

/// The number with the fewest digits behind the point, at least `decimals`, at which what is shown stands on the same
/// side of every bar as the number itself: 0.5004 against 0.50. Where no digit can tell, it is cut and ends in "…":
/// "2499.9999…" is below 2500, "0.500000…" above 0.5.
[[nodiscard]] std::string number_beside(double value, std::span<const Bar> bars, int decimals);

}  // namespace junheng
