// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "junheng/quantity.h"

namespace junheng {

inline constexpr std::uint8_t kNoLimit = 0xFF;

/// One subject of a check, judged.
struct Judged {
  Subject subject;
  Verdict verdict = Verdict::unknown;
  Measured value;
  std::uint8_t limit = kNoLimit;  ///< into Way::limits
  std::uint32_t extras = 0;       ///< bit i: Way::extras[i] was added
  /// Of what is unknown: bit i: Way::limits[i], or Way::extras[i], would apply if a number that is missing said so.
  std::uint32_t open_limits = 0;
  std::uint32_t open_extras = 0;
};

/// Another way of the check whose numbers are complete too, and which says something else.
struct OtherWay {
  std::uint8_t way = 0;  ///< into Check::ways
  Verdict verdict = Verdict::unknown;
  Judged judged;  ///< the subject of which it does
};

/// Why the numbers of a check cannot be right as they stand; until they are corrected they decide nothing.
struct Doubt {
  IssueCode code{};
  const Fact* fact = nullptr;  ///< null: several numbers against each other
};

struct CheckResult {
  Verdict verdict = Verdict::unknown;  ///< none: skipped, or only informs
  std::optional<std::uint8_t> way;     ///< into Check::ways; absent: nothing was given
  const Fact* fact = nullptr;          ///< of an attested check: what the county said
  std::uint32_t subjects = 0;          ///< how many were judged
  std::uint32_t failing = 0;
  std::uint32_t unknown = 0;
  /// All subjects of county and stage scope; of schools those that fail, are unknown or use an exemption.
  std::vector<Judged> judged;
  std::vector<OtherWay> others;
  std::vector<Doubt> doubts;  ///< any: the verdict is unknown
};

struct ItemResult {
  Verdict verdict = Verdict::unknown;
  std::vector<CheckResult> checks;  ///< in the order of Item::checks
  std::optional<Decimal> points;    ///< given for this item, where the part has a score
};

/// The results of several items. Each is kept once for all counties that have the same: of thousands of counties of which
/// no facts are given nearly all items come to nothing, and in the same way.
class ItemResults {
 public:
  using Shared = std::shared_ptr<const ItemResult>;

  class Iterator {
   public:
    using value_type = ItemResult;
    using difference_type = std::ptrdiff_t;
    using pointer = const ItemResult*;
    using reference = const ItemResult&;
    using iterator_category = std::forward_iterator_tag;  // NOLINT(readability-identifier-naming): the library's name

    explicit Iterator(const Shared* at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const Shared* at_;
  };

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] const ItemResult& operator[](std::size_t index) const { return *all_[index]; }
  [[nodiscard]] Iterator begin() const { return Iterator(all_.data()); }
  [[nodiscard]] Iterator end() const { return Iterator(all_.data() + all_.size()); }

  void reserve(std::size_t items) { all_.reserve(items); }
  void push_back(Shared result) { all_.push_back(std::move(result)); }

 private:
  std::vector<Shared> all_;
};

/// Judges one item for one county.
[[nodiscard]] ItemResult judge_item(const Prepared& prepared, std::uint32_t county, const Item& item);
/// Whether the table has no column that an item could be judged by: all counties without facts come to the same then.
[[nodiscard]] bool rests_on_facts(const Prepared& prepared, const Item& item);
/// Judges one way alone, whichever is chosen: for explanations of other choices.
[[nodiscard]] CheckResult judge_way(const Prepared& prepared, std::uint32_t county, const Way& way);

/// The quantity of a way with the extras that were added for a subject.
[[nodiscard]] Quantity with_extras(const Way& way, std::uint32_t extras);
/// The numbers without which a subject is unknown, each once: of the quantity, of the conditions that are open, and of
/// the extras that would count. Empty where nothing is missing, as for a denominator of zero.
[[nodiscard]] std::vector<Reading> missing_numbers(const Prepared& prepared, const Way& way, const Judged& judged);

}  // namespace junheng
