// SPDX-License-Identifier: MIT
//
// Every part of every relation between fields, by itself: two of a part are more than one of the whole.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using test::Outcome;

namespace {

struct Relation {
  const char* part;
  const char* whole;

  friend void PrintTo(const Relation& one, std::ostream* out) { *out << one.part << " of " << one.whole; }
};

/// The name that stands first on the forms.
std::string label(const char* id) {
  const auto& vocabulary = test::library().vocabulary;
  return vocabulary.fields[*vocabulary.field(id)].label.zh;
}

class PartsOfWholes : public testing::TestWithParam<Relation> {};

TEST_P(PartsOfWholes, AreSaidToBeMore) {
  const auto complaints = [](const char* part) {
    // Pupils stand in every table, and some parts are parts of them.
    const bool pupils = std::string(GetParam().whole) == "pupils";
    const std::string header = "学校名称\t学校类型\t在校生数\t" + label(GetParam().part);
    const Outcome outcome(pupils ? header + "\n甲\t小学\t50\t" + part + "\n"
                                 : header + "\t" + label(GetParam().whole) + "\n甲\t小学\t500\t" + part + "\t50\n");
    return outcome.issues(IssueCode::part_over_whole);
  };
  EXPECT_EQ(complaints("51"), 1U);
  EXPECT_EQ(complaints("50"), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    Each, PartsOfWholes,
    testing::Values(
        Relation{"degree_teachers", "full_time_teachers"}, Relation{"backbone_teachers", "full_time_teachers"},
        Relation{"sports_arts_teachers", "full_time_teachers"}, Relation{"senior_title_teachers", "full_time_teachers"},
        Relation{"certified_teachers", "full_time_teachers"}, Relation{"trained_teachers", "full_time_teachers"},
        Relation{"associate_teachers", "full_time_teachers"}, Relation{"bachelor_teachers", "full_time_teachers"},
        Relation{"master_teachers", "full_time_teachers"}, Relation{"doctor_teachers", "full_time_teachers"},
        Relation{"indoor_sports_area", "teaching_area"}, Relation{"migrant_pupils", "pupils"},
        Relation{"near_pupils", "pupils"}, Relation{"music_rooms_96", "music_rooms"},
        Relation{"music_rooms_73", "music_rooms"}, Relation{"music_rooms_61", "music_rooms"},
        Relation{"art_rooms_90", "art_rooms"}, Relation{"art_rooms_67", "art_rooms"},
        Relation{"art_rooms_61", "art_rooms"}, Relation{"classes_25", "classes"}, Relation{"classes_30", "classes"},
        Relation{"classes_35", "classes"}, Relation{"classes_40", "classes"}, Relation{"classes_45", "classes"},
        Relation{"classes_50", "classes"}, Relation{"classes_55", "classes"}, Relation{"classes_60", "classes"},
        Relation{"classes_65", "classes"}, Relation{"classes_66", "classes"}),
    [](const auto& info) { return std::string(info.param.part); });

}  // namespace
