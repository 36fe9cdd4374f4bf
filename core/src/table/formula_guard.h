// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace junheng {

/// Whether the apostrophe at the start is no part of the text, but keeps spreadsheets from computing it: "'=1+1". Our
/// own files and copies have it (web/src/files/formula_guard.ts), and so do careful programs of others.
[[nodiscard]] bool is_guarded(std::string_view cell);

}  // namespace junheng
