// SPDX-License-Identifier: MIT
//
// Several tables that are handed over with their lengths: nothing that stands in one of them can end it.
#include <gtest/gtest.h>

#include <string>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

const std::string kHead = "学校名称,学校类型,在校生数,图书册数,备注\n";

TEST(HandedOver, ControlCharactersInsideACellSplitNothing) {
  for (const char c : {'\x1C', '\x1D', '\x1E', '\x1F', '\x01', '\x02', '\x1A', '\f', '\v'}) {
    const std::string mark(1, c);
    const Outcome outcome(
        test::sheet(
            "",
            kHead + "松柏小学,小学,300,6000,\n柳溪小学,小学,200,3000,扫码" + mark + "录入\n桃园小学,小学,500,12500,\n",
            "一.csv") +
            test::sheet("", "学校名称,学校类型,在校生数,图书册数\n竹林小学,小学,250,5000\n", "二.csv"),
        test::basic());
    EXPECT_EQ(outcome.result.sheets.size(), 2U) << static_cast<int>(c);
    EXPECT_EQ(outcome.result.split.units.size(), 4U) << static_cast<int>(c);
    EXPECT_NEAR(outcome.balance(Stage::primary, "books").spread.cv, 0.1672, 5e-5) << static_cast<int>(c);
    EXPECT_EQ(outcome.issues(IssueCode::empty_input), 0U) << static_cast<int>(c);
  }
}

TEST(HandedOver, ATextThatBeginsLikeTheOldMarksIsOneTable) {
  Found found("\x1C小学\x1D\n学校名称\t在校生数\n甲小学\t3\n");
  EXPECT_EQ(found.layout.sheets.size(), 1U);
  EXPECT_EQ(found.layout.table.rows(), 1U);
}

TEST(HandedOver, ASheetKeepsTheNameOfItsFileAndItsOwn) {
  const std::string text = "学校名称\t在校生数\n甲小学\t3\n";
  Found found(test::sheet("小学", text, "某县.xlsx") + test::sheet("初中", text) + test::sheet("", text, "乙.csv") +
              test::sheet("", text));
  ASSERT_EQ(found.layout.sheets.size(), 4U);
  const auto& sheets = found.layout.sheets;
  EXPECT_EQ(sheets[0].name, "某县.xlsx · 小学");
  EXPECT_EQ(sheets[0].file, "某县.xlsx");
  EXPECT_EQ(sheets[0].own_name, "小学");
  EXPECT_EQ(sheets[1].name, "初中");
  EXPECT_EQ(sheets[2].name, "乙.csv");
  EXPECT_EQ(sheets[2].own_name, "");
  EXPECT_EQ(sheets[3].name, "");
}

TEST(HandedOver, BytesAreCutWhereTheyAreSaidToEnd) {
  const auto sources =
      junheng::sources_of("甲\x1C乙丙", R"([{"file":"a","name":"b","bytes":4},{"name":"c","bytes":3},{"bytes":99}])");
  ASSERT_EQ(sources.size(), 3U);
  EXPECT_EQ(sources[0].text, "甲\x1C");
  EXPECT_EQ(sources[0].file, "a");
  EXPECT_EQ(sources[0].name, "b");
  EXPECT_EQ(sources[1].text, "乙");
  EXPECT_EQ(sources[2].text, "丙");
  EXPECT_EQ(junheng::sources_of("甲", "").size(), 1U);
  EXPECT_EQ(junheng::sources_of("甲乙", R"([{"bytes":3},{"bytes":1}])")[1].text, "乙") << "the last takes what is left";
  EXPECT_EQ(junheng::sources_of("甲乙", R"([{"bytes":300},{"bytes":1}])")[0].text, "甲乙");
}

TEST(HandedOver, InvisibleMarksInNamesAndHeaders) {
  for (const std::string mark :
       {"\xE2\x80\x8B", "\xE2\x80\x8E", "\xE2\x80\xAA", "\xE2\x81\xA0", "\xEF\xBB\xBF", "\xC2\xAD", "\xEF\xB8\x8F"}) {
    const Outcome outcome(test::sheet("一", "学校" + mark + "名称\t学校类型" + mark + "\t在校生数\n松柏" + mark +
                                                "小学\t小" + mark + "学\t30" + mark + "0\n") +
                              test::sheet("二", "学校名称\t学校类型\t图书册数\n松柏小学\t小学\t" + mark + "6000\n"),
                          test::basic());
    ASSERT_EQ(outcome.result.split.units.size(), 1U) << test::issue_names(outcome.result.issues);
    EXPECT_NEAR(outcome.result.indicators[outcome.indicator("books")].value[0], 20, 1e-9);
  }
}

}  // namespace
