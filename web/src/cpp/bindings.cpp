// SPDX-License-Identifier: MIT
//
// The engine's border between JavaScript and C++. Text crosses it once as bytes, the answer once as bytes of JSON;
// no string of the table or of the result is ever converted by embind, which would walk it character by character.
//
//   view = reserve(bytes)            a window into the memory of wasm; write UTF-8 there
//   view = evaluate(request)         the answer in UTF-8; read it before the next call
//   release()                        gives the answer's memory back
//
// A view is only good until memory grows: take it, use it, forget it. Each call hands out a fresh one.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "junheng/junheng.h"

namespace {

using emscripten::val;

class Engine {
 public:
  val reserve(std::size_t bytes) {
    // resize of an empty string: an old input would be copied along while memory grows, for nothing.
    input_ = std::string();
    input_.resize(bytes);
    return view(input_);
  }

  val evaluate(const std::string& request) {
    // Moved, so that a national table of 20 MB is in memory once.
    std::string text = std::move(input_);
    input_ = std::string();
    output_ = junheng::answer(std::move(text), request, library_);
    return view(output_);
  }

  val add_standard(const std::string& json) {
    output_ = junheng::faults_json(library_.add(json), library_);
    return view(output_);
  }

  val standards() {
    output_ = junheng::standards_json(library_);
    return view(output_);
  }

  void release() { output_ = std::string(); }

  [[nodiscard]] std::string version() const { return std::string(junheng::version()); }

 private:
  static val view(std::string& bytes) {
    return val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data())));
  }

  junheng::Library library_ = junheng::load_library();
  std::string input_;
  std::string output_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(junheng_engine) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("reserve", &Engine::reserve)
      .function("evaluate", &Engine::evaluate)
      .function("addStandard", &Engine::add_standard)
      .function("standards", &Engine::standards)
      .function("release", &Engine::release)
      .function("version", &Engine::version);
}
