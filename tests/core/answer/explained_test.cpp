// SPDX-License-Identifier: MIT
//
// What the explanation says of the numbers it shows: of which stage a cell is, which items have points, what is asked
// for where a number is missing.
#include <gtest/gtest.h>

#include <string>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/variants.h"

using test::Json;
using test::Outcome;

namespace {

/// "field stage" of the cells behind a value of the first unit of this stage; "whole" for no stage.
std::string cells(const Json& result, const char* stage, const char* indicator) {
  for (const Json& unit : result["counties"][0]["units"]) {
    if (unit["stage"] != stage) continue;
    for (const Json& value : unit["values"]) {
      if (value["id"] != indicator) continue;
      std::string text;
      for (const Json& cell : value["explanation"]["cells"]) {
        text += cell["field"].text() + " " + (cell["stage"].is_null() ? "whole" : cell["stage"].text()) + "; ";
      }
      return text;
    }
  }
  return "no such value";
}

TEST(Explained, ANumberOfTheWholeSchoolIsOfNoStage) {
  const Outcome outcome(
      "学校名称\t学校类型\t小学在校生数\t初中在校生数\t教学仪器设备值(元)\t小学图书册数\t初中图书册数\n"
      "甲\t九年一贯制学校\t600\t400\t2600000\t18000\t12000\n",
      test::basic());
  const junheng::Asked asked{.explain_values = true, .encoding = {}, .remarks = {}};
  const Json result =
      Json::parse(junheng::evaluation_json(outcome.result, test::library(), junheng::Detail::full, &asked));
  EXPECT_EQ(cells(result, "primary", "equipment_value"), "equipment_value whole; ");
  EXPECT_EQ(cells(result, "middle", "equipment_value"), "equipment_value whole; ");
  EXPECT_EQ(cells(result, "primary", "books"), "books primary; ");
  EXPECT_EQ(cells(result, "middle", "books"), "books middle; ");
}

const Json kNone;

Json item(const Json& result, const char* id) {
  for (const Json& part : result["counties"][0]["parts"]) {
    for (const Json& one : part["items"]) {
      if (one["id"] == id) return one;
    }
  }
  return kNone;
}

/// 17 items without points in the national rule; provinces give each its own.
TEST(Explained, PointsAreShownWhereARuleHasThem) {
  const char* const facts = "B1\t是\nB1得分\t5";
  const Json without = Json::parse(Outcome::of_facts(facts, test::basic()).json());
  ASSERT_TRUE(item(without, "B1").exists());
  EXPECT_FALSE(item(without, "B1").contains("points"));
  EXPECT_FALSE(item(without, "B1").contains("fullPoints"));

  // Four for the last makes a hundred.
  std::string items;
  for (int i = 1; i <= 17; ++i)
    items +=
        (i == 1 ? "" : ",") + (R"({"id":"B)" + std::to_string(i)) + R"(","points":")" + (i == 17 ? "4" : "6") + "\"}";
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(library
                  .add(R"({"schema":"junheng.standard/1","id":"scored","parent":"basic-2012",
                          "title":{"zh":"赋分","en":"Scored"},"document":{"zh":"赋分","en":"Scored"},
                          "parts":[{"id":"government","items":[)" +
                       items + "]}]}")
                  .empty());
  const Json with = Json::parse(Outcome::of_facts(facts, *library.standard("scored")).json());
  EXPECT_EQ(item(with, "B1")["fullPoints"], 6);
  EXPECT_EQ(item(with, "B17")["fullPoints"], 4);
}

/// A count of the county that is the sum of its stages comes from the facts, and leads to their lines.
TEST(Explained, ASumOfStagesComesFromTheirFacts) {
  const Json result = Json::parse(
      Outcome::of_facts("项目\t小学\t初中\n学校数\t70\t31\n音乐、美术教室数量和面积达标学校\t70\t30").json());
  const Json cells = item(result, "G3")["checks"][0]["judged"][0]["cells"];
  ASSERT_EQ(cells.size(), 2U);
  EXPECT_EQ(cells[0]["from"], "fact");
  EXPECT_EQ(cells[0]["row"], 3);
  EXPECT_EQ(cells[0]["value"], "100");
  EXPECT_EQ(cells[1]["from"], "fact");
  EXPECT_EQ(cells[1]["row"], 2);
  EXPECT_EQ(cells[1]["column"], "学校数");
  EXPECT_EQ(cells[1]["value"], "101");
}

/// Pupils of no stage (特教) are judged too, and are of no year either.
TEST(Explained, SchoolsAreOfNoYear) {
  const Json result = Json::parse(
      Outcome("学校名称\t学校类型\t在校生数\t超标班级数\n甲\t特殊教育学校\t90\t1\n乙\t小学\t500\t1\n丙\t初中\t500\t0\n")
          .json());
  const Json check = item(result, "G5")["checks"][0];
  ASSERT_GE(check["judged"].size(), 1U);
  for (const Json& judged : check["judged"])
    EXPECT_TRUE(judged["year"].is_null()) << judged["school"];
}

/// A number for which the table has no column stands nowhere: no row of it leads to a cell that is not there.
TEST(Explained, ANumberWithoutAColumnIsInNoRow) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t本科学历教师人数\t硕士学历教师人数\t博士学历教师人数\n甲\t初中\t1000\t52\t1\t0\n"
      "乙\t小学\t1000\t52\t1\t0\n");
  const junheng::Asked asked{.explain_values = true, .encoding = {}, .remarks = {}};
  const Json result =
      Json::parse(junheng::evaluation_json(outcome.result, test::library(), junheng::Detail::full, &asked));
  std::string places;
  for (const Json& unit : result["counties"][0]["units"]) {
    for (const Json& cell : unit["values"][0]["explanation"]["cells"]) {
      if (!cell["value"].is_null()) continue;
      places += unit["school"].text() + " " + cell["field"].text() + " " + cell["from"].text();
      EXPECT_TRUE(cell["row"].is_null());
    }
  }
  EXPECT_EQ(places, "乙 associate_teachers nowhere");
}

/// What a unit lacks: whole people, hundredths of areas, in the unit of what is had; nothing where the threshold is met.
TEST(Explained, AValueBelowItsThresholdSaysHowMuchIsMissing) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t体育运动场馆面积\t县级以上骨干教师数\n甲\t小学\t2356\t9649.6\t23\n乙\t小学\t100\t"
      "750\t1\n");
  const junheng::Asked asked{.explain_values = true, .encoding = {}, .remarks = {}};
  const Json result =
      Json::parse(junheng::evaluation_json(outcome.result, test::library(), junheng::Detail::full, &asked));
  const auto lacks = [&](std::size_t unit) {
    std::string text;
    for (const Json& value : result["counties"][0]["units"][unit]["values"]) {
      if (value.contains("lacks"))
        text += value["id"].text() + " " + value["lacks"]["text"].text() + value["lacks"]["unit"]["zh"].text() + "; ";
    }
    return text;
  };
  EXPECT_EQ(lacks(0), "backbone_teachers 1人; sports_area 8020.40㎡; ");
  EXPECT_EQ(lacks(1), "");
  const Json plain = Json::parse(outcome.json());
  EXPECT_FALSE(plain["counties"][0]["units"][0]["values"][4].contains("lacks"))
      << "only where explanations are asked for";
}

