// SPDX-License-Identifier: MIT
//
// Which rows are the header, and which way the table stands: what makes the whole of it agree, not one word in a cell.
#include "layout/header_band.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::QuestionKind;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

std::string lines(const char* row, int count) {
  std::string text;
  for (int i = 1; i <= count; ++i) {
    text += "第" + std::to_string(i) + "小学" + row;
  }
  return text;
}

TEST(Direction, ACellThatIsTheNameOfAFieldInEveryRowIsData) {
  std::string text = "学校代码\t学校名称\t区县名称\t区县类型\t学校类型\t学生数\n";
  for (int i = 1; i <= 11; ++i)
    text += std::to_string(100 + i) + "\t第" + std::to_string(i) + "小学\t云岭县\t县\t小学\t" +
            std::to_string(190 + i) + "\n";
  Found found(text);
  EXPECT_FALSE(found.layout.sheets.front().transposed);
  EXPECT_EQ(found.fields(), "code school county - type pupils");
  EXPECT_EQ(found.rows().size(), 11U);
}

class NamesAsData : public testing::TestWithParam<const char*> {};

TEST_P(NamesAsData, TurnNoTable) {
  Found found("学校名称\t最高学历\t类别\t在校生数\t图书册数\n" + std::string(GetParam()));
  EXPECT_FALSE(found.layout.sheets.front().transposed);
  EXPECT_EQ(found.fields(), "school - type pupils books");
  EXPECT_TRUE(found.layout.questions.empty());
  EXPECT_EQ(found.rows().size(), 4U);
}

INSTANTIATE_TEST_SUITE_P(
    Each, NamesAsData,
    testing::Values(
        "松柏小学\t本科\t小学\t300\t6000\n柳溪小学\t专科\t小学\t200\t3000\n桃园小学\t硕士\t小学\t500\t12500\n梅园小学\t"
        "博士\t小学\t50\t900\n",
        "松柏小学\t学校\t小学\t300\t6000\n柳溪小学\t校名\t小学\t200\t3000\n桃园小学\t单位\t小学\t500\t12500\n梅园小学\t"
        "学校\t小学\t50\t900\n",
        "学校\t县\t小学\t300\t6000\n县\t区\t小学\t200\t3000\n省\t省级\t小学\t500\t12500\n类型\t学段\t小学\t50\t900\n"));

TEST(Direction, AHeaderThatAPersonChoseStandsInRows) {
  const std::string text = "学校名称\t甲校\t乙校\n学校类型\t小学\t初中\n在校生数\t45\t37\n图书册数\t9\t8\n";
  junheng::TableChoices choices;
  choices.header_first = {0, 1};
  choices.header_last = 1;
  Found found(text, choices);
  EXPECT_FALSE(found.layout.sheets.front().transposed);
  EXPECT_EQ(found.rows().size(), 3U);
}

/// Four fields below each other and three beside each other, with numbers wherever they belong.
const std::string kBoth =
    "学校名称\t在校生数\t图书册数\t班级数\n在校生数\t300\t6000\t8\n图书册数\t200\t3000\t6\n计算机台数\t500\t12500\t12"
    "\n";

TEST(Direction, WhereBothReadingsAreNearItIsAsked) {
  Found open(kBoth);
  ASSERT_EQ(open.layout.questions.size(), 1U);
  EXPECT_EQ(open.layout.questions.front().kind, QuestionKind::direction);
  ASSERT_EQ(open.layout.questions.front().options.size(), 2U);
  EXPECT_EQ(open.layout.questions.front().options[0].sample, "在校生数、图书册数、计算机台数");
  EXPECT_EQ(open.layout.questions.front().options[1].sample, "在校生数、图书册数、班级数");
  EXPECT_EQ(open.count(IssueCode::question_open), 1U);
  EXPECT_TRUE(open.rows().empty());
  junheng::TableChoices choices;
  choices.answers.push_back({QuestionKind::direction, {}, "columns"});
  Found columns(kBoth, choices);
  EXPECT_TRUE(columns.layout.sheets.front().transposed);
  EXPECT_EQ(columns.fields(), "school pupils books computers");
  EXPECT_EQ(columns.count(IssueCode::question_open), 0U);
  choices.answers.front().option = "rows";
  Found rows(kBoth, choices);
  EXPECT_EQ(rows.fields(), "school pupils books classes");
  EXPECT_EQ(rows.rows().size(), 3U);
}

