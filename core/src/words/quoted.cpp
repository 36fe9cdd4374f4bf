// SPDX-License-Identifier: MIT
#include "words/quoted.h"

#include "base/utf8.h"
#include "junheng/limits.h"
#include "words/fill.h"

namespace junheng {
namespace {

/// Of longer texts the characters are not counted: the same one may be quoted in ten thousand sentences.
constexpr std::size_t kCounted = 4096;
constexpr std::size_t kThousand = 1000;

}  // namespace

std::string quoted(const Words& words, std::string_view text) {
  std::string begin;
  std::string_view rest = text;
  std::size_t points = 0;
  for (; !rest.empty() && points < kLongestQuoted; ++points) {
    const char32_t point = take_code_point(rest);
    append_code_point(begin, is_control(point) ? U' ' : point);
  }
  if (rest.empty()) return begin;
  if (text.size() > kCounted)
    return filled(words, "quoted.long", {{"begin", begin}, {"size", std::to_string(text.size() / kThousand)}});
  for (; !rest.empty(); ++points)
    static_cast<void>(take_code_point(rest));
  return filled(words, "quoted.cut", {{"begin", begin}, {"count", std::to_string(points)}});
}

}  // namespace junheng
