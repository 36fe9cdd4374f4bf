// SPDX-License-Identifier: MIT
#include "junheng/words.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/utf8.h"
#include "json/json_tree.h"
#include "words/findings.h"

namespace junheng {
namespace {

/// A cell is shown in full up to this many code points: enough to recognise it, short enough for one line.
constexpr int kLongestFound = 40;
/// The verdict is on the unrounded coefficient; people compare with four digits.
constexpr int kCvDecimals = 4;

std::string shortened(std::string_view text) {
  std::string result;
  for (int points = 0; !text.empty(); ++points) {
    if (points == kLongestFound) return result + "…";
    const char32_t point = take_code_point(text);
    append_code_point(result, point < U' ' ? U' ' : point);
  }
  return result;
}

/// The headers from which an indicator could be computed: the first spelling of each alternative's fields.
std::string accepted_columns(const Words& words, const Indicator& indicator, const Vocabulary& vocabulary) {
  std::string result;
  for (const Resource& resource : indicator.resource) {
    const std::vector<Term>& terms = resource.terms;
    std::string sum;
    for (const Term& term : terms)
      join(sum, " + ", vocabulary.fields[term.field].label.zh);
    join(result, words.language == Language::zh ? "；或 " : "; or ", sum);
  }
  return result;
}

std::string items_sentence(const Words& words, const Reason& reason, const Evaluation& e) {
  std::string ids;
  const std::vector<Item>& items = e.standard->parts[reason.part].items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if ((reason.indicators >> i & 1U) == 0) continue;
    join(ids, comma(words), items[i].id);
  }
  return filled(words, "reason.items_unknown", {{"count", std::to_string(reason.count)}, {"items", ids}});
}

std::string item_sentence(const Words& words, const Reason& reason, std::uint32_t county, const Evaluation& e) {
  const Item& item = e.standard->parts[reason.part].items[reason.item];
  const ItemResult& result = e.counties[county].parts[reason.part].items[reason.item];
  std::string findings;
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    if (result.checks[i].verdict != Verdict::fail) continue;
    join(findings, semicolon(words), finding(words, item, item.checks[i], result.checks[i], e));
  }
  return filled(words, "reason.item_fails",
                {{"item", item.id}, {"title", item.title.in(words.language)}, {"finding", findings}});
}

}  // namespace

void join(std::string& list, std::string_view between, std::string_view next) {
  if (!list.empty()) list += between;
  list += next;
}

std::string_view comma(const Words& words) {
  return words.language == Language::zh ? "、" : ", ";
}

std::string_view semicolon(const Words& words) {
  return words.language == Language::zh ? "；" : "; ";
}

std::string stage_text(const Words& words, std::uint8_t stage) {
  if (stage == kNoStage) return {};
  return filled(words, "stage.", id_of(static_cast<Stage>(stage)), {});
}

std::string filled(std::string_view text, const Places& places) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open);
    result += text.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    for (const Place& place : places) {
      if (place.name == name) result += *place.value;
    }
    text.remove_prefix(close + 1);
  }
  return result;
}

std::string filled(const Words& words, const char* key, const Places& places) {
  return filled(words, key, "", places);
}

std::string filled(const Words& words, const char* group, std::string_view id, const Places& places) {
  const std::string key = group + std::string(id);
  return filled(words.text(key), places);
}

std::string_view Words::text(const char* key) const {
  return text(std::string_view(key));
}

std::string_view Words::text(std::string_view key) const {
  const auto at = texts.find(key);
  return at == texts.end() ? key : std::string_view(at->second);
}

Words load_words(std::string_view json, Language language) {
  Words words;
  words.language = language;
  const JsonTree tree = JsonTree::parse(json);
  for (const Json entry : tree.root()) {
    if (entry.is_text()) words.texts.emplace(entry.key(), entry.text());
  }
  return words;
}

namespace {

/// "第 7 行", or "第 7 列" where a school is a column; with the sheet where there are several.
std::string line_text(const Words& words, const char* line, const char* column, const Issue& issue,
                      const Evaluation& e) {
  const SheetLine place = sheet_line(e.sheets, issue.line);
  const Sheet sheet = place.sheet < e.sheets.size() ? e.sheets[place.sheet] : Sheet();
  std::string text = filled(words, sheet.transposed ? column : line, {{"row", std::to_string(place.line)}});
  if (e.sheets.size() < 2 || issue.line == kNoLine) return text;
  return filled(words, "place.sheet", {{"sheet", sheet.name}, {"line", text}});
}

}  // namespace

