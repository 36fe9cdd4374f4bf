// SPDX-License-Identifier: MIT
// A user's own standard that is wrong is refused, with the place and what would be accepted there.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "json/json_builder.h"
#include "standard/load_standard.h"
#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

using test::Json;

namespace {

Json good_standard() {
  return Json::parse(test::source_file("core/standards/quality-2017.json"));
}

junheng::StandardResult load(const Json& standard) {
  return junheng::load_standard(standard.dump(), test::library().vocabulary);
}

std::string paths(const junheng::StandardResult& result) {
  std::string all;
  for (const auto& fault : result.faults)
    all.append(fault.path).append(" ");
  return all;
}

std::string limits(int count) {
  std::string list = "[";
  for (int i = 0; i < count; ++i)
    list += std::string(i == 0 ? "" : ",") + R"({"value":"2000","source":"nanchuan-2021","confidence":"R"})";
  return list + "]";
}
const std::string kTooManyLimits = limits(33);

/// A place in the good file, what somebody wrote there, and where the fault has to be reported.
struct Mistake {
  const char* what;
  const char* place;
  const char* wrong;     ///< JSON; nullptr removes the place
  const char* reported;  ///< nullptr: at the place itself
};

void PrintTo(const Mistake& mistake, std::ostream* out) {
  *out << mistake.what;
}

class StandardFault : public testing::TestWithParam<Mistake> {};

TEST_P(StandardFault, IsReportedAtItsPlace) {
  const Mistake& mistake = GetParam();
  const Json good = good_standard();
  const auto result = load(mistake.wrong != nullptr ? good.with(mistake.place, Json::parse(mistake.wrong))
                                                    : good.without(mistake.place));
  EXPECT_FALSE(result.standard.has_value()) << "a file with a fault must not be used";
  const std::string expected = mistake.reported != nullptr ? mistake.reported : mistake.place;
  bool found = false;
  std::set<std::string> once;
  for (const auto& fault : result.faults) {
    EXPECT_FALSE(fault.accepted.empty()) << fault.path;
    EXPECT_TRUE(once.insert(fault.path).second) << fault.path << " is said twice";
    found = found || fault.path == expected;
  }
  EXPECT_TRUE(found) << "expected a fault at " << expected << ", got: " << paths(result);
}

INSTANTIATE_TEST_SUITE_P(
    Each, StandardFault,
    testing::Values(
        Mistake{"schema missing", "/schema", nullptr, nullptr},
        Mistake{"schema of another format", "/schema", R"("junheng.vocabulary/1")", nullptr},
        Mistake{"id missing", "/id", nullptr, nullptr}, Mistake{"id is a number", "/id", "7", nullptr},
        Mistake{"id empty", "/id", R"("")", nullptr}, Mistake{"title in one language", "/title/en", nullptr, nullptr},
        Mistake{"title is a string", "/title", R"("办法")", "/title/zh"},
        Mistake{"document missing", "/document", nullptr, "/document/zh"},
        Mistake{"sources is no list", "/sources", "{}", nullptr},
        Mistake{"source without id", "/sources/0/id", nullptr, nullptr},
        Mistake{"source twice", "/sources/1/id", R"("nanchuan-2021")", "/sources"},
        Mistake{"stage unknown", "/stages/1", R"("university")", nullptr},
        Mistake{"stages empty", "/stages", "[]", nullptr},
        Mistake{"weight is not a number", "/split/shares/0/weights/middle", R"("l.1")", nullptr},
        Mistake{"weight is zero", "/split/shares/0/weights/middle", R"("0")", nullptr},
        Mistake{"weight is negative", "/split/shares/0/weights/middle", R"("-1.1")", nullptr},
        Mistake{"weight of an unknown stage", "/split/shares/0/weights/infant", R"("1")", nullptr},
        Mistake{"weights missing", "/split/shares/0/weights", nullptr, nullptr},
        Mistake{"share twice", "/split/shares/1/id", R"("nine_year")", nullptr},
        Mistake{"source of a share unknown", "/split/shares/0/source", R"("somewhere")", nullptr},
        Mistake{"confidence unknown", "/split/shares/0/confidence", R"("X")", nullptr},
        Mistake{"exclusion of an unknown type", "/exclusions/0/type", R"("night_school")", nullptr},
        Mistake{"exclusion without reason", "/exclusions/0/reason", nullptr, "/exclusions/0/reason/zh"},
        Mistake{"pupilsBelow is not a number", "/exclusions/2/pupilsBelow", R"("fifty")", nullptr},
        Mistake{"schools nobody knows", "/parts/1/items/12/checks/0/ways/0/where", R"({})", nullptr},
        Mistake{"schools of an unknown type", "/parts/1/items/12/checks/0/ways/0/where/types", R"(["night_school"])",
                "/parts/1/items/12/checks/0/ways/0/where/types/0"},
        Mistake{"schools of an unknown owner", "/parts/1/items/12/checks/0/ways/0/where/ownership", R"("church")",
                nullptr},
        Mistake{"schools at an unknown place", "/parts/1/items/12/checks/0/ways/0/where/places/1", R"("sea")", nullptr},
        Mistake{"schools by a key nobody reads", "/parts/1/items/12/checks/0/ways/0/where/where", R"("city")", nullptr},
        Mistake{"schools of a series", "/supplements/1/checks/0/ways/0/where", R"({"ownership":"public"})", nullptr},
        Mistake{"more limits than there are bits", "/parts/1/items/3/checks/0/ways/0/atMost", kTooManyLimits.c_str(),
                nullptr},
        Mistake{"indicators empty", "/indicators", "[]", nullptr},
        Mistake{"indicator without id", "/indicators/0/id", nullptr, nullptr},
        Mistake{"indicator twice", "/indicators/1/id", R"("degree_teachers")", nullptr},
        Mistake{"per is zero", "/indicators/0/per", R"("0")", nullptr},
        Mistake{"per missing", "/indicators/0/per", nullptr, nullptr},
        Mistake{"whole unknown", "/indicators/0/whole", R"("divide")", nullptr},
        Mistake{"decimals negative", "/indicators/0/decimals", "-1", nullptr},
        Mistake{"decimals is a string", "/indicators/0/decimals", R"("2")", nullptr},
        Mistake{"resource empty", "/indicators/0/resource", "[]", nullptr},
        Mistake{"resource of an unknown field", "/indicators/0/resource/0/0/field", R"("swimming_pools")", nullptr},
        Mistake{"resource of a text field", "/indicators/0/resource/0/0/field", R"("school")", nullptr},
        Mistake{"sign unknown", "/indicators/3/resource/1/1/sign", R"("*")", nullptr},
        Mistake{"sign is a number", "/indicators/3/resource/1/1/sign", "-1", nullptr},
        Mistake{"threshold is not a number", "/indicators/0/threshold/primary/value", R"("4,2")", nullptr},
        Mistake{"threshold negative", "/indicators/0/threshold/primary/value", R"("-4.2")", nullptr},
        Mistake{"threshold without source", "/indicators/0/threshold/primary/source", nullptr, nullptr},
        Mistake{"threshold of an unknown source", "/indicators/0/threshold/primary/source", R"("hearsay")", nullptr},
        Mistake{"threshold without confidence", "/indicators/0/threshold/primary/confidence", nullptr, nullptr},
        Mistake{"meetAtLeast is zero", "/unitRule/meetAtLeast", "0", nullptr},
        Mistake{"meetAtLeast is more than there are", "/unitRule/meetAtLeast", "8", nullptr},
        Mistake{"floor above one", "/unitRule/floor", R"("1.85")", nullptr},
        Mistake{"floor missing", "/unitRule/floor", nullptr, nullptr},
        Mistake{"kind unknown", "/balanceRule/kind", R"("both")", nullptr},
        Mistake{"balanceRule missing", "/balanceRule", nullptr, "/balanceRule/kind"},
        Mistake{"limit is not a number", "/balanceRule/limit/primary/value", R"("½")", nullptr},
        Mistake{"option without a source", "/options/0/source", nullptr, nullptr},
        Mistake{"option of a confidence that is none", "/options/0/confidence", R"("Q")", nullptr},
        Mistake{"optional under a choice that is none", "/parts/2/items/8/checks/0/optional", R"("subjects=some")",
                nullptr},
        Mistake{"optional is a number", "/parts/2/items/8/checks/0/optional", "7", nullptr},
        Mistake{"note in one language", "/parts/2/items/3/checks/0/ways/2/note/en", nullptr, nullptr},
        Mistake{"fewer years than one", "/supplements/2/checks/0/ways/0/least", "0", nullptr},
        Mistake{"more years needed than are judged", "/supplements/2/checks/0/ways/0/least", "4", nullptr},
        Mistake{"term optional as a word", "/parts/3/items/0/checks/0/ways/0/of/1/optional", R"("yes")", nullptr},
        Mistake{"entry is a word", "/supplements/0/entry", R"("yes")", nullptr},
        Mistake{"part twice", "/parts/1/id", R"("resources")", nullptr},
        Mistake{"part judges something unknown", "/parts/0/judges/0", R"("teachers")", nullptr},
        Mistake{"parts missing", "/parts", nullptr, nullptr}));

TEST(StandardFaults, AllAreReportedAtOnce) {
  const auto result = load(good_standard()
                               .with("/id", Json::parse("7"))
                               .with("/indicators/0/per", Json::string("0"))
                               .with("/indicators/6/threshold/middle/value", Json::string("many"))
                               .with("/balanceRule/kind", Json::string("both")));
  EXPECT_FALSE(result.standard.has_value());
  for (const char* place : {"/id", "/indicators/0/per", "/indicators/6/threshold/middle/value", "/balanceRule/kind"}) {
    EXPECT_NE(paths(result).find(place), std::string::npos) << place << " is missing in: " << paths(result);
  }
}

TEST(StandardFaults, TextThatIsNoJsonIsRefused) {
  for (const char* text : {"", "{", "[]", "7", "null", "\"x\"", "{\"id\": \"\xFF\"}", "学校\t人数"}) {
    const auto result = junheng::load_standard(text, test::library().vocabulary);
    EXPECT_FALSE(result.standard.has_value()) << text;
    ASSERT_FALSE(result.faults.empty()) << text;
    EXPECT_FALSE(result.faults[0].accepted.empty()) << text;
  }
}

TEST(StandardFaults, DeepNestingIsNoCrash) {
  const std::string deep(20000, '[');
  EXPECT_FALSE(junheng::load_standard(deep, test::library().vocabulary).standard.has_value());
}

/// The file with another value at one place. Built as a tree: writing and reading the text each time would take
/// two thirds of the test.
class Replaced {
 public:
  Replaced(junheng::Json file, std::string_view place, junheng::Json value) : place_(place), value_(value) {
    copy(file, "");
    tree_ = out_.take();
  }
  [[nodiscard]] junheng::Json root() const { return tree_.root(); }

