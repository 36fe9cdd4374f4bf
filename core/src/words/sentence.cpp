// SPDX-License-Identifier: MIT
#include "junheng/sentence.h"

#include <algorithm>
#include <vector>

#include "judge/undivided.h"
#include "junheng/finding.h"
#include "junheng/judged_text.h"
#include "junheng/lookup.h"
#include "junheng/option_text.h"
#include "junheng/own_text.h"
#include "roster/fact_names.h"
#include "words/fill.h"
#include "words/quoted.h"
#include "words/refused_decision.h"

namespace junheng {
namespace {

/// Numbers named in the remark on an item that asks for many: 国家义务教育质量监测 has a dozen.
constexpr std::size_t kNumbersNamed = 6;
/// Limits of coefficients have two digits, those of points as many as they need.
constexpr int kCvLimitDecimals = 2;
constexpr int kMostLimitDecimals = 4;

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

/// What a field takes, or points of an item, or what an item is stated as.
std::string accepted_value(const Words& words, const Issue& issue, const Evaluation& e) {
  const ItemPlace place = item_at(issue.item, *e.standard);
  if (issue.subject == kNoSubject)
    return std::string(words.text(place.item != nullptr ? "accept.flag" : "accept.amount"));
  const auto points = [&](Decimal most) { return filled(words, "accept.", "points", {{"most", to_text(most)}}); };
  if (place.item != nullptr && place.item->points) return points(*place.item->points);
  for (const Part& part : e.standard->parts) {
    if (part.score && part.score->total == issue.subject) return points(part.score->full);
  }
  const FieldKind kind = e.vocabulary->fields[issue.subject].kind;
  return std::string(words.text(kind == FieldKind::count     ? "accept.count"
                                : kind == FieldKind::flag    ? "accept.flag"
                                : kind == FieldKind::percent ? "accept.percent"
                                                             : "accept.amount"));
}

/// The numbers an item is judged by: of each check those of its first way.
std::string numbers_asked(const Words& words, const Item& item, const Vocabulary& vocabulary) {
  std::vector<std::uint16_t> fields;
  for (const Check& check : item.checks) {
    if (check.attested || check.informs) continue;
    for (const auto* const terms : {&check.ways.front().quantity.of, &check.ways.front().quantity.over}) {
      for (const Term& term : *terms) {
        if (std::find(fields.begin(), fields.end(), term.field) == fields.end()) fields.push_back(term.field);
      }
    }
  }
  std::string text;
  for (std::size_t i = 0; i < fields.size() && i < kNumbersNamed; ++i)
    join(text, comma(words), vocabulary.fields[fields[i]].label.in(words.language));
  return fields.size() > kNumbersNamed ? text + std::string(words.text("finding.more")) : text;
}

/// "Q9（缺科学学业水平、科学校际差异率）": where a part of an item is there, what is not.
std::string item_without(const Words& words, const Item& item, const ItemResult& result) {
  std::string missing;
  bool any = false;
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    const CheckResult& check = result.checks[i];
    const bool given = check.way || check.fact != nullptr;
    any = any || given;
    if (given || check.verdict != Verdict::unknown) continue;
    const Text& title = item.checks[i].title.zh.empty() ? item.title : item.checks[i].title;
    join(missing, comma(words), title.in(words.language));
  }
  if (!any || missing.empty()) return item.id;
  return filled(words, "finding.missing", {{"item", item.id}, {"checks", missing}});
}

std::string items_sentence(const Words& words, const Reason& reason, std::uint32_t county, const Evaluation& e) {
  std::string ids;
  const std::vector<Item>& items = e.standard->parts[reason.part].items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if ((reason.indicators >> i & 1U) == 0) continue;
    join(ids, comma(words), item_without(words, items[i], e.counties[county].parts[reason.part].items[i]));
  }
  return filled(words, "reason.items_unknown", {{"count", std::to_string(reason.count)}, {"items", ids}});
}

std::string failing_item(const Words& words, const Item& item, const ItemResult& result, const Evaluation& e) {
  std::string findings;
  for (std::size_t i = 0; i < item.checks.size(); ++i) {
    if (result.checks[i].verdict != Verdict::fail) continue;
    join(findings, semicolon(words), finding(words, item, item.checks[i], result.checks[i], e));
  }
  return filled(words, "reason.item_fails",
                {{"item", item.id}, {"title", item.title.in(words.language)}, {"finding", findings}});
}

std::string item_sentence(const Words& words, const Reason& reason, std::uint32_t county, const Evaluation& e) {
  return failing_item(words, e.standard->parts[reason.part].items[reason.item],
                      e.counties[county].parts[reason.part].items[reason.item], e);
}

