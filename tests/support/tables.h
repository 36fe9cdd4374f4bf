// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "junheng/layout.h"

namespace test {

/// What is handed over to be read: one text, or several tables with their names put together with `+`.
struct Tables {
  std::vector<junheng::SourceText> sources;

  Tables() = default;
  // One text is what most tests have.
  Tables(std::string text) { sources.push_back({{}, {}, std::move(text)}); }  // NOLINT(google-explicit-constructor)
  Tables(const char* text) : Tables(std::string(text)) {}                     // NOLINT(google-explicit-constructor)
  Tables& operator+=(const Tables& more) {
    sources.insert(sources.end(), more.sources.begin(), more.sources.end());
    return *this;
  }
  friend Tables operator+(Tables all, const Tables& more) { return all += more; }
};

/// A sheet of a workbook, maybe of a file that is named too.
inline Tables sheet(std::string name, std::string text, std::string file = {}) {
  Tables one;
  one.sources.push_back({std::move(file), std::move(name), std::move(text)});
  return one;
}

}  // namespace test
