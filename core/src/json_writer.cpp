// SPDX-License-Identifier: MIT
#include "json_writer.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace junheng {

void JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  first_ = true;
}

void JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  first_ = false;
}

void JsonWriter::separate() {
  if (!first_ && !after_key_) out_.push_back(',');
  first_ = false;
  after_key_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  quoted(name);
  out_.push_back(':');
  after_key_ = true;
}

void JsonWriter::text(std::string_view value) {
  separate();
  quoted(value);
}

void JsonWriter::number(double value) {
  separate();
  if (!std::isfinite(value)) {
    out_ += "null";
    return;
  }
  constexpr double kLargestWhole = 1e15;
  if (value == std::floor(value) && std::abs(value) < kLargestWhole) {
    out_ += std::to_string(static_cast<std::int64_t>(value));
    return;
  }
  // libc++ 13 has no to_chars for doubles; the library's own writer has Grisu2.
  out_ += nlohmann::json(value).dump();
}

void JsonWriter::number(std::uint64_t value) {
  separate();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::quoted(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out_.push_back('"');
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_.push_back('\\');
      out_.push_back(c);
    } else if (byte < 0x20U) {
      out_ += "\\u00";
      out_.push_back(kHex[byte >> 4U]);
      out_.push_back(kHex[byte & 0xFU]);
    } else {
      out_.push_back(c);
    }
  }
  out_.push_back('"');
}

}  // namespace junheng
