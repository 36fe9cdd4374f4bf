// SPDX-License-Identifier: MIT
#include "platform_web/context.h"

#include <algorithm>
#include <span>
#include <utility>

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "kit/theme.h"
#include "platform_web/glyphs_browser.h"

namespace platform_web {
namespace {

/// A font wants a size of its own; the theme's size is what is drawn.
constexpr float kReferenceSize = 16.0F;
/// ImGui asserts on a frame that took no time, and one after a night of nothing is still one step.
constexpr double kShortestFrame = 1e-4;
constexpr double kLongestFrame = 1.0;

int open_gl(const std::string& canvas) {
  EmscriptenWebGLContextAttributes wanted;
  emscripten_webgl_init_context_attributes(&wanted);
  wanted.majorVersion = 2;
  wanted.minorVersion = 0;
  wanted.alpha = EM_FALSE;  // a canvas that shines through costs blending with the page and makes text thinner
  wanted.depth = EM_FALSE;
  wanted.stencil = EM_FALSE;
  wanted.antialias = EM_FALSE;  // ImGui smooths its own edges; multisampling would blur its text
  // On a machine with a slow GPU the workbench is still a page of text: draw it anyway.
  wanted.failIfMajorPerformanceCaveat = EM_FALSE;
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE handle = emscripten_webgl_create_context(canvas.c_str(), &wanted);
  if (handle <= 0 || emscripten_webgl_make_context_current(handle) != EMSCRIPTEN_RESULT_SUCCESS) return 0;
  return static_cast<int>(handle);
}

template <typename T>
void append(std::vector<std::byte>& bytes, const T* values, int count) {
  const auto from = std::as_bytes(std::span(values, static_cast<std::size_t>(count)));
  bytes.insert(bytes.end(), from.begin(), from.end());
}

/// Textures that the renderer has yet to make, change or throw away.
bool has_texture_work(const ImDrawData& data) {
  if (data.Textures == nullptr) return false;
  return std::any_of(data.Textures->begin(), data.Textures->end(),
                     [](const ImTextureData* texture) { return texture->Status != ImTextureStatus_OK; });
}

}  // namespace

Context::Context(const std::string& canvas) : gl_(open_gl(canvas)) {
  if (gl_ == 0) return;
  IMGUI_CHECKVERSION();
  imgui_ = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // no files here, and a window layout that comes back by itself surprises people
  io.LogFilename = nullptr;
  io.BackendPlatformName = "junheng_web";
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigDebugHighlightIdConflicts = false;  // its red frame is for us, not for a principal
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  add_browser_font(*io.Fonts, kReferenceSize);
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) {
    ImGui::DestroyContext(imgui_);
    imgui_ = nullptr;
    return;
  }
}

Context::~Context() {
  if (imgui_ == nullptr) return;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(imgui_);
  emscripten_webgl_destroy_context(gl_);
}

void Context::resize(int width, int height, float ratio) {
  width_ = std::max(width, 1);
  height_ = std::max(height, 1);
  drawn_.clear();  // a canvas of another size is empty
  if (ratio <= 0 || ratio == ratio_) return;
  ratio_ = ratio;
  styled_ = false;
}

bool Context::restyled() {
  // After a frame and not before the first one: the workbench sets its theme, in CSS pixels, while it draws that one.
  if (styled_) return false;
  restyle();
  return true;
}

void Context::restyle() {
  // From the plain style each time: ScaleAllSizes rounds, so scaling back and forth would drift.
  ImGuiStyle style;
  workbench::apply_theme(style);
  // Colours belong to the theme of the moment, which the workbench keeps.
  std::copy(std::begin(ImGui::GetStyle().Colors), std::end(ImGui::GetStyle().Colors), std::begin(style.Colors));
  style.ScaleAllSizes(ratio_);
  style.FontScaleDpi = ratio_;
  ImGui::GetStyle() = style;
  styled_ = true;
}

void Context::begin(double seconds) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(width_), static_cast<float>(height_));
  io.DisplayFramebufferScale = ImVec2(1, 1);
  io.DeltaTime = static_cast<float>(std::clamp(seconds - last_, kShortestFrame, kLongestFrame));
  last_ = seconds;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

// After each event a few frames are asked for, and most of them are the same as the one before. Where the machine has no
// GPU, the browser takes ten times as long to put a picture on the screen as ImGui to find out what is in it.
bool Context::is_on_screen(const ImDrawData& data) {
  wanted_.clear();
  append(wanted_, &ImGui::GetStyle().Colors[ImGuiCol_WindowBg], 1);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      // Member by member: what lies between them is anything.
      const ImTextureID texture = command.GetTexID();
      append(wanted_, &command.ClipRect, 1);
      append(wanted_, &texture, 1);
      append(wanted_, &command.VtxOffset, 1);
      append(wanted_, &command.IdxOffset, 1);
      append(wanted_, &command.ElemCount, 1);
    }
    append(wanted_, list->VtxBuffer.Data, list->VtxBuffer.Size);
    append(wanted_, list->IdxBuffer.Data, list->IdxBuffer.Size);
  }
  const bool same = !has_texture_work(data) && wanted_ == drawn_;
  if (!same) std::swap(wanted_, drawn_);
  return same;
}

void Context::end(bool due) {
  ImGui::Render();
  ImDrawData& data = *ImGui::GetDrawData();
  if (is_on_screen(data) && !due) return;
  const ImVec4& ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
  glViewport(0, 0, width_, height_);
  glClearColor(ground.x, ground.y, ground.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

void Context::lose_gpu() {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  drawn_.clear();
}

}  // namespace platform_web
