// SPDX-License-Identifier: MIT
// Q9, the national monitoring (rules 1.7): six subjects, each with a level and a difference between schools.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

const std::vector<std::string> kAsked = {"chinese", "mathematics", "science", "sports", "arts", "moral"};

std::string subject(const std::string& id, const std::string& level = "3", const std::string& gap = "0.1499") {
  std::string facts;
  if (!level.empty()) facts += "level_" + id + "\t" + level + "\n";
  if (!gap.empty()) facts += "gap_" + id + "\t" + gap + "\n";
  return facts;
}

/// All six subjects but one.
std::string without(const std::string& left_out) {
  std::string facts;
  for (const std::string& id : kAsked)
    if (id != left_out) facts += subject(id);
  return facts;
}

Verdict of(const std::string& facts, const char* choice = "all") {
  return Outcome::of_facts(facts, test::quality(), {{"subjects", choice}}).item_verdict("Q9");
}

TEST(Monitoring, AsksForAllSixSubjects) {
  EXPECT_EQ(of(without("")), kPass);
  for (const std::string& id : kAsked) {
    EXPECT_EQ(of(without(id)), kUnknown) << id;
    EXPECT_EQ(of(without(id), "given"), kPass) << id << ": only what is given, where that was chosen";
    EXPECT_EQ(of(without(id) + subject(id, "3", "")), kUnknown) << id << ": the gap is the other half";
    EXPECT_EQ(of(without(id) + subject(id, "", "0.1")), kUnknown) << id << ": the level is the other half";
  }
  EXPECT_EQ(of(subject("mathematics")), kUnknown);
  EXPECT_EQ(of(subject("mathematics"), "given"), kPass);
  EXPECT_EQ(of("G1\t是", "given"), kUnknown) << "nothing given is no pass";
}

TEST(Monitoring, EverySubjectHasItsLevelAndItsGap) {
  for (const std::string& id : kAsked) {
    EXPECT_EQ(of(without(id) + subject(id, "2", "0.1")), kFail) << id;
    EXPECT_EQ(of(without(id) + subject(id, "4", "0.1")), kPass) << id;
    EXPECT_EQ(of(without(id) + subject(id, "3", "0.15")), kFail) << id << ": below is strict";
    EXPECT_EQ(of(subject(id, "2", "")), kFail) << id << ": what fails need not be complete";
    EXPECT_EQ(of(subject(id, "", "0.2")), kFail) << id;
  }
}

TEST(Monitoring, EnglishIsJudgedOnlyWhereItIsGiven) {
  EXPECT_EQ(of(without("") + subject("english", "3", "0.179")), kFail);
  EXPECT_EQ(of(without("") + subject("english", "3", "")), kUnknown);
  EXPECT_EQ(of(without("") + subject("english")), kPass);
}

TEST(Monitoring, StagesAreJudgedApart) {
  const std::string others = without("mathematics");
  const auto stages = [&](const char* primary, const char* middle) {
    return others + "小学数学学业水平\t3\n小学数学校际差异率\t" + primary +
           "\n初中数学学业水平\t3\n初中数学校际差异率\t" + middle;
  };
  EXPECT_EQ(of(stages("0.1", "0.14")), kPass);
  EXPECT_EQ(of(stages("0.1", "0.15")), kFail);
  EXPECT_EQ(of(others + "小学数学学业水平\t3\n小学数学校际差异率\t0.1"), kUnknown);
  EXPECT_EQ(of("小学数学校际差异率\t0.2"), kFail);
}

TEST(Monitoring, TheMissingSubjectsAreNamed) {
  const auto outcome = Outcome::of_facts(without("science"));
  std::string said;
  for (const auto& reason : outcome.part("quality").reasons)
    said += junheng::sentence(test::library().zh, reason, 0, outcome.result);
  EXPECT_NE(said.find("Q9（缺科学学业水平、科学校际差异率）"), std::string::npos) << said;
  EXPECT_EQ(said.find("英语"), std::string::npos) << said;
}

TEST(Monitoring, LevelsComeInAnyNumerals) {
  for (const char* level : {"3", "3级", "Ⅲ", "Ⅲ级", "III", "III级", "iii级", "ⅲ级", "三级", "三", "３级", " Ⅲ 级 "})
    EXPECT_EQ(of(without("chinese") + subject("chinese", level)), kPass) << level;
  for (const char* level : {"2", "Ⅱ级", "II级", "ii", "二级", "1级", "I级", "一级"})
    EXPECT_EQ(of(without("chinese") + subject("chinese", level)), kFail) << level;
  for (const char* level : {"IV", "iv级", "四级", "Ⅳ级", "4", "Ⅴ级"})
    EXPECT_EQ(of(without("chinese") + subject("chinese", level)), kPass) << level;
  for (const char* level : {"Ⅲ级以上", "良好", "3.5", "IIII", "三等", "33%"}) {
    const auto outcome = Outcome::of_facts(without("chinese") + subject("chinese", level));
    EXPECT_EQ(outcome.item_verdict("Q9"), kUnknown) << level;
    EXPECT_EQ(outcome.issues(junheng::IssueCode::fact_unreadable), 1U) << level;
  }
}

TEST(Monitoring, AGapMayBeAPercentage) {
  const auto with = [](const char* gap) { return of(without("chinese") + subject("chinese", "3", gap)); };
  EXPECT_EQ(with("12%"), kPass);
  EXPECT_EQ(with("14.99％"), kPass);
  EXPECT_EQ(with("15%"), kFail);
  EXPECT_EQ(with("0.5%"), kPass);
  EXPECT_EQ(with("12"), kUnknown) << "12 of what";
  EXPECT_EQ(Outcome::of_facts(subject("chinese", "3", "12")).issues(junheng::IssueCode::fact_over_all), 1U);
  const auto beside = [](const char* gap) {
    return Outcome::of_facts(std::string("项目\t单位\t数值\ngap_chinese\t%\t") + gap);
  };
  EXPECT_EQ(beside("15").item_verdict("Q9"), kFail);
  EXPECT_EQ(beside("0.2").issues(junheng::IssueCode::fact_percent_asked), 1U);
}

}  // namespace
