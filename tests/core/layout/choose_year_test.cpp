// SPDX-License-Identifier: MIT
//
// The same schools for two years in one column, in sheets, in files, below titles: asked once, and none taken until then.
#include "layout/choose_year.h"

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

using test::sheet;

const std::string kHead = "学校名称\t学校类型\t在校生数\t图书册数\n";
const std::string kOld = "青山小学\t小学\t300\t3000\n柳河小学\t小学\t200\t2600\n";
const std::string kNew = "青山小学\t小学\t330\t6600\n柳河小学\t小学\t180\t5400\n";

struct TwoYears {
  const char* what;
  test::Tables text;
  const char* newer;  ///< id of the year with 330 and 180 pupils
  const char* older;

  friend void PrintTo(const TwoYears& one, std::ostream* out) { *out << one.what; }
};

class YearsOfRows : public testing::TestWithParam<TwoYears> {};

TEST_P(YearsOfRows, NoneIsTakenUntilSomebodyChooses) {
  Found found(GetParam().text);
  ASSERT_EQ(found.layout.questions.size(), 1U);
  const junheng::Question& question = found.layout.questions.front();
  EXPECT_EQ(question.kind, QuestionKind::year);
  EXPECT_EQ(question.place, junheng::QuestionPlace{});
  EXPECT_EQ(question.proposed, GetParam().newer);
  ASSERT_EQ(question.options.size(), 2U);
  EXPECT_EQ(question.options[0].sample, "青山小学 330、柳河小学 180");
  EXPECT_EQ(question.options[1].id, GetParam().older);
  EXPECT_EQ(found.layout.table.rows(), 0U);
  EXPECT_EQ(found.count(IssueCode::question_open), 1U);
  for (const junheng::SourceRow& row : found.layout.rows)
    EXPECT_NE(row.kind, junheng::RowKind::school);
  const Outcome outcome(GetParam().text, test::basic());
  EXPECT_EQ(outcome.issues(IssueCode::no_rows) + outcome.issues(IssueCode::no_known_column), 0U);
}

TEST_P(YearsOfRows, OnlyThatOfTheYearChosenIsRead) {
  for (const bool newer : {true, false}) {
    junheng::Request request;
    request.reading.answers.push_back({QuestionKind::year, {}, newer ? GetParam().newer : GetParam().older});
    const Outcome outcome(GetParam().text, request, test::basic());
    const auto pupils = test::library().vocabulary.field("pupils").value_or(0);
    ASSERT_EQ(outcome.result.roster.rows(), 2U);
    EXPECT_EQ(outcome.result.roster.fields[pupils].whole->number(0)->mantissa, newer ? 330 : 300);
    EXPECT_EQ(outcome.issues(IssueCode::question_open), 0U);
    EXPECT_GE(outcome.issues(IssueCode::other_years), 1U);
    EXPECT_EQ(outcome.issues(IssueCode::duplicate_unit), 0U);
  }
}

junheng::Request with_years(const char* chosen, const char* previous) {
  junheng::Request request;
  request.reading.answers.push_back({QuestionKind::year, {}, chosen});
  if (*previous != '\0') request.reading.answers.push_back({QuestionKind::previous, {}, previous});
  return request;
}

/// The question of a kind; none of any options where it is not asked.
junheng::Question asked(const Outcome& outcome, QuestionKind kind) {
  for (const junheng::Question& question : outcome.result.questions) {
    if (question.kind == kind) return question;
  }
  return {};
}

/// Books a pupil of both schools have doubled.
TEST_P(YearsOfRows, TheOtherCanBeTheYearBefore) {
  const TwoYears& years = GetParam();
  const Outcome alone(years.text, with_years(years.newer, ""), test::basic());
  const junheng::Question offered = asked(alone, QuestionKind::previous);
  ASSERT_EQ(offered.options.size(), 2U);
  EXPECT_EQ(offered.options[0].id, years.older);
  EXPECT_EQ(offered.options[0].sample, "青山小学 300、柳河小学 200");
  EXPECT_EQ(offered.answer, junheng::kNoPrevious);
  EXPECT_EQ(alone.issues(IssueCode::year_jump), 0U);
  const Outcome compared(years.text, with_years(years.newer, years.older), test::basic());
  EXPECT_EQ(compared.issues(IssueCode::year_jump), 2U);
  EXPECT_EQ(compared.result.roster.rows(), 2U);
  EXPECT_EQ(compared.issues(IssueCode::other_years), alone.issues(IssueCode::other_years));
}

TEST_P(YearsOfRows, NoLaterYearIsTheYearBefore) {
  const TwoYears& years = GetParam();
  for (const char* const previous : {"", years.newer, years.older, "1999", "none"}) {
    const Outcome outcome(years.text, with_years(years.older, previous), test::basic());
    EXPECT_TRUE(asked(outcome, QuestionKind::previous).options.empty()) << previous;
    EXPECT_EQ(outcome.issues(IssueCode::year_jump), 0U) << previous;
  }
}

std::string by_column(const char* header, const char* newer, const char* older) {
  return std::string(header) + "\t" + kHead + older + "\t青山小学\t小学\t300\t3000\n" + newer +
         "\t青山小学\t小学\t330\t6600\n" + older + "\t柳河小学\t小学\t200\t2600\n" + newer +
         "\t柳河小学\t小学\t180\t5400\n";
}

