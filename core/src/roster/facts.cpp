// SPDX-License-Identifier: MIT
#include "junheng/facts.h"

#include <algorithm>

#include "base/decimal_ratio.h"
#include "base/utf8.h"
#include "json/json_tree.h"
#include "junheng/record.h"
#include "roster/fact_names.h"
#include "table/cell.h"

namespace junheng {
namespace {

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2199;

/// "2023", "2023年", "2023年度": the year; 0 for anything else.
std::uint16_t year_of(std::string_view text) {
  const std::string plain = normalised(text);
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i >= plain.size() || plain[i] < '0' || plain[i] > '9') return 0;
    year = year * 10 + (plain[i] - '0');
  }
  const std::string_view behind = std::string_view(plain).substr(4);
  const bool alone = behind.empty() || behind == "年" || behind == "年度";
  return alone && year >= kFirstYear && year <= kLastYear ? static_cast<std::uint16_t>(year) : std::uint16_t{0};
}

/// Where a value belongs, and what is written around it.
struct Place {
  std::uint8_t stage = kNoStage;
  std::uint16_t year = 0;
  std::uint32_t line = kNoLine;
  std::string_view unit;
  std::string_view note;
};

/// Reads the facts of counties from a JSON text, from a pasted table or from what was written of facts at hand into
/// facts_; all ways end in cell(), so that a value means the same in each.
///
/// Steps: read() tells the forms apart. Facts at hand: again() finds the name anew. JSON: county() and members() go through the keys, keyed() through coefficients
/// and scores, value() takes stages and years off a value. Table: roles() finds what each column is, line() the name
/// and the values of a row. cell() splits off the unit, reads the number, converts it to the unit of its field, checks
/// its range and keeps it; a value that is not understood is kept as it was written (CountyFacts::unread).
class FactReader {
 public:
  FactReader(const Standard& standard, const Vocabulary& vocabulary) : standard_(standard), vocabulary_(vocabulary) {}

  Facts read(std::string_view text) {
    const std::string_view plain = trimmed(text);
    if (plain.empty()) return {};
    const JsonTree tree = plain.front() == '{' || plain.front() == '[' ? JsonTree::parse(plain) : JsonTree();
    if (tree.root().is_object()) {
      county(tree.root());
    } else if (tree.root().is_list()) {
      for (const Json one : tree.root())
        county(one);
    } else {
      table(std::string(text));
    }
    return std::move(facts_);
  }

  Facts read(std::span<const CountyFacts> written) {
    for (const CountyFacts& county : written) {
      facts_.counties.emplace_back().county = county.county;
      for (const std::vector<Fact>* facts : {&county.facts, &county.unread}) {
        for (const Fact& fact : *facts)
          again(fact);
      }
    }
    return std::move(facts_);
  }

 private:
  void complain(IssueCode code, std::string found, const Place& place, std::uint16_t field = kNoSubject,
                std::uint16_t item = kNoSubject) {
    facts_.issues.push_back({code, field, place.line, std::move(found), item});
  }

  /// A complaint about the value of a fact. Points are those of an item and of its part's sum.
  void complain_of(const FactName& name, IssueCode code, std::string found, const Place& place) {
    const std::uint16_t item = name.field == kNoSubject ? item_of_key(name.key, standard_) : kNoSubject;
    const Part* const part = item_at(item, standard_).part;
    const bool points = name.kind != FieldKind::flag && part != nullptr && part->score;
    complain(code, std::move(found), place, points ? part->score->total : name.field, item);
  }

  // ---- facts at hand ------------------------------------------------------------------------------------------

  void again(const Fact& fact) {
    const Place place{fact.stage, fact.year, kNoLine, fact.unit, fact.note};
    std::optional<FactName> name;
    for (const std::string_view prefix : {kCoefficientKey, kScoreKey}) {
      if (!given_by_id(fact, prefix) || !known(prefix, fact.name)) continue;
      name.emplace();
      name->key = fact.key;
    }
    if (!name) name = match_fact(fact.name, standard_, vocabulary_);
    if (!name) return complain(IssueCode::fact_unknown, fact.name, place);
    cell(*name, fact.name, fact.found, place);
  }

  // ---- JSON ---------------------------------------------------------------------------------------------------

  void county(Json object) {
    facts_.counties.emplace_back();
    members(object);
  }

