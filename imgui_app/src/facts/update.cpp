// SPDX-License-Identifier: MIT
#include "facts/update.h"

#include <algorithm>
#include <utility>

#include "facts/model.h"
#include "state/project.h"
#include "state/texts.h"

namespace workbench {
namespace {

/// Coefficients and points are known by their prefix, everything else by its own name.
std::string name_of_key(std::string_view key) {
  const std::size_t colon = key.find(':');
  return std::string(colon == std::string_view::npos ? key : key.substr(colon + 1));
}

/// The unit that the number was typed beside, where it changes what the number means: 0.5 beside a % is asked.
std::string unit_typed_beside(const AppState& state, std::string_view key) {
  const auto index = state.library.vocabulary.field(key);
  if (!index) return {};
  const junheng::Field& field = state.library.vocabulary.fields[*index];
  return field.kind == junheng::FieldKind::percent ? unit_beside(field, state.view.language) : std::string();
}

}  // namespace

void apply(AppState& state, ShowPart action) {
  state.view.part = action.part;
  state.view.item.reset();
  state.view.fact_focus.reset();
  refresh_facts(state);
}

void apply(AppState& state, ShowItem action) {
  ViewState& view = state.view;
  view.part = action.part;
  view.item = action.item;
  view.tab = Tab::facts;
  view.fact_focus.reset();
  view.scroll_to_fact = true;
  refresh_facts(state);
}

void apply(AppState& state, const NextFact& action) {
  std::vector<FactTarget> form;
  for (const FactItem& item : state.model.facts.items) {
    const auto add = [&](const std::vector<FactInput>& inputs) {
      for (const FactInput& input : inputs)
        if (!input.above) form.push_back(input.target);
    };
    add(item.score);
    for (const FactCheck& check : item.checks) {
      add(check.inputs);
      if (!check.attested) continue;
      form.push_back(check.target);
      form.push_back(note_of(check.target));
    }
  }
  const auto at = std::find(form.begin(), form.end(), action.after);
  if (at == form.end() || at + 1 == form.end()) return;
  state.view.fact_focus = *(at + 1);
  state.view.scroll_to_fact = true;
}

void set_text(AppState& state, const FactTarget& target, std::string value) {
  if (!state.evaluation) return;
  std::vector<junheng::CountyFacts> counties = state.evaluation->facts.counties;
  std::uint32_t index = state.evaluation->facts_of[state.view.county];
  if (index == junheng::kNoRow) {
    index = static_cast<std::uint32_t>(counties.size());
    counties.emplace_back();
    if (state.evaluation->counties.size() > 1) counties.back().county = county_name(state, state.view.county);
  }
  junheng::CountyFacts& own = counties[index];
  const auto is_it = [&](const junheng::Fact& fact) {
    return fact.key == target.key && fact.stage == target.stage && fact.year == target.year;
  };
  junheng::Fact fact;
  for (std::vector<junheng::Fact>* list : {&own.facts, &own.unread}) {
    const auto known = std::find_if(list->begin(), list->end(), is_it);
    if (known == list->end()) continue;
    fact = *known;
    list->erase(known);
    break;
  }
  if ((target.note ? fact.note : fact.found) == value) return;
  if (target.note) {
    fact.note = std::move(value);
  } else {
    fact.found = std::move(value);
    fact.unit = unit_typed_beside(state, target.key);
    fact.name.clear();
  }
  fact.key = target.key;
  fact.stage = target.stage;
  fact.year = target.year;
  if (fact.name.empty()) fact.name = name_of_key(target.key);
  if (!fact.found.empty() || !fact.note.empty()) own.facts.push_back(std::move(fact));
  junheng::Project project = state.history.now();
  project.county.clear();
  project.facts = std::move(counties);
  change_project(state, std::move(project));
}

}  // namespace workbench
