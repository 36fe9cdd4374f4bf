// SPDX-License-Identifier: MIT
#include "junheng/terms.h"

namespace junheng {

Verdict worse(Verdict a, Verdict b) {
  if (a == Verdict::none) return b;
  if (b == Verdict::none) return a;
  if (a == Verdict::fail || b == Verdict::fail) return Verdict::fail;
  if (a == Verdict::unknown || b == Verdict::unknown) return Verdict::unknown;
  if (a == Verdict::near || b == Verdict::near) return Verdict::near;
  return Verdict::pass;
}

}  // namespace junheng
