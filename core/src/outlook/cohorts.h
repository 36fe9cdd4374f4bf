// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>

namespace junheng {

/// base^power, the same on every machine.
[[nodiscard]] double power(double base, std::size_t power);

/// The pupils of one stage of one school by grade, spread evenly at first, the lower grades having what is over.
///
/// Who is in the last grade leaves at the end of the year and the others move up; entrants are as many as leave, and what
/// the average grade has grown by since now. So a school whose entrants do not grow stays as it is, and the pupils of a
/// year are those of the year before, less who left, and who came.
class Cohorts {
 public:
  /// No grades: the pupils stay.
  Cohorts(std::uint32_t pupils, std::uint32_t grades, double growth);

  /// `known`: entrants that are known for this year.
  void move_up(std::optional<std::uint32_t> known = std::nullopt);

  [[nodiscard]] std::int64_t pupils() const;
  [[nodiscard]] std::int64_t entered() const { return entered_; }
  [[nodiscard]] std::int64_t left() const { return left_; }

 private:
  std::deque<std::int64_t> grades_;  ///< the lowest first
  std::int64_t fixed_ = 0;           ///< of a stage without grades
  double average_ = 0;
  double growth_ = 0;
  std::size_t years_ = 0;
  std::int64_t entered_ = 0;
  std::int64_t left_ = 0;
};

}  // namespace junheng
