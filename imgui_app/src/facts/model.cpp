// SPDX-License-Identifier: MIT
#include "facts/model.h"

#include <algorithm>
#include <set>

#include "state/texts.h"

namespace workbench {
namespace {

using junheng::Scope;

struct Context {
  const AppState& state;
  std::uint32_t county;

  /// What was said of a key, understood or not.
  struct Said {
    std::string found;
    std::string unit;
    std::string note;
    std::string question;
    bool unread = false;
  };
  [[nodiscard]] Said said(std::string_view key, std::uint8_t stage, std::uint16_t year) const {
    const junheng::CountyFacts* const facts = facts_for(*state.evaluation, county);
    if (facts == nullptr) return {};
    const junheng::Fact* const known = facts->find(key, stage, year);
    if (known != nullptr) return {known->found, known->unit, known->note, question(*known), false};
    for (const junheng::Fact& fact : facts->unread) {
      if (fact.key == key && fact.stage == stage && fact.year == year) return {fact.found, {}, fact.note, {}, true};
    }
    return {};
  }

  /// The sentence of the issue that a doubtful number raised.
  [[nodiscard]] std::string question(const junheng::Fact& fact) const {
    if (!fact.doubt) return {};
    const junheng::Evaluation& evaluation = *state.evaluation;
    const std::string found = fact.name + "：" + fact.found;
    for (std::uint32_t i = 0; i < evaluation.issues.size(); ++i) {
      const junheng::Issue& issue = evaluation.issues[i];
      if (issue.code == *fact.doubt && evaluation.table.at({issue.begin, issue.length}) == found)
        return issue_text(state, i).sentence;
    }
    return {};
  }

  [[nodiscard]] bool has_column(std::uint16_t field) const { return state.evaluation->roster.fields[field].any(); }
};

/// The years that were given, or the last ones before them that a rule asks for.
std::vector<std::uint16_t> years_of(const Context& context, int wanted) {
  std::set<std::uint16_t> years;
  const junheng::CountyFacts* const facts = facts_for(*context.state.evaluation, context.county);
  if (facts != nullptr) {
    for (const junheng::Fact& fact : facts->facts)
      if (fact.year != 0) years.insert(fact.year);
  }
  // Nobody said a year yet: those before the one that the platform's calendar shows.
  if (years.empty()) years.insert(static_cast<std::uint16_t>(context.state.year - 1));
  while (static_cast<int>(years.size()) < wanted)
    years.insert(static_cast<std::uint16_t>(*years.begin() - 1));
  return {years.begin(), years.end()};
}

class InputMaker {
 public:
  InputMaker(const Context& context, FactCheck& check) : context_(context), check_(check) {}

  void add(const junheng::Way& way) {
    if (way.scope == Scope::school || way.scope == Scope::unit) return;
    std::vector<std::uint16_t> fields;
    for (const std::vector<junheng::Term>* terms : {&way.quantity.of, &way.quantity.over, &way.beside})
      for (const junheng::Term& term : *terms)
        fields.push_back(term.field);
    for (const junheng::LimitRow& row : way.limits)
      for (const junheng::Condition& condition : row.when)
        for (const junheng::Term& term : condition.quantity.of)
          fields.push_back(term.field);
    const bool apart = std::none_of(fields.begin(), fields.end(), [&](auto field) { return seen_.contains(field); });
    const std::size_t before = check_.inputs.size();
    for (const std::uint16_t field : fields)
      add(field, way);
    if (apart && before > 0 && check_.inputs.size() > before) check_.inputs[before].otherwise = true;
  }

 private:
  void add(std::uint16_t field, const junheng::Way& way) {
    const junheng::Field& rule = context_.state.library.vocabulary.fields[field];
    if (!seen_.insert(field).second || context_.has_column(field)) return;
    // A number that stands once a year is asked for without one where the rule does not compare years.
    std::vector<std::uint16_t> years{0};
    if (rule.series && way.series != junheng::Series::none) years = years_of(context_, way.years);
    for (const std::uint16_t year : years) {
      if (way.scope != Scope::stage) {
        put(rule, junheng::kNoStage, year);
        continue;
      }
      for (const junheng::Stage stage : context_.state.standard().stages) {
        if (!rule.only_in || *rule.only_in == stage) put(rule, static_cast<std::uint8_t>(stage), year);
      }
    }
  }

  void put(const junheng::Field& rule, std::uint8_t stage, std::uint16_t year) {
    const Context::Said said = context_.said(rule.id, stage, year);
    FactInput input;
    input.label = rule.label.in(context_.state.view.language);
    if (stage != junheng::kNoStage)
      input.label += " · " + std::string(stage_word(context_.state, static_cast<junheng::Stage>(stage)));
    if (year != 0) input.label += " · " + std::to_string(year);
    input.unit = unit_beside(rule, context_.state.view.language);
    input.target = {rule.id, stage, year};
    input.value = said.found;
    if (said.unit != input.unit) input.value += said.unit;
    input.question = said.question;
    input.unread = said.unread;
    check_.inputs.push_back(std::move(input));
  }

