// SPDX-License-Identifier: MIT
// Standards with a parent (地方标准): what a file changes is changed, all the rest is the parent's; what is wrong in
// the file is said with its place in that file.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/files.h"
#include "support/json.h"
#include "support/outcome.h"
#include "support/sheet.h"

using junheng::Library;
using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

/// A file of changes with the given members besides those that every file has.
std::string child(const std::string& members, const char* parent = "quality-2017", const char* id = "mine") {
  return std::string(R"({"schema":"junheng.standard/1","id":")") + id + R"(","parent":")" + parent +
         R"(","title":{"zh":"试行","en":"Trial"},"document":{"zh":"试行办法","en":"Trial rule"})" +
         (members.empty() ? "" : ",") + members + "}";
}

std::string paths(const std::vector<junheng::StandardFault>& faults) {
  std::string all;
  for (const auto& fault : faults)
    all.append(fault.path).append(" (").append(fault.accepted).append(") ");
  return all;
}

Outcome by(const Library& library, std::string_view id, const std::string& table, std::string_view facts = {}) {
  junheng::Request request;
  request.county = facts;
  const auto* const standard = library.standard(id);
  return standard != nullptr ? Outcome(table, request, *standard) : Outcome("", test::standard("none"));
}

std::string schools() {
  return test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 800),
                              test::good_row("丙", "初中", 900), test::good_row("丁", "九年一贯制", 700)})
      .tsv();
}

TEST(Variants, OneChangedLimitChangesThatAndNothingElse) {
  Library library = junheng::load_library();
  const auto faults =
      library.add(child(R"("indicators":[{"id":"multimedia_rooms","threshold":{"primary":{"value":"3.2"}}}])"));
  ASSERT_TRUE(faults.empty()) << paths(faults);
  const Outcome before = by(library, "quality-2017", schools());
  const Outcome after = by(library, "mine", schools());
  ASSERT_EQ(after.result.indicators.size(), before.result.indicators.size());
  std::size_t changed = 0;
  for (std::size_t i = 0; i < after.result.indicators.size(); ++i) {
    const auto& a = after.result.indicators[i];
    const auto& b = before.result.indicators[i];
    ASSERT_EQ(a.value.size(), b.value.size());
    for (std::size_t unit = 0; unit < a.value.size(); ++unit) {
      EXPECT_TRUE(a.value[unit] == b.value[unit] || (std::isnan(a.value[unit]) && std::isnan(b.value[unit])));
      changed += a.verdict[unit] != b.verdict[unit] ? 1U : 0U;
    }
  }
  // 31 rooms for 1000 pupils, 25 for 800: both below 3.2 per 100, both above 2.3.
  EXPECT_EQ(changed, 2U);
  EXPECT_EQ(before.value_verdict("甲", Stage::primary, "multimedia_rooms"), Verdict::pass);
  EXPECT_EQ(after.value_verdict("甲", Stage::primary, "multimedia_rooms"), Verdict::near);
  EXPECT_EQ(after.value_verdict("丙", Stage::middle, "multimedia_rooms"), Verdict::pass);
  for (std::size_t p = 0; p < after.result.standard->parts.size(); ++p) {
    EXPECT_EQ(after.result.counties[0].parts[p].verdict, before.result.counties[0].parts[p].verdict) << p;
    EXPECT_EQ(after.result.standard->parts[p].items.size(), before.result.standard->parts[p].items.size()) << p;
  }
  EXPECT_EQ(after.result.standard->title.zh, "试行");
  EXPECT_EQ(after.result.standard->document.en, "Trial rule");
  EXPECT_EQ(after.result.standard->indicators[6].threshold[0]->source.confidence, 'R')
      << "the parent's, as not changed";
}

