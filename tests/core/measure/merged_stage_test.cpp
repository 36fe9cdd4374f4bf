// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;

namespace {

/// A rule of a province may merge other schools than teaching points: what is added is what the stage of these has.
TEST(MergedStage, IsThatOfWhatIsMerged) {
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(library
                  .add(R"({"schema":"junheng.standard/1","id":"mine","parent":"quality-2017",
                          "title":{"zh":"试行","en":"Trial"},"document":{"zh":"试行","en":"Trial"},
                          "merges":[{"id":"teaching_points","type":"middle_school"}]})")
                  .empty());
  junheng::Request request;
  request.options = {{"teaching_points", "merged"}};
  const Outcome merged(
      "学校名称\t学校类型\t所属学校\t小学在校生数\t初中在校生数\t小学网络多媒体教室数\t初中网络多媒体教室数\n"
      "中心校\t九年一贯制\t\t600\t400\t15\t10\n东校区初中\t初中\t中心校\t\t100\t\t5\n",
      request, *library.standard("mine"));
  ASSERT_EQ(merged.result.split.units.size(), 2U) << test::issue_names(merged.result.issues);
  EXPECT_EQ(merged.result.split.units.pupils[merged.unit("中心校", Stage::primary)], 600U);
  EXPECT_EQ(merged.result.split.units.pupils[merged.unit("中心校", Stage::middle)], 500U);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::primary, "multimedia_rooms"), 2.5);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::middle, "multimedia_rooms"), 3.0);
}

}  // namespace
