// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "files.h"
#include "outcome.h"

namespace test {

/// The standards that come with the tree, those of provinces and cities too.
inline constexpr const char* kAllStandards[] = {"quality-2017", "basic-2012", "chongqing-2012", "shenyang-2024"};

/// One of them; an empty one where there is none of this id.
inline const junheng::Standard& with_variants(std::string_view id) {
  static const junheng::Library all = [] {
    junheng::Library library = junheng::load_library();
    for (const char* const file : {"chongqing-2012", "shenyang-2024"}) {
      [[maybe_unused]] const auto faults =
          library.add(source_file("core/standards/variants/" + std::string(file) + ".json"));
    }
    return library;
  }();
  const junheng::Standard* const found = all.standard(id);
  return found != nullptr ? *found : standard("none");
}

}  // namespace test
