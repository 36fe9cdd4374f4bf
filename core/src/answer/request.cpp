// SPDX-License-Identifier: MIT
#include "answer/request.h"

#include <utility>

#include "junheng/evaluation_json.h"
#include "junheng/junheng.h"

namespace junheng {

namespace {

std::uint32_t number_at(Json object, std::string_view key) {
  return object.find(key).whole_number().value_or(0);
}

}  // namespace

Request request_of(Json root, Decisions&& decisions) {
  Request asked;
  asked.county = root.find("county").text();
  asked.previous = root.find("previous").text();
  asked.reading = std::move(decisions.reading);
  asked.options = std::move(decisions.options);
  return asked;
}

Asked asked_of(Json root, std::vector<Remark>&& remarks) {
  return {root.find("explain").boolean(), std::string(root.find("encoding").text()), std::move(remarks)};
}

std::vector<SourceText> sources_of(std::string bytes, Json parts) {
  std::vector<SourceText> sources;
  for (const Json part : parts)
    sources.push_back({std::string(part.find("file").text()), std::string(part.find("name").text()), {}, false});
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
  Decisions decisions = read_decisions(root);
  const Asked wanted = asked_of(root, std::move(decisions.remarks));
  if (standard == nullptr)
    return refusal_json({IssueCode::unknown_standard, std::string(id)}, library, wanted.encoding);
  const Evaluation evaluation = evaluate(sources_of(std::move(table), root.find("sources")), *standard,
                                         library.vocabulary, request_of(root, std::move(decisions)));
  const bool summary = root.find("detail").text() == "summary";
  return evaluation_json(evaluation, library, summary ? Detail::summary : Detail::full, &wanted);
}

std::string option_effects(std::string table, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  const Json root = tree.root();
  const Standard* const standard = library.standard(root.find("standard").text());
  if (standard == nullptr) return "[]";
  const Evaluation evaluation = evaluate(sources_of(std::move(table), root.find("sources")), *standard,
                                         library.vocabulary, request_of(root, read_decisions(root)));
  return option_effects_json(evaluation, library);
}

}  // namespace junheng