TEST(OneName, UnderATitleIsTheHeader) {
  const std::string text =
      "云岭县学校名录\t\t\n\t\t\n学校名称\t地址\t电话\n青山小学\t青山镇1号\t0888-1234567\n柳河小学\t柳河村2号\t0888-"
      "1234568\n";
  Found found(text);
  EXPECT_EQ(found.headers(), "学校名称|地址|电话");
  EXPECT_EQ(found.kinds(), "title header school school");
  const Outcome outcome(text, test::basic());
  ASSERT_EQ(outcome.issues(IssueCode::no_pupils_column), 1U);
  EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::no_pupils_column)), "学校名称、地址、电话");
  EXPECT_EQ(outcome.issues(IssueCode::no_known_column), 0U);
}

TEST(OneName, OverNumbersIsTheHeader) {
  Found found("某县学校\n2023年9月\n学校名称\t娃娃\t书\n" + lines("\t300\t6000\n", 3));
  EXPECT_EQ(found.headers(), "学校名称|娃娃|书");
  EXPECT_EQ(found.kinds(), "title title header school school school");
}

TEST(NoName, TextsOverNumbersAreTheHeader) {
  const std::string text = "某县情况\n校\t娃娃\t书\n" + lines("\t300\t6000\n", 3);
  Found found(text);
  EXPECT_EQ(found.headers(), "校|娃娃|书");
  EXPECT_EQ(found.rows().size(), 3U);
  const Outcome outcome(text, test::basic());
  ASSERT_EQ(outcome.issues(IssueCode::no_known_column), 1U);
  EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::no_known_column)), "校、娃娃、书");
}

/// Nothing is known of the table, so a person has to say it; every row that can be one is offered.
TEST(HeaderQuestion, IsAskedWhereNoColumnIsKnown) {
  const std::string text = "基本情况\n甲乙\t丙丁\t戊己\t庚辛\n校\t娃娃\t书本\t某列\n" + lines("\t300\t6000\t小\n", 3);
  const Found found(text);
  ASSERT_EQ(found.layout.questions.size(), 1U);
  const junheng::Question& asked = found.layout.questions.front();
  EXPECT_EQ(asked.kind, QuestionKind::header);
  ASSERT_EQ(asked.options.size(), 5U);
  EXPECT_EQ(asked.options[1].id, "3");
  EXPECT_EQ(asked.options[1].sample, "校 | 娃娃 | 书本 | 某列");
  EXPECT_EQ(asked.answer, "");
  EXPECT_EQ(found.count(IssueCode::question_open), 1U);
  const Outcome outcome(text, test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::no_known_column), 1U);
  EXPECT_EQ(outcome.result.counties.size(), 1U) << "to be asked, it has to be on the screen";
}

TEST(HeaderQuestion, ItsSamplesAreCutBetweenCharacters) {
  for (std::size_t before = 0; before < 4; ++before) {
    std::string name(before, 'x');
    for (int i = 0; i < 60; ++i)
      name += "校";
    const std::string text = "甲乙\t丙丁\t戊己\t庚辛\n" + name + "\t娃娃\t书本\t某列\n" + lines("\t300\t6000\t小\n", 3);
    const Found found(text);
    ASSERT_EQ(found.layout.questions.size(), 1U);
    const std::string& sample = found.layout.questions.front().options[1].sample;
    EXPECT_EQ(junheng::valid_utf8_length(sample), sample.size()) << before;
    EXPECT_TRUE(sample.ends_with(" …")) << sample;
  }
}

TEST(HeaderQuestion, ItsAnswerIsTheHeaderAndCanBeChanged) {
  const std::string text = "甲乙\t丙丁\t戊己\n校\t娃娃\t书本\n" + lines("\t300\t6000\n", 3);
  junheng::TableChoices choices;
  for (const auto& [option, headers] : {std::pair{"2", "校|娃娃|书本"}, std::pair{"1", "甲乙|丙丁|戊己"}}) {
    choices.answers = {{QuestionKind::header, {}, option}};
    const Found found(text, choices);
    EXPECT_EQ(found.headers(), headers);
    ASSERT_EQ(found.layout.questions.size(), 1U);
    EXPECT_EQ(found.layout.questions.front().answer, option);
    EXPECT_EQ(found.count(IssueCode::question_open), 0U);
  }
  // Columns are then chosen like any others.
  choices.answers = {{QuestionKind::header, {}, "2"}};
  choices.columns = {{0, "school", "", ""}, {1, "pupils", "", ""}, {2, "books", "", "册"}};
  junheng::Request request;
  request.reading = choices;
  const Outcome outcome(text, request, test::basic());
  EXPECT_EQ(outcome.result.roster.rows(), 3U);
  EXPECT_EQ(outcome.issues(IssueCode::no_known_column), 0U);
}

