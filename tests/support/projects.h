// SPDX-License-Identifier: MIT
#pragma once

#include <tuple>

#include "junheng/project.h"

/// Whether two projects say the same. The core never asks.
namespace junheng {

inline bool operator==(const Project::Table& a, const Project::Table& b) {
  return std::tie(a.name, a.text, a.file) == std::tie(b.name, b.text, b.file);
}
inline bool operator==(const Project::Remark& a, const Project::Remark& b) {
  return std::tie(a.code, a.row, a.indicator, a.text) == std::tie(b.code, b.row, b.indicator, b.text);
}
inline bool operator==(const Change& a, const Change& b) {
  return std::tie(a.kind, a.line, a.field, a.stage, a.text) == std::tie(b.kind, b.line, b.field, b.stage, b.text);
}
inline bool operator==(const Scenario& a, const Scenario& b) {
  return a.name == b.name && a.changes == b.changes;
}
inline bool operator==(const Project& a, const Project& b) {
  return std::tie(a.name, a.standard, a.options, a.tables, a.reading, a.county, a.previous, a.remarks, a.scenarios) ==
         std::tie(b.name, b.standard, b.options, b.tables, b.reading, b.county, b.previous, b.remarks, b.scenarios);
}

}  // namespace junheng
