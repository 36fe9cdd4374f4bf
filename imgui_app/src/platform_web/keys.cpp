// SPDX-License-Identifier: MIT
#include "platform_web/keys.h"

#include <array>
#include <utility>

#include "imgui.h"

namespace platform_web {
namespace {

constexpr std::array<std::pair<std::string_view, ImGuiKey>, 28> kKeys = {{
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Insert", ImGuiKey_Insert},
    {"Delete", ImGuiKey_Delete},
    {"Backspace", ImGuiKey_Backspace},
    {"Space", ImGuiKey_Space},
    {"Enter", ImGuiKey_Enter},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"Escape", ImGuiKey_Escape},
    {"F2", ImGuiKey_F2},
    {"F8", ImGuiKey_F8},
    {"ControlLeft", ImGuiKey_LeftCtrl},
    {"ControlRight", ImGuiKey_RightCtrl},
    {"ShiftLeft", ImGuiKey_LeftShift},
    {"ShiftRight", ImGuiKey_RightShift},
    {"AltLeft", ImGuiKey_LeftAlt},
    {"AltRight", ImGuiKey_RightAlt},
    {"MetaLeft", ImGuiKey_LeftSuper},
    {"MetaRight", ImGuiKey_RightSuper},
    {"ContextMenu", ImGuiKey_Menu},
    {"Minus", ImGuiKey_Minus},
    {"Equal", ImGuiKey_Equal},
}};

ImGuiKey key_of(std::string_view code) {
  constexpr std::string_view kLetter = "Key";
  constexpr std::string_view kDigit = "Digit";
  if (code.size() == kLetter.size() + 1 && code.starts_with(kLetter) && code.back() >= 'A' && code.back() <= 'Z') {
    return static_cast<ImGuiKey>(ImGuiKey_A + (code.back() - 'A'));
  }
  if (code.size() == kDigit.size() + 1 && code.starts_with(kDigit) && code.back() >= '0' && code.back() <= '9') {
    return static_cast<ImGuiKey>(ImGuiKey_0 + (code.back() - '0'));
  }
  for (const auto& [name, key] : kKeys) {
    if (name == code) return key;
  }
  return ImGuiKey_None;
}

}  // namespace

void send_key(std::string_view code, bool down) {
  const ImGuiKey key = key_of(code);
  if (key != ImGuiKey_None) ImGui::GetIO().AddKeyEvent(key, down);
}

void send_modifiers(bool ctrl, bool shift, bool alt, bool meta) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, shift);
  io.AddKeyEvent(ImGuiMod_Alt, alt);
  io.AddKeyEvent(ImGuiMod_Super, meta);
}

}  // namespace platform_web
