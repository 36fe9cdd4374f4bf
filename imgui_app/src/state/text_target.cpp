// SPDX-License-Identifier: MIT
#include "state/text_target.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace workbench {
namespace {

/// In the order of Entry.
constexpr std::array<std::string_view, 10> kEntryIds = {
    "school-search", "county-search", "data-find",       "column-search", "cell-edit",
    "remark",        "scenario-name", "scenario-school", "new-school",    "move-count"};
static_assert(kEntryIds.size() == static_cast<std::size_t>(Entry::move_count) + 1);

std::string stage_id(std::uint8_t stage) {
  return stage == junheng::kNoStage ? std::string() : std::string(id_of(static_cast<junheng::Stage>(stage)));
}

std::string id_of_one(Entry entry) {
  return std::string(kEntryIds[static_cast<std::size_t>(entry)]);
}

std::string id_of_one(const FactTarget& fact) {
  return (fact.note ? "fact-note:" : "fact:") + fact.key + '/' + stage_id(fact.stage) + '/' +
         (fact.year == 0 ? std::string() : std::to_string(fact.year));
}

std::string id_of_one(const AssumptionTarget& assumption) {
  return "scenario:" + assumption.field + '/' + stage_id(assumption.stage);
}

}  // namespace

std::string id_of(const TextTarget& target) {
  return std::visit([](const auto& one) { return id_of_one(one); }, target);
}

std::optional<Entry> entry_of(std::string_view id) {
  const auto found = std::find(kEntryIds.begin(), kEntryIds.end(), id);
  if (found == kEntryIds.end()) return std::nullopt;
  return static_cast<Entry>(found - kEntryIds.begin());
}

}  // namespace workbench
