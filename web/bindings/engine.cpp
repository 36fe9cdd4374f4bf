// SPDX-License-Identifier: MIT
//
// The engine's door between JavaScript and C++. Text crosses it once as UTF-8, the answer once as bytes of JSON; no
// table and no result is ever a string of embind, which would walk it character by character.
//
//   table(bytes)      a view of room for the tables, one behind the other: write UTF-8 there; an empty one where they are
//                     too big, and evaluate() then says so
//   request(bytes)    the same for the request, which says where each table ends ("sources"), or for a standard
//   evaluate()        takes both, as do read() and optionEffects(), and returns a view of the answer
//   open()            takes both and keeps the evaluation, until its delete() (opened.h); its step()s come first
//   decisions()       takes the request as a project, and returns what of its decisions is taken
//   release()         gives the answer's memory back
//
// A view is good until the next call: memory may grow and then is another array.

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "bytes.h"
#include "junheng/junheng.h"
#include "junheng/session.h"
#include "junheng/table_pages.h"
#include "opened.h"

#include <emscripten/bind.h>

namespace {

using emscripten::val;

class Engine {
 public:
  val table(std::size_t bytes) { return room(table_, bytes, junheng::kLargestText); }
  val request(std::size_t bytes) { return room(request_, bytes, junheng::kLargestJson); }

  // Both are moved out, so that a national table of 20 MB is in memory once, and last year's not longer than it is read.
  val evaluate() {
    const std::string request = std::exchange(request_, {});
    pages_ = {};  // makes room
    if (std::exchange(too_big_, false)) return give(junheng::refusal_json({}, library_, {}));
    return give(junheng::answer(std::exchange(table_, {}), request, library_));
  }
  /// The library stays where it is for as long as the engine, which JavaScript never deletes.
  std::unique_ptr<web::Opened> open() {
    const std::string request = std::exchange(request_, {});
    pages_ = {};  // makes room
    if (std::exchange(too_big_, false))
      return std::make_unique<web::Opened>(std::make_unique<junheng::Session>(junheng::Refusal{}, library_));
    return std::make_unique<web::Opened>(
        std::make_unique<junheng::Session>(junheng::Session::InSteps{}, std::exchange(table_, {}), request, library_));
  }
  val read() {
    const std::string request = std::exchange(request_, {});
    too_big_ = false;
    return give(pages_.json(std::exchange(table_, {}), request, library_));
  }
  val option_effects() {
    const std::string request = std::exchange(request_, {});
    too_big_ = false;
    pages_ = {};  // makes room
    return give(junheng::option_effects(std::exchange(table_, {}), request, library_));
  }
  val add_standard() {
    const std::string standard = std::exchange(request_, {});
    return give(junheng::faults_json(library_.add(standard), library_));
  }
  val decisions() {
    const std::string project = std::exchange(request_, {});
    return give(junheng::decisions_json(project, library_));
  }
  val standards() { return give(junheng::standards_json(library_)); }
  void release() { answer_ = std::string(); }
  [[nodiscard]] std::string version() const { return std::string(junheng::version()); }

 private:
  val room(std::string& text, std::size_t bytes, std::size_t most) {
    too_big_ = too_big_ || bytes > most;
    return web::room(text, bytes > most ? 0 : bytes);
  }

  val give(std::string answer) {
    answer_ = std::move(answer);
    return web::view(answer_);
  }

  junheng::Library library_ = junheng::load_library();
  junheng::TablePages pages_;
  std::string table_;
  std::string request_;
  std::string answer_;
  bool too_big_ = false;  ///< what is to be evaluated next
};

}  // namespace

EMSCRIPTEN_BINDINGS(junheng_engine) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("table", &Engine::table)
      .function("request", &Engine::request)
      .function("evaluate", &Engine::evaluate)
      .function("open", &Engine::open)
      .function("read", &Engine::read)
      .function("optionEffects", &Engine::option_effects)
      .function("addStandard", &Engine::add_standard)
      .function("decisions", &Engine::decisions)
      .function("standards", &Engine::standards)
      .function("release", &Engine::release)
      .function("version", &Engine::version);
}
