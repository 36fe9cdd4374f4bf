// SPDX-License-Identifier: MIT
#include "junheng/standard.h"

namespace junheng {

bool counts(const OnlyWhen& when, const Standard& standard, const Choices& choices) {
  if (!when.option) return true;
  const std::size_t option = *when.option;
  return when.choice == (option < choices.size() ? choices[option] : standard.options[option].preset);
}

Chosen choose(const Standard& standard, const std::vector<std::pair<std::string, std::string>>& asked) {
  const std::vector<Option>& options = standard.options;
  Chosen chosen;
  for (const Option& option : options)
    chosen.choices.push_back(option.preset);
  chosen.decided.assign(options.size(), 0);
  for (const auto& [id, choice] : asked) {
    bool known = false;
    for (std::size_t o = 0; o < options.size(); ++o) {
      for (std::size_t c = 0; c < options[o].choices.size() && options[o].id == id; ++c) {
        if (options[o].choices[c].id != choice) continue;
        chosen.choices[o] = static_cast<std::uint8_t>(c);
        chosen.decided[o] = 1;
        known = true;
      }
    }
    if (!known) chosen.unknown.push_back(std::string(id).append("=").append(choice));
  }
  return chosen;
}

}  // namespace junheng
