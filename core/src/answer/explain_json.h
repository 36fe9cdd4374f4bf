// SPDX-License-Identifier: MIT
#pragma once

#include "answer/json_parts.h"
#include "json/json_writer.h"
#include "junheng/junheng.h"

namespace junheng {

/// Writes items, their checks and the explanations of all numbers (see junheng.d.ts) into an answer.
class ExplanationWriter {
 public:
  ExplanationWriter(const Evaluation& evaluation, const Library& library, JsonWriter& out, Languages languages)
      : e_(evaluation), library_(library), out_(out), languages_(languages) {}

  void item(const Item& item, const ItemResult& result, std::uint32_t county);
  void source(const Source& source);
  void coefficient(std::size_t stage, std::size_t indicator);
  /// And before it what the unit lacks to reach the threshold.
  void value(const StageUnits& stage, std::size_t indicator, std::uint32_t unit);

 private:
  void both(const char* name, const Text& text) { write_both(out_, name, text, languages_); }
  void exemption(const Exemption& exemption, const Source& from);
  void exemptions(const LimitRow* limit, const std::vector<Extra>& extras, std::uint32_t used);
  void cell(const Reading& reading, std::uint32_t county);
  void cells(const std::vector<Reading>& readings, std::uint32_t county);
  void check(const Item& item, const Check& check, const CheckResult& result, std::uint32_t county);
  void subject(const Way& way, const Judged& judged);
  void years(const Way& way, const Judged& judged);
  void rounding(double value, int decimals, const Limit& limit, Compare how);
  void variants(const Check& check, const CheckResult& result, std::uint32_t county);

  const Evaluation& e_;
  const Library& library_;
  JsonWriter& out_;
  Languages languages_;
};

}  // namespace junheng
