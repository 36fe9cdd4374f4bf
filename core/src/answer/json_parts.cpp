// SPDX-License-Identifier: MIT
#include "answer/json_parts.h"

#include "base/utf8.h"
#include "junheng/clipped.h"

namespace junheng {
namespace {

void write_match(JsonWriter& out, const char* field, const char* stage, const std::optional<HeaderMatch>& match,
                 const Vocabulary& vocabulary) {
  out.text_or_null(field, match ? vocabulary.fields[match->field].id : std::string());
  out.text_or_null(stage, match && match->stage ? id_of(*match->stage) : "");
}

/// A text in any case: a column without a name has an empty one.
void write_header(JsonWriter& out, std::string_view header) {
  header.empty() ? out.text("header", header) : write_clipped(out, "header", header);
}

}  // namespace

void write_both(JsonWriter& out, const char* name, const Text& value, Languages languages) {
  out.begin_object(name);
  if (languages.zh) out.text("zh", value.zh);
  if (languages.en) out.text("en", value.en);
  out.end_object();
}

void write_clipped(JsonWriter& out, const char* name, std::string_view text) {
  out.key(name);
  write_clipped(out, text);
}

void write_clipped(JsonWriter& out, std::string_view text) {
  const std::string_view begin = clipped(text);
  if (text.empty()) return out.null();
  if (begin.size() == text.size()) return out.text(text);
  out.text(std::string(begin).append(kCutHere));
}

void write_verdict(JsonWriter& out, const char* name, Verdict value) {
  value == Verdict::none ? out.null(name) : out.text(name, id_of(value));
}

void write_source(JsonWriter& out, const Standard& standard, const Source& source, Languages languages) {
  if (source.index && source.confidence != 'M') {
    write_both(out, "source", standard.sources[*source.index], languages);
  } else {
    out.null("source");
  }
  out.text("confidence", std::string_view(&source.confidence, 1));
}

void write_warning(JsonWriter& out, const Option::Choice& choice) {
  if (choice.warning.zh.empty()) return out.null();
  out.begin_object();
  out.text("zh", choice.warning.zh);
  out.text("en", choice.warning.en);
  out.end_object();
}

void write_changes(JsonWriter& out, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    out.begin_object();
    out.text("kind", id_of(change.kind));
    out.count("row", change.line);
    out.text("field", valid_utf8(change.field));
    out.text("stage", change.stage == kNoStage ? std::string_view() : id_of(static_cast<Stage>(change.stage)));
    out.text("text", valid_utf8(change.text));
    out.end_object();
  }
}

void write_place(JsonWriter& out, const std::vector<Sheet>& sheets, std::uint32_t line) {
  const SheetLine place = sheet_line(sheets, line);
  out.number("row", line == kNoLine ? kNoNumber : place.line);
  if (sheets.size() > 1)
    write_clipped(out, "sheet", line == kNoLine ? std::string_view() : std::string_view(sheets[place.sheet].name));
}

void write_columns(JsonWriter& out, const Table& table, const std::vector<ColumnFinding>& columns,
                   const Vocabulary& vocabulary) {
  out.begin_array("columns");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const ColumnFinding& column = columns[i];
    out.begin_object();
    write_header(out, table.at(table.columns[i]));
    write_match(out, "field", "stage", column.match, vocabulary);
    out.text_or_null(
        "unit", column.match ? vocabulary.unit_name(vocabulary.fields[column.match->field], column.match->conversion)
                             : std::string_view());
    out.text("match", id_of(column.sureness));
    write_match(out, "suggestion", "suggestionStage", column.proposal, vocabulary);
    out.end_object();
  }
  out.end_array();
}

}  // namespace junheng
