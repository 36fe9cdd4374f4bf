// SPDX-License-Identifier: MIT
// 基本均衡 (rules 3): points of the government's work, satisfaction, the school standard, and counties of which only
// the coefficients were published.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::ReasonCode;
using junheng::Stage;
using junheng::Verdict;
using test::Json;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

Outcome of(const std::string& facts) {
  return Outcome::of_facts(facts, test::basic());
}

TEST(BasicScore, EightyFivePointsAreEnough) {
  struct Case {
    const char* facts;
    Verdict verdict;
  };
  const std::vector<Case> cases = {
      {"government_score\t84.9", kFail}, {"government_score\t84.9999", kFail},    {"government_score\t85", kPass},
      {"government_score\t85.0", kPass}, {"政府推进工作自评得分\t99.5分", kPass}, {"政府推进工作得分（分）\t84", kFail},
      {"government_score\t—", kUnknown}, {"government_score\t优秀", kUnknown},    {"B1\t是\nB2\t是", kUnknown},
      {"satisfaction\t90%", kUnknown},   {"government_score\t-90", kUnknown}};
  for (const Case& one : cases) {
    SCOPED_TRACE(one.facts);
    const auto part = of(one.facts).part("government");
    EXPECT_EQ(test::word(part.verdict), test::word(one.verdict));
    EXPECT_EQ(test::has_reason(part, ReasonCode::score_low), one.verdict == kFail);
    EXPECT_EQ(test::has_reason(part, ReasonCode::score_unknown), one.verdict == kUnknown);
  }
  const auto low = of("government_score\t84.9").part("government");
  ASSERT_EQ(low.reasons.size(), 1U);
  EXPECT_DOUBLE_EQ(low.reasons[0].value, 84.9);
  EXPECT_DOUBLE_EQ(low.reasons[0].limit, 85.0);
}

/// basic-2012 with points for its seventeen items: 6 each but for the last, which has `last`.
Json with_points(int last) {
  Json standard = Json::parse(test::source_file("core/standards/basic-2012.json"));
  const std::size_t items = standard["parts"][2]["items"].size();
  for (std::size_t i = 0; i < items; ++i) {
    standard = standard.with("/parts/2/items/" + std::to_string(i) + "/points",
                             Json::string(i + 1 < items ? "6" : std::to_string(last)));
  }
  return standard.with("/id", Json::string("points"));
}

TEST(BasicScore, PointsOfTheItemsMustAddUpToTheFullScore) {
  for (const int last : {3, 5, 0}) {
    const auto refused = junheng::load_standard(with_points(last).dump(), test::library().vocabulary);
    EXPECT_FALSE(refused.standard.has_value()) << last;
    ASSERT_EQ(refused.faults.size(), 1U) << last;
    EXPECT_EQ(refused.faults[0].path, "/parts/2/score/full");
  }
  EXPECT_TRUE(junheng::load_standard(with_points(4).dump(), test::library().vocabulary).standard.has_value());
  const Json some = with_points(4).without("/parts/2/items/3/points");
  const auto refused = junheng::load_standard(some.dump(), test::library().vocabulary);
  ASSERT_FALSE(refused.faults.empty());
  EXPECT_EQ(refused.faults[0].path, "/parts/2/score");
}

/// Points for the items B1 to B17: all of theirs, but `first` for the first.
std::string points(const std::string& first, int count = 17) {
  Json facts = Json::parse("{}");
  for (int i = 1; i <= count; ++i)
    facts = facts.with("/scores/B" + std::to_string(i), Json::string(i == 1 ? first : i == 17 ? "4" : "6"));
  return facts.dump();
}

