// SPDX-License-Identifier: MIT
#include "junheng/remark.h"

namespace junheng {

Remark remark_key(const Evaluation& evaluation, const Issue& issue) {
  Remark key;
  key.code = id_of(issue.code);
  key.row = issue.line;
  if (issue.subject == kNoSubject) return key;
  key.indicator = subject_is_indicator(issue.code) ? evaluation.standard->indicators[issue.subject].id
                                                   : evaluation.vocabulary->fields[issue.subject].id;
  return key;
}

bool answers(const Evaluation& evaluation, const Remark& remark, const Remark& key) {
  std::uint32_t line = remark.row;
  if (line != 0 && remark.sheet != 0) {
    if (remark.sheet >= evaluation.sheets.size()) return false;
    line += evaluation.sheets[remark.sheet].lines_before;
  }
  return remark.code == key.code && line == key.row && remark.indicator == key.indicator;
}

std::string_view remark_of(const Evaluation& evaluation, const Issue& issue, const std::vector<Remark>& remarks) {
  if (remarks.empty() || tier_of(issue.code) != Tier::experience) return {};
  const Remark key = remark_key(evaluation, issue);
  for (const Remark& remark : remarks) {
    if (answers(evaluation, remark, key)) return remark.text;
  }
  return {};
}

}  // namespace junheng