std::string sentence(const Words& words, const Issue& issue, const Evaluation& e) {
  const std::string_view found = e.table.at({issue.begin, issue.length});
  const std::string column =
      issue.column == kNoColumn ? std::string() : shortened(e.table.at(e.table.columns[issue.column]));
  std::string accepted(words.text("accept.type"));
  std::string field;
  std::string unit;
  std::string indicator;
  if (issue.subject != kNoSubject && !subject_is_indicator(issue.code)) {
    const Field& known = e.vocabulary->fields[issue.subject];
    field = known.label.in(words.language);
    unit = known.unit.in(words.language);
    accepted = words.text(known.kind == FieldKind::count     ? "accept.count"
                          : known.kind == FieldKind::flag    ? "accept.flag"
                          : known.kind == FieldKind::percent ? "accept.percent"
                                                             : "accept.amount");
  } else if (issue.subject != kNoSubject) {
    const Indicator& known = e.standard->indicators[issue.subject];
    indicator = known.title.in(words.language);
    accepted = accepted_columns(words, known, *e.vocabulary);
  }
  const std::string text = shortened(found);
  // The same doubt about a whole column names no school.
  const bool of_column = issue.code == IssueCode::magnitude && issue.line == kNoLine;
  return filled(words, "issue.", of_column ? "magnitude_column" : id_of(issue.code),
                {{"line", line_text(words, "place.line", "place.column", issue, e)},
                 {"Line", line_text(words, "place.Line", "place.Column", issue, e)},
                 {"column", column},
                 {"found", text},
                 {"school", text},
                 {"accepted", accepted},
                 {"field", field},
                 {"unit", unit},
                 {"indicator", indicator}});
}

std::string unknown_standard_sentence(const Words& words, std::string_view id, const std::deque<Standard>& standards) {
  std::string accepted;
  for (const Standard& one : standards)
    join(accepted, ", ", one.id);
  return filled(words, "issue.unknown_standard", {{"found", shortened(id)}, {"accepted", accepted}});
}

std::string fault_sentence(const Words& words, const StandardFault& fault) {
  // The loader's English is the key; what names the file's own words stands as it is.
  const auto known = words.texts.find("accepted." + fault.accepted);
  return filled(words, "standard.fault",
                {{"path", fault.path.empty() ? "/" : fault.path},
                 {"accepted", known == words.texts.end() ? fault.accepted : known->second}});
}

std::string sentence(const Words& words, const Reason& reason, std::uint32_t county, const Evaluation& e) {
  std::string indicator;
  if (reason.code == ReasonCode::items_unknown) return items_sentence(words, reason, e);
  if (reason.code == ReasonCode::item_fails) return item_sentence(words, reason, county, e);
  if (reason.indicator != kNoSubject) indicator = e.standard->indicators[reason.indicator].title.in(words.language);
  for (std::size_t i = 0; i < e.standard->indicators.size(); ++i) {
    if ((reason.indicators >> i & 1U) == 0) continue;
    join(indicator, comma(words), e.standard->indicators[i].short_title.in(words.language));
  }
  return filled(words, "reason.", id_of(reason.code),
                {{"stage", stage_text(words, reason.stage)},
                 {"indicator", indicator},
                 {"count", std::to_string(reason.count)},
                 {"value", number_beside_limit(reason.value, reason.limit, kCvDecimals, false, false)},
                 {"limit", number_text(reason.limit, 2)}});
}

std::string sentence(const Words& words, const LeftOutUnit& unit, const Evaluation& e) {
  std::string reason;
  if (unit.why == LeftOut::excluded) {
    const Exclusion& rule = e.standard->exclusions[unit.rule];
    reason = filled(rule.reason.in(words.language),
                    {{"limit", rule.pupils_below ? to_text(*rule.pupils_below) : std::string()}});
  }
  return filled(words, "left_out.", id_of(unit.why), {{"reason", reason}, {"stage", stage_text(words, unit.stage)}});
}

}  // namespace junheng
