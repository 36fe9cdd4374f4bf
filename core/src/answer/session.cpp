// SPDX-License-Identifier: MIT
#include "junheng/session.h"

#include <utility>

#include "answer/request.h"
#include "junheng/evaluation_json.h"

namespace junheng {
namespace {

constexpr const char* kNothing = "null";

}  // namespace

/// What an evaluation looks at as long as it goes on.
struct Session::Coming {
  JsonTree tree;
  Request request;
  std::optional<Evaluating> evaluating;
};

Session::Session(std::string table, std::string_view request, const Library& library)
    : Session(InSteps{}, std::move(table), request, library) {
  while (step()) {
  }
}

Session::Session(InSteps, std::string table, std::string_view request, const Library& library) : library_(library) {
  coming_ = std::make_unique<Coming>();
  coming_->tree = JsonTree::parse(request);
  const Json root = coming_->tree.root();
  const std::string_view id = root.find("standard").text();
  Decisions decisions = read_decisions(root);
  asked_ = asked_of(root, std::move(decisions.remarks));
  const Standard* const standard = library.standard(id);
  if (standard == nullptr) {
    refusal_ = {IssueCode::unknown_standard, std::string(id)};
    coming_.reset();
    return;
  }
  standard_ = std::make_unique<const Standard>(*standard);
  coming_->request = request_of(root, std::move(decisions));
  coming_->evaluating.emplace(sources_of(std::move(table), root.find("sources")), *standard_, library.vocabulary,
                              coming_->request);
}

Session::~Session() = default;

bool Session::step() {
  if (coming_ == nullptr) return false;
  if (coming_->evaluating->step()) return true;
  own_ = coming_->evaluating->take();
  evaluation_ = &*own_;
  coming_.reset();
  return false;
}

double Session::share() const {
  return coming_ == nullptr ? 1 : static_cast<double>(coming_->evaluating->done()) / Evaluating::kStages;
}

Session::Session(Refusal refusal, const Library& library) : library_(library), refusal_(std::move(refusal)) {}

Session::Session(const Evaluation& evaluation, const Library& library, Asked asked)
    : library_(library), asked_(std::move(asked)), evaluation_(&evaluation) {}

SummaryColumns Session::summary() const {
  return evaluation_ != nullptr ? summary_columns(*evaluation_) : SummaryColumns{};
}

UnitColumns Session::units(std::optional<std::uint32_t> county) const {
  if (evaluation_ != nullptr) return unit_columns(*evaluation_, county);
  UnitColumns none;
  none.begin.push_back(0);
  return none;
}

UnitValues Session::unit_values(std::optional<std::uint32_t> county, std::size_t indicator, bool shares) const {
  const bool there = evaluation_ != nullptr && indicator < evaluation_->indicators.size();
  return there ? junheng::unit_values(*evaluation_, county, indicator, shares) : UnitValues{};
}

TextColumn Session::unit_names(std::optional<std::uint32_t> county) const {
  return evaluation_ != nullptr ? junheng::unit_names(*evaluation_, county) : TextColumn{};
}

TextColumn Session::county_names() const {
  return evaluation_ != nullptr ? junheng::county_names(*evaluation_) : TextColumn{};
}

TextColumn Session::province_names() const {
  return evaluation_ != nullptr ? junheng::province_names(*evaluation_) : TextColumn{};
}

std::string Session::head(Languages languages) const {
  if (evaluation_ != nullptr) return head_json(*evaluation_, library_, asked_, languages);
  return refusal_head_json(refusal_, library_, asked_.encoding);
}

std::string Session::county(std::uint32_t county, bool units, bool explain, Languages languages) const {
  if (county >= counties()) return kNothing;
  Asked asked = asked_;
  asked.explain_values = explain;
  return county_json(*evaluation_, library_, county, units, asked, languages);
}

std::string Session::issues(std::size_t from, std::size_t count, Languages languages) const {
  if (evaluation_ != nullptr) return issues_json(*evaluation_, library_, from, count, asked_, languages);
  return refusal_issues_json(refusal_, library_, from, count, languages);
}

std::string Session::explanation(std::string_view place, Languages languages) const {
  return evaluation_ != nullptr ? explanation_json(*evaluation_, library_, place, asked_, languages) : kNothing;
}

}  // namespace junheng
