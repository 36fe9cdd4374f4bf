// SPDX-License-Identifier: MIT
//
// What was found of a check, in whole sentences: every shape of it, in both languages.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>

#include "junheng/finding.h"
#include "support/outcome.h"

using test::Outcome;

namespace {

std::string finding(const Outcome& outcome, const char* item_id, const char* check_id, junheng::Language language) {
  const junheng::Item* const item = outcome.rule_of(item_id);
  if (item == nullptr) return "no such item";
  for (std::size_t i = 0; i < item->checks.size(); ++i) {
    if (item->checks[i].id != check_id) continue;
    return junheng::finding(test::library().words(language), *item, item->checks[i], outcome.check(item_id, check_id),
                            outcome.result);
  }
  return "no such check";
}

struct Said {
  const char* what;
  std::function<Outcome()> of;
  const char* item;
  const char* check;
  const char* zh;
  const char* en;

  friend void PrintTo(const Said& one, std::ostream* out) { *out << one.what; }
};

class Finding : public testing::TestWithParam<Said> {};

TEST_P(Finding, IsThisSentence) {
  const Said& one = GetParam();
  const Outcome outcome = one.of();
  EXPECT_EQ(finding(outcome, one.item, one.check, junheng::Language::zh), one.zh);
  EXPECT_EQ(finding(outcome, one.item, one.check, junheng::Language::en), one.en);
}

auto facts(const char* text) {
  return [text] { return Outcome::of_facts(text); };
}

/// Rows below the columns of size: name, pupils.
auto sizes(const char* rows) {
  return [rows] { return Outcome(std::string("学校名称\t学校类型\t在校生数\n") + rows); };
}

auto classes(const char* rows) {
  return [rows] { return Outcome(std::string("学校名称\t学校类型\t在校生数\t超标班级数\n") + rows); };
}

/// And children of migrant workers.
auto migrants(const char* rows) {
  return
      [rows] { return Outcome(std::string("学校名称\t学校类型\t在校生数\t进城务工人员随迁子女在校生人数\n") + rows); };
}

/// Classes, music rooms of 96 m², of 73 m², built by 2016.
auto rooms(const char* rows) {
  return [rows] {
    return Outcome(std::string("学校名称\t学校类型\t在校生数\t班级总数\t单间面积≥96㎡的音乐教室间数\t"
                               "73㎡≤单间面积＜96㎡的音乐教室间数\t是否2016年及之前规划并建成\n") +
                   rows);
  };
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, Finding,
    testing::Values(
        Said{"stated as yes", facts("G1\t是"), "G1", "planning", "学校布局：自评为是",
             "Location of schools: stated as yes"},
        Said{"stated as no", facts("G1\t否"), "G1", "planning", "学校布局：自评为否",
             "Location of schools: stated as no"},
        Said{"not stated", facts("G2\t是"), "G1", "planning", "学校布局：未说明", "Location of schools: not stated"},
        Said{"not given", facts("G2\t是"), "G11", "exchange", "交流轮岗比例：没有数据", "Share exchanged: no data"},
        Said{"a share that passes", facts("exchanged_teachers\t174\neligible_teachers\t598"), "G11", "exchange",
             "交流轮岗比例：29.10 %，要求不低于 10 %", "Share exchanged: 29.10 %, required: at least 10 %"},
        Said{"a share that fails", facts("exchanged_teachers\t47\neligible_teachers\t598"), "G11", "exchange",
             "交流轮岗比例：7.86 %，要求不低于 10 %", "Share exchanged: 7.86 %, required: at least 10 %"},
        Said{"half of the numbers", facts("exchanged_teachers\t47"), "G11", "exchange",
             "交流轮岗比例：数据不足（缺符合交流轮岗条件教师总数），要求不低于 10 %",
             "Share exchanged: unknown (lacking Teachers eligible for exchange), required: at least 10 %"},
        Said{"an amount", facts("special_per_pupil\t5800"), "G7", "special",
             "特教生均公用经费：5800，要求不低于 "
             "6000（办法原文为6000元；特殊教育生均公用经费补助标准自2025年春季起为7000元）",
             "Funds per pupil: 5800, required: at least 6000 (the rule says 6000 yuan; the subsidy standard is 7000 "
             "since spring 2025)"},
        Said{"a ratio of pay is no percentage of people", facts("teacher_pay\t157386\ncivil_servant_pay\t134502"), "G8",
             "pay", "教师与公务员工资之比：117.01 %，要求不低于 100 %",
             "Pay against civil servants: 117.01 %, required: at least 100 %"},
        Said{"more people than there are", facts("trained_teachers\t2153\nfull_time_teachers\t2152"), "G9", "trained",
             "培训完成率：100.05 %（超过 100 %，请核对），要求不低于 100 %；所填的数互相矛盾或不可能，更正前不判",
             "Teachers trained: 100.05 % (above 100 %: please check), required: at least 100 %; the numbers contradict "
             "each other or cannot be, not judged until they are corrected"},
        Said{"exactly all of them", facts("trained_teachers\t2152\nfull_time_teachers\t2152"), "G9", "trained",
             "培训完成率：100.00 %，要求不低于 100 %", "Teachers trained: 100.00 %, required: at least 100 %"},
        Said{"nobody to ask for", facts("small_schools\t0\nsmall_schools_funded\t0"), "G6", "small",
             "按100名核定的比例：没有这样的对象，要求不低于 100 %",
             "Share funded as for 100: there are none, required: at least 100 %"},
        Said{"both stages", facts("小学语文学业水平\t3\n初中语文学业水平\t4"), "Q9", "level_chinese",
             "语文学业水平：小学 3、初中 4，要求不低于 3",
             "Chinese, level: Primary 3, Middle school 4, required: at least 3"},
        Said{"only the stage that fails", facts("小学就近划片入学比例\t99%\n初中就近划片入学比例\t96%"), "G13", "near",
             "就近划片入学比例：小学 99.00 %，要求不低于 100 %",
             "Share enrolled nearby: Primary 99.00 %, required: at least 100 %"},
        Said{"one school that is too large", sizes("甲\t小学\t2001\n乙\t小学\t2000\n"), "G4", "size",
             "义务教育阶段学生数：1 所学校不符合（甲），要求不超过 2000",
             "Pupils of the compulsory stages: 1 schools do not comply (甲), required: at most 2000"},
        Said{"two of them", sizes("甲\t小学\t2001\n乙\t小学\t2000\n丙\t小学\t2002\n"), "G4", "size",
             "义务教育阶段学生数：2 所学校不符合（甲、丙），要求不超过 2000",
             "Pupils of the compulsory stages: 2 schools do not comply (甲, 丙), required: at most 2000"},
        Said{"more than are named", sizes("甲\t小学\t2001\n丙\t小学\t2002\n丁\t小学\t2003\n"), "G4", "size",
             "义务教育阶段学生数：3 所学校不符合（甲、丙等），要求不超过 2000",
             "Pupils of the compulsory stages: 3 schools do not comply (甲, 丙, …), required: at most 2000"},
        Said{"the first that fails has another limit", sizes("甲\t九年一贯制\t\n乙\t小学\t2001\n"), "G4", "size",
             "义务教育阶段学生数：1 所学校不符合（乙），要求不超过 2000；1 所数据不足：甲缺在校生数",
             "Pupils of the compulsory stages: 1 schools do not comply (乙), required: at most 2000; 1 schools without "
             "data: 甲 lacks Pupils"},
        Said{"all schools comply", sizes("甲\t小学\t2000\n乙\t小学\t1999\n"), "G4", "size",
             "义务教育阶段学生数：已核 2 个，数据不足 0 个",
             "Pupils of the compulsory stages: 2 checked, 0 without data"},
        Said{"one school is not known", sizes("甲\t小学\t2000\n乙\t小学\t\n"), "G4", "size",
             "义务教育阶段学生数：已核 1 个，数据不足 1 个：乙缺在校生数",
             "Pupils of the compulsory stages: 1 checked, 1 without data: 乙 lacks Pupils"},
        Said{"of an exemption, what would decide", migrants("甲\t小学\t2100\t\n乙\t小学\t900\t1\n"), "G4", "size",
             "义务教育阶段学生数：已核 1 个，数据不足 1 个：甲缺进城务工人员随迁子女在校生人数",
             "Pupils of the compulsory stages: 1 checked, 1 without data: 甲 lacks Children of migrant workers"},
        Said{"one that fails beside one that is not known", migrants("甲\t小学\t2100\t\n乙\t小学\t2100\t1\n"), "G4",
             "size",
             "义务教育阶段学生数：1 所学校不符合（乙），要求不超过 2000；1 "
             "所数据不足：甲缺进城务工人员随迁子女在校生人数",
             "Pupils of the compulsory stages: 1 schools do not comply (乙), required: at most 2000; 1 schools without "
             "data: 甲 lacks Children of migrant workers"},
        Said{"a class that is blank", classes("甲\t小学\t500\t\n乙\t初中\t500\t0\n"), "G5", "classes",
             "超标班额：已核 1 个，数据不足 1 个：甲缺超标班额班级数",
             "Classes above the limit: 1 checked, 1 without data: 甲 lacks Classes above the limit"},
        Said{"a room of an older size that is blank",
             rooms("甲\t小学\t500\t13\t1\t\t是\n乙\t小学\t500\t12\t1\t0\t否\n"), "G3", "music",
             "每12班音乐教室：已核 1 个，数据不足 1 个：甲缺73㎡≤单间面积<96㎡的音乐教室间数",
             "Music rooms per 12 classes: 1 checked, 1 without data: 甲 lacks Music rooms of 73 to below 96 m²"},
        Said{"nothing to divide by", rooms("甲\t小学\t500\t0\t1\t0\t否\n乙\t小学\t500\t12\t1\t0\t否\n"), "G3", "music",
             "每12班音乐教室：已核 1 个，数据不足 1 个：甲的班级数为 0",
             "Music rooms per 12 classes: 1 checked, 1 without data: Classes of 甲: 0"},
        Said{"stages with limits of their own", facts("小学就近划片入学比例\t100%\n初中就近划片入学比例\t96%"), "G13",
             "near", "就近划片入学比例：小学 100.00 %，要求不低于 100 %；初中 96.00 %，要求不低于 95 %",
             "Share enrolled nearby: Primary 100.00 %, required: at least 100 %; Middle school 96.00 %, required: at "
             "least 95 %"},
        Said{"the second stage fails by its own limit", facts("小学就近划片入学比例\t100%\n初中就近划片入学比例\t94%"),
             "G13", "near", "就近划片入学比例：初中 94.00 %，要求不低于 95 %",
             "Share enrolled nearby: Middle school 94.00 %, required: at least 95 %"},
        Said{"stages of schools", classes("甲\t小学\t500\t1\n乙\t初中\t500\t0\n"), "G5", "classes",
             "超标班额：1 个评估单元不符合（甲），要求不超过 0",
             "Classes above the limit: 1 evaluation units do not comply (甲), required: at most 0"},
        Said{"years that fail", facts("项目\t2010\t2011\t2012\n教师年平均工资收入\t5\t4\t6"), "three_growths", "pay",
             "教师工资：2011 4，要求逐年提高", "Pay of teachers: 2011 4, required: rising every year"},
        Said{"years that pass", facts("项目\t2009\t2010\t2011\t2012\n教师年平均工资收入\t3\t4\t5\t6"), "three_growths",
             "pay", "教师工资：2010 4、2011 5、2012 6，要求逐年提高",
             "Pay of teachers: 2010 4, 2011 5, 2012 6, required: rising every year"},
        Said{"a year too few", facts("项目\t2010\t2011\t2012\n教师年平均工资收入\t4\t5\t6"), "three_growths", "pay",
             "教师工资：2011 5、2012 6、须有连续 3 年的比较，只有 2 年，要求逐年提高",
             "Pay of teachers: 2011 5, 2012 6, 3 years are to be compared, there are 2, required: rising every year"}),
    [](const auto& info) { return "Shape" + std::to_string(info.index); });

}  // namespace
