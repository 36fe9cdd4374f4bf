// SPDX-License-Identifier: MIT
#include "roster/fact_sink.h"

#include <algorithm>

#include "base/decimal_ratio.h"
#include "base/utf8.h"
#include "junheng/limits.h"
#include "roster/fact_value.h"

namespace junheng {
namespace {

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2199;

}  // namespace

std::uint16_t year_of(std::string_view text) {
  const std::string plain = normalised(text);
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i >= plain.size() || plain[i] < '0' || plain[i] > '9') return 0;
    year = year * 10 + (plain[i] - '0');
  }
  const std::string_view behind = std::string_view(plain).substr(4);
  const bool alone = behind.empty() || behind == "年" || behind == "年度";
  return alone && year >= kFirstYear && year <= kLastYear ? static_cast<std::uint16_t>(year) : std::uint16_t{0};
}

std::optional<FactName> FactSink::name_of(std::string_view written) {
  if (const auto known = names_.find(written); known != names_.end()) return known->second;
  too_many_ = too_many_ || names_.size() == kMostFactNames;
  if (too_many_) return std::nullopt;
  return names_.emplace(written, match_fact(written, standard, vocabulary)).first->second;
}

bool FactSink::take() {
  if (county_ != facts.counties.size()) {
    county_ = facts.counties.size();
    taken_of_county_ = 0;
  }
  too_many_ = too_many_ || ++taken_ > kMostFacts || ++taken_of_county_ > kMostFactsOfCounty || county_ > kMostCounties;
  return !too_many_;
}

void FactSink::complain(IssueCode code, std::string found, const FactPlace& place, std::uint16_t field,
                        std::uint16_t item) {
  if (take()) facts.issues.push_back({code, field, place.line, std::move(found), item});
}

const Item* FactSink::item_of(std::string_view id) const {
  for (const Part& part : standard.parts) {
    for (const Item& item : part.items)
      if (item.id == id) return &item;
  }
  return nullptr;
}

bool FactSink::known(std::string_view prefix, std::string_view id) const {
  if (prefix == kScoreKey) return item_of(id) != nullptr;
  if (id == kComposite) return standard.balance.kind == BalanceKind::composite;
  return std::any_of(standard.indicators.begin(), standard.indicators.end(),
                     [&](const Indicator& one) { return one.id == id; });
}

bool FactSink::by_year(const FactName& name) const {
  return name.field != kNoSubject && vocabulary.fields[name.field].series;
}

/// Points and coefficients are never negative; nobody gets more points than there are, for an item or in all.
bool FactSink::in_range(const FactName& name, Decimal value) const {
  for (const Part& part : standard.parts) {
    if (!part.score || part.score->total != name.field) continue;
    return compare(ratio_of(value), part.score->full) != std::strong_ordering::greater;
  }
  if (name.field != kNoSubject) return true;
  if (value.mantissa < 0) return false;
  const std::string_view key = name.key;
  if (key.substr(0, kScoreKey.size()) != kScoreKey) return true;
  const Item* const item = item_of(key.substr(kScoreKey.size()));
  if (item == nullptr || !item->points) return true;
  return compare(ratio_of(value), *item->points) != std::strong_ordering::greater;
}

void FactSink::cell(const FactName& name, std::string_view written, std::string_view text, const FactPlace& place) {
  if (!take()) return;
  text = trimmed(text);
  CountyFacts& county = facts.counties.back();
  if (name.kind == FieldKind::text) {
    if (name.key == "county" && !text.empty() && !vocabulary.is_missing_mark(text)) county.county = text;
    return;
  }
  const auto say = [&](IssueCode code) {
    // Points are those of an item and of its part's sum.
    const std::uint16_t item = name.field == kNoSubject ? item_of_key(name.key, standard) : kNoSubject;
    const Part* const part = item_at(item, standard).part;
    const bool points = name.key.starts_with(kScoreKey) && part != nullptr && part->score;
    complain(code, std::string(written) + "：" + std::string(text), place, points ? part->score->total : name.field,
             item);
  };
  const FactValue read = read_fact_value(text, place.unit, written, name, vocabulary);
  if (read.blank) return;
  const std::uint16_t year = by_year(name) ? place.year : std::uint16_t{0};
  Fact fact{name.key,
            place.stage,
            year,
            {},
            place.line,
            std::string(written),
            std::string(text),
            std::string(place.note),
            std::string(place.unit),
            read.doubt};
  if (!read.value || !in_range(name, *read.value)) {
    county.unread.push_back(std::move(fact));
    const Item* const item = item_at(item_of_key(name.key, standard), standard).item;
    const bool of_numbers =
        name.field == kNoSubject && name.kind == FieldKind::flag && item != nullptr && !is_attested(*item);
    return say(of_numbers ? IssueCode::fact_needs_number : IssueCode::fact_unreadable);
  }
  fact.value = *read.value;
  if (read.converted) say(IssueCode::fact_converted);
  if (read.fraction) say(IssueCode::fact_fraction);
  if (county.find(name.key, place.stage, year) != nullptr) return say(IssueCode::fact_twice);
  if (read.doubt) say(*read.doubt);
  county.facts.push_back(std::move(fact));
}

}  // namespace junheng
