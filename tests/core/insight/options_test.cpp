// SPDX-License-Identifier: MIT
// What another choice of an option (口径) would do: told beforehand, it is what an evaluation with this choice says.
#include "junheng/options.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "support/json.h"
#include "support/outcome.h"
#include "support/random.h"

using junheng::ChoiceEffect;
using junheng::CountyEffect;
using junheng::Verdict;
using test::Outcome;

namespace {

using Options = std::vector<std::pair<std::string, std::string>>;

std::size_t option_named(std::string_view id) {
  const auto& options = test::quality().options;
  const auto at = std::find_if(options.begin(), options.end(), [&](const auto& one) { return one.id == id; });
  return static_cast<std::size_t>(at - options.begin());
}

/// Retained by formulas A and B, not by C.
const std::string kRetained =
    "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n毕业年级三年转入学生人数\t0\n"
    "毕业年级三年死亡学生人数\t2\n毕业年级三年转出学生人数\t10";

/// With 艺术 as the sum of 音乐 and 美术 the unit has 7 teachers for a thousand pupils; with all three added up 13.
const std::string kArtsHeader =
    "区县\t学校名称\t学校类型\t在校生数\t体育专任教师数\t艺术专任教师人数\t音乐专任教师人数\t美术专任教师人数\n";

std::string arts_row(const std::string& county, const std::string& school, int arts = 5) {
  return county + "\t" + school + "\t小学\t1000\t2\t" + std::to_string(arts) + "\t2\t2\n";
}

std::string said(const ChoiceEffect& effect, const Outcome& outcome) {
  return sentence(test::library().zh, effect, outcome.result);
}

TEST(OptionEffects, AreOneForEachChoiceThatIsNotTaken) {
  const Outcome outcome = Outcome::of_facts(kRetained);
  const auto& options = test::quality().options;
  ASSERT_GE(options.size(), 4U);
  for (std::size_t o = 0; o < options.size(); ++o) {
    const auto effects = effects_of_option(outcome.result, o);
    EXPECT_EQ(effects.size(), options[o].choices.size() - 1) << options[o].id;
    for (const ChoiceEffect& effect : effects) {
      EXPECT_EQ(effect.option, o);
      EXPECT_NE(effect.choice, outcome.result.choices[o]) << options[o].id;
    }
  }
}

TEST(OptionEffects, ChangeTheVerdictOfAnItemAndOfWhatHangsOnIt) {
  const Outcome outcome = Outcome::of_facts(kRetained);
  const auto effects = effects_of_option(outcome.result, option_named("retention"));
  ASSERT_EQ(effects.size(), 2U);
  EXPECT_TRUE(effects[0].counties.empty()) << "B agrees with A";
  EXPECT_EQ(said(effects[0], outcome), "选此项不改变本县的任何结论。");
  ASSERT_EQ(effects[1].counties.size(), 1U);
  const CountyEffect& county = effects[1].counties[0];
  ASSERT_EQ(county.items.size(), 1U);
  EXPECT_EQ(county.items[0].id, "Q1");
  EXPECT_EQ(county.items[0].before, Verdict::pass);
  EXPECT_EQ(county.items[0].after, Verdict::fail);
  ASSERT_EQ(county.parts.size(), 1U);
  EXPECT_EQ(county.parts[0].id, "quality");
  EXPECT_EQ(county.before, Verdict::unknown);
  EXPECT_EQ(county.after, Verdict::fail);
  EXPECT_EQ(effects[1].verdict, Verdict::fail);
  EXPECT_EQ(said(effects[1], outcome),
            "选此项：Q1 三年巩固率由达标变为不达标；教育质量由数据不足变为不达标；县结论由数据不足变为不达标。");
}

TEST(OptionEffects, CountFromTheChoiceThatIsTakenAndNotFromTheDefault) {
  const Outcome outcome = Outcome::of_facts(kRetained, test::quality(), {{"retention", "C"}});
  const auto effects = effects_of_option(outcome.result, option_named("retention"));
  ASSERT_EQ(effects.size(), 2U);
  for (const ChoiceEffect& effect : effects) {
    ASSERT_EQ(effect.counties.size(), 1U);
    EXPECT_EQ(effect.counties[0].items.at(0).before, Verdict::fail);
    EXPECT_EQ(effect.counties[0].items.at(0).after, Verdict::pass);
  }
}

TEST(OptionEffects, KeepWhatElseWasChosen) {
  const std::string facts =
      "eligible_teachers\t100\nfull_time_teachers\t400\nexchanged_teachers\t30\nexchanged_backbone\t6";
  const auto effect_of = [&](Options options) {
    const Outcome outcome = Outcome::of_facts(facts, test::quality(), std::move(options));
    return effects_of_option(outcome.result, option_named("backbone_base")).at(0);
  };
  EXPECT_EQ(effect_of({}).counties.size(), 1U) << "G11 passes and would fail";
  EXPECT_TRUE(effect_of({{"eligible", "all_teachers"}}).counties.empty()) << "it fails already";
  const Outcome other = Outcome::of_facts(kRetained, test::quality(), {{"retention", "C"}});
  EXPECT_TRUE(effects_of_option(other.result, option_named("eligible")).at(0).counties.empty())
      << "Q1 stays by the formula that was chosen";
}

TEST(OptionEffects, CountUnitsWhoseVerdictTurnsCountyByCounty) {
  // Below 85 % of the threshold a unit fails whatever else is missing; above it only lacks data.
  const Outcome outcome(kArtsHeader + arts_row("甲县", "一小") + arts_row("甲县", "二小", 20) +
                        arts_row("乙县", "三小"));
  const auto effects = effects_of_option(outcome.result, option_named("arts"));
  ASSERT_EQ(effects.size(), 1U);
  ASSERT_EQ(effects[0].counties.size(), 2U);
  EXPECT_EQ(effects[0].counties[0].units, 1U);
  EXPECT_EQ(effects[0].counties[1].units, 1U);
  const std::string text = said(effects[0], outcome);
  EXPECT_NE(text.find("甲县："), std::string::npos) << text;
  EXPECT_NE(text.find("1 个评估单元的判定不同"), std::string::npos) << text;
  EXPECT_NE(text.find("乙县："), std::string::npos) << text;
}

TEST(OptionEffects, SaySoWhereNoCountyChanges) {
  const Outcome outcome(kArtsHeader + arts_row("甲县", "一小", 20) + arts_row("乙县", "三小", 20));
  EXPECT_EQ(said(effects_of_option(outcome.result, option_named("retention")).at(0), outcome),
            "选此项不改变任何区县的结论。");
}

TEST(OptionEffects, NameAFewCountiesAndCountTheOthers) {
  std::string table = kArtsHeader;
  for (int c = 1; c <= 9; ++c)
    table += arts_row("第" + std::to_string(c) + "县", "小学");
  const Outcome outcome(table);
  const auto effects = effects_of_option(outcome.result, option_named("arts"));
  ASSERT_EQ(effects.at(0).counties.size(), 9U);
  const std::string text = said(effects[0], outcome);
  EXPECT_NE(text.find("第5县"), std::string::npos) << text;
  EXPECT_EQ(text.find("第6县"), std::string::npos) << text;
  EXPECT_NE(text.find("另有 4 个区县"), std::string::npos) << text;
}

// ---- the same by another way: the text evaluated anew with the choice

struct Verdicts {
  std::map<std::string, Verdict> counties, parts, items, units;
};

Verdicts verdicts_of(const junheng::Evaluation& e) {
  Verdicts all;
  for (std::uint32_t c = 0; c < e.counties.size(); ++c) {
    const std::string name = std::to_string(c) + " ";
    const auto& county = e.counties[c];
    all.counties[name] = county.verdict;
    for (std::size_t p = 0; p < county.parts.size(); ++p) {
      const junheng::Part& part = e.standard->parts[p];
      all.parts[name + part.id] = county.parts[p].verdict;
      for (std::size_t i = 0; i < county.parts[p].items.size(); ++i)
        all.items[name + part.items[i].id] = county.parts[p].items[i].verdict;
    }
    for (std::size_t i = 0; i < county.supplements.size(); ++i)
      all.items[name + e.standard->supplements[i].id] = county.supplements[i].verdict;
  }
  for (const junheng::StageUnits& stage : e.split.stages) {
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      all.units[std::to_string(stage.county) + " " + std::string(id_of(stage.stage)) + " " +
                std::to_string(e.roster.line[e.split.units.row[unit]])] = e.unit_verdict[unit];
    }
  }
  return all;
}

