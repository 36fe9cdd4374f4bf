// SPDX-License-Identifier: MIT
#include "state/ui.h"

#include <utility>

namespace workbench {

template <class A>
void Ui::emit(A action) {
  actions.emplace_back(std::move(action));
}

#define JUNHENG_ACTION(name) template void Ui::emit(name);
JUNHENG_ACTIONS(JUNHENG_ACTION)
#undef JUNHENG_ACTION

}  // namespace workbench
