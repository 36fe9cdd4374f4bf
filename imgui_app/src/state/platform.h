// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "state/text_target.h"

/// What the workbench and the platform around it hand each other, in ImGui's display coordinates and without its types:
/// the state and everything worked out from it know no ImGui.
namespace workbench {

enum class Theme : std::uint8_t { light, dark, contrast };

/// A text field drawn in this frame. The platform lays a real text input over it, so that input methods, phones and
/// screen readers work as they do everywhere; ImGui draws only its frame.
struct TextField {
  std::string id;  ///< of the target
  TextTarget target;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  std::string value;
  std::string hint;
  bool named = false;  ///< its hint stands beside it already: it is only read aloud
  bool live = true;    ///< every change is told at once; otherwise when it is finished
  bool focus = false;  ///< takes the focus now
  bool keys = false;   ///< Enter, Tab and Escape end it: see Workbench::finish
};

struct Point {
  float x = 0;
  float y = 0;
};

/// Something on the screen as a screen reader must know it.
struct Node {
  /// fold: a row that opens what stands behind it; opener: a button that does; chosen says that it is open.
  enum class Role : std::uint8_t { text, heading, button, tab, row, fold, opener };
  Role role = Role::text;
  std::uint32_t id = 0;  ///< of the ImGui item; 0: cannot be pressed
  std::string words;
  Point low;
  Point high;
  bool chosen = false;
  bool focus = false;  ///< takes the focus now
};

/// Something only the platform can do, asked for by a button.
struct Request {
  enum class Kind : std::uint8_t { open_file, load_sample, save_chart, publish, copy, view };
  Kind kind = Kind::open_file;
  /// load_sample: the sample's file name; save_chart: "svg" or "png"; publish: "results",
  /// "folder", "page" or "sealed"; view: one of the page's own, "plan".
  std::string argument;
};

}  // namespace workbench
