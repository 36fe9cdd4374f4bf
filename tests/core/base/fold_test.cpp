// SPDX-License-Identifier: MIT
#include "base/fold.h"

#include <gtest/gtest.h>

#include <string_view>

namespace {

TEST(Fold, TraditionalCharactersHaveTheFormOfTheirSimplifiedTwin) {
  const std::u32string_view traditional = U"學校名稱費齡國衆眾餘數電腦臺鎮鄉縣區戶黃計機冊藏書館劉趙龍鳳鐵錢";
  const std::u32string_view simplified = U"学校名称费龄国众众余数电脑台镇乡县区户黄计机册藏书馆刘赵龙凤铁钱";
  ASSERT_EQ(traditional.size(), simplified.size());
  for (std::size_t i = 0; i < traditional.size(); ++i)
    EXPECT_EQ(junheng::folded(traditional[i]), simplified[i]) << i;
}

TEST(Fold, SeveralCharactersOfOneTwinHaveOneForm) {
  for (const std::u32string_view alike : {U"干乾幹", U"后後", U"里裏裡", U"发發髮", U"台臺颱檯", U"钟鐘鍾", U"户戶"}) {
    for (const char32_t point : alike)
      EXPECT_EQ(junheng::folded(point), junheng::folded(alike.front())) << static_cast<unsigned>(point);
  }
}

TEST(Fold, RadicalsCompatibilityFormsAndSmallSignsHaveTheirOrdinaryForm) {
  EXPECT_EQ(junheng::folded(U'⼩'), U'小');
  EXPECT_EQ(junheng::folded(U'⼀'), U'一');
  EXPECT_EQ(junheng::folded(U'⾼'), U'高');
  EXPECT_EQ(junheng::folded(U'⿓'), junheng::folded(U'龍')) << "and then the form of that";
  EXPECT_EQ(junheng::folded(U'\uF900'), U'岂') << "a compatibility ideograph of 豈";
  EXPECT_EQ(junheng::folded(U'﹙'), U'(');
  EXPECT_EQ(junheng::folded(U'﹕'), U':');
}

TEST(Fold, AFormHasNoOtherAndPlainTextStays) {
  int changed = 0;
  for (char32_t point = 0; point < 0x11000; ++point) {
    const char32_t form = junheng::folded(point);
    changed += form != point ? 1 : 0;
    ASSERT_EQ(junheng::folded(form), form) << static_cast<unsigned>(point);
    if (point < 0x2E80) ASSERT_EQ(form, point);
  }
  EXPECT_GT(changed, 3000) << "the whole table of the package";
  for (const char32_t point : U"小学初中在校生数名称㎡①Ⅲアｱ，。")
    EXPECT_EQ(junheng::folded(point), point);
}

}  // namespace
