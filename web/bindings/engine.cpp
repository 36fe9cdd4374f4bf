// SPDX-License-Identifier: MIT
//
// The engine's border between JavaScript and C++: plain functions and bytes in the memory of wasm. Text crosses it
// once as UTF-8, the answer once as bytes of JSON.
//
//   at = junheng_table(bytes)        room for the table; write UTF-8 there
//   at = junheng_request(bytes)      the same for the request, or for a standard
//   junheng_evaluate()               takes both, as does junheng_read(); the answer is then
//   junheng_answer(), junheng_answer_size()
//   junheng_release()                gives the answer's memory back
//
// An address is only good until memory grows: take it, use it, forget it.
//
// Not embind: its classes and strings are 9 kB of download, for eight functions that take and give numbers.

#include <cstddef>
#include <string>
#include <utility>

#include <emscripten/emscripten.h>

#include "junheng/junheng.h"

namespace {

struct Engine {
  junheng::Library library = junheng::load_library();
  std::string table;
  std::string request;
  std::string answer;
};

/// Lives as long as the memory it lies in: nothing would be left to run its destructor for.
Engine& engine() {
  static auto* only = new Engine;
  return *only;
}

char* room(std::string& text, std::size_t bytes) {
  // resize of an empty string: an old input would be copied along while memory grows, for nothing.
  text = std::string();
  text.resize(bytes);
  return text.data();
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* junheng_table(std::size_t bytes) {
  return room(engine().table, bytes);
}

EMSCRIPTEN_KEEPALIVE char* junheng_request(std::size_t bytes) {
  return room(engine().request, bytes);
}

EMSCRIPTEN_KEEPALIVE void junheng_evaluate() {
  Engine& here = engine();
  // Moved out, so that a national table of 20 MB is in memory once, and last year's not longer than it is read.
  const std::string request = std::exchange(here.request, {});
  here.answer = junheng::answer(std::exchange(here.table, {}), request, here.library);
}

EMSCRIPTEN_KEEPALIVE void junheng_read() {
  Engine& here = engine();
  const std::string request = std::exchange(here.request, {});
  here.answer = junheng::reading_json(std::exchange(here.table, {}), request, here.library);
}

EMSCRIPTEN_KEEPALIVE void junheng_add_standard() {
  Engine& here = engine();
  here.answer = junheng::faults_json(here.library.add(here.request), here.library);
}

EMSCRIPTEN_KEEPALIVE void junheng_standards() {
  Engine& here = engine();
  here.answer = junheng::standards_json(here.library);
}

EMSCRIPTEN_KEEPALIVE void junheng_version() {
  engine().answer = junheng::version();
}

EMSCRIPTEN_KEEPALIVE const char* junheng_answer() {
  return engine().answer.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t junheng_answer_size() {
  return engine().answer.size();
}

EMSCRIPTEN_KEEPALIVE void junheng_release() {
  engine().answer = std::string();
}

}  // extern "C"
