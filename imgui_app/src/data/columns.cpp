// SPDX-License-Identifier: MIT
#include "data/columns.h"

#include <algorithm>
#include <array>

#include "junheng/vocabulary.h"
#include "shell/column_guess.h"
#include "state/texts.h"

namespace workbench {
namespace {

/// Above the groups: what it may well be.
constexpr std::size_t kLikely = 4;

/// Fields are grouped by what they count.
constexpr std::array kGroups = {Phrase::data_group_about, Phrase::data_group_pupils,    Phrase::data_group_teachers,
                                Phrase::data_group_space, Phrase::data_group_equipment, Phrase::data_group_classes,
                                Phrase::data_group_per};

Phrase group_of(const junheng::Vocabulary& vocabulary, const junheng::Field& field) {
  if (!field.adds_up && field.kind == junheng::FieldKind::amount) return Phrase::data_group_per;
  if (vocabulary.is_area(field) || field.unit.en == "rooms") return Phrase::data_group_space;
  if (field.unit.en == "teachers") return Phrase::data_group_teachers;
  if (field.unit.en == "pupils") return Phrase::data_group_pupils;
  if (field.unit.en == "classes") return Phrase::data_group_classes;
  if (field.unit.en.empty() || field.unit.en == "year") return Phrase::data_group_about;
  return Phrase::data_group_equipment;
}

class ColumnMaker {
 public:
  ColumnMaker(const AppState& state, std::uint16_t column)
      : state_(state), column_(column), finding_(state.evaluation->columns[column]) {}

  ColumnModel run() {
    const std::string header = column_header(state_, column_);
    model_.heading = filled(state_.say(Phrase::data_take_as), {{"header", header}});
    const std::string sample = column_sample(state_, column_);
    if (!sample.empty()) model_.sample = filled(state_.say(Phrase::issues_sample), {{"values", sample}});
    put_stages();
    const std::string wanted = junheng::normalised(state_.view.column_search);
    if (wanted.empty()) {
      put_likely();
      model_.lines.push_back({.label = std::string(state_.say(Phrase::data_take_nothing)), .chosen = !finding_.match});
    }
    for (const Phrase group : kGroups)
      put_group(group, wanted);
    return std::move(model_);
  }

 private:
  [[nodiscard]] const junheng::Vocabulary& vocabulary() const { return state_.library.vocabulary; }

  void put_stages() {
    if (finding_.match && !vocabulary().fields[finding_.match->field].staged) return;
    const auto now = finding_.match ? finding_.match->stage : column_stage(state_, column_);
    model_.stages.push_back({std::nullopt, std::string(state_.say(Phrase::data_take_whole)), !now});
    for (const junheng::Stage stage : state_.standard().stages)
      model_.stages.push_back({stage, std::string(stage_word(state_, stage)), now == stage});
  }

  void put(std::uint16_t field) {
    model_.lines.push_back({.label = vocabulary().fields[field].label.in(state_.view.language),
                            .field = field,
                            .chosen = finding_.match && finding_.match->field == field});
  }

  void head(Phrase phrase) { model_.lines.push_back({.label = std::string(state_.say(phrase)), .heading = true}); }

  void put_likely() {
    const std::vector<ColumnGuess> guesses = column_guesses(state_, column_);
    if (guesses.empty()) return;
    head(Phrase::data_take_likely);
    for (std::size_t i = 0; i < guesses.size() && i < kLikely; ++i)
      put(guesses[i].field);
  }

  void put_group(Phrase group, const std::string& wanted) {
    bool any = false;
    const auto count = static_cast<std::uint16_t>(vocabulary().fields.size());
    for (std::uint16_t i = 0; i < count; ++i) {
      const junheng::Field& field = vocabulary().fields[i];
      if (field.level != junheng::Level::school || group_of(vocabulary(), field) != group) continue;
      const std::string name = junheng::normalised(field.label.in(state_.view.language));
      if (name.find(wanted) == std::string::npos) continue;
      if (!any) head(group);
      any = true;
      put(i);
    }
  }

  const AppState& state_;
  const std::uint16_t column_;
  const junheng::ColumnFinding& finding_;
  ColumnModel model_;
};

}  // namespace

void refresh_column(AppState& state) {
  state.model.data.column.reset();
  const auto column = state.view.column;
  if (!state.evaluation || !column || !state.model.data.columns_known) return;
  if (*column < state.evaluation->columns.size()) state.model.data.column = ColumnMaker(state, *column).run();
}

}  // namespace workbench
