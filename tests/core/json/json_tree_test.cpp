// SPDX-License-Identifier: MIT
// The reader of JSON files: what it hands over, and that nothing in a file can make it fall.
#include "json/json_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "json/json_builder.h"
#include "junheng/facts.h"
#include "junheng_embedded.h"
#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/random.h"

using junheng::Json;
using junheng::JsonTree;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i)
    result += text;
  return result;
}

/// Back to text without spaces, numbers as they came.
std::string written(Json value) {
  if (value.is_null()) return "null";
  if (value.is_boolean()) return value.boolean() ? "true" : "false";
  if (value.is_number()) return std::string(value.number_text());
  if (value.is_text()) return test::Json::string(value.text()).dump();
  std::string inside;
  for (const Json entry : value) {
    if (!inside.empty()) inside += ",";
    if (value.is_object()) inside += test::Json::string(entry.key()).dump() + ":";
    inside += written(entry);
  }
  return value.is_list() ? "[" + inside + "]" : "{" + inside + "}";
}

std::string read(std::string_view text) {
  return written(JsonTree::parse(text).root());
}

TEST(JsonTree, EveryKindOfValue) {
  const JsonTree tree = JsonTree::parse(R"({"n": null, "t": true, "f": false, "i": 7, "s": "学", "l": [], "o": {}})");
  const Json root = tree.root();
  EXPECT_TRUE(root.is_object());
  EXPECT_EQ(root.size(), 7U);
  EXPECT_TRUE(root.find("n").is_null());
  EXPECT_TRUE(root.find("t").is_boolean());
  EXPECT_TRUE(root.find("t").boolean());
  EXPECT_TRUE(root.find("f").is_boolean());
  EXPECT_FALSE(root.find("f").boolean());
  EXPECT_TRUE(root.find("i").is_number());
  EXPECT_EQ(root.find("s").text(), "学");
  EXPECT_TRUE(root.find("l").is_list());
  EXPECT_TRUE(root.find("l").empty());
  EXPECT_TRUE(root.find("o").is_object());
  EXPECT_TRUE(root.find("o").empty());
}

TEST(JsonTree, EveryQuestionMayBeAskedOfEveryValue) {
  const JsonTree tree = JsonTree::parse(R"([null, true, 4, "x", [5], {"k": 6}])");
  std::vector<Json> values{Json(), tree.root(), tree.root()[6], tree.root().find("k")};
  for (const Json value : tree.root())
    values.push_back(value);
  ASSERT_EQ(values.size(), 10U);
  for (const Json value : values) {
    EXPECT_EQ(value.text(), value.is_text() ? "x" : "");
    EXPECT_EQ(value.number_text(), value.is_number() ? "4" : "");
    EXPECT_EQ(value.whole_number().has_value(), value.is_number());
    EXPECT_EQ(value.find("k").is_null(), !value.is_object());
    EXPECT_EQ(value.has("k"), value.is_object());
    EXPECT_EQ(value.empty(), !value.is_list() && !value.is_object());
    EXPECT_TRUE(value[99].is_null());
    EXPECT_EQ(value.key(), "");
    std::size_t seen = 0;
    for (const Json inside : value) {
      EXPECT_FALSE(inside.is_boolean() && inside.is_null());
      ++seen;
    }
    EXPECT_EQ(seen, value.size());
  }
}

TEST(JsonTree, OrderIsThatOfTheFile) {
  EXPECT_EQ(read(R"({"z":1,"a":[3,1,2],"m":{"y":0,"b":0}})"), R"({"z":1,"a":[3,1,2],"m":{"y":0,"b":0}})");
  const JsonTree tree = JsonTree::parse(R"({"z": 1, "a": [3, 1, 2]})");
  EXPECT_EQ(tree.root()[0].key(), "z");
  EXPECT_EQ(tree.root()[1].key(), "a");
  EXPECT_EQ(tree.root()[1][2].number_text(), "2");
  EXPECT_TRUE(tree.root()[2].is_null());
}

TEST(JsonTree, AMemberThatIsNullIsThere) {
  const JsonTree tree = JsonTree::parse(R"({"a": null})");
  EXPECT_TRUE(tree.root().has("a"));
  EXPECT_FALSE(tree.root().has("b"));
}

TEST(JsonTree, OfEqualKeysTheLastCounts) {
  EXPECT_EQ(read(R"({"a":1,"a":2})"), R"({"a":2})");
  EXPECT_EQ(read(R"({"a":1,"b":2,"a":[3,{"a":4}],"c":5,"a":6,"b":7})"), R"({"a":6,"b":7,"c":5})");
  EXPECT_EQ(read(R"({"a":[1,2],"b":0,"a":{"x":{},"x":[7]}})"), R"({"a":{"x":[7]},"b":0})");
  EXPECT_EQ(read(R"([{"a":1},{"a":2}])"), R"([{"a":1},{"a":2}])");
  EXPECT_EQ(read(R"({"é":1,"\u00e9":2})"), R"({"é":2})") << "the same key, however it is written";
  const JsonTree tree = JsonTree::parse(R"({"a": 1, "a": 2})");
  EXPECT_EQ(tree.root().size(), 1U);
  EXPECT_EQ(tree.root().find("a").number_text(), "2");
}