/// How many of these belong to the county and are not the same in both.
std::size_t differing(const std::map<std::string, Verdict>& a, const std::map<std::string, Verdict>& b,
                      std::uint32_t county) {
  const std::string name = std::to_string(county) + " ";
  std::size_t count = 0;
  for (const auto& [key, verdict] : a) {
    const auto other = b.find(key);
    if (key.rfind(name, 0) == 0 && (other == b.end() || other->second != verdict)) ++count;
  }
  for (const auto& [key, verdict] : b) {
    if (key.rfind(name, 0) == 0 && a.count(key) == 0) ++count;
  }
  return count;
}

/// With what a layout decides about: a second column of one field, which is not used, and a line of totals.
std::string random_table(test::Random& random, int counties) {
  std::string table = kArtsHeader.substr(0, kArtsHeader.size() - 1) + "\t艺术教师人数\n";
  const char* const types[] = {"小学", "初级中学", "九年一贯制学校", "教学点", "特殊教育学校"};
  for (int c = 0; c < counties; ++c) {
    const auto schools = random.between(1, 6);
    for (std::int64_t s = 0; s < schools; ++s) {
      const auto number = [&](std::int64_t most) {
        return random.one_in(12) ? std::string() : std::to_string(random.between(0, most));
      };
      table += std::to_string(c) + "县\t" + std::to_string(s) + "校\t" + types[random.index(5)] + "\t" + number(1500) +
               "\t" + number(8) + "\t" + number(10) + "\t" + number(6) + "\t" + number(6) + "\t" + number(20) + "\n";
    }
  }
  return table + "合计\t\t\t9999\t9\t9\t9\t9\t9\n";
}

