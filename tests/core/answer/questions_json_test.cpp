// SPDX-License-Identifier: MIT
// What is asked about a table: how an answer lists it, and that what was answered comes back with it.
#include "junheng/question.h"

#include <gtest/gtest.h>

#include <string>

#include "junheng/evaluation.h"
#include "junheng/junheng.h"
#include "junheng/question_text.h"
#include "support/json.h"
#include "support/outcome.h"

namespace {

using junheng::Question;
using junheng::QuestionKind;

junheng::Evaluation evaluated(std::vector<Question> questions, std::vector<junheng::Sheet> sheets = {{}}) {
  junheng::Issues issues;
  junheng::Layout layout =
      junheng::find_layout("学校名称\t在校生数\n甲小学\t300\n", test::library().vocabulary, {}, issues);
  layout.sheets = std::move(sheets);
  layout.questions = std::move(questions);
  return junheng::evaluate_layout(std::move(layout), {}, *test::library().standard("quality-2017"),
                                  test::library().vocabulary, {});
}

TEST(QuestionsJson, OptionsWithLabelsSamplesAndWhatIsProposed) {
  const auto result = evaluated({{QuestionKind::year, {}, {{"2023", "2 所 510 人"}, {"2022", ""}}, "2023", ""}});
  const std::string json = junheng::evaluation_json(result, test::library(), junheng::Detail::full);
  EXPECT_NE(json.find(R"("questions":[{"question":"year","sheet":0,"row":0,"message":{"zh":"表里有几个年份的数)"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("options":[{"id":"2023","label":{"zh":"2023","en":"2023"},"sample":"2 所 510 人"},)"
                      R"({"id":"2022","label":{"zh":"2022","en":"2022"},"sample":null}],)"
                      R"("proposed":"2023","answer":null}])"),
            std::string::npos)
      << json;
}

TEST(QuestionsJson, AQuestionAboutTheWholeTableBeginsWithIt) {
  const auto asked = [](std::vector<junheng::Sheet> sheets, std::uint32_t line, junheng::Language language) {
    const Question question{QuestionKind::county, {0, line}, {}, "", ""};
    return junheng::question_text(test::library().words(language), question, sheets);
  };
  const auto zh = junheng::Language::zh;
  const auto en = junheng::Language::en;
  EXPECT_EQ(asked({{}}, 0, zh).find("整张表的区县取自"), 0U) << asked({{}}, 0, zh);
  EXPECT_EQ(asked({{}}, 0, en).find("the whole table: the county"), 0U) << asked({{}}, 0, en);
  EXPECT_EQ(asked({{}}, 3, zh).find("第 3 行的区县"), 0U) << asked({{}}, 3, zh);
  junheng::Sheet one;
  one.name = "甲县";
  EXPECT_EQ(asked({one, {}}, 0, zh).find("“甲县”整张表的区县"), 0U) << asked({one, {}}, 0, zh);
  EXPECT_EQ(asked({one, {}}, 0, en).find("the whole table of “甲县”: the county"), 0U) << asked({one, {}}, 0, en);
}

TEST(QuestionsJson, NothingIsSaidWhereNothingIsAsked) {
  const std::string json = junheng::evaluation_json(evaluated({}), test::library(), junheng::Detail::full);
  EXPECT_EQ(json.find("\"questions\""), std::string::npos);
}

/// Without a county there would be nothing on the screen, and nobody could answer.
TEST(QuestionsJson, ATableThatWaitsForAnAnswerHasACountyThatCannotBeJudged) {
  const test::Outcome outcome("学年\t学校名称\t在校生数\n2022\t甲小学\t300\n2023\t甲小学\t310\n");
  ASSERT_EQ(outcome.result.counties.size(), 1U);
  EXPECT_EQ(outcome.result.counties.front().verdict, junheng::Verdict::unknown);
  EXPECT_EQ(outcome.issues(junheng::IssueCode::no_rows), 0U);
}

TEST(QuestionsJson, ARowIsNamedWithItsSheetWhereThereAreSeveral) {
  const Question row{QuestionKind::sum_row, {1, 7}, {{"total", {}}, {"school", {}}}, "total", ""};
  const junheng::Words& zh = test::library().zh;
  const std::vector<junheng::Sheet> two = {{"小学", 0, false, {}, {}}, {"初中", 40, false, {}, {}}};
  EXPECT_EQ(question_text(zh, row, two), "“初中”第 7 行的数等于几行之和：是合计，还是一所学校？");
  EXPECT_EQ(question_text(zh, row, {{}}), "第 7 行的数等于几行之和：是合计，还是一所学校？");
  const std::vector<junheng::Sheet> turned = {{"小学", 0, false, {}, {}}, {"初中", 40, true, {}, {}}};
  EXPECT_EQ(question_text(zh, row, turned), "“初中”第 7 列的数等于几行之和：是合计，还是一所学校？");
  EXPECT_EQ(choice_text(zh, row, row.options[0]), "是合计，不计入");
}

TEST(QuestionsJson, EveryOptionOfAFixedQuestionHasItsWords) {
  for (const junheng::Words* words : {&test::library().zh, &test::library().en}) {
    for (const auto& [kind, ids] :
         {std::pair{QuestionKind::delimiter, "tab comma semicolon bar spaces none"},
          std::pair{QuestionKind::direction, "rows columns"}, std::pair{QuestionKind::sum_row, "total school"},
          std::pair{QuestionKind::stage, "primary middle senior none"},
          std::pair{QuestionKind::previous, "2022 none"}}) {
      std::istringstream list(ids);
      for (std::string id; list >> id;) {
        const Question question{kind, {}, {{id, {}}}, {}, {}};
        EXPECT_NE(choice_text(*words, question, question.options[0]), id);
      }
    }
  }
}

TEST(QuestionsJson, AnswersAreFoundByWhatWasAskedAndWhere) {
  const std::vector<junheng::Answer> answers = {{QuestionKind::sum_row, {0, 4}, "school"},
                                                {QuestionKind::year, {}, "2022"}};
  EXPECT_EQ(answer_to(answers, QuestionKind::year, {}), "2022");
  EXPECT_EQ(answer_to(answers, QuestionKind::sum_row, {0, 4}), "school");
  EXPECT_EQ(answer_to(answers, QuestionKind::sum_row, {1, 4}), "");
  EXPECT_EQ(answer_to(answers, QuestionKind::direction, {0, 4}), "");
  EXPECT_TRUE(junheng::is_open({{QuestionKind::year, {}, {}, "2023", ""}}));
  EXPECT_FALSE(junheng::is_open({{QuestionKind::year, {}, {}, "2023", "2022"}}));
}

}  // namespace
