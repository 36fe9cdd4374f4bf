// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "answer/explain_json.h"
#include "answer/json_parts.h"
#include "answer/row_kinds_json.h"
#include "junheng/judged_text.h"
#include "junheng/junheng.h"
#include "junheng/option_text.h"
#include "junheng/question_text.h"
#include "junheng/sentence.h"

namespace junheng {
namespace {

/// A cell that nobody could read may be megabytes long; this much of it is handed on.
constexpr std::uint32_t kLongestFound = 300;

/// Writes an evaluation as the contract's object, key by key in the order of web/src/engine/junheng.d.ts: standard,
/// options, verdict, columns; for each county its conclusion, parts with their items, supplements, stages with their
/// indicators, and, unless it is a summary, units and the rows that were left out; the issues last. Explanations of
/// numbers are ExplanationWriter's.
class EvaluationWriter {
 public:
  EvaluationWriter(const Evaluation& evaluation, const Library& library, Detail detail, const Asked* asked)
      : e_(evaluation),
        standard_(*evaluation.standard),
        library_(library),
        detail_(detail),
        asked_(asked),
        explain_(evaluation, library, out_, detail == Detail::full) {}

  std::string write() {
    out_.begin_object();
    out_.text("schema", "junheng.evaluation/1");
    out_.text("engine", version());
    out_.begin_object("standard");
    out_.text("id", standard_.id);
    write_both(out_, "title", standard_.title);
    out_.end_object();
    options();
    write_verdict(out_, "verdict", e_.verdict);
    columns();
    out_.begin_array("counties");
    for (std::uint32_t c = 0; c < e_.counties.size(); ++c)
      county(c);
    out_.end_array();
    if (detail_ == Detail::full) write_row_kinds(out_, e_.sheets, e_.rows);
    questions();
    issues();
    if (asked_ != nullptr) out_.text_or_null("encoding", asked_->encoding);
    out_.end_object();
    return out_.take();
  }

 private:
  void limit(const char* key, const std::optional<Limit>& value) {
    out_.number(key, value ? to_double(value->value) : kNoNumber);
  }

  void options() {
    out_.begin_object("options");
    for (std::size_t o = 0; o < standard_.options.size(); ++o) {
      const Option& option = standard_.options[o];
      out_.key(std::string_view(option.id));
      out_.text(option.choices[e_.choices[o]].id);
    }
    out_.end_object();
    const std::string chosen = chosen_options(library_.zh, e_);
    if (chosen.empty()) return out_.null("chosenOptions");
    write_both(out_, "chosenOptions", {chosen, chosen_options(library_.en, e_)});
  }

  /// Tables that cannot be used have columns but no roster.
  void columns() { write_columns(out_, e_.table, e_.columns, *e_.vocabulary); }

  void county(std::uint32_t c) {
    const County& county = e_.roster.counties[c];
    out_.begin_object();
    out_.text_or_null("name", e_.table.at(county.name));
    out_.text_or_null("province", e_.table.at(county.province));
    write_verdict(out_, "verdict", e_.counties[c].verdict);
    write_both(out_, "conclusion", {conclusion(library_.zh, c, e_), conclusion(library_.en, c, e_)});
    out_.begin_array("parts");
    for (std::size_t p = 0; p < standard_.parts.size(); ++p)
      part(standard_.parts[p], e_.counties[c].parts[p], c);
    out_.end_array();
    items("supplements", standard_.supplements, e_.counties[c].supplements, c);
    const std::size_t first = c * standard_.stages.size();
    out_.begin_array("stages");
    for (std::size_t s = 0; s < standard_.stages.size(); ++s)
      stage(first + s);
    out_.end_array();
    if (detail_ == Detail::full) {
      out_.begin_array("units");
      for (std::size_t s = 0; s < standard_.stages.size(); ++s)
        units(first + s);
      left_out(c);
      out_.end_array();
    }
    out_.end_object();
  }

