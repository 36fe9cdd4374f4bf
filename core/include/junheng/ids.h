// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace junheng {

/// The ids of an enum in the order of its enumerators, written once beside it; id_of() and of_id() read them here.
/// They are part of the contract and never change.
template <typename Enum>
inline constexpr int kIds = 0;

/// The list for an enum whose last enumerator is Last; an id too few or too many does not compile.
template <auto Last, std::size_t Count>
constexpr std::array<std::string_view, Count> ids_up_to(const std::string_view (&ids)[Count]) {
  static_assert(Count == static_cast<std::size_t>(Last) + 1, "one id for each enumerator");
  return std::to_array(ids);
}

template <typename Enum>
concept HasIds = requires {
  kIds<Enum>.size();
};

template <HasIds Enum>
[[nodiscard]] constexpr std::string_view id_of(Enum value) {
  return kIds<Enum>[static_cast<std::size_t>(value)];
}

/// nullopt: nothing has this id.
template <HasIds Enum>
[[nodiscard]] constexpr std::optional<Enum> of_id(std::string_view id) {
  for (std::size_t i = 0; i < kIds<Enum>.size(); ++i) {
    if (kIds<Enum>[i] == id) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace junheng
