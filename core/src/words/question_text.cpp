// SPDX-License-Identifier: MIT
#include "junheng/question_text.h"

#include "words/fill.h"
#include "words/quoted.h"

namespace junheng {

std::string question_text(const Words& words, const Question& question, const std::vector<Sheet>& sheets) {
  const std::uint32_t number = question.place.sheet;
  const bool turned = number < sheets.size() && sheets[number].transposed;
  std::string place(words.text("place.whole"));
  if (question.place.line != 0)
    place = filled(words, turned ? "place.column" : "place.line", {{"row", std::to_string(question.place.line)}});
  if (sheets.size() > 1 && number < sheets.size() && question.kind != QuestionKind::year)
    place = filled(words, "place.sheet", {{"sheet", quoted(words, sheets[number].name)}, {"line", place}});
  return filled(words, "question.", id_of(question.kind), {{"place", place}});
}

std::string choice_text(const Words& words, const Question& question, const QuestionOption& option) {
  std::string key = "answer.";
  key.append(id_of(question.kind)).append(1, '.').append(option.id);
  const std::string_view text = words.text(key);
  if (text != key) return std::string(text);
  if (question.kind == QuestionKind::previous) return filled(words, "answer.previous.year", {{"year", option.id}});
  if (question.kind == QuestionKind::header) return filled(words, "place.line", {{"row", option.id}});
  return quoted(words, option.id);
}

}  // namespace junheng
