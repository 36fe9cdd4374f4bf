// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::Stage;
using test::Outcome;

namespace {

/// A rule of a province may merge other schools than teaching points.
junheng::Library merging(const std::string& type) {
  junheng::Library library = junheng::load_library();
  EXPECT_TRUE(library
                  .add(R"({"schema":"junheng.standard/1","id":"mine","parent":"quality-2017",
                          "title":{"zh":"试行","en":"Trial"},"document":{"zh":"试行","en":"Trial"},
                          "merges":[{"id":"teaching_points","type":")" +
                       type + "\"}]}")
                  .empty());
  return library;
}

junheng::Request merged_request() {
  junheng::Request request;
  request.options = {{"teaching_points", "merged"}};
  return request;
}

/// What is added is what the stage of the merged schools has.
TEST(MergedStage, IsThatOfWhatIsMerged) {
  const junheng::Library library = merging("middle_school");
  const Outcome merged(
      "学校名称\t学校类型\t所属学校\t小学在校生数\t初中在校生数\t小学网络多媒体教室数\t初中网络多媒体教室数\n"
      "中心校\t九年一贯制\t\t600\t400\t15\t10\n东校区初中\t初中\t中心校\t\t100\t\t5\n",
      merged_request(), *library.standard("mine"));
  ASSERT_EQ(merged.result.split.units.size(), 2U) << test::issue_names(merged.result.issues);
  EXPECT_EQ(merged.result.split.units.pupils[merged.unit("中心校", Stage::primary)], 600U);
  EXPECT_EQ(merged.result.split.units.pupils[merged.unit("中心校", Stage::middle)], 500U);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::primary, "multimedia_rooms"), 2.5);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::middle, "multimedia_rooms"), 3.0);
}

/// Special education has no stage and is left out of the indicators: merged or not, it is no part of a main school.
TEST(MergedStage, MayBeNone) {
  const junheng::Library library = merging("special_education");
  const Outcome merged(
      "学校名称\t学校类型\t所属学校\t在校生数\t网络多媒体教室数\n中心校\t小学\t\t300\t6\n特教班\t特殊教育学校\t中心校\t"
      "20\t2\n",
      merged_request(), *library.standard("mine"));
  ASSERT_EQ(merged.result.split.units.size(), 1U) << test::issue_names(merged.result.issues);
  EXPECT_EQ(merged.result.split.units.pupils[0], 300U);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::primary, "multimedia_rooms"), 2.0);
}

}  // namespace
