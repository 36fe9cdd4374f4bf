// SPDX-License-Identifier: MIT
// The contract's object, read back with another program's parser.
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>

#include "junheng/evaluation_json.h"
#include "support/counties.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/sheet.h"

using test::Json;
using test::Outcome;

namespace {

Json parsed(const std::string& text) {
  return Json::parse(text);
}

/// Every key is there; a value that is not known is null and never absent.
void expect_keys(const Json& object, std::initializer_list<const char*> keys, const std::string& where) {
  ASSERT_TRUE(object.is_object()) << where;
  for (const char* key : keys)
    EXPECT_TRUE(object.contains(key)) << where << " has no " << key;
}

void expect_verdict(const Json& value, std::initializer_list<const char*> allowed, const std::string& where) {
  for (const char* each : allowed) {
    if (each == nullptr ? value.is_null() : value == each) return;
  }
  ADD_FAILURE() << where << " is " << value;
}

void expect_number_or_null(const Json& value, const std::string& where) {
  EXPECT_TRUE(value.is_number() || value.is_null()) << where << " is " << value;
}

void expect_text(const Json& value, const std::string& where) {
  expect_keys(value, {"zh", "en"}, where);
  EXPECT_TRUE(value["zh"].is_string() && !value["zh"].text().empty()) << where;
  EXPECT_TRUE(value["en"].is_string() && !value["en"].text().empty()) << where;
}

void expect_contract(const Json& result) {
  expect_keys(result, {"schema", "standard", "verdict", "counties", "issues"}, "result");
  if (testing::Test::HasFailure()) return;  // a key that is missing must not be read
  EXPECT_EQ(result["schema"], "junheng.evaluation/1");
  expect_text(result["standard"]["title"], "standard.title");
  expect_verdict(result["verdict"], {"pass", "fail", "unknown"}, "verdict");
  for (const Json& county : result["counties"]) {
    expect_keys(county, {"name", "verdict", "parts", "stages", "units"}, "county");
    if (testing::Test::HasFailure()) return;
    EXPECT_TRUE(county["name"].is_null() || county["name"].is_string());
    expect_verdict(county["verdict"], {"pass", "fail", "unknown"}, "county verdict");
    for (const Json& part : county["parts"]) {
      expect_keys(part, {"id", "verdict", "reasons"}, "part");
      if (testing::Test::HasFailure()) return;
      expect_verdict(part["verdict"], {"pass", "fail", "unknown"}, "part verdict");
      EXPECT_TRUE(part["reasons"].is_array());
      if (part["verdict"] != "pass") {
        EXPECT_FALSE(part["reasons"].empty()) << part["id"] << " says no reason";
      }
    }
    for (const Json& stage : county["stages"]) {
      expect_keys(
          stage, {"stage", "units", "pupils", "unitsPassing", "verdict", "indicators", "compositeCv", "compositeLimit"},
          "stage");
      if (testing::Test::HasFailure()) return;
      expect_number_or_null(stage["compositeCv"], "compositeCv");
      for (const Json& indicator : stage["indicators"]) {
        expect_keys(indicator,
                    {"id", "mean", "standardDeviation", "cv", "cvLimit", "verdict", "threshold", "unitsMeeting",
                     "unitsNear", "unitsFailing"},
                    "indicator");
        if (testing::Test::HasFailure()) return;
        for (const char* key : {"mean", "standardDeviation", "cv", "cvLimit", "threshold"}) {
          expect_number_or_null(indicator[key], key);
        }
        expect_verdict(indicator["verdict"], {"pass", "fail", "unknown", nullptr}, "indicator verdict");
        for (const char* key : {"unitsMeeting", "unitsNear", "unitsFailing"}) {
          // nothing to count where the standard has no thresholds
          EXPECT_TRUE(indicator["threshold"].is_null() ? indicator[key].is_null() : indicator[key].is_number_unsigned())
              << key;
        }
      }
    }
    for (const Json& unit : county["units"]) {
      expect_keys(unit, {"school", "row", "stage", "pupils", "status", "meeting", "verdict", "values"}, "unit");
      if (testing::Test::HasFailure()) return;
      EXPECT_TRUE(unit["row"].is_number_unsigned());
      expect_verdict(unit["status"], {"evaluated", "excluded"}, "status");
      if (unit["status"] == "excluded") {
        expect_keys(unit, {"reason"}, "excluded unit");
        if (testing::Test::HasFailure()) return;
        EXPECT_FALSE(unit["reason"].empty());
        continue;
      }
      expect_verdict(unit["verdict"], {"pass", "fail", "unknown", nullptr}, "unit verdict");
      for (const Json& value : unit["values"]) {
        expect_keys(value, {"id", "value", "threshold", "verdict", "cvShare"}, "value");
        if (testing::Test::HasFailure()) return;
        expect_number_or_null(value["value"], "value");
        expect_number_or_null(value["cvShare"], "cvShare");
        expect_verdict(value["verdict"], {"pass", "near", "fail", "unknown", nullptr}, "value verdict");
      }
    }
  }
  for (const Json& issue : result["issues"]) {
    expect_keys(issue, {"severity", "code", "row", "column", "found", "message"}, "issue");
    if (testing::Test::HasFailure()) return;
    expect_verdict(issue["severity"], {"error", "warning", "note"}, "severity");
    expect_text(issue["message"], "message");
    EXPECT_TRUE(issue["row"].is_null() || issue["row"].number() > 0);
  }
}

TEST(Json, RandomCountiesKeepTheContract) {
  test::Random random(8);
  for (int i = 0; i < 40; ++i) {
    test::CountyOptions options;
    options.schools = static_cast<int>(random.between(1, 30));
    options.missing_one_in = random.one_in(2) ? 0 : 15;
    const Outcome outcome(test::sheet_of(test::random_county(random, "甲县", options)).tsv(),
                          random.one_in(2) ? test::quality() : test::basic());
    const Json result = parsed(outcome.json());
    ASSERT_TRUE(result.exists()) << "case " << i;
    expect_contract(result);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Json, OddInputKeepsTheContractToo) {
  using namespace std::string_literals;
  for (const std::string& text :
       {""s, "你好"s, "a\0b"s, "学校名称\t在校生数\n"s, "学校名称\t在校生数\n\"甲\"\"\\小学\t\x01\x1F\n"s,
        "区县\t学校名称\t在校生数\n\t甲小学\t1e3\n</script>\t𠮷小学\t5\n"s}) {
    const Json result = parsed(Outcome(text).json());
    ASSERT_TRUE(result.exists()) << text;
    expect_contract(result);
    EXPECT_FALSE(result["issues"].empty()) << text;
  }
}

TEST(Json, SharesOfAStagesIndicatorAddUpToOne) {
  test::Random random(9);
  int sums = 0;
  for (int i = 0; i < 30; ++i) {
    test::CountyOptions options;
    options.missing_one_in = 0;
    const Json result = parsed(Outcome(test::sheet_of(test::random_county(random, "甲县", options)).tsv()).json());
    std::map<std::pair<std::string, std::string>, double> sum;
    for (const Json& unit : result["counties"][0]["units"]) {
      if (unit["status"] != "evaluated") continue;
      for (const Json& value : unit["values"]) {
        if (value["cvShare"].is_number()) {
          sum[{unit["stage"].text(), value["id"].text()}] += value["cvShare"].number();
        }
      }
    }
    for (const auto& [key, total] : sum) {
      EXPECT_NEAR(total, 1.0, 1e-9) << key.first << " " << key.second;
      ++sums;
    }
  }
  EXPECT_GT(sums, 200);
}

TEST(Json, UnknownIsNullAndZeroIsZero) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000)});
  sheet.rows[0][test::kFirstResource] = "—";
  sheet.rows[1][test::kFirstResource] = "0";
  sheet.rows[0][test::kFirstResource + 6] = "0";
  sheet.rows[1][test::kFirstResource + 6] = "0";
  const Json county = parsed(Outcome(sheet.tsv()).json())["counties"][0];
  EXPECT_TRUE(county["name"].is_null());
  const Json& first = county["units"][0]["values"];
  const Json& second = county["units"][1]["values"];
  EXPECT_TRUE(first[0]["value"].is_null());
  EXPECT_EQ(first[0]["verdict"], "unknown");
  EXPECT_EQ(second[0]["value"], 0);
  EXPECT_EQ(second[0]["verdict"], "fail");
  const Json& indicators = county["stages"][0]["indicators"];
  EXPECT_TRUE(indicators[0]["cv"].is_null());
  EXPECT_EQ(indicators[6]["mean"], 0);
  EXPECT_TRUE(indicators[6]["cv"].is_null()) << "all zero: no coefficient";
  EXPECT_EQ(indicators[6]["verdict"], "unknown");
  EXPECT_TRUE(second[6]["cvShare"].is_null());
}

