// SPDX-License-Identifier: MIT
// A file of changes laid over another one: by key, by id, and where a place of the whole stands in the file.
#include "standard/merge_standard.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "support/json.h"

using junheng::Json;
using junheng::JsonTree;
using junheng::MergedStandard;

namespace {

MergedStandard merged(std::string_view parent, std::string_view changes) {
  const JsonTree whole = JsonTree::parse(parent);
  const JsonTree file = JsonTree::parse(changes);
  return junheng::merge_standard(whole.root(), file.root());
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

std::string text_of(std::string_view parent, std::string_view changes) {
  return written(merged(parent, changes).tree.root());
}

TEST(MergeStandard, WhatIsNotChangedStaysInItsOrder) {
  EXPECT_EQ(text_of(R"({"b":1.50,"a":[1,2],"c":{"x":null}})", "{}"), R"({"b":1.50,"a":[1,2],"c":{"x":null}})");
}

TEST(MergeStandard, ObjectsAreMergedKeyByKeyAtAnyDepth) {
  EXPECT_EQ(text_of(R"({"a":{"x":1,"y":{"z":2}},"b":3})", R"({"a":{"y":{"z":4,"w":5}},"c":6})"),
            R"({"a":{"x":1,"y":{"z":4,"w":5}},"b":3,"c":6})");
  EXPECT_EQ(text_of(R"({"a":1})", R"({"parent":"x","a":2})"), R"({"a":2})") << "the parent's id is no part of it";
}

TEST(MergeStandard, AnythingElseIsReplaced) {
  EXPECT_EQ(text_of(R"({"a":[1,2,3]})", R"({"a":[4]})"), R"({"a":[4]})") << "a list without ids";
  EXPECT_EQ(text_of(R"({"a":{"x":1}})", R"({"a":null})"), R"({"a":null})") << "null is a value";
  EXPECT_EQ(text_of(R"({"a":{"x":1}})", R"({"a":[]})"), R"({"a":[]})");
  EXPECT_EQ(text_of(R"({"a":[{"id":"x"}]})", R"({"a":[{"id":"x"},{"n":1}]})"), R"({"a":[{"id":"x"},{"n":1}]})")
      << "a list in which one entry has no id";
}

TEST(MergeStandard, EntriesWithIdsAreChangedRemovedAndAdded) {
  const char* const parent = R"({"list":[{"id":"p","n":1},{"id":"q","n":2},{"id":"r","n":3}]})";
  EXPECT_EQ(text_of(parent, R"({"list":[{"id":"q","n":7}]})"),
            R"({"list":[{"id":"p","n":1},{"id":"q","n":7},{"id":"r","n":3}]})");
  EXPECT_EQ(text_of(parent, R"({"list":[{"id":"p","remove":true},{"id":"r","remove":true}]})"),
            R"({"list":[{"id":"q","n":2}]})");
  EXPECT_EQ(text_of(parent, R"({"list":[{"id":"s","n":4},{"id":"p","m":5}]})"),
            R"({"list":[{"id":"p","n":1,"m":5},{"id":"q","n":2},{"id":"r","n":3},{"id":"s","n":4}]})");
  EXPECT_EQ(text_of(parent, R"({"list":[{"id":"p","remove":false}]})"),
            R"({"list":[{"id":"p","n":1,"remove":false},{"id":"q","n":2},{"id":"r","n":3}]})")
      << "only true removes";
}

TEST(MergeStandard, AnEntryThatStandsTwiceIsLeftForTheReaderToComplainAbout) {
  EXPECT_EQ(text_of(R"({"list":[{"id":"p"}]})", R"({"list":[{"id":"q"},{"id":"q"}]})"),
            R"({"list":[{"id":"p"},{"id":"q"},{"id":"q"}]})");
}

TEST(MergeStandard, PlacesOfTheWholeAreKnownInTheFile) {
  const MergedStandard result =
      merged(R"({"list":[{"id":"p","in":[{"id":"a"},{"id":"b"}]},{"id":"q"},{"id":"r","n":3}],"x":{}})",
             R"({"list":[{"id":"s","n":4},{"id":"q","remove":true},{"id":"p","in":[{"id":"b","n":5}]},{"id":"r"}]})");
  // The whole is p (with a, b), r, s; the file has s, q, p (with b), r.
  EXPECT_EQ(result.path_in_file("/list/0/in/1/n"), "/list/2/in/0/n");
  EXPECT_EQ(result.path_in_file("/list/0"), "/list/2");
  EXPECT_EQ(result.path_in_file("/list/1/n"), "/list/3/n");
  EXPECT_EQ(result.path_in_file("/list/2/n"), "/list/0/n");
  EXPECT_EQ(result.path_in_file("/x"), "/x");
  EXPECT_EQ(result.path_in_file(""), "");
}

}  // namespace
