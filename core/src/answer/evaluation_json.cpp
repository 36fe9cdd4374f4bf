// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "answer/explain_json.h"
#include "answer/json_parts.h"
#include "answer/row_kinds_json.h"
#include "json/json_tree.h"
#include "junheng/columns.h"
#include "junheng/evaluation_json.h"
#include "junheng/judged_text.h"
#include "junheng/junheng.h"
#include "junheng/lookup.h"
#include "junheng/option_text.h"
#include "junheng/question_text.h"
#include "junheng/sentence.h"

namespace junheng {
namespace {

/// Writes an evaluation as the contract's object, or a piece of it, key by key in the order of
/// web/src/engine/junheng.d.ts: standard, options, verdict, columns; for each county its conclusion, parts with their
/// items, supplements, stages with their indicators, units and the rows that were left out; the issues last. A summary
/// has no sentence, as for the nation there would be a hundred thousand of them. Explanations of numbers are
/// ExplanationWriter's.
class EvaluationWriter {
 public:
  EvaluationWriter(const Evaluation& evaluation, const Library& library, const Asked* asked, Languages languages = {},
                   Detail detail = Detail::full)
      : e_(evaluation),
        standard_(*evaluation.standard),
        library_(library),
        full_(detail == Detail::full),
        asked_(asked),
        languages_(languages),
        explain_(evaluation, library, out_, languages) {}

  std::string whole() {
    out_.begin_object();
    before_counties();
    out_.begin_array("counties");
    for (std::uint32_t c = 0; c < e_.counties.size(); ++c)
      county(c, full_);
    out_.end_array();
    after_counties();
    issues(0, kIssuesWritten, "issues");
    encoding();
    out_.end_object();
    return out_.take();
  }

  std::string head() {
    out_.begin_object();
    before_counties();
    after_counties();
    encoding();
    out_.end_object();
    return out_.take();
  }

  std::string one_county(std::uint32_t c, bool with_units) {
    county(c, with_units);
    return out_.take();
  }

  std::string some_issues(std::size_t from, std::size_t count) {
    issues(from, count);
    return out_.take();
  }

  std::string explanation(Json place) {
    const auto at = [&](std::string_view key, std::size_t end) {
      const auto number = place.find(key).whole_number();
      return number && *number < end ? number : std::nullopt;
    };
    if (const auto c = at("county", e_.counties.size())) explained_in(*c, place, at);
    std::string found = out_.take();
    return found.empty() ? "null" : found;
  }

 private:
  void both(const char* name, const Text& text) { write_both(out_, name, text, languages_); }
  template <typename Make>
  void say(const char* name, const Make& make) {
    write_sentence(out_, name, library_, languages_, make);
  }

  void before_counties() {
    out_.text("schema", "junheng.evaluation/1");
    out_.text("engine", version());
    out_.begin_object("standard");
    out_.text("id", standard_.id);
    both("title", standard_.title);
    out_.end_object();
    options();
    write_verdict(out_, "verdict", e_.verdict);
    columns();
  }

  void after_counties() {
    questions();
    if (full_) write_row_kinds(out_, e_.sheets, e_.rows);
    out_.count("issueCount", e_.issues.size());
  }

  void encoding() {
    if (asked_ != nullptr) out_.text_or_null("encoding", asked_->encoding);
  }

  /// A place that is not there, or is of no known kind, writes nothing.
  template <typename At>
  void explained_in(std::uint32_t c, Json place, const At& at) {
    const std::size_t first = c * standard_.stages.size();
    const auto of_standard = [](const auto& list, std::string_view id) {
      const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == id; });
      return static_cast<std::size_t>(found - list.begin());
    };
    const std::size_t indicator_asked = of_standard(standard_.indicators, place.find("indicator").text());
    if (place.has("unit")) {
      const auto unit = at("unit", ~std::uint32_t{0});
      if (unit) explained_unit(c, *unit, place.has("indicator"), indicator_asked);
    } else if (place.has("stage")) {
      for (std::size_t s = first; s < first + standard_.stages.size(); ++s) {
        const Stage stage = e_.split.stages[s].stage;
        if (id_of(stage) != place.find("stage").text() || indicator_asked == standard_.indicators.size()) continue;
        indicator(s, indicator_asked, e_.balance[s].indicators[indicator_asked], static_cast<std::size_t>(stage));
      }
    } else if (place.has("part")) {
      const std::size_t p = of_standard(standard_.parts, place.find("part").text());
      if (p < standard_.parts.size()) part(standard_.parts[p], e_.counties[c].parts[p], c);
    } else if (place.has("item")) {
      const auto in = [&](const std::vector<Item>& rules, const ItemResults& results) {
        const std::size_t i = of_standard(rules, place.find("item").text());
        if (i < rules.size()) explain_.item(rules[i], results[i], c);
        return i < rules.size();
      };
      bool done = in(standard_.supplements, e_.counties[c].supplements);
      for (std::size_t p = 0; p < standard_.parts.size() && !done; ++p)
        done = in(standard_.parts[p].items, e_.counties[c].parts[p].items);
    }
  }