/// "第 7 行", or "第 7 列" where a school is a column; with the sheet where there are several.
std::string line_text(const Words& words, const char* line, const char* column, const Issue& issue,
                      const Evaluation& e) {
  if (issue.line == kNoLine) return std::string(words.text("place.whole"));
  const SheetLine place = sheet_line(e.sheets, issue.line);
  const Sheet sheet = place.sheet < e.sheets.size() ? e.sheets[place.sheet] : Sheet();
  std::string text = filled(words, sheet.transposed ? column : line, {{"row", std::to_string(place.line)}});
  if (e.sheets.size() < 2) return text;
  return filled(words, "place.sheet", {{"sheet", quoted(words, sheet.name)}, {"line", text}});
}

/// "第 3、7、12 行（共 5 行）": of an issue that stands for all rows of a kind in its sheet.
std::string lines_text(const Words& words, const Issue& issue, const Evaluation& e) {
  constexpr std::size_t kLinesNamed = 5;
  const auto kind = kind_of_issue(issue.code);
  if (!kind || issue.line == kNoLine) return {};
  const std::size_t sheet = sheet_line(e.sheets, issue.line).sheet;
  const auto first =
      std::partition_point(e.rows.begin(), e.rows.end(), [&](const SourceRow& row) { return row.line < issue.line; });
  std::string lines;
  std::size_t count = 0;
  for (auto row = first; row != e.rows.end(); ++row) {
    if (sheet + 1 < e.sheets.size() && row->line > e.sheets[sheet + 1].lines_before) break;
    if (row->kind != *kind || ++count > kLinesNamed) continue;
    join(lines, comma(words), std::to_string(sheet_line(e.sheets, row->line).line));
  }
  std::string text = filled(words, count < 2 ? "place.line" : "place.lines", {{"row", lines}, {"rows", lines}});
  if (count > kLinesNamed) text = filled(words, "place.lines_of", {{"lines", text}, {"count", std::to_string(count)}});
  if (e.sheets.size() < 2) return text;
  return filled(words, "place.sheet", {{"sheet", quoted(words, e.sheets[sheet].name)}, {"line", text}});
}

/// Points have a lower limit, coefficients an upper one.
std::string reason_value(const Reason& reason) {
  if (reason.code == ReasonCode::schools_assumed) return number_text(reason.value, 0);
  if (reason.code == ReasonCode::score_low) return score_text(reason.value, reason.limit, Verdict::fail);
  const Bar bar{reason.limit, false, true};
  return number_beside(reason.value, {&bar, 1}, kCvDecimals);
}

std::string reason_limit(const Reason& reason) {
  const bool points = reason.code == ReasonCode::score_low;
  return number_text(reason.limit, points ? decimals_of(reason.limit, kMostLimitDecimals) : kCvLimitDecimals);
}

bool is_failure(ReasonCode code) {
  return code == ReasonCode::units_fail || code == ReasonCode::cv_over || code == ReasonCode::composite_over ||
         code == ReasonCode::item_fails || code == ReasonCode::score_low || code == ReasonCode::schools_fail;
}

/// A sentence as a part of another: without its full stop.
std::string clause(std::string text) {
  for (const std::string_view stop : {std::string_view("。"), std::string_view(".")}) {
    if (text.size() >= stop.size() && text.compare(text.size() - stop.size(), stop.size(), stop) == 0) {
      text.resize(text.size() - stop.size());
    }
  }
  return text;
}

/// A word of "sum − total = difference", as check_totals() quotes it.
std::string_view word_of(std::string_view text, int place) {
  for (; place > 0; --place)
    text.remove_prefix(std::min(text.find(' '), text.size() - 1) + 1);
  return text.substr(0, text.find(' '));
}

}  // namespace

