// SPDX-License-Identifier: MIT
// Decisions as they come in: of the right shape they are taken, of another each is named with its path, what was found
// and what would be accepted, and the good rest is kept.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "junheng/junheng.h"
#include "junheng/project.h"
#include "support/json.h"
#include "support/outcome.h"

namespace {

using junheng::IssueCode;
using junheng::Project;

Project read(const std::string& keys) {
  return junheng::read_project(R"({"schema":"junheng.project/1")" + (keys.empty() ? keys : "," + keys) + "}")
      .value_or(Project{});
}

std::string refused(const std::string& keys) {
  std::string list;
  for (const junheng::RefusedDecision& one : read(keys).reading.refused)
    list += junheng::refused_text(one) + "\n";
  return list;
}

std::string reading(const std::string& keys) {
  return refused(R"("reading":{)" + keys + "}");
}

TEST(Decisions, OfTheRightShapeAreTaken) {
  const Project project = read(
      R"("options":{"retention":"C"},"county":"{}","previous":"","reading":{)"
      R"("edits":[{"sheet":999,"row":999999999,"column":19999,"text":""}],)"
      R"("columns":[{"column":0,"field":"books","stage":"","unit":"册"}],"leftOut":[{"row":4}],)"
      R"("answers":[{"question":"year","sheet":0,"row":0,"option":"2023"}],"header":{"sheet":0,"row":1,"last":2}},)"
      R"("remarks":[{"code":"outlier","row":null,"indicator":null,"text":"捐赠"}],)"
      R"("scenarios":[{"name":"并校","changes":[{"kind":"close","row":3},{"kind":"set","row":2,"stage":"primary"}]}])");
  EXPECT_TRUE(project.reading.refused.empty());
  EXPECT_EQ(project.reading.edits.size() + project.reading.columns.size() + project.reading.left_out.size(), 3U);
  EXPECT_EQ(project.reading.answers.size() + project.remarks.size() + project.options.size(), 3U);
  EXPECT_EQ(project.scenarios.front().changes.size(), 2U);
  EXPECT_EQ(refused(""), "") << "nothing decided is nothing wrong";
  EXPECT_EQ(refused(R"("reading":null,"options":null,"remarks":null,"scenarios":null,"county":null)"), "");
  EXPECT_EQ(reading(R"("header":{"sheet":0,"row":0,"last":0})"), "") << "as earlier versions say that nobody chose one";
}

TEST(Decisions, NumbersBeyondATableAreNamed) {
  const auto edit = [](const char* row, const char* column) {
    return reading(std::string(R"("edits":[{"row":)") + row + R"(,"column":)" + column + R"(,"text":"7"}])");
  };
  EXPECT_EQ(edit("2", "300000000"), "reading.edits[0].column = 300000000\n");
  EXPECT_EQ(edit("2", "20000"), "reading.edits[0].column = 20000\n");
  EXPECT_EQ(edit("-1", "0"), "reading.edits[0].row = -1\n");
  EXPECT_EQ(edit("1e300", "0"), "reading.edits[0].row = 1e300\n");
  EXPECT_EQ(edit("null", "0"), "reading.edits[0].row = null\n") << "what programs write for NaN";
  EXPECT_EQ(edit("0", "0"), "reading.edits[0].row = 0\n") << "rows count from 1";
  EXPECT_EQ(edit("2.5", "\"3\""), "reading.edits[0].row = 2.5\nreading.edits[0].column = \"3\"\n");
  EXPECT_EQ(reading(R"("leftOut":[{"sheet":1000,"row":1}])"), "reading.leftOut[0].sheet = 1000\n");
  EXPECT_EQ(reading(R"("header":{"row":2,"last":1e9})"), "reading.header.last = 1e9\n");
}

TEST(Decisions, OtherKindsOfValuesAreNamed) {
  EXPECT_EQ(reading(R"("edits":[null])"), "reading.edits[0] = null\n");
  EXPECT_EQ(reading(R"("columns":5)"), "reading.columns = 5\n");
  EXPECT_EQ(reading(R"("answers":{"a":1},"leftOut":"all")"), "reading.leftOut = \"all\"\nreading.answers = {…}\n");
  EXPECT_EQ(reading(R"("answers":[{"question":"moon","option":"2023"}])"), "reading.answers[0].question = \"moon\"\n");
  EXPECT_EQ(reading(R"("answers":[{"option":"2023"}])"), "reading.answers[0].question = null\n");
  EXPECT_EQ(reading(R"("edits":[{"row":1,"column":1,"text":["x"]}])"), "reading.edits[0].text = [1]\n");
  EXPECT_EQ(refused(R"("reading":[],"options":7,"remarks":{},"scenarios":true,"county":5)"),
            "options = 7\nreading = [0]\nremarks = {}\nscenarios = true\ncounty = 5\n");
  EXPECT_EQ(refused(R"("options":{"retention":3,"arts":"separate"})"), "options[\"retention\"] = 3\n");
  EXPECT_EQ(refused(R"("remarks":[{"code":"outlier","row":-7}])"), "remarks[0].row = -7\n");
  EXPECT_EQ(refused(R"("scenarios":[{"changes":[{"kind":"open"}]}])"), "scenarios[0].changes[0].kind = \"open\"\n");
  EXPECT_EQ(refused(R"("scenarios":[{"changes":[{"kind":"set","stage":"senator"}]}])"),
            "scenarios[0].changes[0].stage = \"senator\"\n");
}

TEST(Decisions, TheGoodRestIsKept) {
  const Project project =
      read(R"("reading":{"edits":[{"row":2,"column":1,"text":"7"},null,{"row":3,"column":1,"text":"8"}],"columns":5},)"
           R"("options":{"retention":"C","arts":3})");
  ASSERT_EQ(project.reading.edits.size(), 2U);
  EXPECT_EQ(project.reading.edits[1].text, "8");
  EXPECT_EQ(project.options.size(), 1U);
  EXPECT_EQ(project.reading.refused.size(), 3U);
  const auto scenarios = read(R"("scenarios":[{"name":"a","changes":[{"kind":"close"},7]},{"name":"b","changes":[]}])");
  ASSERT_EQ(scenarios.scenarios.size(), 1U) << "one without an assumption of its own would be another";
  EXPECT_EQ(scenarios.scenarios.front().name, "b");
}

TEST(Decisions, OfAKeyThatComesTwiceTheLastCountsAndStrangeKeysDoNothing) {
  const Project project = read(
      R"("reading":{"edits":5},"reading":{"edits":[{"row":2,"column":0,"column":1,"text":"7"}],"__proto__":{"edits":5}},)"
      R"("__proto__":{"options":5},"constructor":null)");
  EXPECT_TRUE(project.reading.refused.empty());
  ASSERT_EQ(project.reading.edits.size(), 1U);
  EXPECT_EQ(project.reading.edits.front().column, 1);
}

TEST(Decisions, LongTextsAndManyEntriesAreNoDecisions) {
  const std::string megabyte(1'000'000, 'x');
  const std::string said = reading(R"("edits":[{"row":1,"column":1,"text":")" + megabyte + R"("}])");
  EXPECT_EQ(said.substr(0, 26), "reading.edits[0].text = \"x");
  EXPECT_LT(said.size(), 400U);
  std::string many;
  for (std::size_t i = 0; i <= junheng::kMostDecisions; ++i)
    many += R"({"row":1},)";
  many.pop_back();
  EXPECT_EQ(reading(R"("leftOut":[)" + many + "]"), "reading.leftOut = [100001]\n");
}

TEST(Decisions, TheFirstOfManyRefusalsAreNamedAndTheOthersCounted) {
  std::string nulls = "null";
  for (int i = 1; i < 500; ++i)
    nulls += ",null";
  const Project project = read(R"("reading":{"edits":[)" + nulls + "]}");
  ASSERT_EQ(project.reading.refused.size(), junheng::kMostRefusalsNamed + 1);
  EXPECT_EQ(junheng::refused_text(project.reading.refused.back()), "+480");
}

TEST(Decisions, AnEvaluationSaysWhatWasNotTaken) {
  const std::string answer = junheng::answer(
      "学校名称\t在校生数\n甲小学\t300\n",
      R"({"standard":"quality-2017","reading":{"edits":[{"row":2,"column":300000000,"text":"7"}],"columns":5}})",
      test::library());
  const auto json = test::Json::parse(answer);
  ASSERT_TRUE(json.exists());
  const auto issue = json["issues"][0];
  EXPECT_EQ(issue["code"], "decision_refused");
  EXPECT_EQ(issue["severity"], "error");
  EXPECT_EQ(issue["found"], "reading.edits[0].column = 300000000");
  EXPECT_NE(
      answer.find("“reading.edits[0].column = 300000000”没有采用：应为列的序号：0 至 19999 的整数。其余决定照旧。"),
      std::string::npos)
      << answer;
  EXPECT_EQ(json["issues"][1]["found"], "reading.columns = 5");
}

TEST(Decisions, TheCheckGivesTheSoundRestAndWhatWouldBeAccepted) {
  const auto json = test::Json::parse(junheng::decisions_json(
      R"({"schema":"junheng.project/1","reading":{"edits":[{"row":2,"column":1,"text":"7"},{"row":-1,"column":0}]}})",
      test::library()));
  ASSERT_TRUE(json.exists());
  EXPECT_EQ(json["project"]["reading"]["edits"].size(), 1U);
  const auto one = json["refused"][0];
  EXPECT_EQ(one["path"], "reading.edits[1].row");
  EXPECT_EQ(one["found"], "-1");
  EXPECT_EQ(one["accepted"]["en"], "a row: a whole number from 1, of at most nine digits");
  EXPECT_EQ(junheng::decisions_json("{}", test::library()), "null");
  EXPECT_EQ(junheng::decisions_json(std::string(10'000, '['), test::library()), "null");
}

}  // namespace
