// SPDX-License-Identifier: MIT
#include "standard/limit_name.h"

namespace junheng {

std::string_view limit_name(Json ways, std::size_t index, const Way& way, std::size_t row) {
  const Json rows = ways[index].find(id_of(way.compare));
  return (rows.is_list() ? rows[row] : rows).find("id").text();
}

}  // namespace junheng
