// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

#include "json/json_tree.h"
#include "junheng/rule.h"

namespace junheng {

/// What a file calls a limit (`id`), by which a standard of one's own changes it in all ways that have it; empty: it has no
/// name. `ways`: those of the check as its file has them, of which `way` is number `index`.
[[nodiscard]] std::string_view limit_name(Json ways, std::size_t index, const Way& way, std::size_t row);

}  // namespace junheng
