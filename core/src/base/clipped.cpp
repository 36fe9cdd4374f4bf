// SPDX-License-Identifier: MIT
#include "junheng/clipped.h"

#include "base/utf8.h"
#include "junheng/limits.h"

namespace junheng {

std::string_view clipped(std::string_view text) {
  return text.size() <= kLongestDatum ? text : text.substr(0, start_of_point(text, kLongestDatum));
}

}  // namespace junheng
