// SPDX-License-Identifier: MIT
#include "junheng/issue.h"

namespace junheng {
namespace {

enum class IndexOf : std::uint8_t { field, indicator };

struct CodeRow {
  Severity severity;
  Tier tier;
  IndexOf subject;
};

constexpr CodeRow kCodes[] = {
#define JUNHENG_ISSUE(code, severity, tier, subject) {Severity::severity, Tier::tier, IndexOf::subject},
    JUNHENG_ISSUES(JUNHENG_ISSUE)
#undef JUNHENG_ISSUE
};

}  // namespace

Severity severity_of(IssueCode code) {
  return kCodes[static_cast<std::size_t>(code)].severity;
}

Tier tier_of(IssueCode code) {
  return kCodes[static_cast<std::size_t>(code)].tier;
}

bool subject_is_indicator(IssueCode code) {
  return kCodes[static_cast<std::size_t>(code)].subject == IndexOf::indicator;
}

}  // namespace junheng
