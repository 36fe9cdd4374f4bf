// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "state.h"

namespace workbench {

/// Everything that can happen to the workbench, as plain data. update.cpp says what each does.

struct OpenTable {
  std::string text;
  std::string name;               ///< of the file or sample; empty for a paste
  junheng::TableChoices reading;  ///< what was decided about it
};
struct SetLanguage {
  junheng::Language language{};
};
struct ChooseStandard {
  std::size_t index = 0;
};
struct ShowTab {
  Tab tab{};
};
struct SelectCounty {
  std::uint32_t county = 0;
};
/// The same key again turns the order round.
struct SortBy {
  SortKey key{};
  std::uint16_t indicator = 0;
};
/// Typed into the field of this id.
struct SetText {
  std::string field;
  std::string value;
};
struct FilterStage {
  std::optional<junheng::Stage> stage;
};
struct FilterVerdict {
  std::optional<junheng::Verdict> verdict;
};
struct FilterSeverity {
  std::optional<junheng::Severity> severity;
};
struct SelectUnit {
  std::uint32_t unit = 0;
};
/// Goes to the row an issue speaks of.
struct OpenIssue {
  std::uint32_t issue = 0;
};
struct ToggleLeftOut {};
struct DismissNotice {};
/// The selected row was brought into sight.
struct Scrolled {};
struct AskPlatform {
  Request request;
};

using Action = std::variant<OpenTable, SetLanguage, ChooseStandard, ShowTab, SelectCounty, SortBy, SetText, FilterStage,
                            FilterVerdict, FilterSeverity, SelectUnit, OpenIssue, ToggleLeftOut, DismissNotice,
                            Scrolled, AskPlatform>;

}  // namespace workbench
