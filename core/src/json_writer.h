// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "junheng/terms.h"

namespace junheng {

/// Writes JSON text straight to a string. A tree of nodes for the national table would be ten times its text.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);

  void text(std::string_view value);
  void text(std::string_view name, std::string_view value);  ///< key and value
  void both(std::string_view name, const Text& value);       ///< {"zh": …, "en": …}
  void number(double value);  ///< shortest text that reads back to the same double; null for NaN and infinities
  void number(std::uint64_t value);
  void boolean(bool value);
  void null();

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void quoted(std::string_view value);

  std::string out_;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace junheng
