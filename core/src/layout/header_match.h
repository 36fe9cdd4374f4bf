// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "junheng/layout.h"

namespace junheng {

/// The texts above a column, from the top to the bottom; merged ones repeated, none empty, none twice in a row.
using HeaderLevels = std::vector<std::string_view>;

/// What a column of one or several header rows is: a unit, a stage, or 计 and 合计 below a name belong to the name
/// above; "面积" below "体育馆" is 体育馆面积. A short name below words that are not known could be anything: asked.
/// `propose`: what is not known is compared with all names, which takes time.
[[nodiscard]] ColumnFinding match_column(const HeaderLevels& levels, const Vocabulary& vocabulary, bool propose);

/// The same, remembered: a header that is repeated on every page, or rows of words that are none, are matched once.
/// Names are compared for likeness only so many times in all, as hostile text could ask for it in every cell.
class HeaderMemo {
 public:
  explicit HeaderMemo(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}
  [[nodiscard]] ColumnFinding match(const HeaderLevels& levels, bool propose);
  /// Whether names may still be looked for inside a text that is none; so many times in all.
  [[nodiscard]] bool may_peel() { return peeled_ < kMostPeeled && ++peeled_ > 0; }

 private:
  static constexpr std::size_t kMostPeeled = 4'000;

  struct Known {
    WordMap places;
    std::vector<ColumnFinding> findings;
  };
  const Vocabulary& vocabulary_;
  Known plain_;
  Known proposed_;
  std::string key_;
  std::size_t peeled_ = 0;
};

/// "专任教师 > 骨干教师", as people see the column named.
[[nodiscard]] std::string header_text(const HeaderLevels& levels);

}  // namespace junheng
