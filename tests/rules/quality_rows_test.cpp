// SPDX-License-Identifier: MIT
// Every row of the rule of 2017 that can decide a verdict, a second time (rules 1.2 to 1.8 and 4): a row that is gone, a
// condition that is dropped and a number that differs in its last digit are all other rows.
#include <gtest/gtest.h>

#include "rules/rule_rows.h"
#include "support/outcome.h"

namespace {

TEST(QualityRows, AreThoseOfTheRule) {
  test::expect_rows(test::rule_rows(test::quality()), R"(split nine_year primary 1 middle 1.1
split complete_secondary middle 1 senior 1.2
split twelve_year primary 1 middle 1.1 senior 1.32
exclusion special_education of special_education
exclusion vocational of vocational
exclusion small_teaching_point of teaching_point below 50
exclusion private of private
indicator degree_teachers per 100 fallback to 2 primary 4.2 middle 5.3
  degree_teachers
  associate_teachers(primary) + bachelor_teachers + master_teachers + doctor_teachers
  per_degree_teachers per pupil
indicator backbone_teachers per 100 fallback to 2 primary 1 middle 1
  backbone_teachers
  per_backbone_teachers per pupil
indicator sports_arts_teachers per 100 fallback to 2 primary 0.9 middle 0.9
  sports_arts_teachers
  sports_teachers + music_teachers + fine_art_teachers + arts_teachers [arts=separate]
  sports_teachers + arts_teachers [arts=subtotal]
  sports_teachers + music_teachers + fine_art_teachers
  per_sports_arts_teachers per pupil
  plus visiting_sports_teachers + visiting_music_teachers + visiting_fine_art_teachers + visiting_arts_teachers if rural_50_99 atLeast 1 and pupils atLeast 50 and pupils below 100 {rural_50_99}
indicator teaching_area per 1 split to 2 primary 4.5 middle 5.8
  teaching_area_net
  teaching_area - indoor_sports_area
  teaching_area
  per_teaching_area per pupil
indicator sports_area per 1 split to 2 primary 7.5 middle 10.2
  sports_area
  sports_ground_area + indoor_sports_area
  per_sports_area per pupil
  plus leased_sports_area + other_sports_area if dense_city atLeast 1 {dense_city}
indicator equipment_value per 1 split to 2 primary 2000 middle 2500
  equipment_value
  per_equipment_value per pupil
indicator multimedia_rooms per 100 split to 2 primary 2.3 middle 2.4
  multimedia_rooms
  per_multimedia_rooms per pupil
units meet 6, floor 0.85
balance each primary 0.5 middle 0.45
option retention: A* B C
option subjects: all* given
option arts: subtotal* separate
option teaching_points: own* merged
option private: included* left_out
option special_funds: 6000* 7000
option partly: apart* counted
option eligible: stated* all_teachers
option backbone_base: exchanged* eligible
part resources units balance
part government
G1.planning yes
G2.uniform yes
G3.music school 12 * music_rooms_96 / classes
  plus music_rooms_73 if built_2016 atLeast 1 {built_2016}
  plus music_rooms_61 + music_rooms_54(primary) if rural_small_class atLeast 1 {rural_small_class}
  plus music_rooms_73 if rural_small_class atLeast 1 and built_2016 below 1 {rural_small_class}
  atLeast 1
G3.music county schools_with_rooms / schools
  atLeast 1
G3.art school 12 * art_rooms_90 / classes
  plus art_rooms_67 if built_2016 atLeast 1 {built_2016}
  plus art_rooms_61 + art_rooms_54(primary) if rural_small_class atLeast 1 {rural_small_class}
  plus art_rooms_67 if rural_small_class atLeast 1 and built_2016 below 1 {rural_small_class}
  atLeast 1
G3.art county schools_with_rooms / schools
  atLeast 1
G4.size school pupils
  atMost 3000 nine_year if built_2010 atLeast 1 {built_2010}
  atMost 3000 nine_year if migrant_pupils / pupils above 0.5 {migrant_majority}
  atMost 2400 complete_secondary if built_2010 atLeast 1 {built_2010}
  atMost 2400 complete_secondary if migrant_pupils / pupils above 0.5 {migrant_majority}
  atMost 2000 complete_secondary
  atMost 2500 nine_year twelve_year
  atMost 2400 if built_2010 atLeast 1 {built_2010}
  atMost 2400 if migrant_pupils / pupils above 0.5 {migrant_majority}
  atMost 2000
G4.size county oversized_schools + oversized_joint
  atMost 0
G5.classes unit classes_50(primary) + classes_55 + classes_60 + classes_65 + classes_66
  atMost 0
G5.classes unit oversized_classes
  atMost 0
G5.classes unit largest_class
  atMost 45 primary
  atMost 50 middle
G5.classes stage oversized_classes
  atMost 0
G6.small school public_budget / quota(primary) of primary_school teaching_point if pupils below 100
  atLeast 100
G6.small county small_schools_funded / small_schools none passes
  atLeast 1
G7.special county special_funds / special_pupils [special_funds=6000]
  atLeast 6000
G7.special county special_funds / special_pupils [special_funds=7000]
  atLeast 7000
G7.special county special_per_pupil [special_funds=6000]
  atLeast 6000
G7.special county special_per_pupil [special_funds=7000]
  atLeast 7000
G8.pay county teacher_pay / civil_servant_pay
  atLeast 1
G8.performance_pay yes
G9.trained county trained_teachers / full_time_teachers
  atLeast 1
G9.trained county trained_rate
  atLeast 1
G10.posts yes
G11.exchange county exchanged_teachers / eligible_teachers [eligible=stated]
  atLeast 0.1
G11.exchange county exchanged_teachers / full_time_teachers [eligible=all_teachers]
  atLeast 0.1
G11.exchange county exchange_rate
  atLeast 0.1
G11.backbone county exchanged_backbone / exchanged_teachers [backbone_base=exchanged]
  atLeast 0.2
G11.backbone county exchanged_backbone / eligible_teachers [backbone_base=eligible]
  atLeast 0.2
G11.backbone county exchange_backbone_rate
  atLeast 0.2
G12.certified county certified_teachers / full_time_teachers
  atLeast 1
G12.certified county certified_rate
  atLeast 1
G13.near stage near_pupils / pupils of public city town if boarding below 1 none passes
  atLeast 1 primary
  atLeast 0.95 middle
G13.near stage near_pupils / near_base
  atLeast 1 primary
  atLeast 0.95 middle
G13.near stage near_rate
  atLeast 1 primary
  atLeast 0.95 middle
G14.allocated county quality_allocated / quality_plan
  atLeast 0.5
G14.allocated county quality_rate
  atLeast 0.5
G14.rural yes
G15.care yes
G15.migrant county migrant_public + migrant_purchased / migrant_eligible
  atLeast 0.85
G15.migrant county migrant_rate
  atLeast 0.85
part quality
Q1.retention county graduates / first_year_pupils + moved_in - deaths - moved_out [retention=A]
  atLeast 0.95
Q1.retention county graduates - moved_in + moved_out / first_year_pupils - deaths [retention=B]
  atLeast 0.95
Q1.retention county graduates / first_year_pupils [retention=C]
  atLeast 0.95
Q1.retention county retention_rate
  atLeast 0.95
Q2.disabled county disabled_in_class + disabled_special + disabled_at_home / disabled_all
  atLeast 0.95
Q2.disabled county disabled_enrolled / disabled_all
  atLeast 0.95
Q2.disabled county disabled_rate
  atLeast 0.95
Q3.charter yes
Q4.share school training_budget / public_budget
  atLeast 0.05
Q4.share county training_budget / public_budget
  atLeast 0.05
Q4.share school training_spent / public_spent
  atLeast 0.05
Q4.share school training_spent / public_budget
  atLeast 0.05
Q4.share county training_spent / public_spent
  atLeast 0.05
Q4.share county training_spent / public_budget
  atLeast 0.05
Q4.share county training_rate
  atLeast 0.05
Q5.technology yes
Q6.moral yes
Q7.curriculum yes
Q8.burden yes
Q9.level_chinese with gap_chinese stage level_chinese
  atLeast 3
Q9.gap_chinese with level_chinese stage gap_chinese
  below 0.15
Q9.level_mathematics with gap_mathematics stage level_mathematics
  atLeast 3
Q9.gap_mathematics with level_mathematics stage gap_mathematics
  below 0.15
Q9.level_english optional with gap_english stage level_english
  atLeast 3
Q9.gap_english optional with level_english stage gap_english
  below 0.15
Q9.level_science with gap_science stage level_science
  atLeast 3
Q9.gap_science with level_science stage gap_science
  below 0.15
Q9.level_sports with gap_sports stage level_sports
  atLeast 3
Q9.gap_sports with level_sports stage gap_sports
  below 0.15
Q9.level_arts with gap_arts stage level_arts
  atLeast 3
Q9.gap_arts with level_arts stage gap_arts
  below 0.15
Q9.level_moral with gap_moral stage level_moral
  atLeast 3
Q9.gap_moral with level_moral stage gap_moral
  below 0.15
part recognition
R1.survey county survey_satisfied + survey_partly / survey_valid [partly=counted]
  atLeast 0.85
R1.survey county survey_satisfied / survey_valid [partly=apart]
  atLeast 0.85
R1.survey county recognition
  atLeast 0.85
R1.visit optional county visit_satisfied / visit_people
  atLeast 0.85
R1.pupils informs county survey_satisfied_pupils / survey_valid_pupils
R1.pupils informs county recognition_pupils
R1.parents informs county survey_satisfied_parents / survey_valid_parents
R1.parents informs county recognition_parents
R1.teachers informs county survey_satisfied_teachers / survey_valid_teachers
R1.teachers informs county recognition_teachers
R1.principals informs county survey_satisfied_principals / survey_valid_principals
R1.principals informs county recognition_principals
R1.congress informs county survey_satisfied_congress / survey_valid_congress
R1.congress informs county recognition_congress
R1.cppcc informs county survey_satisfied_cppcc / survey_valid_cppcc
R1.cppcc informs county recognition_cppcc
R1.others informs county survey_satisfied_others / survey_valid_others
R1.others informs county recognition_others
part veto
V1.examination no
V2.selection no
V3.key_schools no
V4.vacancies no
V5.accidents no
V6.fraud no
entry.recognised optional yes
entry.years optional county year - basic_balance_year
  atLeast 3
entry.years optional county basic_balance_years
  atLeast 3
entry.monitoring optional yes
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

}  // namespace
