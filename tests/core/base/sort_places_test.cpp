// SPDX-License-Identifier: MIT
#include "base/sort_places.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "support/random.h"

namespace {

using Places = std::vector<std::uint32_t>;

Places sorted_by(const std::vector<int>& values, Places places) {
  junheng::sort_places(places, [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  return places;
}

TEST(SortPlaces, NothingAndOneStayAsTheyAre) {
  EXPECT_EQ(sorted_by({}, {}), Places{});
  EXPECT_EQ(sorted_by({5}, {0}), Places{0});
}

TEST(SortPlaces, EqualOnesComeInTheOrderOfTheirPlaces) {
  EXPECT_EQ(sorted_by({3, 1, 3, 1, 2}, {4, 3, 2, 1, 0}), (Places{1, 3, 4, 0, 2}));
  EXPECT_EQ(sorted_by({7, 7, 7, 7}, {2, 0, 3, 1}), (Places{0, 1, 2, 3}));
}

TEST(SortPlaces, OnlyTheGivenPlacesAreSorted) {
  EXPECT_EQ(sorted_by({9, 8, 7, 6, 5}, {0, 2, 4}), (Places{4, 2, 0}));
}

TEST(SortPlaces, AgreesWithAStableSort) {
  test::Random random(5);
  for (int i = 0; i < 200; ++i) {
    std::vector<int> values(random.index(60));
    for (int& value : values)
      value = static_cast<int>(random.below(8));
    Places expected(values.size());
    std::iota(expected.begin(), expected.end(), 0U);
    Places shuffled = expected;
    random.shuffle(shuffled);
    std::stable_sort(expected.begin(), expected.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    ASSERT_EQ(sorted_by(values, shuffled), expected) << "case " << i;
  }
}

}  // namespace
