// SPDX-License-Identifier: MIT
// Numbers that counties have published, as they printed them: each is computed again from what stands beside it.
// Where a report is wrong by its own numbers, the right value is expected.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "support/outcome.h"
#include "support/variants.h"

using junheng::IssueCode;
using junheng::ReasonCode;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

// ---- items from counts ----------------------------------------------------------------------------------------------

struct Printed {
  const char* county;
  const char* facts;
  const char* item;
  const char* check;
  std::uint64_t numerator;  ///< of the exact value
  std::uint64_t denominator;
  int decimals;         ///< of what the report printed
  const char* printed;  ///< that number, or the right one where the report is wrong
  Verdict verdict;
  int power = 2;  ///< 2: printed as a percentage

  friend void PrintTo(const Printed& one, std::ostream* out) { *out << one.county << " " << one.check; }
};

class PrintedItem : public testing::TestWithParam<Printed> {};

TEST_P(PrintedItem, IsComputedFromItsCounts) {
  const Printed& one = GetParam();
  const Outcome outcome = Outcome::of_facts(one.facts);
  const junheng::CheckResult result = outcome.check(one.item, one.check);
  ASSERT_EQ(result.judged.size(), 1U) << test::issue_names(outcome.result.issues);
  const junheng::Measured& value = result.judged.front().value;
  ASSERT_TRUE(value.known);
  EXPECT_EQ(value.ratio.numerator * one.denominator, value.ratio.denominator * one.numerator) << "exactly";
  EXPECT_EQ(junheng::number_text(value.value() * (one.power == 0 ? 1 : 100), one.decimals), one.printed);
  EXPECT_EQ(test::word(result.verdict), test::word(one.verdict));
}

const char* const kExchange = "符合交流轮岗条件教师总数\t598\n实际交流轮岗教师数\t174\n实际交流骨干教师数\t47";
const char* const kRetention =
    "毕业学生人数\t4077\n三年前初中一年级在校生数\t4023\n毕业年级三年转入学生数\t158\n"
    "毕业年级三年死亡学生数\t1\n毕业年级三年转出学生数\t103";

