// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace workbench {

/// Where a person is, in words that still mean the same tomorrow: for the address of the page. No numbers of the data.
struct Address {
  std::string view;  ///< id of a tab, or "meeting"
  std::string county;
  std::string school;
  std::string stage;
  std::string indicator;

  friend bool operator==(const Address&, const Address&) = default;
};

/// In the order of Tab.
inline constexpr std::array<std::string_view, 8> kTabIds = {"start", "data",    "schools", "balance",
                                                            "facts", "what-if", "verdict", "issues"};
inline constexpr std::string_view kMeetingId = "meeting";

}  // namespace workbench
