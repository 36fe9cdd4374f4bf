// SPDX-License-Identifier: MIT
#include "base/eight_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "support/random.h"

namespace {

using junheng::EightBytes;

TEST(EightBytes, PlacesAreThoseThatALoopFinds) {
  test::Random random(8);
  for (int round = 0; round < 20'000; ++round) {
    std::array<char, junheng::kEight> bytes{};
    // Neighbours of what is looked for, where a carry from byte to byte would show.
    for (char& byte : bytes)
      byte = static_cast<char>(random.one_in(3) ? 8 + random.below(8) : random.below(256));
    const EightBytes eight(bytes.data());
    const std::uint64_t tabs = eight.equal_to('\t');
    const std::uint64_t low = eight.below(junheng::kControls);
    const auto is_low = [](char byte) { return byte >= 0 && byte < junheng::kControls; };
    EXPECT_EQ(std::popcount(tabs), std::count(bytes.begin(), bytes.end(), '\t'));
    EXPECT_EQ(std::popcount(low), std::count_if(bytes.begin(), bytes.end(), is_low));
    if (tabs != 0) EXPECT_EQ(EightBytes::first_of(tabs), std::find(bytes.begin(), bytes.end(), '\t') - bytes.begin());
    if (low != 0)
      EXPECT_EQ(EightBytes::first_of(low), std::find_if(bytes.begin(), bytes.end(), is_low) - bytes.begin());
    const auto other = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return byte <= 0; });
    ASSERT_EQ(eight.no_ascii_text() != 0, other != bytes.end());
    if (other != bytes.end()) EXPECT_EQ(EightBytes::first_of(eight.no_ascii_text()), other - bytes.begin());
  }
}

TEST(EightBytes, ChineseIsWhatValidSequencesSay) {
  constexpr std::array<std::string_view, 14> kPieces = {"中", "小",   "一",           "龥",           "\xE0\xA0\x80",
                                                        "é",  "a",    "\xED\x9F\xBF", "\xEF\xBC\x91", "😀",
                                                        "学", "\x80", "\xE5",         "\xAD"};
  test::Random random(9);
  std::size_t found = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    while (text.size() < junheng::kEight)
      text += kPieces[random.index(kPieces.size())];
    int length = 0;
    const auto begins = [&](int at) {
      const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(at)]);
      return byte > 0xE0 && byte < 0xED &&
             junheng::valid_utf8_length(text.substr(static_cast<std::size_t>(at), 3)) == 3;
    };
    while (length < 6 && begins(length))
      length += 3;
    found += length > 0 ? 1U : 0U;
    EXPECT_EQ(EightBytes(text.data()).chinese(), length) << text;
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
