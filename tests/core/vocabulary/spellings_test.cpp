// SPDX-License-Identifier: MIT
//
// Headers, marks and answers as real tables write them (tests/made/forms/spellings.json, and the lists below): each is
// known for what it is.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "junheng/vocabulary.h"
#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

namespace {

const junheng::Vocabulary& words() {
  return test::library().vocabulary;
}

/// "pupils/primary", or "" where the header is no field.
std::string field_of(const std::string& header) {
  const auto match = words().match_header(header);
  if (!match) return {};
  return words().fields[match->field].id + (match->stage ? "/" + std::string(id_of(*match->stage)) : std::string());
}

TEST(Spellings, OfRealTablesAreTheFieldsTheyAre) {
  const auto file = test::Json::parse(test::source_file("tests/made/forms/spellings.json"));
  std::size_t checked = 0;
  for (const auto& one : file["headers"]) {
    if (one.contains("parents")) continue;
    const std::string expected = one["expect"].text() + (one.contains("stage") ? "/" + one["stage"].text() : "");
    EXPECT_EQ(field_of(one["spelling"].text()), expected) << one["spelling"].text();
    ++checked;
  }
  EXPECT_GT(checked, 300U);
}

// ---- words in cells ---------------------------------------------------------------------------------------------------------

struct Meant {
  const char* what;
  std::vector<const char*> words;
  std::string (*meaning)(std::string_view word);

  friend void PrintTo(const Meant& one, std::ostream* out) { *out << one.what; }
};

class WordsInCells : public testing::TestWithParam<Meant> {};

TEST_P(WordsInCells, MeanThat) {
  for (const char* const word : GetParam().words)
    EXPECT_EQ(GetParam().meaning(word), GetParam().what) << word;
}

std::string kind_of_row(std::string_view word) {
  if (words().is_note(word)) return "a note";
  if (words().row_words.of(word) == junheng::RowWord::statistic) return "a mean";
  return words().is_total(word) ? "a total" : "a school";
}

std::string answer(std::string_view word) {
  const auto flag = words().match_flag(word);
  return !flag ? "no answer" : *flag ? "yes" : "no";
}

std::string number(std::string_view word) {
  return words().is_missing_mark(word) ? "missing" : words().is_approximate(word) ? "not exact" : "a number";
}

std::string type(std::string_view word) {
  const auto found = words().match_type(word).type;
  return found ? words().types[*found].id : "no type";
}

std::string stage(std::string_view word) {
  const auto found = words().match_stage(word);
  return found ? std::string(id_of(*found)) : "no stage";
}

INSTANTIATE_TEST_SUITE_P(
    Rows, WordsInCells,
    testing::Values(Meant{"a total",
                          {"合计", "计", "总计", "小计", "共计", "总和", "全县", "全区", "全市", "全县合计", "全区合计",
                           "全县总计", "全区总计", "合计Total", "Total"},
                          kind_of_row},
                    Meant{"a mean", {"平均", "均值", "平均值", "全县平均值", "区县均值"}, kind_of_row},
                    Meant{"a note",
                          {"注：1.",   "注1",      "注释",     "说明：",   "备注：",   "填表人：",   "填报人",
                           "制表人",   "制表：",   "审核人",   "审核：",   "负责人",   "单位负责人", "统计负责人",
                           "联系人",   "联系电话", "填表日期", "填报日期", "报送日期", "报出日期",   "（盖章）",
                           "单位盖章", "数据来源", "资料来源", "Note: x"},
                          kind_of_row},
                    Meant{"a school", {"合计路小学", "第一小学", "育才学校"}, kind_of_row}),
    [](const auto& info) { return "Kind" + std::to_string(info.index); });

INSTANTIATE_TEST_SUITE_P(
    Answers, WordsInCells,
    testing::Values(Meant{"yes",
                          {"是", "有", "达标", "已达标", "符合", "合格", "满足", "达到", "已落实", "落实", "存在", "√",
                           "✓", "✔", "True", "YES", "y", "1"},
                          answer},
                    Meant{"no",
                          {"否",     "无",       "没有",   "不是",     "不存在", "未发现", "未发生", "不达标",
                           "未达标", "基本达标", "不符合", "基本符合", "不合格", "未达到", "未落实", "×",
                           "✗",      "✘",        "False",  "No",       "n",      "0"},
                          answer},
                    Meant{"no answer", {"也许", "2", "", "—"}, answer},
                    Meant{"missing",
                          {"—", "——", "-", "--", "－", "–", "―", "/", "、", "无", "空", "缺", "N/A", "NA", "NULL", "…",
                           "......"},
                          number},
                    Meant{"not exact",
                          {"约45",   "大约45", "近45", "将近45", "超过45", "不足45", "不到45", "≈45",
                           "~45",    ">45",    "<45",  "≥45",    "≤45",    "45左右", "45以上", "45以下",
                           "45以内", "45余",   "45多", "45+",    "45余人", "45多人", "45?"},
                          number},
                    Meant{"a number", {"45", "0", "45人", "四十五"}, number}),
    [](const auto& info) { return "Kind" + std::to_string(info.index); });

INSTANTIATE_TEST_SUITE_P(
    Schools, WordsInCells,
    testing::Values(
        Meant{"primary_school",
              {"小学", "单办小学", "完全小学", "完小", "中心小学", "中心校", "小学校区", "村小", "独立小学", "普通小学",
               "小学部", "primary", "primary school"},
              type},
        Meant{"middle_school",
              {"初中", "初级中学", "单办初中", "独立初中", "普通初中", "初中校", "初中校区", "初中部", "middle",
               "middle school", "junior middle school"},
              type},
        Meant{"nine_year",
              {"九年一贯制学校", "九年一贯制", "九年制学校", "九年制", "九年一贯", "9年一贯制", "9年一贯制学校", "九年",
               "一贯制学校", "一贯制", "nine-year", "nine-year school"},
              type},
        Meant{"twelve_year",
              {"十二年一贯制学校", "十二年一贯制", "十二年制学校", "十二年制", "十二年一贯", "12年一贯制",
               "12年一贯制学校", "十二年", "twelve-year", "twelve-year school"},
              type},
        Meant{"complete_secondary",
              {"完全中学", "完中", "高完中", "完中校", "complete secondary", "complete secondary school"},
              type},
        Meant{"teaching_point",
              {"教学点", "小学教学点", "校点", "村小(教学点)", "村小教学点", "教学班点", "teaching point"},
              type},
        Meant{"special_education",
              {"特殊教育学校", "特殊教育", "特教", "特教学校", "特校", "special education", "special-education school"},
              type},
        Meant{"vocational",
              {"职业学校", "职业中学", "职中", "职业高中", "职高", "中等职业学校", "中职", "职业初中", "职业教育中心",
               "职教中心", "vocational", "vocational school"},
              type},
        Meant{
            "senior_school", {"高级中学", "高中", "普通高中", "独立高中", "单办高中", "senior", "senior school"}, type},
        Meant{"kindergarten", {"幼儿园", "学前班", "kindergarten"}, type},
        Meant{"primary", {"小学", "小学部", "小学段", "小学阶段", "Primary"}, stage},
        Meant{"middle", {"初中", "初中部", "初中段", "初中阶段", "Middle"}, stage},
        Meant{"senior", {"高中", "高中部", "高中段", "高中阶段", "普通高中", "Senior"}, stage},
        Meant{"no stage", {"幼儿园", "中学", "学段"}, stage}),
    [](const auto& info) { return "Kind" + std::to_string(info.index); });

// ---- units ------------------------------------------------------------------------------------------------------------------

struct Unit {
  const char* field;
  std::vector<const char*> names;
  const char* of_three;  ///< what 3 of it are in the field's own unit

