// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "json/json_tree.h"

namespace junheng {

/// Puts a JsonTree together value by value, in the order of a file: a key before its value, close() behind the last
/// value of each list and object. Of a key that comes twice in an object the first keeps the place and the last gives
/// the value.
class JsonBuilder {
 public:
  /// Of the next value, which is a member of the innermost open object.
  void key(std::string_view text) { tree_.texts_ += text; }
  /// `kind`: null, number or text, and then what is written there.
  void leaf(JsonKind kind, std::string_view text);
  /// Whether there are more values than a document may have.
  [[nodiscard]] bool full() const { return tree_.nodes_.size() > kMostJsonValues; }
  void boolean(bool value);
  /// A list or an object. False, and nothing is opened, where it would lie deeper than kDeepestJson.
  [[nodiscard]] bool open(JsonKind kind);
  void close();
  /// The same where no key came twice, which close() looks for.
  void close_distinct() { open_.pop_back(); }
  /// A value of another tree with all that is in it.
  void copy(Json value);

  [[nodiscard]] JsonTree take();
  /// The tree of null that says why there is no other.
  [[nodiscard]] static JsonTree refused(JsonFault fault);

 private:
  /// A list or an object that is not closed yet.
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t last = 0;  ///< of the values in it
  };

  [[nodiscard]] std::uint32_t texts_end() const { return static_cast<std::uint32_t>(tree_.texts_.size()); }
  Json::Node& add(JsonKind kind);
  void settle_keys();

  JsonTree tree_;
  std::vector<Open> open_;
  std::uint32_t given_ = 0;  ///< end of the texts that values have; behind it lies the key of the next one
};

}  // namespace junheng