  void part(const Part& part, const PartVerdict& of_part, std::uint32_t c) {
    out_.begin_object();
    out_.text("id", part.id);
    write_both(out_, "title", part.title);
    write_verdict(out_, "verdict", of_part.verdict);
    out_.begin_array("reasons");
    for (const Reason& why : of_part.reasons) {
      out_.begin_object();
      out_.text("code", id_of(why.code));
      out_.text_or_null("stage", why.stage == kNoStage ? "" : id_of(static_cast<Stage>(why.stage)));
      out_.text_or_null("indicator",
                        why.indicator == kNoSubject ? "" : std::string_view(standard_.indicators[why.indicator].id));
      out_.text_or_null("item",
                        why.item == kNoSubject ? "" : std::string_view(standard_.parts[why.part].items[why.item].id));
      write_both(out_, "message", {sentence(library_.zh, why, c, e_), sentence(library_.en, why, c, e_)});
      out_.end_object();
    }
    out_.end_array();
    if (part.score) {
      out_.number("score", of_part.score ? to_double(*of_part.score) : kNoNumber);
      out_.number("scoreLimit", to_double(part.score->pass.value));
      out_.text_or_null("scoreText", of_part.score ? score_text(to_double(*of_part.score),
                                                                to_double(part.score->pass.value), of_part.verdict)
                                                   : std::string());
      out_.text("scoreLimitText", to_text(part.score->pass.value));
    }
    items("items", part.items, of_part.items, c);
    out_.end_object();
  }

  void items(const char* key, const std::vector<Item>& rules, const std::vector<ItemResult>& results, std::uint32_t c) {
    out_.begin_array(key);
    for (std::size_t i = 0; i < rules.size(); ++i)
      explain_.item(rules[i], results[i], c);
    out_.end_array();
  }

  void stage(std::size_t s) {
    const StageUnits& units = e_.split.stages[s];
    const StageBalance& balance = e_.balance[s];
    const auto at = static_cast<std::size_t>(units.stage);
    const bool composite = standard_.balance.kind == BalanceKind::composite;
    out_.begin_object();
    out_.text("stage", id_of(units.stage));
    out_.count("units", units.end - units.begin);
    out_.count("pupils", balance.pupils);
    judged_count("unitsPassing", e_.stages[s].units_passing);
    judged_count("unitsFailing", e_.stages[s].units_failing);
    judged_count("unitsUnknown", e_.stages[s].units_unknown);
    write_verdict(out_, "verdict", e_.stages[s].verdict);
    out_.begin_array("indicators");
    for (std::size_t i = 0; i < balance.indicators.size(); ++i) {
      indicator(s, i, balance.indicators[i], at);
    }
    out_.end_array();
    out_.number("compositeCv", balance.composite_cv);
    out_.text_or_null("compositeCvText",
                      composite ? cv_text(balance.composite_cv, standard_.balance.limit[at], balance.composite_verdict)
                                : std::string());
    limit("compositeLimit", composite ? standard_.balance.limit[at] : std::nullopt);
    out_.end_object();
  }

  /// Units are judged only where the standard has thresholds.
  void judged_count(const char* key, std::uint32_t value) { out_.number(key, standard_.unit_rule ? value : kNoNumber); }

  void indicator(std::size_t s, std::size_t i, const Balance& balance, std::size_t stage) {
    const Indicator& indicator = standard_.indicators[i];
    const bool each = standard_.balance.kind == BalanceKind::each;
    out_.begin_object();
    out_.text("id", indicator.id);
    out_.number("mean", balance.spread.mean);
    out_.text_or_null("meanText", number_text(balance.spread.mean, indicator.decimals));
    out_.number("standardDeviation", balance.spread.deviation);
    out_.number("cv", balance.spread.cv);
    out_.text_or_null(
        "cvText", cv_text(balance.spread.cv, each ? standard_.balance.limit[stage] : std::nullopt, balance.verdict));
    limit("cvLimit", each ? standard_.balance.limit[stage] : std::nullopt);
    write_verdict(out_, "verdict", balance.verdict);
    limit("threshold", indicator.threshold[stage]);
    judged_count("unitsMeeting", balance.units_meeting);
    judged_count("unitsNear", balance.units_near);
    judged_count("unitsFailing", balance.units_failing);
    out_.count("unitsUnknown", balance.units_unknown);
    out_.boolean("given", balance.given);
    if (detail_ == Detail::full) explain_.coefficient(s, i);
    out_.end_object();
  }

