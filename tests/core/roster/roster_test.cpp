// SPDX-License-Identifier: MIT
#include "junheng/roster.h"

#include <gtest/gtest.h>

#include <string>

#include "support/outcome.h"

using junheng::CellState;
using junheng::Decimal;
using junheng::IssueCode;

namespace {

struct Mapped {
  junheng::Issues issues;
  junheng::Table table;
  junheng::Roster roster;

  explicit Mapped(std::string text, const std::vector<std::uint32_t>& totals = {})
      : table(junheng::read_table(std::move(text), issues)),
        roster(junheng::map_roster(table, test::library().vocabulary, issues, {}, totals)) {}

  [[nodiscard]] const junheng::FieldColumns& field(std::string_view id) const {
    return roster.fields[test::library().vocabulary.field(id).value_or(0)];
  }

  [[nodiscard]] std::string school(std::size_t row) const { return std::string(table.at(roster.school[row])); }

  [[nodiscard]] std::string type(std::size_t row) const {
    const auto type = roster.type[row];
    return type == junheng::kNoType ? "(none)" : test::library().vocabulary.types[type].id;
  }

  [[nodiscard]] const junheng::Issue* issue(IssueCode code) const {
    for (const auto& each : issues) {
      if (each.code == code) return &each;
    }
    return nullptr;
  }

