// SPDX-License-Identifier: MIT
//
// What a rounded number would say, beside what is so: for each of the four comparisons, on both sides of its limit.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "junheng/junheng.h"
#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using test::Json;
using test::Outcome;

namespace {

struct Rounded {
  const char* what;
  const char* standard;
  const char* table;
  const char* facts;
  const char* item;
  const char* check;
  const char* verdict;  ///< of the number
  const char* text;
  const char* rounded;  ///< of the number as it is rounded

  friend void PrintTo(const Rounded& one, std::ostream* out) { *out << one.what; }
};

class RoundedNumbers : public testing::TestWithParam<Rounded> {};

TEST_P(RoundedNumbers, AreComparedToo) {
  const Rounded& one = GetParam();
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(library.add(test::source_file("core/standards/variants/chongqing-2012.json")).empty());
  junheng::Request request;
  request.county = one.facts;
  const Outcome outcome(one.table, request, *library.standard(one.standard));
  const junheng::Asked asked{.explain_values = true, .encoding = {}, .remarks = {}};
  const Json whole = Json::parse(evaluation_json(outcome.result, library, junheng::Detail::full, &asked));
  for (const Json& part : whole["counties"][0]["parts"]) {
    for (const Json& item : part["items"]) {
      for (const Json& check : item["checks"]) {
        if (!(item["id"] == one.item) || !(check["id"] == one.check)) continue;
        ASSERT_GT(check["judged"].size(), 0U);
        EXPECT_EQ(check["judged"][0]["verdict"].text(), one.verdict);
        EXPECT_EQ(check["judged"][0]["rounded"]["text"].text(), one.text);
        EXPECT_EQ(check["judged"][0]["rounded"]["verdict"].text(), one.rounded);
        return;
      }
    }
  }
  FAIL() << "no such check";
}

constexpr const char* kQuality = "quality-2017";

INSTANTIATE_TEST_SUITE_P(
    Comparisons, RoundedNumbers,
    testing::Values(Rounded{"at least, rounded up to it", kQuality, "",
                            "trained_teachers\t9996\nfull_time_teachers\t10000", "G9", "trained", "fail", "1.000",
                            "pass"},
                    Rounded{"at least, rounded down", kQuality, "", "trained_teachers\t9994\nfull_time_teachers\t10000",
                            "G9", "trained", "fail", "0.999", "fail"},
                    Rounded{"at least, all of them", kQuality, "", "trained_teachers\t10000\nfull_time_teachers\t10000",
                            "G9", "trained", "pass", "1.000", "pass"},
                    Rounded{"below, rounded up to it", kQuality, "", "gap_chinese\t0.1496\nlevel_chinese\t3", "Q9",
                            "gap_chinese", "pass", "0.15", "fail"},
                    Rounded{"below, rounded down", kQuality, "", "gap_chinese\t0.1449\nlevel_chinese\t3", "Q9",
                            "gap_chinese", "pass", "0.14", "pass"},
                    Rounded{"below, above it", kQuality, "", "gap_chinese\t0.1551\nlevel_chinese\t3", "Q9",
                            "gap_chinese", "fail", "0.16", "fail"},
                    Rounded{"at most, one too many", kQuality, "学校名称\t学校类型\t在校生数\n甲\t小学\t2001\n", "",
                            "G4", "size", "fail", "2001.00", "fail"},
                    Rounded{"at most, at it with an exemption", kQuality,
                            "学校名称\t学校类型\t在校生数\t是否2010年及之前规划并建成\n甲\t小学\t2400\t是\n", "", "G4",
                            "size", "pass", "2400.00", "pass"},
                    Rounded{"above, rounded down to it", "chongqing-2012",
                            "学校名称\t学校类型\t在校生数\t每百名学生拥有计算机台数\n甲\t小学\t1000\t8.5\n", "", "C13",
                            "computers", "fail", "8.50", "fail"}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

}  // namespace
