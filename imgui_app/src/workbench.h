// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/junheng.h"
#include "junheng/project.h"
#include "junheng/session.h"
#include "state/address.h"
#include "state/platform.h"

namespace workbench {

/// The workbench as a platform sees it: events go in, one frame is drawn, requests come out. It knows no browser and
/// needs a current ImGui context for draw() only.
class Workbench {
 public:
  Workbench();
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  /// Evaluates pasted, dropped or chosen tables. Where nothing can be parsed from them, the former result stays on the
  /// screen and a notice says why.
  /// `project`: what was decided about them; its tables are ignored. The same tables again are the same project, changed.
  void open_tables(std::vector<junheng::SourceText> sources, std::string name, junheng::Project project = {});
  /// The same in steps, for large tables: the page does other things between them, and may open something else, or
  /// stop. advance() as long as it is true, then show_opening().
  void begin_tables(std::vector<junheng::SourceText> sources, std::string name, junheng::Project project = {});
  bool advance_opening();
  /// From 0 to 1; 0 where nothing is being opened.
  [[nodiscard]] double opening_share() const;
  void show_opening();
  void stop_opening();
  /// Evaluates a few schools for nobody. The browser compiles code when it first runs, which takes longer than to evaluate a
  /// county: with this it happens while the person is still copying.
  void warm_up() const;
  /// One table without a name of its own.
  void open_table(std::string text, std::string name, junheng::Project project = {});
  /// All that a person decided and added, without the tables: to be kept, and handed back with them.
  [[nodiscard]] const junheng::Project& project() const;
  /// Replaces the project, as a step that can be undone.
  void change_project(junheng::Project project);
  void undo();
  void redo();
  /// Large tables are evaluated again step by step, one in each frame. Where no frame follows, or an answer is needed of
  /// the project as it stands: all of it now.
  void settle();
  /// One step of it; whether there are more.
  bool advance();
  [[nodiscard]] std::size_t undo_steps() const;
  [[nodiscard]] std::size_t redo_steps() const;

  [[nodiscard]] Address address() const;
  void go(const Address& address);
  /// The rows of the tables on the screen, as they were read for the result; see junheng::rows_json.
  [[nodiscard]] std::string rows_json(std::string_view request) const;

  void set_language(junheng::Language language);
  /// The buttons of the workbench change it as well: the page around it follows.
  [[nodiscard]] junheng::Language language() const;
  /// Evaluates the table by another standard. An unknown id is ignored.
  void set_standard(std::string_view id);
  /// Adds a user's standard, or replaces an earlier one of the same id. What is wrong with it is in the answer; see
  /// junheng::faults_json.
  [[nodiscard]] std::string add_standard(std::string_view json);
  /// Text typed into a field, by its id. Ignored where neither of the last two frames drew such a field.
  void set_text(std::string_view field, std::string_view value);
  /// How a field with `keys` was left. Enter and Tab keep what was typed and move on, Escape drops it.
  enum class Finish : std::uint8_t { enter, tab, back_tab, escape, elsewhere };
  void finish(std::string_view field, Finish how);

  void set_theme(Theme theme);
  [[nodiscard]] Theme theme() const;
  /// Of the platform's calendar.
  void set_year(int year);

  /// What the last draw() showed, in reading order; empty unless listen(true). press() and bring_into_sight() take the
  /// id of a node and act in the next frame.
  void listen(bool listening);
  [[nodiscard]] const std::vector<Node>& nodes() const;
  void press(std::uint32_t id);
  void bring_into_sight(std::uint32_t id);

  /// Between ImGui::NewFrame and ImGui::Render; fills the main viewport.
  void draw();

  [[nodiscard]] const std::vector<TextField>& text_fields() const;
  [[nodiscard]] std::vector<Request> take_requests();

  /// Incremented with every change that the accessible page must follow: new result, notice, language.
  [[nodiscard]] std::uint64_t revision() const;
  /// The result on the screen as junheng.evaluation/1; empty where there is none yet.
  [[nodiscard]] std::string result_json(junheng::Detail detail) const;
  /// The same piece by piece, until the next change; null where there is none yet.
  [[nodiscard]] std::unique_ptr<junheng::Session> session() const;
  /// The standards it knows; see junheng::standards_json.
  /// What other choices of the options would change; see junheng.h. Empty without a result.
  [[nodiscard]] std::string option_effects_json() const;
  [[nodiscard]] std::string standards_json() const;
  /// The table of the shown view for a spreadsheet; see shown_table.h.
  [[nodiscard]] std::string shown_table() const;
  /// The notice on the screen (a table that could not be read), or empty.
  [[nodiscard]] std::string notice() const;
  /// True where Escape closes something in the workbench, instead of leaving it.
  [[nodiscard]] bool wants_escape() const;
  /// True where the last draw() changed the state, so that one more frame is needed.
  [[nodiscard]] bool wants_frame() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace workbench
