// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

Verdict size_of(const std::string& rows) {
  return Outcome("学校名称\t学校类型\t在校生数\n" + rows).item_verdict("G4");
}

/// Rows of 小学 and 初中 are together a school of nine years, and may have 2500 pupils as that has.
TEST(TypeOfRows, IsTheOneThatHasTheStagesOfAll) {
  EXPECT_EQ(size_of("甲校\t小学\t1200\n甲校\t初中\t1300\n"), Verdict::pass);
  EXPECT_EQ(size_of("甲校\t小学\t1200\n甲校\t初中\t1301\n"), Verdict::fail);
  EXPECT_EQ(size_of("甲校\t小学\t1200\n乙校\t初中\t1300\n"), Verdict::pass);
  EXPECT_EQ(size_of("甲校\t小学\t2001\n乙校\t初中\t300\n"), Verdict::fail) << "and alone 2000";
  EXPECT_EQ(Outcome("学校名称\t在校生数\n甲校小学部\t1200\n甲校初中部\t1300\n").item_verdict("G4"), Verdict::pass);
  EXPECT_EQ(Outcome("学校名称\t在校生数\n甲校小学部\t1200\n甲校初中部\t1301\n").item_verdict("G4"), Verdict::fail);
}

}  // namespace
