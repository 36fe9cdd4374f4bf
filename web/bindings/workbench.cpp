// SPDX-License-Identifier: MIT
//
// The workbench's border between JavaScript and C++. Events go in, one frame is drawn, requests come out. As with the
// engine, tables and results cross as bytes: reserve() and result() hand out views that are good until memory grows.

#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "imgui.h"
#include "platform_web/context.h"
#include "platform_web/glyphs_browser.h"
#include "platform_web/keys.h"
#include "workbench.h"

namespace {

using emscripten::val;

/// In the order of Request::Kind.
constexpr const char* kRequestIds[] = {"open_file", "load_sample", "save_chart", "publish", "copy"};

/// What the page must know after a frame.
struct FrameOutcome {
  int cursor = 0;
  bool again = false;       ///< the frame changed something: one more is needed to show it
  bool popup_open = false;  ///< Escape closes it, instead of leaving the canvas
};

class WorkbenchPage {
 public:
  explicit WorkbenchPage(const std::string& canvas) : context_(canvas) {}

  [[nodiscard]] bool ready() const { return context_.ready(); }
  [[nodiscard]] bool has_chinese_font() const { return platform_web::has_chinese_font(); }

  void resize(int width, int height, float ratio) { context_.resize(width, height, ratio); }
  void lose_gpu() { context_.lose_gpu(); }

