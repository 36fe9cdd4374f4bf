// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "workbench.h"

/// A platform without a window: feeds events to the workbench and reads the screen.
namespace app_test {

/// A piece of text as it stands on the screen; neighbouring words of one line are one piece.
struct Seen {
  std::string text;
  ImVec2 low;
  ImVec2 high;

  [[nodiscard]] ImVec2 centre() const { return {(low.x + high.x) / 2, (low.y + high.y) / 2}; }
};

/// Text is read from the vertices that would go to the graphics card: the font of this platform gives every character
/// its own place in the texture, and from the place the character is known again. So a test sees what a person would
/// see, cut by the same clipping, whatever function drew it.
class NullPlatform {
 public:
  explicit NullPlatform(ImVec2 size = {1366, 768});
  ~NullPlatform();
  NullPlatform(const NullPlatform&) = delete;
  NullPlatform& operator=(const NullPlatform&) = delete;

  /// Draws until nothing changes any more, at most `most` frames; returns how many it took.
  int run(int most = 20);
  void frame();

  void move_to(ImVec2 place);
  void click_at(ImVec2 place);
  /// Clicks the first text on the screen that contains these words; false where there is none.
  bool click(std::string_view words);
  /// The same with the text drawn last: of a list that is open over other things.
  bool click_on_top(std::string_view words);
  /// Clicks the tab of exactly this name: its words occur elsewhere too.
  bool click_tab(std::string_view name);
  void double_click_at(ImVec2 place);
  /// Presses what a screen reader would find under exactly this name; false where there is none.
  bool press(std::string_view name);
  [[nodiscard]] const workbench::TextField* field(std::string_view id) const;
  /// Types into a text field and leaves it as a person does.
  bool type(std::string_view id, std::string_view text,
            workbench::Workbench::Finish how = workbench::Workbench::Finish::enter);
  void wheel(ImVec2 place, float lines);
  void key(ImGuiKey key);
  void resize(ImVec2 size);

  [[nodiscard]] bool sees(std::string_view words) const;
  [[nodiscard]] int count(std::string_view words) const;
  /// Whether a screen reader finds something of exactly this name.
  [[nodiscard]] bool hears(std::string_view name) const;
  [[nodiscard]] const Seen* find(std::string_view words) const;
  /// Everything on the line of this text, from left to right, for "value beside its limit".
  [[nodiscard]] std::string line_of(std::string_view words) const;
  [[nodiscard]] std::string screen() const;
  [[nodiscard]] int vertices() const { return vertices_; }

  workbench::Workbench app;

 private:
  ImGuiIO& own_io();
  void read_screen();

  ImGuiContext* context_ = nullptr;
  std::vector<Seen> seen_;
  int vertices_ = 0;
};

}  // namespace app_test