/// Lines of the facts are no lines of a sheet of schools: each cell leads to where it stands.
TEST(Explained, FactsAndCellsLeadToTheirOwnPlaces) {
  const auto sheet = [](const std::string& name, const std::string& rows) {
    return test::sheet(name, "学校名称\t学校类型\t在校生数\t超标班级数\n" + rows);
  };
  junheng::Request request;
  request.county = "实际交流轮岗教师数\t174\n符合交流条件教师总数\t598\n";
  const Json result =
      Json::parse(Outcome(sheet("东片", "甲\t小学\t300\t0\n") + sheet("西片", "乙\t小学\t230\t1\n"), request).json());
  const Json facts = item(result, "G11")["checks"][0]["judged"][0]["cells"];
  ASSERT_EQ(facts.size(), 2U);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(facts[i]["row"], i + 1);
    EXPECT_FALSE(facts[i].contains("sheet"));
  }
  const Json cells = item(result, "G5")["checks"][0]["judged"][0]["cells"];
  ASSERT_GE(cells.size(), 1U);
  EXPECT_EQ(cells[0]["row"], 2);
  EXPECT_EQ(cells[0]["sheet"], "西片");
}

/// Where a rule asks for no year, the latest that a county states counts.
TEST(Explained, TheLatestOfSeveralYearsCounts) {
  const auto pay = [](const std::string& teachers, const std::string& others) {
    return Outcome::of_facts("项目\t2022\t2023\t2021\n教师年平均工资收入\t" + teachers + "\n公务员年平均工资收入\t" +
                             others)
        .check("G8", "pay")
        .verdict;
  };
  EXPECT_EQ(pay("100\t111\t90", "110\t111\t110"), junheng::Verdict::pass);
  EXPECT_EQ(pay("112\t110\t112", "111\t111\t111"), junheng::Verdict::fail);
}

/// A complaint names the field or the indicator that it is about, and never both.
TEST(Explained, ComplaintsNameWhatTheyAreAbout) {
  const Json result = Json::parse(
      Outcome("学校名称\t学校类型\t在校生数\t图书册数\t专任教师数\t骨干教师数\n甲\t小学\t300\tl20\t20\t25\n",
              test::basic())
          .json());
  std::string said;
  for (const Json& issue : result["issues"]) {
    EXPECT_TRUE(issue["field"].is_null() || issue["indicator"].is_null()) << issue["code"];
    if (!issue["field"].is_null()) said += issue["code"].text() + " " + issue["field"].text() + "; ";
  }
  EXPECT_EQ(said, "not_a_number books; part_over_whole backbone_teachers; ");
}

}  // namespace