  /// "code@line:column found" of every issue, sorted by nothing: the order they were found in.
  [[nodiscard]] std::string all_issues() const {
    std::string text;
    for (const auto& each : issues) {
      text.append(junheng::id_of(each.code)).append("@").append(std::to_string(each.line));
      if (each.column != junheng::kNoColumn) text.append(":").append(std::to_string(each.column));
      text.append(" ").append(table.at({each.begin, each.length})).append("; ");
    }
    return text;
  }
};

TEST(Roster, ColumnsInAnyOrderWithUnknownOnesKept) {
  const Mapped mapped("在校生数\t备注\t学校名称\t校长\t学校类型\n812\t好\t育才小学\t王\t小学\n");
  ASSERT_EQ(mapped.roster.rows(), 1U);
  EXPECT_EQ(mapped.school(0), "育才小学");
  EXPECT_EQ(mapped.type(0), "primary_school");
  ASSERT_TRUE(mapped.field("pupils").whole.has_value());
  EXPECT_EQ(mapped.field("pupils").whole->number(0), (Decimal{812, 0}));
  ASSERT_EQ(mapped.roster.columns.size(), 5U);
  EXPECT_FALSE(mapped.roster.columns[1].match.has_value());
  EXPECT_EQ(mapped.table.at(mapped.roster.columns[1].header), "备注");
  EXPECT_FALSE(mapped.roster.columns[3].match.has_value());
  EXPECT_TRUE(mapped.roster.columns[0].match.has_value());
}

TEST(Roster, MissingIsNotZeroAndAMarkIsNotBlank) {
  const Mapped mapped(
      "学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t10\t0\n乙\t小学\t10\t\n丙\t小学\t10\t—\n丁\t小学\t10\t多\n戊\t"
      "小学\t10\n");
  const auto& books = mapped.field("books").whole;
  ASSERT_TRUE(books.has_value());
  ASSERT_EQ(mapped.roster.rows(), 5U);
  EXPECT_EQ(books->state(0), CellState::number);
  EXPECT_EQ(books->number(0), (Decimal{0, 0}));
  EXPECT_EQ(books->state(1), CellState::blank);
  EXPECT_EQ(books->state(2), CellState::mark);
  EXPECT_EQ(books->state(3), CellState::unreadable);
  EXPECT_EQ(books->state(4), CellState::blank) << "a row that ends early has nothing there";
  for (std::size_t row = 1; row < 5; ++row)
    EXPECT_EQ(books->number(row), std::nullopt) << row;
}

TEST(Roster, StagesOfAFieldAreColumnsOfTheirOwn) {
  const Mapped mapped(
      "学校名称\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t骨干教师数\t小学骨干教师数\n甲\t600\t400\t0\t9\t5\n");
  const auto& pupils = mapped.field("pupils");
  EXPECT_FALSE(pupils.whole.has_value());
  ASSERT_TRUE(pupils.staged[0] && pupils.staged[1] && pupils.staged[2]);
  EXPECT_EQ(pupils.staged[0]->number(0), (Decimal{600, 0}));
  EXPECT_EQ(pupils.staged[1]->number(0), (Decimal{400, 0}));
  EXPECT_EQ(pupils.staged[2]->number(0), (Decimal{0, 0}));
  const auto& backbone = mapped.field("backbone_teachers");
  ASSERT_TRUE(backbone.whole && backbone.staged[0]);
  EXPECT_EQ(backbone.whole->number(0), (Decimal{9, 0}));
  EXPECT_EQ(backbone.staged[0]->number(0), (Decimal{5, 0}));
  EXPECT_FALSE(backbone.staged[1].has_value());
}

TEST(Roster, TheUnitInTheHeaderShiftsTheNumber) {
  const Mapped mapped(
      "学校名称\t在校生数\t教学仪器设备值（万元）\t体育运动场馆面积（万平方米）\n甲小学\t10\t12.34\t0.5\n");
  EXPECT_EQ(mapped.field("equipment_value").whole->number(0), (Decimal{123400, 0}));
  EXPECT_EQ(mapped.field("sports_area").whole->number(0), (Decimal{5000, 0}));
}

TEST(Roster, EveryCellThatIsNotUnderstoodIsSaidAtOnce) {
  const Mapped mapped(
      "学校名称\t学校类型\t在校生数\t教学仪器设备值\t图书册数\n"
      "甲\t小学\tl20\t-5\t3.5\n"
      "乙\t小学\t100\t九百\t50%\n"
      "丙\t小学\t100\t9000\t12\n"
      "丁\t小学\t100\t1000000000000\t0.1234567890123456789\n");
  EXPECT_EQ(
      mapped.all_issues(),
      "not_a_number@2:2 l20; negative@2:3 -5; fraction@2:4 3.5; not_a_number@3:3 九百; percent_unexpected@3:4 50%; "
      "too_large@5:3 1000000000000; too_many_digits@5:4 0.1234567890123456789; ");
  EXPECT_EQ(mapped.field("pupils").whole->state(0), CellState::unreadable);
  EXPECT_EQ(mapped.field("equipment_value").whole->state(0), CellState::unreadable) << "a negative amount is no amount";
  EXPECT_EQ(mapped.field("books").whole->number(0), (Decimal{35, 1})) << "somebody may have split the school's";
  EXPECT_EQ(mapped.field("books").whole->state(1), CellState::unreadable) << "a percentage of what?";
  EXPECT_EQ(mapped.field("equipment_value").whole->number(2), (Decimal{9000, 0})) << "the rest is read";
}

TEST(Roster, AWholeNumberMayBeWrittenWithDecimals) {
  const Mapped mapped("学校名称\t在校生数\n甲小学\t812.00\n乙小学\t8.12e2\n");
  EXPECT_EQ(mapped.field("pupils").whole->number(0), (Decimal{812, 0}));
  EXPECT_EQ(mapped.field("pupils").whole->number(1), (Decimal{812, 0}));
}

TEST(Roster, MoreThanOneTableColumnForAFieldUsesTheFirst) {
  const Mapped mapped("学校名称\t在校生数\t学生数\n甲小学\t10\t20\n");
  ASSERT_NE(mapped.issue(IssueCode::column_twice), nullptr);
  EXPECT_EQ(mapped.issue(IssueCode::column_twice)->column, 2);
  EXPECT_EQ(mapped.field("pupils").whole->number(0), (Decimal{10, 0}));
}

TEST(Roster, AColumnInAnotherUnitIsNotUsed) {
  const Mapped mapped("学校名称\t在校生数\t教学及辅助用房面积(间)\n甲小学\t10\t20\n");
  const auto* issue = mapped.issue(IssueCode::wrong_unit);
  ASSERT_NE(issue, nullptr) << mapped.all_issues();
  EXPECT_EQ(issue->column, 2);
  EXPECT_EQ(junheng::severity_of(issue->code), junheng::Severity::error);
  EXPECT_FALSE(mapped.field("teaching_area").any()) << "20 rooms are not 20 ㎡";
}

TEST(Roster, AColumnInAUnitOfTheSameMeasureIsConverted) {
  const Mapped mapped("学校名称\t在校生数\t运动场地面积(亩)\n甲小学\t10\t20\n乙小学\t10\t3\n");
  EXPECT_EQ(mapped.issue(IssueCode::wrong_unit), nullptr);
  const auto& area = mapped.field("sports_ground_area").whole;
  EXPECT_EQ(area->number(0), (Decimal{13333333333, 6})) << "20 · 2000 / 3 ㎡, to six decimals";
  EXPECT_EQ(area->number(1), (Decimal{2000, 0}));
}

TEST(Roster, WordsInABracketThatAreNoUnitAreSaid) {
  const Mapped mapped("学校名称(全称)\t在校生数(毕业班)\n甲小学\t10\n");
  const auto* issue = mapped.issue(IssueCode::unknown_unit);
  ASSERT_NE(issue, nullptr) << mapped.all_issues();
  EXPECT_EQ(issue->column, 1) << "a name has no unit to be wrong";
  EXPECT_EQ(mapped.field("pupils").whole->number(0), (Decimal{10, 0}));
}

TEST(Roster, NamesLoseTheWhiteSpaceAroundThem) {
  const Mapped mapped("学校名称\t在校生数\n\u3000甲小学\u00a0\t10\n");
  EXPECT_EQ(mapped.table.at(mapped.roster.school[0]), "甲小学");
}

TEST(Roster, TotalsAreNotSchools) {
  const Mapped mapped("学校名称\t学校类型\t在校生数\n甲\t小学\t10\n乙\t小学\t20\n合 计\t\t30\n总计\t\t\n", {4, 5});
  ASSERT_EQ(mapped.roster.rows(), 4U);
  EXPECT_EQ(mapped.roster.total[0], 0);
  EXPECT_EQ(mapped.roster.total[1], 0);
  EXPECT_EQ(mapped.roster.total[2], 1);
  EXPECT_EQ(mapped.roster.total[3], 1);
  EXPECT_EQ(mapped.issue(IssueCode::type_unknown), nullptr) << "a row of totals needs no type";
}

TEST(Roster, LinesAreThoseOfThePastedText) {
  const Mapped mapped("\n学校名称\t在校生数\n\"甲\n小学\"\t10\n\n乙小学\tx\n");
  ASSERT_EQ(mapped.roster.rows(), 2U);
  EXPECT_EQ(mapped.roster.line[0], 3U);
  EXPECT_EQ(mapped.roster.line[1], 6U);
  ASSERT_NE(mapped.issue(IssueCode::not_a_number), nullptr);
  EXPECT_EQ(mapped.issue(IssueCode::not_a_number)->line, 6U);
}

TEST(Roster, RowsOfOtherLengths) {
  const Mapped mapped("学校名称\t在校生数\t图书册数\n甲小学\t10\n乙小学\t10\t20\t30\n丙小学\t10\t20\t\t\n");
  ASSERT_NE(mapped.issue(IssueCode::row_too_short), nullptr) << mapped.all_issues();
  EXPECT_EQ(mapped.issue(IssueCode::row_too_short)->line, 2U);
  ASSERT_NE(mapped.issue(IssueCode::row_too_long), nullptr) << mapped.all_issues();
  EXPECT_EQ(mapped.issue(IssueCode::row_too_long)->line, 3U);
  std::size_t too_long = 0;
  for (const auto& issue : mapped.issues)
    too_long += issue.code == IssueCode::row_too_long ? 1 : 0;
  EXPECT_EQ(too_long, 1U) << "empty cells behind the last column are nothing";
}

TEST(Roster, CountiesInTheOrderOfTheirFirstSchool) {
  const Mapped mapped("区县\t学校名称\t在校生数\n乙县\t一小学\t1\n甲县\t二小学\t2\n乙县\t三小学\t3\n");
  ASSERT_EQ(mapped.roster.counties.size(), 2U);
  EXPECT_EQ(mapped.table.at(mapped.roster.counties[0].name), "乙县");
  EXPECT_EQ(mapped.table.at(mapped.roster.counties[1].name), "甲县");
  EXPECT_EQ(mapped.roster.county, (std::vector<std::uint32_t>{0, 1, 0}));
}

TEST(Roster, CountiesOfTheSameNameInTwoProvincesAreTwo) {
  const Mapped mapped("省份\t区县\t学校名称\t在校生数\n甲省\t城关区\t一小学\t1\n乙省\t城关区\t二小学\t2\n");
  ASSERT_EQ(mapped.roster.counties.size(), 2U);
  EXPECT_EQ(mapped.table.at(mapped.roster.counties[1].province), "乙省");
}

/// No-break and ideographic spaces come with what is copied from pages and documents.
TEST(Roster, SpacesOfAnyKindAroundACellAreNoPartOfIt) {
  const Mapped mapped(
      "区县\t学校名称\t学校类型\t在校生数\n甲县\t一小\t小学\t1\n甲县\u3000\t二小\t\u00A0小学\u3000\t\u00A0"
      "2\u3000\n");
  EXPECT_EQ(mapped.roster.counties.size(), 1U);
  EXPECT_EQ(mapped.type(1), "primary_school");
  EXPECT_EQ(mapped.field("pupils").whole->number(1), (Decimal{2, 0}));
}

TEST(Roster, WithoutACountyColumnThereIsOneWithoutName) {
  const Mapped mapped("学校名称\t在校生数\n甲小学\t1\n");
  ASSERT_EQ(mapped.roster.counties.size(), 1U);
  EXPECT_EQ(mapped.roster.counties[0].name.length, 0U);
}

TEST(Roster, TheStageColumnSaysOfWhichStageARowSpeaks) {
  const Mapped mapped("学校名称\t学段\t在校生数\n实验学校\t小学\t10\n实验学校\t初中\t20\n");
  ASSERT_EQ(mapped.roster.rows(), 2U);
  EXPECT_EQ(mapped.roster.only_stage[0], static_cast<std::uint8_t>(junheng::Stage::primary));
  EXPECT_EQ(mapped.roster.only_stage[1], static_cast<std::uint8_t>(junheng::Stage::middle));
}

TEST(Roster, TypesFromTheColumnAndWhereThereIsNoneFromTheName) {
  const Mapped mapped("学校名称\t学校类型\t在校生数\n甲\t九年一贯制学 校\t1\n乙\t研究所\t1\n");
  EXPECT_EQ(mapped.type(0), "nine_year");
  EXPECT_EQ(mapped.type(1), "(none)");
  ASSERT_NE(mapped.issue(IssueCode::type_unknown), nullptr);
  EXPECT_EQ(mapped.issue(IssueCode::type_unknown)->line, 3U);
  const Mapped named("学校名称\t在校生数\n育才小学\t1\n第一初级中学\t1\n");
  EXPECT_EQ(named.type(0), "primary_school");
  EXPECT_EQ(named.type(1), "middle_school");
  EXPECT_NE(named.issue(IssueCode::stage_from_name), nullptr);
}

/// A column of something else taken for that of counties: each would cost the verdicts of all items.
TEST(Roster, MoreCountiesThanThereAreAreRefused) {
  std::string text = "区县\t学校名称\t在校生数\n";
  for (int i = 0; i < 10'500; ++i)
    text += std::to_string(i) + "县\t甲\t1\n";
  const Mapped mapped(text);
  EXPECT_EQ(mapped.roster.rows(), 0U);
  EXPECT_TRUE(mapped.roster.counties.empty());
  EXPECT_NE(mapped.issue(IssueCode::input_too_big), nullptr);
}

TEST(Roster, NumberColumnKeepsWhatWasPut) {
  junheng::NumberColumn column(4);
  column.put(0, CellState::number, {-125, 1}, false);
  column.put(1, CellState::mark, {}, false);
  column.put(2, CellState::number, {999999999999999999, 17}, true);
  EXPECT_EQ(column.number(0), (Decimal{-125, 1}));
  EXPECT_EQ(column.number(1), std::nullopt);
  EXPECT_EQ(column.state(1), CellState::mark);
  EXPECT_EQ(column.number(2), (Decimal{999999999999999999, 17}));
  EXPECT_TRUE(column.unit_named(2));
  EXPECT_EQ(column.state(3), CellState::blank);
  column.set(2, CellState::mark, {});
  EXPECT_EQ(column.state(2), CellState::mark);
  EXPECT_TRUE(column.unit_named(2));
}

}  // namespace
