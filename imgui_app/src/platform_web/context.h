// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

struct ImDrawData;
struct ImGuiContext;

namespace platform_web {

/// Dear ImGui on a WebGL 2 canvas: its context, its renderer, and the style at the screen's pixel ratio.
///
/// Everything is in device pixels: ImGui places text on whole pixels of its own display, so a display of CSS pixels
/// would put letters between the pixels of a screen at 125 or 150 %, and they would be blurred.
class Context {
 public:
  /// `canvas` is a CSS selector. ready() is false where the canvas gives no WebGL 2.
  explicit Context(const std::string& canvas);
  ~Context();
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  [[nodiscard]] bool ready() const { return imgui_ != nullptr; }

  /// Device pixels, and how many of them make a CSS pixel.
  void resize(int width, int height, float ratio);

  /// True once: the frame that was drawn last had a style of another ratio.
  [[nodiscard]] bool restyled();

  /// `seconds` since any fixed moment. Between begin and end the workbench draws. What is on the screen already is put
  /// there again only where it is `due`: the browser may have given its memory away while nothing was drawn.
  void begin(double seconds);
  void end(bool due);

  /// The browser took the GPU away: forget what was on it. The next begin() uploads everything again.
  void lose_gpu();

 private:
  void restyle();
  [[nodiscard]] bool is_on_screen(const ImDrawData& data);

  bool styled_ = false;  ///< false until the style at this ratio is in force
  ImGuiContext* imgui_ = nullptr;
  int gl_ = 0;
  int width_ = 1;
  int height_ = 1;
  float ratio_ = 1;
  double last_ = 0;
  std::vector<std::byte> drawn_;   ///< all that the picture on the screen was made of
  std::vector<std::byte> wanted_;  ///< the same of this frame
};

}  // namespace platform_web
