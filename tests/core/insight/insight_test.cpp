// SPDX-License-Identifier: MIT
#include "junheng/insight.h"

#include <gtest/gtest.h>

#include <cmath>

#include "junheng/junheng.h"
#include "support/random.h"

namespace junheng {
namespace {

const std::string kHeader =
    "学校名称\t学校类型\t在校生数\t高于规定学历教师数\t教学及辅助用房面积\t室内体育用房面积\t城乡类型\n";

struct School {
  std::string name;
  std::uint32_t pupils;
  std::uint32_t teachers;
  std::string area;
  std::string place;
};

std::string row(const School& school) {
  return school.name + "\t小学\t" + std::to_string(school.pupils) + "\t" + std::to_string(school.teachers) + "\t" +
         school.area + "\t0\t" + school.place + "\n";
}

class Insight : public testing::Test {
 protected:
  Evaluation evaluated(const std::string& table) const {
    return evaluate(table, *library_.standard("quality-2017"), library_.vocabulary);
  }
  Library library_ = load_library();
};

TEST_F(Insight, WhatIsMissingIsWhatIsMissing) {
  // 4.2 per 100 of 1,000: 42 people. 4.5 ㎡ of 1,000: 4,500.
  const Evaluation e = evaluated(kHeader + row({"甲", 1000, 39, "4499.995", "城区"}) +
                                 row({"乙", 1000, 42, "4500", "城区"}) + row({"丙", 333, 13, "0", "乡村"}));
  const auto teachers = gap_of(e, 0, 0);
  ASSERT_TRUE(teachers);
  EXPECT_EQ(teachers->amount, 3);
  EXPECT_EQ(library_.vocabulary.fields[teachers->term].id, "degree_teachers");
  const auto area = gap_of(e, 0, 3);
  ASSERT_TRUE(area);
  EXPECT_NEAR(area->amount, 0.01, 1e-12) << "half a hundredth is rounded up";
  EXPECT_FALSE(gap_of(e, 1, 0)) << "on the threshold";
  EXPECT_FALSE(gap_of(e, 1, 3));
  // 333 · 4.2 ÷ 100 = 13.986: one more of 13.
  EXPECT_EQ(gap_of(e, 2, 0)->amount, 1);
  EXPECT_NEAR(gap_of(e, 2, 3)->amount, 1498.5, 1e-9);
  EXPECT_FALSE(gap_of(e, 2, 1)) << "a value that is not known";
}

TEST_F(Insight, TheGapAddedReachesTheThresholdAndOneLessDoesNot) {
  test::Random random(7);
  for (int i = 0; i < 200; ++i) {
    const auto pupils = static_cast<std::uint32_t>(random.below(3000) + 1);
    const auto teachers = static_cast<std::uint32_t>(random.below(pupils / 20 + 1));
    const Evaluation before = evaluated(kHeader + row({"甲", pupils, teachers, "1", ""}));
    const auto gap = gap_of(before, 0, 0);
    if (!gap) {
      EXPECT_EQ(before.indicators[0].verdict[0], Verdict::pass);
      continue;
    }
    const auto needed = teachers + static_cast<std::uint32_t>(gap->amount);
    const Evaluation with = evaluated(kHeader + row({"甲", pupils, needed, "1", ""}));
    EXPECT_EQ(with.indicators[0].verdict[0], Verdict::pass) << pupils << " " << teachers;
    const Evaluation less = evaluated(kHeader + row({"甲", pupils, needed - 1, "1", ""}));
    EXPECT_NE(less.indicators[0].verdict[0], Verdict::pass) << pupils << " " << teachers;
  }
}

TEST_F(Insight, LeavingOneOutIsEvaluatingTheOthers) {
  std::vector<School> schools;
  test::Random random(11);
  for (int i = 0; i < 12; ++i) {
    schools.push_back({"第" + std::to_string(i), static_cast<std::uint32_t>(random.below(2000) + 50),
                       static_cast<std::uint32_t>(random.below(90) + 1), std::to_string(random.below(9000) + 1), ""});
  }
  const auto table = [&](std::size_t without) {
    std::string text = kHeader;
    for (std::size_t i = 0; i < schools.size(); ++i)
      if (i != without) text += row(schools[i]);
    return text;
  };
  const Evaluation all = evaluated(table(schools.size()));
  for (const std::size_t indicator : {0U, 3U}) {
    const std::vector<double> without = leave_one_out(all, 0, indicator);
    ASSERT_EQ(without.size(), schools.size());
    for (std::size_t i = 0; i < schools.size(); ++i) {
      const Evaluation others = evaluated(table(i));
      EXPECT_NEAR(without[i], others.balance[0].indicators[indicator].spread.cv, 1e-12) << i;
    }
  }
}

TEST_F(Insight, WithoutTheOnlySchoolThereIsNoCoefficient) {
  const Evaluation one = evaluated(kHeader + row({"甲", 100, 5, "600", ""}));
  EXPECT_TRUE(std::isnan(leave_one_out(one, 0, 0).front()));
  const Evaluation zero = evaluated(kHeader + row({"甲", 100, 0, "600", ""}) + row({"乙", 100, 0, "600", ""}));
  for (const double cv : leave_one_out(zero, 0, 0))
    EXPECT_TRUE(std::isnan(cv)) << "a mean of zero";
}

TEST_F(Insight, BetweenAndWithinAddUpToTheWhole) {
  std::string table = kHeader;
  test::Random random(3);
  const char* places[] = {"城区", "镇区", "乡村", ""};
  for (int i = 0; i < 60; ++i) {
    table += row({"第" + std::to_string(i), static_cast<std::uint32_t>(random.below(2000) + 50),
                  static_cast<std::uint32_t>(random.below(90) + 1), "5000", places[random.below(4)]});
  }
  const Evaluation e = evaluated(table);
  const auto field = library_.vocabulary.field("urban_rural");
  ASSERT_TRUE(field);
  const std::vector<GroupPart> parts = split_by_group(e, 0, 0, *field);
  ASSERT_EQ(parts.size(), 4U);
  double sum = 0;
  std::uint64_t pupils = 0;
  for (const GroupPart& part : parts) {
    sum += part.between + part.within;
    pupils += part.pupils;
  }
  const double cv = e.balance[0].indicators[0].spread.cv;
  EXPECT_NEAR(sum, cv * cv, 1e-12);
  EXPECT_EQ(pupils, e.balance[0].pupils);
  EXPECT_TRUE(split_by_group(e, 0, 0, *library_.vocabulary.field("town")).empty()) << "no such column";
}

}  // namespace
}  // namespace junheng
