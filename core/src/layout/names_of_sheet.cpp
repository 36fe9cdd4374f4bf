// SPDX-License-Identifier: MIT
#include "layout/names_of_sheet.h"

#include <algorithm>

#include "base/utf8.h"

namespace junheng {
namespace {

/// As it stands in columns of stages.
std::string_view word_for(Stage stage, const Vocabulary& vocabulary) {
  const auto& words = vocabulary.stage_words();
  const auto word = std::find_if(words.begin(), words.end(), [&](const WordMap::Entry& entry) {
    return entry.number == static_cast<std::uint32_t>(stage);
  });
  return word == words.end() ? id_of(stage) : std::string_view(word->word);
}

void take_stage(BlockContext& context, std::string_view name, const Vocabulary& vocabulary) {
  const auto stage = vocabulary.stage_in(name);
  if (!stage) return;
  context.type.clear();
  context.stage = word_for(*stage, vocabulary);
  context.stage_from = name;
}

/// "云岭县_小学_2023", "小学（云岭县）": each part of a name may begin with the county's.
std::string_view county_of_name(std::string_view name, const Vocabulary& vocabulary) {
  for (std::string_view rest = name; !rest.empty();) {
    const std::string_view county = vocabulary.county_in(rest);
    if (!county.empty()) return county;
    std::size_t next = rest.size();
    for (const std::string_view separator : {"_", "-", " ", "·", "(", "（", "—"})
      next = std::min(
          next, rest.find(separator) == std::string_view::npos ? rest.size() : rest.find(separator) + separator.size());
    rest.remove_prefix(next);
  }
  return {};
}

void take_county(BlockContext& context, std::string_view name, const Vocabulary& vocabulary) {
  if (!context.county.empty()) return;
  context.county = county_of_name(name, vocabulary);
  if (!context.county.empty()) context.county_from = name;
}

/// Without ".xlsx", which is behind the last dot and short.
std::string_view without_ending(std::string_view file) {
  constexpr std::size_t kLongest = 5;
  const std::size_t dot = file.rfind('.');
  return dot == std::string_view::npos || file.size() - dot > kLongest ? file : file.substr(0, dot);
}

bool has_stage(const SchoolType& type, Stage stage) {
  return std::find(type.stages.begin(), type.stages.end(), stage) != type.stages.end();
}

}  // namespace

BlockContext names_of_sheet(const RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary,
                            const TableChoices& reading) {
  BlockContext context;
  const std::string_view file = without_ending(sheet.file);
  for (const std::string_view name : {std::string_view(sheet.own_name), file}) {
    if (context.stage.empty()) take_stage(context, name, vocabulary);
    take_county(context, name, vocabulary);
  }
  const std::string_view chosen =
      answer_to(reading.answers, QuestionKind::stage, {static_cast<std::uint32_t>(index), 0});
  if (chosen.empty()) return context;
  context.stage_chosen = true;
  const auto stage = of_id<Stage>(chosen);
  context.stage = stage ? word_for(*stage, vocabulary) : std::string_view();
  if (context.stage_from.empty()) context.stage_from = sheet.own_name.empty() ? file : sheet.own_name;
  return context;
}

void add_stage_of_title(BlockContext& context, std::string_view title, const Vocabulary& vocabulary) {
  constexpr std::size_t kLongest = 150;  // a title, and no instructions for filling in the table
  if (title.size() > kLongest || vocabulary.is_note(title)) return;
  // A line that is nothing but a stage or a type has said it already.
  const auto said = [&](const std::string& word) {
    return !word.empty() && title.find(word) != std::string_view::npos;
  };
  if (context.stage_from.empty() && (said(context.stage) || said(context.type))) return;
  // Below it, it is nearer than the name of the sheet and the title before it; what a person said counts before all.
  if (!context.stage_chosen) take_stage(context, trimmed(title), vocabulary);
}

Question question_of_stage(std::size_t sheet, std::string_view taken, const Vocabulary& vocabulary) {
  constexpr std::string_view kNone = "none";
  Question question;
  question.kind = QuestionKind::stage;
  question.place.sheet = static_cast<std::uint32_t>(sheet);
  for (const std::string_view id : kIds<Stage>)
    question.options.push_back({std::string(id), {}});
  question.options.push_back({std::string(kNone), {}});
  const auto stage = vocabulary.match_stage(taken);
  question.proposed = question.answer = stage ? id_of(*stage) : kNone;
  return question;
}

std::string stage_against_row(std::string_view stage, std::string_view type, std::string_view school,
                              const Vocabulary& vocabulary) {
  const auto named = vocabulary.match_stage(stage);
  if (!named) return std::string(stage);
  if (const TypeWord own = vocabulary.match_type(type); own.type) {
    const SchoolType& kind = vocabulary.types[*own.type];
    // A special school has no stage that the name could contradict.
    const bool other = own.stage ? *own.stage != *named : !kind.unstaged && !has_stage(kind, *named);
    return other ? std::string() : std::string(stage);
  }
  if (const auto part = vocabulary.part_in_name(school)) {
    return part->stage == *named ? std::string(stage) : std::string();
  }
  const auto own = vocabulary.type_in_name(school);
  if (!own || has_stage(vocabulary.types[*own], *named)) return std::string(stage);
  return vocabulary.types[*own].label.zh;
}

}  // namespace junheng
