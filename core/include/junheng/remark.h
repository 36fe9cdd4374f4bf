// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/evaluation.h"

namespace junheng {

/// A person's answer to a suspicion (经验校验). Code, line and subject say which one it answers.
struct Remark {
  std::string code;
  std::uint32_t row = 0;  ///< line, counted on from sheet to sheet, `sheet` being the first; 0: the table as a whole
  std::string indicator;  ///< id of the issue's indicator or, where it has none, of its field; may be empty
  std::string text;
  std::uint32_t sheet = 0;  ///< as in TableChoices
};

/// The remark that would answer this issue, without its text.
[[nodiscard]] Remark remark_key(const Evaluation& evaluation, const Issue& issue);

/// Whether it answers the issue of this key.
[[nodiscard]] bool answers(const Evaluation& evaluation, const Remark& remark, const Remark& key);

/// The answer to an issue; empty where there is none, or where the issue must be right (逻辑校验) and cannot be talked
/// away.
[[nodiscard]] std::string_view remark_of(const Evaluation& evaluation, const Issue& issue,
                                         const std::vector<Remark>& remarks);

}  // namespace junheng
