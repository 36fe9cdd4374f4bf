// SPDX-License-Identifier: MIT
#include "base/eight_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

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
    EXPECT_EQ(EightBytes::count(tabs), static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\t')));
    EXPECT_EQ(EightBytes::count(low), static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_low)));
    if (tabs != 0) EXPECT_EQ(EightBytes::first_of(tabs), std::find(bytes.begin(), bytes.end(), '\t') - bytes.begin());
    if (low != 0)
      EXPECT_EQ(EightBytes::first_of(low), std::find_if(bytes.begin(), bytes.end(), is_low) - bytes.begin());
    EXPECT_EQ(eight.all_ascii(), std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte >= 0; }));
  }
}

}  // namespace
