// SPDX-License-Identifier: MIT
#pragma once

#include "rule_reader.h"

namespace junheng {

/// Reads what the checks of items consist of; options have to be read before what depends on them.
class CheckReader : public RuleReader {
 public:
  using RuleReader::RuleReader;

 protected:
  void option(Json entry, const std::string& path);
  OnlyWhen only_when(Json object, const std::string& path);
  Extra extra(Json entry, const std::string& path);
  Item item(Json entry, const std::string& path);

 private:
  Quantity quantity(Json object, const std::string& path);
  Condition condition(Json entry, const std::string& path);
  std::vector<Condition> conditions(Json object, const std::string& path);
  Exemption exemption(Json object, const std::string& path);
  /// The one comparison that the object has, and the path to its right side.
  Compare comparison(Json object, const std::string& path, Json& right, std::string& right_path);
  LimitRow limit_row(Json entry, const std::string& path);
  void series(Way& way, Json entry, const std::string& path);
  Way way(Json entry, const std::string& path, bool informs);
  Check check(Json entry, const std::string& path);
};

}  // namespace junheng
