// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "junheng/decimal.h"
#include "junheng/ids.h"
#include "junheng/terms.h"
#include "junheng/vocabulary.h"

/// The types of a standard's rules beyond indicators: items (指标), their checks, the ways a check is computed, limits,
/// exemptions, options. Values of these types come from the files of core/standards.
namespace junheng {

/// The source of a rule, with a confidence: `R` rule text or an official restatement, `S` secondary, `I` inferred,
/// `M` remembered. An M is a default and is never shown as a citation.
struct Source {
  std::optional<std::uint16_t> index;  ///< into Standard::sources
  char confidence = 'M';
};

/// One limit of the rules, written once, with its source.
struct Limit {
  Decimal value;
  Source source;
};

/// A choice between readings of a rule on which sources differ (口径).
struct Option {
  struct Choice {
    std::string id;
    Text title;
    Text warning;  ///< empty: none
  };
  std::string id;
  Text title;
  std::vector<Choice> choices;
  std::uint8_t preset = 0;  ///< into choices: what counts where nobody chooses
  Source source;            ///< of the preset
};

/// What was chosen: one entry for each of Standard::options, or empty for all presets.
using Choices = std::vector<std::uint8_t>;

/// The choice to which something belongs; without an option it always counts.
struct OnlyWhen {
  std::optional<std::uint8_t> option;
  std::uint8_t choice = 0;
};

/// One term of a sum: plus or minus the amount in a field.
struct Term {
  std::uint16_t field = 0;  ///< into Vocabulary::fields
  bool minus = false;
  std::optional<Stage> only_in;  ///< counts in this stage alone: teachers with 专科 are above the degree in 小学
  bool optional = false;         ///< counts where the table has a column for it
};

/// The amount in a field, as it stands.
[[nodiscard]] inline Term term_of(std::uint16_t field) {
  Term term;
  term.field = field;
  return term;
}

/// Appends terms. Not vector::insert: a range inserted between others is 1 kB of the library.
inline void append(std::vector<Term>& terms, const std::vector<Term>& more) {
  for (const Term& term : more)
    terms.push_back(term);
}

/// per * Σ of / Σ over; without `over` the sum itself.
struct Quantity {
  std::vector<Term> of;
  std::vector<Term> over;
  Decimal per{1, 0};
};

enum class Compare : std::uint8_t { at_least, above, at_most, below };
template <>
inline constexpr auto kIds<Compare> = ids_up_to<Compare::below>({"atLeast", "above", "atMost", "below"});

struct Condition {
  Quantity quantity;
  Compare compare = Compare::at_least;
  Decimal value;
};

/// Why a more lenient limit applies to a school (豁免); empty id: no exemption.
struct Exemption {
  std::string id;
  Text title;
};

/// One limit and the schools it applies to: the first matching row of a list is used.
struct LimitRow {
  Limit limit;
  std::vector<std::uint16_t> types;  ///< into Vocabulary::types; empty: every kind of school
  std::optional<Stage> stage;
  std::vector<Condition> when;
  Exemption exemption;
};

/// Terms that some schools may add to a quantity: visiting teachers, leased halls, rooms of an older size.
struct Extra {
  std::vector<Term> terms;
  std::vector<Condition> when;
  Exemption exemption;
  Source source;
};

/// The schools of which a rule speaks (城区和镇区公办学校，不含寄宿制学校): all that is said must be so.
struct SchoolFilter {
  std::vector<std::uint16_t> types;           ///< into Vocabulary::types; empty: every kind of school
  Ownership ownership = Ownership::not_said;  ///< not_said: whoever runs it
  std::vector<Place> places;                  ///< empty: anywhere
  std::vector<Condition> when;

  [[nodiscard]] bool empty() const {
    return types.empty() && ownership == Ownership::not_said && places.empty() && when.empty();
  }
};

/// The subjects of a check.
enum class Scope : std::uint8_t {
  county,  ///< once, from the county's facts
  stage,   ///< once for each stage
  school,  ///< once for each row of the table; all must pass
  unit,    ///< once for each stage of each row; all must pass
};
template <>
inline constexpr auto kIds<Scope> = ids_up_to<Scope::unit>({"county", "stage", "school", "unit"});

/// A quantity over years, each judged against the year before it.
enum class Series : std::uint8_t {
  none,
  rises,
  not_falls,
  faster,  ///< its growth is above the growth of `beside` (高于财政经常性收入的增长)
  above,   ///< it is above `beside` of the same year: growth rates as they were reported
};
template <>
inline constexpr auto kIds<Series> = ids_up_to<Series::above>({"", "rises", "notFalls", "faster", "above"});

/// One way to compute a check. A check has several, as counties have their numbers in several forms.
struct Way {
  Scope scope = Scope::county;
  OnlyWhen only_when;
  SchoolFilter where;  ///< the schools that are judged, or added up; empty: all
  Quantity quantity;
  std::vector<Extra> extras;
  bool pass_when_none = false;  ///< a denominator of zero passes: the rule applies to nobody
  Compare compare = Compare::at_least;
  std::vector<LimitRow> limits;
  Series series = Series::none;
  std::vector<Term> beside;
  int years = 3;  ///< how many of the latest are judged
  int least = 3;  ///< comparisons without which nothing is known of the whole
  Text note;      ///< what to know of numbers that come by this way; empty: nothing
};

struct Check {
  std::string id;
  Text title;                             ///< empty: the item's own
  bool attested = false;                  ///< the county says yes or no (佐证), nothing is computed
  bool wanted = true;                     ///< the answer that passes; vetoes want a no
  bool optional = false;                  ///< skipped where nothing is given
  std::string with;                       ///< optional, but asked for where this other check of the item is given
  bool informs = false;                   ///< shown, never judged
  std::optional<OnlyWhen> optional_when;  ///< optional under this choice alone
  std::vector<Way> ways;
};

struct Item {
  std::string id;
  Text title;
  Text rule;
  Source source;
  std::optional<Decimal> points;
  bool entry = false;  ///< a supplement that is a condition of entry: where it fails, the county is not eligible
  std::vector<Check> checks;
};

}  // namespace junheng
