// SPDX-License-Identifier: MIT
// A user's own standard that is right is accepted up to its edges, and refused one step beyond them.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "junheng/standard.h"
#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using test::Json;

namespace {

Json quality() {
  static const Json standard = Json::parse(test::source_file("core/standards/quality-2017.json"));
  return standard;
}

/// "" where it is accepted, else the places of its faults.
std::string faults(const Json& standard) {
  std::string all;
  for (const auto& fault : junheng::load_standard(standard.dump(), test::library().vocabulary).faults)
    all.append(fault.path).append(" ");
  return all;
}

struct Edges {
  const char* place;
  std::vector<const char*> accepted;  ///< JSON
  std::vector<const char*> refused;

  friend void PrintTo(const Edges& one, std::ostream* out) { *out << one.place; }
};

class StandardEdges : public testing::TestWithParam<Edges> {};

TEST_P(StandardEdges, TheLastValueIsAcceptedAndTheNextIsRefused) {
  const std::string place = GetParam().place;
  for (const char* const value : GetParam().accepted)
    EXPECT_EQ(faults(quality().with(place, Json::parse(value))), "") << value;
  for (const char* const value : GetParam().refused)
    EXPECT_EQ(faults(quality().with(place, Json::parse(value))), place + " ") << value;
}

INSTANTIATE_TEST_SUITE_P(
    Fields, StandardEdges,
    testing::Values(
        Edges{"/indicators/0/decimals", {"0", "6"}, {"-1", "7", "2.5", "\"2\""}},
        Edges{"/indicators/0/per",
              {"\"0.0001\"", "\"10000\"", "100", "\"1000.5\"", "\"1.3201\"", "\"9999.9999\""},
              {"\"0\"", "\"10001\"", "\"10000.0001\"", "\"0.00001\"", "\"-1\""}},
        Edges{"/indicators/0/threshold/primary/value",
              {"\"0\"", "\"0.0001\"", "\"999999999999\"", "4.2", "\"4.20000\""},
              {"\"-0.0001\"", "\"0.00001\"", "\"1000000000000\"", "\"4.2.\"", "\"\"", "null"}},
        Edges{"/unitRule/meetAtLeast", {"1", "7"}, {"0", "8", "\"6\"", "1.5"}},
        Edges{"/unitRule/floor", {"\"0.0001\"", "\"1\""}, {"\"0\"", "\"1.0001\"", "\"0.00001\""}},
        Edges{"/split/shares/0/weights/middle",
              {"\"0.01\"", "\"9.99\"", "\"9.9\"", "\"9\""},
              {"\"0\"", "\"0.001\"", "\"9.999\"", "\"10\"", "\"10.5\"", "\"999\""}},
        Edges{"/balanceRule/limit/primary/value", {"\"0\"", "\"0.0001\"", "\"1\""}, {"\"0.00001\"", "\"-0.5\""}},
        Edges{"/exclusions/2/pupilsBelow", {"\"0\"", "\"50.5\"", "\"999999999999\""}, {"\"-1\"", "\"1000000000000\""}},
        Edges{"/parts/1/items/3/checks/0/ways/0/atMost/0/when/0/atLeast", {"\"0\"", "\"0.00001\""}, {"\"-1\"", "true"}},
        Edges{"/supplements/1/checks/0/ways/0/years", {"1", "10"}, {"0", "11", "\"3\""}},
        Edges{"/supplements/2/checks/0/ways/0/least", {"1", "3"}, {"0", "4", "\"2\""}},
        Edges{"/parts/1/items/0/checks/0/optional", {"true", "false", "null"}, {"0", "\"true\""}},
        Edges{"/parts/1/items/0/checks/0/stated", {"true", "false"}, {"1", "\"yes\""}},
        Edges{"/parts/1/items/0/points", {"\"0\"", "\"12.5\""}, {"\"-1\"", "\"many\""}}),
    [](const auto& info) { return "Field" + std::to_string(info.index); });

// ---- how many -----------------------------------------------------------------------------------------------------------

Json with_indicators(std::size_t count) {
  Json standard = quality();
  for (std::size_t i = 7; i < count; ++i) {
    const std::string place = "/indicators/" + std::to_string(i);
    standard =
        standard.with(place, quality()["indicators"][5]).with(place + "/id", Json::string("x" + place.substr(12)));
  }
  return standard;
}

TEST(StandardEdge, FromOneToSixtyFourIndicators) {
  EXPECT_EQ(faults(with_indicators(64)), "");
  EXPECT_EQ(faults(with_indicators(65)), "/indicators ");
  Json one = quality().with("/unitRule/meetAtLeast", Json::parse("1"));
  for (int i = 6; i > 0; --i)
    one = one.without("/indicators/" + std::to_string(i));
  EXPECT_EQ(faults(one), "");
  EXPECT_EQ(faults(one.with("/unitRule/meetAtLeast", Json::parse("2"))), "/unitRule/meetAtLeast ");
}

TEST(StandardEdge, OneStageAlone) {
  EXPECT_EQ(faults(quality().with("/stages", Json::parse(R"(["middle"])"))), "");
  EXPECT_EQ(faults(quality().with("/stages", Json::parse(R"(["primary"])")).without("/balanceRule/limit/middle")), "");
  EXPECT_EQ(faults(quality().without("/balanceRule/limit/middle")), "/balanceRule/limit/middle ");
  EXPECT_EQ(faults(quality().without("/indicators/3/threshold/primary")), "/indicators/3/threshold/primary ");
}

// ---- what may be left out, and what may be written in another way -------------------------------------------------------------

struct Form {
  const char* what;
  const char* place;
  const char* value;  ///< JSON; nullptr removes the place

