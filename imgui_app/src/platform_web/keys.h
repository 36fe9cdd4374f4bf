// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace platform_web {

/// Tells ImGui of a key by its DOM `code` (the place on the keyboard: "KeyF", "ArrowDown"). Unknown codes are ignored.
/// No characters: everything typed goes into real inputs of the page.
void send_key(std::string_view code, bool down);

/// The modifiers as they stand at an event; sent before the key itself, as ImGui asks for.
void send_modifiers(bool ctrl, bool shift, bool alt, bool meta);

}  // namespace platform_web
