// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <ostream>

#include "support/outcome.h"

/// One item of quality-2017, judged from the facts of a county alone.
struct ItemCase {
  const char* item;
  const char* facts;  ///< name, tab, value; one a line
  junheng::Verdict verdict;

  friend void PrintTo(const ItemCase& one, std::ostream* out) { *out << one.item << " of {" << one.facts << "}"; }
};

inline void expect_verdict(const ItemCase& one) {
  const auto outcome = test::Outcome::of_facts(one.facts);
  EXPECT_EQ(test::word(outcome.item_verdict(one.item)), test::word(one.verdict))
      << test::issue_names(outcome.result.issues);
}