TEST(Variants, ItemsAreChangedAddedAndRemoved) {
  Library library = junheng::load_library();
  const auto faults = library.add(child(R"("parts":[{"id":"quality","items":[
      {"id":"Q3","remove":true},
      {"id":"Q2","rule":{"zh":"入学率达到98%。"},"checks":[{"id":"disabled","ways":[{"scope":"county","of":["disabled_rate"],
        "atLeast":{"value":"0.98","source":"nanchuan-2021","confidence":"R"}}]}]},
      {"id":"Q10","title":{"zh":"劳动教育","en":"Labour"},"rule":{"zh":"有劳动教育。","en":"There is."},
        "source":"nanchuan-2021","confidence":"R","checks":[{"id":"labour","stated":true}]}]}])"));
  ASSERT_TRUE(faults.empty()) << paths(faults);
  const char* const facts = "disabled_rate\t97%\nQ3\t是\nQ10\t是";
  const Outcome before = by(library, "quality-2017", "", facts);
  const Outcome after = by(library, "mine", "", facts);
  EXPECT_EQ(before.item_verdict("Q2"), Verdict::pass);
  EXPECT_EQ(after.item_verdict("Q2"), Verdict::fail);
  EXPECT_EQ(before.item_verdict("Q3"), Verdict::pass);
  EXPECT_EQ(after.item_verdict("Q3"), Verdict::none) << "removed";
  EXPECT_EQ(after.issues(junheng::IssueCode::fact_unknown), 1U) << "and its fact is not understood";
  EXPECT_EQ(after.item_verdict("Q10"), Verdict::pass);
  EXPECT_EQ(after.rule_of("Q2")->rule.zh, "入学率达到98%。");
  EXPECT_EQ(after.rule_of("Q2")->rule.en, before.rule_of("Q2")->rule.en);
  EXPECT_EQ(after.rule_of("Q4")->checks.size(), before.rule_of("Q4")->checks.size());
}

TEST(Variants, ShenyangAsksForMore) {
  Library library = junheng::load_library();
  const auto faults = library.add(test::source_file("core/standards/variants/shenyang-2024.json"));
  ASSERT_TRUE(faults.empty()) << paths(faults);
  const auto verdict = [&](const char* facts, const char* item) {
    return by(library, "shenyang-2024", "", facts).item_verdict(item);
  };
  EXPECT_EQ(verdict("special_per_pupil\t8000", "G7"), Verdict::pass);
  EXPECT_EQ(verdict("special_per_pupil\t7999.99", "G7"), Verdict::fail);
  EXPECT_EQ(verdict("special_per_pupil\t8000\nyear\t2025", "G7"), Verdict::pass);
  EXPECT_EQ(verdict("G2\t是\n规定的小学生均公用经费标准\t1150\n规定的初中生均公用经费标准\t1350", "G2"), Verdict::pass);
  EXPECT_EQ(verdict("G2\t是\n规定的小学生均公用经费标准\t1149\n规定的初中生均公用经费标准\t1350", "G2"), Verdict::fail);
  EXPECT_EQ(verdict("G2\t是\n规定的小学生均公用经费标准\t1150\n规定的初中生均公用经费标准\t1349", "G2"), Verdict::fail);
  EXPECT_EQ(verdict("G2\t是", "G2"), Verdict::unknown) << "without the numbers";
  EXPECT_EQ(verdict("规定的小学生均公用经费标准\t1150\n规定的初中生均公用经费标准\t1350", "G2"), Verdict::unknown);
  EXPECT_EQ(verdict("Q7.curriculum\t是\nQ7.labour\t否", "Q7"), Verdict::fail);
  EXPECT_EQ(verdict("Q7.curriculum\t是", "Q7"), Verdict::unknown);
  EXPECT_EQ(verdict("V7\t否", "V7"), Verdict::pass);
  EXPECT_EQ(verdict("V7\t是", "V7"), Verdict::fail);
  // 体育、音乐、美术、艺术 are four subjects there, and 艺术 is the total of two elsewhere.
  const std::string arts =
      "学校名称\t学校类型\t在校生数\t体育专任教师数\t音乐专任教师数\t美术专任教师数\t艺术专任教师数\n甲\t小学\t100\t1\t"
      "2\t4\t8\n";
  EXPECT_DOUBLE_EQ(by(library, "shenyang-2024", arts).value("甲", Stage::primary, "sports_arts_teachers"), 15.0);
  EXPECT_DOUBLE_EQ(by(library, "quality-2017", arts).value("甲", Stage::primary, "sports_arts_teachers"), 9.0);
  EXPECT_EQ(by(library, "quality-2017", "", "special_per_pupil\t6000").item_verdict("G7"), Verdict::pass)
      << "the parent is as it was";
}

