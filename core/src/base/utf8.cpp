// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include "base/eight_bytes.h"
#include "base/own_call.h"
#include "base/utf8_sequence.h"

namespace junheng {
namespace {

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// Where the last code point of valid, non-empty UTF-8 starts.
std::size_t last_start(std::string_view text) {
  std::size_t start = text.size() - 1;
  while (start > 0 && is_continuation(static_cast<unsigned char>(text[start])))
    --start;
  return start;
}

/// Takes the text at `at` into the look, up to where at least so many bytes were looked at, or to what is no text.
JUNHENG_OWN_CALL std::size_t look_further(std::string_view text, std::size_t at, std::size_t least, TextLook& look) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::size_t enough = text.size() - at > least ? at + least : text.size();
  while (at < enough) {
    while (text.size() - at >= kEight && at < enough) {
      const auto other = EightBytes(text.data() + at).no_ascii_text();
      if (other != 0) {
        at += static_cast<std::size_t>(EightBytes::first_of(other));
        break;
      }
      at += kEight;
    }
    while (at < text.size() && byte(at) - 1U < 0x7F)
      ++at;
    if (text.size() - at >= kEight) {
      const int chinese = EightBytes(text.data() + at).chinese();
      at += static_cast<std::size_t>(chinese);
      if (chinese > 0) continue;
    }
    if (at == text.size()) continue;
    const std::size_t length = byte(at) == 0 ? 0 : sequence_length(text, at);
    if (length == 0) return at;
    const std::string_view sequence = text.substr(at, length);
    look.order_mark = look.order_mark || sequence == kOrderMark;
    look.replacement = look.replacement || sequence == kReplacement;
    at += length;
  }
  return at;
}

}  // namespace

std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
  const unsigned char first = byte(at);
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return is_continuation(byte(at + 1)) ? 2 : 0;
  if (first < 0xF0) {
    const unsigned char second = byte(at + 1);
    if (first == 0xE0 && second < 0xA0) return 0;  // overlong
    if (first == 0xED && second > 0x9F) return 0;  // surrogate
    return is_continuation(second) && is_continuation(byte(at + 2)) ? 3 : 0;
  }
  if (first > 0xF4) return 0;
  const unsigned char second = byte(at + 1);
  if (first == 0xF0 && second < 0x90) return 0;  // overlong
  if (first == 0xF4 && second > 0x8F) return 0;  // beyond U+10FFFF
  return is_continuation(second) && is_continuation(byte(at + 2)) && is_continuation(byte(at + 3)) ? 4 : 0;
}

TextLook look_at_text(std::string_view bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 14U;
  TextLook look;
  for (;;) {
    const std::size_t from = look.length;
    look.length = look_further(bytes, from, kPiece, look);
    if (look.length == bytes.size() || look.length < from + kPiece) return look;
  }
}

std::size_t valid_utf8_length(std::string_view text) {
  std::size_t valid = 0;
  for (;; ++valid) {
    valid += look_at_text(text.substr(valid)).length;
    if (valid == text.size() || text[valid] != '\0') return valid;
  }
}

char32_t take_code_point(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const char32_t first = byte(0);
  std::size_t length = 1;
  char32_t point = first;
  if (first >= 0xF0) {
    length = 4;
    point = (first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
  } else if (first >= 0xE0) {
    length = 3;
    point = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  } else if (first >= 0x80) {
    length = 2;
    point = (first & 0x1FU) << 6U | (byte(1) & 0x3FU);
  }
  text.remove_prefix(length);
  return point;
}

void append_code_point(std::string& text, char32_t point) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0U | point >> 6U);
    put(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    put(0xE0U | point >> 12U);
    put(0x80U | (point >> 6U & 0x3FU));
    put(0x80U | (point & 0x3FU));
  } else {
    put(0xF0U | point >> 18U);
    put(0x80U | (point >> 12U & 0x3FU));
    put(0x80U | (point >> 6U & 0x3FU));
    put(0x80U | (point & 0x3FU));
  }
}

bool is_space(char32_t point) {
  if (point < 0xA0) return point == U' ' || (point >= 0x09 && point <= 0x0D);
  if (point > 0x3000) return point == 0xFEFF;
  return point == 0xA0 || point == 0xAD || (point >= 0x2000 && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202F) || point == 0x205F || (point >= 0x2060 && point <= 0x206F) ||
         point == 0x3000 || point == 0x061C || point == 0x180E;
}

bool is_invisible(char32_t point) {
  if (point < 0xAD) return false;
  if (point > 0x2FFF) {
    return point == 0xFEFF || point == 0x3164 || point == 0xFFA0 || (point >= 0xFE00 && point <= 0xFE0F) ||
           (point >= 0xE0000 && point <= 0xE0FFF);
  }
  return point == 0xAD || (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || (point >= 0x180B && point <= 0x180F) || point == 0x034F ||
         point == 0x061C || point == 0x115F || point == 0x1160 || point == 0x17B4 || point == 0x17B5;
}

bool is_control(char32_t point) {
  return point < U' ' || (point >= 0x7F && point < 0xA0);
}

char32_t half_width(char32_t point) {
  constexpr char32_t kOffset = 0xFEE0;
  return point >= 0xFF01 && point <= 0xFF5E ? point - kOffset : point;
}

std::size_t start_of_point(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && is_continuation(static_cast<unsigned char>(text[at])))
    --at;
  return at;
}

char32_t last_code_point(std::string_view text) {
  while (!text.empty()) {
    const std::size_t start = last_start(text);
    std::string_view last = text.substr(start);
    const char32_t point = take_code_point(last);
    if (!is_space(point)) return half_width(point);
    text = text.substr(0, start);
  }
  return 0;
}

std::string_view trimmed_of_any_space(std::string_view text) {
  while (!text.empty()) {
    std::string_view rest = text;
    if (!is_space(take_code_point(rest))) break;
    text = rest;
  }
  while (!text.empty()) {
    const std::size_t start = last_start(text);
    std::string_view last = text.substr(start);
    if (!is_space(take_code_point(last))) break;
    text = text.substr(0, start);
  }
  return text;
}

}  // namespace junheng
