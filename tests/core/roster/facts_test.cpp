// SPDX-License-Identifier: MIT
// What a county states about itself, as JSON and as a table pasted from a workbook.
#include "junheng/facts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::CountyFacts;
using junheng::Fact;
using junheng::Facts;
using junheng::IssueCode;
using junheng::kNoStage;
using junheng::Stage;

namespace {

constexpr auto kPrimary = static_cast<std::uint8_t>(Stage::primary);
constexpr auto kMiddle = static_cast<std::uint8_t>(Stage::middle);

Facts read(std::string_view text, const junheng::Standard& standard = test::quality()) {
  return junheng::read_facts(text, standard, test::library().vocabulary);
}

/// The value of a fact as text; "" where there is none.
std::string value(const Facts& facts, std::string_view key, std::uint8_t stage = kNoStage, std::uint16_t year = 0) {
  if (facts.counties.empty()) return "no county";
  const Fact* const fact = facts.counties[0].find(key, stage, year);
  return fact == nullptr ? "" : junheng::to_text(fact->value);
}

std::size_t count(const Facts& facts, IssueCode code) {
  std::size_t found = 0;
  for (const auto& issue : facts.issues)
    found += issue.code == code ? 1U : 0U;
  return found;
}

std::string issues(const Facts& facts) {
  std::string all;
  for (const auto& issue : facts.issues)
    all.append(junheng::id_of(issue.code))
        .append("@")
        .append(std::to_string(issue.line))
        .append(" ")
        .append(issue.found)
        .append("; ");
  return all;
}

TEST(FactsJson, NamesMayBeIdsOrChinese) {
  const Facts facts = read(R"({"name":"大渡口区","facts":{"eligible_teachers":598,"实际交流轮岗教师数":"174",
      "G2":true,"县域内义务教育学校规划布局合理，符合国家规定要求":"达标","V1":false,"trained_rate":"100%"}})");
  ASSERT_EQ(facts.counties.size(), 1U);
  EXPECT_EQ(facts.counties[0].county, "大渡口区");
  EXPECT_EQ(facts.counties[0].facts.size(), 6U);
  EXPECT_EQ(value(facts, "eligible_teachers"), "598");
  EXPECT_EQ(value(facts, "exchanged_teachers"), "174");
  EXPECT_EQ(value(facts, "G2"), "1");
  EXPECT_EQ(value(facts, "G1"), "1");
  EXPECT_EQ(value(facts, "V1"), "0");
  EXPECT_EQ(value(facts, "trained_rate"), "1");
  EXPECT_TRUE(facts.issues.empty()) << issues(facts);
}

TEST(FactsJson, ValuesMayStandByStageAndYearWithUnitAndNote) {
  const Facts facts = read(
      R"({"pupil_expense":{"小学":{"2011":5000,"2012":"5386"},"middle":{"2012":{"value":6,"unit":"千元","note":"决算"}}},
      "education_appropriation":{"2010":{"value":"88720","unit":"万元"},"2011年度":121330},
      "G8.performance_pay":{"value":"是","note":"文件3份"},"special_funds":{"value":"115.8","unit":"万元"}})");
  EXPECT_EQ(value(facts, "pupil_expense", kPrimary, 2011), "5000");
  EXPECT_EQ(value(facts, "pupil_expense", kPrimary, 2012), "5386");
  EXPECT_EQ(value(facts, "pupil_expense", kMiddle, 2012), "6000");
  EXPECT_EQ(value(facts, "pupil_expense", kMiddle, 2011), "");
  EXPECT_EQ(value(facts, "education_appropriation", kNoStage, 2010), "887200000");
  EXPECT_EQ(value(facts, "education_appropriation", kNoStage, 2011), "121330");
  EXPECT_EQ(value(facts, "special_funds"), "1158000");
  ASSERT_FALSE(facts.counties.empty());
  EXPECT_EQ(facts.counties[0].find("pupil_expense", kMiddle, 2012)->note, "决算");
  EXPECT_EQ(facts.counties[0].find("G8.performance_pay")->note, "文件3份");
  EXPECT_EQ(count(facts, IssueCode::fact_converted), 3U) << issues(facts);
  EXPECT_EQ(facts.issues.size(), 3U) << issues(facts);
}

