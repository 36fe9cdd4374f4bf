// SPDX-License-Identifier: MIT
#include "data/view.h"

#include "data/changes.h"
#include "data/table.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

void draw_pages(Ui& ui) {
  const std::vector<std::string>& titles = ui.state.model.data.page_titles;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const auto page = static_cast<DataPage>(i);
    ImGui::PushID(static_cast<int>(i));
    const ButtonLook look = ui.state.view.data_page == page ? ButtonLook::chosen : ButtonLook::plain;
    if (button("page", titles[i], look)) ui.emit(ShowDataPage{page});
    ImGui::PopID();
    ImGui::SameLine(0, em(0.25F));
  }
  ImGui::SameLine(0, em(1));
  const auto step = [&](const char* id, Phrase phrase, std::size_t steps, auto action) {
    const ButtonLook look = steps > 0 ? ButtonLook::plain : ButtonLook::off;
    if (button(id, ui.say(phrase), look) && steps > 0) ui.emit(action);
    ImGui::SameLine(0, em(0.25F));
  };
  step("undo", Phrase::data_undo, ui.state.history.undo_steps(), Undo{});
  step("redo", Phrase::data_redo, ui.state.history.redo_steps(), Redo{});
}

}  // namespace

void draw_data(Ui& ui) {
  draw_pages(ui);
  switch (ui.state.view.data_page) {
    case DataPage::table:
      return draw_data_table(ui);
    case DataPage::changes:
      return draw_data_changes(ui);
  }
}

}  // namespace workbench
