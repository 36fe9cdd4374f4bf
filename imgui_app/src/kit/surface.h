// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string_view>
#include <vector>

#include "kit/theme.h"
#include "state/platform.h"

namespace workbench {

/// What widgets of one ImGui context share without asking for it: colours, and the record of what they drew, from which
/// the page makes a tree that screen readers and the keyboard can walk through.
struct Surface {
  const Palette* palette = nullptr;
  std::vector<Node> nodes;  ///< of the last frame, in reading order
  ImGuiID pressed = 0;      ///< to be pressed in this frame as if clicked
  ImGuiID brought = 0;      ///< to be brought into sight in this frame
  bool recording = false;   ///< nobody listens: nothing is recorded
  int quiet = 0;            ///< above 0: what is drawn is part of a button and no text of its own
};

/// Of the current context; one that nobody looks at where none was set.
[[nodiscard]] Surface& surface();

/// For everything that can be pressed, directly behind its item. True: pressed by other means than the pointer.
bool record_item(Node::Role role, std::string_view words, bool chosen = false);
/// A piece of text at a place.
void record_text(std::string_view words, ImVec2 low, ImVec2 high, Node::Role role = Node::Role::text);

/// Until the end of the block nothing is recorded: what is drawn belongs to an item that says it already.
class Unrecorded {
 public:
  Unrecorded() { ++surface().quiet; }
  ~Unrecorded() { --surface().quiet; }
  Unrecorded(const Unrecorded&) = delete;
  Unrecorded& operator=(const Unrecorded&) = delete;
};

}  // namespace workbench