INSTANTIATE_TEST_SUITE_P(
    In, YearsOfRows,
    testing::Values(
        TwoYears{"a column of numbers", by_column("学年度", "2023", "2022"), "2023", "2022"},
        TwoYears{"a column of school years", by_column("学年", "2023-2024学年", "2022-2023学年"), "2023", "2022"},
        TwoYears{"a column of years", by_column("年份", "2023年", "2021年"), "2023", "2021"},
        TwoYears{"a column with marks around its name",
                 by_column("*【学年】（必填）", "2023-2024学年", "2022-2023学年"), "2023", "2022"},
        TwoYears{"a column that nobody knows, of years alone", by_column("填报批次", "2023年", "2022年"), "2023",
                 "2022"},
        TwoYears{"a column where each is written once",
                 "年度\t" + kHead +
                     "2022\t青山小学\t小学\t300\t3000\n\t柳河小学\t小学\t200\t2600\n"
                     "2023\t青山小学\t小学\t330\t6600\n\t柳河小学\t小学\t180\t5400\n",
                 "2023", "2022"},
        TwoYears{"names of sheets", sheet("2022", kHead + kOld) + sheet("2023", kHead + kNew), "2023", "2022"},
        TwoYears{"names of files", sheet("小学2023年.csv", kHead + kNew) + sheet("小学2022年.csv", kHead + kOld),
                 "2023", "2022"},
        TwoYears{"titles",
                 "云岭县2022年小学情况\t\t\t\n" + kHead + kOld + "\n云岭县2023年小学情况\t\t\t\n" + kHead + kNew,
                 "2023", "2022"},
        TwoYears{"Chinese numerals", sheet("二〇二二年", kHead + kOld) + sheet("二〇二三年", kHead + kNew), "2023",
                 "2022"}));

TEST(YearBefore, StandsInColumnsBesideTheYearThatIsChosen) {
  const std::string table =
      "学校名称\t学校类型\t2022年在校生数\t2023年在校生数\t2022年图书册数\t2023年图书册数\n"
      "青山小学\t小学\t300\t330\t3000\t6600\n柳河小学\t小学\t200\t180\t2600\t2500\n";
  EXPECT_EQ(Outcome(table, with_years("2023", "2022"), test::basic()).issues(IssueCode::year_jump), 1U);
  EXPECT_EQ(Outcome(table, with_years("2023", "none"), test::basic()).issues(IssueCode::year_jump), 0U);
  const Outcome one_column(
      table,
      [] {
        junheng::Request request = with_years("2023", "2022");
        request.reading.columns.push_back({5, "", "", ""});  // the books of 2023: not used
        return request;
      }(),
      test::basic());
  EXPECT_EQ(one_column.issues(IssueCode::year_jump), 0U);
}

TEST(YearBefore, IsProposedWhereItIsTheYearBeforeAndOfThreeTheNearest) {
  const auto rows = [](const char* year) { return std::string(year) + "\t青山小学\t小学\t300\t3000\n"; };
  const std::string table = "学年\t" + kHead + rows("2019") + rows("2021") + rows("2023");
  const auto offered = [&](const char* chosen) {
    return asked(Outcome(table, with_years(chosen, ""), test::basic()), QuestionKind::previous);
  };
  ASSERT_EQ(offered("2023").options.size(), 3U);
  EXPECT_EQ(offered("2023").options[0].id, "2021");
  EXPECT_EQ(offered("2023").proposed, "none") << "two years before";
  EXPECT_EQ(offered("2021").options.size(), 2U);
  const Outcome next("学年\t" + kHead + rows("2022") + rows("2023"), with_years("2023", ""), test::basic());
  EXPECT_EQ(asked(next, QuestionKind::previous).proposed, "2022");
}

TEST(YearBefore, OfTheTablesComesBeforeATableOfItsOwn) {
  junheng::Request request = with_years("2023", "2022");
  const std::string other = kHead + kNew;
  request.previous = other;
  const std::string table = by_column("学年", "2023", "2022");
  EXPECT_EQ(Outcome(table, request, test::basic()).issues(IssueCode::year_jump), 2U);
  request.reading.answers.pop_back();
  EXPECT_EQ(Outcome(table, request, test::basic()).issues(IssueCode::year_jump), 0U);
}

TEST(YearsOfRows, OneYearIsNoQuestion) {
  const Found found(by_column("学年度", "2023", "2023"));
  EXPECT_TRUE(found.layout.questions.empty());
  EXPECT_EQ(found.layout.table.rows(), 4U);
}

TEST(YearsOfRows, OtherSchoolsInEachYearAreNoQuestion) {
  const Found found("年份\t" + kHead + "2019\t青山小学\t小学\t300\t3000\n2021\t柳河小学\t小学\t200\t2600\n");
  EXPECT_TRUE(found.layout.questions.empty());
  EXPECT_EQ(found.layout.table.rows(), 2U);
}

TEST(YearsOfRows, OtherNumbersOfTheSameSchoolsAreJoined) {
  Found found(sheet("2022年基本情况", kHead + kOld) +
              sheet("2023年设备",
                    "学校名称\t学校类型\t计算机台数\t专任教师数\n青山小学\t小学\t31\t20\n柳河小学\t小学\t18\t14\n"));
  EXPECT_TRUE(found.layout.questions.empty());
  EXPECT_EQ(found.rows().size(), 2U);
}

TEST(YearsOfRows, TheSameRowsTwiceAreCountedOnce) {
  const std::string table = kHead + kNew;
  const Outcome outcome(sheet("a.csv", table) + sheet("b.csv", table), test::basic());
  EXPECT_EQ(outcome.result.roster.rows(), 2U);
  EXPECT_EQ(outcome.issues(IssueCode::rows_twice), 1U);
  EXPECT_EQ(outcome.issues(IssueCode::duplicate_unit), 0U);
  const Outcome other(sheet("a.csv", table) + sheet("b.csv", kHead + kOld), test::basic());
  EXPECT_EQ(other.result.roster.rows(), 4U) << "two numbers for one thing are for a person to see";
  EXPECT_GE(other.issues(IssueCode::duplicate_unit), 1U);
}

}  // namespace
