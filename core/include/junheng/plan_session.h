// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "junheng/junheng.h"
#include "junheng/plan.h"

namespace junheng {

/// An evaluation that is kept to ask what to do about it (web/src/plan/plan.d.ts has the answers' shapes). Every answer is
/// JSON; what asks for a county or stage that is not there gets "null". Keeps the standard as it was.
class PlanSession {
 public:
  /// `request` as answer() takes it. `library` has to outlive the session and to stay where it is.
  PlanSession(std::string table, std::string_view request, const Library& library);
  PlanSession(const PlanSession&) = delete;
  PlanSession& operator=(const PlanSession&) = delete;
  ~PlanSession();

  /// Counties, their stages with the units in their order, and what each indicator's resource is counted in.
  [[nodiscard]] std::string stages() const;
  /// The least plan of a stage under what is wished, of now or of a year to come.
  [[nodiscard]] std::string plan(std::string_view asked, const PlanProgress& progress = {}) const;
  /// Margins, cells to visit, and what rounding first or another choice of an option would make another verdict.
  [[nodiscard]] std::string sureness(std::string_view asked) const;
  /// The county's verdicts in the years to come, and why its coefficients are others than in the year before.
  [[nodiscard]] std::string outlook(std::string_view asked) const;

 private:
  const Library& library_;
  std::unique_ptr<const JsonTree> tree_;
  std::unique_ptr<const Standard> standard_;
  Request request_;  ///< its texts are those of the tree
  std::optional<Evaluation> evaluation_;
};

}  // namespace junheng
