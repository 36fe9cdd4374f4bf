// SPDX-License-Identifier: MIT
#include "junheng/question.h"

#include <algorithm>

namespace junheng {

std::string_view answer_to(const std::vector<Answer>& answers, QuestionKind kind, QuestionPlace place) {
  const auto answered = std::find_if(answers.begin(), answers.end(), [&](const Answer& answer) {
    return answer.kind == kind && answer.place == place;
  });
  return answered == answers.end() ? std::string_view() : std::string_view(answered->option);
}

bool is_open(const std::vector<Question>& questions) {
  return std::any_of(questions.begin(), questions.end(),
                     [](const Question& question) { return question.answer.empty(); });
}

}  // namespace junheng