TEST(BasicScore, PointsOfTheItemsAreAddedUp) {
  const auto loaded = junheng::load_standard(with_points(4).dump(), test::library().vocabulary);
  ASSERT_TRUE(loaded.standard.has_value());
  const auto part = [&](const std::string& facts) {
    return Outcome::of_facts(facts, *loaded.standard).part("government");
  };
  const auto full = part(points("6"));
  EXPECT_EQ(full.verdict, kPass);
  ASSERT_TRUE(full.score.has_value());
  EXPECT_DOUBLE_EQ(to_double(*full.score), 100.0);
  ASSERT_EQ(full.items.size(), 17U);
  ASSERT_TRUE(full.items[16].points.has_value());
  EXPECT_DOUBLE_EQ(to_double(*full.items[16].points), 4.0);
  const auto half = part(points("5.5"));
  ASSERT_TRUE(half.score.has_value());
  EXPECT_DOUBLE_EQ(to_double(*half.score), 99.5);
  const auto low = [&](const char* fourth) {
    const Json facts = Json::parse(points("6"))
                           .with("/scores/B2", Json::string("0"))
                           .with("/scores/B3", Json::string("0"))
                           .with("/scores/B4", Json::string(fourth));
    return part(facts.dump());
  };
  EXPECT_EQ(low("3").verdict, kPass) << "85 exactly";
  EXPECT_EQ(low("2.9").verdict, kFail);
  EXPECT_DOUBLE_EQ(to_double(low("2.9").score.value()), 84.9);
  EXPECT_EQ(part(points("6", 16)).verdict, kUnknown) << "the points of one item are missing";
  EXPECT_EQ(part(points("-1")).verdict, kUnknown) << "nobody gets fewer than none";
  EXPECT_EQ(part(points("6.1")).verdict, kUnknown) << "nor more than there are for the item";
  const Outcome over = Outcome::of_facts(points("6.1", 1), *loaded.standard);
  const auto issue = over.issue(IssueCode::fact_unreadable);
  ASSERT_TRUE(issue.has_value());
  const std::string said = junheng::sentence(test::library().zh, *issue, over.result);
  EXPECT_NE(said.find("应为0 至 6 的数"), std::string::npos) << said;
  EXPECT_EQ(part(R"({"government_score":"90"})").verdict, kPass) << "the sum alone";
  EXPECT_EQ(part(R"({"government_score":"100.1"})").verdict, kUnknown) << "nor more than there are in all";
}

TEST(BasicScore, SatisfactionAndTheSchoolStandard) {
  struct Case {
    const char* item;
    const char* facts;
    Verdict verdict;
  };
  const std::vector<Case> cases = {
      {"P1", "satisfaction\t85%", kPass},
      {"P1", "公众满意度\t84.99%", kFail},
      {"P1", "satisfaction\t0.85", kPass},
      {"P1", "群众满意率\t85.01", kPass},
      {"P1", "recognition\t90%", kUnknown},
      {"S1", "小学达标学校数\t70\n小学学校数\t70\n初中达标学校数\t31\n初中学校数\t31", kPass},
      {"S1", "小学达标学校数\t69\n小学学校数\t70\n初中达标学校数\t31\n初中学校数\t31", kFail},
      {"S1", "小学达标学校数\t70\n小学学校数\t70\n初中达标学校数\t30\n初中学校数\t31", kFail},
      {"S1", "小学达标学校数\t70\n小学学校数\t70", kUnknown},
      {"S1", "小学达标学校数\t0\n小学学校数\t0\n初中达标学校数\t31\n初中学校数\t31", kUnknown},
      {"S1", "schools_meeting\t101", kUnknown},
      {"S1", "S1\t是", kUnknown}};
  for (const Case& one : cases)
    EXPECT_EQ(test::word(of(one.facts).item_verdict(one.item)), test::word(one.verdict)) << one.facts;
}

// ---- coefficients as they were published ------------------------------------------------------------------------

constexpr std::size_t kIndicators = 8;

struct Published {
  const char* county;
  Stage stage;
  std::array<const char*, kIndicators> cv;
  double composite;  ///< as printed; 0: not printed
  double mean;       ///< of the eight, exactly
};

