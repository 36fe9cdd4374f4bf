// SPDX-License-Identifier: MIT
//
// Nothing is lost: for any input each row that holds anything is a school, or has a kind that an issue names or that
// says all of it; and no issue stands in a sheet that it is not about.
#include <gtest/gtest.h>

#include <string>

#include "junheng/layout.h"
#include "support/account.h"
#include "support/outcome.h"
#include "support/random.h"

namespace {

using test::sheet;

/// A row, or several, of whatever stands in tables of schools.
std::string some_rows(test::Random& random) {
  const auto number = [&](std::int64_t most) { return std::to_string(random.between(0, most)); };
  switch (random.index(14)) {
    case 0:
      return "学校名称\t学校类型\t在校生数\t图书册数\t计算机台数\t专任教师数\n";
    case 1:
      return "\n";
    case 2:
      return "\t\t0\t0\t0\t\n";
    case 3:
      return "合计\t\t" + number(900) + "\t" + number(9000) + "\n";
    case 4:
      return "城关镇小计\t\t" + number(900) + "\n";
    case 5:
      return "标准差\t\t" + number(90) + "\n";
    case 6:
      return "小学（" + number(9) + "所）\n";
    case 7:
      return "填表人：某\t\t审核人：某\n";
    case 8:
      return "指标\t数值\n差异系数\t0." + number(99) + "\n";
    case 9:
      return "本县各校情况如下；数据以年报为准。\n";
    case 10:
      return "第 " + number(9) + " 页\n";
    case 11:
      return "\t \t\n";
    case 12:
      return "学段\t学校数\t在校生数\n小学\t" + number(20) + "\t" + number(9000) + "\n";
    default: {
      std::string rows;
      for (std::size_t i = 0; i < 1 + random.index(3); ++i) {
        rows += "第" + number(40) + "小学\t小学\t" + number(900);
        for (std::size_t c = 0; c < random.index(4); ++c)
          rows += "\t" + number(9000);
        rows += "\n";
      }
      return rows;
    }
  }
}

TEST(EveryRow, OfRandomTablesIsAccountedFor) {
  test::Random random(14);
  for (int round = 0; round < 3'000; ++round) {
    test::Tables text;
    const std::size_t sheets = random.index(4);
    for (std::size_t s = 0; s <= sheets; ++s) {
      std::string rows = random.one_in(3) ? "" : "学校名称\t学校类型\t在校生数\t图书册数\t计算机台数\t专任教师数\n";
      for (std::size_t i = 0; i < random.index(9); ++i)
        rows += some_rows(random);
      text += sheets == 0 ? test::Tables(rows) : sheet(random.one_in(4) ? "2023" : "表" + std::to_string(s), rows);
    }
    ASSERT_EQ(test::gap_in(text), "") << text.sources.front().text;
  }
}

TEST(EveryRow, StandsInTheAnswer) {
  const test::Outcome outcome(
      sheet("甲", "学校名称\t学校类型\t在校生数\n松柏小学\t小学\t30\n柳溪小学\t小学\t20\n合计\t\t50\n") +
      sheet("乙", "\t\t\n请于月底前填报\n"));
  const std::string kinds = outcome.json();
  const std::size_t at = kinds.find("\"rowKinds\":");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(kinds.substr(at, kinds.find("\"issueCount\"") - at - 1),
            "\"rowKinds\":[{\"sheet\":\"甲\",\"kind\":\"school\",\"count\":2,\"rows\":[[2,3]]},"
            "{\"sheet\":\"甲\",\"kind\":\"total\",\"count\":1,\"rows\":[[4,4]]},"
            "{\"sheet\":\"甲\",\"kind\":\"header\",\"count\":1,\"rows\":[[1,1]]},"
            "{\"sheet\":\"乙\",\"kind\":\"other_table\",\"count\":1,\"rows\":[[2,2]]}]");
}

}  // namespace
