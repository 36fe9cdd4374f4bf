// SPDX-License-Identifier: MIT
#include "table/delimiter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::QuestionKind;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

struct Case {
  const char* what;
  std::string text;
  char delimiter;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all = {
      {"a tab behind a code", "学校,代码,人数\n甲,310\t,3\n乙,311\t,4\n", ','},
      {"a tab before every number", "学校,人数,图书\n甲,\t300,\t6000\n乙,\t200,\t3000\n", ','},
      {"semicolons in a remark", "学校,人数,备注\n甲,3,球场2;操场1;沙坑1;单杠4\n乙,4,球场1;操场1;沙坑2;单杠1\n", ','},
      {"commas in a remark", "学校;人数;备注\n甲;3;一,二,三,四,五\n乙;4;一,二,三\n", ';'},
      {"decimal commas", "学校;人数;均\n甲;300;21,5\n乙;200;3,5\n丙;100;4,5\n", ';'},
      {"a title with commas", "某县,2024年,学校表\n学校\t人数\t图书\n甲\t3\t5\n乙\t4\t6\n", '\t'},
      {"a title with semicolons", "某县;2024年;学校表;共三页\n学校,人数\n甲,3\n乙,4\n丙,5\n", ','},
      {"a long note with commas",
       "学校\t人数\n甲\t3\n乙\t4\n丙\t5\n注：本表由学校填报,经核对,一致,无误,截至9月,如有不符,以学校为准,谢谢\n", '\t'},
      {"thousands", "学校\t人数\t图书\n甲\t1,300\t16,000\n乙\t1,200\t13,000\n", '\t'},
      {"quoted commas", "学校;人数\n\"甲,东,西\";3\n\"乙,东,西\";4\n", ';'},
      {"bars", "学校|人数|图书\n甲|3|5\n乙|4|6\n", '|'},
      {"Markdown", "| 学校 | 备注 |\n|---|---|\n| 甲 | 一,二 |\n| 乙 | 三,四 |\n", '|'},
      {"bars in a remark", "学校\t人数\t备注\n甲\t3\t一|二|三|四\n乙\t4\t一|二\n", '\t'},
      {"runs of spaces", "学校  人数    图书\n甲    300     6000\n乙    20      300\n", ' '},
      {"runs of spaces below a title",
       "某县 学校表\n\n  学校名称   人数   图书\n  甲小学     300    6,000\n  乙 小学    20     300\n", ' '},
      {"ideographic spaces", "学校　　人数　　图书\n甲　　３００　　６０００\n乙　　20　　300\n", ' '},
      {"one space each", "学校 人数 图书\n甲 300 6000\n乙 20 300\n", '\t'},
      {"spaces behind commas", "学校,  人数,  图书\n甲,  300,  6000\n乙,  20,  300\n", ','},
      {"spaces beside tabs", "学校\t人数\t图书\n甲  东\t300  \t6000\n乙  西\t20  \t300\n", '\t'},
      {"paragraphs", "　　均衡不是平均。\n　　每个孩子都有好学校。\n　　就近入学。\n", '\t'},
      {"one column", "学校\n甲\n乙\n", '\t'},
      {"one column with a comma", "学校名称\n甲\n乙,丙\n丁\n", '\t'},
      {"nothing", "", '\t'},
  };
  return all;
}

TEST(Delimiter, IsWhatMakesARowLikeTheOther) {
  for (const Case& one : cases())
    EXPECT_EQ(junheng::delimiter_of(one.text).best, one.delimiter) << one.what;
}

TEST(Delimiter, IsWhatAFirstLineSays) {
  for (const std::string first : {"sep=;", "SEP=;", "\"sep=;\""}) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
      const std::string text = first + end + "学校;人数,图书" + end + "甲;3,5" + end;
      EXPECT_EQ(junheng::delimiter_of(text).best, ';') << text;
      EXPECT_EQ(junheng::delimiter_of(text).begin, first.size() + end.size()) << text;
    }
  }
  EXPECT_EQ(junheng::delimiter_of("sep=\t\n学校\t人数\n").best, '\t');
  EXPECT_EQ(junheng::delimiter_of("sep=;;\n").begin, 0U);
  Found found("sep=;\n学校名称;在校生数\n甲小学;3\n");
  EXPECT_EQ(found.fields(), "school pupils");
  ASSERT_EQ(found.layout.rows.size(), 2U);
  EXPECT_EQ(found.layout.rows[0].line, 2U) << "the line is none of the table, and is counted";
}

TEST(Delimiter, WhereOneGivesKnownNamesItIsNotAsked) {
  Found found("学校名称;学校类型;在校生数,图书册数\n甲小学;小学;300,6000\n乙小学;小学;200,3000\n");
  EXPECT_TRUE(found.layout.questions.empty());
  EXPECT_EQ(found.layout.columns.size(), 3U);
}