TEST(Variants, ChongqingHasThirteenItems) {
  Library library = junheng::load_library();
  const auto faults = library.add(test::source_file("core/standards/variants/chongqing-2012.json"));
  ASSERT_TRUE(faults.empty()) << paths(faults);
  const auto* const standard = library.standard("chongqing-2012");
  ASSERT_NE(standard, nullptr);
  EXPECT_EQ(standard->parts[0].items.size(), 13U);
  EXPECT_EQ(standard->parts[2].items.size(), 17U) << "the government's items are the parent's";
  struct Row {
    const char* item;
    const char* columns;
    const char* row;
    Verdict verdict;
  };
  const std::vector<Row> rows = {
      {"C2", "专任教师数\t高于规定学历教师数", "小学\t500\t100\t85", Verdict::pass},
      {"C2", "专任教师数\t高于规定学历教师数", "小学\t500\t100\t84", Verdict::fail},
      {"C2", "专任教师数\t高于规定学历教师数", "初中\t500\t100\t80", Verdict::pass},
      {"C2", "专任教师数\t高于规定学历教师数", "初中\t500\t100\t79", Verdict::fail},
      {"C2", "专任教师数\t高于规定学历教师数", "初中\t500\t0\t0", Verdict::unknown},
      {"C2", "专任教师数\t高于规定学历教师数", "初中\t500\t100\t", Verdict::unknown},
      {"C10", "教学仪器设备值(元)", "小学\t100\t80000", Verdict::pass},
      {"C10", "教学仪器设备值(元)", "小学\t100\t79999", Verdict::fail},
      {"C10", "教学仪器设备值(万元)", "初中\t100\t12", Verdict::pass},
      {"C10", "教学仪器设备值(万元)", "初中\t100\t11.9999", Verdict::fail},
      {"C11", "校园网", "小学\t100\t有", Verdict::pass},
      {"C11", "校园网", "小学\t100\t无", Verdict::fail},
      {"C11", "校园网", "小学\t100\t", Verdict::unknown},
      {"C12", "班班通", "小学\t100\t是", Verdict::pass},
      {"C12", "班班通", "小学\t100\t否", Verdict::fail},
      {"C13", "计算机台数", "小学\t200\t17", Verdict::fail},
      {"C13", "计算机台数", "小学\t200\t18", Verdict::pass},
      {"C13", "每百名学生拥有计算机台数", "初中\t200\t8.5", Verdict::fail},
      {"C13", "每百名学生拥有计算机台数", "初中\t200\t8.51", Verdict::pass},
  };
  for (const Row& one : rows) {
    const std::string table = std::string("学校名称\t学校类型\t在校生数\t") + one.columns + "\n甲\t" + one.row + "\n";
    EXPECT_EQ(test::word(by(library, "chongqing-2012", table).item_verdict(one.item)), test::word(one.verdict))
        << one.item << " " << one.row;
  }
  EXPECT_EQ(by(library, "chongqing-2012", "", "C1\t是").item_verdict("C1"), Verdict::pass);
  EXPECT_EQ(by(library, "chongqing-2012", "", "schools_meeting\t1").item_verdict("S1"), Verdict::none) << "removed";
}

