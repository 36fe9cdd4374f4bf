// SPDX-License-Identifier: MIT
#include "words/refused_decision.h"

#include <algorithm>

#include "junheng/clipped.h"
#include "junheng/layout.h"
#include "junheng/limits.h"
#include "junheng/question.h"
#include "junheng/scenario.h"
#include "junheng/sentence.h"
#include "words/fill.h"
#include "words/quoted.h"

namespace junheng {
namespace {

template <typename Id>
std::string ids(const Words& words) {
  std::string list;
  for (const std::string_view id : kIds<Id>)
    join(list, comma(words), id);
  return list;
}

}  // namespace

std::string accepted_decision(const Words& words, std::string_view path) {
  const auto at_most = [&](const char* key, std::size_t most) {
    return filled(words, "decision.", key, {{"most", std::to_string(most)}});
  };
  constexpr std::string_view kOptions = "options[";
  if (path.starts_with(kOptions)) return at_most("text", kLongestDecision);
  if (path.ends_with(']')) return std::string(words.text("decision.object"));
  const std::size_t point = path.rfind('.');
  const std::string_view key = point == std::string_view::npos ? path : path.substr(point + 1);
  if (key == "question") return ids<QuestionKind>(words);
  if (key == "kind") return ids<Change::Kind>(words);
  // Of a change alone it is an id; what a column is may be written in words.
  if (key == "stage" && path.find(".changes[") != std::string_view::npos) return ids<Stage>(words);
  if (key == "row" || key == "last") return std::string(words.text("decision.row"));
  if (key == "sheet") return at_most("sheet", kMostSheets - 1);
  if (key == "column") return at_most("column", kMostColumns - 1);
  for (const char* const object : {"reading", "header", "options"})
    if (key == object) return std::string(words.text("decision.object"));
  for (const char* const list : {"edits", "columns", "leftOut", "answers", "remarks", "scenarios", "changes"})
    if (key == list) return at_most("list", kMostDecisions);
  return at_most("text", kLongestDecision);
}

std::string sentence(const Words& words, const RefusedDecision& refused) {
  return refused_sentence(words, refused_text(refused));
}

std::string refused_sentence(const Words& words, std::string_view text) {
  if (text.starts_with(kMoreRefused)) return filled(words, "issue.decision_refused_more", {{"count", text.substr(1)}});
  const std::size_t end = std::min(text.find(kFoundInstead), text.size());
  const std::string_view path = text.substr(0, end);
  const std::string_view found = text.substr(std::min(end + kFoundInstead.size(), text.size()));
  // A path that is cut would name another place.
  std::string what(clipped(path));
  what.append(kFoundInstead).append(quoted(words, found));
  return filled(words, "issue.decision_refused", {{"found", what}, {"accepted", accepted_decision(words, path)}});
}

}  // namespace junheng