  void unit_head(std::uint32_t row, std::string_view stage, std::uint32_t pupils, std::string_view status) {
    out_.text_or_null("school", e_.table.at(e_.roster.school[row]));
    write_place(out_, e_.sheets, e_.roster.line[row]);
    out_.text_or_null("stage", stage);
    out_.number("pupils", pupils == kUnknownPupils ? kNoNumber : pupils);
    out_.text("status", status);
  }

  void units(std::size_t s) {
    const StageUnits& stage = e_.split.stages[s];
    for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
      out_.begin_object();
      unit_head(e_.split.units.row[unit], id_of(stage.stage), e_.split.units.pupils[unit], "evaluated");
      out_.boolean("divided", e_.split.units.divided[unit] != 0);
      judged_count("meeting", e_.unit_meeting[unit]);
      write_verdict(out_, "verdict", e_.unit_verdict[unit]);
      out_.begin_array("values");
      for (std::size_t i = 0; i < e_.indicators.size(); ++i)
        value(s, unit, i);
      out_.end_array();
      out_.end_object();
    }
  }

  void value(std::size_t s, std::uint32_t unit, std::size_t i) {
    const Indicator& indicator = standard_.indicators[i];
    const IndicatorColumn& column = e_.indicators[i];
    const StageBalance& balance = e_.balance[s];
    const auto& threshold = indicator.threshold[static_cast<std::size_t>(e_.split.stages[s].stage)];
    const double number_here = column.value[unit];
    out_.begin_object();
    out_.text("id", indicator.id);
    out_.number("value", number_here);
    out_.text_or_null("text", unit_value_text(e_, e_.split.stages[s].stage, i, unit));
    limit("threshold", threshold);
    write_verdict(out_, "verdict", column.verdict[unit]);
    out_.number("cvShare",
                cv_share(balance.indicators[i].spread, number_here, e_.split.units.pupils[unit], balance.pupils));
    out_.text("origin", id_of(column.origin[unit]));
    if (asked_ != nullptr && asked_->explain_values) explain_.value(e_.split.stages[s], i, unit);
    out_.end_object();
  }

  void left_out(std::uint32_t c) {
    const std::vector<LeftOutUnit>& all = e_.split.left_out;
    for (; next_left_out_ < all.size() && e_.roster.county[all[next_left_out_].row] == c; ++next_left_out_) {
      const LeftOutUnit& unit = all[next_left_out_];
      out_.begin_object();
      unit_head(unit.row, unit.stage == kNoStage ? "" : id_of(static_cast<Stage>(unit.stage)), unit.pupils,
                unit.why == LeftOut::unplaced ? "unplaced" : "excluded");
      out_.boolean("divided", false);
      out_.null("meeting");
      write_verdict(out_, "verdict", Verdict::none);
      out_.begin_array("values");
      out_.end_array();
      out_.begin_object("reason");
      out_.text("code",
                unit.why == LeftOut::excluded ? std::string_view(standard_.exclusions[unit.rule].id) : id_of(unit.why));
      out_.text("zh", sentence(library_.zh, unit, e_));
      out_.text("en", sentence(library_.en, unit, e_));
      out_.end_object();
      out_.end_object();
    }
  }

  /// Only where there are any: nearly all tables are read in one way.
  void questions() {
    if (e_.questions.empty()) return;
    out_.begin_array("questions");
    for (const Question& question : e_.questions) {
      out_.begin_object();
      out_.text("question", id_of(question.kind));
      out_.count("sheet", question.place.sheet);
      out_.count("row", question.place.line);
      const auto asked = [&](const Words& words) { return question_text(words, question, e_.sheets); };
      write_both(out_, "message", {asked(library_.zh), asked(library_.en)});
      out_.begin_array("options");
      for (const QuestionOption& option : question.options) {
        out_.begin_object();
        out_.text("id", option.id);
        const auto choice = [&](const Words& words) { return choice_text(words, question, option); };
        write_both(out_, "label", {choice(library_.zh), choice(library_.en)});
        out_.text_or_null("sample", option.sample);
        out_.end_object();
      }
      out_.end_array();
      out_.text_or_null("proposed", question.proposed);
      out_.text_or_null("answer", question.answer);
      out_.end_object();
    }
    out_.end_array();
  }