TEST(Variants, ASecondFileOfTheSameIdTakesThePlaceOfTheFirst) {
  Library library = junheng::load_library();
  const std::size_t built_in = library.standards.size();
  const auto limit = [](const char* value) {
    return child(std::string(R"("balanceRule":{"limit":{"primary":{"value":")") + value + R"("}}})");
  };
  ASSERT_TRUE(library.add(limit("0.4")).empty());
  const auto* const first = library.standard("mine");
  ASSERT_NE(first, nullptr);
  EXPECT_DOUBLE_EQ(to_double(first->balance.limit[0]->value), 0.4);
  ASSERT_TRUE(library.add(limit("0.3")).empty());
  EXPECT_EQ(library.standards.size(), built_in + 1);
  EXPECT_EQ(library.standard("mine"), first);
  EXPECT_DOUBLE_EQ(to_double(first->balance.limit[0]->value), 0.3);
  EXPECT_DOUBLE_EQ(to_double(library.standard("quality-2017")->balance.limit[0]->value), 0.5);
  // One that is refused leaves the one that is there.
  EXPECT_FALSE(library.add(limit("nothing")).empty());
  EXPECT_DOUBLE_EQ(to_double(library.standard("mine")->balance.limit[0]->value), 0.3);
  // A grandchild stands on it.
  ASSERT_TRUE(library.add(child("", "mine", "grandchild")).empty());
  EXPECT_DOUBLE_EQ(to_double(library.standard("grandchild")->balance.limit[0]->value), 0.3);
}

struct Broken {
  const char* what;
  std::string json;
  const char* path;  ///< in the file of changes
};

std::string way(const std::string& members) {
  return child(
      R"("parts":[{"id":"resources"},{"id":"quality","items":[{"id":"Q1","checks":[{"id":"retention","ways":[{)" +
      members + "}]}]}]}]");
}

std::string limit(const std::string& members) {
  return way(R"("scope":"county","of":["retention_rate"],"atMost":[{)" + members + "}]");
}

std::string item(const std::string& id) {
  return R"({"id":")" + id +
         R"(","title":{"zh":"甲","en":"A"},"rule":{"zh":"甲。","en":"A."},"source":null,"confidence":"M","checks":[{"id":"a","stated":true}]})";
}

constexpr const char* kGood = R"("value":"0.95","source":"nanchuan-2021","confidence":"R")";
constexpr const char* kAtLeast = R"("atLeast":{"value":"0.95","source":"nanchuan-2021","confidence":"R"})";

