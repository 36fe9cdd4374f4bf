// SPDX-License-Identifier: MIT
#include "junheng/row_words.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::RowWord;

namespace {

const junheng::RowWords& words() {
  return test::library().vocabulary.row_words;
}

std::string group(const char* text) {
  bool count = false;
  const std::string name(words().group_of(text, count));
  return count ? name + " #" : name;
}

TEST(RowWords, NamesOfTotals) {
  for (const char* name :
       {"合计", "合　计", "合计：", "【合计】", "（合计）", "合计（3所）", "合计(共 3 所)", "总计3所", "城关镇小计",
        "小学合计", "全县合计", "全县", "累计", "Σ", "Total", "Grand Total", "subtotal", "其中：民办", "合 计*"}) {
    EXPECT_EQ(words().of(name), RowWord::total) << name;
  }
}

TEST(RowWords, NamesOfStatistics) {
  for (const char* name :
       {"平均", "全县平均值", "均值", "标准差", "小学标准差", "差异系数", "最大值", "极差", "中位数", "达标率",
        "达标校数", "达标值", "标准", "省定标准", "标准值：", "Average", "Standard Deviation"}) {
    EXPECT_EQ(words().of(name), RowWord::statistic) << name;
  }
}

TEST(RowWords, NamesOfSchools) {
  for (const char* name :
       {"平均镇中心小学", "合计小学", "标准小学", "松柏总校", "共计镇第一小学", "松柏小学（3所教学点）", "中位村小学",
        "1", "", "甲", "全聚德小学", "松柏小学（合计）校区"}) {
    EXPECT_EQ(words().of(name), RowWord::none) << name;
  }
}

TEST(RowWords, GroupsWithoutWhatStandsAroundTheirNames) {
  EXPECT_EQ(group("小学（2所）"), "小学 #");
  EXPECT_EQ(group("小学: 3所"), "小学 #");
  EXPECT_EQ(group("一、小学（共 12 所）"), "小学 #");
  EXPECT_EQ(group("（一）小学"), "小学");
  EXPECT_EQ(group("【初中】"), "初中");
  EXPECT_EQ(group("初中共3所"), "初中 #");
  EXPECT_EQ(group("城关镇（3）"), "城关镇 #");
  EXPECT_EQ(group("小学、初中"), "小学、初中") << "no numbering";
  EXPECT_EQ(group("第一小学"), "第一小学");
  EXPECT_EQ(group("松柏小学（东校区）"), "松柏小学（东校区）");
}

TEST(RowWords, FurnitureOfPages) {
  for (const char* text : {"第 1 页 共 3 页", "- 2 -", "2023年9月1日", "2023-09-01", "续表", "教育局（盖章）", "1/3"})
    EXPECT_TRUE(words().is_furniture(text)) << text;
  for (const char* text : {"松柏小学", "300", "", "二〇二三", "第1小学"})
    EXPECT_FALSE(words().is_furniture(text)) << text;
}

}  // namespace