std::string random_facts(test::Random& random, int counties) {
  std::string list;
  for (int c = 0; c < counties; ++c) {
    if (random.one_in(5)) continue;
    std::string facts = R"({"name":")" + std::to_string(c) + R"(县")";
    const auto fact = [&](const char* name, std::int64_t least, std::int64_t most) {
      if (!random.one_in(8)) facts += ",\"" + std::string(name) + "\":" + std::to_string(random.between(least, most));
    };
    fact("毕业学生人数", 930, 1010);
    fact("毕业年级三年前初一时在校学生人数", 990, 1010);
    fact("毕业年级三年转入学生人数", 0, 60);
    fact("毕业年级三年死亡学生人数", 0, 3);
    fact("毕业年级三年转出学生人数", 0, 60);
    fact("eligible_teachers", 90, 200);
    fact("full_time_teachers", 200, 400);
    fact("exchanged_teachers", 5, 60);
    fact("exchanged_backbone", 1, 20);
    list += (list.empty() ? "" : ",") + facts + "}";
  }
  return "[" + list + "]";
}

TEST(OptionEffects, AreWhatAnEvaluationWithTheChoiceSays) {
  test::Random random(20171);
  std::size_t any = 0;
  for (int round = 0; round < 30; ++round) {
    const int counties = static_cast<int>(random.between(1, 3));
    const std::string table = random_table(random, counties);
    const std::string facts = random_facts(random, counties);
    junheng::Request request;
    request.county = facts;
    for (const junheng::Option& option : test::quality().options) {
      if (random.one_in(3))
        request.options.emplace_back(option.id, option.choices[random.index(option.choices.size())].id);
    }
    const Outcome base(table, request);
    const std::string before_json = base.json();
    for (std::size_t o = 0; o < test::quality().options.size(); ++o) {
      for (const ChoiceEffect& effect : effects_of_option(base.result, o)) {
        junheng::Request other = request;
        const junheng::Option& option = test::quality().options[o];
        other.options.emplace_back(option.id, option.choices[effect.choice].id);  // the later one counts
        const Outcome anew(table, other);
        const Verdicts before = verdicts_of(base.result);
        const Verdicts after = verdicts_of(anew.result);
        SCOPED_TRACE("round " + std::to_string(round) + ", " + option.id + "=" + option.choices[effect.choice].id);
        EXPECT_EQ(effect.verdict, anew.result.verdict);
        for (std::uint32_t c = 0; c < base.result.counties.size(); ++c) {
          const auto at = std::find_if(effect.counties.begin(), effect.counties.end(),
                                       [&](const CountyEffect& one) { return one.county == c; });
          const CountyEffect none;
          const CountyEffect& said = at == effect.counties.end() ? none : *at;
          EXPECT_EQ(said.parts.size(), differing(before.parts, after.parts, c));
          EXPECT_EQ(said.items.size(), differing(before.items, after.items, c));
          EXPECT_EQ(said.units, differing(before.units, after.units, c));
          EXPECT_EQ(said.before != said.after, differing(before.counties, after.counties, c) > 0);
          for (const CountyEffect::Turn& item : said.items)
            EXPECT_EQ(item.after, after.items.at(std::to_string(c) + " " + item.id)) << item.id;
          if (said.any()) ++any;
        }
      }
    }
    EXPECT_EQ(base.json(), before_json) << "looking changes nothing";
  }
  EXPECT_GT(any, 25U) << "rounds in which nothing changes show nothing";
}