std::vector<Broken> broken_files() {
  const std::string at_least = kAtLeast;
  const std::string good = kGood;
  const std::string no_title =
      R"({"schema":"junheng.standard/1","id":"mine","parent":"quality-2017","document":{"zh":"甲","en":"A"}})";
  const std::string no_document =
      R"({"schema":"junheng.standard/1","id":"mine","parent":"quality-2017","title":{"zh":"甲","en":"A"}})";
  return {
      {"no JSON", "{", ""},
      {"a list", "[]", ""},
      {"unknown parent", child("", "nowhere"), "/parent"},
      {"no title", no_title, "/title"},
      {"no document", no_document, "/document"},
      {"built-in id", child("", "quality-2017", "quality-2017"), "/id"},
      {"the other built-in id", child("", "quality-2017", "basic-2012"), "/id"},
      {"empty id", child("", "quality-2017", ""), "/id"},
      {"unknown key", child(R"("colour":1)"), "/colour"},
      {"stage unknown", child(R"("stages":["primary","university"])"), "/stages/1"},
      {"stage twice", child(R"("stages":["primary","primary"])"), "/stages/1"},
      {"threshold is no number",
       child(R"("indicators":[{"id":"multimedia_rooms","threshold":{"primary":{"value":"two"}}}])"),
       "/indicators/0/threshold/primary/value"},
      {"threshold is negative",
       child(R"("indicators":[{"id":"books"},{"id":"sports_area","threshold":{"middle":{"value":"-1"}}}])"),
       "/indicators/1/threshold/middle/value"},
      {"new indicator without a title", child(R"("indicators":[{"id":"sports_area"},{"id":"books"}])"),
       "/indicators/1/title/zh"},
      {"exclusion of an unknown type", child(R"("exclusions":[{"id":"vocational","type":"night_school"}])"),
       "/exclusions/0/type"},
      {"weight of zero", child(R"("split":{"shares":[{"id":"twelve_year","weights":{"middle":"0"}}]})"),
       "/split/shares/0/weights/middle"},
      {"unknown key of the split", child(R"("split":{"share":[]})"), "/split/share"},
      {"too many to meet", child(R"("unitRule":{"meetAtLeast":8})"), "/unitRule/meetAtLeast"},
      {"limit of the coefficient", child(R"("balanceRule":{"limit":{"middle":{"value":"1/2"}}})"),
       "/balanceRule/limit/middle/value"},
      {"unknown key of the balance", child(R"("balanceRule":{"limits":{}})"), "/balanceRule/limits"},
      {"default of an option", child(R"("options":[{"id":"arts","default":"both"}])"), "/options/0/default"},
      {"limit of an item", limit(R"("value":"95 %","source":"nanchuan-2021","confidence":"R")"),
       "/parts/1/items/0/checks/0/ways/0/atMost/0/value"},
      {"source unknown", limit(R"("value":"0.95","source":"hearsay","confidence":"R")"),
       "/parts/1/items/0/checks/0/ways/0/atMost/0/source"},
      {"confidence unknown", limit(R"("value":"0.95","source":"nanchuan-2021","confidence":"X")"),
       "/parts/1/items/0/checks/0/ways/0/atMost/0/confidence"},
      {"type unknown", limit(good + R"(,"types":["night_school"])"),
       "/parts/1/items/0/checks/0/ways/0/atMost/0/types/0"},
      {"condition without comparison", limit(good + R"(,"when":[{"of":["pupils"]}])"),
       "/parts/1/items/0/checks/0/ways/0/atMost/0/when/0"},
      {"exemption in one language", limit(good + R"(,"exemption":{"id":"x","zh":"甲"})"),
       "/parts/1/items/0/checks/0/ways/0/atMost/0/exemption/en"},
      {"scope unknown", way(R"("scope":"province","of":["retention_rate"],)" + at_least),
       "/parts/1/items/0/checks/0/ways/0/scope"},
      {"field unknown", way(R"("scope":"county","of":["swimming_pools"],)" + at_least),
       "/parts/1/items/0/checks/0/ways/0/of/0"},
      {"field of text", way(R"("scope":"county","of":["graduates","school"],)" + at_least),
       "/parts/1/items/0/checks/0/ways/0/of/1"},
      {"nothing to measure", way(R"("scope":"county","of":[],)" + at_least), "/parts/1/items/0/checks/0/ways/0/of"},
      {"choice unknown", way(R"("scope":"county","option":"retention=D","of":["retention_rate"],)" + at_least),
       "/parts/1/items/0/checks/0/ways/0/option"},
      {"two comparisons", way(R"("scope":"county","of":["retention_rate"],"below":{)" + good + "}," + at_least),
       "/parts/1/items/0/checks/0/ways/0/below"},
      {"no comparison", way(R"("scope":"county","of":["retention_rate"])"), "/parts/1/items/0/checks/0/ways/0"},
      {"series unknown", way(R"("scope":"county","of":["retention_rate"],"series":"grows")"),
       "/parts/1/items/0/checks/0/ways/0/series"},
      {"series of schools", way(R"("scope":"school","of":["retention_rate"],"series":"rises")"),
       "/parts/1/items/0/checks/0/ways/0/scope"},
      {"no years", way(R"("scope":"county","of":["retention_rate"],"series":"rises","years":0)"),
       "/parts/1/items/0/checks/0/ways/0/years"},
      {"stated and counted",
       child(
           R"("parts":[{"id":"quality","items":[{"id":"Q3"},{"id":"Q1","checks":[{"id":"retention","stated":true}]}]}])"),
       "/parts/0/items/1/checks/0"},
      {"partner unknown",
       child(R"("parts":[{"id":"quality","items":[{"id":"Q9","checks":[{"id":"gap_arts","with":"level_music"}]}]}])"),
       "/parts/0/items/0/checks/0/with"},
      {"nothing to remove", child(R"("parts":[{"id":"quality","items":[{"id":"Q2"},{"id":"Q99","remove":true}]}])"),
       "/parts/0/items/1/remove"},
      {"item of another part", child(R"("parts":[{"id":"quality","items":[)" + item("G1") + "]}]"),
       "/parts/0/items/0/id"},
      {"new item twice", child(R"("parts":[{"id":"quality","items":[)" + item("Q10") + "," + item("Q10") + "]}]"),
       "/parts/0/items/1/id"},
      {"changed item twice",
       child(R"("parts":[{"id":"veto"},{"id":"quality","items":[)" + item("Q3") + "," + item("Q3") + "]}]"),
       "/parts/1/items/1/id"},
      {"points for one item",
       child(R"("parts":[{"id":"government","items":[{"id":"B1","points":"100"}]}])", "basic-2012"), "/parts/0/score"},
  };
}

