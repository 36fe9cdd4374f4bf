// SPDX-License-Identifier: MIT
#include <algorithm>

#include "junheng/evaluation.h"

namespace junheng {

Evaluation evaluate(std::string text, const Standard& standard, const Vocabulary& vocabulary) {
  Evaluation e;
  e.standard = &standard;
  e.vocabulary = &vocabulary;
  e.table = read_table(std::move(text), e.issues);
  e.roster = map_roster(e.table, vocabulary, e.issues);
  e.split = split_units(e.table, e.roster, standard, vocabulary, e.issues);
  e.indicators = measure(e.roster, e.split, standard, e.issues);
  e.balance = weigh(e.roster, e.split, e.indicators, standard);
  judge(e);
  // Each stage of the way complains in its own order; people read a table from the top.
  std::stable_sort(e.issues.begin(), e.issues.end(), [](const Issue& a, const Issue& b) { return a.line < b.line; });
  return e;
}

}  // namespace junheng
