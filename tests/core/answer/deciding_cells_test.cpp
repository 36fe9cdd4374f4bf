// SPDX-License-Identifier: MIT
//
// The explanation of a school that is unknown lists the cells that would decide: those of the quantity, those of a
// condition that is open, those of rooms that would count; each with its place in the table.
#include <gtest/gtest.h>

#include <string>

#include "support/json.h"
#include "support/outcome.h"

using test::Json;
using test::Outcome;

namespace {

/// "field@row=value, …" of the cells of the first subject that was judged; "?" for no value.
std::string cells(const Outcome& outcome, const std::string& item, const std::string& check) {
  const Json result = Json::parse(outcome.json());
  for (const Json& part : result["counties"][0]["parts"]) {
    for (const Json& one : part["items"]) {
      if (one["id"] != item.c_str()) continue;
      for (const Json& each : one["checks"]) {
        if (each["id"] != check.c_str() || each["judged"].empty()) continue;
        std::string text = each["judged"][0]["verdict"].text() + ":";
        for (const Json& cell : each["judged"][0]["cells"]) {
          text += " " + cell["field"].text();
          if (cell["row"].is_number()) text += "@" + std::to_string(static_cast<int>(cell["row"].number()));
          text += "=" + (cell["value"].is_null() ? "?" : cell["value"].text());
        }
        return text;
      }
    }
  }
  return "nothing judged";
}

std::string size_of(const std::string& row) {
  return cells(
      Outcome("学校名称\t学校类型\t在校生数\t进城务工人员随迁子女在校生人数\t是否2010年及之前规划并建成\n" + row), "G4",
      "size");
}

TEST(DecidingCells, OfAnExemptionThatIsOpen) {
  EXPECT_EQ(size_of("甲\t小学\t2100\t\t否\n"), "unknown: pupils=2100 migrant_pupils@2=?");
  EXPECT_EQ(size_of("乙\t小学\t900\t1\t否\n甲\t小学\t2100\t\t否\n"), "unknown: pupils=2100 migrant_pupils@3=?");
  EXPECT_EQ(size_of("甲\t小学\t2100\t—\t\n"), "unknown: pupils=2100 migrant_pupils@2=?")
      << "a flag that nobody set decides nothing";
}

TEST(DecidingCells, OnlyWhereTheyWouldDecide) {
  EXPECT_EQ(size_of("甲\t小学\t2401\t\t否\n"), "fail: pupils=2401") << "above the limit of any exemption";
  EXPECT_EQ(size_of("甲\t小学\t2100\t10\t否\n"), "fail: pupils=2100") << "and not of one that does not hold";
  EXPECT_EQ(size_of("甲\t小学\t\t\t否\n乙\t小学\t900\t1\t否\n"), "unknown: pupils=? migrant_pupils@2=?")
      << "pupils once, though conditions ask for them too";
}

std::string rooms_of(const std::string& row) {
  return cells(Outcome("学校名称\t学校类型\t在校生数\t班级总数\t单间面积≥96㎡的音乐教室间数\t"
                       "73㎡≤单间面积＜96㎡的音乐教室间数\t是否2016年及之前规划并建成\n" +
                       row),
               "G3", "music");
}

TEST(DecidingCells, OfRoomsThatWouldCount) {
  EXPECT_EQ(rooms_of("甲\t小学\t500\t13\t1\t\t是\n"), "unknown: music_rooms_96@2=1 music_rooms_73@2=? classes@2=13");
  EXPECT_EQ(rooms_of("甲\t小学\t500\t13\t1\t\t否\n"), "fail: music_rooms_96@2=1 classes@2=13");
  EXPECT_EQ(rooms_of("甲\t小学\t500\t\t1\t0\t否\n"), "unknown: music_rooms_96@2=1 classes@2=?");
}

}  // namespace
