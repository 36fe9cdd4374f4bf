// SPDX-License-Identifier: MIT
// Any bytes as a table: found, mapped, evaluated and written as an answer. Behind the last NUL byte stand decisions of
// a person, eight bytes each, so that edits, chosen columns and headers are tried too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "demand.h"
#include "json/json_tree.h"
#include "support/account.h"
#include "support/accounted.h"
#include "support/outcome.h"

namespace {

using fuzz::demand;
using junheng::TableChoices;

/// Bytes of the input taken one after the other; 0 behind the end.
class Bytes {
 public:
  explicit Bytes(std::string_view rest) : rest_(rest) {}
  [[nodiscard]] bool empty() const { return rest_.empty(); }
  std::uint8_t one() {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<std::uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

 private:
  std::string_view rest_;
};

TableChoices choices_of(Bytes bytes) {
  static const char* const texts[] = {"", "45", "一小", "合计", "\"", " \t\n", "小学", "1:17", "在校生数", "1200㎡"};
  const auto& fields = test::library().vocabulary.fields;
  TableChoices choices;
  while (!bytes.empty()) {
    const std::uint8_t kind = bytes.one();
    const TableChoices::Place place{static_cast<std::uint32_t>(kind >> 6U), bytes.one()};
    const std::uint16_t column = bytes.one();
    const std::uint8_t a = bytes.one();
    const std::uint8_t b = bytes.one();
    if (kind % 4 == 0) choices.edits.push_back({place, column, texts[a % std::size(texts)]});
    if (kind % 4 == 1) choices.left_out.push_back(place);
    if (kind % 4 == 2) {
      const auto& field = fields[a % fields.size()];
      const char* const stage = b % 3 == 0 ? "primary" : b % 3 == 1 ? "middle" : "";
      choices.columns.push_back({column, b > 250 ? std::string() : field.id, stage, b % 2 == 0 ? "万元" : ""});
    }
    if (kind % 4 == 3) {
      choices.header_first = place;
      choices.header_last = place.line + a % 5;
    }
  }
  return choices;
}

/// Several tables as the corpus has them: each with two marks around its name. Anywhere else they are characters.
test::Tables tables_of(std::string_view all) {
  constexpr char kSheet = '\x1C';
  constexpr char kNameEnd = '\x1D';
  if (all.empty() || all.front() != kSheet) return std::string(all);
  test::Tables tables;
  while (!all.empty()) {
    all.remove_prefix(1);
    const std::string_view one = all.substr(0, all.find(kSheet));
    const std::size_t name = std::min(one.find(kNameEnd), one.size());
    tables += test::sheet(std::string(one.substr(0, name)), std::string(one.substr(std::min(name + 1, one.size()))));
    all.remove_prefix(one.size());
  }
  return tables;
}

void check_layout(const junheng::Layout& layout, const junheng::Issues& issues) {
  const junheng::Table& table = layout.table;
  demand(layout.columns.size() == table.columns.size(), "a finding for each column");
  demand(table.columns.size() <= junheng::kMostColumns, "no more columns than can be counted");
  for (const junheng::Span& column : table.columns)
    demand(std::size_t{column.begin} + column.length <= table.text.size(), "a header stands in the text");
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const junheng::ColumnFinding& column = layout.columns[i];
    demand(column.sureness != junheng::Sureness::asked || (column.proposal && !column.match),
           "what is asked about is proposed and not used");
    demand(column.match || column.sureness != junheng::Sureness::sure, "what is sure is used");
  }
  for (std::size_t i = 1; i < table.records.size(); ++i)
    demand(table.records[i - 1].begin <= table.records[i].begin, "records follow each other");
  for (const junheng::Issue& issue : issues)
    demand(std::size_t{issue.begin} + issue.length <= table.text.size(), "what was found stands in the text");
}

void check_evaluation(test::Tables tables, const junheng::Standard& standard, const TableChoices& choices) {
  junheng::Request request;
  request.reading = choices;
  const test::Outcome outcome(std::move(tables), request, standard);
  const auto& result = outcome.result;
  demand(result.counties.size() == result.roster.counties.size(), "a verdict for each county");
  demand(result.balance.size() == result.split.stages.size(), "a balance for each stage");
  demand(result.unit_verdict.size() == result.split.units.size(), "a verdict for each unit");
  demand(result.verdict == junheng::Verdict::fail || result.verdict == junheng::Verdict::unknown,
         "a table of schools alone never passes a county: other parts are not stated");
  for (const auto& issue : result.issues) {
    demand(std::size_t{issue.begin} + issue.length <= result.table.text.size(), "what was found stands in the text");
    demand(issue.column == junheng::kNoColumn || issue.column < result.table.columns.size(),
           "an issue's column exists");
  }
  for (const auto& stage : result.balance) {
    for (const auto& indicator : stage.indicators) {
      const bool known = indicator.spread.cv == indicator.spread.cv;  // not NaN
      demand(known || indicator.verdict != junheng::Verdict::pass, "no coefficient, no pass");
      demand(!known || indicator.spread.cv >= 0, "a coefficient is not negative");
    }
  }
  const std::string json = outcome.json(junheng::Detail::full);
  demand(junheng::JsonTree::parse(json).root().is_object(), "the answer is an object");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(all.rfind('\0'), all.size());
  const test::Tables tables = tables_of(all.substr(0, end));
  const TableChoices choices = choices_of(Bytes(all.substr(std::min(end + 1, all.size()))));
  const auto& vocabulary = test::library().vocabulary;
  junheng::Issues issues;
  junheng::Layout layout = junheng::find_layout(tables.sources, vocabulary, choices, issues);
  check_layout(layout, issues);
  for (const junheng::SourceText& source : tables.sources) {
    junheng::Issues ignored;
    junheng::Table table = junheng::read_records(source.text, ignored);
    demand(test::all_in_cells(table), "every byte that is not blank stands in a cell");
  }
  const junheng::Roster roster = junheng::map_roster(layout.table, vocabulary, issues, layout.columns, layout.totals);
  demand(roster.rows() <= layout.table.rows(), "no school out of nothing");
  demand(choices == TableChoices{} ? test::gap_in(tables).empty() : true, "every row is read or named");
  // One standard an input, both in turn: the fuzzer is twice as fast and sees both.
  check_evaluation(tables, size % 2 == 0 ? test::quality() : test::basic(), choices);
  return 0;
}