TEST(FactsJson, AListHasAnObjectForEachCounty) {
  const Facts facts =
      read(R"([{"name":"甲县","special_pupils":10},{"name":"乙县","special_pupils":20},{"区县名称":"丙县"}])");
  ASSERT_EQ(facts.counties.size(), 3U);
  EXPECT_EQ(facts.counties[1].county, "乙县");
  ASSERT_NE(facts.counties[1].find("special_pupils"), nullptr);
  EXPECT_EQ(facts.counties[1].find("special_pupils")->value.mantissa, 20);
  EXPECT_EQ(facts.counties[2].county, "丙县");
  EXPECT_TRUE(facts.counties[2].facts.empty());
}

TEST(FactsJson, WhatIsNotUnderstoodIsSaid) {
  struct Case {
    const char* json;
    IssueCode code;
  };
  const std::vector<Case> cases = {{R"({"swimming_pools":3})", IssueCode::fact_unknown},
                                   {R"({"special_pupils":{"初二":3}})", IssueCode::fact_unknown},
                                   {R"({"special_pupils":"many"})", IssueCode::fact_unreadable},
                                   {R"({"special_pupils":[1,2]})", IssueCode::fact_unreadable},
                                   {R"({"special_pupils":1.5})", IssueCode::fact_unreadable},
                                   {R"({"special_pupils":-1})", IssueCode::fact_unreadable},
                                   {R"({"special_pupils":"50%"})", IssueCode::fact_unreadable},
                                   {R"({"special_pupils":true})", IssueCode::fact_unreadable},
                                   {R"({"G1":"也许"})", IssueCode::fact_unreadable},
                                   {R"({"special_pupils":1,"特殊教育学生数":2})", IssueCode::fact_twice}};
  for (const Case& one : cases) {
    const Facts facts = read(one.json);
    EXPECT_EQ(facts.issues.size(), 1U) << one.json << ": " << issues(facts);
    EXPECT_EQ(count(facts, one.code), 1U) << one.json << ": " << issues(facts);
  }
  EXPECT_EQ(value(read(R"({"special_pupils":1,"特殊教育学生数":2})"), "special_pupils"), "1") << "the first is kept";
  EXPECT_TRUE(read("").counties.empty());
  EXPECT_TRUE(read("{}").issues.empty());
}

TEST(FactsTable, TwoColumnsAreNameAndValue) {
  for (const char* text :
       {"special_pupils\t193\nG1\t是\n", "项目\t数值\nspecial_pupils\t193\nG1\t是\n",
        "指标名称\t填报值\r\nspecial_pupils\t193\r\nG1\t是\r\n", "填报值\t填报项目\n193\tspecial_pupils\n是\tG1"}) {
    const Facts facts = read(text);
    EXPECT_EQ(value(facts, "special_pupils"), "193") << text;
    EXPECT_EQ(value(facts, "G1"), "1") << text;
    EXPECT_TRUE(facts.issues.empty()) << text << issues(facts);
  }
}

TEST(FactsTable, ThreeColumnsAreNameUnitAndValue) {
  for (const char* text : {"特殊教育学校公用经费\t万元\t115.8\n特殊教育学生数\t人\t193",
                           "填报项目\t单位\t填报值\n特殊教育学校公用经费\t万元\t115.8\n特殊教育学生数\t人\t193",
                           "项目\t数值\t单位\n特殊教育学校公用经费\t115.8\t万元\n特殊教育学生数\t193\t人"}) {
    const Facts facts = read(text);
    EXPECT_EQ(value(facts, "special_funds"), "1158000") << text;
    EXPECT_EQ(value(facts, "special_pupils"), "193") << text;
    EXPECT_EQ(facts.issues.size(), 1U) << issues(facts);
    EXPECT_EQ(count(facts, IssueCode::fact_converted), 1U);
  }
  const Facts note = read("G1\t\t是\t规划图一份\nspecial_pupils\t人\t193\t");
  ASSERT_NE(note.counties[0].find("G1"), nullptr);
  EXPECT_EQ(note.counties[0].find("G1")->note, "规划图一份");
}

TEST(FactsTable, ValuesMayStandByYearOrByStage) {
  const Facts years = read("项目\t单位\t2010年\t2011\t2012年度\n财政经常性收入\t亿元\t10\t—\t12.5\n");
  EXPECT_EQ(value(years, "recurrent_revenue", kNoStage, 2010), "1000000000");
  EXPECT_EQ(value(years, "recurrent_revenue", kNoStage, 2011), "");
  EXPECT_EQ(value(years, "recurrent_revenue", kNoStage, 2012), "1250000000");
  EXPECT_EQ(years.issues.size(), 2U) << issues(years);
  const Facts stages = read("指标\t小学\t初中\n学校数\t70\t31\n就近划片入学比例\t100%\t95%\n");
  EXPECT_EQ(value(stages, "schools", kPrimary), "70");
  EXPECT_EQ(value(stages, "schools", kMiddle), "31");
  EXPECT_EQ(value(stages, "near_rate", kMiddle), "0.95");
  EXPECT_TRUE(stages.issues.empty()) << issues(stages);
}

