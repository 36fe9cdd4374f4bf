// SPDX-License-Identifier: MIT
// Published tables of counties: the composite is the plain mean of the eight coefficients, and only it is judged.
//
// The schools behind those tables are not public. Two schools of 100,000 pupils each, with resources of 1 + c and
// 1 − c for each pupil, have exactly the coefficient c, so that each printed row becomes a table that has it.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

struct PublishedRow {
  const char* county;
  Stage stage;
  std::array<int, 8> cv;  ///< in 1/10000, in the order of the standard's indicators
  double mean;            ///< recomputed from the eight
  const char* printed;    ///< as published; empty where no composite is printed
};

const std::vector<PublishedRow>& rows() {
  using enum Stage;
  static const std::vector<PublishedRow> all = {
      {"万州", primary, {4370, 4190, 2550, 1880, 1710, 2630, 2630, 4200}, 0.302, "0.302"},
      {"万州", middle, {3810, 2980, 2640, 2120, 2070, 5020, 4450, 5390}, 0.356, "0.356"},
      {"黔江", primary, {6330, 8910, 4350, 3280, 3510, 3910, 3790, 5410}, 0.493625, "0.494"},
      {"黔江", middle, {8080, 4450, 5370, 4720, 4920, 2430, 2720, 2650}, 0.44175, "0.442"},
      {"江津", primary, {5350, 4780, 3760, 3540, 1910, 2640, 2540, 3690}, 0.352625, "0.353"},
      {"江津", middle, {3190, 3460, 1870, 2410, 1540, 2670, 2500, 3240}, 0.261, "0.261"},
      // printed 0.562: the published eight are rounded, their mean is 0.5628
      {"永川", primary, {6960, 9160, 8190, 5800, 4500, 2860, 2850, 4700}, 0.56275, ""},
      {"永川", middle, {4220, 4910, 6370, 4090, 5440, 2980, 2590, 4490}, 0.438625, "0.439"},
      {"綦江", primary, {5680, 6100, 2010, 4150, 2670, 3360, 3240, 4230}, 0.393, "0.393"},
      {"南关", primary, {3930, 5780, 3720, 2460, 2080, 3110, 3110, 4550}, 0.35925, "0.359"},
      {"南关", middle, {4330, 4640, 3340, 3180, 4330, 3620, 3680, 3350}, 0.380875, "0.381"},
      {"宽城", primary, {2510, 4260, 2670, 2270, 1270, 3180, 3020, 4400}, 0.29475, "0.295"},
      {"宽城", middle, {2850, 3730, 2430, 3330, 2240, 3910, 3550, 5690}, 0.346625, "0.347"},
      {"朝阳", primary, {3800, 6050, 3520, 3620, 1010, 3010, 2950, 4150}, 0.351375, "0.351"},
      {"朝阳", middle, {3200, 4310, 2910, 2230, 950, 4000, 3860, 4310}, 0.322125, "0.322"},
      {"伊宁", primary, {3636, 12059, 5141, 3542, 994, 3860, 4083, 4718}, 0.4754125, ""},
      {"伊宁", middle, {904, 1323, 1351, 808, 1404, 536, 532, 1870}, 0.1091, ""},
  };
  return all;
}

constexpr std::int64_t kPupils = 100000;

/// Two schools whose eight coefficients are given in 1/10000; above 1 the second school has nothing and the weights
/// make up for it, because no school has less than nothing.
std::string table_with(const std::array<int, 8>& cv, Stage stage) {
  static const std::vector<std::string> columns = {"教学及辅助用房面积(净)",
                                                   "体育运动场馆面积",
                                                   "教学仪器设备值",
                                                   "计算机台数",
                                                   "图书册数",
                                                   "专任教师数",
                                                   "高于规定学历教师数",
                                                   "中级及以上专业技术职务教师数"};
  test::Sheet sheet;
  sheet.header = {"学校名称", "学校类型", "在校生数"};
  sheet.header.insert(sheet.header.end(), columns.begin(), columns.end());
  const std::string type = stage == Stage::primary ? "小学" : "初中";
  // four schools of equal size, values a, a, b, b cannot exceed 1; values a, b, b, b reach √3
  const bool wide = *std::max_element(cv.begin(), cv.end()) > 10000;
  const int schools = wide ? 4 : 2;
  for (int s = 0; s < schools; ++s) {
    std::vector<std::string> row = {"学校" + std::to_string(s), type, test::digits(kPupils)};
    for (const int c : cv) {
      if (!wide) {
        row.push_back(test::digits(kPupils + (s == 0 ? c : -c) * (kPupils / 10000)));
      } else {
        // one school 3t above the mean, three t below it: S = √3 · t, so t = c/√3; to the whole unit
        const auto t = static_cast<std::int64_t>(std::llround(c / 10000.0 / std::sqrt(3.0) * kPupils));
        row.push_back(test::digits(s == 0 ? kPupils + 3 * t : kPupils - t));
      }
    }
    sheet.rows.push_back(row);
  }
  return sheet.tsv();
}

