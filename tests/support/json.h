// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace test {

/// JSON as another program's parser reads it (nlohmann/json), for what the core writes and the files of the tree.
/// Only json.cpp includes that library: its header alone is 95,000 lines, half a minute in every file that asks.
///
/// A handle on one value of a document that never changes; `with` and `without` give a changed copy. A question about
/// something that is not there gives a value that is not there, which equals nothing, so that a test fails with its
/// own message.
class Json {
 public:
  Json() = default;  ///< not there
  /// Not there where the text is no JSON.
  [[nodiscard]] static Json parse(std::string_view text);
  [[nodiscard]] static Json string(std::string_view text);

  [[nodiscard]] bool exists() const { return at_ != nullptr; }
  [[nodiscard]] bool is_null() const;  ///< there, and null
  [[nodiscard]] bool is_number() const;
  [[nodiscard]] bool is_number_unsigned() const;  ///< a whole number that is not negative, written without a point
  [[nodiscard]] bool is_string() const;
  [[nodiscard]] bool is_array() const;
  [[nodiscard]] bool is_object() const;

  /// Entries of an array or object; 0 for everything else.
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] bool contains(std::string_view key) const { return (*this)[key].exists(); }
  [[nodiscard]] Json operator[](std::string_view key) const;
  [[nodiscard]] Json operator[](const char* key) const { return (*this)[std::string_view(key)]; }
  [[nodiscard]] Json operator[](std::size_t index) const;  ///< of an array
  [[nodiscard]] Json operator[](int index) const { return (*this)[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::vector<std::pair<std::string, Json>> members() const;  ///< of an object, in the order of keys

  [[nodiscard]] std::string text() const;   ///< of a string; "" for everything else
  [[nodiscard]] double number() const;      ///< NaN where it is none
  [[nodiscard]] std::size_t count() const;  ///< of an unsigned number; 0 for everything else
  [[nodiscard]] std::string dump() const;   ///< without spaces, keys in order

  /// JSON pointers ("/parts/0/id") of all values that have no others inside.
  [[nodiscard]] std::vector<std::string> pointers() const;
  /// A copy with this value at the pointer, which need not have been there.
  [[nodiscard]] Json with(const std::string& pointer, const Json& value) const;
  [[nodiscard]] Json without(const std::string& pointer) const;

  friend bool operator==(const Json& a, const Json& b);
  friend bool operator==(const Json& a, std::string_view b) { return a.is_string() && a.text() == b; }
  template <typename Number, typename = std::enable_if_t<std::is_arithmetic_v<Number>>>
  friend bool operator==(const Json& a, Number b) {
    return a.number() == static_cast<double>(b);
  }
  friend std::ostream& operator<<(std::ostream& out, const Json& value);

  /// Over the entries of an array.
  class Entries;
  [[nodiscard]] Entries begin() const;
  [[nodiscard]] Entries end() const;

 private:
  struct Document;
  struct Access;
  Json(std::shared_ptr<const Document> document, const void* at) : document_(std::move(document)), at_(at) {}

  std::shared_ptr<const Document> document_;
  const void* at_ = nullptr;  ///< the library's value, inside the document
};

class Json::Entries {
 public:
  Entries(Json list, std::size_t index) : list_(std::move(list)), index_(index) {}
  [[nodiscard]] Json operator*() const { return list_[index_]; }
  Entries& operator++() {
    ++index_;
    return *this;
  }
  friend bool operator==(const Entries& a, const Entries& b) { return a.index_ == b.index_; }

 private:
  Json list_;
  std::size_t index_;
};

inline Json::Entries Json::begin() const {
  return {*this, 0};
}
inline Json::Entries Json::end() const {
  return {*this, is_array() ? size() : 0};
}

}  // namespace test
