// SPDX-License-Identifier: MIT
#pragma once

namespace junheng {

/// The one form in which a character is compared: the simplified twin of a traditional one, the ordinary form of a
/// radical, a compatibility ideograph or a small sign (乾 and 幹: 干, ⼩: 小, ﹙: a bracket); any other as it is. For
/// finding words, not for rewriting texts: several characters have one form. The basic plane alone.
[[nodiscard]] char32_t folded(char32_t point);

}  // namespace junheng
