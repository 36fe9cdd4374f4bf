// SPDX-License-Identifier: MIT
//
// The door of the module that says what to do about a result; a module of its own, as the engine's is a download of every
// visitor. Text crosses it as at the engine's (engine.cpp).
//
//   table(bytes)    a view of room for the tables; an empty one where they are too big, and open() then gives null
//   request(bytes)  the same for the request of open(), or for a standard
//   open()          evaluates and keeps it, until its delete(); its stages(), plan(), sureness() and outlook() give views of
//                   JSON; plan() tells its second argument how many parts are done, of how many at most
//
// A view is good until the next call.

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "bytes.h"
#include "junheng/junheng.h"
#include "junheng/plan_session.h"

#include <emscripten/bind.h>

namespace {

using emscripten::val;

class Planned {
 public:
  explicit Planned(std::unique_ptr<const junheng::PlanSession> session) : session_(std::move(session)) {}

  val stages() { return give(session_->stages()); }
  val plan(const std::string& asked, const val& progress) {
    return give(session_->plan(asked, [&](std::size_t done, std::size_t all) { progress(done, all); }));
  }
  val outlook(const std::string& asked) { return give(session_->outlook(asked)); }
  val sureness(const std::string& asked) { return give(session_->sureness(asked)); }

 private:
  val give(std::string answer) {
    answer_ = std::move(answer);
    return web::view(answer_);
  }

  std::unique_ptr<const junheng::PlanSession> session_;
  std::string answer_;
};

class Planner {
 public:
  val table(std::size_t bytes) { return room(table_, bytes, junheng::kLargestText); }
  val request(std::size_t bytes) { return room(request_, bytes, junheng::kLargestJson); }

  std::unique_ptr<Planned> open() {
    const std::string request = std::exchange(request_, {});
    if (std::exchange(too_big_, false)) return nullptr;
    return std::make_unique<Planned>(
        std::make_unique<junheng::PlanSession>(std::exchange(table_, {}), request, library_));
  }
  val add_standard() {
    const std::string standard = std::exchange(request_, {});
    answer_ = junheng::faults_json(library_.add(standard), library_);
    return web::view(answer_);
  }

 private:
  val room(std::string& text, std::size_t bytes, std::size_t most) {
    too_big_ = too_big_ || bytes > most;
    return web::room(text, bytes > most ? 0 : bytes);
  }

  junheng::Library library_ = junheng::load_library();
  std::string table_;
  std::string request_;
  std::string answer_;
  bool too_big_ = false;
};

}  // namespace

EMSCRIPTEN_BINDINGS(junheng_plan) {
  emscripten::class_<Planned>("Planned")
      .function("stages", &Planned::stages)
      .function("plan", &Planned::plan)
      .function("outlook", &Planned::outlook)
      .function("sureness", &Planned::sureness);
  emscripten::class_<Planner>("Planner")
      .constructor<>()
      .function("table", &Planner::table)
      .function("request", &Planner::request)
      .function("open", &Planner::open)
      .function("addStandard", &Planner::add_standard);
}
