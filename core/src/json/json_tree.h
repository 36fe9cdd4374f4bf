// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/limits.h"

namespace junheng {

class JsonTree;

/// Why a text gave no tree.
enum class JsonFault : std::uint8_t {
  none,
  not_json,
  too_deep,   ///< deeper than kDeepestJson
  too_large,  ///< more than kLargestJson bytes or kMostJsonValues values
};

enum class JsonKind : std::uint8_t { null, boolean, number, text, list, object };

/// One value of a JsonTree, passed by value: it points into the tree, which has to stay where it is meanwhile.
///
/// Every question may be asked of every value. A place that is not there is null, the text of what is no text is
/// empty; so a reader of files goes on through a file that is wrong, and says in the end all that is.
class Json {
 public:
  Json() = default;  ///< null

  [[nodiscard]] JsonKind kind() const { return node().kind; }
  [[nodiscard]] bool is_null() const { return kind() == JsonKind::null; }
  [[nodiscard]] bool is_boolean() const { return kind() == JsonKind::boolean; }
  [[nodiscard]] bool is_number() const { return kind() == JsonKind::number; }
  [[nodiscard]] bool is_text() const { return kind() == JsonKind::text; }
  [[nodiscard]] bool is_list() const { return kind() == JsonKind::list; }
  [[nodiscard]] bool is_object() const { return kind() == JsonKind::object; }

  [[nodiscard]] bool boolean() const;                  ///< whether it is `true`
  [[nodiscard]] std::string_view text() const;         ///< UTF-8, without escapes
  [[nodiscard]] std::string_view number_text() const;  ///< as it stands in the file: 4.20 and not 4.2
  /// The number where it is whole, not negative and written in at most nine digits and nothing else.
  [[nodiscard]] std::optional<std::uint32_t> whole_number() const;

  [[nodiscard]] std::size_t size() const;  ///< of a list or an object; 0 for others
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// Entry of a list or member of an object. Goes there step by step: to see all of them take the loop.
  [[nodiscard]] Json operator[](std::size_t index) const;
  [[nodiscard]] Json find(std::string_view key) const;  ///< null where it is no object or has no such member
  [[nodiscard]] Json find(const char* key) const;
  [[nodiscard]] bool has(std::string_view key) const;  ///< also where the member is null
  [[nodiscard]] bool has(const char* key) const;
  [[nodiscard]] std::string_view key() const;  ///< of a member of an object

  class Iterator;
  /// for (const Json entry : list) …, for (const Json member : object) member.key() …: in the order of the file.
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

 private:
  friend class JsonTree;
  friend class JsonBuilder;

  struct Node {
    JsonKind kind = JsonKind::null;
    bool value = false;            ///< of a boolean
    std::uint32_t first = 0;       ///< the first value inside; 0, the place of the root, for none
    std::uint32_t next = 0;        ///< the next value beside; 0 for none
    std::uint32_t size = 0;        ///< of a list or an object
    std::uint32_t key_begin = 0;   ///< in the tree's texts; a key ends where the text of its value begins
    std::uint32_t text_begin = 0;  ///< of a text or a number
    std::uint32_t text_end = 0;
  };

  Json(const JsonTree* tree, std::uint32_t at) : tree_(tree), at_(at) {}
  [[nodiscard]] const Node& node() const;
  [[nodiscard]] std::string_view part(std::uint32_t begin, std::uint32_t end) const;

  const JsonTree* tree_ = nullptr;
  std::uint32_t at_ = 0;
};

class Json::Iterator {
 public:
  explicit Iterator(Json at) : at_(at) {}
  Json operator*() const { return at_; }
  Iterator& operator++() {
    at_.at_ = at_.node().next;
    return *this;
  }
  bool operator!=(const Iterator& other) const { return at_.at_ != other.at_.at_; }

 private:
  Json at_;
};

/// A JSON document, read whole. All its values lie in one row, not inside one another, each with the place of the one
/// beside it.
class JsonTree {
 public:
  /// RFC 8259 to the letter: no comments, no comma before a bracket, no lone surrogate; a byte order mark is passed
  /// over. Text that is no JSON, or beyond a limit, gives the tree of `null`, whose fault() says which.
  /// Of a key that stands twice in an object the last value counts.
  [[nodiscard]] static JsonTree parse(std::string_view text);
  /// What the build made of a JSON file (cmake/pack_json.py), in a thirtieth of the time; only what is built in, as
  /// nothing is looked after.
  [[nodiscard]] static JsonTree unpack(std::string_view packed);

  [[nodiscard]] Json root() const { return {this, 0}; }
  [[nodiscard]] JsonFault fault() const { return fault_; }

 private:
  friend class Json;
  friend class JsonBuilder;

  std::vector<Json::Node> nodes_;
  std::string texts_;  ///< of all values and keys
  JsonFault fault_ = JsonFault::none;
};

}  // namespace junheng
