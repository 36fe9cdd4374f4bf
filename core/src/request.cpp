// SPDX-License-Identifier: MIT
#include "json_tree.h"
#include "junheng/junheng.h"

namespace junheng {

std::string answer(std::string table, std::string_view request, const Library& library) {
  const JsonTree tree = JsonTree::parse(request);
  const Json root = tree.root();
  const std::string_view id = root.find("standard").text();
  const Standard* const standard = library.standard(id);
  if (standard == nullptr) return unknown_standard_json(id, library);
  Request asked;
  asked.county = root.find("county").text();
  asked.previous = root.find("previous").text();
  for (const Json option : root.find("options"))
    asked.options.emplace_back(option.key(), option.text());
  const Evaluation evaluation = evaluate(std::move(table), *standard, library.vocabulary, asked);
  const bool summary = root.find("detail").text() == "summary";
  return evaluation_json(evaluation, library, summary ? Detail::summary : Detail::full, root.find("explain").boolean());
}

}  // namespace junheng
