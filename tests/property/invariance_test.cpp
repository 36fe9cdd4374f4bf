// SPDX-License-Identifier: MIT
// What must not matter does not matter: the order of rows and columns, the size of the county, where a school is cut.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "support/counties.h"
#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;
using test::Random;
using test::Sheet;

namespace {

/// Everything that is computed, by names instead of positions.
struct Answers {
  std::map<std::string, double> values;        ///< school, stage, indicator
  std::map<std::string, double> coefficients;  ///< county, stage, indicator
  std::map<std::string, std::string> verdicts;
};

Answers answers(const Outcome& outcome) {
  Answers all;
  const auto& result = outcome.result;
  const auto& indicators = result.standard->indicators;
  for (std::size_t s = 0; s < result.split.stages.size(); ++s) {
    const auto& stage = result.split.stages[s];
    const auto& county = result.roster.counties[stage.county];
    const std::string place =
        std::string(result.table.at(county.name)) + "/" + std::string(junheng::id_of(stage.stage)) + "/";
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      all.coefficients[place + indicators[i].id] = result.balance[s].indicators[i].spread.cv;
      all.coefficients[place + indicators[i].id + "/mean"] = result.balance[s].indicators[i].spread.mean;
      all.verdicts[place + indicators[i].id] = junheng::id_of(result.balance[s].indicators[i].verdict);
    }
    for (std::size_t u = stage.begin; u < stage.end; ++u) {
      const std::string unit = place + std::string(outcome.school(u));
      all.verdicts[unit] = junheng::id_of(result.unit_verdict[u]);
      for (std::size_t i = 0; i < indicators.size(); ++i) {
        all.values[unit + "/" + indicators[i].id] = result.indicators[i].value[u];
        all.verdicts[unit + "/" + indicators[i].id] = junheng::id_of(result.indicators[i].verdict[u]);
      }
    }
  }
  for (std::size_t c = 0; c < result.counties.size(); ++c) {
    all.verdicts["county " + std::string(result.table.at(result.roster.counties[c].name))] =
        junheng::id_of(result.counties[c].verdict);
  }
  all.verdicts["whole"] = junheng::id_of(result.verdict);
  return all;
}

void expect_equal(const std::map<std::string, double>& a, const std::map<std::string, double>& b, double tolerance) {
  ASSERT_EQ(a.size(), b.size());
  for (const auto& [key, value] : a) {
    const auto other = b.find(key);
    ASSERT_NE(other, b.end()) << key;
    if (std::isnan(value)) {
      EXPECT_TRUE(std::isnan(other->second)) << key;
    } else {
      EXPECT_NEAR(value, other->second, tolerance * std::fmax(1.0, std::fabs(value))) << key;
    }
  }
}

void expect_same(const Answers& a, const Answers& b) {
  expect_equal(a.values, b.values, 0);
  expect_equal(a.coefficients, b.coefficients, 2 * junheng::kCvErrorBound);
  EXPECT_EQ(a.verdicts, b.verdicts);
}

std::vector<oracle::School> some_county(Random& random) {
  test::CountyOptions options;
  options.schools = static_cast<int>(random.between(2, 40));
  options.missing_one_in = random.one_in(2) ? 0 : 60;
  return test::random_county(random, "甲县", options);
}

constexpr int kCases = 100;

TEST(Invariance, TheOrderOfRows) {
  Random random(30);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    Sheet sheet = test::sheet_of(some_county(random));
    const Answers before = answers(Outcome(sheet.tsv()));
    random.shuffle(sheet.rows);
    expect_same(before, answers(Outcome(sheet.tsv())));
  }
}

TEST(Invariance, TheOrderOfColumns) {
  Random random(31);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    const Sheet sheet = test::sheet_of(some_county(random));
    std::vector<std::size_t> order(sheet.header.size());
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    Sheet shuffled;
    for (const std::size_t column : order)
      shuffled.header.push_back(sheet.header[column]);
    for (const auto& row : sheet.rows) {
      shuffled.rows.emplace_back();
      for (const std::size_t column : order)
        shuffled.rows.back().push_back(row[column]);
    }
    expect_same(answers(Outcome(sheet.tsv())), answers(Outcome(shuffled.tsv())));
  }
}

TEST(Invariance, DoublingPupilsAndResourcesOfEverySchool) {
  Random random(32);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    auto schools = some_county(random);
    // a teaching point of 49 pupils doubled is one of 98: the rule itself knows sizes there
    std::erase_if(schools, [](const oracle::School& school) { return school.kind == oracle::Kind::teaching_point; });
    const Answers before = answers(Outcome(test::sheet_of(schools).tsv()));
    for (auto& school : schools) {
      for (auto& pupils : school.pupils)
        pupils = pupils ? oracle::Amount(*pupils * 2) : std::nullopt;
      for (std::size_t r = 0; r < oracle::kResources; ++r) {
        if (school.whole[r]) *school.whole[r] *= 2;
        for (auto& amount : school.of_stage[r])
          amount = amount ? oracle::Amount(*amount * 2) : std::nullopt;
      }
    }
    const Answers after = answers(Outcome(test::sheet_of(schools).tsv()));
    expect_equal(before.values, after.values, 4e-16);
    expect_equal(before.coefficients, after.coefficients, 2 * junheng::kCvErrorBound);
    EXPECT_EQ(before.verdicts, after.verdicts);
  }
}

