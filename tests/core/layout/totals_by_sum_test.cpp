// SPDX-License-Identifier: MIT
//
// Rows that no word names as totals, and whose numbers are sums: asked about, and kept out until somebody answers.
#include "layout/totals_by_sum.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::QuestionKind;
using test::Found;
using test::Outcome;

namespace {

const std::string kHead = "学校名称\t学校类型\t在校生数\t图书册数\t计算机台数\n";
const std::string kPine = "松柏小学\t小学\t300\t6000\t31\n";
const std::string kWillow = "柳溪小学\t小学\t200\t3000\t18\n";
const std::string kPeach = "桃园小学\t小学\t500\t12500\t47\n";
const std::string kCherry = "樱山小学\t小学\t120\t2400\t9\n";

struct Sums {
  const char* what;
  std::string text;
  const char* kinds;

  friend void PrintTo(const Sums& one, std::ostream* out) { *out << one.what; }
};

class RowsThatAreSums : public testing::TestWithParam<Sums> {};

TEST_P(RowsThatAreSums, AreAskedAboutAndKeptOut) {
  Found found(GetParam().text);
  EXPECT_EQ(found.kinds(), GetParam().kinds);
  EXPECT_EQ(found.count(IssueCode::question_open), found.layout.questions.size());
  for (const junheng::Question& question : found.layout.questions) {
    EXPECT_EQ(question.kind, QuestionKind::sum_row);
    EXPECT_EQ(question.proposed, "total");
    EXPECT_EQ(question.answer, "");
  }
}

INSTANTIATE_TEST_SUITE_P(
    Found, RowsThatAreSums,
    testing::Values(Sums{"a town below its schools", kHead + kPine + kWillow + "城关镇\t\t500\t9000\t49\n" + kPeach,
                         "header school school total school"},
                    Sums{"a town above its schools", kHead + "城关镇\t\t500\t9000\t49\n" + kPine + kWillow + kPeach,
                         "header total school school school"},
                    Sums{"behind a code, with numbers in other writings",
                         "学校名称\t学校标识码\t学校类型\t在校生数\t图书册数\t计算机台数\n"
                         "松柏小学\t3100000001\t小学\t300\t6000\t31\n"
                         "柳溪小学\t3100000002\t小学\t２００\t3,000\t18\n"
                         "桃园小学\t3100000003\t小学\t\t700\t4\n"
                         "樱山小学\t3100000004\t小学\t1,200\t2400\t9\n"
                         "城关镇\t\t\t1700\t12100\t62\n",
                         "header school school school school total"},
                    Sums{"named as a school", kHead + kPine + kWillow + kPeach + "云岭县中心学校\t\t1000\t21500\t96\n",
                         "header school school school total"},
                    Sums{"towns, one of them of one school, and all of them",
                         kHead + kPine + kWillow + "城关镇\t\t500\t9000\t49\n" + kPeach + "河口镇\t\t500\t12500\t47\n" +
                             "云岭\t\t1000\t21500\t96\n",
                         "header school school total school total total"},
                    Sums{"all, and towns above their schools",
                         kHead + "云岭\t\t1120\t23900\t105\n城关镇\t\t500\t9000\t49\n" + kPine + kWillow +
                             "河口镇\t\t620\t14900\t56\n" + kPeach + kCherry,
                         "header total total school school total school school"},
                    Sums{"with a slip in one column", kHead + kPine + kWillow + "城关镇\t\t500\t9000\t48\n" + kPeach,
                         "header school school total school"},
                    Sums{"of areas with decimals",
                         "学校名称\t在校生数\t教学及辅助用房面积\t体育运动场馆面积\n松柏小学\t300\t1500.25\t2400\n"
                         "柳溪小学\t200\t900.5\t1600.125\n城关\t500\t2400.75\t4000.125\n",
                         "header school school total"},
                    Sums{"after a total by its word",
                         kHead + kPine + kWillow + "城关镇小计\t\t500\t9000\t49\n" + kPeach + kCherry +
                             "河口镇\t\t620\t14900\t56\n",
                         "header school school total school school total"}));

INSTANTIATE_TEST_SUITE_P(
    NotFound, RowsThatAreSums,
    testing::Values(
        Sums{"the clean table", kHead + kPine + kWillow + kPeach, "header school school school"},
        Sums{"alike in one column only", kHead + kPine + kWillow + "桃园小学\t小学\t500\t12500\t47\n",
             "header school school school"},
        Sums{"all zero", kHead + "松柏小学\t小学\t0\t0\t0\n柳溪小学\t小学\t0\t0\t0\n桃园小学\t小学\t0\t0\t0\n",
             "header school school school"},
        Sums{"what a school has as a whole",
             "学校名称\t学段\t在校生数\t图书册数\n松柏学校小学部\t小学\t300\t6000\n松柏学校初中部\t初中\t200\t3000\n"
             "松柏学校\t\t500\t9000\n",
             "header school school school"},
        Sums{"two schools alike", kHead + kPine + "柳溪小学\t小学\t300\t6000\t31\n" + kPeach,
             "header school school school"}));

TEST(SumRows, SayWhatTheyAreTheSumOf) {
  const Found found(kHead + kPine + kWillow + "城关镇\t\t500\t9000\t49\n" + kPeach);
  ASSERT_EQ(found.layout.questions.size(), 1U);
  const junheng::Question& question = found.layout.questions.front();
  EXPECT_EQ(question.place, (junheng::QuestionPlace{0, 4}));
  ASSERT_EQ(question.options.size(), 2U);
  EXPECT_EQ(question.options[0].sample, "300 + 200 = 500");
  EXPECT_EQ(question.options[1].sample, "城关镇");
}

TEST(SumRows, AreWhatAPersonSays) {
  const std::string text = kHead + kPine + kWillow + "城关镇\t\t500\t9000\t49\n" + kPeach;
  for (const std::uint32_t line : {4U, 0U}) {
    for (const char* const option : {"total", "school"}) {
      junheng::TableChoices choices;
      choices.answers.push_back({QuestionKind::sum_row, {0, line}, option});
      Found found(text, choices);
      EXPECT_EQ(found.kinds(), "header school school " + std::string(option) + " school");
      EXPECT_EQ(found.layout.questions.at(0).answer, option);
      EXPECT_EQ(found.count(IssueCode::question_open), 0U);
    }
  }
}

TEST(SumRows, AreNoPartOfTheNumbersUntilThen) {
  const Outcome outcome(kHead + kPine + kWillow + "城关镇\t\t500\t9000\t49\n" + kPeach, test::basic());
  const auto stage = outcome.result.split.stages.at(outcome.stage(junheng::Stage::primary));
  EXPECT_EQ(stage.end - stage.begin, 3U);
  EXPECT_EQ(outcome.issues(IssueCode::total_differs), 0U);
  const auto issue = outcome.issue(IssueCode::question_open);
  ASSERT_TRUE(issue.has_value());
  EXPECT_EQ(issue->line, 4U);
}

TEST(SumRows, OfManyRowsAreFoundWithoutComparingAllWithAll) {
  std::string text = kHead;
  long pupils = 0;
  long books = 0;
  for (int i = 1; i <= 20'000; ++i) {
    text += "第" + std::to_string(i) + "小学\t小学\t1\t" + std::to_string(10 + i % 7) + "\t1\n";
    ++pupils;
    books += 10 + i % 7;
  }
  text += "某地\t\t" + std::to_string(pupils) + "\t" + std::to_string(books) + "\t20000\n";
  const Found found(text);
  ASSERT_EQ(found.layout.questions.size(), 1U);
  EXPECT_EQ(found.layout.questions[0].place.line, 20'002U);
}

}  // namespace