  const Context& context_;
  FactCheck& check_;
  std::set<std::uint16_t> seen_;
};

FactCheck check_of(const Context& context, const junheng::Item& item, std::size_t index,
                   const junheng::ItemResult& result) {
  const AppState& state = context.state;
  const junheng::Check& rule = item.checks[index];
  const junheng::CheckResult& judged = result.checks[index];
  FactCheck check;
  check.title = (rule.title.zh.empty() ? item.title : rule.title).in(state.view.language);
  check.verdict = judged.verdict;
  check.finding = finding(state.library.words(state.view.language), item, rule, judged, *state.evaluation);
  check.attested = rule.attested;
  if (rule.attested) {
    // An item with one attested check is attested as a whole.
    const std::string own = item.id + "." + rule.id;
    const auto attested =
        std::count_if(item.checks.begin(), item.checks.end(), [](const junheng::Check& one) { return one.attested; });
    std::string key = attested == 1 ? item.id : own;
    if (judged.fact != nullptr) key = judged.fact->key;
    const Context::Said said = context.said(key, junheng::kNoStage, 0);
    if (judged.fact != nullptr) check.answer = judged.fact->value.mantissa != 0;
    check.target.key = std::move(key);
    check.note = said.note;
    return check;
  }
  InputMaker inputs(context, check);
  for (const junheng::Way& way : rule.ways) {
    if (counts(way.only_when, state.standard(), state.evaluation->choices)) inputs.add(way);
  }
  // What the table of schools decides is not asked for once more; what was said all the same stays in sight.
  if (judged.way && rule.ways[*judged.way].scope >= Scope::school && judged.verdict != junheng::Verdict::unknown)
    std::erase_if(check.inputs, [](const FactInput& input) { return input.value.empty(); });
  if (!check.inputs.empty()) check.inputs.front().otherwise = false;
  return check;
}

std::vector<FactInput> score_of(const Context& context, const junheng::Item& item) {
  if (!item.points) return {};
  const std::string key = "score:" + item.id;
  const Context::Said said = context.said(key, junheng::kNoStage, 0);
  FactInput input;
  input.label = filled(context.state.say(Phrase::facts_points), {{"most", to_text(*item.points)}});
  input.target.key = key;
  input.value = said.found + said.unit;
  input.unread = said.unread;
  return {std::move(input)};
}

/// A part, or behind the parts what the standard lists beside them: conditions of entry and items for reference.
struct Section {
  const junheng::Part* part = nullptr;  ///< null: beside the parts
  const std::vector<junheng::Item>* items = nullptr;
  const junheng::ItemResults* results = nullptr;
};

Section section_of(const junheng::Standard& standard, const junheng::CountyVerdict& county, std::size_t index) {
  if (index == standard.parts.size()) return {nullptr, &standard.supplements, &county.supplements};
  return {&standard.parts[index], &standard.parts[index].items, &county.parts[index].items};
}

/// Of the conditions of entry; items for reference decide nothing.
junheng::Verdict verdict_of_entry(const Section& beside) {
  junheng::Verdict verdict = junheng::Verdict::none;
  for (std::size_t i = 0; i < beside.items->size() && i < beside.results->size(); ++i) {
    if (!(*beside.items)[i].entry || verdict == junheng::Verdict::fail) continue;
    const junheng::Verdict one = (*beside.results)[i].verdict;
    if (verdict != junheng::Verdict::unknown || one == junheng::Verdict::fail) verdict = one;
  }
  return verdict;
}

bool has_entry(const junheng::Standard& standard) {
  return std::any_of(standard.supplements.begin(), standard.supplements.end(),
                     [](const junheng::Item& item) { return item.entry; });
}

}  // namespace

std::string unit_beside(const junheng::Field& field, junheng::Language language) {
  return field.kind == junheng::FieldKind::percent ? "%" : field.unit.in(language);
}

void refresh_facts(AppState& state) {
  FactsModel& model = state.model.facts;
  model = {};
  if (!state.evaluation || state.view.county >= state.evaluation->counties.size()) return;
  const junheng::Standard& standard = state.standard();
  const junheng::CountyVerdict& county = state.evaluation->counties[state.view.county];
  for (std::size_t i = 0; i <= standard.parts.size(); ++i) {
    const Section section = section_of(standard, county, i);
    if (section.items->empty()) continue;
    model.parts.push_back(static_cast<std::uint16_t>(i));
    if (section.part != nullptr) {
      model.titles.push_back(section.part->title.in(state.view.language));
      model.verdicts.push_back(county.parts[i].verdict);
    } else {
      model.titles.emplace_back(state.say(has_entry(standard) ? Phrase::facts_entry : Phrase::facts_beside));
      model.verdicts.push_back(verdict_of_entry(section));
    }
  }
  if (model.parts.empty()) return;
  if (std::find(model.parts.begin(), model.parts.end(), state.view.part) == model.parts.end())
    state.view.part = model.parts.front();
  const Section section = section_of(standard, county, state.view.part);
  const std::vector<junheng::Item>& items = *section.items;
  const junheng::ItemResults& results = *section.results;
  const Context context{state, state.view.county};
  std::set<std::string> asked;
  std::size_t decided = 0;
  for (std::size_t i = 0; i < items.size() && i < results.size(); ++i) {
    // What stands beside the parts has no number in the rule; its id is a name for programs.
    FactItem& row = model.items.emplace_back();
    if (section.part != nullptr) row.id = items[i].id;
    row.title = items[i].title.in(state.view.language);
    row.rule = items[i].rule.in(state.view.language);
    row.verdict = results[i].verdict;
    if (row.verdict != junheng::Verdict::unknown) ++decided;
    for (std::size_t check = 0; check < items[i].checks.size() && check < results[i].checks.size(); ++check)
      row.checks.push_back(check_of(context, items[i], check, results[i]));
    for (FactCheck& check : row.checks)
      for (FactInput& input : check.inputs)
        input.above = !asked.insert(id_of(input.target)).second;
    if (section.part != nullptr && section.part->score) row.score = score_of(context, items[i]);
  }
  model.filled = filled(state.say(decided < items.size() ? Phrase::facts_decided : Phrase::facts_complete),
                        {{"count", std::to_string(decided)},
                         {"all", std::to_string(items.size())},
                         {"missing", std::to_string(items.size() - decided)}});
}

}  // namespace workbench