INSTANTIATE_TEST_SUITE_P(
    Reports, PrintedItem,
    testing::Values(Printed{"大渡口", "特殊教育学校公用经费\t115.8万元\n特殊教育学生数\t193人", "G7", "special", 6000,
                            1, 0, "6000", kPass, 0},
                    Printed{"大渡口", "义务教育学校教师年平均工资收入\t157386元\n当地公务员年平均工资收入\t134502元",
                            "G8", "pay", 157386, 134502, 2, "117.01", kPass},
                    Printed{"大渡口", kExchange, "G11", "exchange", 174, 598, 0, "29", kPass},
                    Printed{"大渡口", kExchange, "G11", "backbone", 47, 174, 0, "27", kPass},
                    Printed{"大渡口", "专任教师数\t2152\n持有教师资格证的专任教师\t2152", "G12", "certified", 1, 1, 0,
                            "100", kPass},
                    Printed{"大渡口", "优质高中招生名额总数\t974\n优质高中招生分配名额\t685", "G14", "allocated", 685,
                            974, 2, "70.33", kPass},
                    Printed{"大渡口",
                            "符合条件的随迁子女总人数\t12350\n在公办学校就读的随迁子女人数\t12350\n"
                            "在政府购买服务的民办学校就读的随迁子女人数\t0",
                            "G15", "migrant", 1, 1, 0, "100", kPass},
                    // printed 101.3: the transfers that stand beside it were left out
                    Printed{"大渡口", kRetention, "Q1", "retention", 1, 1, 1, "100.0", kPass},
                    Printed{"大渡口",
                            "适龄残疾儿童少年总数\t194\n随班就读残疾学生数\t128\n送教上门残疾学生数\t41\n"
                            "特殊教育学校在读残疾学生\t25",
                            "Q2", "disabled", 1, 1, 0, "100", kPass},
                    Printed{"大渡口", "公用经费预算总额\t5998万元\n教师培训经费决算总额\t528万元", "Q4", "share", 528,
                            5998, 1, "8.8", kPass},
                    // below the half that the rule of 2017 asks for, as the report says itself
                    Printed{"伊宁", "优质高中招生名额总数\t4255\n优质高中招生分配名额\t2008", "G14", "allocated", 2008,
                            4255, 2, "47.19", kFail}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// 4 and 2 schools above 2000, 342 and 56 large classes, 英语 0.179 and 0.168: 基本达标 in the report, which no rule knows.
TEST(Dadukou, WhatIsBasicallyMetIsNotMet) {
  const Outcome outcome = Outcome::of_facts(
      "超过2000人的小学\t4\n超过2000人的初中\t2\n超过45人的小学班级\t342\n超过50人的初中班级\t56\n"
      "项目\t小学\t初中\n语文校际差异率\t0.067\t0.12\n数学校际差异率\t0.037\t0.134\n英语校际差异率\t0.179\t0.168\n"
      "科学校际差异率\t0.032\t0.097");
  EXPECT_EQ(outcome.item_verdict("G4"), kFail) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.item_verdict("G5"), kFail);
  EXPECT_EQ(outcome.item_verdict("Q9"), kFail);
  for (const char* check : {"gap_chinese", "gap_mathematics", "gap_science"})
    EXPECT_EQ(outcome.check("Q9", check).verdict, kPass) << check;
  EXPECT_EQ(outcome.check("Q9", "gap_english").failing, 2U);
  for (const char* item : {"G4", "G5", "Q9"})
    EXPECT_EQ(Outcome::of_facts(std::string(item) + "\t基本达标").item_verdict(item), kUnknown) << item;
}

/// 4077 of 4023, 158 came and 103 left, one died; and the same with 3900 graduates (95.66 and 95.60).
TEST(Dadukou, RetentionByEitherFormula) {
  const auto percent = [](const std::string& graduates, const char* formula) {
    const std::string facts = "毕业学生人数\t" + graduates + std::string(kRetention).substr(23);
    const auto check = Outcome::of_facts(facts, test::quality(), {{"retention", formula}}).check("Q1", "retention");
    return check.judged.empty() ? std::string("?") : junheng::number_text(check.judged[0].value.value() * 100, 2);
  };
  EXPECT_EQ(percent("4077", "A"), "100.00");
  EXPECT_EQ(percent("4077", "B"), "100.00");
  EXPECT_EQ(percent("4077", "C"), "101.34");
  EXPECT_EQ(percent("3900", "A"), "95.66");
  EXPECT_EQ(percent("3900", "B"), "95.60");
}

/// 330 of all 6559 teachers: the rule speaks of those who are eligible, whom nobody counted.
TEST(Yining, ExchangeOfAllTeachersDecidesNothing) {
  const Outcome outcome = Outcome::of_facts("专任教师数\t6559\n实际交流轮岗教师数\t330");
  EXPECT_EQ(outcome.check("G11", "exchange").verdict, kUnknown);
  EXPECT_EQ(Outcome::of_facts("交流轮岗比例\t5%").check("G11", "exchange").verdict, kFail) << "as it was printed";
}

// ---- years ----------------------------------------------------------------------------------------------------------

TEST(Yubei, TheShareOfExpenditureRisesEveryYear) {
  const Outcome outcome = Outcome::of_facts(
      "项目\t2010\t2011\t2012\n预算内教育经费\t100355\t133478\t144315.71\n财政支出\t676928\t734518\t729258",
      test::with_variants("chongqing-2012"));
  const auto check = outcome.check("one_share", "share");
  EXPECT_EQ(check.verdict, kPass);
  ASSERT_EQ(check.judged.size(), 2U) << "the first year is what the second is held against";
  EXPECT_EQ(junheng::number_text(check.judged[0].value.value() * 100, 2), "18.17");
  EXPECT_EQ(junheng::number_text(check.judged[1].value.value() * 100, 2), "19.79");
  const Outcome first = Outcome::of_facts("项目\t2009\t2010\n预算内教育经费\t1\t100355\n财政支出\t676928\t676928",
                                          test::with_variants("chongqing-2012"));
  EXPECT_EQ(junheng::number_text(first.check("one_share", "share").judged.at(0).value.value() * 100, 2), "14.83");
}

/// −3.71 against 43.80 in the first of three years: the report concludes that the standard is met all the same.
TEST(Yubei, FundsGrewSlowerThanRevenueInOneYear) {
  const auto of = [](const std::string& years, const std::string& funds, const std::string& revenue) {
    return Outcome::of_facts(
               "项目\t" + years + "\n财政教育拨款增长比例\t" + funds + "\n财政经常性收入增长比例\t" + revenue,
               test::with_variants("chongqing-2012"))
        .check("three_growths", "appropriation");
  };
  const auto all = of("2010\t2011\t2012", "-3.71%\t36.76%\t6.09%", "43.80%\t4.07%\t4.97%");
  EXPECT_EQ(all.verdict, kFail);
  EXPECT_EQ(all.failing, 1U);
  EXPECT_EQ(of("2010", "-3.71%", "43.80%").verdict, kFail);
  EXPECT_EQ(of("2011\t2012", "36.76%\t6.09%", "4.07%\t4.97%").failing, 0U);
}

/// The growths are those of the amounts beside them: 121330 of 88720, 128724.71 of 121330.
TEST(Yubei, GrowthsAreThoseOfTheAmounts) {
  const auto verdict = [](const char* second, const char* third) {
    const Outcome outcome = Outcome::of_facts(
        std::string("项目\t2010\t2011\t2012\n财政教育拨款\t88720\t121330\t128724.71\n财政经常性收入\t1000000\t") +
            second + "\t" + third,
        test::with_variants("chongqing-2012"));
    const auto check = outcome.check("three_growths", "appropriation");
    return std::pair(check.judged.at(0).verdict, check.judged.at(1).verdict);
  };
  EXPECT_EQ(verdict("1367500", "1450800"), std::pair(kPass, kPass)) << "36.75 and 6.091 %";
  EXPECT_EQ(verdict("1367600", "1450900"), std::pair(kFail, kPass)) << "36.76 and 6.091 %";
  EXPECT_EQ(verdict("1367500", "1450880"), std::pair(kPass, kFail)) << "36.75 and 6.097 %";
}

// ---- coefficients that were printed ---------------------------------------------------------------------------------

struct Coefficients {
  const char* county;
  std::vector<const char*> primary;  ///< the eight in the order of the standard
  const char* primary_composite;
  std::vector<const char*> middle;
  const char* middle_composite;
};

/// As the tables of 重庆 and 吉林 and the report of 伊宁 print them; of 綦江 the row of the middle schools is cut off.
const std::vector<Coefficients>& coefficients() {
  static const std::vector<Coefficients> all = {
      {"万州",
       {"0.437", "0.419", "0.255", "0.188", "0.171", "0.263", "0.263", "0.420"},
       "0.302",
       {"0.381", "0.298", "0.264", "0.212", "0.207", "0.502", "0.445", "0.539"},
       "0.356"},
      {"黔江",
       {"0.633", "0.891", "0.435", "0.328", "0.351", "0.391", "0.379", "0.541"},
       "0.494",
       {"0.808", "0.445", "0.537", "0.472", "0.492", "0.243", "0.272", "0.265"},
       "0.442"},
      {"江津",
       {"0.535", "0.478", "0.376", "0.354", "0.191", "0.264", "0.254", "0.369"},
       "0.353",
       {"0.319", "0.346", "0.187", "0.241", "0.154", "0.267", "0.250", "0.324"},
       "0.261"},
      // 0.562 was averaged before the eight were rounded: their mean is 0.56275
      {"永川",
       {"0.696", "0.916", "0.819", "0.580", "0.450", "0.286", "0.285", "0.470"},
       "0.562",
       {"0.422", "0.491", "0.637", "0.409", "0.544", "0.298", "0.259", "0.449"},
       "0.439"},
      {"綦江", {"0.568", "0.610", "0.201", "0.415", "0.267", "0.336", "0.324", "0.423"}, "0.393", {}, ""},
      {"南关",
       {"0.393", "0.578", "0.372", "0.246", "0.208", "0.311", "0.311", "0.455"},
       "0.359",
       {"0.433", "0.464", "0.334", "0.318", "0.433", "0.362", "0.368", "0.335"},
       "0.381"},
      {"宽城",
       {"0.251", "0.426", "0.267", "0.227", "0.127", "0.318", "0.302", "0.440"},
       "0.295",
       {"0.285", "0.373", "0.243", "0.333", "0.224", "0.391", "0.355", "0.569"},
       "0.347"},
      // no composite is printed: the mean of the eight
      {"伊宁",
       {"0.3636", "1.2059", "0.5141", "0.3542", "0.0994", "0.386", "0.4083", "0.4718"},
       "0.4754",
       {"0.0904", "0.1323", "0.1351", "0.0808", "0.1404", "0.0536", "0.0532", "0.187"},
       "0.1091"},
  };
  return all;
}

std::string facts_of(const Coefficients& one, const char* primary, const char* middle) {
  std::string facts = "项目\t小学\t初中\n";
  for (std::size_t i = 0; i < one.primary.size(); ++i) {
    facts.append(test::basic().indicators[i].title.zh).append("差异系数\t").append(one.primary[i]);
    facts.append("\t").append(one.middle.empty() ? "" : one.middle[i]).append("\n");
  }
  return facts + "综合差异系数\t" + primary + "\t" + middle;
}

TEST(PrintedCoefficients, AgreeWithTheCompositeBesideThem) {
  for (const Coefficients& one : coefficients()) {
    const Outcome outcome =
        Outcome::of_facts(facts_of(one, one.primary_composite, one.middle_composite), test::basic());
    EXPECT_TRUE(outcome.result.issues.empty()) << one.county << test::issue_names(outcome.result.issues);
    EXPECT_EQ(outcome.part("balance").verdict, one.middle.empty() ? kUnknown : kPass) << one.county;
    EXPECT_TRUE(test::has_reason(outcome.part("balance"), ReasonCode::cv_given)) << one.county;
  }
}

/// What was rounded cannot differ by more than its digits; a slip of one in the second digit is said.
TEST(PrintedCoefficients, ACompositeOfOtherNumbersIsSaid) {
  for (const Coefficients& one : coefficients()) {
    std::string wrong = one.primary_composite;
    wrong[3] = wrong[3] == '9' ? '8' : static_cast<char>(wrong[3] + 1);
    EXPECT_EQ(Outcome::of_facts(facts_of(one, wrong.c_str(), one.middle_composite), test::basic())
                  .issues(IssueCode::composite_differs),
              1U)
        << one.county << " " << wrong;
  }
}

/// 0.48 and 0.39 are all that 渝北 printed.
TEST(PrintedCoefficients, ACompositeAloneIsTaken) {
  const Outcome outcome =
      Outcome::of_facts("项目\t小学\t初中\n综合差异系数\t0.48\t0.39", test::with_variants("chongqing-2012"));
  EXPECT_EQ(outcome.part("balance").verdict, kPass);
  EXPECT_TRUE(test::has_reason(outcome.part("balance"), ReasonCode::composite_given));
  EXPECT_EQ(outcome.result.counties.at(0).verdict, kUnknown) << "the schools and the government's part are not known";
}

/// 生 均 体 育 …: the page of 伊宁 has spaces inside its words.
TEST(PrintedCoefficients, AreReadThoughAPageHasSpacesInTheirNames) {
  const Outcome outcome = Outcome::of_facts(
      "小学 生 均 体 育 运 动 场 馆 面 积 差异系数\t1.2059\n小学生均教学 仪器设备值差异系数\t0.5141", test::basic());
  EXPECT_TRUE(outcome.result.issues.empty()) << test::issue_names(outcome.result.issues);
  EXPECT_DOUBLE_EQ(outcome.balance(junheng::Stage::primary, "sports_area").spread.cv, 1.2059) << "above 1 is no slip";
  EXPECT_DOUBLE_EQ(outcome.balance(junheng::Stage::primary, "equipment_value").spread.cv, 0.5141);
}

/// Where schools are there and a number of them is missing, a printed composite says nothing of it.
TEST(PrintedCoefficients, ACompositeDoesNotStandInForNumbersThatAreMissing) {
  junheng::Request request;
  request.county = "项目\t小学\t初中\n综合差异系数\t0.48\t0.39";
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t45\t\n乙\t小学\t46\t301\n", request,
                        test::basic());
  EXPECT_EQ(outcome.part("balance").verdict, kUnknown);
  const auto& balance = outcome.result.balance.at(outcome.stage(junheng::Stage::primary));
  EXPECT_FALSE(balance.composite_given);
  EXPECT_EQ(balance.composite_verdict, kUnknown);
}

}  // namespace
