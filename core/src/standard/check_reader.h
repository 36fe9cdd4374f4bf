// SPDX-License-Identifier: MIT
#pragma once

#include "standard/rule_reader.h"

namespace junheng {

/// Reads what the checks of items consist of; options have to be read before what depends on them.
class CheckReader : public RuleReader {
 public:
  using RuleReader::RuleReader;

 protected:
  void option(const RulePlace& entry);
  void read_when(OnlyWhen& when, const RulePlace& object, const char* key = "option");
  void extras(std::vector<Extra>& extras, const RulePlace& object);
  void items(std::vector<Item>& items, const RulePlace& object, const char* key);

 private:
  void quantity(Quantity& quantity, const RulePlace& object);
  void conditions(std::vector<Condition>& conditions, const RulePlace& object);
  void where(SchoolFilter& filter, const RulePlace& object);
  void types(std::vector<std::uint16_t>& types, const RulePlace& object);
  void exemption(Exemption& exemption, const RulePlace& object);
  /// The one comparison that the object has, and its right side.
  RulePlace comparison(Compare& how, const RulePlace& object);
  void limit_row(LimitRow& row, const RulePlace& entry);
  void named_limits(Check& check, const RulePlace& entry);
  void series(Way& way, const RulePlace& entry);
  void way(Way& way, const RulePlace& entry, bool informs);
  void check_ids(const Item& item, const RulePlace& entry);
  void check(Check& check, const RulePlace& entry);
};

}  // namespace junheng
