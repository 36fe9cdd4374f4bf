// SPDX-License-Identifier: MIT
#include "schools/feet.h"

#include <imgui_internal.h>

#include <string_view>

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

constexpr float kFootHeight = 1.8F;

struct Cell {
  std::string_view words;
  Align align = Align::right;
};

/// In the order of the columns; the whole stage, whatever is filtered.
std::vector<Cell> cells_of(const StageFoot& foot, const FootColumns& columns) {
  std::vector<Cell> cells = {{foot.title, Align::left}, {}};
  cells.reserve(cells.size() + 3 + foot.means.size());
  if (columns.pupils) cells.push_back({foot.pupils});
  if (columns.verdicts) cells.insert(cells.end(), {{}, {foot.meeting}});
  for (const std::string& mean : foot.means)
    cells.push_back({mean});
  return cells;
}

}  // namespace

std::vector<ColumnPlace> column_places() {
  std::vector<ColumnPlace> places;
  const ImGuiTable* const table = ImGui::GetCurrentTable();
  if (table == nullptr) return places;
  places.reserve(static_cast<std::size_t>(table->ColumnsCount));
  for (int i = 0; i < table->ColumnsCount; ++i) {
    const ImGuiTableColumn& column = table->Columns[i];
    places.push_back({column.WorkMinX, column.WorkMaxX, column.ClipRect.Min.x, column.ClipRect.Max.x});
  }
  return places;
}

float feet_height(const Ui& ui) {
  return static_cast<float>(ui.state.model.stage_feet.size()) * whole_em(kFootHeight);
}

void draw_feet(const Ui& ui, const std::vector<ColumnPlace>& places, float width, const FootColumns& columns) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = whole_em(kFootHeight);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 end(at.x + width, at.y + feet_height(ui));
  list.AddRectFilled(at, end, colour().head);
  float y = at.y;
  for (const StageFoot& foot : ui.state.model.stage_feet) {
    list.AddLine({at.x, y}, {end.x, y}, colour().line);
    const std::vector<Cell> cells = cells_of(foot, columns);
    const float line = y + (height - ImGui::GetTextLineHeight()) / 2;
    for (std::size_t i = 0; i < cells.size() && i < places.size(); ++i) {
      // The title has the column of the stage as well, which is empty here.
      const bool title = i == 0 && places.size() > 1;
      const float right = title ? places[1].right : places[i].right;
      const float clip = title ? places[1].clip_right : places[i].clip_right;
      ImGui::PushClipRect({places[i].clip_left, y}, {clip, y + height}, true);
      if (!cells[i].words.empty())
        draw_line({places[i].left, line}, cells[i].words, right - places[i].left, colour().ink, cells[i].align);
      ImGui::PopClipRect();
    }
    y += height;
  }
  list.AddRect(at, end, colour().line);
  ImGui::Dummy({width, end.y - at.y});
}

void put_feet_rows(const Ui& ui, const FootColumns& columns) {
  for (const StageFoot& foot : ui.state.model.stage_feet) {
    ImGui::TableNextRow();
    ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, colour().head);
    for (const Cell& cell : cells_of(foot, columns)) {
      ImGui::TableNextColumn();
      put_line(cell.words, ImGui::GetContentRegionAvail().x, colour().ink, cell.align);
    }
  }
}

}  // namespace workbench