  void members(Json object) {
    for (const Json member : object) {
      const std::string_view key = member.key();
      if (key == "facts" || key == "items") {
        members(member);
      } else if (key == "name") {
        facts_.counties.back().county = member.text();
      } else if (key == "coefficients") {
        keyed(member, kCoefficientKey, FieldKind::amount, {});
      } else if (key == "scores") {
        keyed(member, kScoreKey, FieldKind::amount, {});
      } else if (const auto name = match_fact(key, standard_, vocabulary_)) {
        Place place;
        place.stage = name->stage;
        value(*name, key, member, place);
      } else {
        complain(IssueCode::fact_unknown, std::string(key), {});
      }
    }
  }

  /// { "primary": { "<id>": 0.3 } } or { "<id>": 3 }.
  void keyed(Json object, std::string_view prefix, FieldKind kind, const Place& place) {
    for (const Json member : object) {
      const auto stage = stage_word(member.key());
      if (stage && member.is_object()) {
        Place inside = place;
        inside.stage = static_cast<std::uint8_t>(*stage);
        keyed(member, prefix, kind, inside);
        continue;
      }
      if (!known(prefix, member.key())) {
        complain(IssueCode::fact_unknown, std::string(member.key()), place);
        continue;
      }
      FactName name;
      name.kind = kind;
      name.key.append(prefix).append(member.key());
      value(name, member.key(), member, place);
    }
  }

  const Item* item_of(std::string_view id) const {
    for (const Part& part : standard_.parts) {
      for (const Item& item : part.items)
        if (item.id == id) return &item;
    }
    return nullptr;
  }

  bool known(std::string_view prefix, std::string_view id) const {
    if (prefix == kScoreKey) return item_of(id) != nullptr;
    return std::any_of(standard_.indicators.begin(), standard_.indicators.end(),
                       [&](const Indicator& one) { return one.id == id; });
  }

  bool by_year(const FactName& name) const { return name.field != kNoSubject && vocabulary_.fields[name.field].series; }

  /// Points and coefficients are never negative; nobody gets more points than there are, for an item or in all.
  bool in_range(const FactName& name, Decimal value) const {
    if (value.mantissa < 0) return name.kind == FieldKind::percent;
    for (const Part& part : standard_.parts) {
      if (!part.score || part.score->total != name.field) continue;
      return compare(ratio_of(value), part.score->full) != std::strong_ordering::greater;
    }
    const std::string_view key = name.key;
    if (key.substr(0, kScoreKey.size()) != kScoreKey) return true;
    const Item* const item = item_of(key.substr(kScoreKey.size()));
    if (item == nullptr || !item->points) return true;
    return compare(ratio_of(value), *item->points) != std::strong_ordering::greater;
  }

  std::optional<Stage> stage_word(std::string_view word) const {
    const auto stage = of_id<Stage>(word);
    return stage ? stage : vocabulary_.match_stage(word);
  }

  void value(const FactName& name, std::string_view written, Json json, Place place) {
    if (json.is_object()) {
      place.unit = json.find("unit").text();
      place.note = json.find("note").text();
      if (json.has("value")) return value(name, written, json.find("value"), place);
      for (const Json member : json) {
        if (member.key() == "unit" || member.key() == "note") continue;
        Place inside = place;
        inside.year = year_of(member.key());
        const auto stage = stage_word(member.key());
        if (stage) inside.stage = static_cast<std::uint8_t>(*stage);
        if (inside.year != 0 || stage) {
          if (inside.year == 0) inside.year = place.year;
          value(name, written, member, inside);
        } else {
          complain(IssueCode::fact_unknown, std::string(written) + " / " + std::string(member.key()), place);
        }
      }
      return;
    }
    if (json.is_boolean()) return cell(name, written, json.boolean() ? "true" : "false", place);
    if (json.is_list()) return complain_of(name, IssueCode::fact_unreadable, std::string(written), place);
    cell(name, written, json.is_number() ? json.number_text() : json.text(), place);
  }

  // ---- a table ------------------------------------------------------------------------------------------------

  struct Column {
    std::optional<FactColumn> role;
    std::uint16_t year = 0;
    std::uint8_t stage = kNoStage;
  };