/// Tables of Chongqing (2015), Jilin (2015) and the report of Yining (2021), in the order of basic-2012.
const std::vector<Published> kPublished = {
    {"万州", Stage::primary, {".437", ".419", ".255", ".188", ".171", ".263", ".263", ".420"}, 0.302, 0.302},
    {"万州", Stage::middle, {".381", ".298", ".264", ".212", ".207", ".502", ".445", ".539"}, 0.356, 0.356},
    {"黔江", Stage::primary, {".633", ".891", ".435", ".328", ".351", ".391", ".379", ".541"}, 0.494, 0.493625},
    {"黔江", Stage::middle, {".808", ".445", ".537", ".472", ".492", ".243", ".272", ".265"}, 0.442, 0.44175},
    {"江津", Stage::primary, {".535", ".478", ".376", ".354", ".191", ".264", ".254", ".369"}, 0.353, 0.352625},
    {"江津", Stage::middle, {".319", ".346", ".187", ".241", ".154", ".267", ".250", ".324"}, 0.261, 0.261},
    {"永川", Stage::middle, {".422", ".491", ".637", ".409", ".544", ".298", ".259", ".449"}, 0.439, 0.438625},
    {"綦江", Stage::primary, {".568", ".610", ".201", ".415", ".267", ".336", ".324", ".423"}, 0.393, 0.393},
    {"南关", Stage::primary, {".393", ".578", ".372", ".246", ".208", ".311", ".311", ".455"}, 0.359, 0.35925},
    {"南关", Stage::middle, {".433", ".464", ".334", ".318", ".433", ".362", ".368", ".335"}, 0.381, 0.380875},
    {"宽城", Stage::primary, {".251", ".426", ".267", ".227", ".127", ".318", ".302", ".440"}, 0.295, 0.29475},
    {"宽城", Stage::middle, {".285", ".373", ".243", ".333", ".224", ".391", ".355", ".569"}, 0.347, 0.346625},
    {"朝阳", Stage::primary, {".380", ".605", ".352", ".362", ".101", ".301", ".295", ".415"}, 0.351, 0.351375},
    {"朝阳", Stage::middle, {".320", ".431", ".291", ".223", ".095", ".400", ".386", ".431"}, 0.322, 0.322125},
    {"伊宁", Stage::primary, {".3636", "1.2059", ".5141", ".3542", ".0994", ".3860", ".4083", ".4718"}, 0, 0.4754125},
    {"伊宁", Stage::middle, {".0904", ".1323", ".1351", ".0808", ".1404", ".0536", ".0532", ".1870"}, 0, 0.1091},
};

/// {"coefficients":{"primary":{"teaching_area":"0.437",…}}}, without the indicator at `missing`.
std::string coefficients(const Published& row, std::size_t missing = kIndicators) {
  Json facts = Json::parse("{}").with("/name", Json::string(row.county));
  const std::string stage = "/coefficients/" + std::string(junheng::id_of(row.stage)) + "/";
  for (std::size_t i = 0; i < kIndicators; ++i) {
    const std::string text = row.cv[i];
    if (i == missing) continue;
    facts = facts.with(stage + test::basic().indicators[i].id, Json::string(text.front() == '.' ? "0" + text : text));
  }
  return facts.dump();
}

TEST(PublishedCoefficients, GiveTheCompositeThatWasPrinted) {
  constexpr double kRoundings = 0.0006;  // of eight coefficients and of their mean, to three decimals
  for (const Published& row : kPublished) {
    SCOPED_TRACE(std::string(row.county) + " " + std::string(junheng::id_of(row.stage)));
    const Outcome outcome = of(coefficients(row));
    const std::size_t s = outcome.stage(row.stage);
    ASSERT_NE(s, test::kNowhere);
    EXPECT_NEAR(outcome.result.balance[s].composite_cv, row.mean, 1e-12);
    if (row.composite > 0) {
      EXPECT_NEAR(outcome.result.balance[s].composite_cv, row.composite, kRoundings);
    }
    EXPECT_EQ(outcome.result.balance[s].composite_verdict, kPass);
    EXPECT_EQ(outcome.result.stages[s].verdict, kPass);
    EXPECT_EQ(outcome.part("balance").verdict, kUnknown) << "the other stage is not given";
    EXPECT_TRUE(test::has_reason(outcome.part("balance"), ReasonCode::cv_given));
    EXPECT_TRUE(test::has_reason(outcome.part("balance"), ReasonCode::no_units));
    EXPECT_FALSE(test::has_reason(outcome.part("balance"), ReasonCode::cv_over)) << "one alone has no limit here";
    EXPECT_EQ(outcome.result.issues.size(), 0U) << test::issue_names(outcome.result.issues);
  }
}

TEST(PublishedCoefficients, OfBothStagesAreAVerdict) {
  const auto all = [&](const char* primary, const char* middle) {
    std::string facts;
    for (const auto& [stage, value] : {std::pair("小学", primary), std::pair("初中", middle)}) {
      for (const auto& indicator : test::basic().indicators)
        facts += std::string(stage) + indicator.title.zh + "差异系数\t" + value + "\n";
    }
    return of(facts).part("balance");
  };
  EXPECT_EQ(all("0.65", "0.55").verdict, kPass) << "exactly at both limits";
  EXPECT_EQ(all("0.6501", "0.55").verdict, kFail);
  EXPECT_EQ(all("0.65", "0.5501").verdict, kFail);
  EXPECT_TRUE(test::has_reason(all("0.65", "0.5501"), ReasonCode::composite_over));
}

