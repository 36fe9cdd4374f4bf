// SPDX-License-Identifier: MIT
//
// Whatever a text is, all of it that is not blank stands in a cell of a record.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "support/accounted.h"
#include "support/random.h"

namespace {

TEST(Accounted, EveryByteStandsInACell) {
  constexpr std::array<std::string_view, 24> kPieces = {
      "\"", "\"", "\"\"", "\t",  "\t", ",",    ";",    "|",    "\n",           "\r\n",         "\r",   " ",
      "甲", "1",  "30",   "=\"", "=",  "\x1C", "\x1A", "\x0B", "\xE2\x80\xA8", "\xEF\xBB\xBF", "小学", "a"};
  test::Random random(14);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::uint64_t pieces = random.below(40); pieces > 0; --pieces)
      text += kPieces[random.index(kPieces.size())];
    junheng::Issues issues;
    junheng::Table table = junheng::read_records(text, issues);
    ASSERT_TRUE(test::all_in_cells(table)) << text;
  }
}

}  // namespace
