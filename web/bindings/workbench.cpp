// SPDX-License-Identifier: MIT
//
// The workbench's door between JavaScript and C++. Events go in, one frame is drawn, requests come out. As with the
// engine, tables and answers cross as bytes, in views that are good until memory grows; results piece by piece (opened.h).

#include <array>
#include <cfloat>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bytes.h"
#include "imgui.h"
#include "opened.h"
#include "platform_web/context.h"
#include "platform_web/glyphs_browser.h"
#include "platform_web/keys.h"
#include "workbench.h"

#include <emscripten/bind.h>

namespace {

using emscripten::val;
using workbench::Address;
using workbench::Node;
using workbench::Request;
using workbench::TextField;
using workbench::Theme;
using Finish = workbench::Workbench::Finish;

// How JavaScript names what C++ counts: each list in the order of its enumeration.
constexpr std::array<std::string_view, 6> kRequestIds = {"open_file", "load_sample", "save_chart",
                                                         "publish",   "copy",        "view"};
constexpr std::array<std::string_view, 7> kRoleIds = {"text", "heading", "button", "tab", "row", "fold", "opener"};
constexpr std::array<std::string_view, 3> kThemeIds = {"light", "dark", "contrast"};
constexpr std::array<std::string_view, 5> kFinishIds = {"enter", "tab", "back_tab", "escape", "elsewhere"};
static_assert(kRequestIds.size() == static_cast<std::size_t>(Request::Kind::view) + 1);
static_assert(kRoleIds.size() == static_cast<std::size_t>(Node::Role::opener) + 1);
static_assert(kThemeIds.size() == static_cast<std::size_t>(Theme::contrast) + 1);
static_assert(kFinishIds.size() == static_cast<std::size_t>(Finish::elsewhere) + 1);

template <std::size_t Count, typename Enum>
std::string id_in(const std::array<std::string_view, Count>& ids, Enum value) {
  return std::string(ids[static_cast<std::size_t>(value)]);
}

/// `otherwise` where nothing has this id.
template <typename Enum, std::size_t Count>
Enum value_in(const std::array<std::string_view, Count>& ids, std::string_view id, Enum otherwise) {
  for (std::size_t i = 0; i < Count; ++i) {
    if (ids[i] == id) return static_cast<Enum>(i);
  }
  return otherwise;
}

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
    move({x, y});
  }
  void pointer_gone() { move({-FLT_MAX, -FLT_MAX}); }
  /// A row over all columns knows only in the frame after the move that the pointer is on it: a press that comes together
  /// with the move, as of a finger, of voice control and of screen readers, waits for that frame, and with it what follows.
  void button(int index, bool down) {
    if (moved_)
      waiting_.push_back({{}, index, down});
    else
      ImGui::GetIO().AddMouseButtonEvent(index, down);
  }
  void wheel(float x, float y) { ImGui::GetIO().AddMouseWheelEvent(x, y); }
  void modifiers(bool ctrl, bool shift, bool alt, bool meta) { platform_web::send_modifiers(ctrl, shift, alt, meta); }
  void key(const std::string& code, bool down) { platform_web::send_key(code, down); }
  void focus(bool has) { ImGui::GetIO().AddFocusEvent(has); }

  FrameOutcome frame(double seconds, bool due) {
    context_.begin(seconds);
    workbench_.draw();
    FrameOutcome outcome;
    outcome.cursor = ImGui::GetMouseCursor();
    outcome.popup_open = workbench_.wants_escape() ||
                         ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
    context_.end(due);
    outcome.again = context_.restyled() || workbench_.wants_frame() || !waiting_.empty();
    moved_ = false;
    for (const PointerEvent& event : std::exchange(waiting_, {})) {
      if (event.button == kNoButton)
        move(event.place);
      else
        ImGui::GetIO().AddMouseButtonEvent(event.button, event.down);
    }
    return outcome;
  }

  /// An empty view where the tables are too big: what is opened then says so.
  val reserve(std::size_t bytes) {
    too_big_ = bytes > junheng::kLargestText;
    return web::room(input_, too_big_ ? 0 : bytes);
  }
  /// `work`: a junheng.project/1 whose tables are not looked at.
  /// `parts`: where one of the tables ends and the next begins, as junheng::sources_of takes it.
  void open_tables(const std::string& name, const std::string& parts, const std::string& work) {
    workbench_.open_tables(handed_in(parts), name, junheng::read_project(work).value_or(junheng::Project{}));
  }
  /// The same step by step: advanceOpening() as long as it is true, then showOpening() or stopOpening().
  void begin_tables(const std::string& name, const std::string& parts, const std::string& work) {
    workbench_.begin_tables(handed_in(parts), name, junheng::read_project(work).value_or(junheng::Project{}));
  }
  bool advance_opening() { return workbench_.advance_opening(); }
  [[nodiscard]] double opening_share() const { return workbench_.opening_share(); }
  void show_opening() { workbench_.show_opening(); }
  void stop_opening() { workbench_.stop_opening(); }
  void warm_up() const { workbench_.warm_up(); }
  [[nodiscard]] std::string work() const { return junheng::project_json(workbench_.project()); }
  void change_work(const std::string& work) {
    if (auto read = junheng::read_project(work)) workbench_.change_project(std::move(*read));
  }
  void settle() { workbench_.settle(); }
  bool advance() { return workbench_.advance(); }
  void undo() { workbench_.undo(); }
  void redo() { workbench_.redo(); }
  [[nodiscard]] int undo_steps() const { return static_cast<int>(workbench_.undo_steps()); }
  [[nodiscard]] int redo_steps() const { return static_cast<int>(workbench_.redo_steps()); }

  [[nodiscard]] Address place() const { return workbench_.address(); }
  void go(const Address& address) { workbench_.go(address); }

  void set_theme(const std::string& id) { workbench_.set_theme(value_in(kThemeIds, id, Theme::light)); }
  void set_year(int year) { workbench_.set_year(year); }
  void finish(const std::string& field, const std::string& how) {
    workbench_.finish(field, value_in(kFinishIds, how, Finish::elsewhere));
  }

  // ---- what is on the screen, for those who cannot see it ----

  void listen(bool listening) { workbench_.listen(listening); }
  void press(unsigned id) { workbench_.press(id); }
  void bring_into_sight(unsigned id) { workbench_.bring_into_sight(id); }
  [[nodiscard]] val nodes() const { return val::array(workbench_.nodes()); }
  val rows(const std::string& request) { return give(workbench_.rows_json(request)); }

  void set_language(const std::string& id) {
    workbench_.set_language(id == junheng::id_of(junheng::Language::en) ? junheng::Language::en
                                                                        : junheng::Language::zh);
  }
  [[nodiscard]] std::string language() const { return std::string(junheng::id_of(workbench_.language())); }
  void set_standard(const std::string& id) { workbench_.set_standard(id); }
  val add_standard(const std::string& standard) { return give(workbench_.add_standard(standard)); }
  void set_text(const std::string& field, const std::string& value) { workbench_.set_text(field, value); }

  [[nodiscard]] val text_fields() const { return val::array(workbench_.text_fields()); }
  val take_requests() { return val::array(workbench_.take_requests()); }

  /// A double: embind hands 64-bit integers over as BigInt only in newer versions, and 2^53 changes are enough.
  [[nodiscard]] double revision() const { return static_cast<double>(workbench_.revision()); }
  [[nodiscard]] std::string notice() const { return workbench_.notice(); }

  /// Good until something changes; null where there is no result yet.
  std::unique_ptr<web::Opened> opened() {
    auto session = workbench_.session();
    return session == nullptr ? nullptr : std::make_unique<web::Opened>(std::move(session));
  }
  val option_effects() { return give(workbench_.option_effects_json()); }
  val shown_table() { return give(workbench_.shown_table()); }
  /// For the headings of the text view: titles, limits and units as the engine has them.
  val standards() { return give(workbench_.standards_json()); }
  void release() { output_ = std::string(); }

 private:
  static constexpr int kNoButton = -1;
  struct PointerEvent {
    ImVec2 place;  ///< of a move
    int button = kNoButton;
    bool down = false;
  };

  void move(ImVec2 place) {
    if (!waiting_.empty()) return waiting_.push_back({place});
    ImGui::GetIO().AddMousePosEvent(place.x, place.y);
    moved_ = moved_ || place.x != pointer_.x || place.y != pointer_.y;
    pointer_ = place;
  }

  std::vector<junheng::SourceText> handed_in(const std::string& parts) {
    std::vector<junheng::SourceText> sources = junheng::sources_of(std::exchange(input_, {}), parts);
    sources.front().too_big = std::exchange(too_big_, false);
    return sources;
  }

  val give(std::string answer) {
    output_ = std::move(answer);
    return web::view(output_);
  }

  platform_web::Context context_;
  workbench::Workbench workbench_;
  std::string input_;
  std::string output_;
  ImVec2 pointer_;
  bool moved_ = false;                 ///< since the last frame
  std::vector<PointerEvent> waiting_;  ///< for the next one
  bool too_big_ = false;               ///< what is opened next
};