  void table(std::string text) {
    Issues ignored;  // unclosed quotes and the like show in the values themselves
    Table table = read_table(std::move(text), ignored);
    facts_.counties.emplace_back();
    std::vector<std::string_view> cells;
    for (const Span span : table.columns)
      cells.push_back(table.at(span));
    std::vector<Column> columns = roles(cells);
    const bool header = !columns.empty();
    if (!header) columns = roles_by_count(cells.size());
    std::vector<std::vector<Span>> rows;
    std::vector<std::uint32_t> lines;
    if (!header && !table.columns.empty()) {
      rows.push_back(table.columns);
      lines.push_back(1);
    }
    for (std::size_t row = 0; row < table.rows(); ++row) {
      CellReader reader(table, row);
      rows.emplace_back();
      lines.push_back(table.records[row].line);
      for (Span span; reader.next(span);)
        rows.back().push_back(span);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
      cells.clear();
      for (const Span span : rows[row])
        cells.push_back(trimmed(table.at(span)));
      line(columns, cells, lines[row]);
    }
  }

  /// What the header says of each column; empty: this is no header.
  std::vector<Column> roles(const std::vector<std::string_view>& cells) const {
    std::vector<Column> columns(cells.size());
    bool named = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Column& column = columns[i];
      column.role = vocabulary_.match_fact_column(cells[i]);
      column.year = year_of(cells[i]);
      const auto stage = vocabulary_.match_stage(cells[i]);
      if (stage) column.stage = static_cast<std::uint8_t>(*stage);
      if (column.year != 0 || stage) column.role = FactColumn::value;
      if (column.role == FactColumn::name) named = true;
    }
    return named ? columns : std::vector<Column>();
  }

  /// Name and value; name, unit and value; and behind them a note.
  static std::vector<Column> roles_by_count(std::size_t count) {
    std::vector<Column> columns(count);
    const FactColumn three[] = {FactColumn::name, FactColumn::unit, FactColumn::value, FactColumn::note};
    const FactColumn two[] = {FactColumn::name, FactColumn::value};
    for (std::size_t i = 0; i < count && i < 4; ++i) {
      if (count > 2) columns[i].role = three[i];
      if (count <= 2) columns[i].role = two[i];
    }
    return columns;
  }

  static std::string_view in_role(const std::vector<Column>& columns, const std::vector<std::string_view>& cells,
                                  FactColumn role) {
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
      if (columns[i].role == role && !cells[i].empty()) return cells[i];
    }
    return {};
  }

  void line(const std::vector<Column>& columns, const std::vector<std::string_view>& cells, std::uint32_t line) {
    const std::string_view written = in_role(columns, cells, FactColumn::name);
    if (written.empty()) return;
    Place place;
    place.line = line;
    place.unit = in_role(columns, cells, FactColumn::unit);
    place.note = in_role(columns, cells, FactColumn::note);
    const auto name = match_fact(written, standard_, vocabulary_);
    bool any = false;
    // Columns of years: what does not stand once for each year is taken from the latest.
    std::uint16_t latest = 0;
    bool verdicts = false;
    for (const Column& column : columns) {
      latest = std::max(latest, column.year);
      verdicts = verdicts || column.role == FactColumn::verdict;
    }
    for (std::size_t i = 0; i < columns.size() && i < cells.size(); ++i) {
      if (name && !by_year(*name) && columns[i].year != 0 && columns[i].year != latest) continue;
      // A form has two columns for an item: what was found, in words, and whether it is met.
      const bool verdict = columns[i].role == FactColumn::verdict && name && name->kind == FieldKind::flag;
      if ((columns[i].role != FactColumn::value && !verdict) || cells[i].empty()) continue;
      if (name && name->kind == FieldKind::flag && !verdict && verdicts && !vocabulary_.match_flag(cells[i])) {
        place.note = cells[i];
        continue;
      }
      any = true;
      if (!name) break;
      Place inside = place;
      inside.year = columns[i].year;
      inside.stage = columns[i].stage != kNoStage ? columns[i].stage : name->stage;
      cell(*name, written, cells[i], inside);
    }
    if (any && !name) complain(IssueCode::fact_unknown, std::string(written), place);
  }

  // ---- one value ------------------------------------------------------------------------------------------------

  /// A number with its unit behind it: "14.65万元", "Ⅲ级".
  static void split_unit(std::string_view& text, std::string_view& unit) {
    constexpr std::string_view kNumber = "0123456789";
    const std::size_t last = text.find_last_of(kNumber);
    if (last == std::string_view::npos || last + 1 == text.size()) return;
    const std::string_view behind = trimmed(text.substr(last + 1));
    if (behind.empty() || behind == "%" || behind == "％") return;
    unit = behind;
    text = text.substr(0, last + 1);
  }

  /// Ⅰ to Ⅻ, with or without 级 behind: 1 to 12.
  static std::optional<Decimal> roman(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const char32_t point = take_code_point(text);
    constexpr char32_t kOne = 0x2160;
    constexpr char32_t kTwelve = 0x216B;
    if (point < kOne || point > kTwelve || (!text.empty() && text != "级")) return std::nullopt;
    return Decimal{static_cast<std::int64_t>(point - kOne) + 1, 0};
  }

  void cell(const FactName& name, std::string_view written, std::string_view text, const Place& place) {
    text = trimmed(text);
    if (text.empty() || (name.kind != FieldKind::flag && vocabulary_.is_missing_mark(text))) return;
    if (name.kind == FieldKind::text) return county_name(name, text);
    const auto bad = [&](IssueCode code) {
      complain_of(name, code, std::string(written) + "：" + std::string(text), place);
    };
    std::string_view digits = text;
    std::string_view unit = place.unit;
    NumberCell number;
    if (const auto level = roman(text)) {
      number = {CellState::number, *level, false, std::nullopt, std::nullopt};
    } else {
      if (name.kind != FieldKind::flag) split_unit(digits, unit);
      number = read_quantity_cell(digits, name.kind, vocabulary_);
    }
    const std::uint16_t year = by_year(name) ? place.year : std::uint16_t{0};
    CountyFacts& county = facts_.counties.back();
    const auto unread = [&] {
      county.unread.push_back({name.key,
                               place.stage,
                               year,
                               {},
                               place.line,
                               std::string(written),
                               std::string(text),
                               std::string(place.note),
                               std::string(place.unit)});
      bad(decides_nothing(name) ? IssueCode::fact_needs_number : IssueCode::fact_unreadable);
    };
    if (number.problem || number.state != CellState::number) return unread();
    Conversion conversion = name.conversion;
    if (name.field != kNoSubject && name.kind != FieldKind::flag) {
      const Field& field = vocabulary_.fields[name.field];
      if (const auto known = vocabulary_.match_unit(field, unit)) {
        if (known->changes()) conversion = *known;
      } else if (unit.size() != place.unit.size()) {
        return unread();
      }
    }
    if (!in_range(name, number.value)) return unread();
    if (conversion.changes()) {
      const auto changed = converted(number.value, conversion);
      if (!changed) return unread();
      number.value = *changed;
      bad(IssueCode::fact_converted);
    }
    if (name.kind == FieldKind::count && number.value.scale > 0) return unread();
    if (name.kind == FieldKind::percent && !number.percent && number.value.mantissa != 0 &&
        parse_decimal(digits).value == number.value) {
      bad(IssueCode::fact_fraction);
    }
    if (county.find(name.key, place.stage, year) != nullptr) return bad(IssueCode::fact_twice);
    county.facts.push_back({name.key, place.stage, year, number.value, place.line, std::string(written),
                            std::string(text), std::string(place.note), std::string(place.unit)});
    if (decides_nothing(name)) bad(IssueCode::fact_needs_number);
  }

  /// A yes or no for an item of numbers.
  bool decides_nothing(const FactName& name) const {
    if (name.field != kNoSubject || name.kind != FieldKind::flag) return false;
    const Item* const item = item_at(item_of_key(name.key, standard_), standard_).item;
    return item != nullptr && !is_attested(*item);
  }

  void county_name(const FactName& name, std::string_view text) {
    if (name.key == "county") facts_.counties.back().county = text;
  }

  const Standard& standard_;
  const Vocabulary& vocabulary_;
  Facts facts_;
};

}  // namespace

const Fact* CountyFacts::find(std::string_view key, std::uint8_t stage, std::uint16_t year) const {
  for (const Fact& fact : facts) {
    if (fact.key == key && fact.stage == stage && fact.year == year) return &fact;
  }
  return nullptr;
}

Facts read_facts(std::string_view text, const Standard& standard, const Vocabulary& vocabulary) {
  return FactReader(standard, vocabulary).read(text);
}

Facts read_facts(std::span<const CountyFacts> written, const Standard& standard, const Vocabulary& vocabulary) {
  return FactReader(standard, vocabulary).read(written);
}

}  // namespace junheng
