// SPDX-License-Identifier: MIT
#include "layout/context_columns.h"

#include <algorithm>
#include <utility>

#include "layout/names_of_sheet.h"
#include "layout/section_cells.h"

namespace junheng {
namespace {

/// Of QuestionKind::county.
constexpr std::string_view kNamed = "named";
constexpr std::string_view kNone = "none";

class ContextColumns {
 public:
  ContextColumns(std::vector<RawSheet>& sheets, std::vector<Section>& sections, const Vocabulary& vocabulary,
                 const TableChoices& reading, std::vector<Question>& questions, Issues& issues)
      : sheets_(sheets),
        sections_(sections),
        vocabulary_(vocabulary),
        reading_(reading),
        questions_(questions),
        issues_(issues) {}

  ContextsFound run() {
    forget_counties_of_names();
    if (!several_counties()) forget_some_county();
    const bool in_column =
        std::any_of(sections_.begin(), sections_.end(), [&](const Section& section) { return has(section, "county"); });
    const bool counties = in_column || several_counties();
    bool added = false;
    std::string county;
    for (Section& section : sections_) {
      forget_stage_of_names(section);
      if (!has(section, "stage") && !has_staged_pupils(section)) {
        added = add(section, "stage", &BlockContext::stage) || added;
        say_name(section, IssueCode::stage_from_title, &BlockContext::stage_from);
      }
      if (!has(section, "type")) added = add(section, "type", &BlockContext::type) || added;
      if (has(section, "county")) continue;
      if (counties) added = add(section, "county", &BlockContext::county) || added;
      // One for all needs no column.
      if (!counties && county.empty()) county = county_of(section);
      say_name(section, IssueCode::county_from_title, &BlockContext::county_from);
    }
    return {added, county};
  }

 private:
  bool has(const Section& section, std::string_view field) const {
    const auto index = vocabulary_.field(field);
    return index && column_of(section.columns, *index);
  }

  /// What a person said of a name that looks like a county's.
  void forget_counties_of_names() {
    for (Section& section : sections_) {
      if (answer_to(reading_.answers, QuestionKind::county, {static_cast<std::uint32_t>(section.sheet), 0}) != kNone)
        continue;
      for (BlockContext& context : section.contexts) {
        if (!context.county_from.empty()) context.county.clear();
      }
    }
  }

  /// "某县小学情况" is written where nobody wants to name the county; beside others it may tell them apart.
  void forget_some_county() {
    for (Section& section : sections_) {
      for (BlockContext& context : section.contexts) {
        if (context.county_from.empty() || !vocabulary_.is_some_county(context.county)) continue;
        context.county.clear();
        context.county_from.clear();
      }
    }
  }

  static std::string county_of(const Section& section) {
    const auto row = std::find_if(section.rows.begin(), section.rows.end(),
                                  [&](const SectionRow& one) { return !section.contexts[one.context].county.empty(); });
    return row == section.rows.end() ? std::string() : section.contexts[row->context].county;
  }

  bool has_staged_pupils(const Section& section) const {
    const auto pupils = vocabulary_.field("pupils");
    return std::any_of(section.columns.begin(), section.columns.end(), [&](const ColumnFinding& column) {
      return column.match && column.match->field == pupils && column.match->stage;
    });
  }

  bool several_counties() const {
    std::string_view first;
    for (const Section& section : sections_) {
      for (const SectionRow& row : section.rows) {
        const std::string& county = section.contexts[row.context].county;
        if (first.empty()) first = county;
        if (!county.empty() && county != first) return true;
      }
    }
    return false;
  }

  bool add(Section& section, std::string_view field, std::string BlockContext::*text) const {
    const auto index = vocabulary_.field(field);
    const bool any = std::any_of(section.rows.begin(), section.rows.end(),
                                 [&](const SectionRow& row) { return !(section.contexts[row.context].*text).empty(); });
    if (!index || !any) return false;
    ColumnFinding finding;
    finding.sureness = Sureness::sure;
    finding.match = HeaderMatch{};
    finding.match->field = *index;
    section.headers.push_back(vocabulary_.fields[*index].label.zh);
    section.columns.push_back(finding);
    section.added.push_back(text);
    return true;
  }

  /// Where every row says its own type with one stage, the name of the sheet adds nothing.
  void forget_stage_of_names(Section& section) {
    const auto type_field = vocabulary_.field("type");
    const auto type = type_field ? column_of(section.columns, *type_field) : std::nullopt;
    if (!type) return;
    SectionCells cells(sheets_[section.sheet], section);
    const auto adds = [&](const SectionRow& row) {
      if (section.contexts[row.context].stage_from.empty()) return false;
      const TypeWord own = vocabulary_.match_type(cells.at(row, *type));
      // A special school has no stage of its own.
      return !own.type || (!own.stage && vocabulary_.types[*own.type].stages.size() != 1);
    };
    if (std::any_of(section.rows.begin(), section.rows.end(), adds)) return;
    for (BlockContext& context : section.contexts) {
      if (!std::exchange(context.stage_from, {}).empty()) context.stage.clear();
    }
  }

  Question question_of_county(std::size_t sheet, const BlockContext& context) const {
    Question question;
    question.kind = QuestionKind::county;
    question.place.sheet = static_cast<std::uint32_t>(sheet);
    question.options = {{std::string(kNamed), context.county_from}, {std::string(kNone), {}}};
    question.proposed = kNamed;
    question.answer = context.county.empty() ? kNone : kNamed;
    return question;
  }

  /// Says once from which name of the sheet it was read, and what else it could be.
  void say_name(const Section& section, IssueCode code, std::string BlockContext::*from) {
    const auto row = std::find_if(section.rows.begin(), section.rows.end(), [&](const SectionRow& one) {
      return !(section.contexts[one.context].*from).empty();
    });
    if (row == section.rows.end()) return;
    const BlockContext& context = section.contexts[row->context];
    const bool stage = code == IssueCode::stage_from_title;
    std::size_t& said = stage ? said_stage_ : said_county_;
    if (std::exchange(said, section.sheet + 1) == section.sheet + 1) return;
    if (!(stage ? context.stage : context.county).empty()) {
      const Span name = keep_text(sheets_[section.sheet].table, context.*from);
      Issue issue;
      issue.code = code;
      issue.line = row->line;
      issue.begin = name.begin;
      issue.length = name.length;
      issues_.push_back(issue);
    }
    questions_.push_back(stage ? question_of_stage(section.sheet, context.stage, vocabulary_)
                               : question_of_county(section.sheet, context));
  }

  std::vector<RawSheet>& sheets_;
  std::vector<Section>& sections_;
  const Vocabulary& vocabulary_;
  const TableChoices& reading_;
  std::vector<Question>& questions_;
  Issues& issues_;
  std::size_t said_stage_ = 0;  ///< the last sheet of which a name was said, plus one
  std::size_t said_county_ = 0;
};

}  // namespace

ContextsFound add_context_columns(std::vector<RawSheet>& sheets, std::vector<Section>& sections,
                                  const Vocabulary& vocabulary, const TableChoices& reading,
                                  std::vector<Question>& questions, Issues& issues) {
  return ContextColumns(sheets, sections, vocabulary, reading, questions, issues).run();
}

}  // namespace junheng