TEST(Invariance, CuttingASchoolIntoTwoIdenticalHalves) {
  Random random(33);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    auto schools = some_county(random);
    std::erase_if(schools, [](const oracle::School& school) { return school.kind == oracle::Kind::teaching_point; });
    if (schools.empty()) continue;
    // even numbers first, so that halves are whole
    for (auto& school : schools) {
      for (auto& pupils : school.pupils)
        pupils = pupils ? oracle::Amount(*pupils * 2) : std::nullopt;
      for (std::size_t r = 0; r < oracle::kResources; ++r) {
        if (school.whole[r]) *school.whole[r] *= 2;
        for (auto& amount : school.of_stage[r])
          amount = amount ? oracle::Amount(*amount * 2) : std::nullopt;
      }
    }
    const Answers before = answers(Outcome(test::sheet_of(schools).tsv()));
    const std::size_t cut = random.index(schools.size());
    oracle::School& half = schools[cut];
    for (auto& pupils : half.pupils)
      pupils = pupils ? oracle::Amount(*pupils / 2) : std::nullopt;
    for (std::size_t r = 0; r < oracle::kResources; ++r) {
      if (half.whole[r]) *half.whole[r] /= 2;
      for (auto& amount : half.of_stage[r])
        amount = amount ? oracle::Amount(*amount / 2) : std::nullopt;
    }
    oracle::School other = half;
    other.name += "（分校）";
    schools.push_back(other);
    const Answers after = answers(Outcome(test::sheet_of(schools).tsv()));
    expect_equal(before.coefficients, after.coefficients, 2 * junheng::kCvErrorBound);
  }
}

TEST(Invariance, TsvAndCsvAndLineEndsAndAByteOrderMark) {
  Random random(34);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    const Sheet sheet = test::sheet_of(some_county(random));
    const Answers tsv = answers(Outcome(sheet.tsv()));
    expect_same(tsv, answers(Outcome(sheet.tsv("\r\n"))));
    expect_same(tsv, answers(Outcome(sheet.csv())));
    expect_same(tsv, answers(Outcome("\xEF\xBB\xBF" + sheet.csv("\r\n"))));
  }
}

/// Full-width digits, thousands marks and spaces are ways of writing the same numbers.
TEST(Invariance, HowNumbersAreWritten) {
  Random random(35);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    Sheet sheet = test::sheet_of(some_county(random));
    const Answers before = answers(Outcome(sheet.tsv()));
    for (auto& row : sheet.rows) {
      for (std::size_t c = 3; c < row.size(); ++c) {
        std::string& cell = row[c];
        if (cell.empty() || cell.find_first_not_of("0123456789.") != std::string::npos) continue;
        const std::uint64_t way = random.below(4);
        if (way == 0) {
          std::string wide;
          for (const char ch : cell) {
            if (ch == '.') {
              wide += "．";
            } else {
              wide += "\xEF\xBC";
              wide += static_cast<char>(0x90 + (ch - '0'));
            }
          }
          cell = wide;
        } else if (way == 1) {
          const std::size_t point = cell.find('.');
          for (std::size_t at = point == std::string::npos ? cell.size() : point; at > 3; at -= 3)
            cell.insert(at - 3, ",");
        } else if (way == 2) {
          cell = " " + cell + "\xE3\x80\x80";
        }
      }
    }
    expect_same(before, answers(Outcome(sheet.tsv())));
  }
}

/// Several counties in one table give the same as each of them alone.
TEST(Invariance, CountiesDoNotKnowOfEachOther) {
  Random random(36);
  for (int i = 0; i < kCases / 2 && !testing::Test::HasFailure(); ++i) {
    Answers apart;
    std::vector<oracle::School> together;
    const int counties = static_cast<int>(random.between(2, 6));
    for (int c = 0; c < counties; ++c) {
      test::CountyOptions options;
      options.schools = static_cast<int>(random.between(1, 20));
      const auto schools = test::random_county(random, "县" + std::to_string(c), options);
      const Answers one = answers(Outcome(test::sheet_of(schools).tsv()));
      apart.values.insert(one.values.begin(), one.values.end());
      apart.coefficients.insert(one.coefficients.begin(), one.coefficients.end());
      apart.verdicts.insert(one.verdicts.begin(), one.verdicts.end());
      together.insert(together.end(), schools.begin(), schools.end());
    }
    random.shuffle(together);
    Answers all = answers(Outcome(test::sheet_of(together).tsv()));
    apart.verdicts.erase("whole");
    all.verdicts.erase("whole");
    expect_same(apart, all);
  }
}

TEST(Invariance, TheUnitInTheHeader) {
  Random random(37);
  for (int i = 0; i < kCases && !testing::Test::HasFailure(); ++i) {
    Sheet sheet = test::sheet_of(some_county(random));
    const Answers yuan = answers(Outcome(sheet.tsv()));
    const std::size_t column = sheet.column("教学仪器设备值");
    ASSERT_LT(column, sheet.header.size());
    sheet.header[column] = "教学仪器设备资产值（万元）";
    for (auto& row : sheet.rows) {
      std::string& cell = row[column];
      if (cell.empty() || cell.find_first_not_of("0123456789.") != std::string::npos) continue;
      const std::size_t point = cell.find('.');
      const std::string fraction = point == std::string::npos ? "" : cell.substr(point + 1);
      const std::string whole = cell.substr(0, point) + fraction;
      cell = test::digits(std::stoll(whole), static_cast<int>(4 + fraction.size()));
    }
    expect_same(yuan, answers(Outcome(sheet.tsv())));
  }
}

}  // namespace
