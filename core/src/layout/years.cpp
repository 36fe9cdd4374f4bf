// SPDX-License-Identifier: MIT
#include "layout/years.h"

#include <algorithm>

#include "base/utf8.h"

namespace junheng {
namespace {

constexpr unsigned kEarliest = 1990;
constexpr unsigned kLatest = 2099;
constexpr unsigned kCentury = 100;
constexpr unsigned kMonths = 12;
/// A name, and no page of text.
constexpr std::size_t kLongestText = 300;

struct Point {
  char32_t point = 0;
  std::size_t begin = 0;  ///< byte of the text
};

int digit_of(char32_t point) {
  constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
  if (point >= U'0' && point <= U'9') return static_cast<int>(point - U'0');
  if (point == U'零' || point == U'○' || point == U'Ｏ') return 0;
  const std::size_t at = kNumerals.find(point);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

class YearReader {
 public:
  YearReader(std::string_view text, BareYear bare) : size_(text.size()), bare_(bare == BareYear::yes) {
    points_.reserve(text.size());
    std::string_view rest = text;
    while (!rest.empty()) {
      const std::size_t begin = size_ - rest.size();
      const char32_t point = half_width(take_code_point(rest));
      if (!is_space(point)) points_.push_back({point, begin});
    }
  }

  std::optional<YearPlace> find() {
    for (std::size_t at = 0; at < points_.size();) {
      if (digit_of(this->at(at)) < 0) {
        ++at;
        continue;
      }
      const std::size_t digits = digits_at(at);
      std::size_t end = at + digits;
      const bool inside = at > 0 && is_inside(this->at(at - 1));
      const auto year = inside ? std::nullopt : read(at, digits, end);
      if (year) return YearPlace{*year, points_[at].begin, byte(end) - points_[at].begin};
      at = end;
    }
    return std::nullopt;
  }

 private:
  char32_t at(std::size_t i) const { return i < points_.size() ? points_[i].point : U'\0'; }
  std::size_t byte(std::size_t i) const { return i < points_.size() ? points_[i].begin : size_; }

  /// Digits of a code or a decimal begin no year: "A2023", "1.2023".
  static bool is_inside(char32_t point) {
    return point == U'.' || point == U',' || (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
  }

  bool is_ascii(std::size_t i) const { return at(i) >= U'0' && at(i) <= U'9'; }

  std::size_t digits_at(std::size_t first) const {
    std::size_t count = 0;
    while (digit_of(at(first + count)) >= 0 && is_ascii(first + count) == is_ascii(first))
      ++count;
    return count;
  }

  unsigned number(std::size_t first, std::size_t digits) const {
    unsigned value = 0;
    for (std::size_t i = first; i < first + digits; ++i)
      value = value * 10 + static_cast<unsigned>(digit_of(at(i)));
    return value;
  }

  static bool is_dash(char32_t point) {
    constexpr std::u32string_view kDashes = U"-‐‑‒–—―−~～/至到";
    return kDashes.find(point) != std::u32string_view::npos;
  }

  /// `end`: behind what was read, also where it is no year.
  std::optional<SchoolYear> read(std::size_t first, std::size_t digits, std::size_t& end) const {
    const bool is_short = digits == 2;
    if (digits != 4 && !is_short) return std::nullopt;
    unsigned year = number(first, digits);
    if (is_short) year += kEarliest / kCentury * kCentury + kCentury;
    if (year < kEarliest || year > kLatest) return std::nullopt;
    SchoolYear result{static_cast<std::uint16_t>(year), false};
    // "2022年-2023年" as "2022-2023".
    const std::size_t dashes = at(end) == U'年' ? end + 1 : end;
    std::size_t second = dashes;
    while (is_dash(at(second)))
      ++second;
    const std::size_t more = second > dashes ? digits_at(second) : 0;
    const bool next = (more == digits || more == 2) && number(second, more) % kCentury == (year + 1) % kCentury;
    if (next || more == digits) {
      end = second + more;
      const bool named = takes_suffix(end);
      if (!next || (is_short && !named)) return std::nullopt;
      return result;
    }
    if (is_short) return std::nullopt;
    if (at(end) == U'年' && limits(end + 1)) return std::nullopt;
    if (takes_suffix(end)) {
      result.spring = at(end - 1) == U'春' || (at(end - 1) == U'季' && at(end - 2) == U'春');
      return result;
    }
    if (!is_ascii(first)) return std::nullopt;
    if (takes_month(end)) return result;
    const bool alone = bare_ && !(at(end) == U'.' && is_ascii(end + 1)) && at(end) != U',';
    return alone ? std::optional(result) : std::nullopt;
  }

  /// "2010年及之前", "2016年以后": a limit that a rule names.
  bool limits(std::size_t i) const {
    constexpr std::u32string_view kLimits = U"及以之前后起";
    return kLimits.find(at(i)) != std::u32string_view::npos;
  }

  bool takes(std::size_t& i, char32_t point) const {
    if (at(i) != point) return false;
    ++i;
    return true;
  }

  /// 年, 年度, 学年, 学年度, 秋, 年秋季, 春.
  bool takes_suffix(std::size_t& i) const {
    const std::size_t before = i;
    std::size_t next = i;
    if (takes(next, U'学') || takes(next, U'學')) {
      if (!takes(next, U'年')) return false;
    } else {
      takes(next, U'年');
    }
    takes(next, U'度');
    if (takes(next, U'秋') || takes(next, U'春')) takes(next, U'季');
    i = next;
    return i > before;
  }

  /// 2023.9, 2023-09, 2023/9
  bool takes_month(std::size_t& i) const {
    if (at(i) != U'.' && at(i) != U'/' && at(i) != U'-') return false;
    const std::size_t digits = digits_at(i + 1);
    if (digits == 0 || digits > 2 || !is_ascii(i + 1)) return false;
    const unsigned month = number(i + 1, digits);
    if (month == 0 || month > kMonths) return false;
    i += 1 + digits;
    return true;
  }

  std::size_t size_;
  bool bare_;
  std::vector<Point> points_;  ///< without spaces
};

}  // namespace

std::string SchoolYear::id() const {
  return std::to_string(year) + (spring ? "春" : "");
}

std::optional<YearPlace> find_year(std::string_view text, BareYear bare) {
  return YearReader(text.substr(0, start_of_point(text, kLongestText)), bare).find();
}

std::optional<SchoolYear> year_in(std::string_view text, BareYear bare) {
  const auto found = find_year(text, bare);
  return found ? std::optional(found->year) : std::nullopt;
}

void Years::add(SchoolYear year, std::string_view sample) {
  const auto at = std::find_if(met_.begin(), met_.end(), [&](const Met& met) { return !(year < met.year); });
  if (at != met_.end() && at->year == year) {
    if (at->sample.empty()) at->sample = sample;
    return;
  }
  met_.insert(at, {year, std::string(sample)});
}

bool Years::has(SchoolYear year) const {
  return std::any_of(met_.begin(), met_.end(), [&](const Met& met) { return met.year == year; });
}

void Years::ask(std::vector<Question>& questions, Issues& issues) const {
  if (met_.size() < 2) return;
  Question question;
  question.kind = QuestionKind::year;
  for (const Met& met : met_)
    question.options.push_back({met.year.id(), met.sample});
  question.proposed = question.options.front().id;
  const auto known = std::find_if(met_.begin(), met_.end(), [&](const Met& met) { return is_chosen(met.year); });
  if (known != met_.end()) question.answer = chosen_;
  questions.push_back(std::move(question));
  if (known != met_.end()) return offer_previous(known->year, questions);
  Issue issue;
  issue.code = IssueCode::question_open;
  issues.push_back(issue);
}

/// Only an earlier year can be the one before; the nearest is proposed where it is the one before.
void Years::offer_previous(SchoolYear chosen, std::vector<Question>& questions) const {
  Question question;
  question.kind = QuestionKind::previous;
  question.proposed = question.answer = kNoPrevious;
  for (const Met& met : met_) {
    if (!(met.year < chosen)) continue;
    const bool next = question.options.empty() && met.year.year + 1 == chosen.year && met.year.spring == chosen.spring;
    question.options.push_back({met.year.id(), met.sample});
    if (next) question.proposed = met.year.id();
    if (previous_ == met.year.id()) question.answer = previous_;
  }
  if (question.options.empty()) return;
  question.options.push_back({std::string(kNoPrevious), {}});
  questions.push_back(std::move(question));
}

}  // namespace junheng
