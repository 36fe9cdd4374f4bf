// SPDX-License-Identifier: MIT
//
// The headers of a table of facts, as forms write them: what is a name, a unit, a number, a remark, a verdict.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Verdict;
using test::Outcome;

namespace {

/// 0.7 万元 for each pupil of special education, and an attestation, in a table with these headers.
void expect_read(const std::string& name, const std::string& unit, const std::string& value, const std::string& note) {
  SCOPED_TRACE(name + "|" + value + "|" + unit + "|" + note);
  const Outcome outcome = Outcome::of_facts(name + "\t" + value + "\t" + unit + "\t" + note +
                                            "\n特殊教育学校生均公用经费\t0.7\t万元\t见附件3\nG1\t是\t\t见附件1\n");
  EXPECT_EQ(test::word(outcome.item_verdict("G7")), "pass") << test::issue_names(outcome.result.issues);
  EXPECT_EQ(test::word(outcome.item_verdict("G1")), "pass");
  EXPECT_EQ(outcome.issues(junheng::IssueCode::fact_unknown), 0U) << test::issue_names(outcome.result.issues);
}

TEST(FactColumns, NamesOfTheFacts) {
  for (const char* const name :
       {"填报项目", "项目", "项目名称", "指标名称", "指标", "评估指标", "指标内容", "名称", "数据项", "Name", "Item"})
    expect_read(name, "单位", "数值", "备注");
}

TEST(FactColumns, Numbers) {
  for (const char* const value :
       {"填报值", "数值", "值", "指标值", "指标值或简要结论", "填报数据", "数据", "结果", "Value"})
    expect_read("项目", "单位", value, "备注");
}

TEST(FactColumns, Units) {
  for (const char* const unit : {"单位", "计量单位", "Unit"})
    expect_read("项目", unit, "数值", "备注");
}

TEST(FactColumns, Remarks) {
  for (const char* const note : {"备注", "备注说明", "说明", "依据", "佐证材料", "Note"})
    expect_read("项目", "单位", "数值", note);
}

/// What a county thinks of an item answers it only where the item is a statement.
TEST(FactColumns, Verdicts) {
  for (const std::string verdict : {"是否达标", "自评结论", "自评", "结论", "Verdict"}) {
    const auto of = [&](const char* row) { return Outcome::of_facts("项目\t数值\t" + verdict + "\n" + row); };
    EXPECT_EQ(of("G1\t\t是\n").item_verdict("G1"), Verdict::pass) << verdict;
    EXPECT_EQ(of("G1\t\t否\n").item_verdict("G1"), Verdict::fail) << verdict;
    EXPECT_EQ(of("特殊教育学校生均公用经费\t5999\t是\n").item_verdict("G7"), Verdict::fail) << verdict;
  }
}

}  // namespace
