// SPDX-License-Identifier: MIT
#include "shell/column_guess.h"

#include <algorithm>
#include <set>

#include "junheng/clipped.h"
#include "junheng/lookup.h"

namespace workbench {
namespace {

constexpr std::size_t kSamples = 3;
/// Rows in which they are looked for.
constexpr std::uint32_t kSampleRows = 40;
/// More buttons than these on one entry are no help.
constexpr std::size_t kOffers = 3;

/// A name as pieces of one and of two characters. Letters alone say nothing, Chinese characters do.
std::set<std::string> pieces_of(std::string_view name) {
  std::set<std::string> pieces;
  std::string before;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at + 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U)
      ++end;
    const std::string one(name.substr(at, end - at));
    if (one.size() > 1) pieces.insert(one);
    if (!before.empty()) pieces.insert(before + one);
    before = one;
    at = end;
  }
  return pieces;
}

/// Twice what both have, over all: 1 for the same name.
float likeness_of(const std::set<std::string>& a, std::string_view name) {
  const std::set<std::string> b = pieces_of(junheng::normalised(name));
  const auto both = std::count_if(a.begin(), a.end(), [&](const std::string& piece) { return b.contains(piece); });
  return a.empty() ? 0 : 2 * static_cast<float>(both) / static_cast<float>(a.size() + b.size());
}

bool is_free(const AppState& state, std::uint16_t column) {
  const junheng::ColumnFinding& finding = state.evaluation->columns[column];
  return !finding.match && finding.unused == junheng::Unused::none && finding.sureness != junheng::Sureness::chosen;
}

ColumnOffer offer(const AppState& state, std::uint16_t column, std::uint16_t field,
                  std::optional<junheng::Stage> stage) {
  const junheng::Field& rule = state.library.vocabulary.fields[field];
  ColumnOffer made;
  made.column = column;
  made.field = field;
  if (rule.staged) made.stage = stage;
  made.label = filled(state.say(Phrase::issues_offer),
                      {{"header", column_header(state, column)}, {"field", rule.label.in(state.view.language)}});
  const std::string sample = column_sample(state, column);
  if (!sample.empty()) made.sample = filled(state.say(Phrase::issues_sample), {{"values", sample}});
  return made;
}

/// Fields that an indicator is computed from, of which the table has no column.
std::vector<std::uint16_t> wanted_by(const AppState& state, std::size_t indicator) {
  std::vector<std::uint16_t> wanted;
  for (const junheng::Resource& resource : state.standard().indicators[indicator].resource) {
    for (const junheng::Term& term : resource.terms) {
      if (!term.minus && !state.evaluation->roster.fields[term.field].in_table) wanted.push_back(term.field);
    }
  }
  return wanted;
}

}  // namespace

std::vector<ColumnGuess> column_guesses(const AppState& state, std::uint16_t column,
                                        const std::vector<std::uint16_t>& among) {
  const auto& fields = state.library.vocabulary.fields;
  const std::set<std::string> own = pieces_of(junheng::normalised(column_header(state, column)));
  std::vector<ColumnGuess> guesses;
  const auto count = static_cast<std::uint16_t>(fields.size());
  for (std::uint16_t field = 0; field < count; ++field) {
    const bool asked = among.empty() || std::find(among.begin(), among.end(), field) != among.end();
    if (!asked || fields[field].level != junheng::Level::school) continue;
    const float likeness = std::max(likeness_of(own, fields[field].label.zh), likeness_of(own, fields[field].label.en));
    if (likeness > 0) guesses.push_back({field, likeness});
  }
  std::stable_sort(guesses.begin(), guesses.end(),
                   [](const ColumnGuess& a, const ColumnGuess& b) { return a.likeness > b.likeness; });
  return guesses;
}

std::string column_header(const AppState& state, std::uint16_t column) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  std::string header(junheng::clipped(evaluation.table.at(evaluation.roster.columns[column].header)));
  std::replace(header.begin(), header.end(), '\n', ' ');
  return header;
}

std::string column_sample(const AppState& state, std::uint16_t column) {
  const junheng::Evaluation& evaluation = *state.evaluation;
  const auto rows = std::min(static_cast<std::uint32_t>(evaluation.roster.rows()), kSampleRows);
  std::string sample;
  std::size_t count = 0;
  for (std::uint32_t row = 0; row < rows && count < kSamples; ++row) {
    const std::string cell = cell_of(evaluation, row, column);
    if (cell.empty()) continue;
    if (count++ > 0) sample += state.view.language == junheng::Language::zh ? "、" : ", ";
    sample += junheng::clipped(cell);
  }
  return sample;
}

std::optional<junheng::Stage> column_stage(const AppState& state, std::uint16_t column) {
  const std::string header = junheng::normalised(column_header(state, column));
  for (const junheng::WordMap::Entry& entry : state.library.vocabulary.stage_words()) {
    if (header.starts_with(entry.word) || header.ends_with(entry.word)) return junheng::kStages[entry.number];
  }
  return std::nullopt;
}

std::vector<ColumnOffer> column_offers(const AppState& state, const junheng::Issue& issue) {
  using junheng::IssueCode;
  const junheng::Evaluation& evaluation = *state.evaluation;
  std::vector<ColumnOffer> offers;
  if (issue.code == IssueCode::column_asked || issue.code == IssueCode::column_counts) {
    if (issue.column >= evaluation.columns.size()) return offers;
    const auto& proposal = evaluation.columns[issue.column].proposal;
    if (proposal) offers.push_back(offer(state, issue.column, proposal->field, proposal->stage));
    return offers;
  }
  std::vector<std::uint16_t> wanted;
  if (issue.code == IssueCode::resource_not_given) wanted = wanted_by(state, issue.subject);
  if (issue.code == IssueCode::no_pupils_column)
    if (const auto pupils = state.library.vocabulary.field("pupils")) wanted.push_back(*pupils);
  if (wanted.empty()) return offers;
  std::vector<std::pair<float, ColumnOffer>> found;
  const auto columns = static_cast<std::uint16_t>(evaluation.columns.size());
  for (std::uint16_t column = 0; column < columns; ++column) {
    if (!is_free(state, column)) continue;
    const auto guesses = column_guesses(state, column, wanted);
    if (guesses.empty()) continue;
    found.emplace_back(guesses.front().likeness,
                       offer(state, column, guesses.front().field, column_stage(state, column)));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [likeness, one] : found)
    if (offers.size() < kOffers) offers.push_back(std::move(one));
  return offers;
}

}  // namespace workbench