TEST(HeaderQuestion, IsNotAskedOfWhatIsNoTableOfSchoolsOrHasAHeader) {
  for (const std::string& text :
       {std::string("均衡，是每个孩子都有好学校。\n第二行，2023年，3人\n"),
        std::string("项目\t单位\t数值\n甲\t人\t3\n乙\t人\t4\n"), std::string("项目,说明,备注\n甲,子,丑\n乙,寅,卯\n"),
        "学校名称\t地址\t电话\n" + lines("\t300\t6000\n", 3),
        "学校名称\t在校生数\t图书册数\n" + lines("\t300\t6000\n", 3)})
    EXPECT_TRUE(Found(text).layout.questions.empty()) << text;
}

TEST(Parents, DoNotRunOverColumnsWithTheirOwn) {
  Found found(
      "学校名称\t学校类型\t图书册数\t\t在校生数\n\t\t应配\t实有\t\n\t\t册\t册\t人\n青山小学\t小学\t6000\t3100\t300\n");
  EXPECT_EQ(found.headers(), "学校名称|学校类型|图书册数 > 应配 > 册|图书册数 > 实有 > 册|在校生数 > 人");
  EXPECT_EQ(found.fields(), "school type ?books books pupils");
}

TEST(Parents, ARowOfStagesBelowAParentWrittenOnce) {
  Found found("学校名称\t在校生数\t\t图书册数\n\t小学\t初中\t\n青山学校\t300\t200\t6000\n");
  EXPECT_EQ(found.fields(), "school pupils/primary pupils/middle books");
}

class AgainOnAPage : public testing::TestWithParam<const char*> {};

TEST_P(AgainOnAPage, IsNoOtherTable) {
  Found found("学校名称\t学校类型\t在校生数\t图书册数\n松柏小学\t小学\t300\t6000\n" + std::string(GetParam()) +
              "柳溪小学\t小学\t200\t3000\n");
  EXPECT_EQ(found.fields(), "school type pupils books");
  EXPECT_EQ(found.rows(), (std::vector<std::string>{"松柏小学|小学|300|6000", "柳溪小学|小学|200|3000"}));
}

INSTANTIATE_TEST_SUITE_P(Each, AgainOnAPage,
                         testing::Values("学校名称\t学校类型\t在校生数\t图书册数\n",
                                         "续表\n学校名称\t学校类型\t在校生数\t图书册数\n",
                                         "第2页\t\t\t\n学校\t类型\t学生数（人）\t图书（册）\n",
                                         "\n学校名称\t学校类别\t在校生人数\t图书册数（册）\n",
                                         "学校名称\t学校类型\t在校生数\t图书册数\n1\t2\t3\t4\n"));

TEST(Codes, BelowANarrowHeaderAreNoSchool) {
  Found found("学校名称\t在校生数\t图书册数\n1\t2\t3\n松柏小学\t300\t6000\n");
  EXPECT_EQ(found.kinds(), "header codes school");
}

TEST(AgainOnAPage, AtTheFoot) {
  Found found("学校名称\t学校类型\t在校生数\n松柏小学\t小学\t300\n学校名称\t学校类型\t在校生数\n");
  EXPECT_EQ(found.rows(), std::vector<std::string>{"松柏小学|小学|300"});
  EXPECT_EQ(found.kinds(), "header school header");
}

TEST(OtherTables, ThoseOfTheCountyAreNamed) {
  Found found(
      "序号\t类别\t填报项目\t单位\t填报值\t是否必填\n1\t基本信息\t区县名称\t\t云岭县\t是\n2\t教师\t符合交流轮岗条件教师"
      "总数\t人\t320\t"
      "是\n3\t教师\t实际交流轮岗教师数\t人\t41\t是\n4\t经费\t特殊教育学校公用经费\t万元\t115.8\t是\n");
  EXPECT_EQ(found.count(IssueCode::table_of_facts), 1U);
  EXPECT_TRUE(found.rows().empty());
}

class OfTheCounty : public testing::TestWithParam<const char*> {};

