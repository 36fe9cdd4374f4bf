// SPDX-License-Identifier: MIT
#include "start/model.h"

#include <algorithm>

namespace workbench {

void refresh_start(AppState& state) {
  Model& model = state.model;
  const junheng::Vocabulary& vocabulary = state.library.vocabulary;
  const junheng::Language language = state.view.language;
  model.needed_columns.clear();
  std::vector<std::uint16_t> fields;
  const auto need = [&](std::uint16_t field) {
    if (std::find(fields.begin(), fields.end(), field) == fields.end()) fields.push_back(field);
  };
  for (const std::string_view id : {"school", "type", "pupils"}) {
    if (const auto field = vocabulary.field(id)) need(*field);
  }
  // Of the alternatives the one with the fewest columns, and of equal ones the last: the first ask for finer numbers.
  for (const junheng::Indicator& indicator : state.standard().indicators) {
    const std::vector<junheng::Term>* simplest = nullptr;
    for (const junheng::Resource& resource : indicator.resource) {
      if (resource.given || resource.only_when.option) continue;
      if (simplest == nullptr || resource.terms.size() <= simplest->size()) simplest = &resource.terms;
    }
    if (simplest == nullptr) continue;
    for (const junheng::Term& term : *simplest)
      need(term.field);
  }
  for (const std::uint16_t field : fields)
    model.needed_columns.push_back(vocabulary.fields[field].label.in(language));
  model.current_table = state.source_name.empty()
                            ? std::string{}
                            : filled(state.say(Phrase::start_current), {{"name", state.source_name}});
}

}  // namespace workbench