  void pointer(float x, float y, bool touch) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(x, y);
  }
  void pointer_gone() { ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX); }
  void button(int index, bool down) { ImGui::GetIO().AddMouseButtonEvent(index, down); }
  void wheel(float x, float y) { ImGui::GetIO().AddMouseWheelEvent(x, y); }
  void modifiers(bool ctrl, bool shift, bool alt, bool meta) { platform_web::send_modifiers(ctrl, shift, alt, meta); }
  void key(const std::string& code, bool down) { platform_web::send_key(code, down); }
  void focus(bool has) { ImGui::GetIO().AddFocusEvent(has); }

  FrameOutcome frame(double seconds) {
    context_.begin(seconds);
    workbench_.draw();
    FrameOutcome outcome;
    outcome.cursor = ImGui::GetMouseCursor();
    outcome.popup_open = workbench_.wants_escape() ||
                         ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    context_.end();
    outcome.again = context_.restyled() || workbench_.wants_frame();
    return outcome;
  }

  val reserve(std::size_t bytes) {
    input_ = std::string();
    input_.resize(bytes);
    return view(input_);
  }
  /// `work`: a junheng.project/1 whose tables are not looked at.
  void open_table(const std::string& name, const std::string& work) {
    workbench_.open_table(std::move(input_), name, junheng::read_project(work).value_or(junheng::Project{}));
    input_ = std::string();
  }
  [[nodiscard]] std::string work() const { return junheng::project_json(workbench_.work()); }
  void change_work(const std::string& work) {
    if (auto read = junheng::read_project(work)) workbench_.change_work(std::move(*read));
  }
  void undo() { workbench_.undo(); }
  void redo() { workbench_.redo(); }
  [[nodiscard]] int undo_steps() const { return static_cast<int>(workbench_.undo_steps()); }
  [[nodiscard]] int redo_steps() const { return static_cast<int>(workbench_.redo_steps()); }

  [[nodiscard]] val place() const {
    const workbench::Place place = workbench_.place();
    val entry = val::object();
    const auto put = [&entry](const char* key, const std::string& text) {
      if (!text.empty()) entry.set(key, text);
    };
    put("view", place.view);
    put("county", place.county);
    put("school", place.school);
    put("stage", place.stage);
    put("indicator", place.indicator);
    return entry;
  }
  void go(const val& place) {
    const auto text = [&place](const char* key) {
      const val value = place[key];
      return value.isString() ? value.as<std::string>() : std::string();
    };
    workbench_.go({text("view"), text("county"), text("school"), text("stage"), text("indicator")});
  }

  void set_theme(const std::string& id) {
    workbench_.set_theme(id == "dark"       ? workbench::Theme::dark
                         : id == "contrast" ? workbench::Theme::contrast
                                            : workbench::Theme::light);
  }
  void set_year(int year) { workbench_.set_year(year); }
  void finish(const std::string& field, const std::string& how) {
    using Finish = workbench::Workbench::Finish;
    workbench_.finish(field, how == "enter"      ? Finish::enter
                             : how == "tab"      ? Finish::tab
                             : how == "back_tab" ? Finish::back_tab
                             : how == "escape"   ? Finish::escape
                                                 : Finish::elsewhere);
  }

  // ---- what is on the screen, for those who cannot see it ----

  void listen(bool listening) { workbench_.listen(listening); }
  void press(unsigned id) { workbench_.press(id); }
  void bring_into_sight(unsigned id) { workbench_.bring_into_sight(id); }
  [[nodiscard]] val nodes() const {
    constexpr const char* kRoles[] = {"text", "heading", "button", "tab", "row"};
    val list = val::array();
    for (const workbench::Node& node : workbench_.nodes()) {
      val entry = val::object();
      entry.set("role", std::string(kRoles[static_cast<std::size_t>(node.role)]));
      entry.set("id", node.id);
      entry.set("words", node.words);
      entry.set("x", node.low.x);
      entry.set("y", node.low.y);
      entry.set("width", node.high.x - node.low.x);
      entry.set("height", node.high.y - node.low.y);
      entry.set("chosen", node.chosen);
      list.call<void>("push", entry);
    }
    return list;
  }
  val rows(const std::string& request) {
    output_ = workbench_.rows_json(request);
    return view(output_);
  }

  void set_language(const std::string& id) {
    workbench_.set_language(id == junheng::id_of(junheng::Language::en) ? junheng::Language::en
                                                                        : junheng::Language::zh);
  }
  [[nodiscard]] std::string language() const { return std::string(junheng::id_of(workbench_.language())); }
  void set_standard(const std::string& id) { workbench_.set_standard(id); }
  void set_text(const std::string& field, const std::string& value) { workbench_.set_text(field, value); }

  [[nodiscard]] val text_fields() const {
    val list = val::array();
    for (const workbench::TextField& field : workbench_.text_fields()) {
      val entry = val::object();
      entry.set("id", field.id);
      entry.set("x", field.x);
      entry.set("y", field.y);
      entry.set("width", field.width);
      entry.set("height", field.height);
      entry.set("value", field.value);
      entry.set("hint", field.hint);
      entry.set("named", field.named);
      entry.set("live", field.live);
      entry.set("focus", field.focus);
      entry.set("keys", field.keys);
      list.call<void>("push", entry);
    }
    return list;
  }

  val take_requests() {
    val list = val::array();
    for (const workbench::Request& request : workbench_.take_requests()) {
      val entry = val::object();
      entry.set("kind", std::string(kRequestIds[static_cast<std::size_t>(request.kind)]));
      entry.set("argument", request.argument);
      list.call<void>("push", entry);
    }
    return list;
  }

  /// A double: embind hands 64-bit integers over as BigInt only in newer versions, and 2^53 changes are enough.
  [[nodiscard]] double revision() const { return static_cast<double>(workbench_.revision()); }
  [[nodiscard]] std::string notice() const { return workbench_.notice(); }

  val result(bool full) {
    output_ = workbench_.result_json(full ? junheng::Detail::full : junheng::Detail::summary);
    return view(output_);
  }
  val shown_table() {
    output_ = workbench_.shown_table();
    return view(output_);
  }
  /// For the headings of the text view: titles, limits and units as the engine has them.
  val standards() {
    output_ = junheng::standards_json(junheng::load_library());
    return view(output_);
  }
  void release() { output_ = std::string(); }

 private:
  static val view(std::string& bytes) {
    return val(emscripten::typed_memory_view(bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data())));
  }

  platform_web::Context context_;
  workbench::Workbench workbench_;
  std::string input_;
  std::string output_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(junheng_workbench) {
  emscripten::value_object<FrameOutcome>("FrameOutcome")
      .field("cursor", &FrameOutcome::cursor)
      .field("again", &FrameOutcome::again)
      .field("popupOpen", &FrameOutcome::popup_open);

  emscripten::class_<WorkbenchPage>("Workbench")
      .constructor<const std::string&>()
      .function("ready", &WorkbenchPage::ready)
      .function("hasChineseFont", &WorkbenchPage::has_chinese_font)
      .function("resize", &WorkbenchPage::resize)
      .function("loseGpu", &WorkbenchPage::lose_gpu)
      .function("pointer", &WorkbenchPage::pointer)
      .function("pointerGone", &WorkbenchPage::pointer_gone)
      .function("button", &WorkbenchPage::button)
      .function("wheel", &WorkbenchPage::wheel)
      .function("modifiers", &WorkbenchPage::modifiers)
      .function("key", &WorkbenchPage::key)
      .function("focus", &WorkbenchPage::focus)
      .function("frame", &WorkbenchPage::frame)
      .function("reserve", &WorkbenchPage::reserve)
      .function("openTable", &WorkbenchPage::open_table)
      .function("rows", &WorkbenchPage::rows)
      .function("setLanguage", &WorkbenchPage::set_language)
      .function("language", &WorkbenchPage::language)
      .function("setStandard", &WorkbenchPage::set_standard)
      .function("setText", &WorkbenchPage::set_text)
      .function("finish", &WorkbenchPage::finish)
      .function("work", &WorkbenchPage::work)
      .function("changeWork", &WorkbenchPage::change_work)
      .function("undo", &WorkbenchPage::undo)
      .function("redo", &WorkbenchPage::redo)
      .function("undoSteps", &WorkbenchPage::undo_steps)
      .function("redoSteps", &WorkbenchPage::redo_steps)
      .function("place", &WorkbenchPage::place)
      .function("go", &WorkbenchPage::go)
      .function("setTheme", &WorkbenchPage::set_theme)
      .function("setYear", &WorkbenchPage::set_year)
      .function("listen", &WorkbenchPage::listen)
      .function("press", &WorkbenchPage::press)
      .function("bringIntoSight", &WorkbenchPage::bring_into_sight)
      .function("nodes", &WorkbenchPage::nodes)
      .function("textFields", &WorkbenchPage::text_fields)
      .function("takeRequests", &WorkbenchPage::take_requests)
      .function("revision", &WorkbenchPage::revision)
      .function("notice", &WorkbenchPage::notice)
      .function("result", &WorkbenchPage::result)
      .function("shownTable", &WorkbenchPage::shown_table)
      .function("standards", &WorkbenchPage::standards)
      .function("release", &WorkbenchPage::release);
}
