// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "junheng/standard.h"
#include "support/outcome.h"

namespace {

/// Before anybody has chosen, what counts is what the defaults of the options say, the first option's and the last's.
TEST(Counts, WithoutChoicesIsByTheDefaults) {
  const junheng::Standard& standard = test::quality();
  const junheng::Choices presets = junheng::choose(standard, {}).choices;
  ASSERT_GT(standard.options.size(), 2U);
  for (std::size_t option = 0; option < standard.options.size(); ++option) {
    for (std::size_t choice = 0; choice < standard.options[option].choices.size(); ++choice) {
      junheng::OnlyWhen when;
      when.option = static_cast<decltype(when.option)::value_type>(option);
      when.choice = static_cast<decltype(when.choice)>(choice);
      const bool expected = choice == standard.options[option].preset;
      EXPECT_EQ(junheng::counts(when, standard, {}), expected) << option << " " << choice;
      EXPECT_EQ(junheng::counts(when, standard, presets), expected) << option << " " << choice;
      // Choices of another standard may be fewer.
      const junheng::Choices some(presets.begin(), presets.begin() + static_cast<std::ptrdiff_t>(option));
      EXPECT_EQ(junheng::counts(when, standard, some), expected) << option << " " << choice;
    }
  }
}

}  // namespace
