// SPDX-License-Identifier: MIT
#include "kit/surface.h"

namespace workbench {
namespace {

Point point_of(ImVec2 at) {
  return {at.x, at.y};
}

}  // namespace

Surface& surface() {
  void* const own = ImGui::GetIO().UserData;
  if (own != nullptr) return *static_cast<Surface*>(own);
  // A context without a workbench: a style may be made in it, nothing is drawn.
  static Surface nobody;
  return nobody;
}

bool record_item(Node::Role role, std::string_view words, bool chosen) {
  Surface& own = surface();
  const ImGuiID id = ImGui::GetItemID();
  if (own.recording && own.quiet == 0) {
    own.nodes.push_back({role, id, std::string(words), point_of(ImGui::GetItemRectMin()),
                         point_of(ImGui::GetItemRectMax()), chosen, false});
  }
  if (own.brought == id && id != 0) ImGui::SetScrollHereY(0.5F);
  return own.pressed == id && id != 0;
}

void focus_item() {
  Surface& own = surface();
  if (own.recording && own.quiet == 0 && !own.nodes.empty()) own.nodes.back().focus = true;
}

void record_text(std::string_view words, ImVec2 low, ImVec2 high, Node::Role role) {
  Surface& own = surface();
  if (!own.recording || own.quiet > 0 || words.empty()) return;
  own.nodes.push_back({role, 0, std::string(words), point_of(low), point_of(high), false, false});
}

}  // namespace workbench
