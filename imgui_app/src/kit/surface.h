// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "kit/theme.h"
#include "state/platform.h"

namespace workbench {

/// Shared by the widgets of one ImGui context: colours, and the record of what they drew, from which the page builds a
/// tree for screen readers and the keyboard.
struct Surface {
  const Palette* palette = nullptr;
  std::vector<Node> nodes;  ///< of the last frame, in reading order
  ImGuiID pressed = 0;      ///< item to press in this frame, as by a click
  ImGuiID brought = 0;      ///< item to scroll into view in this frame
  bool recording = false;   ///< set while a platform listens
  int quiet = 0;            ///< above 0: recording is suspended, see Unrecorded
};

/// Returns that of the current context, or a dummy where none was set.
[[nodiscard]] Surface& surface();

/// Records the last item as one that can be pressed; to be called directly after the item. Returns true where it was
/// pressed by other means than the pointer.
bool record_item(Node::Role role, std::string_view words, bool chosen = false);
/// The item that was recorded last takes the focus of the keyboard.
void focus_item();
/// Records a piece of text in its rectangle.
void record_text(std::string_view words, ImVec2 low, ImVec2 high, Node::Role role = Node::Role::text);

/// Suspends recording to the end of the scope: what is drawn belongs to an item that was recorded with these words.
class Unrecorded {
 public:
  Unrecorded() { ++surface().quiet; }
  ~Unrecorded() { --surface().quiet; }
  Unrecorded(const Unrecorded&) = delete;
  Unrecorded& operator=(const Unrecorded&) = delete;
};

}  // namespace workbench
