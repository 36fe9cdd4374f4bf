// SPDX-License-Identifier: MIT
#include "junheng/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using junheng::Stage;

namespace {

const junheng::Vocabulary& words() {
  return test::library().vocabulary;
}

std::string field_of(std::string_view header) {
  const auto match = words().match_header(header);
  return match ? words().fields[match->field].id : std::string("(none)");
}

std::string type_of(std::optional<std::uint16_t> type) {
  return type ? words().types[*type].id : std::string("(none)");
}

std::string type_of(const junheng::TypeWord& word) {
  return type_of(word.type);
}

TEST(Vocabulary, EveryNameOfEveryFieldMeansThatField) {
  const auto data = test::Json::parse(test::source_file("core/standards/vocabulary.json"));
  ASSERT_TRUE(data.is_object());
  std::size_t names = 0;
  for (const auto& field : data["fields"]) {
    for (const auto& name : field["names"]) {
      EXPECT_EQ(field_of(name.text()), field["id"].text()) << name;
      ++names;
    }
  }
  EXPECT_GT(names, 150U);
}

TEST(Vocabulary, EveryNameOfEveryTypeMeansThatTypeAndNoName) {
  const auto data = test::Json::parse(test::source_file("core/standards/vocabulary.json"));
  ASSERT_TRUE(data.is_object());
  for (const auto& type : data["types"]) {
    for (const auto& name : type["names"]) {
      EXPECT_EQ(type_of(words().match_type(name.text())), type["id"].text()) << name;
    }
  }
}

TEST(Vocabulary, IdsAreUnique) {
  std::set<std::string> ids;
  for (const auto& field : words().fields)
    EXPECT_TRUE(ids.insert(field.id).second) << field.id;
  std::set<std::string> types;
  for (const auto& type : words().types)
    EXPECT_TRUE(types.insert(type.id).second) << type.id;
  for (const auto& field : words().fields)
    EXPECT_EQ(words().fields[words().field(field.id).value_or(0xFFFF)].id, field.id);
  EXPECT_EQ(words().field("no_such_field"), std::nullopt);
  EXPECT_EQ(words().type("no_such_type"), std::nullopt);
}

struct Header {
  const char* cell;
  const char* field;
  std::optional<Stage> stage;
  int shift;
};

TEST(Vocabulary, HeadersAsTheyStandInRealTables) {
  const Header headers[] = {
      {"在校生数", "pupils", std::nullopt, 0},
      {"在校生数（人）", "pupils", std::nullopt, 0},
      {"在 校 生 数", "pupils", std::nullopt, 0},
      {"在校生数(小学)", "pupils", Stage::primary, 0},
      {"初中在校生数", "pupils", Stage::middle, 0},
      {"高中在校生数(人)", "pupils", Stage::senior, 0},
      {"在校生数（初中）", "pupils", Stage::middle, 0},
      {"小学学生人数", "pupils", Stage::primary, 0},
      {"县级以上骨干教师(小学)", "backbone_teachers", Stage::primary, 0},
      {"县级以上骨干教师(高中)", "backbone_teachers", Stage::senior, 0},
      {"初中骨干教师数", "backbone_teachers", Stage::middle, 0},
      {"体育、艺术(美术、音乐)专任教师数", "sports_arts_teachers", std::nullopt, 0},
      {"体育、艺术（美术、音乐）专任教师数", "sports_arts_teachers", std::nullopt, 0},
      {"体育、艺术 (美术、音乐)专任教师数", "sports_arts_teachers", std::nullopt, 0},
      {"教学仪器设备资产值(万元)", "equipment_value", std::nullopt, 4},
      {"教学仪器设备资产值（账面原值）", "equipment_value", std::nullopt, 0},
      {"教学仪器设备值(元)", "equipment_value", std::nullopt, 0},
      {"教学及辅助用房面积（ ㎡）", "teaching_area", std::nullopt, 0},
      {"教学及辅助用房面积(M2)", "teaching_area", std::nullopt, 0},
      {"教学及辅助用房(计)", "teaching_area", std::nullopt, 0},
      {"教学及辅助用房面积(净)", "teaching_area_net", std::nullopt, 0},
      {"运动场地面积（平方米）", "sports_ground_area", std::nullopt, 0},
      {"体育运动场馆面积(万平方米)", "sports_area", std::nullopt, 4},
      {"图书 (册)", "books", std::nullopt, 0},
      {"学校名称", "school", std::nullopt, 0},
      {"单 位", "school", std::nullopt, 0},
      {"学段", "stage", std::nullopt, 0},
      {"统计三级", "county", std::nullopt, 0},
      {"ＳＣＨＯＯＬ", "school", std::nullopt, 0},
  };
  for (const Header& each : headers) {
    const auto match = words().match_header(each.cell);
    ASSERT_TRUE(match.has_value()) << each.cell;
    EXPECT_EQ(words().fields[match->field].id, each.field) << each.cell;
    EXPECT_EQ(match->stage, each.stage) << each.cell;
    EXPECT_EQ(match->conversion.shift, each.shift) << each.cell;
    EXPECT_FALSE(match->unit_unknown) << each.cell;
  }
}

TEST(Vocabulary, WhatIsNoFieldStaysNone) {
  for (const char* header : {"备注", "序号", "", "()", "（）", "小学"}) {
    EXPECT_EQ(field_of(header), "(none)") << header;
  }
}

/// A value per pupil is not a resource: taking it for one would give a number without meaning.
TEST(Vocabulary, PerPupilColumnsAreFieldsOfTheirOwn) {
  EXPECT_EQ(field_of("生均教学及辅助用房面积（㎡）"), "per_teaching_area");
  EXPECT_EQ(field_of("生均教学仪器设备值(元)"), "per_equipment_value");
  EXPECT_EQ(field_of("每百名学生拥有网络多媒体教室数"), "per_multimedia_rooms");
  EXPECT_EQ(field_of("生均图书册数"), "per_books");
}

TEST(Vocabulary, AnUnknownUnitIsNotOverlooked) {
  for (const char* header : {"教学仪器设备值(斤)", "在校生数(万元)", "教学及辅助用房面积(间)"}) {
    const auto match = words().match_header(header);
    ASSERT_TRUE(match.has_value()) << header;
    EXPECT_TRUE(match->unit_unknown) << header;
  }
}

TEST(Vocabulary, TypesStagesMarksAndTotals) {
  EXPECT_EQ(type_of(words().match_type("十  二  年   一   贯 制 学 校")), "twelve_year");
  EXPECT_EQ(type_of(words().match_type("一贯 制学 校")), "nine_year");
  EXPECT_EQ(type_of(words().match_type("村小（教学点）")), "teaching_point");
  EXPECT_EQ(type_of(words().match_type("研究所")), "(none)");
  EXPECT_EQ(words().match_stage("小学"), Stage::primary);
  EXPECT_EQ(words().match_stage("初 中"), Stage::middle);
  EXPECT_EQ(words().match_stage("大学"), std::nullopt);
  EXPECT_TRUE(words().is_missing_mark("—"));
  EXPECT_TRUE(words().is_missing_mark("Ｎ／Ａ"));
  EXPECT_FALSE(words().is_missing_mark("0"));
  EXPECT_FALSE(words().is_missing_mark(""));
  EXPECT_TRUE(words().is_total("全县 总计"));
  EXPECT_TRUE(words().is_total("总 计"));
  EXPECT_FALSE(words().is_total("合计小学"));
}

TEST(Vocabulary, TypesThatASchoolsNameTells) {
  EXPECT_EQ(type_of(words().type_in_name("育才小学")), "primary_school");
  EXPECT_EQ(type_of(words().type_in_name("清溪九年一贯制学校")), "nine_year");
  EXPECT_EQ(type_of(words().type_in_name("东风十二年一贯制学校")), "twelve_year");
  EXPECT_EQ(type_of(words().type_in_name("第三初级中学")), "middle_school");
  EXPECT_EQ(type_of(words().type_in_name("石桥小学王家教学点")), "teaching_point");
  EXPECT_EQ(type_of(words().type_in_name("第一中学")), "(none)") << "may be a middle or a complete secondary school";
  EXPECT_EQ(type_of(words().type_in_name("实验学校")), "(none)");
}

TEST(Vocabulary, NormalisedForm) {
  EXPECT_EQ(junheng::normalised(" 在 校　生数 "), "在校生数");
  EXPECT_EQ(junheng::normalised("（ＡＢＣ１２３）"), "(abc123)");
  EXPECT_EQ(junheng::normalised("School Name"), "schoolname");
  EXPECT_EQ(junheng::normalised("在校\n生数"), "在校生数");
  const std::string once = junheng::normalised("体育、艺术（美术、音乐）专任教师数 [Ｍ２]");
  EXPECT_EQ(junheng::normalised(once), once) << "normalising twice changes nothing";
}

}  // namespace
