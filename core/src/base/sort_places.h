// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

namespace junheng {

/// "Does a come before b?", asked of two places in a list; the question lives only as long as the call it is made for.
class PlaceOrder {
 public:
  template <typename Less>
  PlaceOrder(const Less& less)  // NOLINT(google-explicit-constructor): a lambda is written where it is asked for
      : less_(&less), ask_([](const void* asked, std::uint32_t a, std::uint32_t b) {
          return (*static_cast<const Less*>(asked))(a, b);
        }) {}

  bool operator()(std::uint32_t a, std::uint32_t b) const { return ask_(less_, a, b); }

 private:
  const void* less_;
  bool (*ask_)(const void*, std::uint32_t, std::uint32_t);
};

/// Places where neither comes before the other keep their own order, the smaller one first.
///
/// One sorting for all lists: each kind of list sorted by itself is a sorting of its own in the program, 1 to 3 kB.
void sort_places(std::vector<std::uint32_t>& places, const PlaceOrder& before);

}  // namespace junheng