TEST(Variants, AFaultIsSaidWithItsPlaceInTheFileOfChanges) {
  const auto files = broken_files();
  EXPECT_GE(files.size(), 40U);
  for (const Broken& one : files) {
    SCOPED_TRACE(one.what);
    Library library = junheng::load_library();
    const std::size_t before = library.standards.size();
    const auto faults = library.add(one.json);
    EXPECT_EQ(library.standards.size(), before) << "a file with a fault must not be used";
    const auto written = test::Json::parse(junheng::faults_json(faults, library));
    ASSERT_TRUE(written.is_array());
    ASSERT_EQ(written.size(), faults.size());
    bool found = false;
    for (const auto& fault : written) {
      found = found || fault["path"] == one.path;
      EXPECT_FALSE(fault["accepted"].text().empty());
      EXPECT_FALSE(fault["message"]["zh"].text().empty());
      EXPECT_FALSE(fault["message"]["en"].text().empty());
      EXPECT_NE(fault["message"]["zh"], fault["message"]["en"]);
    }
    EXPECT_TRUE(found) << "expected " << one.path << ", got " << paths(faults);
  }
}

/// One number for all ways of a check, in place of theirs: 80 % of retention whichever counts a county has.
TEST(Variants, ALimitThatAllWaysShareIsChangedByOneNumber) {
  const auto with = [](const char* item, const char* check) {
    Library library = junheng::load_library();
    const std::string limit = R"("limit":{"value":"0.8","source":"nanchuan-2021","confidence":"S"})";
    const auto faults = library.add(child(R"("parts":[{"id":"quality","items":[{"id":")" + std::string(item) +
                                          R"(","checks":[{"id":")" + check + R"(",)" + limit + "}]}]}]"));
    return std::pair(std::move(library), paths(faults));
  };
  const auto [library, faults] = with("Q1", "retention");
  ASSERT_EQ(faults, "");
  for (const char* facts : {"初中三年巩固率\t82%",
                            "三年前初中一年级在校生数\t100\n本届毕业学生人数\t82\n毕业年级三年转入学生数\t0\n"
                            "毕业年级三年转出学生数\t0\n毕业年级三年死亡学生数\t0"}) {
    EXPECT_EQ(by(library, "quality-2017", "", facts).item_verdict("Q1"), Verdict::fail) << facts;
    EXPECT_EQ(by(library, "mine", "", facts).item_verdict("Q1"), Verdict::pass) << facts;
  }
  const std::vector<junheng::StandardChange>& changes = library.standard("mine")->own->changes;
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].path + " " + changes[0].before + " " + changes[0].after,
            "/parts/quality/items/Q1/checks/retention/limit/value 0.95 0.8");
  EXPECT_EQ(changes[0].kind, junheng::ChangeKind::changed);
  EXPECT_EQ(with("Q9", "level_chinese").second, "");
  // Three ways that ask different things: no number of one is that of another.
  Library other = junheng::load_library();
  EXPECT_EQ(paths(other.add(child(R"("parts":[{"id":"government","items":[{"id":"G4","checks":[{"id":"size","limit":{
                "value":"9","source":"nanchuan-2021","confidence":"S"}}]}]}])"))),
            "/parts/0/items/0/checks/0/limit (nothing, where the ways have no limit in common) ");
}

std::string with_limits(const char* item, const char* check, const std::string& limits) {
  return child(R"("parts":[{"id":"government","items":[{"id":")" + std::string(item) + R"(","checks":[{"id":")" +
               check + R"(","limits":[)" + limits + "]}]}]}]");
}

