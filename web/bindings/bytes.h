// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <emscripten/val.h>

/// How bytes cross the border of both modules: as a Uint8Array that looks at the memory of wasm.
namespace web {

/// Good until memory grows.
[[nodiscard]] inline emscripten::val view(std::string& bytes) {
  return emscripten::val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data())));
}

/// Makes room for so many bytes, which may be anything until they are written: of a nation, zeroing them first is a
/// fortieth of the whole work, and the library leaves it out by a name of its own alone.
/// Not a resize of what was there: an old input would be copied along while memory grows. With some to spare, as the core
/// keeps names behind a table (keep_text()): the first of them would double it.
[[nodiscard]] inline emscripten::val room(std::string& text, std::size_t bytes) {
  constexpr std::size_t kSpare = 1024;
  text = std::string();
  if (bytes > kSpare) text.reserve(bytes + bytes / 64 + kSpare);
  text.__resize_default_init(bytes);
  return view(text);
}

}  // namespace web
