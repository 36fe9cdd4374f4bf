// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

#include "schools/feet.h"
#include "state/ui.h"

/// Which columns the table of schools has, and how wide: by the room that there is, beside a card or without one.
namespace workbench {

/// In em.
struct Widths {
  float school = 0;
  float stage = 0;
  float pupils = 0;
  float verdict = 0;
  float meeting = 0;
  float indicator = 0;
};

/// How much of a school a row says.
struct Columns {
  /// tight: the verdict is a sign before the name; tightest: the pupils stand on the card alone.
  enum class Density : std::uint8_t { roomy, tight, tightest };

  std::size_t indicators = 0;
  bool judged = false;  ///< by its standard
  Density density = Density::roomy;

  [[nodiscard]] bool verdicts() const { return judged && density == Density::roomy; }
  [[nodiscard]] bool sign() const { return judged && !verdicts(); }
  [[nodiscard]] FootColumns foot() const { return {.pupils = density != Density::tightest, .verdicts = verdicts()}; }
  [[nodiscard]] int count() const {
    return static_cast<int>(indicators) + 2 + (foot().pupils ? 1 : 0) + (verdicts() ? 2 : 0);
  }
  /// Of a cell to the left and right, in whole points.
  [[nodiscard]] float padding() const;
};

/// As much as has room in `width` points; with a card beside it the table may leave more to that.
[[nodiscard]] Columns columns_in(const Ui& ui, float width, bool beside_card);
[[nodiscard]] Widths widths_in(const Ui& ui, float width, const Columns& columns);

/// Between table and card, in em.
inline constexpr float kCardGap = 0.75F;

/// Whether a card has room beside the table; where it has none, it stands in its place.
[[nodiscard]] bool stands_beside(float room);
/// In points: it gives way until all indicators are in sight.
[[nodiscard]] float card_width(const Ui& ui, float room);

}  // namespace workbench
