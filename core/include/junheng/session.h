// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "junheng/columns.h"
#include "junheng/evaluation_json.h"
#include "junheng/junheng.h"

namespace junheng {

/// An evaluation that is kept, and gives what is asked of it (open() of the contract). The pieces are those of columns.h
/// and evaluation_json.h; here a county that is not there is null, and a request that is refused, as it names no known standard, is a session
/// without counties and with the issue that says so.
///
/// Keeps the standard as it was: another one may be loaded under its id meanwhile.
class Session {
 public:
  /// `request` as answer() takes it; its "detail" is not asked. `library` has to outlive the session and to stay where
  /// it is.
  Session(std::string table, std::string_view request, const Library& library);

  /// The same step by step: nothing is there to be asked before step() is false.
  struct InSteps {};
  Session(InSteps, std::string table, std::string_view request, const Library& library);
  bool step();                         ///< whether there are more
  [[nodiscard]] double share() const;  ///< of the steps that are done

  /// Of tables that are too big to be handed over.
  Session(Refusal refusal, const Library& library);

  /// Of an evaluation that somebody else keeps: it has to outlive the session and to stay where it is.
  Session(const Evaluation& evaluation, const Library& library, Asked asked);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// Null where the request is refused.
  [[nodiscard]] const Evaluation* evaluation() const { return evaluation_; }
  [[nodiscard]] std::size_t counties() const { return evaluation_ == nullptr ? 0 : evaluation_->counties.size(); }

  [[nodiscard]] SummaryColumns summary() const;
  [[nodiscard]] UnitColumns units(std::optional<std::uint32_t> county) const;
  /// Empty where the standard has no such indicator.
  [[nodiscard]] UnitValues unit_values(std::optional<std::uint32_t> county, std::size_t indicator, bool shares) const;
  [[nodiscard]] TextColumn unit_names(std::optional<std::uint32_t> county) const;
  [[nodiscard]] TextColumn county_names() const;
  [[nodiscard]] TextColumn province_names() const;

  [[nodiscard]] std::string head(Languages languages) const;
  [[nodiscard]] std::string county(std::uint32_t county, bool units, bool explain, Languages languages) const;
  [[nodiscard]] std::string issues(std::size_t from, std::size_t count, Languages languages) const;
  [[nodiscard]] std::string explanation(std::string_view place, Languages languages) const;

 private:
  const Library& library_;
  std::unique_ptr<const Standard> standard_;
  Refusal refusal_;  ///< where there is no evaluation
  Asked asked_;
  struct Coming;
  std::unique_ptr<Coming> coming_;  ///< until the last step
  std::optional<Evaluation> own_;
  const Evaluation* evaluation_ = nullptr;
};

}  // namespace junheng