TEST(Composite, IsTheMeanOfEightInEveryPublishedRow) {
  std::size_t checked = 0;
  for (const PublishedRow& row : rows()) {
    const Outcome outcome(table_with(row.cv, row.stage), test::basic());
    const std::size_t stage = outcome.stage(row.stage);
    ASSERT_NE(stage, test::kNowhere);
    const auto& balance = outcome.result.balance[stage];
    // with a coefficient above 1 the table hits it only to the whole teacher
    const bool wide = *std::max_element(row.cv.begin(), row.cv.end()) > 10000;
    const double near = wide ? 3e-5 : 1e-12;
    for (std::size_t i = 0; i < 8; ++i) {
      EXPECT_NEAR(balance.indicators[i].spread.cv, row.cv[i] / 10000.0, near) << row.county << " " << i;
      EXPECT_EQ(balance.indicators[i].verdict, Verdict::none) << "a single coefficient is not judged in this rule";
    }
    EXPECT_NEAR(balance.composite_cv, row.mean, near) << row.county;
    EXPECT_EQ(balance.composite_verdict, Verdict::pass) << row.county;
    EXPECT_EQ(outcome.result.stages[stage].verdict, Verdict::pass) << row.county;
    if (*row.printed != '\0') {
      EXPECT_EQ(junheng::number_text(balance.composite_cv, 3), row.printed) << row.county;
    }
    ++checked;
  }
  EXPECT_EQ(checked, 17U) << "every published row is checked";
}

TEST(Composite, ASingleCoefficientMayBeOverTheLimitOfTheComposite) {
  std::size_t over = 0;
  for (const PublishedRow& row : rows()) {
    const int limit = row.stage == Stage::primary ? 6500 : 5500;
    for (const int c : row.cv)
      over += c > limit ? 1 : 0;
  }
  EXPECT_EQ(over, 8U) << "eight single coefficients in rows that passed";
}

struct Edge {
  std::array<int, 8> cv;
  Stage stage;
  Verdict verdict;
};

TEST(Composite, TheLimitItselfPassesAndTheSmallestStepAboveFails) {
  using enum Stage;
  const Edge edges[] = {
      {{6500, 6500, 6500, 6500, 6500, 6500, 6500, 6500}, primary, Verdict::pass},
      {{5500, 5500, 5500, 5500, 5500, 5500, 5500, 5500}, middle, Verdict::pass},
      {{5000, 8000, 5000, 8000, 6400, 6600, 6300, 6700}, primary, Verdict::pass},
      {{1, 9999, 1000, 9000, 2000, 8000, 7000, 7000}, middle, Verdict::pass},
      {{6500, 6500, 6500, 6500, 6500, 6500, 6500, 6501}, primary, Verdict::fail},
      {{5500, 5500, 5500, 5500, 5500, 5500, 5500, 5501}, middle, Verdict::fail},
      {{6500, 6500, 6500, 6500, 6500, 6500, 6500, 6499}, primary, Verdict::pass},
  };
  for (const Edge& edge : edges) {
    const Outcome outcome(table_with(edge.cv, edge.stage), test::basic());
    int sum = 0;
    for (const int c : edge.cv)
      sum += c;
    const int limit = 8 * (edge.stage == primary ? 6500 : 5500);
    ASSERT_EQ(sum <= limit, edge.verdict == Verdict::pass) << "the case itself";
    EXPECT_EQ(outcome.result.balance[outcome.stage(edge.stage)].composite_verdict, edge.verdict) << sum;
    EXPECT_EQ(test::has_reason(outcome.part("balance"), junheng::ReasonCode::composite_over),
              edge.verdict == Verdict::fail);
  }
}

/// Eight coefficients whose mean is the limit pass, whichever way their sum in doubles was rounded.
TEST(Composite, AnyEightThatMeanTheLimitPass) {
  test::Random random(50);
  std::size_t rounded_up = 0;
  for (int i = 0; i < 600; ++i) {
    const Stage stage = random.one_in(2) ? Stage::primary : Stage::middle;
    const int limit = stage == Stage::primary ? 6500 : 5500;
    std::array<int, 8> cv{};
    for (std::size_t pair = 0; pair < 8; pair += 2) {
      const int off = static_cast<int>(random.between(0, 10000 - limit));
      cv[pair] = limit + off;
      cv[pair + 1] = limit - off;
    }
    const Outcome outcome(table_with(cv, stage), test::basic());
    const auto& balance = outcome.result.balance[outcome.stage(stage)];
    ASSERT_EQ(balance.composite_verdict, Verdict::pass) << "case " << i;
    rounded_up += balance.composite_cv > limit / 10000.0 ? 1U : 0U;
  }
  EXPECT_GT(rounded_up, 0U) << "otherwise comparing the doubles would do, and this test tries nothing";
}

}  // namespace