TEST(PublishedCoefficients, OneThatIsMissingLeavesTheCompositeUnknown) {
  for (std::size_t missing = 0; missing < kIndicators; ++missing) {
    const Outcome outcome = of(coefficients(kPublished[0], missing));
    const std::size_t s = outcome.stage(Stage::primary);
    ASSERT_NE(s, test::kNowhere);
    EXPECT_TRUE(std::isnan(outcome.result.balance[s].composite_cv)) << missing;
    EXPECT_EQ(outcome.result.balance[s].composite_verdict, kUnknown) << missing;
    EXPECT_EQ(outcome.result.stages[s].verdict, kUnknown) << missing;
    EXPECT_TRUE(test::has_reason(outcome.part("balance"), ReasonCode::composite_unknown)) << missing;
  }
}

TEST(PublishedCoefficients, AreNoNumbersBelowZero) {
  const Outcome outcome = of(R"({"coefficients":{"primary":{"books":"-0.3"}}})");
  EXPECT_EQ(outcome.issues(IssueCode::fact_unreadable), 1U);
  EXPECT_FALSE(outcome.balance(Stage::primary, "books").given);
}

TEST(PublishedCoefficients, OfAnUnknownIndicatorAreSaidToBeUnknown) {
  const Outcome outcome = of(R"({"coefficients":{"primary":{"swimming":"0.3"}},"scores":{"B99":"3"}})");
  EXPECT_EQ(outcome.issues(IssueCode::fact_unknown), 2U);
}

TEST(PublishedCoefficients, AreJudgedOneByOneUnderTheQualityRule) {
  const auto with = [](const char* primary, const char* middle) {
    std::string facts;
    for (const auto& indicator : test::quality().indicators)
      facts += "小学" + indicator.title.zh + "差异系数\t0.3\n初中" + indicator.title.zh + "差异系数\t0.3\n";
    const std::string sports = "生均体育运动场馆面积差异系数\t";
    facts.replace(facts.find("小学" + sports + "0.3"), ("小学" + sports + "0.3").size(), "小学" + sports + primary);
    facts.replace(facts.find("初中" + sports + "0.3"), ("初中" + sports + "0.3").size(), "初中" + sports + middle);
    return Outcome::of_facts(facts);
  };
  const auto at_limit = with("0.50", "0.45");
  EXPECT_EQ(at_limit.balance(Stage::primary, "sports_area").verdict, kPass);
  EXPECT_EQ(at_limit.balance(Stage::middle, "sports_area").verdict, kPass);
  EXPECT_EQ(at_limit.part("resources").verdict, kUnknown) << "the schools themselves cannot be checked";
  EXPECT_TRUE(test::has_reason(at_limit.part("resources"), ReasonCode::units_not_given));
  const auto primary = with("0.5001", "0.45");
  EXPECT_EQ(primary.balance(Stage::primary, "sports_area").verdict, kFail);
  EXPECT_EQ(primary.balance(Stage::primary, "books").verdict, junheng::Balance{}.verdict);
  EXPECT_EQ(primary.part("resources").verdict, kFail);
  EXPECT_TRUE(test::has_reason(primary.part("resources"), ReasonCode::cv_over));
  EXPECT_EQ(with("0.5", "0.451").balance(Stage::middle, "sports_area").verdict, kFail);
  EXPECT_EQ(with("0.5", "0.451").balance(Stage::middle, "teaching_area").verdict, kPass);
}

TEST(PublishedCoefficients, DoNotReplaceThoseOfSchoolsThatAreThere) {
  junheng::Request request;
  request.county = R"({"coefficients":{"primary":{"books":"0.9"}}})";
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t500\n乙\t小学\t100\t500\n", request,
                        test::basic());
  EXPECT_FALSE(outcome.balance(Stage::primary, "books").given);
  EXPECT_EQ(outcome.balance(Stage::primary, "books").spread.cv, 0.0);
}

}  // namespace
