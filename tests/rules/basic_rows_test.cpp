// SPDX-License-Identifier: MIT
// Every row of the rule of 2012 and of the variants, a second time; and that two standards which say the same say it in
// the same rows.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "junheng/junheng.h"
#include "rules/rule_rows.h"
#include "support/files.h"
#include "support/outcome.h"

using test::rows_from;
using Rows = std::vector<std::string>;

namespace {

TEST(BasicRows, AreThoseOfTheRule) {
  test::expect_rows(test::rule_rows(test::basic()), R"(split nine_year primary 1 middle 1.1
split complete_secondary middle 1 senior 1.2
split twelve_year primary 1 middle 1.1 senior 1.32
exclusion special_education of special_education
exclusion vocational of vocational
exclusion small_teaching_point of teaching_point below 50
indicator teaching_area per 1 split to 2
  teaching_area_net
  teaching_area - indoor_sports_area
  teaching_area
  per_teaching_area per pupil
indicator sports_area per 1 split to 2
  sports_area
  sports_ground_area + indoor_sports_area
  per_sports_area per pupil
indicator equipment_value per 1 split to 2
  equipment_value
  per_equipment_value per pupil
indicator computers per 100 split to 2
  computers
  per_computers per pupil
indicator books per 1 split to 2
  books
  per_books per pupil
indicator teacher_pupil_ratio per 1 fallback to 4
  full_time_teachers
  per_teacher_pupil_ratio per pupil
indicator degree_teachers per 1 fallback to 4
  degree_teachers
  associate_teachers(primary) + bachelor_teachers + master_teachers + doctor_teachers
  per_degree_teachers_2012 per pupil
indicator senior_title_teachers per 1 fallback to 4
  senior_title_teachers
  per_senior_title_teachers per pupil
balance composite primary 0.65 middle 0.55
part school_standard
S1.schools stage schools_meeting / schools
  atLeast 1
S1.schools county schools_meeting / schools
  atLeast 1
part balance balance
part government points 100 atLeast 85 of government_score
B1.migrant_plan yes
B2.left_behind yes
B3.disabled yes
B4.quality_places yes
B5.accountability yes
B6.three_growths yes
B7.weak_schools yes
B8.transfers yes
B9.performance_pay yes
B10.staffing yes
B11.exchange yes
B12.training yes
B13.curriculum yes
B14.retention yes
B15.fitness yes
B16.key_schools yes
B17.burden yes
part satisfaction
P1.satisfaction county satisfaction
  atLeast 0.85
three_growths.appropriation county education_appropriation faster recurrent_revenue years 3
three_growths.appropriation county appropriation_growth above revenue_growth years 3
three_growths.expense stage pupil_expense rises years 3
three_growths.public_funds stage pupil_public_funds rises years 3
three_growths.pay county teacher_pay rises years 3
one_share.share county education_funds / fiscal_expenditure rises years 3
one_share.share county education_share rises years 3
two_not_decreasing.total county education_spending notFalls years 3
two_not_decreasing.per_pupil county education_spending_per_pupil notFalls years 3
)");
}

/// What the older rule has in common with the newer one: resources by the same columns, schools that are left out, the
/// ratios of the split, and what is shown beside the parts.
TEST(BasicRows, RepeatWhatBothRulesSay) {
  const Rows quality = test::rule_rows(test::quality());
  const Rows basic = test::rule_rows(test::basic());
  for (const char* const start :
       {"split", "exclusion s", "exclusion v", "three_growths", "one_share", "two_not_decreasing"}) {
    EXPECT_EQ(rows_from(basic, start), rows_from(quality, start)) << start;
    EXPECT_FALSE(rows_from(basic, start).empty()) << start;
  }
  const auto resources = [](const Rows& rows, const std::string& indicator) {
    Rows found = rows_from(rows, "indicator " + indicator + " ");
    if (!found.empty()) found.erase(found.begin());  // it has thresholds in one of them
    const auto extra = [](const std::string& row) { return row.rfind("  plus ", 0) == 0; };
    found.erase(std::remove_if(found.begin(), found.end(), extra), found.end());
    return found;
  };
  for (const char* const indicator : {"teaching_area", "sports_area", "equipment_value"}) {
    EXPECT_EQ(resources(basic, indicator), resources(quality, indicator)) << indicator;
    EXPECT_FALSE(resources(basic, indicator).empty()) << indicator;
  }
}

struct Variant {
  const char* id;
  const char* parent;
  std::vector<const char*> own;  ///< what its rows begin with where they are not the parent's
  const char* rows;              ///< all of these
};

class VariantRows : public testing::TestWithParam<Variant> {};

TEST_P(VariantRows, AreTheParentsButForItsOwn) {
  junheng::Library library = junheng::load_library();
  const std::string file = std::string("core/standards/variants/") + GetParam().id + ".json";
  ASSERT_TRUE(library.add(test::source_file(file)).empty());
  const Rows all = test::rule_rows(*library.standard(GetParam().id));
  Rows own;
  for (const char* const start : GetParam().own) {
    const Rows found = rows_from(all, start);
    own.insert(own.end(), found.begin(), found.end());
  }
  test::expect_rows(own, GetParam().rows);

  const auto without_own = [](const Rows& rows) {
    Rows rest;
    bool inside = false;
    for (const std::string& row : rows) {
      if (row.rfind("  ", 0) != 0)
        inside = std::any_of(GetParam().own.begin(), GetParam().own.end(),
                             [&](const char* start) { return row.rfind(start, 0) == 0; });
      if (!inside) rest.push_back(row);
    }
    return rest;
  };
  EXPECT_EQ(without_own(all), without_own(test::rule_rows(test::standard(GetParam().parent))));
}

INSTANTIATE_TEST_SUITE_P(Built, VariantRows,
                         testing::Values(Variant{"shenyang-2024",
                                                 "quality-2017",
                                                 {"option arts", "option special_funds", "G2.", "G7.", "Q7.", "V7."},
                                                 R"(
option arts: subtotal separate*
G2.uniform yes
G2.quota stage quota
  atLeast 1150 primary
  atLeast 1350 middle
G7.special county special_funds / special_pupils
  atLeast 8000
G7.special county special_per_pupil
  atLeast 8000
Q7.curriculum yes
Q7.labour yes
V7.training_outside no
)"},
                                         Variant{"chongqing-2012",
                                                 "basic-2012",
                                                 {"S1.", "C"},
                                                 R"(
C1.pupil_teacher yes
C2.degree unit degree_teachers / full_time_teachers
  atLeast 0.85 primary
  atLeast 0.8 middle
C2.degree unit associate_teachers(primary) + bachelor_teachers + master_teachers + doctor_teachers / full_time_teachers
  atLeast 0.85 primary
  atLeast 0.8 middle
C3.titles yes
C4.site yes
C5.buildings yes
C6.sports yes
C7.laboratories yes
C8.rooms yes
C9.library yes
C10.equipment unit equipment_value / pupils
  atLeast 800 primary
  atLeast 1200 middle
C10.equipment unit per_equipment_value
  atLeast 800 primary
  atLeast 1200 middle
C11.network school campus_network
  atLeast 1
C12.connection school class_connection
  atLeast 1
C13.computers unit 100 * computers / pupils
  above 8.5
C13.computers unit per_computers
  above 8.5
)"}),
                         [](const auto& info) { return info.index == 0 ? "Shenyang" : "Chongqing"; });

}  // namespace
