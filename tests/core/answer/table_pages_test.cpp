// SPDX-License-Identifier: MIT
// Pages of tables, as people look at them: which rows, with or without corrections, and that a later page is that of the
// tables and decisions it is asked for.
#include "junheng/table_pages.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

namespace {

const std::string kTable = "某县学校情况\n学校名称\t在校生数\n甲小学\t300\n\n乙小学\t200\t备注\n";

std::string page(junheng::TablePages& pages, const std::string& text, const std::string& request) {
  return pages.json(text, request, test::library());
}

TEST(TablePages, RowsWithTheirLinesAndKinds) {
  junheng::TablePages pages;
  EXPECT_EQ(
      page(pages, kTable, R"({"from": 2, "count": 9})"),
      R"({"sheets":[{"name":null,"transposed":false,"rows":4,"rowsBefore":0}],"rows":[)"
      R"({"row":3,"kind":"school","cells":["甲小学","300"]},{"row":5,"kind":"school","cells":["乙小学","200","备注"]}]})");
}

TEST(TablePages, OneRowByItsLine) {
  junheng::TablePages pages;
  const std::string rest = R"(],"rows":[{"row":5,"kind":"school","cells":["乙小学","200","备注"]}]})";
  EXPECT_NE(page(pages, kTable, R"({"row": 5, "count": 1})").find(rest), std::string::npos);
  EXPECT_NE(page(pages, kTable, R"({"row": 4, "count": 1})").find(rest), std::string::npos) << "an empty line is none";
  EXPECT_NE(page(pages, kTable, R"({"row": 6, "count": 1})").find(R"("rows":[]})"), std::string::npos);
}

TEST(TablePages, CellsAfterCorrectionsWhereAsked) {
  junheng::TablePages pages;
  const std::string reading =
      R"("reading": {"edits": [{"row": 3, "column": 1, "text": "310"}, {"row": 3, "column": 3, "text": "新"},)"
      R"( {"row": 3, "column": 1, "text": "320"}, {"row": 3, "column": 900, "text": "x"}, {"row": 5, "sheet": 1, "column": 0, "text": "x"}]})";
  EXPECT_NE(page(pages, kTable, R"({"row": 3, "count": 1, "corrected": true, )" + reading + "}")
                .find(R"("cells":["甲小学","320","","新"])"),
            std::string::npos);
  EXPECT_NE(page(pages, kTable, R"({"row": 3, "count": 1, )" + reading + "}").find(R"("cells":["甲小学","300"])"),
            std::string::npos);
}

TEST(TablePages, OtherDecisionsAndOtherTablesAreReadAnew) {
  junheng::TablePages pages;
  const std::string left_out = R"({"row": 5, "count": 1, "reading": {"leftOut": [{"row": 5}]}})";
  EXPECT_NE(page(pages, kTable, R"({"row": 5, "count": 1})").find(R"("kind":"school")"), std::string::npos);
  EXPECT_NE(page(pages, kTable, left_out).find(R"("kind":"left_out")"), std::string::npos);
  EXPECT_NE(page(pages, kTable + "丙小学\t1\n", R"({"row": 6, "count": 1})").find("丙小学"), std::string::npos);
  for (const char* request : {"", "[]", R"({"sheet": 7, "count": 3})", R"({"from": 99, "count": 3})"})
    EXPECT_NE(page(pages, kTable, request).find(R"("rows":[]})"), std::string::npos) << request;
}

TEST(TablePages, NothingIsOneEmptySheet) {
  junheng::TablePages pages;
  EXPECT_EQ(page(pages, "", R"({"count": 9})"),
            R"({"sheets":[{"name":null,"transposed":false,"rows":0,"rowsBefore":0}],"rows":[]})");
}

}  // namespace
