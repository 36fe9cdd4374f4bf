// SPDX-License-Identifier: MIT
//
// Rows that are no schools: totals and statistics by their names, groups with counts, rows of zeros, what a printed page
// has around its rows, other tables below the schools. And short rows, which are schools.
#include <gtest/gtest.h>

#include <cmath>
#include <ostream>
#include <string>
#include <vector>

#include "junheng/sentence.h"
#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using test::Found;
using test::Outcome;

namespace {

const std::string kHead = "学校名称\t学校类型\t在校生数\t图书册数\n";
const std::string kPine = "松柏小学\t小学\t300\t6000\n";
const std::string kWillow = "柳溪小学\t小学\t200\t3000\n";
const std::string kPeach = "桃园小学\t小学\t500\t12500\n";
const std::string kAll = kHead + kPine + kWillow + kPeach;

struct Rows {
  const char* what;
  std::string text;
  const char* kinds;
  IssueCode named;  ///< the one issue beside the schools; question_open stands for none

  friend void PrintTo(const Rows& one, std::ostream* out) { *out << one.what; }
};

class RowsThatAreNoSchools : public testing::TestWithParam<Rows> {};

TEST_P(RowsThatAreNoSchools, AreNamedOnce) {
  const Rows& one = GetParam();
  Found found(one.text);
  EXPECT_EQ(found.kinds(), one.kinds);
  const std::size_t named = one.named == IssueCode::question_open ? 0U : 1U;
  EXPECT_EQ(found.count(one.named), named) << test::issue_names(found.issues);
  EXPECT_EQ(found.issues.size(), named) << test::issue_names(found.issues);
  EXPECT_TRUE(found.layout.questions.empty());
}

const IssueCode kNone = IssueCode::question_open;

INSTANTIATE_TEST_SUITE_P(
    Totals, RowsThatAreNoSchools,
    testing::Values(
        Rows{"of towns",
             kHead + kPine + kWillow + "城关镇小计\t小学\t500\t9000\n" + kPeach + "河口镇小计\t小学\t500\t12500\n",
             "header school school total school total", IssueCode::rows_total},
        Rows{"of towns and of all",
             kHead + kPine + kWillow + "城关镇小计\t小学\t500\t9000\n" + kPeach +
                 "河口镇小计\t小学\t500\t12500\n全县合计\t小学\t1000\t21500\n",
             "header school school total school total total", IssueCode::rows_total},
        Rows{"with a colon", kAll + "合计：\t\t1000\t21500\n", "header school school school total",
             IssueCode::rows_total},
        Rows{"in brackets", kAll + "【合计】\t\t1000\t21500\n", "header school school school total",
             IssueCode::rows_total},
        Rows{"with a count", kAll + "合计（3所）\t\t1000\t21500\n", "header school school school total",
             IssueCode::rows_total},
        Rows{"with a count behind it", kAll + "总计 3 所\t\t1000\t21500\n", "header school school school total",
             IssueCode::rows_total},
        Rows{"with spaces", kAll + "合　计\t\t1000\t21500\n", "header school school school total", kNone},
        Rows{"as a sign", kAll + "Σ\t\t1000\t21500\n", "header school school school total", IssueCode::rows_total},
        Rows{"in English", kAll + "Subtotal\t\t1000\t21500\n", "header school school school total",
             IssueCode::rows_total},
        Rows{"of a stage", kAll + "小学合计\t\t1000\t21500\n", "header school school school total",
             IssueCode::rows_total},
        Rows{"a group with its count and its sum", kHead + "小学（3所）\t\t1000\t21500\n" + kPine + kWillow + kPeach,
             "header total school school school", IssueCode::rows_total},
        Rows{"in the column of counties",
             "区县\t学校名称\t学校类型\t在校生数\t图书册数\n云岭县\t青山小学\t小学\t300\t3000\n"
             "清河县\t石桥小学\t小学\t400\t5000\n总  计\t\t\t700\t8000\n",
             "header school school total", kNone}));

INSTANTIATE_TEST_SUITE_P(
    Statistics, RowsThatAreNoSchools,
    testing::Values(
        Rows{"means and deviations", kAll + "全县平均值\t小学\t\t21.5\n标准差\t小学\t\t3.9\n差异系数\t小学\t\t0.18\n",
             "header school school school statistic statistic statistic", IssueCode::rows_statistic},
        Rows{"extremes", kAll + "最大值\t\t500\t12500\n最小值\t\t200\t3000\n极差\t\t300\t9500\n中位数\t\t300\t6000\n",
             "header school school school statistic statistic statistic statistic", IssueCode::rows_statistic},
        Rows{"what is asked of schools", kHead + "省定标准\t\t\t20\n" + kPine + kWillow + kPeach + "达标值\t\t\t20\n",
             "header statistic school school school statistic", IssueCode::rows_statistic},
        Rows{"how many reach it", kAll + "达标校数\t\t\t2\n达标率\t\t\t66.7%\n",
             "header school school school statistic statistic", IssueCode::rows_statistic},
        Rows{"in English", kAll + "Standard deviation\t\t\t3.9\nAverage\t\t\t21.5\n",
             "header school school school statistic statistic", IssueCode::rows_statistic}));

INSTANTIATE_TEST_SUITE_P(
    Schools, RowsThatAreNoSchools,
    testing::Values(Rows{"whose names begin with such words",
                         kHead +
                             "平均镇中心小学\t小学\t300\t6000\n标准小学\t小学\t210\t3000\n合计坝小学\t小学\t90\t900\n",
                         "header school school school", kNone},
                    Rows{"whose names have brackets",
                         kHead + "松柏小学（东校区）\t小学\t300\t6000\n柳溪学校（3号）\t小学\t200\t3100\n",
                         "header school school", kNone},
                    Rows{"the main one", kHead + "松柏总校\t小学\t300\t6000\n柳溪小学\t小学\t200\t3100\n",
                         "header school school", kNone}));

INSTANTIATE_TEST_SUITE_P(
    Zeros, RowsThatAreNoSchools,
    testing::Values(
        Rows{"of formulas", kAll + "\t\t0\t0\n\t\t0\t0\n\t\t0\t0\n", "header school school school zeros zeros zeros",
             IssueCode::rows_zero},
        Rows{"with dashes", kAll + "\t\t-\t0\n\t\t—\t0.00\n", "header school school school zeros zeros",
             IssueCode::rows_zero},
        Rows{"also of the name", kAll + "0\t0\t0\t0\n", "header school school school zeros", IssueCode::rows_zero},
        Rows{
            "with serial numbers",
            "序号\t学校名称\t学校类型\t在校生数\t图书册数\n1\t松柏小学\t小学\t300\t6000\n2\t柳溪小学\t小学\t200\t3000\n"
            "3\t\t\t0\t0\n4\t\t\t0\t#DIV/0!\n",
            "header school school zeros zeros", IssueCode::rows_zero},
        Rows{"of a school are a school", kAll + "北山教学点\t教学点\t0\t0\n", "header school school school school",
             kNone}));

INSTANTIATE_TEST_SUITE_P(
    Pages, RowsThatAreNoSchools,
    testing::Values(
        Rows{"numbers and repeated headers",
             kHead + kPine + "第 1 页 共 2 页\t\t\t\n续表\t\t\t\n" + kHead + kWillow + "- 2 -\n",
             "header school note note header school note", kNone},
        Rows{"signatures and dates",
             kAll + "填表人：张三\t审核人：李四\t\t\n单位负责人：\t\t联系电话：\t\n2023年9月1日\n教育局（盖章）\n",
             "header school school school note note note note", kNone},
        Rows{"a sentence in the middle", kHead + kPine + "以下学校于上学年合并；其图书尚未清点。\n" + kWillow,
             "header school aside school", IssueCode::row_aside},
        Rows{"a name below the column of counties",
             "区县\t学校名称\t学校类型\t在校生数\n云岭县\t松柏小学\t小学\t300\n教研室　十月\n", "header school aside",
             IssueCode::row_aside},
        Rows{"a narrow table right below", kAll + "指标\t数值\t\t\n生均图书\t21.5\t\t\n差异\t0.18\t\t\n",
             "header school school school other_table other_table other_table", IssueCode::table_aside},
        Rows{"a narrow table behind an empty line", kAll + "\n项目\t本县\n生均图书\t21.5\n",
             "header school school school other_table other_table", IssueCode::table_aside}));

/// Excel's rows of totals and the feet of web pages, whatever they are called; below them a table may go on.
TEST(RowKinds, NumbersInTheFootOfATableAreItsTotals) {
  const auto page = [](const std::string& foot) {
    return "<table><tr><td>学校名称<td>学校类型<td>在校生数<tr><td>青山小学<td>小学<td>300<tr><td>柳河小学<td>小学<td>"
           "200<tfoot>" +
           foot + "<tbody><tr><td>云岭小学<td>小学<td>50</table>";
  };
  for (const char* const name : {"全县小学", "", "汇总", "云岭县中心小学"}) {
    Found found(page("<tr><td>" + std::string(name) + "<td><td>500"));
    EXPECT_EQ(found.kinds(), "header school school total school") << name;
    if (std::string(name) != "汇总") {
      EXPECT_EQ(found.count(IssueCode::rows_total), 1U) << name;
    }
  }
  EXPECT_EQ(Found(page("<tr><td>平均<td><td>250")).kinds(), "header school school statistic school");
  EXPECT_EQ(Found(page("<tr><td>注：含教学点<td><td>")).kinds(), "header school school note school");
}

TEST(RowKinds, GroupsWithCounts) {
  for (const char* const group :
       {"小学（2所）", "小学: 2所", "一、小学（共 2 所）", "【小学】", "小学阶段", "（一）小学 2 所", "小学："}) {
    Found found(
        "学校名称\t在校生数\t图书册数\n" + std::string(group) +
        "\t\t\n青山学校\t400\t8000\n柳河学校\t200\t3000\n初中（2所）\t\t\n云岭一中\t300\t6000\n云岭二中\t100\t2500\n");
    EXPECT_EQ(found.kinds(), "header group school school group school school") << group;
    EXPECT_EQ(found.rows().front(),
              "青山学校|400|8000|" + std::string(group == std::string("小学阶段") ? "小学阶段" : "小学"))
        << group;
    EXPECT_EQ(found.rows().back(), "云岭二中|100|2500|初中");
  }
}

/// A question about the header stands in the line of the header, which may be the first: it names no row below.
TEST(RowKinds, AQuestionAboutTheHeaderNamesNoRow) {
  const std::string head =
      "年级数\t班级数\t每百名学生拥有高于规定学历教师数\t每百名学生拥有县级及以上骨干教师数\n甲\t乙\t丙\t丁\n";
  const std::string rows = "1\t示例一小\t2184\t6\n2\t示例二小\t2356\t6\n以下学校于上学年合并；其图书尚未清点。\n";
  for (const std::string& above : {std::string(), std::string("某县统计表\n")}) {
    Found found(above + head + rows);
    ASSERT_EQ(found.layout.questions.size(), 1U) << above;
    EXPECT_EQ(found.layout.questions.front().kind, junheng::QuestionKind::header);
    EXPECT_EQ(found.count(IssueCode::question_open), 1U);
    EXPECT_EQ(found.count(IssueCode::row_aside), 1U) << above << found.kinds();
  }
}

TEST(RowKinds, TownsAboveTheirSchools) {
  Found found(kHead + "城关镇（2所）\t\t\t\n" + kPine + kWillow + "河口镇\t\t\t\n" + kPeach);
  EXPECT_EQ(found.kinds(), "header group school school group school");
}

TEST(RowKinds, AShortRowIsASchool) {
  const std::string head = "学校名称\t学校类型\t在校生数\t图书册数\t计算机台数\t专任教师数\n";
  const std::string first = "松柏小学\t小学\t300\t6000\t30\t20\n";
  for (const std::string& between : {std::string(), std::string("\n")}) {
    Found found(head + between + first + "柳溪小学\t小学\t200\n桃园小学\n");
    EXPECT_EQ(found.layout.table.rows(), 3U) << between;
    EXPECT_EQ(found.count(IssueCode::table_aside) + found.count(IssueCode::row_aside), 0U);
  }
  const Outcome outcome(head + "\n" + first + "柳溪小学\t小学\t200\n", test::basic());
  EXPECT_TRUE(std::isnan(outcome.value("柳溪小学", junheng::Stage::primary, "books")));
  EXPECT_EQ(outcome.issues(IssueCode::row_too_short), 1U);
}

TEST(RowKinds, RowsOfOneKindAreOneSentenceWithTheirLines) {
  const Outcome outcome(kAll + "\t\t0\t0\n\t\t0\t0\n\t\t0\t0\n\t\t0\t0\n\t\t0\t0\n\t\t0\t0\n", test::basic());
  const auto issue = outcome.issue(IssueCode::rows_zero);
  ASSERT_TRUE(issue.has_value());
  const std::string text = sentence(test::library().zh, *issue, outcome.result);
  EXPECT_NE(text.find("第 5、6、7、8、9 行等（共 6 行）"), std::string::npos) << text;
}

TEST(RowKinds, SheetsThatExplainAreNamed) {
  using test::sheet;
  Found found(sheet("各校", kAll) + sheet("填报要求", "请各校于月底前填报\n数据以年报为准\n") + sheet("空", "") +
              sheet("一句", "仅供内部使用\n"));
  EXPECT_EQ(found.layout.table.rows(), 3U);
  EXPECT_EQ(found.count(IssueCode::table_aside), 2U);
  for (const junheng::Issue& issue : found.issues) {
    const auto place = junheng::sheet_line(found.layout.sheets, issue.line);
    EXPECT_TRUE(place.sheet == 1 || place.sheet == 3) << place.sheet;
    EXPECT_EQ(place.line, 1U);
  }
}

TEST(RowKinds, ASheetThatIsRefusedIsBlamedAlone) {
  using test::sheet;
  Found found(sheet("空", "") + sheet("各校", kHead + kPine) + sheet("坏", "第一行\n第二行\n\xFF\xFE\n") +
              sheet("空", "") + sheet("更多", kHead + kWillow + "城关镇小计\t\t200\t3000\n"));
  EXPECT_EQ(found.count(IssueCode::empty_input), 0U);
  ASSERT_EQ(found.count(IssueCode::not_text), 1U);
  for (const junheng::Issue& issue : found.issues) {
    const auto place = junheng::sheet_line(found.layout.sheets, issue.line);
    EXPECT_EQ(place.sheet, issue.code == IssueCode::not_text ? 2U : 4U) << junheng::id_of(issue.code);
    EXPECT_EQ(place.line, 3U);
  }
  EXPECT_EQ(Found(sheet("空", "") + sheet("也空", " \n")).count(IssueCode::empty_input), 1U);
}

struct Summary {
  const char* what;
  const char* text;