TEST(Json, RowsAreLinesOfThePastedText) {
  const std::string text = "\n学校名称\t学校类型\t在校生数\n\n\"甲\n小学\"\t小学\t10\n点\t教学点\t5\n乙\t小学\tl20\n";
  const Json result = parsed(Outcome(text).json());
  std::map<std::string, std::size_t> rows;
  for (const Json& unit : result["counties"][0]["units"])
    rows[unit["school"].text()] = unit["row"].count();
  EXPECT_EQ(rows, (std::map<std::string, std::size_t>{{"甲小学", 4}, {"点", 6}, {"乙", 7}}));
  bool found = false;
  for (const Json& issue : result["issues"]) {
    if (issue["code"] != "not_a_number") continue;
    found = true;
    EXPECT_EQ(issue["row"], 7);
    EXPECT_EQ(issue["column"], "在校生数");
    EXPECT_EQ(issue["found"], "l20");
    EXPECT_EQ(issue["severity"], "error");
    EXPECT_NE(issue["message"]["zh"].text().find("l20"), std::string::npos);
  }
  EXPECT_TRUE(found);
}

/// The same without any explanation, at any depth.
Json unexplained(Json value) {
  const std::string_view member = "/explanation";
  for (const std::string& pointer : value.pointers()) {
    const std::size_t at = pointer.find(member);
    if (at != std::string::npos) value = value.without(pointer.substr(0, at + member.size()));
  }
  return value;
}