TEST(FactsTable, WhatHasNoYearsOfItsOwnIsTakenFromTheLatest) {
  const Facts one = read("项目\t2024年\nspecial_per_pupil\t6000\nG1\t是\n教师平均工资\t15\n");
  EXPECT_EQ(value(one, "special_per_pupil"), "6000");
  EXPECT_EQ(value(one, "G1"), "1");
  EXPECT_EQ(value(one, "teacher_pay", kNoStage, 2024), "15");
  EXPECT_TRUE(one.issues.empty()) << issues(one);
  const Facts several = read("项目\t2023\t2024\t2022\nspecial_per_pupil\t5000\t6000\t4000\nspecial_pupils\t9\t\t8\n");
  EXPECT_EQ(value(several, "special_per_pupil"), "6000");
  EXPECT_EQ(value(several, "special_pupils"), "") << "years are not mixed";
  EXPECT_TRUE(several.issues.empty()) << issues(several);
  EXPECT_EQ(value(read(R"({"special_per_pupil":{"2024":6000}})"), "special_per_pupil"), "6000");
  EXPECT_EQ(count(read(R"({"special_per_pupil":{"2023":5000,"2024":6000}})"), IssueCode::fact_twice), 1U);
  const auto item = test::Outcome::of_facts("项目\t2023年\t2024年\nspecial_per_pupil\t5000\t6000\n");
  EXPECT_EQ(item.item_verdict("G7"), junheng::Verdict::pass);
}

TEST(FactsTable, TheFormHasAColumnOfWordsAndOneOfVerdicts) {
  const Facts facts = read(
      "名称\t指标值或简要结论\t是否达标\n"
      "1.  县域内义务教育学校规划布局合理，符合国家规定要求\t见规划图\t达标\n"
      "2.  县域内城乡义务教育学校建设标准统 一、教师编制标准统 一、生均公用经费基准定额 统 一、基本装备配置标准统 "
      "一\t\t未达标\n"
      "10.县级教育行政部门在核定的教职工编制总额和岗位总量内，统筹分配各校教职工编制 和岗位数量\t\t基本达标\n"
      "教师培训完成率\t100%\t达标\n");
  EXPECT_EQ(value(facts, "G1"), "1");
  EXPECT_EQ(value(facts, "G2"), "0");
  EXPECT_EQ(value(facts, "G10"), "0") << "基本达标 is no pass";
  EXPECT_EQ(value(facts, "trained_rate"), "1");
  EXPECT_TRUE(facts.issues.empty()) << issues(facts);
  ASSERT_NE(facts.counties[0].find("G1"), nullptr);
  EXPECT_EQ(facts.counties[0].find("G1")->note, "见规划图");
}

