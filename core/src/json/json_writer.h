// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace junheng {

/// Is written as null.
inline constexpr double kNoNumber = std::numeric_limits<double>::quiet_NaN();

/// Writes JSON text straight to a string. A tree of nodes for the national table would be ten times its text.
///
/// Keys are literals of the code that need no escapes, and are handed over as one pointer: hundreds of calls would
/// otherwise put a view together each. For the same reason views come by reference here.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void begin_object(const char* name);
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void begin_array(const char* name);
  void end_array() { close(']'); }

  void key(const char* name);
  void key(const std::string_view& name);  ///< any text

  void text(const std::string_view& value);
  void text(const char* name, const std::string_view& value);
  void text(const char* name, const std::string& value);
  void text(const char* name, const char* value);
  void text_or_null(const char* name, const std::string_view& value);  ///< null for an empty text
  void text_or_null(const char* name, const std::string& value);
  void text_or_null(const char* name, const char* value);
  void number(double value);  ///< shortest text that reads back to the same double; null for NaN and infinities
  void number(const char* name, double value);
  void number(std::uint64_t value);
  void count(const char* name, std::uint64_t value);
  void boolean(bool value);
  void boolean(const char* name, bool value);
  void null();
  void null(const char* name);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quoted(const std::string_view& value);

  std::string out_;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace junheng