TEST(Json, ASummaryHasVerdictsAndNumbersAndNoSentence) {
  auto rows = {test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 900), test::good_row("丙", "小学", 1)};
  test::Sheet sheet = test::quality_sheet(rows);
  sheet.rows.back().back() = "l20";
  const Outcome outcome(sheet.tsv());
  const Json full = parsed(outcome.json());
  const Json summary = parsed(outcome.json(junheng::Detail::summary));
  const Json& county = summary["counties"][0];
  EXPECT_EQ(full["counties"][0]["units"].size(), 3U);
  for (const char* const absent : {"units", "conclusion", "supplements"})
    EXPECT_FALSE(county.contains(absent)) << absent;
  EXPECT_EQ(county["stages"], unexplained(full["counties"][0]["stages"]));
  EXPECT_NE(county["stages"], full["counties"][0]["stages"]);
  ASSERT_EQ(county["parts"].size(), full["counties"][0]["parts"].size());
  for (std::size_t p = 0; p < county["parts"].size(); ++p) {
    EXPECT_EQ(county["parts"][p].members().size(), 2U);
    for (const char* const key : {"id", "verdict"})
      EXPECT_EQ(county["parts"][p][key], full["counties"][0]["parts"][p][key]);
  }
  EXPECT_EQ(county["verdict"], full["counties"][0]["verdict"]);
  EXPECT_EQ(summary["verdict"], full["verdict"]);
  EXPECT_EQ(summary["standard"], full["standard"]);
  EXPECT_EQ(summary["issueCount"], full["issueCount"]);
  ASSERT_GT(summary["issues"].size(), 0U);
  ASSERT_EQ(summary["issues"].size(), full["issues"].size());
  for (std::size_t i = 0; i < summary["issues"].size(); ++i)
    EXPECT_EQ(summary["issues"][i], full["issues"][i].without("/message"));
}

