// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "junheng/evaluation.h"
#include "junheng/remark.h"
#include "junheng/scenario.h"

namespace junheng {

/// A county's work as a file (junheng.project/1): the tables as they came, what was decided about them, and what was
/// asked. Nothing that follows from these is kept: opening the file computes it again.
struct Project {
  struct Table {
    std::string name;  ///< of the sheet; of the file in files of earlier versions; may be empty
    std::string text;  ///< UTF-8: TSV, CSV or HTML, byte for byte as it was read
    std::string file;  ///< of which `name` is a sheet; may be empty
  };
  using Remark = junheng::Remark;
  std::string name;
  std::string standard;
  std::vector<std::pair<std::string, std::string>> options;
  std::vector<Table> tables;
  TableChoices reading;
  std::string county;              ///< facts as they were handed in: JSON or a table, as text
  std::vector<CountyFacts> facts;  ///< facts that were changed one by one since: `county` is empty then; text in a file
  std::string previous;            ///< the table of the year before
  std::vector<Remark> remarks;
  std::vector<Scenario> scenarios;
};

/// nullopt: not a project of this version. Keys that are not known are left alone, wrong kinds count as absent.
[[nodiscard]] std::optional<Project> read_project(std::string_view json);

/// Reading it gives the same project. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string project_json(const Project& project);

}  // namespace junheng
