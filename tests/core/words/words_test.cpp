// SPDX-License-Identifier: MIT
// Sentences: one place per language, complete in both, and numbers that do not seem to contradict their verdict.
#include "junheng/words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "support/files.h"
#include "support/outcome.h"
#include "support/sheet.h"

using junheng::IssueCode;
using junheng::LeftOut;
using junheng::ReasonCode;
using junheng::Stage;
using test::Outcome;

namespace {

std::multiset<std::string> places(std::string_view text) {
  std::multiset<std::string> all;
  // A sentence of English that begins with a place has it in capitals: {Line}.
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return {"unclosed"};
    std::string place(text.substr(open, close - open + 1));
    if (place == "{Line}") place = "{line}";
    all.insert(std::move(place));
  }
  return all;
}

TEST(Words, BothLanguagesHaveTheSameSentencesWithTheSamePlaces) {
  const auto& zh = test::library().zh.texts;
  const auto& en = test::library().en.texts;
  EXPECT_GT(zh.size(), 50U);
  for (const auto& [key, text] : zh) {
    EXPECT_FALSE(text.empty()) << key;
    const auto other = en.find(key);
    // What a standard's file may hold: the loader's English is the key.
    if (key.rfind("accepted.", 0) == 0 && other == en.end()) continue;
    ASSERT_NE(other, en.end()) << key << " is missing in English";
    EXPECT_FALSE(other->second.empty()) << key;
    const auto left = places(text);
    const auto right = places(other->second);
    EXPECT_EQ(std::set<std::string>(left.begin(), left.end()), std::set<std::string>(right.begin(), right.end()))
        << key;
  }
  for (const auto& [key, text] : en)
    EXPECT_EQ(zh.count(key), 1U) << key << " is missing in Chinese";
}

TEST(Words, EveryCodeHasItsSentence) {
  for (const auto language : junheng::kLanguages) {
    const auto& words = test::library().words(language);
    EXPECT_EQ(words.language, language);
    const auto expect_text = [&](const std::string& key) {
      EXPECT_NE(words.text(key), key) << key << " in " << junheng::id_of(language);
    };
    for (int i = 0; i < junheng::kIssueCodeCount; ++i) {
      expect_text("issue." + std::string(junheng::id_of(static_cast<IssueCode>(i))));
    }
    for (int i = 0; i < junheng::kReasonCodeCount; ++i) {
      expect_text("reason." + std::string(junheng::id_of(static_cast<ReasonCode>(i))));
    }
    for (const auto why :
         {LeftOut::excluded, LeftOut::no_evaluated_stage, LeftOut::no_pupils, LeftOut::total_row, LeftOut::unplaced}) {
      expect_text("left_out." + std::string(junheng::id_of(why)));
    }
    for (const char* verdict : {"pass", "fail", "unknown", "near"})
      expect_text(std::string("verdict.") + verdict);
    for (const char* severity : {"error", "warning", "note"})
      expect_text(std::string("severity.") + severity);
    for (const Stage stage : junheng::kStages)
      expect_text("stage." + std::string(junheng::id_of(stage)));
  }
  EXPECT_EQ(test::library().zh.text("no.such.key"), "no.such.key");
}

TEST(Words, ReasonCodesHaveUniqueIds) {
  std::set<std::string> ids;
  for (int i = 0; i < junheng::kReasonCodeCount; ++i) {
    EXPECT_TRUE(ids.emplace(junheng::id_of(static_cast<ReasonCode>(i))).second) << i;
  }
}

void expect_whole(const std::string& text) {
  EXPECT_GT(text.size(), 3U);
  EXPECT_EQ(text.find('{'), std::string::npos) << text;
  EXPECT_EQ(text.find("nan"), std::string::npos) << text;
}

/// The sentences of all reasons and of all rows left out, checked; which kinds there were.
struct Said {
  std::set<ReasonCode> reasons;
  std::set<LeftOut> left_out;

  explicit Said(const Outcome& outcome) {
    for (const auto language : junheng::kLanguages) {
      const auto& words = test::library().words(language);
      for (const auto& part : outcome.result.counties.at(0).parts) {
        for (const auto& reason : part.reasons) {
          expect_whole(junheng::sentence(words, reason, 0, outcome.result));
          reasons.insert(reason.code);
        }
      }
      for (const auto& unit : outcome.result.split.left_out) {
        expect_whole(junheng::sentence(words, unit, outcome.result));
        left_out.insert(unit.why);
      }
    }
  }
};

