// SPDX-License-Identifier: MIT
//
// Types under 学段, stages under 类型, codes of the statistics: what a column is called does not decide what its words are.
#include <gtest/gtest.h>

#include <string>

#include "junheng/roster.h"
#include "support/outcome.h"

namespace {

/// "nine_year", "-/primary", "middle_school/middle private" of each row, and the issues.
std::string kinds_of(std::string text) {
  junheng::Issues issues;
  junheng::Table table = junheng::read_table(std::move(text), issues);
  const auto& words = test::library().vocabulary;
  const junheng::Roster roster = junheng::map_roster(table, words, issues);
  std::string kinds;
  for (std::size_t row = 0; row < roster.rows(); ++row) {
    if (row > 0) kinds += "; ";
    kinds += roster.type[row] == junheng::kNoType ? "-" : words.types[roster.type[row]].id;
    if (roster.only_stage[row] != junheng::kNoStage)
      kinds.append("/").append(id_of(junheng::kStages[roster.only_stage[row]]));
    if (roster.ownership_of(row) != junheng::Ownership::not_said)
      kinds.append(" ").append(id_of(roster.ownership_of(row)));
  }
  for (const auto& issue : issues)
    kinds.append(" !").append(id_of(issue.code));
  return kinds;
}

TEST(Kinds, TypesUnderStage) {
  EXPECT_EQ(
      kinds_of(
          "学校名称\t学段\t在校生数\n甲校\t九年一贯制学校\t9\n乙校\t完全中学\t8\n丙校\t小学\t7\n丁校\t民办初中\t6\n"),
      "nine_year; complete_secondary; primary_school; middle_school private")
      << "小学 beside types is one";
  EXPECT_EQ(kinds_of("学校名称\t学段\t在校生数\n甲校\t小学\t9\n甲校\t初中\t8\n"), "-/primary; -/middle")
      << "and two parts of one school where there are stages alone";
  EXPECT_EQ(kinds_of("学校名称\t学段\t在校生数\n甲校\t研究所\t9\n"), "- !type_unknown");
}

TEST(Kinds, StagesUnderType) {
  for (const char* const header : {"类型", "学校类别", "办学层次"}) {
    EXPECT_EQ(kinds_of("学校名称\t" + std::string(header) +
                       "\t在校生数\n甲校\t小学段\t9\n乙校\t初中阶段\t8\n丙校\t小学\t7\n"),
              "-/primary; -/middle; primary_school");
  }
}

TEST(Kinds, BothColumnsSayTheirOwn) {
  EXPECT_EQ(kinds_of("学校名称\t学校类型\t学段\t在校生数\n甲校\t九年一贯制\t小学\t9\n乙校\t\t完全中学\t8\n"),
            "nine_year/primary; complete_secondary");
}

TEST(Kinds, CodesOfTheStatistics) {
  EXPECT_EQ(kinds_of("学校名称\t办学类型代码\t在校生数\n甲\t211\t9\n乙\t218\t8\n丙\t311\t7\n丁\t312\t6\n戊\t341\t5\n己"
                     "\t342\t4\n庚\t345\t3\n"),
            "primary_school; teaching_point; middle_school; nine_year; complete_secondary; senior_school; twelve_year");
  EXPECT_EQ(kinds_of("学校名称\t学校类型\t在校生数\n甲\t211小学\t9\n乙\t311-初级中学\t8\n丙\t211初中\t7\n丁\t999\t6\n"),
            "primary_school; middle_school; -; - !type_unknown !type_unknown")
      << "a code and a word that disagree are asked";
}

TEST(Kinds, PartsAndOwnersStandWithTypes) {
  EXPECT_EQ(
      kinds_of(
          "学校名称\t学校类型\t在校生数\n甲\t九年一贯制（小学部）\t9\n乙\t小学（民办）\t8\n丙\t小学（含教学点）\t7\n"),
      "nine_year/primary; primary_school private; primary_school");
}

}  // namespace
