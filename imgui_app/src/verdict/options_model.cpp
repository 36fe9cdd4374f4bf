// SPDX-License-Identifier: MIT
#include "verdict/options_model.h"

#include "junheng/own_text.h"

namespace workbench {
namespace {

using junheng::Option;

OptionLine line_of(const AppState& state, const Option& option, std::uint8_t chosen) {
  const bool preset = chosen == option.preset;
  const std::string choice = filled(state.say(preset ? Phrase::verdict_option_preset : Phrase::verdict_option_other),
                                    {{"choice", option.choices[chosen].title.in(state.view.language)}});
  const std::string& title = option.title.in(state.view.language);
  return {.words = filled(state.say(Phrase::verdict_option), {{"option", title}, {"choice", choice}}),
          .preset = preset};
}

OptionModel choices_of(const AppState& state, const Option& option, std::uint8_t chosen) {
  const junheng::Language language = state.view.language;
  OptionModel model;
  // What is only remembered is no citation.
  model.source = option.source.index && option.source.confidence != 'M'
                     ? filled(state.say(Phrase::verdict_rule),
                              {{"source", state.standard().sources[*option.source.index].in(language)}})
                     : std::string(state.say(Phrase::verdict_option_unsourced));
  for (std::size_t c = 0; c < option.choices.size(); ++c) {
    const Option::Choice& choice = option.choices[c];
    OptionModel::Choice one;
    one.title = c == option.preset
                    ? filled(state.say(Phrase::verdict_option_preset), {{"choice", choice.title.in(language)}})
                    : choice.title.in(language);
    one.warning = choice.warning.in(language);
    one.chosen = c == chosen;
    for (const junheng::ChoiceEffect& effect : *state.effects) {
      if (effect.choice == c) one.effect = sentence(state.library.words(language), effect, *state.evaluation);
    }
    model.choices.push_back(std::move(one));
  }
  return model;
}

}  // namespace

void refresh_options(AppState& state) {
  Model& model = state.model;
  model.chosen_options.clear();
  model.options.clear();
  model.option.reset();
  if (!state.evaluation) return;
  const junheng::Evaluation& evaluation = *state.evaluation;
  // A standard of one's own is said wherever other choices are.
  const junheng::Words& words = state.library.words(state.view.language);
  model.chosen_options = junheng::own_text(words, state.standard());
  const std::string chosen = junheng::chosen_options(words, evaluation);
  if (!model.chosen_options.empty() && !chosen.empty()) model.chosen_options += "  ";
  model.chosen_options += chosen;
  const std::vector<Option>& options = evaluation.standard->options;
  for (std::size_t o = 0; o < options.size(); ++o)
    model.options.push_back(line_of(state, options[o], evaluation.choices[o]));
  if (!state.view.option || *state.view.option >= options.size() || state.view.tab != Tab::verdict) return;
  if (!state.effects) state.effects = junheng::effects_of_option(evaluation, *state.view.option);
  model.option = choices_of(state, options[*state.view.option], evaluation.choices[*state.view.option]);
}

}  // namespace workbench
