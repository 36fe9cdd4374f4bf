// SPDX-License-Identifier: MIT
// The standards that are built in: whole, in the contract's order, and every rule with its source.
#include "junheng/standard.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "support/files.h"
#include "support/outcome.h"

using junheng::Decimal;
using junheng::Stage;
using junheng::Standard;

namespace {

constexpr auto kPrimary = static_cast<std::size_t>(Stage::primary);
constexpr auto kMiddle = static_cast<std::size_t>(Stage::middle);
constexpr auto kSenior = static_cast<std::size_t>(Stage::senior);

std::vector<std::string> ids(const auto& items) {
  std::vector<std::string> all;
  for (const auto& item : items)
    all.push_back(item.id);
  return all;
}

void expect_known(const junheng::Source& source, const Standard& standard, const std::string& where) {
  EXPECT_NE(std::string("RSIM").find(source.confidence), std::string::npos) << where;
  if (source.index) {
    EXPECT_LT(*source.index, standard.sources.size()) << where;
  } else {
    EXPECT_EQ(source.confidence, 'M') << where << ": only what is remembered may stand without a source";
  }
}

void expect_text(const junheng::Text& text, const std::string& where) {
  EXPECT_FALSE(text.zh.empty()) << where;
  EXPECT_FALSE(text.en.empty()) << where;
}

TEST(Standards, BothAreBuiltIn) {
  EXPECT_EQ(ids(test::library().standards), (std::vector<std::string>{"quality-2017", "basic-2012"}));
  EXPECT_EQ(test::library().standard("no-such-standard"), nullptr);
}

TEST(Standards, IndicatorsAndPartsInTheContractsOrder) {
  EXPECT_EQ(ids(test::quality().indicators),
            (std::vector<std::string>{"degree_teachers", "backbone_teachers", "sports_arts_teachers", "teaching_area",
                                      "sports_area", "equipment_value", "multimedia_rooms"}));
  EXPECT_EQ(ids(test::basic().indicators),
            (std::vector<std::string>{"teaching_area", "sports_area", "equipment_value", "computers", "books",
                                      "teacher_pupil_ratio", "degree_teachers", "senior_title_teachers"}));
  EXPECT_EQ(ids(test::quality().parts),
            (std::vector<std::string>{"resources", "government", "quality", "recognition", "veto"}));
  EXPECT_EQ(ids(test::basic().parts),
            (std::vector<std::string>{"school_standard", "balance", "government", "satisfaction"}));
  for (const Standard& standard : test::library().standards) {
    EXPECT_EQ(standard.stages, (std::vector<Stage>{Stage::primary, Stage::middle})) << standard.id;
  }
}

TEST(Standards, IdsAreUnique) {
  for (const Standard& standard : test::library().standards) {
    for (const auto& list :
         {ids(standard.indicators), ids(standard.parts), ids(standard.exclusions), ids(standard.shares)}) {
      EXPECT_EQ(std::set<std::string>(list.begin(), list.end()).size(), list.size()) << standard.id;
    }
  }
}

TEST(Standards, EveryRuleHasItsSourceAndConfidence) {
  for (const Standard& standard : test::library().standards) {
    expect_text(standard.title, standard.id);
    expect_text(standard.document, standard.id);
    for (const auto& source : standard.sources)
      expect_text(source, standard.id + " source");
    for (const auto& share : standard.shares)
      expect_known(share.source, standard, standard.id + " " + share.id);
    for (const auto& exclusion : standard.exclusions) {
      expect_known(exclusion.source, standard, standard.id + " " + exclusion.id);
      expect_text(exclusion.reason, exclusion.id);
    }
    for (const auto& indicator : standard.indicators) {
      expect_text(indicator.title, indicator.id);
      expect_text(indicator.short_title, indicator.id);
      expect_text(indicator.unit, indicator.id);
      EXPECT_FALSE(indicator.resource.empty()) << indicator.id;
      for (const auto& limit : indicator.threshold) {
        if (limit) expect_known(limit->source, standard, standard.id + " threshold of " + indicator.id);
      }
    }
    for (const auto& option : standard.options)
      expect_known(option.source, standard, standard.id + " option " + option.id);
    if (standard.unit_rule) expect_known(standard.unit_rule->source, standard, standard.id + " unit rule");
    for (const auto& limit : standard.balance.limit) {
      if (limit) expect_known(limit->source, standard, standard.id + " limit of the coefficient");
    }
  }
}

/// Exemptions that the notes to the form tie to a plan and a date say so, in whichever limit or extra they stand.
TEST(Standards, ExemptionsThatCarryADutySayItsDate) {
  const std::set<std::string> with_duty = {"built_2010", "built_2016", "migrant_majority", "rural_small_class"};
  std::set<std::string> seen;
  const auto look = [&](const junheng::Exemption& exemption) {
    const bool duty = with_duty.count(exemption.id) != 0;
    EXPECT_EQ(exemption.title.zh.find("认定后三年之内达到规定标准") != std::string::npos, duty) << exemption.title.zh;
    EXPECT_EQ(exemption.title.en.find("within three years of recognition") != std::string::npos, duty)
        << exemption.title.en;
    if (duty) seen.insert(exemption.id);
  };
  for (const auto& part : test::quality().parts) {
    for (const auto& item : part.items) {
      for (const auto& check : item.checks) {
        for (const auto& way : check.ways) {
          for (const auto& limit : way.limits)
            look(limit.exemption);
          for (const auto& extra : way.extras)
            look(extra.exemption);
        }
      }
    }
  }
  EXPECT_EQ(seen, with_duty);
  for (const auto& indicator : test::quality().indicators) {
    for (const auto& extra : indicator.extras)
      look(extra.exemption);
  }
}

/// The numbers of the public documents, a second time.
TEST(Standards, LimitsOfTheRuleOf2017) {
  const std::vector<std::pair<Decimal, Decimal>> thresholds = {
      {{42, 1}, {53, 1}},  {{1, 0}, {1, 0}},       {{9, 1}, {9, 1}},  {{45, 1}, {58, 1}},
      {{75, 1}, {102, 1}}, {{2000, 0}, {2500, 0}}, {{23, 1}, {24, 1}}};
  const Standard& standard = test::quality();
  ASSERT_EQ(standard.indicators.size(), thresholds.size());
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    const auto& threshold = standard.indicators[i].threshold;
    ASSERT_TRUE(threshold[kPrimary] && threshold[kMiddle]) << standard.indicators[i].id;
    EXPECT_EQ(threshold[kPrimary]->value, thresholds[i].first) << standard.indicators[i].id;
    EXPECT_EQ(threshold[kMiddle]->value, thresholds[i].second) << standard.indicators[i].id;
    EXPECT_FALSE(threshold[kSenior].has_value());
    EXPECT_EQ(threshold[kPrimary]->source.confidence, 'R');
  }
  ASSERT_TRUE(standard.unit_rule.has_value());
  EXPECT_EQ(standard.unit_rule->meet_at_least, 6);
  EXPECT_EQ(standard.unit_rule->floor, (Decimal{85, 2}));
  EXPECT_EQ(standard.balance.kind, junheng::BalanceKind::each);
  ASSERT_TRUE(standard.balance.limit[kPrimary] && standard.balance.limit[kMiddle]);
  EXPECT_EQ(standard.balance.limit[kPrimary]->value, (Decimal{5, 1}));
  EXPECT_EQ(standard.balance.limit[kMiddle]->value, (Decimal{45, 2}));
}