std::string limit(const char* id, const char* value) {
  return std::string(R"({"id":")") + id + R"(","value":")" + value + R"(","source":"nanchuan-2021","confidence":"S"})";
}

/// What is asked of a stage or a kind of school is changed by its name, in all ways that have it, and nothing else is.
TEST(Variants, ALimitOfAStageOrAKindOfSchoolIsChangedByItsName) {
  const auto with = [](const char* item, const char* check, const std::string& limits) {
    Library library = junheng::load_library();
    EXPECT_EQ(paths(library.add(with_limits(item, check, limits))), "");
    return library;
  };
  const Library near = with("G13", "near", limit("middle", "0.9"));
  for (const char* facts : {"就近划片入学比例(小学)\t100%\n就近划片入学比例(初中)\t92%",
                            "就近划片入学学生数(小学)\t100\n就近划片入学学生数(初中)\t92\n"
                            "应就近划片入学学生数(小学)\t100\n应就近划片入学学生数(初中)\t100"}) {
    EXPECT_EQ(by(near, "quality-2017", "", facts).item_verdict("G13"), Verdict::fail) << facts;
    EXPECT_EQ(by(near, "mine", "", facts).item_verdict("G13"), Verdict::pass) << facts;
  }
  EXPECT_EQ(by(near, "mine", "", "就近划片入学比例(小学)\t99%\n就近划片入学比例(初中)\t92%").item_verdict("G13"),
            Verdict::fail)
      << "the other stage is as it was";

  const Library size = with("G4", "size", limit("others", "2200") + "," + limit("nine_year", "3000"));
  const auto table = [](const char* type, int pupils) {
    return test::quality_sheet({test::good_row("甲", type, pupils)}).tsv();
  };
  EXPECT_EQ(by(size, "quality-2017", table("小学", 2100)).item_verdict("G4"), Verdict::fail);
  EXPECT_EQ(by(size, "mine", table("小学", 2100)).item_verdict("G4"), Verdict::pass);
  EXPECT_EQ(by(size, "mine", table("小学", 2300)).item_verdict("G4"), Verdict::fail);
  const auto limits = [&size](const char* standard) {
    std::string values;
    for (const junheng::Part& part : size.standard(standard)->parts)
      for (const junheng::Item& item : part.items)
        if (item.id == "G4")
          for (const junheng::LimitRow& row : item.checks.front().ways.front().limits)
            values += to_text(row.limit.value) + " ";
    return values;
  };
  EXPECT_EQ(limits("quality-2017"), "3000 3000 2400 2400 2000 2500 2400 2400 2000 ");
  EXPECT_EQ(limits("mine"), "3000 3000 2400 2400 2000 3000 2400 2400 2200 ") << "what is not named is not changed";
}

TEST(Variants, ANamedLimitIsComparedWithTheParentsAndKeptByAChild) {
  Library library = junheng::load_library();
  ASSERT_EQ(paths(library.add(with_limits("G4", "size", limit("others", "2200") + "," + limit("nine_year", "2500")))),
            "");
  const std::vector<junheng::StandardChange>& changes = library.standard("mine")->own->changes;
  ASSERT_EQ(changes.size(), 1U) << "the same number is no change";
  EXPECT_EQ(changes[0].path + " " + changes[0].before + " " + changes[0].after,
            "/parts/government/items/G4/checks/size/limits/others/value 2000 2200");
  EXPECT_EQ(changes[0].kind, junheng::ChangeKind::changed);
  ASSERT_EQ(paths(library.add(child("", "mine", "third"))), "");
  EXPECT_EQ(by(library, "third", test::quality_sheet({test::good_row("甲", "小学", 2100)}).tsv()).item_verdict("G4"),
            Verdict::pass);
}

TEST(Variants, ALimitThatNoWayHasIsNone) {
  const auto faults = [](const char* item, const char* check, const std::string& limits) {
    Library library = junheng::load_library();
    return paths(library.add(with_limits(item, check, limits)));
  };
  const std::string at = "/parts/0/items/0/checks/0/limits/0";
  EXPECT_EQ(faults("G4", "size", limit("tenth", "9")), at + "/id (the id of a limit of its ways) ");
  EXPECT_EQ(faults("G9", "trained", limit("others", "9")), at + "/id (the id of a limit of its ways) ");
  EXPECT_NE(faults("G4", "size", R"({"value":"9","source":"nanchuan-2021","confidence":"S"})"), "");
  EXPECT_NE(faults("G4", "size", limit("others", "viel")), "");
}

}  // namespace