 private:
  void copy(junheng::Json from, const std::string& path) {
    if (path == place_) return out_.copy(value_);
    if (place_.substr(0, path.size() + 1) != path + "/") return out_.copy(from);  // not on the way to the place
    static_cast<void>(out_.open(from.kind()));
    std::size_t index = 0;
    for (const junheng::Json inside : from) {
      if (from.is_object()) out_.key(inside.key());
      copy(inside, path + "/" + (from.is_object() ? std::string(inside.key()) : std::to_string(index)));
      ++index;
    }
    out_.close();
  }

  std::string_view place_;
  junheng::Json value_;
  junheng::JsonBuilder out_;
  junheng::JsonTree tree_;
};

/// Another value for any place, and of how many in a hundred places it is refused.
struct Other {
  const char* json;
  std::size_t refused;
};

void PrintTo(const Other& other, std::ostream* out) {
  *out << other.json;
}

class AnyPlace : public testing::TestWithParam<Other> {};

/// Putting another kind of value in any place of the file either loads or is refused with a fault; it never crashes
/// and never loads a standard with a hole.
TEST_P(AnyPlace, MayHoldAnotherValue) {
  const auto file = junheng::JsonTree::parse(test::source_file("core/standards/quality-2017.json"));
  const auto other = junheng::JsonTree::parse(GetParam().json);
  const auto places = good_standard().pointers();
  ASSERT_GT(places.size(), 1000U);
  std::size_t refused = 0;
  for (const std::string& place : places) {
    const Replaced standard(file.root(), place, other.root());
    const auto result = junheng::load_standard(standard.root(), test::library().vocabulary);
    ASSERT_EQ(result.standard.has_value(), result.faults.empty()) << place;
    refused += result.faults.empty() ? 0U : 1U;
  }
  EXPECT_GT(refused * 100, places.size() * GetParam().refused);
}

// Texts stand in many places that take any.
INSTANTIATE_TEST_SUITE_P(EachKind, AnyPlace,
                         testing::Values(Other{"null", 95}, Other{"1.5", 88}, Other{"-1", 98}, Other{"\"x\"", 60},
                                         Other{"[]", 98}, Other{"{}", 98}, Other{"true", 95}));

}  // namespace