TEST(Delimiter, WhereTwoGiveKnownNamesItIsAskedAndNothingTakenUntilThen) {
  const std::string table = "学校名称,在校生数,;图书册数;专任教师数\n甲小学,300,;6000;20\n乙小学,200,;3000;15\n";
  Found found(table);
  ASSERT_EQ(found.layout.questions.size(), 1U) << found.headers();
  const junheng::Question& question = found.layout.questions.front();
  EXPECT_EQ(question.kind, QuestionKind::delimiter);
  ASSERT_EQ(question.options.size(), 2U);
  EXPECT_EQ(question.options[0].id, question.proposed);
  EXPECT_TRUE(question.answer.empty());
  EXPECT_EQ(found.count(IssueCode::question_open), 1U);
  EXPECT_EQ(found.layout.table.rows(), 0U);
  for (const junheng::QuestionOption& option : question.options) {
    junheng::TableChoices choices;
    choices.answers = {{QuestionKind::delimiter, {0, 0}, option.id}};
    Found answered(table, choices);
    EXPECT_EQ(answered.count(IssueCode::question_open), 0U);
    ASSERT_EQ(answered.layout.questions.size(), 1U) << "a person can think otherwise";
    EXPECT_EQ(answered.layout.questions.front().answer, option.id);
    EXPECT_EQ(answered.layout.columns.size(), 3U) << option.id;
  }
}

TEST(Delimiter, APersonsWordHoldsWithoutAQuestion) {
  junheng::TableChoices choices;
  choices.answers = {{QuestionKind::delimiter, {0, 0}, "semicolon"}};
  Found found("学校名称,在校生数\n甲小学,300\n", choices);
  EXPECT_EQ(found.layout.columns.size(), 1U);
}

TEST(Delimiter, TheNumbersAreThoseOfTheTable) {
  const std::string rows[] = {
      "学校名称,学校标识码,学校类型,在校生数,图书册数\n松柏小学,3100001204\t,小学,300,6000\n柳溪小学,3100001214\t,小学,"
      "200,3000\n"
      "桃园小学,3100001224\t,小学,500,12500\n",
      "学校名称,学校类型,在校生数,图书册数,场地\n松柏小学,小学,300,6000,篮球场2;排球场1;田径场1;沙坑1\n"
      "柳溪小学,小学,200,3000,篮球场1;单杠2;双杠2;爬杆1\n桃园小学,小学,500,12500,篮球场3;足球场1;田径场1;沙坑2\n",
      "sep=;\n学校名称;学校类型;在校生数;图书册数\n松柏小学;小学;300;6000\n柳溪小学;小学;200;3000\n桃园小学;小学;500;"
      "12500\n"};
  for (const std::string& text : rows) {
    const Outcome outcome(text, test::basic());
    EXPECT_EQ(outcome.result.split.units.size(), 3U) << text;
    EXPECT_NEAR(outcome.value("桃园小学", Stage::primary, "books"), 25, 1e-9) << text;
  }
}

const std::string kOfSpaces =
    "学校名称    学校类型  在校生数  图书册数\n青山小学    小学      300       6000\n柳河小学    小学      200       "
    "3000\n";

TEST(Spaces, PartColumnsWhereAllLinesAgree) {
  Found found("云岭县小学 2023\n" + kOfSpaces + "桃园 小学   小学      500       12,500\n");
  EXPECT_EQ(found.fields(), "school type pupils books");
  EXPECT_EQ(found.rows(), (std::vector<std::string>{"青山小学|小学|300|6000", "柳河小学|小学|200|3000",
                                                    "桃园 小学|小学|500|12,500"}));
}

/// A blank cell would move the numbers behind it to another column.
TEST(Spaces, AreAskedAboutWhereALineHasACellLess) {
  const std::string text = kOfSpaces + "桃园小学    小学                12500\n";
  Found open(text);
  ASSERT_EQ(open.layout.questions.size(), 1U);
  EXPECT_EQ(open.layout.questions.front().kind, QuestionKind::delimiter);
  EXPECT_EQ(open.layout.questions.front().proposed, "spaces");
  EXPECT_EQ(open.layout.questions.front().options[0].sample, "学校名称 | 学校类型 | 在校生数 | 图书册数");
  EXPECT_EQ(open.rows().size(), 0U);
  EXPECT_EQ(open.count(IssueCode::question_open), 1U);
  junheng::Request request;
  request.reading.answers = {{QuestionKind::delimiter, {}, "spaces"}};
  const Outcome parted(text, request, test::basic());
  EXPECT_EQ(parted.result.roster.rows(), 3U);
  EXPECT_EQ(parted.issues(IssueCode::row_too_short), 1U);
  request.reading.answers = {{QuestionKind::delimiter, {}, "none"}};
  EXPECT_EQ(Outcome(text, request, test::basic()).issues(IssueCode::question_open), 0U);
}

TEST(Spaces, ArePartOfTextsThatAreNoTables) {
  for (const std::string text : {"第一条  为促进均衡\n第二条  本办法所称\n第三条  各县  应当\n第四条  附则\n",
                                 "学校名称\n青山  小学\n柳河  小学\n", "甲  乙  丙\n丁\n"})
    EXPECT_TRUE(Found(text).layout.questions.empty()) << text;
}

}  // namespace
