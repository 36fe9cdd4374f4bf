// SPDX-License-Identifier: MIT
//
// Units that stand in a cell, in the header, or in both: the nearest one counts, and only for its own cell.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Outcome;

namespace {

struct Written {
  const char* header;
  const char* cell;
  const char* indicator;
  double value;  ///< of 100 pupils

  friend void PrintTo(const Written& one, std::ostream* out) { *out << one.header << ": " << one.cell; }
};

class CellUnits : public testing::TestWithParam<Written> {};

TEST_P(CellUnits, AreThoseOfTheCell) {
  const Written& one = GetParam();
  // The second school has no unit in its cell: that of the first is not its.
  const Outcome outcome(std::string("学校名称\t学校类型\t在校生数\t") + one.header + "\n甲\t小学\t100\t" + one.cell +
                        "\n乙\t小学\t100\t7\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, one.indicator), one.value)
      << test::issue_names(outcome.result.issues);
  const Outcome plain(std::string("学校名称\t学校类型\t在校生数\t") + one.header + "\n乙\t小学\t100\t7\n");
  EXPECT_EQ(outcome.value("乙", Stage::primary, one.indicator), plain.value("乙", Stage::primary, one.indicator));
}

constexpr const char* kMoney = "equipment_value";
constexpr const char* kArea = "sports_area";

INSTANTIATE_TEST_SUITE_P(
    Places, CellUnits,
    testing::Values(
        Written{"教学仪器设备值(元)", "20万元", kMoney, 2000}, Written{"教学仪器设备值(元)", "20万", kMoney, 2000},
        Written{"教学仪器设备值(元)", "200000元", kMoney, 2000}, Written{"教学仪器设备值(元)", "200千元", kMoney, 2000},
        Written{"教学仪器设备值(元)", "0.002亿元", kMoney, 2000}, Written{"教学仪器设备值(万元)", "20", kMoney, 2000},
        Written{"教学仪器设备值(万元)", "20万元", kMoney, 2000},
        Written{"教学仪器设备值(万元)", "200000元", kMoney, 2000},
        Written{"教学仪器设备值(万元)", "200,000 元", kMoney, 2000},
        Written{"教学仪器设备值(万元)", "２０万元", kMoney, 2000},
        Written{"教学仪器设备值(千元)", "20万元", kMoney, 2000}, Written{"体育运动场馆面积(㎡)", "1.5亩", kArea, 10},
        Written{"体育运动场馆面积(亩)", "1.5", kArea, 10}, Written{"体育运动场馆面积(亩)", "1000㎡", kArea, 10},
        Written{"体育运动场馆面积(亩)", "1000平方米", kArea, 10}, Written{"体育运动场馆面积(㎡)", "0.1公顷", kArea, 10},
        Written{"体育运动场馆面积(万㎡)", "0.1", kArea, 10}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// What is converted beyond the bounds of a number, or is no number of things any more, is said and is not known.
TEST(CellUnit, WhatCannotBeConvertedIsSaid) {
  const auto complaint = [](const char* column, const char* cell, IssueCode code) {
    const Outcome outcome(std::string("学校名称\t学校类型\t在校生数\t") + column + "\n甲\t小学\t100\t" + cell + "\n");
    EXPECT_EQ(outcome.issues(code), 1U) << cell << ": " << test::issue_names(outcome.result.issues);
  };
  complaint("教学仪器设备值(元)", "99999999999亿元", IssueCode::too_large);
  complaint("教学仪器设备值(元)", "-20万元", IssueCode::negative);
  complaint("体育运动场馆面积(㎡)", "20万元", IssueCode::not_a_number);
  complaint("教学仪器设备值(元)", "20台", IssueCode::not_a_number);
  const Outcome pupils("学校名称\t学校类型\t在校生数\n甲\t小学\t0.12345万人\n");
  EXPECT_EQ(pupils.issues(IssueCode::not_whole), 1U);
}

TEST(CellUnit, AWholeNumberOfTenThousandsIsWhole) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t0.01万人\t1.2345万册\n", test::basic());
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "books"), 123.45);
  EXPECT_EQ(outcome.issues(IssueCode::not_whole), 0U);
}

}  // namespace
