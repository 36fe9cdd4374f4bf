// SPDX-License-Identifier: MIT
#include "layout/ask_header.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/utf8.h"
#include "layout/row_look.h"

namespace junheng {
namespace {

/// Headers stand near the top, and so many rows can be told apart on one screen.
constexpr std::size_t kOffered = 8;
constexpr std::size_t kLookedAt = 60;
constexpr std::size_t kLongestSample = 120;

std::string sample_of(const RowLook& look) {
  std::string text;
  for (std::size_t c = 0; c < look.cells.size() && text.size() < kLongestSample; ++c) {
    const std::string_view cell = look.at(c);
    text.append(c == 0 ? "" : " | ")
        .append(cell.substr(0, start_of_point(cell, kLongestSample + 4)));  // a character more, to be cut below
  }
  if (text.size() <= kLongestSample) return text;
  text.resize(start_of_point(text, kLongestSample));
  return text + " …";
}

/// Empty options where the sheet is no table of schools: those have numbers in several columns of several rows, which
/// texts, explanations and lists of county items have not.
Question question_of(RawSheet& sheet, std::size_t index, const Vocabulary& vocabulary) {
  constexpr std::size_t kColumns = 3;
  constexpr std::ptrdiff_t kNumbers = 2;
  Question question;
  question.kind = QuestionKind::header;
  question.place.sheet = static_cast<std::uint32_t>(index);
  std::size_t schools = 0;
  RowLook look;
  const std::size_t text = sheet.table.text.size();
  for (std::size_t row = 0; row < std::min(sheet.table.rows(), kLookedAt); ++row) {
    look_at_row(sheet.table, row, vocabulary, look);
    if (look.filled >= kColumns && !look.one_text) {
      const auto numbers = std::count_if(look.cells.begin(), look.cells.end(),
                                         [&](Span cell) { return is_numeric(sheet.table.at(cell), vocabulary); });
      if (numbers >= kNumbers) ++schools;
      if (question.options.size() < kOffered)
        question.options.push_back({std::to_string(sheet.table.records[row].line), sample_of(look)});
    }
    sheet.table.text.resize(text);
  }
  if (schools < 2) question.options.clear();
  return question;
}

}  // namespace

std::uint32_t answered_header(const TableChoices& reading, std::size_t sheet) {
  const std::string_view option =
      answer_to(reading.answers, QuestionKind::header, {static_cast<std::uint32_t>(sheet), 0});
  std::uint32_t line = 0;
  std::from_chars(option.data(), option.data() + option.size(), line);
  return line;
}

void ask_for_header(std::vector<RawSheet>& sheets, const std::vector<Section>& sections, const Vocabulary& vocabulary,
                    const TableChoices& reading, std::vector<Question>& questions, Issues& issues) {
  const bool known = std::any_of(sections.begin(), sections.end(), [](const Section& section) {
    return std::any_of(section.columns.begin(), section.columns.end(),
                       [](const ColumnFinding& column) { return column.match.has_value(); });
  });
  bool asked = known || !reading.columns.empty() || reading.header_first.line != 0;
  for (const Section& section : sections) {
    const std::uint32_t answered = answered_header(reading, section.sheet);
    if ((asked && answered == 0) || section.columns.empty() || section.transposed) continue;
    RawSheet& sheet = sheets[section.sheet];
    Question question = question_of(sheet, section.sheet, vocabulary);
    const auto id_of_line = [&](std::uint32_t line) {
      const auto at = std::find_if(question.options.begin(), question.options.end(),
                                   [&](const QuestionOption& one) { return one.id == std::to_string(line); });
      return at == question.options.end() ? std::string() : at->id;
    };
    if (question.options.empty()) continue;
    asked = true;
    question.proposed = id_of_line(section.header_line - sheet.lines_before);
    question.answer = id_of_line(answered);
    if (question.answer.empty()) {
      Issue issue;
      issue.code = IssueCode::question_open;
      issue.line = section.header_line;
      issues.push_back(issue);
    }
    questions.push_back(std::move(question));
  }
}

}  // namespace junheng