TEST(JsonTree, NumbersKeepTheirSpelling) {
  for (const char* number : {"0",
                             "7",
                             "-7",
                             "4.20",
                             "1e3",
                             "1E+03",
                             "-0.5e-7",
                             "0.1",
                             "123456789012345678",
                             "3.141592653589793238462643",
                             "-0",
                             "-0.0",
                             "0e0",
                             "-0E+0",
                             "18446744073709551615",
                             "18446744073709551616",
                             "-9223372036854775808",
                             "-9223372036854775809",
                             "1e999",
                             "-1e999",
                             "1e99999"}) {
    EXPECT_EQ(JsonTree::parse(number).root().number_text(), number);
  }
  const JsonTree tree = JsonTree::parse(R"([0, 64, 999999999, 1000000000, -1, 2.0, 2e0, "2"])");
  std::string whole;
  for (const Json entry : tree.root())
    whole += entry.whole_number() ? std::to_string(*entry.whole_number()) + " " : "- ";
  EXPECT_EQ(whole, "0 64 999999999 - - - - - ");
}

TEST(JsonTree, EscapesAndSurrogates) {
  EXPECT_EQ(JsonTree::parse(R"("\"\\\/\b\f\n\r\t")").root().text(), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(JsonTree::parse(R"("\u0041\u00e9\u5b66\uFFFD")").root().text(), "Aé学\uFFFD");
  EXPECT_EQ(JsonTree::parse(R"("\ud842\udfb7\uD83D\uDE00")").root().text(), "𠮷😀");
  EXPECT_EQ(JsonTree::parse(R"("a\u0000b")").root().text(), std::string_view("a\0b", 3));
  EXPECT_EQ(JsonTree::parse(R"({"\u5b66\"": 1})").root()[0].key(), "学\"");
  for (const char* text : {R"("\ud842")", R"("\udfb7")", R"("\ud842x")", R"("\ud842\n")", R"("\ud842\u0041")",
                           R"("\ud842\ud842")", R"("\u12")", R"("\u12g4")", R"("\x41")", R"("\)", R"("\u)"}) {
    EXPECT_TRUE(JsonTree::parse(text).root().is_null()) << text;
  }
}

TEST(JsonTree, WhatIsNoJsonIsNull) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "}",
                           "[",
                           "]",
                           "[1",
                           "[1,]",
                           "[,1]",
                           "[1 2]",
                           "{\"a\"}",
                           "{\"a\":",
                           "{\"a\":}",
                           "{a:1}",
                           "{\"a\":1,",
                           "{,}",
                           "{1:2}",
                           "[1}",
                           "{\"a\":1]",
                           "tru",
                           "True",
                           "nul",
                           "truex",
                           "nan",
                           "01",
                           "-",
                           "+1",
                           "1.",
                           ".5",
                           "1e",
                           "1e+",
                           "- 1",
                           "0x1",
                           "\"",
                           "\"a",
                           "'a'",
                           "\"a\nb\"",
                           "\"\tb\"",
                           "1 2",
                           "[] []",
                           "[1],",
                           "// x\n1",
                           "/* */ 1",
                           "\"\xFF\"",
                           "\xFF",
                           "\"\xC0\xAF\"",
                           "\"\xED\xA0\x80\"",
                           "\"\xE5\xAD\"",
                           "学",
                           "[1\xC2\xA0]"}) {
    EXPECT_TRUE(JsonTree::parse(text).root().is_null()) << text;
    EXPECT_TRUE(JsonTree::parse(text).root().empty()) << text;
    EXPECT_FALSE(JsonTree::parse(text).root().has("a")) << text;
  }
  EXPECT_TRUE(JsonTree::parse(std::string_view("[1]\0", 4)).root().is_null());
  EXPECT_TRUE(JsonTree::parse(std::string_view("\"\0\"", 3)).root().is_null());
}

TEST(JsonTree, SpacesAndTheMarkOfUtf8AreNoMatter) {
  EXPECT_EQ(read(" \t\r\n{ \"a\" :\n[ 1 ,\t2 ] , \"b\" : { } }\r\n"), R"({"a":[1,2],"b":{}})");
  EXPECT_EQ(read("\xEF\xBB\xBF[1]"), "[1]");
}

TEST(JsonTree, NestingIsReadUpToItsBoundAndNoDeeper) {
  constexpr int kDeepest = static_cast<int>(junheng::kDeepestJson);
  const JsonTree lists = JsonTree::parse(repeated("[", kDeepest) + repeated("]", kDeepest));
  int depth = 0;
  for (Json at = lists.root(); at.is_list(); at = at[0])
    ++depth;
  EXPECT_EQ(depth, kDeepest);
  const JsonTree objects = JsonTree::parse(repeated(R"({"a":)", kDeepest) + "7" + repeated("}", kDeepest));
  Json at = objects.root();
  while (at.is_object())
    at = at.find("a");
  EXPECT_EQ(at.number_text(), "7");
  EXPECT_TRUE(JsonTree::parse(repeated("[", kDeepest + 1) + repeated("]", kDeepest + 1)).root().is_null());
}

