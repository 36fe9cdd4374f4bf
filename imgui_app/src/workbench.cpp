// SPDX-License-Identifier: MIT
#include "workbench.h"

#include <imgui.h>

#include <optional>
#include <utility>

#include "frame/address.h"
#include "frame/evaluate.h"
#include "frame/frame.h"
#include "frame/shown_table.h"
#include "frame/update.h"
#include "junheng/table_pages.h"
#include "kit/surface.h"
#include "kit/theme.h"

namespace workbench {
namespace {

constexpr std::string_view kFewSchools =
    "区县\t学校名称\t学校类型\t小学在校生数\t初中在校生数\t骨干教师数\t运动场地面积(㎡)\n"
    "甲县\t一小\t小学\t1,000\t\t9\t8000.5\n"
    "甲县\t一中\t初中\t\t700\t7\t—\n"
    "甲县\t二校\t九年一贯制学校\t800\t400\t\t9000\n";

}  // namespace

struct Workbench::Inside {
  AppState state;
  std::vector<TextField> fields;         ///< of the last frame
  std::vector<TextField> fields_before;  ///< of the frame before it
  const ImGuiContext* themed = nullptr;  ///< a lost context comes back as a new one
  std::optional<Theme> coloured;
  Surface surface;
  bool wants_frame = false;