  void issues() {
    out_.count("issueCount", e_.issues.size());
    out_.begin_array("issues");
    for (std::size_t i = 0; i < std::min(e_.issues.size(), kIssuesWritten); ++i) {
      const Issue& issue = e_.issues[i];
      out_.begin_object();
      out_.text("severity", id_of(severity_of(issue.code)));
      out_.text("code", id_of(issue.code));
      out_.text_or_null("tier", id_of(tier_of(issue.code)));
      out_.text_or_null("field", field_of(issue));
      out_.text_or_null("indicator", indicator_of(issue));
      write_place(out_, e_.sheets, issue.line);
      out_.key("column");
      issue.column == kNoColumn ? out_.null() : out_.text(e_.table.at(e_.table.columns[issue.column]));
      out_.key("found");
      found(issue);
      write_both(out_, "message", {sentence(library_.zh, issue, e_), sentence(library_.en, issue, e_)});
      if (asked_ != nullptr) out_.text_or_null("remark", remark_of(e_, issue, asked_->remarks));
      out_.end_object();
    }
    out_.end_array();
  }

  std::string_view field_of(const Issue& issue) const {
    if (issue.subject == kNoSubject || subject_is_indicator(issue.code)) return {};
    return e_.vocabulary->fields[issue.subject].id;
  }

  std::string_view indicator_of(const Issue& issue) const {
    if (issue.subject == kNoSubject || !subject_is_indicator(issue.code)) return {};
    return standard_.indicators[issue.subject].id;
  }

  void found(const Issue& issue) {
    if (issue.length == 0) return out_.null();
    std::uint32_t length = std::min(issue.length, kLongestFound);
    // Not in the middle of a character.
    while (length < issue.length && (static_cast<unsigned char>(e_.table.text[issue.begin + length]) & 0xC0U) == 0x80U)
      ++length;
    out_.text(e_.table.at({issue.begin, length}));
  }

  const Evaluation& e_;
  const Standard& standard_;
  const Library& library_;
  Detail detail_;
  const Asked* asked_;
  std::size_t next_left_out_ = 0;  ///< they are ordered by county, and counties are written in that order
  JsonWriter out_;
  ExplanationWriter explain_;
};

}  // namespace

std::string evaluation_json(const Evaluation& evaluation, const Library& library, Detail detail, const Asked* asked) {
  return EvaluationWriter(evaluation, library, detail, asked).write();
}

std::string unknown_standard_json(std::string_view id, const Library& library, std::string_view encoding) {
  JsonWriter out;
  const auto empty_list = [&](const char* key) {
    out.begin_array(key);
    out.end_array();
  };
  out.begin_object();
  out.text("schema", "junheng.evaluation/1");
  out.text("engine", version());
  out.null("standard");
  out.text("verdict", id_of(Verdict::unknown));
  empty_list("columns");
  empty_list("counties");
  out.count("issueCount", 1);
  out.begin_array("issues");
  out.begin_object();
  out.text("severity", id_of(severity_of(IssueCode::unknown_standard)));
  out.text("code", id_of(IssueCode::unknown_standard));
  for (const char* const key : {"tier", "field", "indicator", "row", "column"}) {
    out.null(key);
  }
  out.text("found", id);
  out.begin_object("message");
  out.text("zh", unknown_standard_sentence(library.zh, id, library.standards));
  out.text("en", unknown_standard_sentence(library.en, id, library.standards));
  out.end_object();
  out.null("remark");
  out.end_object();
  out.end_array();
  out.text_or_null("encoding", encoding);
  out.end_object();
  return out.take();
}

}  // namespace junheng
