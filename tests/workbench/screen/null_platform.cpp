// SPDX-License-Identifier: MIT
#include "workbench/screen/null_platform.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace app_test {
namespace {

/// Coordinates outside the texture, where nothing but text of this font can be.
constexpr float kGlyphV = 2;
constexpr float kCharacters = 0x200000;
constexpr float kFrameSeconds = 1.0F / 60;
constexpr unsigned kFirstWide = 0x2E80;

float advance_of(unsigned code, float size) {
  return code >= kFirstWide ? size : std::round(size * 0.55F);
}

bool load_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*, ImWchar code, ImFontGlyph* glyph,
                float* advance) {
  const float width = advance_of(code, baked->Size);
  if (advance != nullptr) *advance = width;
  if (glyph == nullptr) return true;
  glyph->AdvanceX = width;
  glyph->Visible = code != ' ';
  glyph->X1 = width;
  glyph->Y1 = baked->Size;
  glyph->U0 = glyph->U1 = static_cast<float>(code) / kCharacters;
  glyph->V0 = glyph->V1 = kGlyphV;
  return true;
}

bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return true;
}
bool init_source(ImFontAtlas*, ImFontConfig*) {
  return true;
}

const ImFontLoader& loader() {
  static const ImFontLoader instance = [] {
    ImFontLoader made;
    made.Name = "characters by number";
    made.FontSrcInit = init_source;
    made.FontSrcContainsGlyph = has_glyph;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return instance;
}

void append(std::string& text, unsigned code) {
  char bytes[5];
  ImTextCharToUtf8(bytes, code);
  text += bytes;
}

std::string without_spaces(std::string_view text) {
  std::string out(text);
  std::erase(out, ' ');
  return out;
}

}  // namespace

NullPlatform::NullPlatform(ImVec2 size) {
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  ImGuiIO& io = own_io();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.DisplaySize = size;
  ImFontConfig config;
  config.FontLoader = &loader();
  config.SizePixels = 16;
  io.Fonts->AddFont(&config);
  app.listen(true);
  run();
}

NullPlatform::~NullPlatform() {
  static_cast<void>(own_io());
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures)
    texture->SetStatus(ImTextureStatus_Destroyed);
  ImGui::DestroyContext(context_);
}

/// Several platforms may live side by side, and ImGui has one current context.
ImGuiIO& NullPlatform::own_io() {
  ImGui::SetCurrentContext(context_);
  return ImGui::GetIO();
}

void NullPlatform::frame() {
  own_io().DeltaTime = kFrameSeconds;
  ImGui::NewFrame();
  app.draw();
  ImGui::Render();
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
  read_screen();
}

int NullPlatform::run(int most) {
  int frames = 0;
  do {
    frame();
    ++frames;
    // Two more than asked for: a child window learns its size in the frame after it was first drawn.
  } while (frames < most && (app.wants_frame() || frames < 3));
  return frames;
}

void NullPlatform::move_to(ImVec2 place) {
  own_io().AddMousePosEvent(place.x, place.y);
  run();
}

void NullPlatform::click_at(ImVec2 place) {
  move_to(place);
  own_io().AddMouseButtonEvent(0, true);
  frame();
  own_io().AddMouseButtonEvent(0, false);
  run();
}

bool NullPlatform::click(std::string_view words) {
  const Seen* seen = find(words);
  if (seen == nullptr) return false;
  click_at(seen->centre());
  return true;
}

bool NullPlatform::click_on_top(std::string_view words) {
  const std::string wanted = without_spaces(words);
  for (auto seen = seen_.rbegin(); seen != seen_.rend(); ++seen) {
    if (without_spaces(seen->text).find(wanted) == std::string::npos) continue;
    click_at(seen->centre());
    return true;
  }
  return false;
}

bool NullPlatform::hears(std::string_view name) const {
  const std::vector<workbench::Node>& nodes = app.nodes();
  return std::any_of(nodes.begin(), nodes.end(), [&](const workbench::Node& node) { return node.words == name; });
}

bool NullPlatform::click_tab(std::string_view name) {
  for (const Seen& seen : seen_) {
    if (seen.text != name) continue;
    click_at(seen.centre());
    return true;
  }
  return false;
}

