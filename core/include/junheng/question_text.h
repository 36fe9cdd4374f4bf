// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "junheng/layout.h"
#include "junheng/words.h"

/// Sentences of questions about how a table is to be read.
namespace junheng {

/// "“一览表”第 7 行的数是上面各行之和：是合计，还是一所学校？"
[[nodiscard]] std::string question_text(const Words& words, const Question& question, const std::vector<Sheet>& sheets);

/// What a person chooses by: "是合计，不计入"; a year stands for itself, "2022 年作上一年对照".
[[nodiscard]] std::string choice_text(const Words& words, const Question& question, const QuestionOption& option);

}  // namespace junheng