// What JavaScript only reads is made of functions; embind asks for a way back as well.
template <typename T, typename Value>
void read_only(T& /*object*/, Value /*value*/) {}

std::string kind_of(const Request& request) {
  return id_in(kRequestIds, request.kind);
}
std::string role_of(const Node& node) {
  return id_in(kRoleIds, node.role);
}
float left_of(const Node& node) {
  return node.low.x;
}
float top_of(const Node& node) {
  return node.low.y;
}
float width_of(const Node& node) {
  return node.high.x - node.low.x;
}
float height_of(const Node& node) {
  return node.high.y - node.low.y;
}

}  // namespace

EMSCRIPTEN_BINDINGS(junheng_workbench) {
  emscripten::value_object<FrameOutcome>("FrameOutcome")
      .field("cursor", &FrameOutcome::cursor)
      .field("again", &FrameOutcome::again)
      .field("popupOpen", &FrameOutcome::popup_open);

  emscripten::value_object<Address>("Place")
      .field("view", &Address::view)
      .field("county", &Address::county)
      .field("school", &Address::school)
      .field("stage", &Address::stage)
      .field("indicator", &Address::indicator);

  emscripten::value_object<TextField>("TextField")
      .field("id", &TextField::id)
      .field("x", &TextField::x)
      .field("y", &TextField::y)
      .field("width", &TextField::width)
      .field("height", &TextField::height)
      .field("value", &TextField::value)
      .field("hint", &TextField::hint)
      .field("named", &TextField::named)
      .field("live", &TextField::live)
      .field("focus", &TextField::focus)
      .field("keys", &TextField::keys);

  emscripten::value_object<Node>("Node")
      .field("role", &role_of, &read_only<Node, std::string>)
      .field("id", &Node::id)
      .field("words", &Node::words)
      .field("x", &left_of, &read_only<Node, float>)
      .field("y", &top_of, &read_only<Node, float>)
      .field("width", &width_of, &read_only<Node, float>)
      .field("height", &height_of, &read_only<Node, float>)
      .field("chosen", &Node::chosen)
      .field("focus", &Node::focus);

  emscripten::value_object<Request>("Request")
      .field("kind", &kind_of, &read_only<Request, std::string>)
      .field("argument", &Request::argument);

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
      .function("openTables", &WorkbenchPage::open_tables)
      .function("beginTables", &WorkbenchPage::begin_tables)
      .function("advanceOpening", &WorkbenchPage::advance_opening)
      .function("openingShare", &WorkbenchPage::opening_share)
      .function("showOpening", &WorkbenchPage::show_opening)
      .function("stopOpening", &WorkbenchPage::stop_opening)
      .function("warmUp", &WorkbenchPage::warm_up)
      .function("rows", &WorkbenchPage::rows)
      .function("setLanguage", &WorkbenchPage::set_language)
      .function("language", &WorkbenchPage::language)
      .function("setStandard", &WorkbenchPage::set_standard)
      .function("addStandard", &WorkbenchPage::add_standard)
      .function("setText", &WorkbenchPage::set_text)
      .function("finish", &WorkbenchPage::finish)
      .function("work", &WorkbenchPage::work)
      .function("changeWork", &WorkbenchPage::change_work)
      .function("settle", &WorkbenchPage::settle)
      .function("advance", &WorkbenchPage::advance)
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
      .function("opened", &WorkbenchPage::opened)
      .function("optionEffects", &WorkbenchPage::option_effects)
      .function("shownTable", &WorkbenchPage::shown_table)
      .function("standards", &WorkbenchPage::standards)
      .function("release", &WorkbenchPage::release);
}
