// SPDX-License-Identifier: MIT
//
// Enrolment nearby (G13) from the schools' table: public schools of cities and towns without boarding schools, each stage
// by its own limit. The quotients are written down here, by hand.
#include <gtest/gtest.h>

#include <string>

#include "junheng/finding.h"
#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

constexpr const char* kHeader =
    "学校名称\t学校类型\t在校生数\t家庭住址在划片范围内的在校学生人数\t办学性质\t城乡类型\t是否寄宿制学校\n";

Outcome table(const std::string& rows) {
  return Outcome(kHeader + rows);
}

/// The value of a stage in percent, to four decimals; "?" where it is not known.
std::string share(const Outcome& outcome, junheng::Stage stage) {
  for (const junheng::Judged& judged : outcome.check("G13", "near").judged) {
    if (judged.subject.stage != static_cast<std::uint8_t>(stage)) continue;
    if (judged.value.none) return "none";
    return judged.value.known ? std::to_string(judged.value.value() * 100).substr(0, 7) : "?";
  }
  return "no such stage";
}

std::string said(const Outcome& outcome) {
  const junheng::Item& item = *outcome.rule_of("G13");
  return junheng::finding(test::library().zh, item, item.checks[0], outcome.check("G13", "near"), outcome.result);
}

const std::string kPrimary = "甲小学\t小学\t1000\t1000\t公办\t城区\t否\n";
const std::string kMiddle = "乙中学\t初中\t800\t780\t公办\t镇区\t否\n";

TEST(Nearby, IsTheShareOfThePupilsOfTheSchoolsThatAreMeant) {
  const Outcome outcome = table(kPrimary + kMiddle);
  EXPECT_EQ(share(outcome, junheng::Stage::primary), "100.000");
  EXPECT_EQ(share(outcome, junheng::Stage::middle), "97.5000") << "780 of 800";
  EXPECT_EQ(outcome.item_verdict("G13"), Verdict::pass) << "95 % is asked of 初中, 100 % of 小学";
  EXPECT_EQ(said(outcome), "就近划片入学比例：小学 100.00 %，要求不低于 100 %；初中 97.50 %，要求不低于 95 %");
}

TEST(Nearby, IsOfAllOfThemTogether) {
  const Outcome outcome = table(kPrimary + kMiddle + "丙中学\t初中\t200\t169\t公办\t主城区\t否\n");
  EXPECT_EQ(share(outcome, junheng::Stage::middle), "94.9000") << "780 + 169 of 800 + 200";
  EXPECT_EQ(outcome.item_verdict("G13"), Verdict::fail);
  EXPECT_EQ(table(kMiddle + "甲小学\t小学\t1000\t999\t公办\t城区\t否\n").item_verdict("G13"), Verdict::fail);
}

/// Each of these has nobody who lives nearby, and is none of the schools of which the rule speaks.
TEST(Nearby, LeavesOthersOut) {
  for (const std::string row : {"丙小学\t小学\t500\t0\t民办\t城区\t否\n", "丙小学\t小学\t500\t0\t公办\t乡村\t否\n",
                                "丙小学\t小学\t500\t0\t公办\t镇区\t是\n", "丙小学\t小学\t500\t\t民办\t\t\n",
                                "丙小学\t小学\t500\t\t\t220\t否\n", "丙小学\t民办小学\t500\t0\t\t城区\t否\n"}) {
    const Outcome outcome = table(kPrimary + row + kMiddle);
    EXPECT_EQ(share(outcome, junheng::Stage::primary), "100.000") << row;
    EXPECT_EQ(outcome.item_verdict("G13"), Verdict::pass) << row;
  }
}

TEST(Nearby, ReadsTheWordsAndCodesOfPlaces) {
  for (const std::string place :
       {"城区", "主城区", "城乡结合区", "镇区", "镇中心区", "镇乡结合区", "111", "121", "city", "镇区（镇中心区）"})
    EXPECT_EQ(table(kPrimary + kMiddle + "丙小学\t小学\t500\t0\t公办\t" + place + "\t否\n").item_verdict("G13"),
              Verdict::fail)
        << place;
  for (const std::string place : {"乡村", "农村", "乡中心区", "村庄", "210", "country"})
    EXPECT_EQ(table(kPrimary + kMiddle + "丙小学\t小学\t500\t0\t公办\t" + place + "\t否\n").item_verdict("G13"),
              Verdict::pass)
        << place;
}

