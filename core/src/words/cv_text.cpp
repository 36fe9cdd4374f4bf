// SPDX-License-Identifier: MIT
#include "junheng/cv_text.h"

#include "junheng/number_text.h"

namespace junheng {

std::string cv_text(double cv, const std::optional<Limit>& limit, Verdict verdict) {
  if (!limit) return number_text(cv, kCvDecimals);
  return number_beside_limit(cv, to_double(limit->value), kCvDecimals, false, verdict == Verdict::pass);
}

}  // namespace junheng