void NullPlatform::double_click_at(ImVec2 place) {
  move_to(place);
  for (int i = 0; i < 2; ++i) {
    own_io().AddMouseButtonEvent(0, true);
    frame();
    own_io().AddMouseButtonEvent(0, false);
    frame();
  }
  run();
}

bool NullPlatform::press(std::string_view name) {
  for (const workbench::Node& node : app.nodes()) {
    if (node.id == 0 || node.words != name) continue;
    app.press(node.id);
    run();
    return true;
  }
  return false;
}

const workbench::TextField* NullPlatform::field(std::string_view id) const {
  for (const workbench::TextField& one : app.text_fields()) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

bool NullPlatform::type(std::string_view id, std::string_view text, workbench::Workbench::Finish how) {
  if (field(id) == nullptr) return false;
  app.set_text(id, text);
  app.finish(id, how);
  run();
  return true;
}

void NullPlatform::wheel(ImVec2 place, float lines) {
  move_to(place);
  own_io().AddMouseWheelEvent(0, lines);
  run();
}

void NullPlatform::key(ImGuiKey key) {
  own_io().AddKeyEvent(key, true);
  frame();
  own_io().AddKeyEvent(key, false);
  run();
}

void NullPlatform::resize(ImVec2 size) {
  own_io().DisplaySize = size;
  run();
}

void NullPlatform::read_screen() {
  seen_.clear();
  const ImDrawData& data = *ImGui::GetDrawData();
  vertices_ = data.TotalVtxCount;
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      for (unsigned i = 0; i + 5 < command.ElemCount;) {
        const auto vertex = [&](unsigned offset) -> const ImDrawVert& {
          const unsigned at = command.IdxOffset + i + offset;
          return list->VtxBuffer[static_cast<int>(list->IdxBuffer[static_cast<int>(at)] + command.VtxOffset)];
        };
        const ImDrawVert& low = vertex(0);
        const ImDrawVert& high = vertex(2);
        if (low.uv.y != kGlyphV) {
          i += 3;
          continue;
        }
        i += 6;
        const ImVec4& clip = command.ClipRect;
        // Half of a character is needed to read it.
        const ImVec2 centre((low.pos.x + high.pos.x) / 2, (low.pos.y + high.pos.y) / 2);
        if (centre.x < clip.x || centre.x > clip.z || centre.y < clip.y || centre.y > clip.w) continue;
        const auto code = static_cast<unsigned>(std::lround(low.uv.x * kCharacters));
        const float size = high.pos.y - low.pos.y;
        Seen* last = seen_.empty() ? nullptr : &seen_.back();
        const float gap = last == nullptr ? 0 : low.pos.x - last->high.x;
        if (last == nullptr || std::abs(last->low.y - low.pos.y) > 0.5F || gap < -1 || gap > size * 0.9F) {
          seen_.push_back({{}, low.pos, high.pos});
          last = &seen_.back();
        } else if (gap > size * 0.3F) {
          last->text += ' ';
        }
        append(last->text, code);
        last->high = high.pos;
      }
    }
  }
}

const Seen* NullPlatform::find(std::string_view words) const {
  const std::string wanted = without_spaces(words);
  for (const Seen& seen : seen_) {
    if (without_spaces(seen.text).find(wanted) != std::string::npos) return &seen;
  }
  return nullptr;
}

bool NullPlatform::sees(std::string_view words) const {
  return find(words) != nullptr;
}

int NullPlatform::count(std::string_view words) const {
  const std::string wanted = without_spaces(words);
  return static_cast<int>(std::count_if(seen_.begin(), seen_.end(), [&](const Seen& seen) {
    return without_spaces(seen.text).find(wanted) != std::string::npos;
  }));
}

std::string NullPlatform::line_of(std::string_view words) const {
  const Seen* wanted = find(words);
  if (wanted == nullptr) return {};
  std::vector<const Seen*> line;
  for (const Seen& seen : seen_) {
    if (std::abs(seen.centre().y - wanted->centre().y) < 3) line.push_back(&seen);
  }
  std::sort(line.begin(), line.end(), [](const Seen* a, const Seen* b) { return a->low.x < b->low.x; });
  std::string text;
  for (const Seen* seen : line)
    text += (text.empty() ? "" : " | ") + seen->text;
  return text;
}

std::string NullPlatform::screen() const {
  std::string text;
  for (const Seen& seen : seen_)
    text += seen.text + "\n";
  return text;
}

}  // namespace app_test