  /// What the platform means by an id. It takes away the input of a field that is gone only after the frame was drawn,
  /// and hands in what was typed into it as it goes: so the fields of the frame before count as well.
  [[nodiscard]] std::optional<TextTarget> target_of(std::string_view id) const {
    if (const auto entry = entry_of(id)) return *entry;
    for (const std::vector<TextField>* drawn : {&fields, &fields_before})
      for (const TextField& field : *drawn)
        if (field.id == id) return field.target;
    return std::nullopt;
  }
};

Workbench::Workbench() : inside_(std::make_unique<Inside>()) {
  start(inside_->state);
}
Workbench::~Workbench() = default;

void Workbench::open_table(std::string text, std::string name, junheng::Project project) {
  std::vector<junheng::SourceText> sources(1);
  sources.front().text = std::move(text);
  open_tables(std::move(sources), std::move(name), std::move(project));
}

void Workbench::open_tables(std::vector<junheng::SourceText> sources, std::string name, junheng::Project project) {
  update(inside_->state, OpenTable{std::move(sources), std::move(name), std::move(project)});
}

void Workbench::begin_tables(std::vector<junheng::SourceText> sources, std::string name, junheng::Project project) {
  begin_opening(inside_->state, OpenTable{std::move(sources), std::move(name), std::move(project)});
}

bool Workbench::advance_opening() {
  return workbench::advance_opening(inside_->state);
}

double Workbench::opening_share() const {
  const auto& opening = inside_->state.opening;
  return opening == nullptr ? 0 : static_cast<double>(opening->evaluating->done()) / junheng::Evaluating::kStages;
}

void Workbench::show_opening() {
  workbench::show_opening(inside_->state);
}

void Workbench::stop_opening() {
  inside_->state.opening.reset();
}

void Workbench::warm_up() const {
  const AppState& state = inside_->state;
  std::vector<junheng::SourceText> sources(1);
  sources.front().text = kFewSchools;
  const junheng::Evaluation evaluation =
      junheng::evaluate(std::move(sources), state.standard(), state.library.vocabulary, junheng::Request{});
  [[maybe_unused]] const std::string head = junheng::Session(evaluation, state.library, {}).head({});
}

const junheng::Project& Workbench::project() const {
  return inside_->state.history.now();
}

void Workbench::change_project(junheng::Project project) {
  update(inside_->state, ChangeProject{std::move(project)});
}

void Workbench::undo() {
  update(inside_->state, Undo{});
}

void Workbench::redo() {
  update(inside_->state, Redo{});
}

bool Workbench::advance() {
  return advance_again(inside_->state);
}

void Workbench::settle() {
  workbench::settle(inside_->state);
}

std::size_t Workbench::undo_steps() const {
  return inside_->state.history.undo_steps();
}

std::size_t Workbench::redo_steps() const {
  return inside_->state.history.redo_steps();
}

Address Workbench::address() const {
  return address_of(inside_->state);
}

void Workbench::go(const Address& address) {
  update(inside_->state, GoTo{address});
}

std::string Workbench::rows_json(std::string_view request) const {
  AppState& state = inside_->state;
  if (state.sheets.empty())
    state.sheets = junheng::read_source(state.source, state.library.vocabulary, state.history.now().reading);
  const junheng::TableChoices& reading = state.history.now().reading;
  if (state.evaluation) {
    return junheng::rows_json({state.sheets, state.evaluation->sheets, state.evaluation->rows, reading}, request,
                              state.library);
  }
  return junheng::rows_json({state.sheets, std::vector<junheng::Sheet>(1), {}, reading}, request, state.library);
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

std::string Workbench::add_standard(std::string_view json) {
  AppState& state = inside_->state;
  return junheng::faults_json(workbench::add_standard(state, json), state.library);
}

void Workbench::set_text(std::string_view field, std::string_view value) {
  if (auto target = inside_->target_of(field)) update(inside_->state, SetText{std::move(*target), std::string(value)});
}

void Workbench::finish(std::string_view field, Finish how) {
  AppState& state = inside_->state;
  const auto entry = entry_of(field);
  if (const auto target = inside_->target_of(field); target && how == Finish::enter) {
    if (const auto* const fact = std::get_if<FactTarget>(&*target)) return update(state, NextFact{*fact});
  }
  if (entry == Entry::data_find) {
    if (how == Finish::enter) update(state, FindNext{});
    return;
  }
  // A field that is not there any more has nothing to end.
  if (entry != Entry::cell_edit || !state.view.editing) return;
  FinishCell end;
  end.keep = how != Finish::escape;
  end.rows = how == Finish::enter ? 1 : 0;
  end.columns = how == Finish::tab ? 1 : how == Finish::back_tab ? -1 : 0;
  update(state, end);
}

void Workbench::set_theme(Theme theme) {
  update(inside_->state, SetTheme{theme});
}

Theme Workbench::theme() const {
  return inside_->state.view.theme;
}

void Workbench::set_year(int year) {
  inside_->state.year = year;
}

void Workbench::listen(bool listening) {
  inside_->surface.recording = listening;
  inside_->surface.nodes.clear();
}

const std::vector<Node>& Workbench::nodes() const {
  return inside_->surface.nodes;
}

void Workbench::press(std::uint32_t id) {
  inside_->surface.pressed = id;
}

void Workbench::bring_into_sight(std::uint32_t id) {
  inside_->surface.brought = id;
}

void Workbench::draw() {
  Surface& surface = inside_->surface;
  const bool fresh = inside_->themed != ImGui::GetCurrentContext();
  ImGui::GetIO().UserData = &surface;
  if (fresh) {
    apply_theme(ImGui::GetStyle());
    inside_->themed = ImGui::GetCurrentContext();
  }
  if (fresh || inside_->coloured != inside_->state.view.theme) {
    inside_->coloured = inside_->state.view.theme;
    apply_colours(ImGui::GetStyle(), inside_->state.view.theme);
  }
  surface.nodes.clear();
  inside_->fields_before = std::exchange(inside_->fields, {});
  std::vector<Action> actions;
  Ui ui{inside_->state, actions, inside_->fields};
  draw_frame(ui);
  surface.pressed = surface.brought = 0;
  // Carried out after the frame: no view sees a state that changes under it.
  const bool evaluating = inside_->state.again != nullptr;
  inside_->wants_frame = !actions.empty() || evaluating;
  for (Action& action : actions)
    update(inside_->state, std::move(action));
  if (evaluating) advance_again(inside_->state);
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
  if (!state.evaluation) return {};
  const junheng::Asked asked{.explain_values = false, .encoding = {}, .remarks = state.history.now().remarks};
  return junheng::evaluation_json(*state.evaluation, state.library, detail, &asked);
}

std::unique_ptr<junheng::Session> Workbench::session() const {
  const AppState& state = inside_->state;
  if (!state.evaluation) return nullptr;
  junheng::Asked asked{.explain_values = false, .encoding = {}, .remarks = state.history.now().remarks};
  return std::make_unique<junheng::Session>(*state.evaluation, state.library, std::move(asked));
}

std::string Workbench::option_effects_json() const {
  const AppState& state = inside_->state;
  return state.evaluation ? junheng::option_effects_json(*state.evaluation, state.library) : std::string();
}

std::string Workbench::standards_json() const {
  return junheng::standards_json(inside_->state.library);
}

std::string Workbench::shown_table() const {
  return workbench::shown_table(inside_->state);
}

std::string Workbench::notice() const {
  const AppState& state = inside_->state;
  return state.notice ? state.notice->text.in(state.view.language) : std::string{};
}

bool Workbench::wants_escape() const {
  return inside_->state.view.meeting.has_value();
}

bool Workbench::wants_frame() const {
  return inside_->wants_frame;
}

}  // namespace workbench