TEST(FactsTable, EveryRowOfTheCountyTemplateIsUnderstood) {
  struct Row {
    const char* name;
    const char* unit;
    const char* cell;
    const char* key;
    std::uint8_t stage;
    const char* value;
  };
  const std::vector<Row> rows = {
      {"填报年度", "", "2024", "year", kNoStage, "2024"},
      {"规定的小学生均公用经费标准", "元", "1150", "quota", kPrimary, "1150"},
      {"规定的初中生均公用经费标准", "元", "1350", "quota", kMiddle, "1350"},
      {"特殊教育学校经费总额", "元", "1158000", "special_funds", kNoStage, "1158000"},
      {"特殊教育学校学生人数", "人", "193", "special_pupils", kNoStage, "193"},
      {"上年度义务教育学校教师年平均工资收入水平（不含民办学校）", "万元", "15.7386", "teacher_pay", kNoStage,
       "157386"},
      {"当地公务员年平均工资收入", "万元", "13.4502", "civil_servant_pay", kNoStage, "134502"},
      {"符合交流条件教师总数", "人", "598", "eligible_teachers", kNoStage, "598"},
      {"实际交流轮岗教师数", "人", "174", "exchanged_teachers", kNoStage, "174"},
      {"实际交流骨干教师数量", "人", "47", "exchanged_backbone", kNoStage, "47"},
      {"优质高中招生计划总人数", "人", "974", "quality_plan", kNoStage, "974"},
      {"优质高中招生分配指标数", "人", "685", "quality_allocated", kNoStage, "685"},
      {"向农村学校分配指标数", "人", "12", "quality_rural", kNoStage, "12"},
      {"符合条件的随迁子女总人数", "人", "12350", "migrant_eligible", kNoStage, "12350"},
      {"在县域内公办学校就读的随迁子女人数", "人", "12000", "migrant_public", kNoStage, "12000"},
      {"在政府购买服务的民办学校就读随迁子女人数", "人", "350", "migrant_purchased", kNoStage, "350"},
      {"适龄残疾儿童少年总数", "人", "200", "disabled_all", kNoStage, "200"},
      {"适龄残疾儿童少年入学总人数", "人", "194", "disabled_enrolled", kNoStage, "194"},
  };
  std::string text =
      "序号\t类别\t填报项目\t单位\t填报值\t是否必填\t备注说明\n1\t基本信息\t区县名称\t\t某区\t是\n2\t基本信息\t区县代码"
      "\t\t210102\t是\n";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    text +=
        std::to_string(i + 3) + "\t类\t" + rows[i].name + "\t" + rows[i].unit + "\t" + rows[i].cell + "\t是\t市级\n";
  }
  const Facts facts = read(text);
  ASSERT_EQ(facts.counties.size(), 1U);
  EXPECT_EQ(facts.counties[0].county, "某区");
  for (const Row& row : rows)
    EXPECT_EQ(value(facts, row.key, row.stage), row.value) << row.name;
  EXPECT_EQ(facts.counties[0].facts.size(), rows.size());
  EXPECT_EQ(count(facts, IssueCode::fact_converted), 2U);
  EXPECT_EQ(facts.issues.size(), 2U) << issues(facts);
}

TEST(FactsTable, UnitsAreConverted) {
  struct Case {
    const char* line;
    const char* key;
    const char* value;
    bool said;
  };
  const std::vector<Case> cases = {{"special_funds\t115.8万元", "special_funds", "1158000", true},
                                   {"special_funds\t1.2 亿元", "special_funds", "120000000", true},
                                   {"special_funds（万元）\t115.8", "special_funds", "1158000", true},
                                   {"special_funds\t1,158,000元", "special_funds", "1158000", false},
                                   {"special_pupils\t193人", "special_pupils", "193", false},
                                   {"special_pupils\t1.5万人", "special_pupils", "15000", true},
                                   {"site_area\t3亩", "site_area", "2000", true},
                                   {"site_area\t1 亩", "site_area", "666.666667", true},
                                   {"site_area\t14.65万㎡", "site_area", "146500", true},
                                   {"trained_rate\t99.5 %", "trained_rate", "0.995", false},
                                   {"trained_rate\t99.5", "trained_rate", "0.995", false},
                                   {"appropriation_growth\t-3.71%", "appropriation_growth", "-0.0371", false},
                                   {"level_chinese\tⅢ级", "level_chinese", "3", false},
                                   {"level_chinese\tⅢ", "level_chinese", "3", false},
                                   {"level_chinese\tⅣ级", "level_chinese", "4", false},
                                   {"level_chinese\t3", "level_chinese", "3", false}};
  for (const Case& one : cases) {
    const Facts facts = read(one.line);
    EXPECT_EQ(value(facts, one.key), one.value) << one.line;
    EXPECT_EQ(count(facts, IssueCode::fact_converted), one.said ? 1U : 0U) << one.line;
    EXPECT_EQ(facts.issues.size(), one.said ? 1U : 0U) << one.line << issues(facts);
  }
}

TEST(FactsTable, AFractionWhereAPercentageIsMeantIsSaid) {
  for (const char* line : {"trained_rate\t0.85", "trained_rate\t1", "recognition\t0.9"})
    EXPECT_EQ(count(read(line), IssueCode::fact_fraction), 1U) << line;
  for (const char* line : {"trained_rate\t85", "trained_rate\t1.01", "trained_rate\t0.85%", "trained_rate\t0"})
    EXPECT_EQ(count(read(line), IssueCode::fact_fraction), 0U) << line;
  EXPECT_EQ(value(read("trained_rate\t0.85"), "trained_rate"), "0.85");
  EXPECT_EQ(value(read("trained_rate\t0.85%"), "trained_rate"), "0.0085");
}

