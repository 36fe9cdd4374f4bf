// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "junheng/junheng.h"
#include "model.h"
#include "phrases.h"
#include "workbench.h"

namespace workbench {

enum class Tab : std::uint8_t { start, schools, balance, verdict, issues };

/// What the rows of the schools table are ordered by; `row` is the order of the pasted table.
enum class SortKey : std::uint8_t { row, school, stage, pupils, indicator, meeting, verdict };

struct Sort {
  SortKey key = SortKey::row;
  std::uint16_t indicator = 0;  ///< with SortKey::indicator
  bool descending = false;
};

inline constexpr std::uint32_t kNoSelection = std::numeric_limits<std::uint32_t>::max();

/// Ids of the text fields that the platform lays its inputs over.
inline constexpr std::string_view kSchoolSearch = "school-search";
inline constexpr std::string_view kCountySearch = "county-search";

/// What the person at the screen has chosen.
struct ViewState {
  junheng::Language language = junheng::Language::zh;
  std::size_t standard = 0;  ///< into Library::standards
  Tab tab = Tab::start;
  std::uint32_t county = 0;
  std::string county_search;

  std::string school_search;
  std::optional<junheng::Stage> stage;
  std::optional<junheng::Verdict> verdict;
  Sort sort;
  std::uint32_t selected_unit = kNoSelection;
  bool left_out_open = false;

  std::optional<junheng::Severity> severity;
  std::uint32_t selected_issue = kNoSelection;
  std::uint32_t highlighted_line = junheng::kNoLine;
  bool scroll_to_selection = false;  ///< until the row was brought into sight
};

/// A table that could not be read, said in both languages, because the language may change while it stands there.
struct Notice {
  junheng::Text text;
};

/// Everything the workbench knows. Changed by update() alone; views read it.
struct AppState {
  junheng::Library library = junheng::load_library();  ///< evaluations point into it: an AppState stays where it is
  Phrases phrases;
  std::unique_ptr<const junheng::Evaluation> evaluation;
  std::string source;             ///< the tables as they came: an evaluation may have written them anew
  junheng::TableChoices reading;  ///< what was decided about them
  std::string source_name;
  std::optional<Notice> notice;
  ViewState view;
  Model model;  ///< follows from all above
  std::vector<Request> requests;
  std::uint64_t revision = 0;

  AppState() = default;
  AppState(const AppState&) = delete;
  AppState& operator=(const AppState&) = delete;

  [[nodiscard]] std::string_view say(Phrase phrase) const { return phrases.say(phrase, view.language); }
  [[nodiscard]] const junheng::Standard& standard() const { return library.standards[view.standard]; }
};

}  // namespace workbench
