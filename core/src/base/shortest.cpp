// SPDX-License-Identifier: MIT
#include "base/shortest.h"

#include <nlohmann/detail/conversions/to_chars.hpp>

namespace junheng {

// A private name of the JSON library (Grisu2, what its dump() writes), kept to this file: libc++ 13 of emcc 3.1.6 has no
// std::to_chars for doubles, and snprintf brings long doubles, which are software in wasm.
std::string_view shortest(double value, ShortestBuffer& buffer) {
  const char* const end = nlohmann::detail::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), static_cast<std::size_t>(end - buffer.data())};
}

}  // namespace junheng