// ---- what was chosen is said with the verdict

TEST(ChosenOptions, StandInTheConclusionAndOnlyThoseThatAreNotTheDefault) {
  const auto conclusion_of = [](Options options) {
    const Outcome outcome = Outcome::of_facts(kRetained, test::quality(), std::move(options));
    return conclusion(test::library().zh, 0, outcome.result);
  };
  EXPECT_EQ(conclusion_of({}).find("口径"), std::string::npos);
  EXPECT_EQ(conclusion_of({{"retention", "A"}}).find("口径"), std::string::npos) << "chosen, and the default";
  const std::string both = conclusion_of({{"retention", "C"}, {"eligible", "all_teachers"}});
  EXPECT_NE(both.find("口径：三年巩固率公式按“毕业÷初一”；交流轮岗比例的基数按“全部专任教师”。"), std::string::npos)
      << both;
}

TEST(ChosenOptions, AreInTheAnswerInBothLanguages) {
  const auto chosen = [](Options options) {
    const Outcome outcome = Outcome::of_facts(kRetained, test::quality(), std::move(options));
    return test::Json::parse(outcome.json())["chosenOptions"];
  };
  EXPECT_TRUE(chosen({}).is_null());
  EXPECT_EQ(chosen({{"retention", "C"}})["zh"], "口径：三年巩固率公式按“毕业÷初一”。");
  EXPECT_EQ(chosen({{"retention", "C"}})["en"], "Readings chosen: Formula of retention as “graduates / first year”.");
}

TEST(OptionSources, AreKeptAndWhatIsRememberedIsNoCitation) {
  const junheng::Option& retention = test::quality().options[option_named("retention")];
  ASSERT_TRUE(retention.source.index);
  EXPECT_EQ(retention.source.confidence, 'S');
  junheng::Library library = junheng::load_library();
  const auto add = [&](const char* confidence) {
    return library.add(
        R"({"schema":"junheng.standard/1","id":"own","parent":"quality-2017","title":{"zh":"甲","en":"a"},
      "document":{"zh":"甲","en":"a"},"options":[{"id":"arts","confidence":")" +
        std::string(confidence) + R"("}]})");
  };
  const auto source = [&] {
    const test::Json all = test::Json::parse(standards_json(library));
    for (const test::Json& standard : all) {
      if (standard["id"] != "own") continue;
      for (const test::Json& option : standard["options"]) {
        if (option["id"] == "arts") return option;
      }
    }
    return test::Json();
  };
  ASSERT_TRUE(add("S").empty());
  EXPECT_TRUE(source()["source"].is_object());
  EXPECT_EQ(source()["confidence"], "S");
  ASSERT_TRUE(add("M").empty());
  EXPECT_TRUE(source()["source"].is_null());
  EXPECT_EQ(source()["confidence"], "M");
  EXPECT_FALSE(add("X").empty()) << "a confidence that there is not is refused";
}

}  // namespace
