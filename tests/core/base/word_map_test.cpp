// SPDX-License-Identifier: MIT
#include "junheng/word_map.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "support/random.h"

using junheng::WordMap;

namespace {

TEST(WordMap, AnEmptyOneHasNoWord) {
  const WordMap map;
  EXPECT_EQ(map.find("x"), nullptr);
  EXPECT_EQ(map.find(""), nullptr);
  EXPECT_TRUE(map.entries().empty());
}

TEST(WordMap, AWordKeepsTheNumberWithWhichItCame) {
  WordMap map;
  EXPECT_TRUE(map.add("小学", 7));
  EXPECT_FALSE(map.add("小学", 8));
  ASSERT_NE(map.find("小学"), nullptr);
  EXPECT_EQ(*map.find("小学"), 7U);
  EXPECT_EQ(map.entries().size(), 1U);
}

TEST(WordMap, TheEmptyWordAndWordsWithNulAreWordsToo) {
  WordMap map;
  EXPECT_TRUE(map.add("", 1));
  EXPECT_TRUE(map.add(std::string("a\0b", 3), 2));
  EXPECT_TRUE(map.add("a", 3));
  EXPECT_EQ(*map.find(""), 1U);
  EXPECT_EQ(*map.find(std::string("a\0b", 3)), 2U);
  EXPECT_EQ(*map.find("a"), 3U);
  EXPECT_FALSE(map.has(std::string("a\0", 2)));
}

/// The same as the standard library's map, through many growths; and entries in the order in which they came.
TEST(WordMap, AgreesWithAnotherMap) {
  test::Random random(17);
  WordMap map;
  std::map<std::string, std::uint32_t> expected;
  std::vector<std::string> order;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const std::string word = "第" + std::to_string(random.below(9'000)) + "校";
    const bool fresh = expected.emplace(word, i).second;
    ASSERT_EQ(map.add(word, i), fresh) << word;
    if (fresh) order.push_back(word);
  }
  ASSERT_EQ(map.entries().size(), expected.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    EXPECT_EQ(map.entries()[i].word, order[i]);
    EXPECT_EQ(map.entries()[i].number, expected[order[i]]);
    ASSERT_NE(map.find(order[i]), nullptr);
    EXPECT_EQ(*map.find(order[i]), expected[order[i]]);
  }
  for (int i = 9'000; i < 12'000; ++i)
    EXPECT_FALSE(map.has("第" + std::to_string(i) + "校"));
}

}  // namespace
