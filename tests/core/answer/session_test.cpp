// SPDX-License-Identifier: MIT
#include "junheng/session.h"

#include <gtest/gtest.h>

#include <string>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using junheng::Session;
using test::Json;

namespace {

constexpr junheng::Languages kBoth{};

TEST(Session, ARequestWithoutAKnownStandardIsTheIssueThatSaysSo) {
  const std::string request = R"({"standard":"quality-2099","encoding":"gb18030"})";
  const Session session("学校名称\t在校生数\n甲\t1\n", request, test::library());
  EXPECT_EQ(session.evaluation(), nullptr);
  EXPECT_EQ(session.counties(), 0U);
  EXPECT_TRUE(session.summary().verdict.empty());
  EXPECT_EQ(session.units(std::nullopt).size(), 0U);
  EXPECT_EQ(session.units(std::nullopt).begin.size(), 1U);
  EXPECT_TRUE(session.unit_values(std::nullopt, 0, true).value.empty());
  EXPECT_EQ(session.county(0, true, false, kBoth), "null");
  EXPECT_EQ(session.explanation(R"({"county":0,"item":"G1"})", kBoth), "null");
  const Json whole = Json::parse(junheng::answer("", request, test::library()));
  EXPECT_EQ(Json::parse(session.head(kBoth)), whole.without("/counties").without("/issues"));
  EXPECT_EQ(Json::parse(session.issues(0, 9, kBoth)), whole["issues"]);
  EXPECT_EQ(session.issues(1, 9, kBoth), "[]");
}

TEST(Session, InStepsItIsTheSameAsAtOnce) {
  const std::string table = test::source_file("public/samples/sample-county.tsv");
  std::string request = R"({"standard":"quality-2017","county":"G1\t是\n毕业学生人数\t940\n"})";
  const Session at_once(table, request, test::library());
  Session session(Session::InSteps{}, table, request, test::library());
  request.assign(request.size(), 'x');
  double share = -1;
  for (unsigned i = 1; i < junheng::Evaluating::kStages; ++i) {
    EXPECT_GT(session.share(), share);
    share = session.share();
    EXPECT_TRUE(session.step());
    EXPECT_EQ(session.evaluation(), nullptr);
  }
  EXPECT_FALSE(session.step());
  EXPECT_FALSE(session.step()) << "once more";
  EXPECT_EQ(session.share(), 1);
  EXPECT_EQ(session.county(0, true, true, kBoth), at_once.county(0, true, true, kBoth));
  EXPECT_EQ(session.issues(0, 99, kBoth), at_once.issues(0, 99, kBoth));

  Session refused(Session::InSteps{}, table, R"({"standard":"quality-2099"})", test::library());
  EXPECT_FALSE(refused.step());
  EXPECT_EQ(refused.counties(), 0U);
  const Session left(Session::InSteps{}, table, R"({"standard":"quality-2017"})", test::library());
  EXPECT_EQ(left.share(), 0) << "and is not taken any further";
}

TEST(Session, ALargeTableHasStepsWithinItsStages) {
  constexpr std::uint32_t kSchools = 52'000;
  std::string table = "学校名称\t学校类型\t在校生数\t图书册数\t备注\n";
  const std::string remark(60, 'x');
  for (std::uint32_t i = 0; i < kSchools; ++i)
    table += std::to_string(i) + "小学\t小学\t" + std::to_string(100 + i % 7) + "\t2000\t" + remark + "\n";
  Session session(Session::InSteps{}, std::move(table), R"({"standard":"basic-2012"})", test::library());
  double share = 0;
  unsigned steps = 1;
  for (; session.step(); ++steps) {
    EXPECT_GE(session.share(), share);
    share = session.share();
    EXPECT_EQ(session.evaluation(), nullptr);
  }
  EXPECT_GT(steps, 3 * junheng::Evaluating::kStages);
  const auto units = session.units(std::nullopt);
  ASSERT_EQ(units.pupils.size(), kSchools);
  for (std::uint32_t i = 0; i < kSchools; ++i)
    ASSERT_EQ(units.pupils[i], 100 + i % 7) << i;
}

TEST(Session, OutlivesItsTableItsRequestAndItsStandard) {
  junheng::Library library = junheng::load_library();
  const auto own = [](const char* limit) {
    return std::string(R"({"schema":"junheng.standard/1","id":"own","parent":"quality-2017",)"
                       R"("title":{"zh":"自定","en":"own"},"document":{"zh":"例","en":"e"},)"
                       R"("balanceRule":{"limit":{"primary":{"value":")") +
           limit + R"(","confidence":"R"}}}})";
  };
  ASSERT_TRUE(library.add(own("0.2")).empty());
  std::string table = "学校名称\t学校类型\t在校生数\t网络多媒体教室数\n";
  for (int i = 1; i <= 40; ++i)
    table += "第" + std::to_string(i) + "小学\t小学\t" + std::to_string(100 + i) + "\t" + std::to_string(i) + "\n";
  std::string request = R"({"standard":"own","county":"G1\t是\n毕业学生人数\t940\n"})";
  const Session session(std::string(table), request, library);
  const std::string before = session.county(0, true, true, kBoth);
  request.assign(request.size(), 'x');
  ASSERT_TRUE(library.add(own("0.9")).empty());
  EXPECT_EQ(session.county(0, true, true, kBoth), before);
  EXPECT_DOUBLE_EQ(session.summary().cv_limit.at(0), 0.2);
}

TEST(Session, NamesThatAreTooLongAreCutAsInTheWholeAnswer) {
  const auto longer = [](const char* name) {
    std::string text;
    for (int i = 0; i < 3000; ++i)
      text += name;
    return text;
  };
  const std::string table = "省份\t区县\t学校名称\t学校类型\t在校生数\n" + longer("甲省") + "\t" + longer("乙县") +
                            "\t" + longer("丙校") + "\t小学\t100\n" + "丁省\t戊县\t己小学\t小学\t90\n";
  const std::string request = R"({"standard":"quality-2017"})";
  const Session session(std::string(table), request, test::library());
  const Json counties = Json::parse(junheng::answer(table, request, test::library()))["counties"];
  ASSERT_EQ(session.counties(), 2U);
  const junheng::TextColumn schools = session.unit_names(std::nullopt);
  for (std::size_t c = 0; c < 2; ++c) {
    EXPECT_EQ(session.county_names()[c], counties[c]["name"].text());
    EXPECT_EQ(session.province_names()[c], counties[c]["province"].text());
    EXPECT_EQ(schools[c], counties[c]["units"][0]["school"].text());
  }
  EXPECT_LT(schools.bytes.size(), 3000U);
}

TEST(Session, FactsAloneAreACountyWithoutUnits) {
  const std::string request =
      R"({"standard":"quality-2017","county":"{\"name\":\"乙县\",\"coefficients\":{\"primary\":{\"teaching_area\":0.31}}}"})";
  const Session session("", request, test::library());
  ASSERT_EQ(session.counties(), 1U);
  const junheng::SummaryColumns columns = session.summary();
  EXPECT_EQ(columns.units.at(0), 0U);
  const std::size_t teaching_area = 3;
  EXPECT_DOUBLE_EQ(columns.cv.at(teaching_area), 0.31);
  EXPECT_EQ(columns.given.at(teaching_area), 1);
  EXPECT_EQ(session.units(0).size(), 0U);
  EXPECT_TRUE(session.unit_values(0, columns.cv.size(), false).value.empty()) << "no such indicator";
}

}  // namespace