TEST(Json, NumbersReadBackToTheSameDouble) {
  test::Random random(10);
  const Outcome outcome(test::sheet_of(test::random_county(random, "甲县")).tsv());
  const Json result = parsed(outcome.json());
  for (std::size_t s = 0; s < outcome.result.balance.size(); ++s) {
    const Json& stage = result["counties"][0]["stages"][s];
    for (std::size_t i = 0; i < outcome.result.balance[s].indicators.size(); ++i) {
      const auto& spread = outcome.result.balance[s].indicators[i].spread;
      const Json& cv = stage["indicators"][i]["cv"];
      if (std::isnan(spread.cv)) {
        EXPECT_TRUE(cv.is_null());
      } else {
        EXPECT_EQ(cv.number(), spread.cv);
        EXPECT_EQ(stage["indicators"][i]["mean"].number(), spread.mean);
      }
    }
  }
}

TEST(Json, TheSameInputGivesTheSameBytes) {
  test::Random random(11);
  const std::string text = test::sheet_of(test::random_county(random, "甲县")).tsv();
  EXPECT_EQ(Outcome(text).json(), Outcome(text).json());
}

TEST(Json, AnUnknownStandardIsOneIssueAndNoCounty) {
  const Json result =
      parsed(junheng::refusal_json({junheng::IssueCode::unknown_standard, "quality-2099"}, test::library(), "gb18030"));
  ASSERT_TRUE(result.is_object());
  EXPECT_EQ(result["schema"], "junheng.evaluation/1");
  EXPECT_EQ(result["verdict"], "unknown");
  EXPECT_TRUE(result["counties"].empty());
  ASSERT_EQ(result["issues"].size(), 1U);
  EXPECT_EQ(result["issues"][0]["code"], "unknown_standard");
  expect_text(result["issues"][0]["message"], "message");
  EXPECT_NE(result["issues"][0]["message"]["zh"].text().find("quality-2099"), std::string::npos);
}

TEST(Json, StandardsTellEverythingTheFacesNeed) {
  const Json result = parsed(junheng::standards_json(test::library()));
  ASSERT_TRUE(result.exists());
  const Json& standards = result.is_array() ? result : result["standards"];
  ASSERT_EQ(standards.size(), 2U);
  for (const Json& standard : standards) {
    expect_keys(standard, {"id", "title", "stages", "indicators", "parts"}, "standard");
    EXPECT_EQ(standard["indicators"].size(), standard["id"] == "quality-2017" ? 7U : 8U);
    for (const Json& indicator : standard["indicators"]) {
      for (const auto& [stage, limit] : indicator["thresholds"].members()) {
        if (limit.is_null()) continue;
        expect_keys(limit, {"value", "source", "confidence"}, stage);
        expect_text(limit["source"], stage);
      }
    }
  }
  for (const Json& standard : standards) {
    for (const Json& part : standard["parts"]) {
      for (const Json& item : part["items"]) {
        for (const Json& check : item["checks"]) {
          EXPECT_EQ(check["basis"] == "attested", check["fields"].empty()) << item["id"];
          for (const Json& field : check["fields"]) {
            expect_text(field["label"], field["id"].text());
            expect_keys(field, {"unit", "kind"}, field["id"].text());
          }
        }
      }
    }
  }
  EXPECT_NE(result.dump().find("4.2"), std::string::npos) << "limits are told";
  EXPECT_NE(result.dump().find("0.65"), std::string::npos);
}

TEST(Json, VersionIsThreeNumbers) {
  const std::string version(junheng::version());
  EXPECT_EQ(std::count(version.begin(), version.end(), '.'), 2) << version;
  EXPECT_EQ(version.find_first_not_of("0123456789."), std::string::npos) << version;
}

}  // namespace
