// SPDX-License-Identifier: MIT
#include "answer/request.h"

#include "junheng/junheng.h"

namespace junheng {

namespace {

std::uint32_t number_at(Json object, std::string_view key) {
  return object.find(key).whole_number().value_or(0);
}

TableChoices::Place place_at(Json object) {
  return {number_at(object, "sheet"), number_at(object, "row")};
}

}  // namespace

Request request_of(Json root) {
  Request asked;
  asked.county = root.find("county").text();
  asked.previous = root.find("previous").text();
  asked.reading = table_choices(root.find("reading"));
  for (const Json option : root.find("options"))
    asked.options.emplace_back(option.key(), option.text());
  return asked;
}

Asked asked_of(Json root) {
  return {root.find("explain").boolean(), std::string(root.find("encoding").text()), remarks_of(root.find("remarks"))};
}

TableChoices table_choices(Json reading) {
  const auto column_at = [](Json object) {
    const std::uint32_t column = number_at(object, "column");
    return static_cast<std::uint16_t>(column < kMostColumns ? column : kNoColumn);
  };
  TableChoices choices;
  for (const Json edit : reading.find("edits")) {
    if (column_at(edit) == kNoColumn) continue;
    choices.edits.push_back({place_at(edit), column_at(edit), std::string(edit.find("text").text())});
  }
  for (const Json column : reading.find("columns")) {
    choices.columns.push_back({column_at(column), std::string(column.find("field").text()),
                               std::string(column.find("stage").text()), std::string(column.find("unit").text())});
  }
  for (const Json row : reading.find("leftOut"))
    choices.left_out.push_back(place_at(row));
  for (const Json answer : reading.find("answers")) {
    const TableChoices::Place place = place_at(answer);
    if (const auto kind = of_id<QuestionKind>(answer.find("question").text()))
      choices.answers.push_back({*kind, {place.sheet, place.line}, std::string(answer.find("option").text())});
  }
  const Json header = reading.find("header");
  // Without a first row no header was chosen, whatever is said of its last.
  choices.header_first = place_at(header);
  if (choices.header_first.line == 0)
    choices.header_first = {};
  else
    choices.header_last = number_at(header, "last");
  return choices;
}

std::vector<Remark> remarks_of(Json list) {
  std::vector<Remark> remarks;
  for (const Json remark : list) {
    remarks.push_back({std::string(remark.find("code").text()), number_at(remark, "row"),
                       std::string(remark.find("indicator").text()), std::string(remark.find("text").text())});
  }
  return remarks;
}

std::vector<SourceText> sources_of(std::string bytes, Json parts) {
  std::vector<SourceText> sources;
  for (const Json part : parts)
    sources.push_back({std::string(part.find("file").text()), std::string(part.find("name").text()), {}});
  if (sources.empty()) sources.emplace_back();
  if (sources.size() == 1) {
    sources.front().text = std::move(bytes);
    return sources;
  }
  std::string_view rest = bytes;
  std::size_t at = 0;
  for (const Json part : parts) {
    const bool last = at + 1 == sources.size();
    const std::string_view taken = rest.substr(0, last ? rest.size() : number_at(part, "bytes"));
    sources[at++].text = taken;
    rest.remove_prefix(taken.size());
  }
  return sources;
}

std::vector<SourceText> sources_of(std::string bytes, std::string_view parts) {
  const JsonTree tree = JsonTree::parse(parts);
  return sources_of(std::move(bytes), tree.root());
}

std::string answer(std::string table, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  const Json root = tree.root();
  const std::string_view id = root.find("standard").text();
  const Standard* const standard = library.standard(id);
  const Asked wanted = asked_of(root);
  if (standard == nullptr) return unknown_standard_json(id, library, wanted.encoding);
  const Evaluation evaluation =
      evaluate(sources_of(std::move(table), root.find("sources")), *standard, library.vocabulary, request_of(root));
  const bool summary = root.find("detail").text() == "summary";
  return evaluation_json(evaluation, library, summary ? Detail::summary : Detail::full, &wanted);
}

std::string option_effects(std::string table, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  const Json root = tree.root();
  const Standard* const standard = library.standard(root.find("standard").text());
  if (standard == nullptr) return "[]";
  const Evaluation evaluation =
      evaluate(sources_of(std::move(table), root.find("sources")), *standard, library.vocabulary, request_of(root));
  return option_effects_json(evaluation, library);
}

}  // namespace junheng
