// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using test::Outcome;

namespace {

std::size_t differing(const char* total) {
  junheng::Request request;
  request.options = {{"teaching_points", "merged"}};
  return Outcome(std::string("学校名称\t学校类型\t所属学校\t在校生数\t网络多媒体教室数\n中心校\t小学\t\t300\t6\n"
                             "东点\t教学点\t中心校\t100\t2\n西校\t小学\t\t200\t5\n合计\t\t\t600\t") +
                     total + "\n",
                 request)
      .issues(IssueCode::total_differs);
}

/// A point that is merged stands in the numbers of its main school, and once in the totals; what differs still does.
TEST(MergedTotals, AreHeldAgainstTheirRowsAsEver) {
  EXPECT_EQ(differing("13"), 0U);
  EXPECT_EQ(differing("12"), 1U);
  EXPECT_EQ(differing("15"), 1U) << "the point twice";
}

}  // namespace