  friend void PrintTo(const Summary& one, std::ostream* out) { *out << one.what; }
};

class Summaries : public testing::TestWithParam<Summary> {};

TEST_P(Summaries, GiveNoVerdict) {
  const Outcome outcome(GetParam().text, test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::summary_table), 1U) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.result.roster.rows(), 0U);
  EXPECT_EQ(outcome.issues(IssueCode::no_rows) + outcome.issues(IssueCode::no_known_column), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    ByWhatever, Summaries,
    testing::Values(
        Summary{"stage",
                "2024年基础教育情况表\n类别\t学校数\t班级数\t在校学生数\t专任教师数\n学前教育\t120\t900\t25000\t2000\n"
                "小学\t60\t1700\t70000\t3700\n初中\t30\t700\t33000\t2400\n总计\t210\t3300\t128000\t8100\n"},
        Summary{"stage, named as schools are",
                "学校类型\t所数\t在校生数\t图书册数\n小学\t12\t5600\t90000\n初中\t5\t3100\t60000\n"},
        Summary{"town", "乡镇\t学校数\t在校生数\t图书册数\n城关镇\t5\t2100\t30000\n河口镇\t3\t900\t12000\n"},
        Summary{"town, without a count", "单位名称\t在校生数\t图书册数\n城关镇\t2100\t30000\n河口镇\t900\t12000\n"},
        Summary{"county", "区县\t在校生数\t图书册数\n云岭县\t21000\t300000\n清河县\t9000\t120000\n"},
        Summary{"year", "年份\t在校生数\t图书册数\n2021年\t21000\t300000\n2022年\t20500\t310000\n"}));

TEST(RowKinds, ACountOfOneSchoolInEachRowIsNoSummary) {
  Found found("学校名称\t学校数\t在校生数\t图书册数\n松柏小学\t1\t300\t6000\n柳溪小学\t1\t200\t3100\n");
  EXPECT_EQ(found.layout.table.rows(), 2U);
}

}  // namespace
