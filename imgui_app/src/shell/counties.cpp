// SPDX-License-Identifier: MIT
#include "shell/counties.h"

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/texts.h"

namespace workbench {
namespace {

void draw_counts(const Ui& ui) {
  constexpr junheng::Verdict kVerdicts[] = {junheng::Verdict::pass, junheng::Verdict::fail, junheng::Verdict::unknown};
  for (std::size_t i = 0; i < IM_ARRAYSIZE(kVerdicts); ++i) {
    if (i > 0) ImGui::SameLine(0, em(0.8F));
    shape(kVerdicts[i]);
    tip(verdict_word(ui.state, kVerdicts[i]));
    ImGui::SameLine(0, em(0.2F));
    text(ui.state.model.county_counts[i], ink_of(kVerdicts[i]));
  }
}

}  // namespace

void draw_counties(Ui& ui) {
  const Model& model = ui.state.model;
  text(model.county_heading);
  draw_counts(ui);
  text_field(ui, Entry::county_search, ui.state.view.county_search, ui.say(Phrase::county_search),
             ImGui::GetContentRegionAvail().x);
  if (model.counties.empty()) return text(ui.say(Phrase::county_none), colour().quiet);

  ImGui::BeginChild("county-list", {0, 0}, ImGuiChildFlags_NavFlattened);
  const float gap = whole_em(0.15F);
  const float height = whole_em(1.9F);
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, gap));
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(model.counties.size()), height + gap);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const std::uint32_t county = model.counties[static_cast<std::size_t>(i)];
      ImGui::PushID(i);
      const ImVec2 at = ImGui::GetCursorScreenPos();
      const float width = ImGui::GetContentRegionAvail().x;
      if (row_button("##county", county_name(ui.state, county), county == ui.state.view.county, height))
        ui.emit(SelectCounty{county});
      draw_shape(*ImGui::GetWindowDrawList(), {at.x + em(0.8F), at.y + height / 2}, em(0.33F),
                 ui.state.evaluation->counties[county].verdict);
      draw_line({at.x + em(1.7F), at.y + (height - ImGui::GetTextLineHeight()) / 2}, county_name(ui.state, county),
                width - em(1.9F), colour().ink);
      ImGui::PopID();
    }
  }
  ImGui::PopStyleVar();
  ImGui::EndChild();
}

}  // namespace workbench
