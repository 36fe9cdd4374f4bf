// SPDX-License-Identifier: MIT
#pragma once

#include "json/json_writer.h"
#include "junheng/junheng.h"

namespace junheng {

/// What is only remembered (M) is a default and no citation: its source is not named.
void write_source(JsonWriter& out, const Standard& standard, const Source& source);
/// The value of a key: the warning of a choice, or null.
void write_warning(JsonWriter& out, const Option::Choice& choice);

[[nodiscard]] std::string raw_cell(const Table& table, std::size_t row, std::size_t column);

/// Writes items, their checks and the explanations of all numbers (see junheng.d.ts) into an answer.
class ExplanationWriter {
 public:
  ExplanationWriter(const Evaluation& evaluation, const Library& library, JsonWriter& out, bool full)
      : e_(evaluation), library_(library), out_(out), full_(full) {}

  void item(const Item& item, const ItemResult& result, std::uint32_t county);
  void source(const Source& source);
  void coefficient(std::size_t stage, std::size_t indicator);
  void value(const StageUnits& stage, std::size_t indicator, std::uint32_t unit);

 private:
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
  bool full_;
};

/// Keys "row" and, where there are several, "sheet" of a line.
void write_place(JsonWriter& out, const std::vector<Sheet>& sheets, std::uint32_t line);

/// The columns of a table and how each was understood.
void write_columns(JsonWriter& out, const Table& table, const std::vector<ColumnFinding>& columns,
                   const Vocabulary& vocabulary);

}  // namespace junheng
