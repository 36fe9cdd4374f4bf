// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "junheng/junheng.h"
#include "junheng/layout.h"

namespace junheng {

/// Tables that were read, and how: what a page of their rows is written from.
struct ReadTables {
  const std::vector<SourceSheet>& raw;  ///< as they came
  const std::vector<Sheet>& sheets;     ///< one for each of `raw`
  const std::vector<SourceRow>& rows;   ///< of all sheets, every line that is not empty
  const TableChoices& reading;          ///< by which they were read
};

/// How tables are read, in JSON: sheets, and the rows of one sheet with their cells and what each row is. Request:
/// { "sheet", "from", "count" }, `from` and `count` of the rows that hold anything; "row": from this line on instead;
/// "corrected": true has cells after corrections and not as they came; "fields": true also says what a column can be.
[[nodiscard]] std::string rows_json(const ReadTables& tables, std::string_view request, const Library& library);

/// Pages of the same tables one after the other: they are read again only where they, or the decisions about them
/// ("reading" of the request), are others than the last time. Where one table ends says "sources" of the request.
class TablePages {
 public:
  [[nodiscard]] std::string json(std::string text, std::string_view request, const Library& library);

 private:
  std::vector<SourceText> sources_;
  bool read_ = false;
  TableChoices reading_;
  std::vector<SourceSheet> raw_;
  std::vector<Sheet> sheets_;
  std::vector<SourceRow> rows_;
};

}  // namespace junheng
