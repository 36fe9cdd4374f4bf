// SPDX-License-Identifier: MIT
//
// The county and the stage that a title or the name of a file speaks of.
#include <gtest/gtest.h>

#include <string>

#include "junheng/vocabulary.h"
#include "support/outcome.h"

namespace {

std::string county(std::string_view title) {
  return std::string(test::library().vocabulary.county_in(title));
}

std::string stage(std::string_view title) {
  const auto found = test::library().vocabulary.stage_in(title);
  return found ? std::string(id_of(*found)) : "none";
}

TEST(Titles, NameEveryKindOfCounty) {
  EXPECT_EQ(county("云岭县2023年小学情况"), "云岭县");
  EXPECT_EQ(county("2023年云岭县初中情况表"), "云岭县") << "the year is no part of the name";
  EXPECT_EQ(county("附件2：云岭县义务教育学校基本情况"), "云岭县");
  EXPECT_EQ(county("表1 松原蒙古族自治县小学"), "松原蒙古族自治县");
  EXPECT_EQ(county("云岭特区教育局"), "云岭特区");
  EXPECT_EQ(county("松柏林区小学"), "松柏林区");
  EXPECT_EQ(county("科尔沁右翼前旗2023年小学情况"), "科尔沁右翼前旗");
  EXPECT_EQ(county("鄂伦春自治旗"), "鄂伦春自治旗");
  EXPECT_EQ(county("津市市2023年小学"), "津市市") << "the first 市 is a part of the name";
  EXPECT_EQ(county("市中区小学"), "市中区");
  EXPECT_EQ(county("云岭县_小学_2023"), "云岭县");
  EXPECT_EQ(county("云岭县（小学）"), "云岭县");
}

TEST(Titles, ThatSpeakOfNoCountyNameNone) {
  for (const char* const title : {"城区小学情况", "全县小学情况", "各县区教育", "东校区小学", "第二学区小学",
                                  "社区教育情况", "县城小学", "云岭县城关小学", "小学情况表", "2023年", "区县"})
    EXPECT_EQ(county(title), "") << title;
}

TEST(Titles, SpeakOfOneStageOrOfNone) {
  for (const char* const title :
       {"小学", "小学部", "小学段", "2023年云岭县小学情况表", "附件1 小学.xlsx", "完全小学", "國小", "Primary 2023"})
    EXPECT_EQ(stage(title), "primary") << title;
  for (const char* const title : {"初中", "初中学校", "初级中学情况", "云岭县_初中_2023", "國中"})
    EXPECT_EQ(stage(title), "middle") << title;
  for (const char* const title : {"高中", "高级中学", "普通高中情况"})
    EXPECT_EQ(stage(title), "senior") << title;
  for (const char* const title : {"中小学", "小学初中", "小学、初中情况", "中学", "初高中", "完全中学",
                                  "九年一贯制学校", "小升初", "职业高中", "幼儿园及小学", ""})
    EXPECT_EQ(stage(title), "none") << title;
}

}  // namespace
