// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "junheng/options.h"
#include "junheng/words.h"

/// Sentences of options (口径): what a choice would do, and which were chosen.
namespace junheng {

/// "选此项：Q7 三年巩固率由不达标变为达标；县结论不变。" Where there are several counties, each by its name.
[[nodiscard]] std::string sentence(const Words& words, const ChoiceEffect& effect, const Evaluation& evaluation);

/// "口径：三年巩固率公式按“毕业÷初一”。" Names what is not the standard's own choice; empty where all
/// are.
[[nodiscard]] std::string chosen_options(const Words& words, const Evaluation& evaluation);

}  // namespace junheng
