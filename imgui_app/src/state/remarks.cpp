// SPDX-License-Identifier: MIT
#include "state/remarks.h"

namespace workbench {

std::string_view remark_of(const AppState& state, std::uint32_t issue) {
  return junheng::remark_of(*state.evaluation, state.evaluation->issues[issue], state.history.now().remarks);
}

}  // namespace workbench
