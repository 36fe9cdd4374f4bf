// SPDX-License-Identifier: MIT
#include "workbench.h"

#include <imgui.h>

#include <utility>

#include "theme.h"
#include "update.h"
#include "views.h"

namespace workbench {

struct Workbench::Inside {
  AppState state;
  std::vector<TextField> fields;
  const ImGuiContext* themed = nullptr;  ///< a lost context comes back as a new one
  bool wants_frame = false;
};

Workbench::Workbench() : inside_(std::make_unique<Inside>()) {
  start(inside_->state);
}
Workbench::~Workbench() = default;

void Workbench::open_table(std::string text, std::string name, junheng::TableChoices reading) {
  update(inside_->state, OpenTable{std::move(text), std::move(name), std::move(reading)});
}

std::string Workbench::rows_json(std::string_view request) const {
  return junheng::reading_json(inside_->state.source, request, inside_->state.library);
}

void Workbench::set_language(junheng::Language language) {
  update(inside_->state, SetLanguage{language});
}

junheng::Language Workbench::language() const {
  return inside_->state.view.language;
}

void Workbench::set_standard(std::string_view id) {
  const auto& standards = inside_->state.library.standards;
  for (std::size_t index = 0; index < standards.size(); ++index) {
    if (standards[index].id == id) update(inside_->state, ChooseStandard{index});
  }
}

void Workbench::set_text(std::string_view field, std::string_view value) {
  update(inside_->state, SetText{std::string(field), std::string(value)});
}

void Workbench::draw() {
  if (inside_->themed != ImGui::GetCurrentContext()) {
    apply_theme(ImGui::GetStyle());
    inside_->themed = ImGui::GetCurrentContext();
  }
  inside_->fields.clear();
  std::vector<Action> actions;
  Ui ui{inside_->state, actions, inside_->fields};
  draw_frame(ui);
  // Carried out after the frame: no view sees a state that changes under it.
  inside_->wants_frame = !actions.empty();
  for (Action& action : actions)
    update(inside_->state, std::move(action));
}

const std::vector<TextField>& Workbench::text_fields() const {
  return inside_->fields;
}

std::vector<Request> Workbench::take_requests() {
  return std::exchange(inside_->state.requests, {});
}

std::uint64_t Workbench::revision() const {
  return inside_->state.revision;
}

std::string Workbench::result_json(junheng::Detail detail) const {
  const AppState& state = inside_->state;
  return state.evaluation ? junheng::evaluation_json(*state.evaluation, state.library, detail) : std::string{};
}

std::string Workbench::notice() const {
  const AppState& state = inside_->state;
  return state.notice ? state.notice->text.in(state.view.language) : std::string{};
}

bool Workbench::wants_frame() const {
  return inside_->wants_frame;
}

}  // namespace workbench
