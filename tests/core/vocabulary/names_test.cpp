// SPDX-License-Identifier: MIT
//
// Names as tables and documents write them. A stage before a name makes it the field of that stage, where the field has
// stages and the name has none of its own.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "junheng/vocabulary.h"
#include "support/outcome.h"

namespace {

const junheng::Vocabulary& words() {
  return test::library().vocabulary;
}

std::string field_of(const std::string& header) {
  const auto match = words().match_header(header);
  if (!match) return {};
  return words().fields[match->field].id + (match->stage ? "/" + std::string(id_of(*match->stage)) : std::string());
}

TEST(StageBefore, ANameThatHasAStageTakesNoOther) {
  EXPECT_EQ(field_of("超过50人的初中班级"), "oversized_classes/middle");
  EXPECT_EQ(field_of("超过45人的小学班级"), "oversized_classes/primary");
  for (const char* two : {"小学超过50人的初中班级", "初中超过45人的小学班级", "小学超过45人的小学班级"})
    EXPECT_EQ(field_of(two), "") << two;
  EXPECT_EQ(field_of("小学班额超标班级数"), "oversized_classes/primary");
}

/// 初中是否2010年及之前规划并建成 is no answer about the school, and nobody knows of what else.
TEST(StageBefore, AFieldWithoutStagesTakesNone) {
  std::size_t tried = 0;
  for (const junheng::Field& field : words().fields) {
    if (field.staged) continue;
    ++tried;
    for (const char* stage : {"小学", "初中"}) {
      const std::string found = field_of(stage + field.label.zh);
      EXPECT_NE(found, field.id + (stage == std::string("小学") ? "/primary" : "/middle")) << field.label.zh;
    }
  }
  EXPECT_GT(tried, 20U);
}

/// As forms and tables of counties name it.
TEST(Names, ClassesAboveTheLimitByEveryName) {
  for (const char* name : {"超标班额班级数", "大班额班级数", "大班额数", "超班额班级数", "班额超标班级数",
                           "超过标准班额的班级数", "超标班级数"})
    EXPECT_EQ(field_of(name), "oversized_classes") << name;
}

/// 专科 is written 大专 too, and teachers are counted by many words.
TEST(Names, TeachersByDegree) {
  const std::pair<const char*, const char*> degrees[] = {{"专科", "associate_teachers"},
                                                         {"大专", "associate_teachers"},
                                                         {"本科", "bachelor_teachers"},
                                                         {"硕士", "master_teachers"},
                                                         {"硕士研究生", "master_teachers"}};
  for (const auto& [degree, field] : degrees) {
    for (const char* counted : {"", "学历教师人数", "学历专任教师数"}) {
      EXPECT_EQ(field_of(std::string(degree) + counted), field);
      EXPECT_EQ(field_of(std::string("小学") + degree + counted), std::string(field) + "/primary");
    }
  }
}

/// The fact that a line of this name is.
std::string fact_of(const std::string& name) {
  const auto outcome = test::Outcome::of_facts(name + "\t2015");
  const auto& counties = outcome.result.facts.counties;
  return counties.size() == 1 && counties[0].facts.size() == 1 ? counties[0].facts[0].key : std::string();
}

/// As documents name them.
TEST(Names, FactsByEveryName) {
  for (const char* name : {"生均公用经费基准定额", "生均公用经费定额", "生均公用经费标准", "规定的生均公用经费标准",
                           "规定的生均公用经费基准定额"})
    EXPECT_EQ(fact_of(name), "quota") << name;
  for (const char* name : {"通过基本均衡国家认定的年份", "通过基本均衡认定的年份", "基本均衡认定年份",
                           "通过国家基本均衡认定年份", "基本均衡发展县认定年份", "通过义务教育基本均衡认定的年份"})
    EXPECT_EQ(fact_of(name), "basic_balance_year") << name;
  for (const char* name :
       {"优质高中招生名额分配比例", "全县优质高中招生名额分配比例", "优质高中名额分配比例", "优质高中招生指标到校比例"})
    EXPECT_EQ(fact_of(name), "quality_rate") << name;
  for (const char* name : {"通过基本均衡国家认定以来的年数", "基本均衡认定年限", "通过基本均衡认定以来的年数"})
    EXPECT_EQ(fact_of(name), "basic_balance_years") << name;
}

/// Forms that are valid, as the tables of surveys head them.
TEST(Names, ColumnsOfSurveys) {
  for (const char* valid :
       {"有效回收", "有效份数", "有效问卷", "回收有效问卷数", "其中：回收有效问卷数", "其中:回收有效问卷数"}) {
    const auto outcome = test::Outcome::of_facts(std::string("调查对象\t发放问卷数\t") + valid +
                                                 "\t其中：满意问卷数\n家长\t100\t90\t81\n");
    ASSERT_EQ(outcome.result.facts.counties.size(), 1U) << valid;
    EXPECT_NE(outcome.result.facts.counties[0].find("survey_valid_parents"), nullptr) << valid;
    EXPECT_NE(outcome.result.facts.counties[0].find("survey_satisfied_parents"), nullptr) << valid;
  }
}

}  // namespace
