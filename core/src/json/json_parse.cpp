// SPDX-License-Identifier: MIT
#include <cstring>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json/json_builder.h"

namespace junheng {
namespace {

/// Of the library only its parser is used. Its tree has no spelling of numbers, and asking it for what is not there
/// ends the program where there are no exceptions.
///
/// A type of its own, so that what is left out below is left out here alone, whoever else in a program reads JSON.
template <typename, typename>
struct NoObjects;
using Library = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t, std::uint64_t, double,
                                     std::allocator, NoObjects>;

/// Takes the parser's events. False ends the parsing.
class Handler {
 public:
  explicit Handler(JsonBuilder& builder) : out_(builder) {}

  bool null() { return leaf(JsonKind::null, {}); }
  bool boolean(bool value) {
    out_.boolean(value);
    return more();
  }
  /// Only numbers with a sign come here, so that 0 was written "-0": no other integer has two spellings.
  bool number_integer(std::int64_t value) { return leaf(JsonKind::number, value == 0 ? "-0" : std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return leaf(JsonKind::number, std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& text) { return leaf(JsonKind::number, text); }
  bool string(const std::string& text) { return leaf(JsonKind::text, text); }
  bool start_array(std::size_t /*size*/) { return open(JsonKind::list); }
  bool start_object(std::size_t /*size*/) { return open(JsonKind::object); }
  bool end_array() { return close(); }
  bool end_object() { return close(); }
  bool key(const std::string& text) {
    out_.key(text);
    return true;
  }

  // The library asks for both; neither leads to a tree.
  static bool binary(const std::vector<std::uint8_t>& /*bytes*/) { return false; }
  static bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const auto& /*error*/) { return false; }

  /// Of a text that was given up.
  [[nodiscard]] JsonFault fault() const { return fault_; }

 private:
  bool leaf(JsonKind kind, std::string_view text) {
    out_.leaf(kind, text);
    return more();
  }
  bool open(JsonKind kind) {
    if (out_.open(kind)) return more();
    fault_ = JsonFault::too_deep;
    return false;
  }
  bool more() {
    if (out_.full()) fault_ = JsonFault::too_large;
    return !out_.full();
  }
  bool close() {
    out_.close();
    return true;
  }

  JsonBuilder& out_;
  JsonFault fault_ = JsonFault::not_json;
};

/// What the library reads a view with.
using Input = decltype(nlohmann::detail::input_adapter(std::string_view()));

}  // namespace
}  // namespace junheng

// Three things that the library does for each text and nobody here asks for, left out where it would begin them: the
// numbers behind spellings, of which only the spelling is kept (one beyond the range of double would make the whole file
// unreadable), and what an error is called. They bring a program of numbers of 113 bits and one for printing: 7 kB of
// each download.
template <>
[[gnu::nonnull]] void nlohmann::detail::lexer<junheng::Library, junheng::Input>::strtof(double& number,
                                                                                        const char* spelling,
                                                                                        char** end) noexcept {
  number = 0;
  *end = const_cast<char*>(spelling) + std::strlen(spelling);  // NOLINT: as strtod() has it
}
template <>
std::string nlohmann::detail::lexer<junheng::Library, junheng::Input>::get_token_string() const {
  return {};
}
template <>
std::string nlohmann::detail::parser<junheng::Library, junheng::Input>::exception_message(
    token_type /*expected*/, const std::string& /*where*/) {
  return {};
}

namespace junheng {

JsonTree JsonTree::parse(std::string_view text) {
  // The library takes a zero byte for the end of the text, wherever it stands.
  if (text.size() > kLargestJson) return JsonBuilder::refused(JsonFault::too_large);
  if (text.find('\0') != std::string_view::npos) return JsonBuilder::refused(JsonFault::not_json);
  JsonBuilder builder;
  Handler handler(builder);
  if (!Library::sax_parse(text, &handler)) return JsonBuilder::refused(handler.fault());
  return builder.take();
}

}  // namespace junheng
