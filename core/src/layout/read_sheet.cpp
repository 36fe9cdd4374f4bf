// SPDX-License-Identifier: MIT
#include "layout/read_sheet.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "junheng/record.h"
#include "layout/header_match.h"

namespace junheng {
namespace {

constexpr std::array<std::pair<char, std::string_view>, 5> kOptions = {
    {{'\t', "tab"}, {',', "comma"}, {';', "semicolon"}, {'|', "bar"}, {' ', "spaces"}}};
/// Of QuestionKind::delimiter: nothing parts the lines.
constexpr std::string_view kNone = "none";

char delimiter_of_option(std::string_view id) {
  const auto* const found =
      std::find_if(kOptions.begin(), kOptions.end(), [&](const auto& option) { return option.second == id; });
  return found == kOptions.end() ? '\0' : found->first;
}

std::string option_of_delimiter(char delimiter) {
  const auto* const found =
      std::find_if(kOptions.begin(), kOptions.end(), [&](const auto& option) { return option.first == delimiter; });
  return found == kOptions.end() ? std::string() : std::string(found->second);
}

/// The row among the first that has most names of fields.
struct Header {
  std::size_t known = 0;
  std::string shown;
};

Header header_of(Table& table, const Vocabulary& vocabulary) {
  constexpr std::size_t kRows = 12;
  constexpr std::size_t kCells = 64;
  Header best;
  std::vector<std::string> cells;
  for (std::size_t row = 0; row < std::min(table.rows(), kRows); ++row) {
    read_cells(table, row, cells);
    Header header;
    for (std::size_t i = 0; i < std::min(cells.size(), kCells); ++i) {
      header.known += match_column({cells[i]}, vocabulary, false).match ? 1U : 0U;
      header.shown.append(i == 0 ? "" : " | ").append(cells[i]);
    }
    if (header.known > best.known) best = std::move(header);
  }
  return best;
}

constexpr std::size_t kTable = 2;

/// Runs of spaces part the columns of most lines, and of some they do not: a cell more or less would move the numbers
/// of such a line to other columns, so that nobody may take it without a person's word.
void ask_for_spaces(ReadSheet& read, QuestionPlace place, std::string_view answer, const Vocabulary& vocabulary,
                    Issues& issues, std::size_t before) {
  Issues of_parted;
  Table parted = read_records(read.table.text.substr(0, read.table.text_end), of_parted, ' ');
  const Header header = header_of(parted, vocabulary);
  if (header.known < kTable) return;
  Question question;
  question.kind = QuestionKind::delimiter;
  question.place = place;
  question.options = {{option_of_delimiter(' '), header.shown}, {std::string(kNone), {}}};
  question.proposed = option_of_delimiter(' ');
  question.answer = answer;
  read.question = std::move(question);
  if (answer == kNone) return;
  read.table = std::move(parted);
  issues.resize(before);
  issues.insert(issues.end(), of_parted.begin(), of_parted.end());
}

}  // namespace

ReadSheet read_sheet(std::string text, std::size_t index, const Vocabulary& vocabulary, const TableChoices& reading,
                     Issues& issues) {
  const QuestionPlace place{static_cast<std::uint32_t>(index), 0};
  const std::string_view answer = answer_to(reading.answers, QuestionKind::delimiter, place);
  const std::size_t before = issues.size();
  ReadSheet read{read_records(std::move(text), issues), std::nullopt};
  const char best = read.table.delimiter;
  char other = read.table.other_delimiter;
  const char chosen = delimiter_of_option(answer);
  if (other == '\0' && (chosen == '\0' || chosen == best || read.table.of_page)) return read;

  if (other == ' ') {
    if (chosen == '\0' || chosen == ' ') {
      ask_for_spaces(read, place, answer, vocabulary, issues, before);
      return read;
    }
    other = '\0';
  }
  const auto again = [&](char delimiter) {
    if (delimiter == read.table.delimiter) return;
    std::string same = std::move(read.table.text);
    same.resize(read.table.text_end);
    issues.resize(before);
    read.table = read_records(std::move(same), issues, delimiter);
  };
  if (other == '\0') {  // what a person has chosen holds, even where there was nothing to ask
    again(chosen);
    return read;
  }
  const Header first = header_of(read.table, vocabulary);
  again(other);
  const Header second = header_of(read.table, vocabulary);
  const bool both = first.known >= kTable && second.known >= kTable;
  if (both) {
    Question question;
    question.kind = QuestionKind::delimiter;
    question.place = place;
    question.options = {{option_of_delimiter(best), first.shown}, {option_of_delimiter(other), second.shown}};
    question.proposed = option_of_delimiter(best);
    question.answer = answer;
    read.question = std::move(question);
  }
  again(chosen != '\0' ? chosen : both || first.known >= second.known ? best : other);
  return read;
}

}  // namespace junheng