TEST_P(OfTheCounty, IsNoSchool) {
  Found found(GetParam());
  EXPECT_EQ(found.count(IssueCode::table_of_facts), 1U);
  EXPECT_TRUE(found.rows().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Each, OfTheCounty,
    testing::Values(
        "项目\t单位\t数值\n区县名称\t\t云岭县\n小学在校生数\t人\t12000\n专任教师数\t人\t700\n班级数\t个\t300\n",
        "指标\t单位\t标准\t值\n生均图书册数\t册\t25\t21\n生均教学仪器设备值\t元\t2000\t1800\n每百名学生拥有计算机台数\t"
        "台\t"
        "10\t9\n生均体育运动场馆面积\t㎡\t7.5\t8\n",
        "云岭县义务教育情况\n指标名称\t2022年\t2023年\n符合交流轮岗条件教师总数\t300\t320\n实际交流轮岗教师数\t40\t41"
        "\n"));

TEST(Explanations, OfIndicatorsAreNoTableOfSchools) {
  Found found(
      "指标计算说明\n指标名称\t计算公式\t达标标准\n每百名学生拥有高于规定学历教师数\t(大专+本科+硕士+博士)"
      "÷学生数×100\t小学>=4.2人\n"
      "生均教学仪器设备值\t设备值÷学生数\t小学>=2000元\n");
  EXPECT_EQ(found.count(IssueCode::table_aside), 1U);
  EXPECT_TRUE(found.rows().empty());
}

TEST(Groups, BelowAHeaderAreNoPartOfIt) {
  Found found("序号\t学校名称\t学校类型\t在校生数\n（一）城关镇\t\t\t\n1\t松柏小学\t小学\t300\n");
  EXPECT_EQ(found.headers(), "序号|学校名称|学校类型|在校生数");
  EXPECT_EQ(found.rows().size(), 1U);
}

class Coefficients : public testing::TestWithParam<const char*> {};

TEST_P(Coefficients, AreNamed) {
  Found found(GetParam());
  EXPECT_EQ(found.count(IssueCode::table_of_coefficients) + found.count(IssueCode::table_of_facts), 1U);
  EXPECT_TRUE(found.rows().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Each, Coefficients,
    testing::Values("表2 "
                    "某市2个县义务教育学校校际差异系数表\n序号\t县\t学校类别\t类型\t生均教学及辅助用房面积(㎡)"
                    "\t生均图书册数\t师生比\t综合\n1\t云岭"
                    "县\t小学\t全县平均值\t3.04\t22.01\t0.049\t—\n1\t云岭县\t小学\t差异系数\t0.481\t0.170\t0.334\t0."
                    "392\n1\t云岭县\t初中\t全县平"
                    "均值\t5.10\t30.61\t0.065\t—\n1\t云岭县\t初中\t差异系数\t0.353\t0.037\t0.226\t0.214\n",
                    "指标\t小学差异系数\t初中差异系数\n每百名学生拥有高于规定学历教师数\t0.41\t0.35\n生均图书册数\t0."
                    "31\t0.25\n生均体育运动场馆面积\t0.2"
                    "1\t0.15\n",
                    "某县校际差异系数\n学段\t生均图书册数\t生均教学仪器设备值\t综合差异系数\n小学\t0.31\t0.42\t0."
                    "36\n初中\t0.2\t0.3\t0.25\n"));

TEST(Explanations, AreNoSchools) {
  Found found(
      "指标名称\t计算公式\t达标标准\t甲校\t乙校\n学校类型\t按批复\t\t小学\t小学\n在校生数\t九月一日在校\t\t45\t37\n图书"
      "册数\t总册数\t25\t9\t8\n计算"
      "机台数\t总台数\t\t3\t2\n");
  EXPECT_EQ(found.fields(), "type pupils books computers school");
  EXPECT_EQ(found.rows(), (std::vector<std::string>{"小学|45|9|3|甲校", "小学|37|8|2|乙校"}));
  EXPECT_EQ(found.count(IssueCode::column_explains), 2U);
}

TEST(OnEnd, WordsBesideLabelsThatAreWrittenOnce) {
  Found found(
      "学校名称\t\t甲校\t乙校\n学校类型\t\t小学\t小学\n在校生数\t\t45\t37\n图书册数\t应配\t90\t80\n\t实有\t70\t60\n班级"
      "数\t\t3\t2\n");
  EXPECT_EQ(found.fields(), "school type pupils ?books books classes");
  EXPECT_EQ(found.rows(), (std::vector<std::string>{"甲校|小学|45|90|70|3", "乙校|小学|37|80|60|2"}));
}

}  // namespace
