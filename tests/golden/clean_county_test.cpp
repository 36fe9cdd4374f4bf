// SPDX-License-Identifier: MIT
// A county in which nothing is wrong, written in the ways people write it: it passes, and nobody complains about anything.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "support/outcome.h"
#include "support/sheet.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;
using test::Sheet;

namespace {

/// Two primary and two middle schools, a nine-year school and what is left out without a word: all above every
/// threshold, all much alike.
Sheet county() {
  return test::quality_sheet({test::good_row("第一小学", "小学", 1200), test::good_row("第二小学", "小学", 900),
                              test::good_row("第三小学", "小学", 1000), test::good_row("第一初级中学", "初中", 800),
                              test::good_row("第二初级中学", "初中", 1000),
                              test::good_row("第三初级中学", "初中", 900)});
}

std::string joined(const std::vector<std::string>& cells) {
  std::string line;
  for (const std::string& cell : cells)
    line.append(cell).append("\t");
  line.back() = '\n';
  return line;
}

/// The rows of one type, with their header.
Sheet of_type(const std::string& type) {
  Sheet some = county();
  some.rows.clear();
  for (const auto& row : county().rows)
    if (row[1] == type) some.rows.push_back(row);
  return some;
}

Sheet without_type(Sheet sheet) {
  sheet.header.erase(sheet.header.begin() + 1);
  for (auto& row : sheet.rows)
    row.erase(row.begin() + 1);
  return sheet;
}

std::string transposed() {
  const Sheet plain = county();
  std::string text;
  for (std::size_t c = 0; c < plain.header.size(); ++c) {
    std::vector<std::string> line = {plain.header[c]};
    for (const auto& row : plain.rows)
      line.push_back(row[c]);
    text += joined(line);
  }
  return text;
}

std::string html() {
  const Sheet plain = county();
  const auto line = [](const std::vector<std::string>& cells, const char* tag) {
    std::string text = "<tr>";
    for (const std::string& cell : cells)
      text.append("<").append(tag).append(">").append(cell).append("</").append(tag).append(">");
    return text + "</tr>";
  };
  std::string text = "<html><body><table>" + line(plain.header, "th");
  for (const auto& row : plain.rows)
    text += line(row, "td");
  return text + "</table></body></html>";
}

std::string with_total() {
  Sheet plain = county();
  std::vector<std::string> total = {"合计", ""};
  for (std::size_t c = test::kPupilsColumn; c < plain.header.size(); ++c) {
    std::int64_t sum = 0;
    for (const auto& row : plain.rows)
      sum += std::stoll(row[c]);
    total.push_back(std::to_string(sum));
  }
  plain.rows.push_back(total);
  return plain.tsv();
}

std::string numbered() {
  Sheet plain = county();
  plain.header.insert(plain.header.begin(), "序号");
  for (std::size_t i = 0; i < plain.rows.size(); ++i)
    plain.rows[i].insert(plain.rows[i].begin(), std::to_string(i + 1));
  return plain.tsv();
}

std::string with_units_below() {
  const Sheet plain = county();
  std::string text = joined(plain.header) + joined({"", "", "人", "人", "人", "人", "㎡", "㎡", "元", "间"});
  for (const auto& row : plain.rows)
    text += joined(row);
  return text;
}

std::string grouped() {
  const Sheet all = without_type(county());
  std::string text = joined(all.header) + "一、小学" + std::string(all.header.size() - 1, '\t') + "\n";
  for (const auto& row : without_type(of_type("小学")).rows)
    text += joined(row);
  text += "二、初中" + std::string(all.header.size() - 1, '\t') + "\n";
  for (const auto& row : without_type(of_type("初中")).rows)
    text += joined(row);
  return text;
}

struct Layout {
  const char* what;
  std::function<test::Tables()> text;