TEST(Words, EveryReasonOfRealTables) {
  auto sheet = test::quality_sheet(
      {test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000), test::good_row("丙", "初中", 1000)});
  sheet.rows[0][test::kFirstResource] = "0";
  sheet.rows[1][test::kFirstResource + 1] = "—";
  for (auto& row : sheet.rows)
    row[test::kFirstResource + 6] = "0";
  std::set<ReasonCode> reasons = Said(Outcome(sheet.tsv())).reasons;
  const auto add = [&reasons](const Outcome& outcome) {
    const Said said(outcome);
    reasons.insert(said.reasons.begin(), said.reasons.end());
  };
  for (auto& row : sheet.rows)
    row[test::kFirstResource + 1] = "—";
  sheet.rows[0][test::kFirstResource] = "60";
  sheet.rows[0][test::kFirstResource + 6] = "50";
  add(Outcome(sheet.tsv()));
  sheet.rows.push_back(test::good_row("第一中学", "", 900));
  add(Outcome(sheet.tsv()));
  const std::string eight =
      "学校名称\t学校类型\t在校生数\t教学及辅助用房面积(净)"
      "\t体育运动场馆面积\t教学仪器设备值\t计算机台数\t图书册数\t专任教师数\t"
      "高于规定学历教师数\t中级及以上专业技术职务教师数\n甲\t小学\t10\t1\t1\t1\t1\t1\t1\t1\t1\n";
  add(Outcome(eight + "乙\t小学\t10\t90\t90\t90\t90\t90\t90\t90\t90\n", test::basic()));
  add(Outcome(eight + "乙\t小学\t10\t90\t90\t90\t90\t90\t90\t90\t—\n", test::basic()));
  // Published coefficients without schools, an item that fails, a score that is too low.
  junheng::Request facts;
  facts.county = R"({"coefficients":{"primary":{"books":0.9}},"government_score":60,"satisfaction":"50%"})";
  add(Outcome("", facts, test::basic()));
  facts.county = R"({"coefficients":{"primary":{"sports_area":0.3}},"V1":"是"})";
  add(Outcome("", facts));
  // A composite alone; a school standard of which a school may miss an item.
  facts.county = "小学综合差异系数\t0.48";
  add(Outcome("", facts, test::basic()));
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(library.add(test::source_file("core/standards/variants/chongqing-2012.json")).empty());
  ASSERT_TRUE(library
                  .add(R"({"schema":"junheng.standard/1","id":"some","parent":"chongqing-2012",
      "title":{"zh":"甲","en":"A"},"document":{"zh":"甲","en":"A"},
      "parts":[{"id":"school_standard","schoolRule":{"meetAtLeast":12}}]})")
                  .empty());
  junheng::Request none;
  none.county = "C1\t是";
  for (const char* network : {"是", "否"}) {
    add(Outcome(std::string("学校名称\t学校类型\t在校生数\t校园网\t班班通\n甲\t小学\t100\t") + network + "\t是\n", none,
                *library.standard("some")));
  }
  for (int i = 0; i < junheng::kReasonCodeCount; ++i) {
    const auto code = static_cast<ReasonCode>(i);
    EXPECT_EQ(reasons.count(code), 1U) << junheng::id_of(code) << " is in none of these tables";
  }
}

TEST(Words, EveryWayOfBeingLeftOut) {
  const Outcome outcome(
      test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("特", "特殊教育学校", 60),
                           test::good_row("点", "教学点", 49), test::good_row("高", "高级中学", 900),
                           test::good_row("空", "小学", 0), test::good_row("第一中学", "", 900),
                           test::good_row("合计", "", 4000)})
          .tsv());
  EXPECT_EQ(Said(outcome).left_out.size(), 5U);
}

TEST(Words, TheLimitOfAnExclusionIsInItsSentence) {
  const Outcome outcome(test::quality_sheet({test::good_row("点", "教学点", 49)}).tsv());
  ASSERT_EQ(outcome.result.split.left_out.size(), 1U);
  for (const auto language : junheng::kLanguages) {
    const auto text =
        junheng::sentence(test::library().words(language), outcome.result.split.left_out[0], outcome.result);
    EXPECT_NE(text.find("50"), std::string::npos) << text;
  }
}

}  // namespace
