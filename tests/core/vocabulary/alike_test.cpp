// SPDX-License-Identifier: MIT
//
// Different words for one thing in the names of columns: what is alike, and what a name may end with.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "junheng/vocabulary.h"
#include "support/outcome.h"

namespace {

struct Alike {
  const char* field;
  std::vector<const char*> names;

  friend void PrintTo(const Alike& one, std::ostream* out) { *out << one.names.front(); }
};

class AlikeNames : public testing::TestWithParam<Alike> {};

TEST_P(AlikeNames, AreOneField) {
  const auto& words = test::library().vocabulary;
  for (const char* const name : GetParam().names) {
    const auto match = words.match_header(name);
    EXPECT_EQ(match ? words.fields[match->field].id : "none", GetParam().field) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Words, AlikeNames,
    testing::Values(
        Alike{"pupils", {"在校生数", "在校学生数", "#在校生数", "其中在校生数", "在校生总人数", "在校生人数"}},
        Alike{"school", {"学校名称", "学校的名称", "___学校"}},
        Alike{"backbone_teachers",
              {"县级以上骨干教师数", "县级及以上骨干教师数", "区县级以上骨干教师数", "县区级以上骨干教师数",
               "县（区）级以上骨干教师数", "区（县）级以上骨干教师数"}},
        Alike{"music_rooms_96",
              {"单间面积≥96㎡的音乐教室间数", "单间面积>=96㎡的音乐教室间数", "单间面积不小于96㎡的音乐教室间数",
               "单间面积不低于96平方米的音乐教室间数", "单间面积≥96m2的音乐教室间数"}},
        Alike{"music_rooms_73", {"73㎡≤单间面积＜96㎡的音乐教室间数", "73㎡<=单间面积<96㎡的音乐教室间数"}},
        Alike{"sports_arts_teachers",
              {"体艺专任教师数", "体育、艺术（美术、音乐）专任教师数", "体育、艺术（音乐、美术）专任教师数",
               "体育艺术（美术、音乐）专任教师数", "体育、音乐、美术专任教师数", "体育音乐美术专任教师数",
               "体育、艺术专任教师数", "体育艺术专任教师数", "音体美专任教师数", "体音美专任教师数", "艺体专任教师数"}},
        Alike{"teaching_area",
              {"教学及辅助用房面积", "教学辅助用房面积", "教学和辅助用房面积", "教辅用房面积", "教学及辅助用房总面积"}},
        Alike{"per_multimedia_rooms",
              {"每百名学生拥有网络多媒体教室数", "每百名学生网络多媒体教室数", "每百生拥有网络多媒体教室数",
               "每百生网络多媒体教室数", "百名学生拥有网络多媒体教室数", "百生拥有网络多媒体教室数"}},
        Alike{"public_budget", {"上一年度公用经费预算总额", "上年度公用经费预算总额"}},
        Alike{"rural_small_class", {"是否最大班额低于30人的农村小规模学校", "是否最大班额低于30人的乡村小规模学校"}},
        Alike{"built_2016",
              {"是否2016年及之前规划并建成", "是否2016年及以前规划并建成", "是否在2016年及之前规划并建成",
               "是否是2016年及之前规划并建成"}},
        Alike{"bachelor_teachers", {"本科教师数", "本科学历教师人数", "本科毕业学历教师数"}},
        Alike{"music_rooms", {"音乐教室间数", "音乐教室总间数", "音乐教室数"}},
        Alike{"computers", {"计算机台数", "计算机总台数"}}, Alike{"books", {"图书册数", "图书总册数"}},
        Alike{"sports_area", {"体育运动场馆面积", "体育运动场馆总面积", "体育运动场馆"}},
        Alike{"classes", {"班级数", "班级个数", "班级总数", "班级数量", "班级总数量", "班级总计"}},
        Alike{"none", {"上年在校生数", "缺口教师数", "女教师数", "在校生性别", "面积", "总数"}}),
    [](const auto& info) { return "Thing" + std::to_string(info.index); });

/// What changes the meaning of a name below it: a column under such a parent is not the field.
TEST(Doubts, AreNoParts) {
  const auto& words = test::library().vocabulary;
  for (const char* const doubt : {"上年", "去年", "上学年", "女", "少数民族", "缺口", "应配", "应有", "需要", "规划",
                                  "新增", "计划", "减少", "增加"}) {
    EXPECT_TRUE(words.is_doubt(doubt)) << doubt;
    EXPECT_TRUE(words.is_doubt(std::string(doubt) + "数")) << doubt;
  }
  for (const char* const name : {"在校生数", "本年", "其中", ""})
    EXPECT_FALSE(words.is_doubt(name)) << name;
}

TEST(CountyTitles, NameACounty) {
  const auto county = [](const char* title) { return std::string(test::library().vocabulary.county_in(title)); };
  EXPECT_EQ(county("甲县"), "甲县");
  EXPECT_EQ(county("大渡口区"), "大渡口区");
  EXPECT_EQ(county("伊宁市"), "伊宁市");
  EXPECT_EQ(county("鄂温克旗"), "鄂温克旗");
  for (const char* const behind : {"2023年小学情况", "义务教育学校", "小学情况", "初中情况", "学校一览表",
                                   "中小学基本情况", "教育统计", "优质均衡", "各校情况", "各学校情况"})
    EXPECT_EQ(county((std::string("甲县") + behind).c_str()), "甲县") << behind;
  for (const char* const none : {"小学", "学校情况统计表", "2023年", "县", ""})
    EXPECT_EQ(county(none), "") << none;
}

}  // namespace