  friend void PrintTo(const Layout& one, std::ostream* out) { *out << one.what; }
};

class CleanCounty : public testing::TestWithParam<Layout> {};

TEST_P(CleanCounty, PassesWithoutAComplaint) {
  const Outcome outcome(GetParam().text());
  // Whose county a title names is said, and is no complaint.
  const auto is_note = [](const junheng::Issue& issue) {
    return junheng::severity_of(issue.code) == junheng::Severity::note;
  };
  const junheng::Issues& issues = outcome.result.issues;
  EXPECT_TRUE(std::all_of(issues.begin(), issues.end(), is_note)) << test::issue_names(issues);
  EXPECT_EQ(test::word(outcome.part("resources").verdict), "pass");
  EXPECT_TRUE(outcome.part("resources").reasons.empty());
  for (const auto& row : outcome.result.split.left_out)
    EXPECT_EQ(id_of(row.why), id_of(junheng::LeftOut::total_row));
  const Outcome plain(county().tsv());
  ASSERT_EQ(outcome.result.split.units.size(), 6U);
  for (const Stage stage : {Stage::primary, Stage::middle}) {
    for (const auto& indicator : test::quality().indicators) {
      EXPECT_EQ(outcome.balance(stage, indicator.id).spread.cv, plain.balance(stage, indicator.id).spread.cv)
          << indicator.id;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    Layouts, CleanCounty,
    testing::Values(
        Layout{"a row a school", [] { return county().tsv(); }},
        Layout{"lines of Windows", [] { return county().tsv("\r\n"); }},
        Layout{"commas and quotes", [] { return county().csv(); }},
        Layout{"a byte order mark", [] { return "\xEF\xBB\xBF" + county().tsv(); }},
        Layout{"titles above, notes below",
               [] { return "某县2024年义务教育学校情况表\n\n" + county().tsv() + "填表人：张某\n注：截至9月1日。\n"; }},
        Layout{"serial numbers", numbered}, Layout{"units in a row of their own", with_units_below},
        Layout{"a row of totals", with_total}, Layout{"a column a school", transposed}, Layout{"a page", html},
        Layout{"a line above each stage", grouped},
        Layout{"a sheet for each type",
               [] { return test::sheet("小学", of_type("小学").tsv()) + test::sheet("初中", of_type("初中").tsv()); }},
        Layout{"the header once more on the second page", [] { return of_type("小学").tsv() + of_type("初中").tsv(); }},
        Layout{"empty lines between", [] { return of_type("小学").tsv() + "\n\n" + of_type("初中").tsv() + "\n"; }},
        Layout{"a stage in place of the type",
               [] {
                 Sheet staged = county();
                 staged.header[1] = "学段";
                 return staged.tsv();
               }}),
    [](const auto& info) { return "Layout" + std::to_string(info.index); });

/// One school of each kind that is evaluated, with numbers that suit it, and each number once where it belongs.
TEST(CleanTable, OfEveryKindOfSchool) {
  const std::string header =
      "学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t高于规定学历教师数(小学)"
      "\t高于规定学历"
      "教师数(初中)\t骨干教师数(小学)\t骨干教师数(初中)\t体育艺术教师数(小学)\t体育艺术教师数(初中)\t"
      "教学及辅助用房面积（净）\t体育运动场馆面积\t教学仪器设备值\t网络多媒体教室数\n";
  const Outcome outcome(
      header + "甲小学\t小学\t1000\t1000\t\t\t50\t\t12\t\t11\t\t6000\t11000\t3000000\t30\n" +
      "乙学校\t九年一贯制学校\t1000\t600\t400\t\t30\t24\t7\t5\t7\t4\t6240\t11440\t3000000\t30\n" +
      "丙学校\t十二年一贯制学校\t1200\t500\t400\t300\t25\t24\t6\t5\t6\t4\t8000\t14000\t4000000\t36\n" +
      "丁中学\t完全中学\t900\t\t500\t400\t\t30\t\t6\t\t6\t6860\t12000\t3200000\t28\n" +
      "戊初中\t初级中学\t500\t\t500\t\t\t30\t\t6\t\t6\t3400\t6200\t1600000\t15\n" +
      "己教学点\t教学点\t60\t60\t\t\t3\t\t1\t\t1\t\t360\t660\t180000\t2\n");
  EXPECT_TRUE(outcome.result.issues.empty()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.result.split.units.size(), 8U);
  EXPECT_TRUE(outcome.result.split.left_out.empty());
}

TEST(CleanTable, OfTheOlderRule) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t教学及辅助用房面积(净)\t体育运动场馆面积\t教学仪器设备值\t计算机台数\t图书册数\t"
      "专任教师数\t高于规定学历教师数\t中级及以上专业技术职务教师数\n"
      "甲\t小学\t1000\t5000\t8000\t2000000\t100\t20000\t60\t50\t40\n"
      "乙\t小学\t800\t4100\t6300\t1500000\t80\t16500\t50\t40\t30\n"
      "丙\t初中\t900\t6000\t9900\t2500000\t120\t27000\t75\t70\t50\n"
      "丁\t初中\t700\t4500\t7400\t1900000\t90\t21500\t60\t55\t40\n",
      test::basic());
  EXPECT_TRUE(outcome.result.issues.empty()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(test::word(outcome.part("balance").verdict), "pass");
}

/// Facts that are all right, by their names on the forms, with their units.
TEST(CleanFacts, AreReadWithoutAComplaint) {
  const Outcome outcome = Outcome::of_facts(
      "项目\t填报值\t单位\nG1\t是\t\nG2\t是\t\n符合交流条件教师数\t598\t人\n交流轮岗教师数\t174\t人\n"
      "交流轮岗骨干教师数\t47\t人\n特殊教育学校生均公用经费\t7000\t元\n教师年平均工资收入\t157000\t元\n"
      "当地公务员年平均工资收入\t157000\t元\n初中三年巩固率\t98.5\t%\n残疾儿童少年入学率\t100%\t\n"
      "社会认可度\t96.2\t%\nV1\t否\t\nV2\t否\t\n");
  EXPECT_TRUE(outcome.result.issues.empty()) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(test::word(outcome.check("G11", "exchange").verdict), "pass");
  EXPECT_EQ(test::word(outcome.check("G8", "pay").verdict), "pass");
  EXPECT_EQ(test::word(outcome.item_verdict("G7")), "pass");
  EXPECT_EQ(test::word(outcome.item_verdict("Q1")), "pass");
  EXPECT_EQ(test::word(outcome.item_verdict("R1")), "pass");
}

/// Another unit is right too: that it was converted is said once for each, and nothing else.
TEST(CleanFacts, InAnotherUnitAreConvertedAndSaidToBe) {
  const Outcome outcome =
      Outcome::of_facts("项目\t填报值\t单位\n教师年平均工资收入\t15.7\t万元\n当地公务员年平均工资收入\t157000\t元\n");
  EXPECT_EQ(outcome.result.issues.size(), 1U);
  EXPECT_EQ(outcome.issues(junheng::IssueCode::fact_converted), 1U);
  EXPECT_EQ(test::word(outcome.check("G8", "pay").verdict), "pass") << "15.7 万元 are 157000 yuan";
}

}  // namespace
