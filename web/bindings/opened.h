// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "junheng/session.h"

#include <emscripten/val.h>

namespace web {

/// A session as JavaScript holds it, of the engine or of the workbench. Columns come as an object of typed arrays that
/// look at the memory of wasm, texts as bytes of JSON: both are good until the next call.
///
/// `languages`: 0 both, 1 Chinese, 2 English. `county`: kAll for all of them.
class Opened {
 public:
  static constexpr int kAll = -1;

  explicit Opened(std::unique_ptr<junheng::Session> session) : session_(std::move(session)) {}

  /// Of one that comes in steps; nothing else may be asked before the last of them.
  bool step() { return session_->step(); }
  [[nodiscard]] double share() const { return session_->share(); }
  [[nodiscard]] unsigned counties() const { return static_cast<unsigned>(session_->counties()); }
  [[nodiscard]] unsigned verdict() const;
  [[nodiscard]] unsigned issue_count() const;
  /// What the numbers of the columns stand for: the ids of each enum in its order.
  [[nodiscard]] emscripten::val codes() const;
  /// The parts, stages and indicators of the standard, in the order of the columns.
  [[nodiscard]] emscripten::val lists() const;
  emscripten::val summary();
  emscripten::val county_names();
  emscripten::val province_names();
  emscripten::val units(int county);
  emscripten::val unit_values(int county, unsigned indicator, bool shares);
  emscripten::val unit_names(int county);
  emscripten::val head(int languages);
  emscripten::val county(unsigned county, bool units, bool explain, int languages);
  emscripten::val issues(unsigned from, unsigned count, int languages);
  emscripten::val explanation(const std::string& place, int languages);
  /// Gives back the memory of what was asked last.
  void release();

 private:
  emscripten::val give(std::string answer);
  emscripten::val give(junheng::TextColumn texts);

  std::unique_ptr<junheng::Session> session_;
  junheng::SummaryColumns summary_;
  junheng::UnitColumns units_;
  junheng::UnitValues values_;
  junheng::TextColumn texts_;
  std::string answer_;
};

}  // namespace web
