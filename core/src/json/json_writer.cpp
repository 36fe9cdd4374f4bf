// SPDX-License-Identifier: MIT
#include "json/json_writer.h"

#include <cmath>

#include "base/shortest.h"

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

void JsonWriter::key(const char* name) {
  separate();
  out_.push_back('"');
  out_.append(name);
  out_.append("\":");
  after_key_ = true;
}

void JsonWriter::key(const std::string_view& name) {
  separate();
  quoted(name);
  out_.push_back(':');
  after_key_ = true;
}

void JsonWriter::begin_object(const char* name) {
  key(name);
  begin_object();
}

void JsonWriter::begin_array(const char* name) {
  key(name);
  begin_array();
}

void JsonWriter::text(const std::string_view& value) {
  separate();
  quoted(value);
}

void JsonWriter::text(const char* name, const std::string_view& value) {
  key(name);
  text(value);
}

void JsonWriter::text(const char* name, const std::string& value) {
  text(name, std::string_view(value));
}

void JsonWriter::text(const char* name, const char* value) {
  text(name, std::string_view(value));
}

void JsonWriter::text_or_null(const char* name, const std::string_view& value) {
  value.empty() ? null(name) : text(name, value);
}

void JsonWriter::text_or_null(const char* name, const std::string& value) {
  text_or_null(name, std::string_view(value));
}

void JsonWriter::text_or_null(const char* name, const char* value) {
  text_or_null(name, std::string_view(value));
}

void JsonWriter::number(const char* name, double value) {
  key(name);
  number(value);
}

void JsonWriter::count(const char* name, std::uint64_t value) {
  key(name);
  number(value);
}

void JsonWriter::boolean(const char* name, bool value) {
  key(name);
  boolean(value);
}

void JsonWriter::null(const char* name) {
  key(name);
  null();
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
  ShortestBuffer buffer;
  out_.append(shortest(value, buffer));
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

void JsonWriter::quoted(const std::string_view& value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out_.push_back('"');
  std::size_t plain = 0;  // start of what can be copied as it is
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x20U && byte != '"' && byte != '\\') continue;
    out_.append(value.substr(plain, i - plain));
    plain = i + 1;
    if (byte >= 0x20U) {
      out_.push_back('\\');
      out_.push_back(value[i]);
    } else {
      out_ += "\\u00";
      out_.push_back(kHex[byte >> 4U]);
      out_.push_back(kHex[byte & 0xFU]);
    }
  }
  out_.append(value.substr(plain));
  out_.push_back('"');
}

}  // namespace junheng
