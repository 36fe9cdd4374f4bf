// SPDX-License-Identifier: MIT
// The answers about what to do, as JSON.
#include "junheng/plan_session.h"

#include <gtest/gtest.h>

#include <string>

#include "json/json_tree.h"
#include "support/outcome.h"
#include "support/sheet.h"

namespace junheng {
namespace {

constexpr const char* kRequest = R"({"standard":"quality-2017"})";

std::string short_county() {
  test::Sheet sheet = test::quality_sheet({test::good_row("甲", "小学", 400), test::good_row("乙", "小学", 300)});
  sheet.rows[1][test::kFirstResource] = "9";  // of 300 pupils 12.6 are asked, 10.71 the floor
  return sheet.tsv();
}

class Sessions : public testing::Test {
 protected:
  PlanSession session_{short_county(), kRequest, test::library()};

  JsonTree plan(const std::string& rest) const {
    return JsonTree::parse(session_.plan(R"({"county":0,"stage":"primary")" + rest + "}"));
  }
};

TEST_F(Sessions, NameWhatCanBeHad) {
  const JsonTree tree = JsonTree::parse(session_.stages());
  const Json stage = tree.root()[0].find("stages")[0];
  EXPECT_EQ(stage.find("stage").text(), "primary");
  EXPECT_EQ(stage.find("units").size(), 2U);
  EXPECT_EQ(stage.find("units")[1].find("school").text(), "乙");
  EXPECT_EQ(stage.find("resources").size(), test::kQualityIndicators);
  EXPECT_EQ(stage.find("resources")[0].find("id").text(), "degree_teachers");
}

TEST_F(Sessions, CountThingsWhereNoPriceIsNamed) {
  const JsonTree tree = plan("");
  const Json root = tree.root();
  EXPECT_EQ(root.find("outcome").text(), "planned");
  EXPECT_TRUE(root.find("counted").boolean());
  EXPECT_TRUE(root.find("cost").is_null());
  EXPECT_TRUE(root.find("optimal").boolean());
  ASSERT_EQ(root.find("schools").size(), 1U);
  const Json change = root.find("schools")[0].find("changes")[0];
  EXPECT_EQ(change.find("indicator").text(), "degree_teachers");
  EXPECT_EQ(change.find("by").text(), "2");
  EXPECT_EQ(change.find("before").text(), "3.00");
  EXPECT_EQ(change.find("verdictAfter").text(), "near");
  EXPECT_EQ(root.find("changes")[0].find("text").text(), "11");
  EXPECT_EQ(root.find("verdictAfter").text(), "pass");
  EXPECT_EQ(root.find("steps")[0].find("by").text(), "2");
}

TEST_F(Sessions, TakePricesCapsAndABudget) {
  const JsonTree priced = plan(R"(,"resources":[{"id":"degree_teachers","price":"90000"}])");
  EXPECT_EQ(priced.root().find("cost").number_text(), "180000");
  EXPECT_EQ(priced.root().find("gap").number_text(), "0");

  const JsonTree capped = plan(R"(,"resources":[{"id":"degree_teachers","caps":[null,"1"]}])");
  EXPECT_EQ(capped.root().find("outcome").text(), "infeasible");
  const Json shortfall = capped.root().find("shortfalls")[0];
  EXPECT_EQ(shortfall.find("school").text(), "乙");
  EXPECT_EQ(shortfall.find("by").text(), "1");

  const JsonTree fixed = plan(R"(,"fixed":[1])");
  EXPECT_EQ(fixed.root().find("outcome").text(), "infeasible");

  const JsonTree other = plan(R"(,"resources":[{"id":"teaching_area","price":"2600"}])");
  EXPECT_EQ(other.root().find("outcome").text(), "infeasible") << "what has no price is not bought";

  const JsonTree poor = plan(R"(,"budget":"100000","resources":[{"id":"degree_teachers","price":"90000"}])");
  EXPECT_EQ(poor.root().find("outcome").text(), "over_budget");
  EXPECT_EQ(poor.root().find("cost").number_text(), "180000");
  EXPECT_EQ(poor.root().find("budget").find("units").size(), 0U);
  EXPECT_EQ(poor.root().find("verdictAfter").text(), "fail");
}

TEST_F(Sessions, LetPupilsGoWithinLimits) {
  // 9 teachers do for 252 pupils: one who stays more costs a teacher.
  const JsonTree tree = plan(R"(,"pupils":{"most":60},"resources":[{"id":"degree_teachers","price":"90000"}])");
  const Json pupils = tree.root().find("pupils");
  EXPECT_EQ(tree.root().find("cost").number_text(), "0");
  EXPECT_EQ(pupils.find("costWithout").number_text(), "180000");
  ASSERT_EQ(pupils.find("moves").size(), 1U);
  const Json move = pupils.find("moves")[0];
  EXPECT_EQ(move.find("from").find("school").text(), "乙");
  EXPECT_EQ(move.find("from").find("pupils").number_text(), "300");
  EXPECT_EQ(move.find("from").find("pupilsAfter").number_text(), "252");
  EXPECT_EQ(move.find("to").find("pupilsAfter").number_text(), "448");
  EXPECT_EQ(move.find("pupils").number_text(), "48");
  EXPECT_EQ(move.find("saved").number_text(), "180000");
  EXPECT_EQ(move.find("part").number_text(), "1");
  EXPECT_EQ(tree.root().find("changes").size(), 2U);
  EXPECT_EQ(tree.root().find("verdictAfter").text(), "pass");

  const auto moves = [&](const char* rest) {
    const JsonTree asked = plan(std::string(R"(,"pupils":{"most":60)") + rest);
    return asked.root().find("pupils").find("moves").size();
  };
  EXPECT_EQ(moves("}"), 1U);
  EXPECT_EQ(moves(R"(,"atMost":[null,0]})"), 0U);
  EXPECT_EQ(moves(R"(,"pairs":[]})"), 0U);
  EXPECT_EQ(moves(R"(,"pairs":[[0,1]]})"), 1U);
  EXPECT_EQ(moves(R"(,"pairs":[[0,7]]})"), 0U);
  EXPECT_EQ(moves(R"(},"fixed":[0])"), 0U);
  EXPECT_TRUE(plan("").root().find("pupils").is_null()) << "nobody was asked to go";
}

TEST_F(Sessions, NothingIsPlannedForAStageThatIsNotThere) {
  EXPECT_EQ(session_.plan(R"({"county":7,"stage":"primary"})"), "null");
  EXPECT_EQ(session_.plan("nonsense"), "null");
  EXPECT_EQ(session_.sureness(R"({"county":0,"stage":"kindergarten"})"), "null");
  const PlanSession unknown(short_county(), R"({"standard":"quality-1917"})", test::library());
  EXPECT_EQ(unknown.stages(), "null");
  const JsonTree empty = JsonTree::parse(session_.plan(R"({"county":0,"stage":"middle"})"));
  EXPECT_EQ(empty.root().find("obstacle").find("code").text(), "no_units");
}

TEST_F(Sessions, LookAhead) {
  test::Sheet before = test::quality_sheet({test::good_row("甲", "小学", 380), test::good_row("乙", "小学", 300)});
  std::string request = R"({"standard":"quality-2017","previous":")";
  for (const char letter : before.tsv())
    request += letter == '\n' ? "\\n" : letter == '\t' ? "\\t" : std::string(1, letter);
  const PlanSession session(short_county(), request + R"("})", test::library());
  const JsonTree tree = JsonTree::parse(
      session.outlook(R"({"county":0,"grades":{"primary":6},"growth":{"primary":"-0.1"},"resources":{"books":"0"}})"));
  const Json root = tree.root();
  ASSERT_EQ(root.find("years").size(), 7U);
  EXPECT_EQ(root.find("years")[0][0].find("pupils").number_text(), "700");
  // A tenth fewer than 67 and 50 come in the first year: 6 of 400 / 6 and 5 of 300 / 6.
  EXPECT_EQ(root.find("years")[1][0].find("pupils").number_text(), "688");
  ASSERT_EQ(root.find("past").size(), test::kQualityIndicators);
  const Json past = root.find("past")[0];
  const auto part = [&](const char* key) { return std::stod(std::string(past.find(key).number_text())); };
  EXPECT_NEAR(part("schools") + part("pupils") + part("resources"), part("after") - part("before"), 1e-12);
  EXPECT_EQ(session.outlook(R"({"county":4})"), "null");
}

TEST_F(Sessions, SayHowSureAVerdictIs) {
  const JsonTree tree = JsonTree::parse(session_.sureness(R"({"county":0,"stage":"primary"})"));
  const Json root = tree.root();
  EXPECT_TRUE(root.find("followed").boolean());
  const Json tipping = root.find("margins").find("stage");
  EXPECT_EQ(tipping.find("school").text(), "乙");
  EXPECT_EQ(tipping.find("by").text(), "2") << "with 11 teachers it stands above 85 %";
  EXPECT_EQ(root.find("margins").find("indicators").size(), test::kQualityIndicators);
  EXPECT_EQ(root.find("verdict").text(), "fail");
  ASSERT_GT(root.find("visits").size(), 0U);
  EXPECT_TRUE(root.find("options").is_list());
  EXPECT_EQ(root.find("roundedCount").number_text(), "0");
}

}  // namespace
}  // namespace junheng