/// A blank is no zero, and no reason to leave a school out.
TEST(Nearby, IsUnknownWhereItIsNotSaidWhomTheRuleMeans) {
  const struct {
    const char* row;
    const char* lacks;
  } rows[] = {{"丙小学\t小学\t500\t500\t\t城区\t否\n", "（丙小学缺办学性质）"},
              {"丙小学\t小学\t500\t500\t公办\t\t否\n", "（丙小学缺城乡类型）"},
              {"丙小学\t小学\t500\t500\t公办\t某处\t否\n", "（丙小学缺城乡类型）"},
              {"丙小学\t小学\t500\t\t公办\t城区\t否\n", "（丙小学缺家庭住址在划片范围内的在校学生人数）"}};
  for (const auto& one : rows) {
    const Outcome outcome = table(kPrimary + one.row + kMiddle);
    EXPECT_EQ(share(outcome, junheng::Stage::primary), "?") << one.row;
    EXPECT_EQ(outcome.item_verdict("G13"), Verdict::unknown) << one.row;
    EXPECT_NE(said(outcome).find(one.lacks), std::string::npos) << said(outcome);
  }
}

TEST(Nearby, OfNoSchoolAtAllIsMet) {
  const Outcome outcome = table("甲小学\t小学\t1000\t0\t公办\t乡村\t否\n" + kMiddle);
  EXPECT_EQ(share(outcome, junheng::Stage::primary), "none");
  EXPECT_EQ(outcome.item_verdict("G13"), Verdict::pass);
  EXPECT_EQ(table(kMiddle).item_verdict("G13"), Verdict::unknown) << "a stage that is not in the table is not known";
}

/// Without one of the columns nobody knows whom the rule means; what the county states decides as before.
TEST(Nearby, NeedsAllOfTheColumns) {
  const std::string all[] = {
      "学校名称\t学校类型\t在校生数\t家庭住址在划片范围内的在校学生人数\t办学性质\t城乡类型\n甲小学\t小学\t1000\t0\t公"
      "办\t城区\n",
      "学校名称\t学校类型\t在校生数\t家庭住址在划片范围内的在校学生人数\t办学性质\t是否寄宿制学校\n甲小学\t小学\t1000\t"
      "0\t公办\t否\n",
      "学校名称\t学校类型\t在校生数\t家庭住址在划片范围内的在校学生人数\t城乡类型\t是否寄宿制学校\n甲小学\t小学\t1000\t"
      "0\t城区\t否\n",
      "学校名称\t学校类型\t在校生数\t办学性质\t城乡类型\t是否寄宿制学校\n甲小学\t小学\t1000\t公办\t城区\t否\n"};
  for (const std::string& one : all)
    EXPECT_EQ(Outcome(one).item_verdict("G13"), Verdict::unknown) << one;
  junheng::Request request;
  request.county = "小学就近划片入学比例\t100%\n初中就近划片入学比例\t95%";
  EXPECT_EQ(Outcome(all[0], request).item_verdict("G13"), Verdict::pass);
}

/// A fact about all schools is no number of these.
TEST(Nearby, TakesNoFactForTheSumOfSomeSchools) {
  junheng::Request request;
  request.county = "小学在校生数\t5000\n小学家庭住址在划片范围内的在校学生人数\t10";
  EXPECT_EQ(share(Outcome(kHeader + kPrimary + kMiddle, request), junheng::Stage::primary), "100.000");
}

/// The stages of one school, in rows of their own: what one row says of the school holds for the other.
TEST(Nearby, OfASchoolInSeveralRows) {
  const Outcome outcome =
      table("甲校小学部\t九年一贯制\t400\t400\t公办\t城区\t否\n甲校初中部\t九年一贯制\t300\t288\t\t\t\n");
  EXPECT_EQ(share(outcome, junheng::Stage::primary), "100.000");
  EXPECT_EQ(share(outcome, junheng::Stage::middle), "96.0000");
}

}  // namespace
