// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace junheng {

/// "-" and "¥ -" where the spreadsheet says that the number is zero: a format of accounts, and no mark of a gap.
[[nodiscard]] bool is_accounting_zero(std::string_view shown, std::string_view stored);
/// "2:15" of which the spreadsheet keeps a part of a day. With its seconds nobody takes it for a ratio.
[[nodiscard]] bool is_stored_time(std::string_view shown, std::string_view stored);
/// The stored number where the cell shows it rounded: 12.35 for 12.3456, 29% for 0.2896; or shows none, as the column
/// is too narrow. nullopt: keep what is shown.
[[nodiscard]] std::optional<std::string> exact_value(std::string_view shown, std::string_view stored);

}  // namespace junheng
