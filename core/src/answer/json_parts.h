// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "json/json_writer.h"
#include "junheng/evaluation_json.h"
#include "junheng/layout.h"
#include "junheng/scenario.h"
#include "junheng/standard.h"

/// What several answers have in common.
namespace junheng {

/// "name": {"zh": …, "en": …}
/// Those of a scenario, as a project file has them.
void write_changes(JsonWriter& out, const std::vector<Change>& changes);
void write_both(JsonWriter& out, const char* name, const Text& value, Languages languages = {});
/// The same of a sentence, which `make` makes from the words of each language that is asked for.
template <typename Make>
void write_sentence(JsonWriter& out, const char* name, const Library& library, Languages languages, const Make& make) {
  out.begin_object(name);
  if (languages.zh) out.text("zh", make(library.zh));
  if (languages.en) out.text("en", make(library.en));
  out.end_object();
}
/// Behind what was cut.
inline constexpr std::string_view kCutHere = "…";
/// "name": null for nothing, else the text or, where it is longer than any name, its beginning with an ellipsis.
void write_clipped(JsonWriter& out, const char* name, std::string_view text);
void write_clipped(JsonWriter& out, std::string_view text);
/// "name": the id of the verdict, or null for none.
void write_verdict(JsonWriter& out, const char* name, Verdict value);

/// What is only remembered (M) is a default and no citation: its source is not named.
void write_source(JsonWriter& out, const Standard& standard, const Source& source, Languages languages = {});
/// The value of a key: the warning of a choice, or null.
void write_warning(JsonWriter& out, const Option::Choice& choice);

/// Keys "row" and, where there are several, "sheet" of a line.
void write_place(JsonWriter& out, const std::vector<Sheet>& sheets, std::uint32_t line);

/// The columns of a table and how each was understood.
void write_columns(JsonWriter& out, const Table& table, const std::vector<ColumnFinding>& columns,
                   const Vocabulary& vocabulary);

}  // namespace junheng