TEST(FactsTable, WhatIsNotUnderstoodIsSaidWithItsLine) {
  struct Case {
    const char* line;
    IssueCode code;
  };
  const std::vector<Case> cases = {{"游泳池\t3", IssueCode::fact_unknown},
                                   {"special_pupils\t很多", IssueCode::fact_unreadable},
                                   {"special_pupils\t-3", IssueCode::fact_unreadable},
                                   {"special_funds\t-3", IssueCode::fact_unreadable},
                                   {"special_pupils\t3.5", IssueCode::fact_unreadable},
                                   {"special_pupils\t3亩", IssueCode::fact_unreadable},
                                   {"special_funds\t50%", IssueCode::fact_unreadable},
                                   {"level_chinese\tⅢ级以上", IssueCode::fact_unreadable},
                                   {"G1.planning\t2", IssueCode::fact_unreadable}};
  for (const Case& one : cases) {
    const Facts facts = read(std::string("项目\t数值\nschools\t9\n") + one.line + "\n");
    ASSERT_EQ(facts.issues.size(), 1U) << one.line << ": " << issues(facts);
    EXPECT_EQ(junheng::id_of(facts.issues[0].code), junheng::id_of(one.code)) << one.line;
    EXPECT_EQ(facts.issues[0].line, 3U);
    EXPECT_EQ(value(facts, "schools"), "9") << "the others are read";
    EXPECT_EQ(facts.counties[0].facts.size(), 1U);
  }
  const Facts twice = read("special_pupils\t3\nschools\t9\n特殊教育学生数\t4\n");
  ASSERT_EQ(twice.issues.size(), 1U);
  EXPECT_EQ(twice.issues[0].code, IssueCode::fact_twice);
  EXPECT_EQ(twice.issues[0].line, 3U);
  EXPECT_EQ(value(twice, "special_pupils"), "3");
}

TEST(FactsTable, MissingMarksAreNoValuesAndNoFaults) {
  for (const char* mark : {"", "—", "/", "-", "缺", "N/A"}) {
    const Facts facts = read(std::string("schools\t9\nspecial_pupils\t") + mark + "\n");
    EXPECT_EQ(value(facts, "special_pupils"), "") << mark;
    EXPECT_TRUE(facts.issues.empty()) << mark << issues(facts);
  }
  EXPECT_EQ(value(read("schools\t9\nV1\t无\n"), "V1"), "0") << "none is an answer to a yes or no";
  EXPECT_EQ(value(read("special_pupils\t0"), "special_pupils"), "0") << "zero is a value";
}

TEST(FactsTable, NamesOfNumbersAreNumbersThoughTheyAreTitlesToo) {
  EXPECT_EQ(value(read("社会认可度\t92.3%"), "recognition"), "0.923");
  EXPECT_EQ(value(read("三年巩固率\t97%"), "retention_rate"), "0.97");
  EXPECT_EQ(value(read("残疾儿童入学率\t96%"), "disabled_rate"), "0.96");
  EXPECT_EQ(value(read("教师培训经费\t5万元"), "training_budget"), "50000");
  EXPECT_EQ(value(read("公众满意度\t88%", test::basic()), "satisfaction"), "0.88");
}

TEST(FactsOfCounties, GoToTheCountyTheyName) {
  const std::string table = "区县\t学校名称\t学校类型\t在校生数\n甲县\t一小\t小学\t100\n乙县\t二小\t小学\t100\n";
  const auto with = [&](const char* facts) {
    junheng::Request request;
    request.county = facts;
    return test::Outcome(table, request);
  };
  const auto both = with(R"([{"name":"乙县","G1":false},{"name":"甲县","G1":true}])");
  EXPECT_EQ(both.item_verdict("G1", both.county("甲县")), junheng::Verdict::pass);
  EXPECT_EQ(both.item_verdict("G1", both.county("乙县")), junheng::Verdict::fail);
  EXPECT_EQ(both.issues(IssueCode::fact_county), 0U);
  for (const char* lost : {R"({"name":"丙县","G1":true})", R"({"G1":true})",
                           R"([{"name":"甲县","G1":true},{"name":"甲县","G1":false}])"}) {
    EXPECT_EQ(with(lost).issues(IssueCode::fact_county), 1U) << lost;
  }
  const auto named = with("区县名称\t甲县\nG1\t是");
  EXPECT_EQ(named.item_verdict("G1", named.county("甲县")), junheng::Verdict::pass);
  EXPECT_EQ(named.item_verdict("G1", named.county("乙县")), junheng::Verdict::unknown);
}

}  // namespace
