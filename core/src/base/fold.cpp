// SPDX-License-Identifier: MIT
#include "base/fold.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/packed_number.h"
#include "folded_characters.h"

namespace junheng {
namespace {

/// Radicals are the first that have another form; below stands all that is ASCII or Latin.
constexpr char32_t kFirst = 0x2E80;
constexpr char32_t kLast = 0xFFFF;

/// The table as cmake/fold_table.mjs writes it, as one form for each code point: a look-up and no search for each
/// character of each word.
class Forms {
 public:
  Forms() : forms_(kLast - kFirst + 1) {
    for (std::size_t i = 0; i < forms_.size(); ++i)
      forms_[i] = static_cast<char16_t>(kFirst + i);
    std::string_view bytes = embedded::folded_characters();
    while (!bytes.empty())
      add_group(bytes);
  }

  [[nodiscard]] char32_t of(char32_t point) const { return forms_[point - kFirst]; }

 private:
  /// How many there are, the forms, and the characters that have them, each as steps from one to the next.
  void add_group(std::string_view& bytes) {
    std::vector<std::uint32_t> of(take_packed_number(bytes));
    std::uint32_t form = 0;
    for (std::uint32_t& each : of)
      each = form = stepped(form, bytes);
    std::uint32_t point = 0;
    for (const std::uint32_t each : of) {
      point = stepped(point, bytes);
      forms_[point - kFirst] = static_cast<char16_t>(each);
    }
  }

  static std::uint32_t stepped(std::uint32_t from, std::string_view& bytes) {
    const std::uint32_t step = take_packed_number(bytes);
    return from + ((step & 1U) != 0 ? ~(step >> 1U) : step >> 1U);
  }

  std::vector<char16_t> forms_;
};

}  // namespace

char32_t folded(char32_t point) {
  if (point < kFirst || point > kLast) return point;
  static const Forms kForms;
  return kForms.of(point);
}

}  // namespace junheng