  friend void PrintTo(const Unit& one, std::ostream* out) { *out << one.names.front() << " of " << one.field; }
};

class UnitNames : public testing::TestWithParam<Unit> {};

TEST_P(UnitNames, AreConvertedExactly) {
  const junheng::Field& field = words().fields[*words().field(GetParam().field)];
  for (const char* const name : GetParam().names) {
    const auto conversion = words().match_unit(field, name);
    ASSERT_TRUE(conversion.has_value()) << name;
    const auto value = converted({3, 0}, *conversion);
    ASSERT_TRUE(value.has_value()) << name;
    EXPECT_EQ(to_text(*value), GetParam().of_three) << name;
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, UnitNames,
    testing::Values(Unit{"pupils", {"人", "名", "个", "人次", "位"}, "3"}, Unit{"pupils", {"万人"}, "30000"},
                    Unit{"sports_area", {"㎡", "m2", "m²", "平方米", "平米", "平方"}, "3"},
                    Unit{"sports_area", {"万㎡", "万m2", "万平方米", "公顷", "ha"}, "30000"},
                    Unit{"sports_area", {"亩"}, "2000"}, Unit{"equipment_value", {"元"}, "3"},
                    Unit{"equipment_value", {"千元"}, "3000"}, Unit{"equipment_value", {"万元", "万"}, "30000"},
                    Unit{"equipment_value", {"亿元", "亿"}, "300000000"}, Unit{"trained_rate", {"%", "百分比"}, "3"},
                    Unit{"multimedia_rooms", {"间", "个"}, "3"}, Unit{"computers", {"台"}, "3"},
                    Unit{"books", {"册", "本"}, "3"}, Unit{"books", {"万册"}, "30000"},
                    Unit{"classes", {"个", "班", "个班"}, "3"}, Unit{"schools_meeting", {"所", "个", "校"}, "3"},
                    Unit{"survey_valid", {"份", "张"}, "3"}, Unit{"government_score", {"分"}, "3"},
                    Unit{"year", {"年", "年度"}, "3"}),
    [](const auto& info) { return "Unit" + std::to_string(info.index); });

TEST(UnitOfAnotherMeasure, IsNone) {
  const auto unit = [](const char* field, const char* name) {
    return words().match_unit(words().fields[*words().field(field)], name).has_value();
  };
  EXPECT_FALSE(unit("pupils", "元"));
  EXPECT_FALSE(unit("sports_area", "万元"));
  EXPECT_FALSE(unit("equipment_value", "亩"));
  EXPECT_FALSE(unit("books", "间"));
}

}  // namespace
