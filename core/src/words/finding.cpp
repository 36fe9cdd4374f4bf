// SPDX-License-Identifier: MIT
#include "junheng/finding.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "junheng/judged_text.h"
#include "words/fill.h"
#include "words/quoted.h"

namespace junheng {
namespace {

constexpr int kDecimals = 2;
constexpr char32_t kLastAscii = 0x7F;
/// Schools named in a sentence, and numbers that one of them has not; the list of all stands beside it.
constexpr std::size_t kSchoolsNamed = 2;
constexpr std::size_t kNumbersNamed = 3;

const Limit* limit_of(const Way& way, const Judged& judged) {
  return judged.limit == kNoLimit ? nullptr : &way.limits[judged.limit].limit;
}

/// People counted out of people cannot be more than all of them: 101.3 % is a slip of the formula or of a number.
bool counts_more_than_all(const Way& way, const Judged& judged, const Vocabulary& vocabulary) {
  const auto counted = [&](const Term& term) { return vocabulary.fields[term.field].kind == FieldKind::count; };
  const Measured& value = judged.value;
  return is_share(way, vocabulary) && value.known && value.ratio.numerator > value.ratio.denominator &&
         std::all_of(way.quantity.of.begin(), way.quantity.of.end(), counted);
}

/// Between the values of two years that differ: what is shown of them differs in the same direction.
std::vector<Bar> bars_between_years(const Way& way, const Subject& subject, const Prepared& p) {
  std::vector<Bar> bars;
  if (way.series == Series::none || subject.year == 0) return bars;
  const double power = is_share(way, *p.vocabulary) ? 100 : 1;
  const double own = measured(p, way.quantity, subject).value() * power;
  for (const int off : {-1, 1}) {
    Subject other = subject;
    other.year = static_cast<std::uint16_t>(subject.year + off);
    const double there = measured(p, way.quantity, other).value() * power;
    if (own > there || own < there) bars.push_back({(own + there) / 2, true, own > there});
  }
  return bars;
}

/// How many answered, where a group of a survey is only shown: a rate says little without its size.
std::string size_text(const Words& words, const Check& check, const Way& way, const Judged& judged, const Prepared& p) {
  if (!check.informs || way.quantity.over.empty() || !judged.value.known) return {};
  const Measured all = measured(p, {way.quantity.over, {}, {1, 0}}, judged.subject);
  return filled(words, "finding.size", {{"count", number_text(all.value(), 0)}});
}

std::string school_name(const Words& words, const Way& way, const Judged& judged, const Prepared& p) {
  const std::uint32_t row = judged.subject.row;
  std::string school = school_text(words, row, p);
  if (way.scope != Scope::unit || !p.split.schools.stages[row].several()) return school;
  return filled(words, "finding.unit", {{"school", school}, {"stage", stage_text(words, judged.subject.stage)}});
}

/// The fields of numbers that are missing, each once: one of several rows, or years, is the same to ask for.
std::string names_of(const Words& words, const std::vector<Reading>& readings, const Prepared& p) {
  std::vector<std::string_view> labels;
  for (const Reading& reading : readings) {
    const std::string_view label = p.vocabulary->fields[reading.term.field].label.in(words.language);
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
  }
  std::string names;
  for (std::size_t i = 0; i < labels.size() && i < kNumbersNamed; ++i)
    join(names, comma(words), labels[i]);
  if (labels.size() > kNumbersNamed) names += words.text("finding.more");
  return names;
}

/// "甲缺班级总数", or that there is nothing to divide by.
std::string lacks(const Words& words, const Way& way, const Judged& judged, const Prepared& p) {
  std::vector<Reading> readings = missing_numbers(p, way, judged);
  const bool zero = readings.empty();
  if (zero) readings = readings_of(p, {way.quantity.over, {}, {1, 0}}, judged.subject);
  return filled(words, zero ? "finding.zero" : "finding.lacks",
                {{"school", school_name(words, way, judged, p)}, {"fields", names_of(words, readings, p)}});
}

/// "小学 49.07 %"
std::string one_value(const Words& words, const Way& way, const CheckResult& result, const Judged& judged,
                      const Prepared& p) {
  std::string text = stage_text(words, judged.subject.stage);
  if (!text.empty()) text += " ";
  if (judged.subject.year != 0) text += std::to_string(judged.subject.year) + " ";
  const std::string value = value_text(way, judged, p);
  if (way.series != Series::none && judged.subject.year == 0) {
    const auto compared = std::count_if(result.judged.begin(), result.judged.end(), [&](const Judged& other) {
      return other.subject.stage == judged.subject.stage && other.subject.year != 0;
    });
    return text +
           filled(words, "finding.years", {{"years", std::to_string(way.least)}, {"count", std::to_string(compared)}});
  }
  const bool nobody = judged.value.none && judged.verdict == Verdict::pass;
  text += value.empty() ? std::string(words.text(nobody ? "finding.nobody" : "verdict.unknown")) : value;
  if (value.empty() && !nobody) {
    const std::vector<Reading> missing = missing_numbers(p, way, judged);
    const std::string fields = names_of(words, missing, p);
    if (!fields.empty() && judged.subject.where != nullptr) {
      const std::string school = school_text(words, missing.front().place, p);
      text += filled(words, "finding.lacking_in", {{"school", school}, {"fields", fields}});
    } else if (!fields.empty()) {
      text += filled(words, "finding.lacking", {{"fields", fields}});
    }
  }
  if (counts_more_than_all(way, judged, *p.vocabulary)) text += words.text("finding.over_all");
  return text;
}

std::string requirement(const Words& words, const Way& way, const Judged& judged, const Prepared& p) {
  if (way.series != Series::none) return filled(words, "series.", id_of(way.series), {});
  if (judged.limit == kNoLimit) return {};
  return filled(words, "compare.", id_of(way.compare), {{"limit", limit_text(way, judged, *p.vocabulary)}});
}

/// "自评为是"; a phrase that was read as no is quoted: 基本达标 is none of the rule's categories (rules 8).
std::string stated(const Words& words, const Fact& fact) {
  if (fact.value.mantissa != 0) return std::string(words.text("finding.yes"));
  std::string_view rest = fact.found;
  const bool phrase = !rest.empty() && take_code_point(rest) > kLastAscii && !rest.empty();
  return phrase ? filled(words, "finding.", "no_quoted", {{"found", quoted(words, fact.found)}})
                : std::string(words.text("finding.no"));
}

std::string of_schools(const Words& words, const Way& way, const CheckResult& result, const Prepared& p) {
  std::string names;
  std::size_t named = 0;
  const Judged* first = nullptr;
  for (const Judged& judged : result.judged) {
    if (judged.verdict != Verdict::fail) continue;
    if (first == nullptr) first = &judged;
    if (++named > kSchoolsNamed) break;
    join(names, comma(words), school_text(words, judged.subject.row, p));
  }
  const bool units = way.scope == Scope::unit;
  return filled(words, units ? "finding.units" : "finding.schools",
                {{"count", std::to_string(result.failing)},
                 {"schools", names},
                 {"more", result.failing > kSchoolsNamed ? std::string(words.text("finding.more")) : std::string()},
                 {"requirement", first == nullptr ? std::string() : requirement(words, way, *first, p)}});
}

/// The schools that fail, or how many were judged; then the first of those that are unknown, with what would decide.
std::string all_schools(const Words& words, const Way& way, const CheckResult& result, const Prepared& p) {
  const std::string unknown = std::to_string(result.unknown);
  std::string found = result.failing > 0
                          ? of_schools(words, way, result, p)
                          : filled(words, "finding.schools_judged",
                                   {{"count", std::to_string(result.subjects - result.unknown)}, {"unknown", unknown}});
  const auto first = std::find_if(result.judged.begin(), result.judged.end(),
                                  [](const Judged& judged) { return judged.verdict == Verdict::unknown; });
  if (first == result.judged.end()) return found;
  const std::string what = lacks(words, way, *first, p);
  if (result.failing == 0) return filled(words, "finding.first", {{"found", found}, {"lacks", what}});
  return filled(words, way.scope == Scope::unit ? "finding.units_unknown" : "finding.schools_unknown",
                {{"found", found}, {"count", unknown}, {"lacks", what}});
}

/// The values of the county or its stages with what is required of them, said once for those of which it is the same.
std::string all_values(const Words& words, const Check& check, const Way& way, const CheckResult& result,
                       const Prepared& p) {
  std::string found;
  std::string values;
  std::string wanted;
  const auto close = [&] {
    if (!wanted.empty()) values = filled(words, "finding.value", {{"value", values}, {"requirement", wanted}});
    join(found, semicolon(words), values);
    values.clear();
  };
  for (const Judged& judged : result.judged) {
    if (result.failing > 0 && judged.verdict != Verdict::fail) continue;
    std::string own = requirement(words, way, judged, p);
    if (!values.empty() && own != wanted) close();
    wanted = std::move(own);
    join(values, comma(words), one_value(words, way, result, judged, p) + size_text(words, check, way, judged, p));
  }
  close();
  return found;
}

/// What else there is to know: other ways, what the way's numbers are, and what speaks against them.
std::string with_remarks(const Words& words, const Check& check, const CheckResult& result, std::string found,
                         const Prepared& p) {
  for (const OtherWay& other : result.others) {
    const Way& way = check.ways[other.way];
    const std::string value = value_text(way, other.judged, p);
    const std::string said =
        value.empty() ? std::string(words.text("verdict." + std::string(id_of(other.verdict)))) : value;
    found = filled(words, "finding.other", {{"found", found}, {"other", said}});
  }
  const Text& note = check.ways[*result.way].note;
  if (!note.zh.empty()) found = filled(words, "finding.note", {{"found", found}, {"note", note.in(words.language)}});
  if (result.doubts.empty()) return found;
  return filled(words, "finding.doubted", {{"found", found}});
}

}  // namespace

std::string school_text(const Words& words, std::uint32_t row, const Prepared& p) {
  if (!words.schools_unnamed) return quoted(words, p.table.at(p.roster.school[row]));
  const std::uint32_t school = p.split.schools.of_row[row];
  const std::uint32_t first = p.split.schools.of_county[p.roster.county[row]];
  const std::uint32_t number = school == kNoRow ? row : school - first;
  return filled(words, "finding.unnamed", {{"number", std::to_string(number + 1)}});
}

bool is_share(const Way& way, const Vocabulary& vocabulary) {
  if (vocabulary.fields[way.quantity.of.front().field].kind == FieldKind::percent) return true;
  if (way.quantity.over.empty() || way.quantity.per != Decimal{1, 0}) return false;
  return std::all_of(way.limits.begin(), way.limits.end(),
                     [](const LimitRow& row) { return to_double(row.limit.value) <= 1; });
}

std::string value_text(const Way& way, const Judged& judged, const Prepared& p) {
  if (!judged.value.known && !(judged.value.partial && judged.verdict == Verdict::fail)) return {};
  const bool share = is_share(way, *p.vocabulary);
  const int power = share ? 2 : 0;
  const Ratio& ratio = judged.value.ratio;
  const bool whole = !share && ratio.denominator != 0 && ratio.numerator % ratio.denominator == 0;
  std::vector<Bar> bars = bars_between_years(way, judged.subject, p);
  if (const Limit* const limit = limit_of(way, judged)) {
    bars.push_back(bar_of(*limit, way.compare, judged.verdict == Verdict::pass, power));
  }
  const double size = to_double(Ratio{ratio.numerator * power_of_ten(power), ratio.denominator});
  const std::string text =
      number_beside(judged.value.negative ? -size : size, bars, whole ? 0 : kDecimals) + (share ? " %" : "");
  // The numbers that are missing can only add to it.
  return judged.value.known ? text : "≥ " + text;
}

std::string limit_text(const Way& way, const Judged& judged, const Vocabulary& vocabulary) {
  const Limit* const limit = limit_of(way, judged);
  if (limit == nullptr) return {};
  if (!is_share(way, vocabulary)) return to_text(limit->value);
  return to_text(shifted(limit->value, 2).value_or(limit->value)) + " %";
}

std::string finding(const Words& words, const Item& item, const Check& check, const CheckResult& result,
                    const Prepared& p) {
  const Text& title = check.title.zh.empty() ? item.title : check.title;
  std::string found;
  if (check.attested) {
    found = result.fact == nullptr ? std::string(words.text("finding.not_stated")) : stated(words, *result.fact);
  } else if (!result.way) {
    found = words.text("finding.not_given");
  } else {
    const Way& way = check.ways[*result.way];
    found = way.scope >= Scope::school ? all_schools(words, way, result, p) : all_values(words, check, way, result, p);
    found = with_remarks(words, check, result, std::move(found), p);
  }
  return filled(words, "finding", {{"title", title.in(words.language)}, {"found", found}});
}

}  // namespace junheng
