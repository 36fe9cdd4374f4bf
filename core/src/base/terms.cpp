// SPDX-License-Identifier: MIT
#include "junheng/terms.h"

namespace junheng {

std::string_view id_of(Stage stage) {
  switch (stage) {
    case Stage::primary:
      return "primary";
    case Stage::middle:
      return "middle";
    case Stage::senior:
      return "senior";
  }
  return {};
}

std::string_view id_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::unknown:
      return "unknown";
    case Verdict::near:
      return "near";
    case Verdict::none:
      return "none";
  }
  return {};
}

std::string_view id_of(Language language) {
  switch (language) {
    case Language::zh:
      return "zh";
    case Language::en:
      return "en";
  }
  return {};
}

std::optional<Stage> stage_of(std::string_view id) {
  for (const Stage stage : kStages) {
    if (id_of(stage) == id) return stage;
  }
  return std::nullopt;
}

Verdict worse(Verdict a, Verdict b) {
  if (a == Verdict::none) return b;
  if (b == Verdict::none) return a;
  if (a == Verdict::fail || b == Verdict::fail) return Verdict::fail;
  if (a == Verdict::unknown || b == Verdict::unknown) return Verdict::unknown;
  if (a == Verdict::near || b == Verdict::near) return Verdict::near;
  return Verdict::pass;
}

}  // namespace junheng
