// SPDX-License-Identifier: MIT
//
// What a sentence says besides its words: where it is, what was found, what would be accepted, which parts and items.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "junheng/layout.h"
#include "junheng/sentence.h"
#include "support/outcome.h"
#include "support/sheet.h"

using junheng::IssueCode;
using junheng::ReasonCode;
using test::Outcome;

namespace {

const junheng::Words& zh() {
  return test::library().zh;
}
const junheng::Words& en() {
  return test::library().en;
}

std::string said(const junheng::Words& words, const Outcome& outcome, IssueCode code) {
  const auto issue = outcome.issue(code);
  return issue ? sentence(words, *issue, outcome.result) : "no such issue";
}

// ---- places -----------------------------------------------------------------------------------------------------------------

struct Placed {
  const char* what;
  test::Tables table;
  const char* zh;  ///< how the sentence about a number that is none begins
  const char* en;

  friend void PrintTo(const Placed& one, std::ostream* out) { *out << one.what; }
};

class Place : public testing::TestWithParam<Placed> {};

TEST_P(Place, IsWhereAPersonLooks) {
  const Outcome outcome(GetParam().table);
  EXPECT_EQ(said(zh(), outcome, IssueCode::not_a_number).rfind(GetParam().zh, 0), 0U)
      << said(zh(), outcome, IssueCode::not_a_number);
  EXPECT_EQ(said(en(), outcome, IssueCode::not_a_number).rfind(GetParam().en, 0), 0U)
      << said(en(), outcome, IssueCode::not_a_number);
}

const std::string kHeader = "学校名称\t学校类型\t在校生数\n";

INSTANTIATE_TEST_SUITE_P(
    Each, Place,
    testing::Values(
        Placed{"a row", kHeader + "甲\t小学\t10\n乙\t小学\tl20\n", "第 3 行“在校生数”：“l20”", "Line 3, “在校生数”"},
        Placed{"a row below a title", "某县学校表\n" + kHeader + "甲\t小学\tl20\n", "第 3 行“在校生数”：“l20”",
               "Line 3, “在校生数”"},
        Placed{"a column, where schools are columns",
               "学校名称\t甲\t乙\n学校类型\t小学\t小学\n在校生数\t10\tl20\n专任教师数\t1\t1\n",
               "第 3 列“在校生数”：“l20”", "Column 3, “在校生数”"},
        Placed{"a row of the second sheet",
               test::sheet("城区", kHeader + "甲\t小学\t10\n") + test::sheet("乡村", kHeader + "乙\t小学\tl20\n"),
               "“乡村”第 2 行“在校生数”：“l20”", "Line 2 of “乡村”"}),
    [](const auto& info) { return "Place" + std::to_string(info.index); });

// ---- what was found, what would be accepted -----------------------------------------------------------------------------------

TEST(Sentence, ShowsFortyCharactersOfACell) {
  std::string forty;
  for (int i = 0; i < 40; ++i)
    forty += "字";
  const auto of = [&](const std::string& cell) {
    return said(zh(), Outcome(kHeader + "甲\t小学\t" + cell + "\n"), IssueCode::not_a_number);
  };
  EXPECT_NE(of(forty).find("“" + forty + "”"), std::string::npos) << of(forty);
  EXPECT_NE(of(forty + "符").find("“" + forty + "…（共 41 字）”"), std::string::npos) << of(forty + "符");
  EXPECT_NE(of("\"一\n二\"").find("“一 二”"), std::string::npos) << "a line break is shown as a space";
}

TEST(Sentence, SaysWhatTheColumnTakes) {
  const auto of = [](const char* header, const char* cell, IssueCode code, const char* accepted) {
    const Outcome outcome(std::string("学校名称\t学校类型\t在校生数\t") + header + "\n甲\t小学\t10\t" + cell + "\n");
    EXPECT_NE(said(zh(), outcome, code).find(zh().text(accepted)), std::string::npos) << said(zh(), outcome, code);
    EXPECT_NE(said(en(), outcome, code).find(en().text(accepted)), std::string::npos) << said(en(), outcome, code);
  };
  of("专任教师数", "x", IssueCode::not_a_number, "accept.count");
  of("体育运动场馆面积", "x", IssueCode::not_a_number, "accept.amount");
  of("是否2010年及之前规划并建成", "x", IssueCode::not_a_flag, "accept.flag");
  const Outcome type("学校名称\t学校类型\t在校生数\n甲\t研究所\t10\n");
  EXPECT_NE(said(zh(), type, IssueCode::type_unknown).find(zh().text("accept.type")), std::string::npos);
  const Outcome facts = Outcome::of_facts("trained_rate\tx");
  EXPECT_NE(said(zh(), facts, IssueCode::fact_unreadable).find(zh().text("accept.percent")), std::string::npos);
}

TEST(Sentence, NamesTheColumnsByWhichAnIndicatorCouldBeComputed) {
  const Outcome outcome(kHeader + "甲\t小学\t10\n");
  std::string all;
  for (const auto& issue : outcome.result.issues)
    if (issue.code == IssueCode::resource_not_given) all += sentence(zh(), issue, outcome.result);
  const auto& fields = test::library().vocabulary.fields;
  const auto label = [&](const char* id) { return fields[*test::library().vocabulary.field(id)].label.zh; };
  EXPECT_NE(all.find(label("sports_ground_area") + " + " + label("indoor_sports_area")), std::string::npos) << all;
  EXPECT_NE(all.find(label("sports_area") + "；或 "), std::string::npos) << all;
}

// ---- reasons and conclusions ------------------------------------------------------------------------------------------------------

TEST(Sentence, NamesTheItemsThatAreNotKnown) {
  const Outcome outcome = Outcome::of_facts("G1\t是\nG10\t是");
  for (const auto& reason : outcome.part("government").reasons) {
    if (reason.code != ReasonCode::items_unknown) continue;
    EXPECT_EQ(reason.count, 13U);
    EXPECT_NE(sentence(zh(), reason, 0, outcome.result).find("G2、G3、G4、G5、G6、G7、G8、G9、G11、G12、G13、G14、G15"),
              std::string::npos)
        << sentence(zh(), reason, 0, outcome.result);
    EXPECT_NE(sentence(en(), reason, 0, outcome.result).find("G9, G11, G12"), std::string::npos);
    return;
  }
  FAIL() << "no such reason";
}

/// Of an item that fails only the checks that fail are told.
TEST(Sentence, TellsWhatFailsOfAnItem) {
  const Outcome outcome = Outcome::of_facts("V1\t是\nG8\t否\nteacher_pay\t2\ncivil_servant_pay\t1");
  std::string all;
  for (const char* part : {"government", "veto"})
    for (const auto& reason : outcome.part(part).reasons)
      if (reason.code == ReasonCode::item_fails) all += sentence(zh(), reason, 0, outcome.result);
  EXPECT_NE(all.find("G8 教师工资不达标：绩效工资总量足额核定：自评为否"), std::string::npos) << all;
  EXPECT_EQ(all.find("教师与公务员工资之比"), std::string::npos) << "this one passes";
  EXPECT_NE(all.find("V1 考试招生不达标："), std::string::npos) << all;
}

TEST(Conclusion, NamesWhatFailsAndWhichPartsAreNotKnown) {
  const Outcome outcome = Outcome::of_facts("V1\t是\nrecognition\t90%");
  const std::string text = conclusion(zh(), 0, outcome.result);
  EXPECT_EQ(text.rfind("不达标：V1 考试招生不达标：", 0), 0U) << text;
  EXPECT_NE(text.find("政府保障程度、教育质量"), std::string::npos) << text;
  EXPECT_EQ(text.find("社会认可度"), std::string::npos) << "a part that passes is not named: " << text;
  EXPECT_EQ(text.find("。。"), std::string::npos) << text;
  EXPECT_EQ(text.find("。；"), std::string::npos) << text;
  EXPECT_EQ(conclusion(zh(), 0, Outcome::of_facts("recognition\t90%").result).rfind("数据不足", 0), 0U);
}

TEST(Conclusion, OfACountyWithSchoolsTellsUnitsAndCoefficients) {
  auto table = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000)});
  table.rows[0][test::kFirstResource] = "1";
  const Outcome outcome(table.tsv());
  const std::string text = conclusion(zh(), 0, outcome.result);
  EXPECT_NE(text.find("小学有 1 个评估单元不达标；小学“"), std::string::npos) << text;
  EXPECT_NE(text.find("的差异系数 0.9"), std::string::npos) << text;
  const std::string english = conclusion(en(), 0, outcome.result);
  EXPECT_EQ(english.find(".;"), std::string::npos) << "no full stop inside: " << english;
}

}  // namespace
