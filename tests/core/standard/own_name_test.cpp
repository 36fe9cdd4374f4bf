// SPDX-License-Identifier: MIT
// Nobody can take a standard of somebody's own for one that came with the engine: ids, titles, and what is said of it.
#include "standard/own_name.h"

#include <gtest/gtest.h>

#include <string>

#include "junheng/junheng.h"
#include "junheng/own_text.h"
#include "junheng/sentence.h"
#include "support/outcome.h"

namespace {

std::vector<junheng::StandardFault> added(junheng::Library& library, const std::string& id, const std::string& title,
                                          const std::string& more = "") {
  return library.add(R"({"schema":"junheng.standard/1","id":")" + id + R"(","parent":"quality-2017","title":{"zh":")" +
                     title + R"(","en":"A standard of X"},"document":{"zh":"某文","en":"A document"})" + more + "}");
}

std::string refused_at(const std::string& id, const std::string& title = "甲县办法") {
  junheng::Library library = junheng::load_library();
  const auto faults = added(library, id, title);
  return faults.empty() ? "" : faults.front().path;
}

TEST(OwnName, IdsAreAsciiWordsThatNobodyCanTakeForABuiltInOne) {
  for (const char* const id : {"jia-county-2025", "x", "quality-2019", "chongqing-2012", "a1-b2"})
    EXPECT_EQ(refused_at(id), "") << id;
  for (const char* const id : {"quality-2017",
                               "quality-2017\u200B",
                               "quality-2017.",
                               "Quality-2017",
                               "quality\u20132017",
                               "quality-2017 ",
                               "qua1ity-2017",
                               "quality-2o17",
                               "quality2017",
                               "quality-20-17",
                               "qual\u0456ty-2017",
                               "ｑuality-2017",
                               "basic2012",
                               "bas1c-2012",
                               "basic-zol2",
                               "",
                               "-a",
                               "a-",
                               "a--b",
                               "2017",
                               "甲县",
                               "a_b",
                               "a/b",
                               "../a",
                               "a\\u0000b"})
    EXPECT_EQ(refused_at(id), "/id") << id;
  EXPECT_EQ(refused_at(std::string(61, 'a')), "/id");
  EXPECT_TRUE(junheng::look_alike("modern", "modem"));
  EXPECT_TRUE(junheng::look_alike("vvest", "west"));
  EXPECT_FALSE(junheng::look_alike("quality-2017", "quality-2018"));
}

TEST(OwnName, NoTitleOfABuiltInStandard) {
  const std::string title = test::quality().title.zh;
  for (const std::string& same : {title, title + "\u200B", " " + title, "《" + title + "》", title + "。"})
    EXPECT_EQ(refused_at("mine", same), "/title") << same;
  EXPECT_EQ(refused_at("mine", test::basic().title.zh), "/title");
  EXPECT_EQ(refused_at("mine", test::quality().title.en), "/title");
  EXPECT_EQ(refused_at("mine", title + "（甲县修订）"), "");
}

TEST(OwnName, NoTitleThatReadsLikeOneOfABuiltInStandard) {
  const std::string title = test::quality().title.zh;
  for (const char* const unseen : {"\U000E0001", "\U000E0041", "\u034F", "\u115F", "\u1160", "\u17B4", "\u180B",
                                   "\u3164", "\uFFA0", "\u202E", "\uFE0F"})
    EXPECT_EQ(refused_at("mine", title.substr(0, 6) + unseen + title.substr(6)), "/title") << unseen;
  const auto instead = [](std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
  };
  EXPECT_EQ(refused_at("mine", instead(title, "县域", "县城")), "/title") << "one other character";
  EXPECT_EQ(refused_at("mine", instead(title, "教育", "教⾁")), "/title") << "a radical";
  EXPECT_EQ(refused_at("mine", instead(title, "县域", "市域内")), "") << "a title of its own";
  const std::string english = test::quality().title.en;
  EXPECT_EQ(refused_at("mine", instead(instead(english, "a", "а"), "o", "о")), "/title") << "Cyrillic";
  EXPECT_EQ(refused_at("mine", instead(english, "l", "1")), "/title");
  EXPECT_EQ(refused_at("mine", english + " of X"), "");
}

