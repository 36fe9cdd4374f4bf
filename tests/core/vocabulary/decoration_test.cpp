// SPDX-License-Identifier: MIT
//
// What people put around the names of columns: taken off for finding the name, and never a number of the name itself.
#include "vocabulary/decoration.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

namespace {

const junheng::Vocabulary& words() {
  return test::library().vocabulary;
}

/// "equipment_value ×10^4 ?": the field, its unit's shift, "?" where the unit is not known.
std::string read(std::string_view header) {
  const auto match = words().match_header(header);
  if (!match) return "none";
  std::string text = words().fields[match->field].id;
  if (match->stage) text.append("/").append(id_of(*match->stage));
  if (match->conversion.shift != 0) text.append(" 10^").append(std::to_string(match->conversion.shift));
  return text + (match->unit_unknown ? " ?" : "");
}

TEST(Decoration, UnitsStandAnywhereAroundTheName) {
  for (const char* const header :
       {"教学仪器设备值(万元)", "(万元)教学仪器设备值", "教学仪器设备值[万元]", "教学仪器设备值（单位：万元）",
        "教学仪器设备值（单位万元）", "教学仪器设备值/万元", "教学仪器设备值，万元", "*教学仪器设备值（万元）（必填）",
        "教学仪器设备值（万元）：", "1.教学仪器设备值（万元）", "2023年教学仪器设备值（万元）",
        "教学仪器设备值（2023年）（万元）", "教学仪器设备值（万元）[注2]", "【必填】教学仪器设备值（万元）★"})
    EXPECT_EQ(read(header), "equipment_value 10^4") << header;
}

TEST(Decoration, StagesStandAnywhereAroundTheName) {
  for (const char* const header :
       {"小学在校生数", "在校生数（小学）", "在校生数-小学", "在校生数_小学", "2023年小学在校生数",
        "小学2023年在校生数", "*小学在校生数*", "①小学在校生数（人）", "小学生数", "小学学生数"})
    EXPECT_EQ(read(header), "pupils/primary") << header;
}

TEST(Decoration, RemarksAreNoUnits) {
  for (const char* const header : {"在校生数（必填）", "在校生数（注1）", "在校生数（2023）",
                                   "在校生数（2022-2023学年）", "在校生数（1）", "在校生数（required）"})
    EXPECT_EQ(read(header), "pupils") << header;
  EXPECT_EQ(read("在校生数（吨）"), "pupils ?") << "what nobody knows is still said";
}

TEST(Decoration, NumbersOfTheNameStay) {
  EXPECT_EQ(read("*是否2010年及之前规划并建成"), "built_2010");
  EXPECT_EQ(read("12.是否2016年及之前规划并建成（必填）"), "built_2016");
  EXPECT_EQ(read("★每班26-30人班级个数"), "classes_30");
  EXPECT_EQ(read("单间面积≥96㎡的音乐教室间数*"), "music_rooms_96");
  EXPECT_EQ(read("近5年培训满360学时专任教师人数（必填）"), "trained_teachers");
  for (const char* const header : {"九年一贯制学校", "7项", "2023", "2023年", "12", "①", "*", "（必填）",
                                   "2010年及之前", "3年级在校生数", "100", "(1)"})
    EXPECT_EQ(read(header), "none") << header;
}

TEST(Decoration, AHeaderOfNothingElseEnds) {
  const junheng::Decoration decoration{{"*", ":"}, {"必填"}, {"注"}, {"年"}};
  for (const std::string_view header :
       {"***", "()()()", "((((", "))))", "1.1.1.", "2023-2023-2023", "(1)(2)(3)", "注1注1", "：：：", "(净)(小学)",
        "（净）（生均）（元）", "【净】[小学]", "((净)(小学))", "(a)(b", "(a)b(c)", "(2023年)(净)"}) {
    EXPECT_EQ(read(header), "none") << header;
    // Nothing that is taken off makes the name longer, and brackets do not go round.
    std::string name = junheng::normalised(header);
    const std::size_t most = name.size() + 4;
    std::size_t steps = 0;
    while (junheng::take_decoration(name, decoration) && steps < most)
      ++steps;
    EXPECT_LT(steps, most) << header;
  }
  EXPECT_EQ(read("(净)(小学)在校生数"), "pupils/primary ?");
  EXPECT_EQ(read(std::string(900, '*') + "在校生数"), "pupils");
  EXPECT_EQ(read(std::string(400, '(')), "none");
}

}  // namespace
