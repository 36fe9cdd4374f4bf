// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/theme.h"
#include "state/ui.h"

/// The widgets all views are built from.
namespace workbench {

/// Length in units of the text height.
[[nodiscard]] inline float em(float times) {
  return ImGui::GetFontSize() * times;
}

/// The same in whole points, for everything that rows are made of: ImGui places rows at whole points, and a list of
/// 200,000 rows that counts with a fraction more ends thousands of rows too early.
[[nodiscard]] inline float whole_em(float times) {
  return std::floor(em(times));
}

/// A window too small for everything at once: half a screen, 200 % zoom, a phone. What is seldom used is folded there.
[[nodiscard]] bool cramped();

/// Another text size to the end of the scope.
class TextSize {
 public:
  explicit TextSize(float times) { ImGui::PushFont(nullptr, ImGui::GetStyle().FontSizeBase * times); }
  ~TextSize() { ImGui::PopFont(); }
  TextSize(const TextSize&) = delete;
  TextSize& operator=(const TextSize&) = delete;
};

void text(std::string_view words, ImU32 ink = colour().ink);

/// Continues the line where an item of this width fits, else starts a new one.
void same_line(float width, float gap);

/// Text beside buttons, centred on their height.
void label(std::string_view words, ImU32 ink = colour().quiet);

[[nodiscard]] ImU32 ink_of(junheng::Verdict verdict);
/// Background of a table cell; kNoColour for a verdict that needs no attention.
[[nodiscard]] ImU32 ground_of(junheng::Verdict verdict);

/// The same by how far a value lies from its threshold, as a part of it: further is stronger.
[[nodiscard]] ImU32 heat_of(junheng::Verdict verdict, double margin);
/// By a share of a whole.
[[nodiscard]] ImU32 heat_of(double share);

/// The shape by which an issue is known without its colour.
[[nodiscard]] junheng::Verdict shape_of(junheng::Severity severity);
/// Tick, triangle, cross, ring with a bar: a verdict without words or colour.
void draw_shape(ImDrawList& list, ImVec2 centre, float radius, junheng::Verdict verdict);
/// A triangle that points to what opens, or down to what is open.
void draw_fold(ImVec2 centre, bool open);
/// The shape at the cursor, as high as a line of text.
void shape(junheng::Verdict verdict);
/// The same as high as a button.
void label_shape(junheng::Verdict verdict);
/// The shape and the word.
void verdict_mark(const Ui& ui, junheng::Verdict verdict);
[[nodiscard]] float verdict_mark_width(const Ui& ui, junheng::Verdict verdict);

/// Width of a column that holds any verdict in the current language.
[[nodiscard]] float verdict_column_width(const Ui& ui);

/// open: quiet, and what it opens is open.
enum class ButtonLook : unsigned char { plain, primary, chosen, quiet, open, off };
/// `spoken`: its name where the words alone do not say of what they are.
/// `role`: another one than a button's, for one that opens something; `chosen` then says that it is open.
bool button(const char* id, std::string_view words, ButtonLook look, float width = 0, std::string_view spoken = {},
            Node::Role role = Node::Role::button);
[[nodiscard]] float button_width(std::string_view words);

/// How many things wait behind a tab; without a count there is none.
struct Badge {
  std::string count;
  junheng::Severity severity{};  ///< of the worst
  std::string_view spoken;       ///< for those who do not see it, in place of the tab's words
};

/// A tab's head: words with a line under the chosen one. `padding`: beside the words, in em.
[[nodiscard]] float tab_width(std::string_view words, const Badge& badge, float padding);
bool tab_head(const char* id, std::string_view words, bool chosen, float height, float padding, const Badge& badge);

/// Frame of a text field; the platform lays its own input over it.
struct FieldLook {
  bool named = false;
  bool live = true;
  bool focus = false;
  bool keys = false;
  float height = 0;  ///< 0: as high as a button
};
void text_field(Ui& ui, const TextTarget& target, std::string_view value, std::string_view hint, float width,
                FieldLook look = {});

/// A drop-down list. Returns the index chosen in this frame; nullopt: none was.
std::optional<std::size_t> choose(const char* id, float width, const std::vector<std::string>& options,
                                  std::optional<std::size_t> chosen, std::string_view none = {});

/// A selectable row of a list; the caller draws its text over it. Returns true where it was pressed.
bool row_button(const char* id, std::string_view words, bool chosen, float height,
                ImGuiSelectableFlags flags = ImGuiSelectableFlags_None, Node::Role role = Node::Role::row);

/// A heading, also for screen readers.
void heading(std::string_view words, float times, ImU32 ink = colour().ink);

/// A coefficient as a bar, its limit as a line across it; takes the width available.
void draw_bar(const BalanceLine& line);

/// A white box with a border, as a child window: begin_box … end_box. Height 0: as high as its content.
void begin_box(const char* id, ImVec2 size, float padding);
void end_box();

/// Tooltip of the last item.
void tip(std::string_view words);

}  // namespace workbench
