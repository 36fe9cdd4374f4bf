// SPDX-License-Identifier: MIT
#include "judge/series.h"

#include <algorithm>
#include <set>

namespace junheng {
namespace {

int signed_compare(const Measured& a, const Measured& b) {
  if (a.negative != b.negative) return a.negative ? -1 : 1;
  const auto order = compare_products(a.ratio.numerator, b.ratio.denominator, b.ratio.numerator, a.ratio.denominator);
  const int sign = order == std::strong_ordering::greater ? 1 : order == std::strong_ordering::less ? -1 : 0;
  return a.negative ? -sign : sign;
}

class SeriesJudge {
 public:
  SeriesJudge(const Prepared& prepared, const Way& way) : p_(prepared), way_(way), beside_{way.beside, {}, {1, 0}} {}

  std::vector<std::uint16_t> years_given(std::uint32_t county) const {
    std::set<std::uint16_t> years;
    const CountyFacts* const facts = facts_for(p_, county);
    if (facts == nullptr) return {};
    for (const Fact& fact : facts->facts) {
      if (fact.year != 0 && fact.key == p_.vocabulary->fields[way_.quantity.of.front().field].id)
        years.insert(fact.year);
    }
    return {years.begin(), years.end()};
  }

  Judged judge_year(const Subject& subject) const {
    Judged judged;
    judged.subject = subject;
    judged.value = measured(p_, way_.quantity, subject);
    if (way_.series == Series::above) {
      const Measured beside = measured(p_, beside_, subject);
      if (!judged.value.known || !beside.known) return judged;
      judged.verdict = signed_compare(judged.value, beside) > 0 ? Verdict::pass : Verdict::fail;
      return judged;
    }
    Subject before = subject;
    --before.year;
    const Measured earlier = measured(p_, way_.quantity, before);
    if (!earlier.any) {
      judged.verdict = Verdict::none;  // the first year that is given has nothing to be compared with
      return judged;
    }
    if (!judged.value.known || !earlier.known || earlier.ratio.numerator == 0) return judged;
    if (way_.series == Series::faster) return judge_growth(judged, earlier, before);
    const int order = signed_compare(judged.value, earlier);
    judged.verdict = order > 0 || (order == 0 && way_.series == Series::not_falls) ? Verdict::pass : Verdict::fail;
    return judged;
  }

 private:
  /// x1 / x0 against y1 / y0: the growth of one is above the growth of the other.
  Judged judge_growth(Judged judged, const Measured& earlier, const Subject& before) const {
    const Measured now = measured(p_, beside_, judged.subject);
    const Measured then = measured(p_, beside_, before);
    if (!now.known || !then.known || then.ratio.numerator == 0) return judged;
    // Sums of whole amounts: all four denominators are the same power of ten.
    const auto order = compare_products(judged.value.ratio.numerator, then.ratio.numerator, now.ratio.numerator,
                                        earlier.ratio.numerator);
    judged.verdict = order == std::strong_ordering::greater ? Verdict::pass : Verdict::fail;
    return judged;
  }

  const Prepared& p_;
  const Way& way_;
  Quantity beside_;
};

}  // namespace

std::vector<Judged> judge_series(const Prepared& prepared, const Way& way, Subject subject) {
  const SeriesJudge judge(prepared, way);
  const std::vector<std::uint16_t> years = judge.years_given(subject.county);
  const auto window = static_cast<std::size_t>(way.years);
  std::vector<Judged> result;
  for (std::size_t i = years.size() > window ? years.size() - window : 0; i < years.size(); ++i) {
    subject.year = years[i];
    Judged one = judge.judge_year(subject);
    if (one.verdict != Verdict::none) result.push_back(one);
  }
  // Three years of growth are four years of amounts. A stage of which nothing is said is a gap beside the other.
  if (result.size() < static_cast<std::size_t>(way.least) && (!years.empty() || subject.stage != kNoStage)) {
    Judged missing;
    missing.subject = subject;
    missing.subject.year = 0;
    missing.value.any = !years.empty();
    result.push_back(missing);
  }
  return result;
}

}  // namespace junheng