TEST(OwnName, WhatItSaysOtherwiseIsCountedAndListed) {
  junheng::Library library = junheng::load_library();
  EXPECT_TRUE(library.standard("quality-2017")->own == std::nullopt);
  ASSERT_TRUE(added(library, "mine", "甲县办法",
                    R"(,"indicators":[{"id":"degree_teachers","threshold":{"primary":{"value":"0.0001"}}}],)"
                    R"("parts":[{"id":"quality","items":[{"id":"Q3","remove":true},{"id":"Q4","remove":true}]}])")
                  .empty());
  const junheng::Standard& mine = *library.standard("mine");
  ASSERT_TRUE(mine.own.has_value());
  EXPECT_EQ(mine.own->parent, "quality-2017");
  std::string all;
  for (const auto& change : mine.own->changes)
    all += std::string(id_of(change.kind)) + " " + change.path + " " + change.before + ">" + change.after + "\n";
  EXPECT_NE(all.find("changed /indicators/degree_teachers/threshold/primary/value 4.2>0.0001\n"), std::string::npos)
      << all;
  EXPECT_NE(all.find("removed /parts/quality/items/Q3 "), std::string::npos) << all;
  EXPECT_EQ(mine.own->changes.size(), 3U) << all;
  EXPECT_EQ(own_text(library.zh, mine), "按自定办法《甲县办法》（以《" + library.standard("quality-2017")->title.zh +
                                            "》为底本，改动 1 项，删去 2 项，另加 0 项）");
  EXPECT_EQ(own_text(library.zh, *library.standard("quality-2017")), "");
}

TEST(OwnName, ALimitWithThePaperItStandsInIsOneChange) {
  junheng::Library library = junheng::load_library();
  const auto changes = [&](const std::string& limit) {
    const std::string sources = R"(,"sources":[{"id":"ours","zh":"某县文件","en":"Our paper"}],)";
    EXPECT_TRUE(
        added(library, "mine", "甲县办法", sources + R"("balanceRule":{"limit":{"primary":)" + limit + "}}").empty());
    std::string paths;
    for (const auto& change : library.standard("mine")->own->changes)
      paths += change.path + " ";
    return paths;
  };
  EXPECT_EQ(changes(R"({"value":"0.40","source":"ours","confidence":"S"})"), "/balanceRule/limit/primary/value ");
  EXPECT_EQ(changes(R"({"source":"ours"})"), "/balanceRule/limit/primary/source ") << "another paper alone is said";
}

TEST(OwnName, WhatIsWrongWithANameIsSaidInTheReadersLanguage) {
  junheng::Library library = junheng::load_library();
  const auto said = [&](const std::string& id, const std::string& title) {
    const auto faults = added(library, id, title);
    EXPECT_EQ(faults.size(), 1U);
    return fault_sentence(library.zh, faults.at(0));
  };
  EXPECT_NE(said("Mine", "甲县办法").find("小写英文字母和数字"), std::string::npos);
  EXPECT_NE(said("quality-2O17", "甲县办法").find("应为"), std::string::npos);
  EXPECT_NE(said("qual1ty-2017", "甲县办法").find("误认为内置办法"), std::string::npos);
  EXPECT_NE(said("mine", test::quality().title.zh).find("不能与内置办法相同或看起来相同"), std::string::npos);
  const auto faults = added(library, "Mine", "甲县办法");
  EXPECT_NE(fault_sentence(library.en, faults.at(0)).find("single hyphens, as \"my-county-2025\""), std::string::npos)
      << "whole, not cut";
}

TEST(OwnName, AChildOfOnesOwnIsHeldAgainstTheBuiltInOne) {
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(
      added(library, "mine", "甲县办法", R"(,"parts":[{"id":"quality","items":[{"id":"Q3","remove":true}]}])").empty());
  ASSERT_TRUE(library
                  .add(R"({"schema":"junheng.standard/1","id":"child","parent":"mine","title":{"zh":"乙","en":"B"},)"
                       R"("document":{"zh":"某","en":"D"}})")
                  .empty());
  const auto& own = library.standard("child")->own;
  ASSERT_TRUE(own.has_value());
  EXPECT_EQ(own->parent, "quality-2017");
  EXPECT_EQ(own->changes.size(), 1U) << "what its parent took away is away from it too";
}

TEST(OwnName, TheConclusionBeginsWithIt) {
  junheng::Library library = junheng::load_library();
  ASSERT_TRUE(added(library, "mine", "甲县办法").empty());
  const auto conclusion = [&](const char* id) {
    const auto result = junheng::evaluate("学校名称\t学校类型\t在校生数\n甲小学\t小学\t300\n", *library.standard(id),
                                          library.vocabulary, {});
    return junheng::conclusion(library.zh, 0, result);
  };
  EXPECT_EQ(conclusion("mine").find("按自定办法《甲县办法》（以《"), 0U) << conclusion("mine");
  EXPECT_EQ(conclusion("quality-2017").find("自定办法"), std::string::npos);
}

}  // namespace
