// SPDX-License-Identifier: MIT
// Each column that an exemption adds, by itself, and the exemption at the limit of the coefficient (rules 1.2, 1.4, 1.6).
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;

// ---- visiting teachers of each subject, areas of each kind -----------------------------------------------------------------

struct Added {
  const char* column;
  const char* flag;
  const char* own;  ///< columns of the school's own, all 0
  const char* zeros;
  const char* indicator;
  double value;  ///< of 1 of the column for 80 pupils

  friend void PrintTo(const Added& one, std::ostream* out) { *out << one.column; }
};

class ExemptionAdds : public testing::TestWithParam<Added> {};

TEST_P(ExemptionAdds, EveryColumnThatItNames) {
  const Added& one = GetParam();
  const auto value = [&](const char* flag) {
    const Outcome outcome(std::string("学校名称\t学校类型\t在校生数\t") + one.own + "\t" + one.column + "\t" +
                          one.flag + "\n甲\t小学\t80\t" + one.zeros + "\t1\t" + flag + "\n");
    return outcome.value("甲", Stage::primary, one.indicator);
  };
  EXPECT_DOUBLE_EQ(value("是"), one.value);
  EXPECT_DOUBLE_EQ(value("否"), 0.0);
}

constexpr const char* kRural = "是否50人及以上但不足100人的乡村小规模学校和教学点";
constexpr const char* kDense = "是否人口密度过高的大城市中心城区学校";
constexpr const char* kSubjects = "体育专任教师数\t音乐专任教师数\t美术专任教师数";
constexpr const char* kTeachers = "sports_arts_teachers";

INSTANTIATE_TEST_SUITE_P(
    Columns, ExemptionAdds,
    testing::Values(Added{"体育交流轮岗/兼职/走教教师人数", kRural, kSubjects, "0\t0\t0", kTeachers, 1.25},
                    Added{"音乐交流轮岗/兼职/走教教师人数", kRural, kSubjects, "0\t0\t0", kTeachers, 1.25},
                    Added{"美术交流轮岗/兼职/走教教师人数", kRural, kSubjects, "0\t0\t0", kTeachers, 1.25},
                    Added{"艺术交流轮岗/兼职/走教教师人数", kRural, kSubjects, "0\t0\t0", kTeachers, 1.25},
                    Added{"校外租赁场馆面积", kDense, "体育运动场馆面积", "0", "sports_area", 0.0125},
                    Added{"校内其他体育场面积", kDense, "体育运动场馆面积", "0", "sports_area", 0.0125}),
    [](const auto& info) { return "Column" + std::to_string(info.index); });

// ---- sizes of schools by type ----------------------------------------------------------------------------------------------

struct Size {
  const char* what;
  const char* row;
  Verdict verdict;
  const char* exemption;

  friend void PrintTo(const Size& one, std::ostream* out) { *out << one.what; }
};

class SizeOfSchools : public testing::TestWithParam<Size> {};