  /// Counted as in the county's "units": the evaluated ones of all stages, then what is left out.
  void explained_unit(std::uint32_t c, std::size_t nth, bool one_value, std::size_t indicator_asked) {
    explain_values_ = true;
    const auto stages = stages_of(e_, c);
    for (std::size_t s = 0; s < stages.size(); ++s) {
      const std::size_t size = stages[s].end - stages[s].begin;
      if (nth >= size) {
        nth -= size;
        continue;
      }
      const std::uint32_t unit = stages[s].begin + static_cast<std::uint32_t>(nth);
      const std::size_t at = c * standard_.stages.size() + s;
      if (!one_value) return this->unit(at, unit);
      if (indicator_asked < standard_.indicators.size()) value(at, unit, indicator_asked);
      return;
    }
    const auto left = left_out_of(e_, c);
    if (nth < left.size() && !one_value) left_out_unit(left[nth]);
  }

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
    if (!full_) return;
    if (chosen_options(library_.zh, e_).empty()) return out_.null("chosenOptions");
    say("chosenOptions", [&](const Words& words) { return chosen_options(words, e_); });
  }

  /// Tables that cannot be used have columns but no roster.
  void columns() { write_columns(out_, e_.table, e_.columns, *e_.vocabulary); }

  void county(std::uint32_t c, bool with_units) {
    const County& county = e_.roster.counties[c];
    out_.begin_object();
    write_clipped(out_, "name", e_.table.at(county.name));
    write_clipped(out_, "province", e_.table.at(county.province));
    write_verdict(out_, "verdict", e_.counties[c].verdict);
    if (full_) say("conclusion", [&](const Words& words) { return conclusion(words, c, e_); });
    out_.begin_array("parts");
    for (std::size_t p = 0; p < standard_.parts.size(); ++p)
      part(standard_.parts[p], e_.counties[c].parts[p], c);
    out_.end_array();
    if (full_) items("supplements", standard_.supplements, e_.counties[c].supplements, c);
    const std::size_t first = c * standard_.stages.size();
    out_.begin_array("stages");
    for (std::size_t s = 0; s < standard_.stages.size(); ++s)
      stage(first + s);
    out_.end_array();
    if (with_units) {
      out_.begin_array("units");
      for (std::size_t s = 0; s < standard_.stages.size(); ++s)
        units(first + s);
      for (const LeftOutUnit& unit : left_out_of(e_, c))
        left_out_unit(unit);
      out_.end_array();
    }
    out_.end_object();
  }

  void part(const Part& part, const PartVerdict& of_part, std::uint32_t c) {
    out_.begin_object();
    out_.text("id", part.id);
    if (full_) both("title", part.title);
    write_verdict(out_, "verdict", of_part.verdict);
    if (full_) reasons(of_part, c);
    if (part.score) {
      out_.number("score", of_part.score ? to_double(*of_part.score) : kNoNumber);
      out_.number("scoreLimit", to_double(part.score->pass.value));
      out_.text_or_null("scoreText", of_part.score ? score_text(to_double(*of_part.score),
                                                                to_double(part.score->pass.value), of_part.verdict)
                                                   : std::string());
      out_.text("scoreLimitText", to_text(part.score->pass.value));
    }
    if (full_) items("items", part.items, of_part.items, c);
    out_.end_object();
  }

  void reasons(const PartVerdict& of_part, std::uint32_t c) {
    out_.begin_array("reasons");
    for (const Reason& why : of_part.reasons) {
      out_.begin_object();
      out_.text("code", id_of(why.code));
      out_.text_or_null("stage", why.stage == kNoStage ? "" : id_of(static_cast<Stage>(why.stage)));
      out_.text_or_null("indicator",
                        why.indicator == kNoSubject ? "" : std::string_view(standard_.indicators[why.indicator].id));
      out_.text_or_null("item",
                        why.item == kNoSubject ? "" : std::string_view(standard_.parts[why.part].items[why.item].id));
      say("message", [&](const Words& words) { return sentence(words, why, c, e_); });
      out_.end_object();
    }
    out_.end_array();
  }

  void items(const char* key, const std::vector<Item>& rules, const ItemResults& results, std::uint32_t c) {
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
    if (full_) explain_.coefficient(s, i);
    out_.end_object();
  }

  void unit_head(std::uint32_t row, std::string_view stage, std::uint32_t pupils, std::string_view status) {
    write_clipped(out_, "school", e_.table.at(e_.roster.school[row]));
    write_place(out_, e_.sheets, e_.roster.line[row]);
    out_.text_or_null("stage", stage);
    out_.number("pupils", pupils == kUnknownPupils ? kNoNumber : pupils);
    out_.text("status", status);
  }

  void units(std::size_t s) {
    const StageUnits& stage = e_.split.stages[s];
    for (std::uint32_t each = stage.begin; each < stage.end; ++each)
      unit(s, each);
  }

  void unit(std::size_t s, std::uint32_t unit) {
    out_.begin_object();
    unit_head(e_.split.units.row[unit], id_of(e_.split.stages[s].stage), e_.split.units.pupils[unit],
              id_of(UnitStatus::evaluated));
    out_.boolean("divided", e_.split.units.divided[unit] != 0);
    judged_count("meeting", e_.unit_meeting[unit]);
    write_verdict(out_, "verdict", e_.unit_verdict[unit]);
    out_.begin_array("values");
    for (std::size_t i = 0; i < e_.indicators.size(); ++i)
      value(s, unit, i);
    out_.end_array();
    out_.end_object();
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
    if (explain_values_) explain_.value(e_.split.stages[s], i, unit);
    out_.end_object();
  }

  void left_out_unit(const LeftOutUnit& unit) {
    out_.begin_object();
    unit_head(unit.row, unit.stage == kNoStage ? "" : id_of(static_cast<Stage>(unit.stage)), unit.pupils,
              id_of(status_of(unit)));
    out_.boolean("divided", false);
    out_.null("meeting");
    write_verdict(out_, "verdict", Verdict::none);
    out_.begin_array("values");
    out_.end_array();
    out_.begin_object("reason");
    out_.text("code",
              unit.why == LeftOut::excluded ? std::string_view(standard_.exclusions[unit.rule].id) : id_of(unit.why));
    if (languages_.zh) out_.text("zh", sentence(library_.zh, unit, e_));
    if (languages_.en) out_.text("en", sentence(library_.en, unit, e_));
    out_.end_object();
    out_.end_object();
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
      say("message", [&](const Words& words) { return question_text(words, question, e_.sheets); });
      out_.begin_array("options");
      for (const QuestionOption& option : question.options) {
        out_.begin_object();
        out_.text("id", option.id);
        say("label", [&](const Words& words) { return choice_text(words, question, option); });
        write_clipped(out_, "sample", option.sample);
        out_.end_object();
      }
      out_.end_array();
      out_.text_or_null("proposed", question.proposed);
      out_.text_or_null("answer", question.answer);
      out_.end_object();
    }
    out_.end_array();
  }

  void issues(std::size_t from, std::size_t count, const char* name = nullptr) {
    name == nullptr ? out_.begin_array() : out_.begin_array(name);
    from = std::min(from, e_.issues.size());
    const std::size_t end = from + std::min(e_.issues.size() - from, count);
    for (std::size_t i = from; i < end; ++i) {
      const Issue& issue = e_.issues[i];
      out_.begin_object();
      out_.text("severity", id_of(severity_of(issue.code)));
      out_.text("code", id_of(issue.code));
      out_.text_or_null("tier", id_of(tier_of(issue.code)));
      out_.text_or_null("field", field_of(issue));
      out_.text_or_null("indicator", indicator_of(issue));
      write_place(out_, e_.sheets, issue.line);
      out_.key("column");
      issue.column == kNoColumn ? out_.null() : column(e_.table.at(e_.table.columns[issue.column]));
      write_clipped(out_, "found", e_.table.at({issue.begin, issue.length}));
      if (full_) say("message", [&](const Words& words) { return sentence(words, issue, e_); });
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

  void column(std::string_view header) { header.empty() ? out_.text(header) : write_clipped(out_, header); }

  const Evaluation& e_;
  const Standard& standard_;
  const Library& library_;
  bool full_;
  const Asked* asked_;
  Languages languages_;
  bool explain_values_ = asked_ != nullptr && asked_->explain_values;
  JsonWriter out_;
  ExplanationWriter explain_;
};

}  // namespace

std::string evaluation_json(const Evaluation& evaluation, const Library& library, Detail detail, const Asked* asked) {
  return EvaluationWriter(evaluation, library, asked, {}, detail).whole();
}

std::string head_json(const Evaluation& evaluation, const Library& library, const Asked& asked, Languages languages) {
  return EvaluationWriter(evaluation, library, &asked, languages).head();
}

std::string county_json(const Evaluation& evaluation, const Library& library, std::uint32_t county, bool units,
                        const Asked& asked, Languages languages) {
  return EvaluationWriter(evaluation, library, &asked, languages).one_county(county, units);
}

std::string issues_json(const Evaluation& evaluation, const Library& library, std::size_t from, std::size_t count,
                        const Asked& asked, Languages languages) {
  return EvaluationWriter(evaluation, library, &asked, languages).some_issues(from, count);
}

std::string explanation_json(const Evaluation& evaluation, const Library& library, std::string_view place,
                             const Asked& asked, Languages languages) {
  const JsonTree tree = JsonTree::parse(place);
  return EvaluationWriter(evaluation, library, &asked, languages).explanation(tree.root());
}

}  // namespace junheng
