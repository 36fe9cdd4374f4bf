// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace junheng {

/// A number for people: `decimals` digits, half up as spreadsheets do.
[[nodiscard]] std::string number_text(double value, int decimals);

/// The same beside a limit it was judged against: as many more digits as are needed so that the printed number does
/// not seem to contradict the verdict (0.5004 against 0.50). `at_least`: true where reaching the limit passes from
/// below (thresholds), false where staying within it passes (coefficients).
[[nodiscard]] std::string number_beside_limit(double value, double limit, int decimals, bool at_least);
/// The same where the verdict is known from an exact comparison: a double may stand on the limit, or a rounding beside
/// it, and the verdict be another. Where no digit can tell, "…" says that there are more.
[[nodiscard]] std::string number_beside_limit(double value, double limit, int decimals, bool at_least, bool met);

}  // namespace junheng
