// SPDX-License-Identifier: MIT
//
// What clerks write in place of the names of the forms (tests/made/forms/family.json): other words for a field, marks
// around its name, types of schools by code. Each is known for what it is, asked about, or no field at all.
#include <gtest/gtest.h>

#include <string>

#include "junheng/vocabulary.h"
#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"

namespace {

const junheng::Vocabulary& words() {
  return test::library().vocabulary;
}

test::Json family() {
  return test::Json::parse(test::source_file("tests/made/forms/family.json"));
}

std::string id_of_field(const std::optional<junheng::HeaderMatch>& match) {
  return match ? words().fields[match->field].id : std::string("(none)");
}

std::size_t check(const test::Json& lists, const auto& what) {
  std::size_t checked = 0;
  for (const auto& [id, spellings] : lists.members()) {
    for (const auto& spelling : spellings) {
      EXPECT_EQ(what(spelling.text()), id) << spelling.text();
      ++checked;
    }
  }
  return checked;
}

TEST(Family, OfEveryFieldIsThatField) {
  const auto file = family();
  EXPECT_GT(check(file["fields"], [](std::string_view name) { return id_of_field(words().match_header(name)); }), 600U);
}

TEST(Family, WhatCouldBeEitherOfTwoIsProposedAndNotTaken) {
  const auto file = family();
  EXPECT_GT(check(file["asked"],
                  [](std::string_view name) {
                    return words().match_header(name) ? "(taken)" : id_of_field(words().propose(name));
                  }),
            30U);
}

TEST(Family, WhatIsNoFieldIsNotTaken) {
  const auto file = family();
  for (const auto& name : file["none"])
    EXPECT_EQ(id_of_field(words().match_header(name.text())), "(none)") << name.text();
}

TEST(Family, OfEveryTypeIsThatType) {
  const auto file = family();
  EXPECT_GT(check(file["types"],
                  [](std::string_view word) {
                    const auto type = words().match_type(word).type;
                    return type ? words().types[*type].id : std::string("(none)");
                  }),
            100U);
}

}  // namespace
