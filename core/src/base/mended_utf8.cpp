// SPDX-License-Identifier: MIT
//
// Apart from utf8.cpp, which is compiled for speed: hardly any text is damaged.

#include <array>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "base/utf8_sequence.h"

namespace junheng {
namespace {

/// How many of the bytes, which begin with what is no text, stand for one damaged character: as many as a sequence could
/// begin with, or one (what browsers do, WHATWG Encoding).
std::size_t damaged_length(std::string_view bytes) {
  std::array<char, 4> sequence{bytes.front(), '\x80', '\x80', '\x80'};
  std::size_t length = 1;
  for (; length < 3 && length < bytes.size(); ++length) {
    sequence[length] = bytes[length];
    if (sequence_length({sequence.data(), sequence.size()}, 0) <= length + 1) break;
  }
  return length;
}

/// Writes the bytes as text. False: it stopped, as more than one in `most` bytes are damaged; 0: never.
bool mend(std::string_view bytes, std::string& text, std::size_t most) {
  std::size_t damaged = 0;
  for (std::size_t done = 0;;) {
    const std::size_t valid = valid_utf8_length(bytes.substr(done));
    text += bytes.substr(done, valid);
    done += valid;
    if (done == bytes.size()) return true;
    if (++damaged * most > done) return false;
    text += kReplacement;
    done += damaged_length(bytes.substr(done));
  }
}

}  // namespace

std::string valid_utf8(std::string_view bytes) {
  std::string text;
  mend(bytes, text, 0);
  return text;
}

std::optional<std::string> mended_utf8(std::string_view bytes) {
  constexpr std::size_t kMostDamaged = 8;
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 64);
  if (!mend(bytes, text, kMostDamaged)) return std::nullopt;
  return text;
}

}  // namespace junheng