TEST(Standards, LimitsOfTheRuleOf2012) {
  const Standard& standard = test::basic();
  EXPECT_FALSE(standard.unit_rule.has_value());
  EXPECT_EQ(standard.balance.kind, junheng::BalanceKind::composite);
  ASSERT_TRUE(standard.balance.limit[kPrimary] && standard.balance.limit[kMiddle]);
  EXPECT_EQ(standard.balance.limit[kPrimary]->value, (Decimal{65, 2}));
  EXPECT_EQ(standard.balance.limit[kMiddle]->value, (Decimal{55, 2}));
  for (const auto& indicator : standard.indicators) {
    for (const auto& threshold : indicator.threshold)
      EXPECT_FALSE(threshold.has_value()) << indicator.id;
  }
}

TEST(Standards, RatiosOfTheStages) {
  for (const Standard& standard : test::library().standards) {
    ASSERT_EQ(ids(standard.shares), (std::vector<std::string>{"nine_year", "complete_secondary", "twelve_year"}));
    const auto& nine = standard.shares[0].weight;
    EXPECT_EQ(nine[kPrimary], (Decimal{1, 0}));
    EXPECT_EQ(nine[kMiddle], (Decimal{11, 1}));
    EXPECT_EQ(nine[kSenior], std::nullopt);
    const auto& complete = standard.shares[1].weight;
    EXPECT_EQ(complete[kPrimary], std::nullopt);
    EXPECT_EQ(complete[kMiddle], (Decimal{1, 0}));
    EXPECT_EQ(complete[kSenior], (Decimal{12, 1}));
    const auto& twelve = standard.shares[2].weight;
    EXPECT_EQ(twelve[kPrimary], (Decimal{1, 0}));
    EXPECT_EQ(twelve[kMiddle], (Decimal{11, 1}));
    EXPECT_EQ(twelve[kSenior], (Decimal{132, 2}));
  }
}

TEST(Standards, TheFilesLoadWithoutFault) {
  for (const char* id : {"quality-2017", "basic-2012"}) {
    const std::string text = test::source_file(std::string("core/standards/") + id + ".json");
    ASSERT_FALSE(text.empty()) << id;
    const auto loaded = junheng::load_standard(text, test::library().vocabulary);
    EXPECT_TRUE(loaded.faults.empty()) << id << ": " << (loaded.faults.empty() ? "" : loaded.faults[0].path);
    ASSERT_TRUE(loaded.standard.has_value()) << id;
    EXPECT_EQ(loaded.standard->id, id);
  }
}

}  // namespace