TEST(JsonTree, SaysWhyThereIsNone) {
  using junheng::JsonFault;
  EXPECT_EQ(JsonTree::parse("[1]").fault(), JsonFault::none);
  EXPECT_EQ(JsonTree::parse("null").fault(), JsonFault::none);
  for (const std::string text : {"", "[1", "[1],", "{1:2}", "nul", "\"\\ud800\""})
    EXPECT_EQ(JsonTree::parse(text).fault(), JsonFault::not_json) << text;
  EXPECT_EQ(JsonTree::parse(std::string("[1]\0", 4)).fault(), JsonFault::not_json);
  EXPECT_EQ(JsonTree::parse(repeated("[", 257)).fault(), JsonFault::too_deep) << "whatever comes behind";
  EXPECT_EQ(JsonTree::parse("[" + repeated("0,", static_cast<int>(junheng::kMostJsonValues)) + "0]").fault(),
            JsonFault::too_large);
}

TEST(JsonTree, DeepNestingTakesNoStack) {
  constexpr int kDepth = 1'000'000;
  EXPECT_TRUE(JsonTree::parse(repeated("[", kDepth) + repeated("]", kDepth)).root().is_null());
  EXPECT_TRUE(JsonTree::parse(repeated(R"({"a":)", kDepth) + "7" + repeated("}", kDepth)).root().is_null());
  EXPECT_TRUE(JsonTree::parse(repeated("[", kDepth)).root().is_null());
  EXPECT_TRUE(JsonTree::parse(repeated(R"([{"a":)", kDepth)).root().is_null());
}

/// What reads a file goes into it by calling itself: an object in an object in an object ended the program here.
TEST(JsonTree, FactsNestedDeepAreNotFollowed) {
  constexpr int kDepth = 50'000;
  const auto facts = junheng::read_facts(repeated(R"({"facts":)", kDepth) + "{}" + repeated("}", kDepth),
                                         test::library().standards.front(), test::library().vocabulary);
  for (const auto& county : facts.counties)
    EXPECT_TRUE(county.facts.empty());
}

TEST(JsonTree, ABuiltTreeIsTheOneThatIsRead) {
  junheng::JsonBuilder builder;
  ASSERT_TRUE(builder.open(junheng::JsonKind::object));
  builder.key("b");
  builder.leaf(junheng::JsonKind::number, "4.20");
  builder.key("a");
  builder.copy(JsonTree::parse(R"([true, null, {"x": "学", "y": []}])").root());
  builder.key("b");
  builder.leaf(junheng::JsonKind::text, "7");
  builder.close();
  const JsonTree tree = builder.take();
  EXPECT_EQ(written(tree.root()), R"({"b":"7","a":[true,null,{"x":"学","y":[]}]})");
}

TEST(JsonTree, WhatIsBuiltInIsWhatItsFilesSay) {
  const std::pair<const char*, std::string_view> files[] = {
      {"standards/quality-2017", junheng::embedded::quality_2017()},
      {"standards/basic-2012", junheng::embedded::basic_2012()},
      {"standards/vocabulary", junheng::embedded::vocabulary()},
      {"words/zh", junheng::embedded::zh()},
      {"words/en", junheng::embedded::en()},
  };
  for (const auto& [name, packed] : files) {
    const std::string file = test::source_file("core/" + std::string(name) + ".json");
    const JsonTree tree = JsonTree::unpack(packed);
    EXPECT_EQ(written(tree.root()), read(file)) << name;
    EXPECT_GT(tree.root().size(), 5U) << name;
  }
}

/// The same as another program's parser of the same text, whatever became of it.
TEST(JsonTree, DamagedFilesAreTakenAsTheLibraryTakesThem) {
  test::Random random(20240607);
  const std::string marks = "{}[]\",:\\ue0159-.+tfn/ \n\x01\xE5\xFF";
  int good = 0;
  for (const char* path :
       {"core/standards/quality-2017.json", "core/standards/vocabulary.json", "core/words/zh.json"}) {
    const std::string whole = test::source_file(path);
    ASSERT_FALSE(whole.empty());
    for (int i = 0; i < 100; ++i) {
      std::string text = whole;
      for (std::size_t hits = random.index(3); hits > 0; --hits)
        text[random.index(text.size())] = marks[random.index(marks.size())];
      const auto expected = test::Json::parse(text);
      const std::string found = read(text);
      if (!expected.exists()) {
        EXPECT_EQ(found, "null");
      } else {
        EXPECT_EQ(test::Json::parse(found), expected);
        ++good;
      }
    }
  }
  EXPECT_GT(good, 60);
}

}  // namespace