std::string sentence(const Words& words, const Issue& issue, const Evaluation& e) {
  const std::string_view found = e.table.at({issue.begin, issue.length});
  if (issue.code == IssueCode::decision_refused) return refused_sentence(words, found);
  const std::string column =
      issue.column == kNoColumn ? std::string() : quoted(words, e.table.at(e.table.columns[issue.column]));
  std::string accepted(words.text("accept.type"));
  std::string item;
  std::string field;
  std::string unit;
  std::string indicator;
  if (issue.subject != kNoSubject && !subject_is_indicator(issue.code)) {
    const Field& known = e.vocabulary->fields[issue.subject];
    field = known.label.in(words.language);
    unit = known.unit.in(words.language);
    accepted = accepted_value(words, issue, e);
  } else if (issue.subject != kNoSubject) {
    const Indicator& known = e.standard->indicators[issue.subject];
    indicator = known.title.in(words.language);
    accepted = accepted_columns(words, known, *e.vocabulary);
  } else if (issue.code == IssueCode::fact_unreadable) {
    accepted = accepted_value(words, issue, e);
  }
  if (const Item* const known = item_at(issue.item, *e.standard).item) {
    item = known->id + " " + known->title.in(words.language);
    if (issue.code == IssueCode::fact_needs_number) accepted = numbers_asked(words, *known, *e.vocabulary);
  }
  const std::string text = quoted(words, found);
  const auto row = row_of_line(e, issue.line);
  std::string stages;
  if (row && issue.code == IssueCode::not_divided) {
    accepted.clear();
    const StageSet open = without_own(e, issue.subject, *row);
    for (const Stage stage : kStages) {
      if (!open.has(stage)) continue;
      const std::string name = stage_text(words, static_cast<std::uint8_t>(stage));
      join(stages, comma(words), name);
      join(accepted, comma(words), filled(words, "field.of_stage", {{"stage", name}, {"field", field}}));
    }
  }
  // The same doubt about a whole column names no school, and one about all sheets no line.
  const bool whole = issue.line == kNoLine;
  const std::string_view key = whole && issue.code == IssueCode::magnitude       ? "magnitude_column"
                               : whole && issue.code == IssueCode::question_open ? "question_open_table"
                                                                                 : id_of(issue.code);
  return filled(words, "issue.", key,
                {{"line", line_text(words, "place.line", "place.column", issue, e)},
                 {"Line", line_text(words, "place.Line", "place.Column", issue, e)},
                 {"lines", lines_text(words, issue, e)},
                 {"column", column},
                 {"found", text},
                 {"school", row ? quoted(words, e.table.at(e.roster.school[*row])) : text},
                 {"stages", stages},
                 {"sum", word_of(found, 0)},
                 {"total", word_of(found, 2)},
                 {"difference", found.substr(found.find_last_not_of("0123456789.") + 1)},
                 {"accepted", accepted},
                 {"field", field},
                 {"item", item},
                 {"unit", unit},
                 {"indicator", indicator}});
}

std::string unknown_standard_sentence(const Words& words, std::string_view id, const std::deque<Standard>& standards) {
  std::string accepted;
  for (const Standard& one : standards)
    join(accepted, ", ", one.id);
  return filled(words, "issue.unknown_standard", {{"found", quoted(words, id)}, {"accepted", accepted}});
}

std::string fault_sentence(const Words& words, const StandardFault& fault) {
  // The loader's English is the key; nothing in it is of the file.
  const auto known = words.texts.find("accepted." + fault.accepted);
  return filled(words, "standard.fault",
                {{"path", fault.path.empty() ? "/" : quoted(words, fault.path)},
                 {"accepted", known == words.texts.end() ? fault.accepted : known->second}});
}

std::string sentence(const Words& words, const Reason& reason, std::uint32_t county, const Evaluation& e) {
  std::string indicator;
  if (reason.code == ReasonCode::items_unknown) return items_sentence(words, reason, county, e);
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
                 {"value", reason_value(reason)},
                 {"limit", reason_limit(reason)}});
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

std::string conclusion(const Words& words, std::uint32_t county, const Evaluation& e) {
  const CountyVerdict& verdict = e.counties[county];
  std::string failing;
  std::string unknown;
  for (std::size_t p = 0; p < verdict.parts.size(); ++p) {
    const PartVerdict& part = verdict.parts[p];
    const std::string& title = e.standard->parts[p].title.in(words.language);
    if (part.verdict == Verdict::unknown) {
      join(unknown, comma(words), title);
    }
    for (const Reason& reason : part.reasons) {
      if (part.verdict != Verdict::fail || !is_failure(reason.code)) continue;
      join(failing, semicolon(words), clause(sentence(words, reason, county, e)));
    }
  }
  std::string entry;
  for (std::size_t i = 0; i < verdict.supplements.size(); ++i) {
    const Item& item = e.standard->supplements[i];
    const Verdict of_entry = item.entry ? verdict.supplements[i].verdict : Verdict::pass;
    if (of_entry == Verdict::fail) {
      join(failing, semicolon(words), clause(failing_item(words, item, verdict.supplements[i], e)));
    } else if (of_entry == Verdict::unknown) {
      join(entry, comma(words), item.title.in(words.language));
    }
  }
  std::string text = filled(words, "conclusion.", id_of(verdict.verdict), {{"failing", failing}});
  if (!unknown.empty()) text += filled(words, "conclusion.parts_unknown", {{"parts", unknown}});
  if (!entry.empty()) text += filled(words, "conclusion.entry_unknown", {{"items", entry}});
  const std::string chosen = chosen_options(words, e);
  if (!chosen.empty()) join(text, words.language == Language::zh ? "" : " ", chosen);
  const std::string own = own_text(words, *e.standard);
  return own.empty() ? text : filled(words, "conclusion.own", {{"own", own}, {"text", text}});
}

}  // namespace junheng