  friend void PrintTo(const Form& one, std::ostream* out) { *out << one.what; }
};

class StandardForms : public testing::TestWithParam<Form> {};

TEST_P(StandardForms, AreAccepted) {
  const Form& one = GetParam();
  EXPECT_EQ(
      faults(one.value == nullptr ? quality().without(one.place) : quality().with(one.place, Json::parse(one.value))),
      "");
}

INSTANTIATE_TEST_SUITE_P(
    Each, StandardForms,
    testing::Values(Form{"a comment", "/comment", R"("why")"}, Form{"a comment in a row", "/exclusions/0/comment", "7"},
                    Form{"the schema of editors", "/$schema", R"("standard.schema.json")"},
                    Form{"no supplements", "/supplements", nullptr},
                    Form{"an exclusion of all sizes", "/exclusions/2/pupilsBelow", nullptr},
                    Form{"no exclusions", "/exclusions", "[]"}, Form{"no ratios", "/split/shares", "[]"},
                    Form{"no extras", "/indicators/2/extras", nullptr},
                    Form{"a term as text", "/indicators/0/resource/0/0", R"("degree_teachers")"},
                    Form{"a term taken away as text", "/indicators/3/resource/1/1", R"("-indoor_sports_area")"},
                    Form{"a plus that is written", "/indicators/3/resource/1/1/sign", R"("+")"},
                    Form{"a term of senior pupils", "/indicators/0/resource/1/0/stage", R"("senior")"},
                    Form{"a limit of several as one", "/parts/1/items/6/checks/0/ways/0/atLeast",
                         R"({"value":"6000","source":"nanchuan-2021","confidence":"R"})"},
                    Form{"a limit as a list of one", "/parts/1/items/5/checks/0/ways/1/atLeast",
                         R"([{"value":"1","source":"nanchuan-2021","confidence":"R"}])"},
                    Form{"what is remembered, without a source", "/parts/1/items/5/checks/0/ways/1/atLeast",
                         R"({"value":"1","source":null,"confidence":"M"})"},
                    Form{"no word for a denominator of 0", "/parts/1/items/5/checks/0/ways/1/whenNone", nullptr},
                    Form{"a part that judges nothing of schools", "/parts/0/judges", R"(["units"])"},
                    Form{"a check without a partner", "/parts/2/items/8/checks/0/with", nullptr},
                    Form{"a factor of a quantity", "/parts/1/items/2/checks/0/ways/0/per", R"("0.5")"},
                    Form{"years that are not said", "/supplements/1/checks/0/ways/0/years", nullptr}),
    [](const auto& info) { return "Form" + std::to_string(info.index); });

/// The file that is accepted with a comment is the file without it; a number as JSON is the number as text.
TEST(StandardForm, OfANumberDoesNotMatter) {
  const auto threshold = [](const char* value) {
    const auto loaded = junheng::load_standard(
        quality().with("/indicators/0/threshold/primary/value", Json::parse(value)).dump(), test::library().vocabulary);
    return loaded.standard ? loaded.standard->indicators[0].threshold[0]->value : junheng::Decimal{-1, 0};
  };
  EXPECT_EQ(threshold("\"4.2\""), (junheng::Decimal{42, 1}));
  EXPECT_EQ(threshold("4.2"), (junheng::Decimal{42, 1}));
  EXPECT_EQ(threshold("\"4.200\""), (junheng::Decimal{42, 1}));
}

}  // namespace
