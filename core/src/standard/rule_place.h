// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "json/json_tree.h"

namespace junheng {

/// A value of a standard's file, and the way to it from the root. The steps stay on the stack of the functions that
/// took them, each pointing to the one before; they become text where there is a fault, which is next to never.
class RulePlace {
 public:
  explicit RulePlace(Json root) : json_(root) {}
  /// The member of an object; null where there is none, with the place it would have.
  RulePlace(const RulePlace& around, const char* key);
  /// A member of which the value is at hand.
  RulePlace(const RulePlace& around, Json member) : json_(member), around_(&around), key_(member.key()) {}
  /// An entry of a list.
  RulePlace(const RulePlace& around, std::size_t index, Json entry) : json_(entry), around_(&around), index_(index) {}

  const Json* operator->() const { return &json_; }
  [[nodiscard]] Json json() const { return json_; }
  [[nodiscard]] std::string path() const;  ///< a JSON pointer

 private:
  static constexpr auto kNoIndex = static_cast<std::size_t>(-1);

  Json json_;
  const RulePlace* around_ = nullptr;
  std::string_view key_;
  std::size_t index_ = kNoIndex;
};

/// Goes through the entries of a list: while (entries.next()) … *entries. Of an object through its members, by index.
class RuleEntries {
 public:
  explicit RuleEntries(const RulePlace& list);
  RuleEntries(const RuleEntries&) = delete;  // the entry points to the list beside it
  RuleEntries& operator=(const RuleEntries&) = delete;

  bool next();
  const RulePlace& operator*() const { return entry_; }
  const RulePlace* operator->() const { return &entry_; }

 private:
  Json::Iterator at_;
  RulePlace list_;
  RulePlace entry_;
  std::size_t index_ = 0;
};

}  // namespace junheng