TEST_P(SizeOfSchools, HasALimitForEachTypeAndReason) {
  const Outcome outcome(
      std::string("学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t是否2010年及之前规划并建成\t"
                  "进城务工人员随迁子女在校生人数\n甲\t") +
      GetParam().row + "\n");
  const auto check = outcome.check("G4", "size");
  EXPECT_EQ(test::word(check.verdict), test::word(GetParam().verdict));
  const std::string used =
      check.judged.empty() ? std::string() : Outcome::exemptions(*outcome.way("G4", "size"), check.judged[0]);
  EXPECT_EQ(used, GetParam().exemption);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, SizeOfSchools,
    testing::Values(Size{"complete secondary, more than half migrants", "完全中学\t\t2400\t100\t否\t1201", kPass,
                         "migrant_majority"},
                    Size{"complete secondary, exactly half", "完全中学\t\t2400\t100\t否\t1200", kFail, ""},
                    Size{"complete secondary, 2401", "完全中学\t\t2401\t100\t否\t1300", kFail, "migrant_majority"},
                    Size{"complete secondary, 2000", "完全中学\t\t2000\t100\t否\t0", kPass, ""},
                    Size{"complete secondary, 2001", "完全中学\t\t2001\t100\t否\t0", kFail, ""},
                    Size{"nine years, more than half", "九年一贯制\t1500\t1500\t\t否\t1501", kPass, "migrant_majority"},
                    Size{"nine years, exactly half", "九年一贯制\t1500\t1500\t\t否\t1500", kFail, ""},
                    Size{"nine years, old, 3000", "九年一贯制\t1500\t1500\t\t是\t0", kPass, "built_2010"},
                    Size{"nine years, old, 3001", "九年一贯制\t1501\t1500\t\t是\t0", kFail, "built_2010"},
                    Size{"twelve years, 2500", "十二年一贯制\t1500\t1000\t300\t否\t0", kPass, ""},
                    Size{"twelve years, 2501", "十二年一贯制\t1500\t1001\t300\t否\t0", kFail, ""},
                    Size{"primary, more than half, 2400", "小学\t2400\t\t\t否\t1201", kPass, "migrant_majority"},
                    Size{"primary, old, 2400", "小学\t2400\t\t\t是\t0", kPass, "built_2010"},
                    Size{"teaching point, 2001", "教学点\t2001\t\t\t否\t0", kFail, ""}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

// ---- a coefficient that is its limit only with what the exemption adds --------------------------------------------------------

/// Two schools of 100 pupils: |a − b| / (a + b). The first may add what it leases, the second may not.
Verdict balance(Stage stage, const char* own, const char* leased, const char* other) {
  const std::string type = stage == Stage::primary ? "小学" : "初中";
  const Outcome outcome("学校名称\t学校类型\t在校生数\t体育运动场馆面积\t校外租赁场馆面积\t校内其他体育场面积\t" +
                        std::string(kDense) + "\n甲\t" + type + "\t100\t" + own + "\t" + leased + "\t0\t是\n乙\t" +
                        type + "\t100\t" + other + "\t5000\t5000\t否\n");
  return outcome.balance(stage, "sports_area").verdict;
}

TEST(ExtrasInTheCoefficient, AtTheLimitItIsDecidedExactly) {
  EXPECT_EQ(balance(Stage::primary, "500", "500", "3000"), kPass) << "|1000 − 3000| / 4000 is 0.5";
  EXPECT_EQ(balance(Stage::primary, "500", "500", "3000.000000001"), kFail);
  EXPECT_EQ(balance(Stage::primary, "500", "499.999999999", "3000"), kFail);
  EXPECT_EQ(balance(Stage::primary, "500", "500.000000001", "3000"), kPass);
  EXPECT_EQ(balance(Stage::primary, "1000", "0", "3000"), kPass) << "the same without them";
  EXPECT_EQ(balance(Stage::middle, "250", "300", "1450"), kPass) << "|550 − 1450| / 2000 is 0.45";
  EXPECT_EQ(balance(Stage::middle, "250", "300", "1450.000000001"), kFail);
  EXPECT_EQ(balance(Stage::middle, "250", "299.999999999", "1450"), kFail);
}

/// Visiting teachers, where the numbers are whole: 1 of 50 and 3 of 50 pupils.
TEST(ExtrasInTheCoefficient, AlsoForTeachers) {
  const auto verdict = [](const char* visiting, const char* own) {
    return Outcome(std::string("学校名称\t学校类型\t在校生数\t体育专任教师数\t音乐专任教师数\t美术专任教师数\t"
                               "体育交流轮岗/兼职/走教教师人数\t") +
                   kRural + "\n甲\t小学\t50\t0\t0\t0\t" + visiting + "\t是\n乙\t小学\t50\t" + own + "\t0\t0\t9\t否\n")
        .balance(Stage::primary, kTeachers)
        .verdict;
  };
  EXPECT_EQ(verdict("1", "3"), kPass);
  EXPECT_EQ(verdict("1", "4"), kFail);
  EXPECT_EQ(verdict("1000000", "3000000"), kPass);
  EXPECT_EQ(verdict("1000000", "3000001"), kFail);
}

}  // namespace
