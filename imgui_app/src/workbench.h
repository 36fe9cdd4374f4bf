// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/junheng.h"
#include "junheng/project.h"
#include "state/address.h"
#include "state/platform.h"

namespace workbench {

/// The workbench as a platform sees it: events go in, one frame is drawn, requests come out. Knows no browser.
/// Needs a current ImGui context for draw() only.
class Workbench {
 public:
  Workbench();
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  /// Evaluates a pasted, dropped or chosen table. Where nothing can be read from it, the former result stays on the
  /// screen and a notice says why.
  /// `work`: what was decided about it; its tables are not looked at. The same text again is the same work, changed.
  void open_table(std::string text, std::string name, junheng::Project work = {});
  /// All that a person decided and added, without the tables: to keep, and to give back with them.
  [[nodiscard]] const junheng::Project& work() const;
  /// Another state of it, as a step that can be undone.
  void change_work(junheng::Project work);
  void undo();
  void redo();
  [[nodiscard]] std::size_t undo_steps() const;
  [[nodiscard]] std::size_t redo_steps() const;

  [[nodiscard]] Place place() const;
  void go(const Place& place);
  /// The rows of the tables on the screen, as they were read for the result; see junheng::rows_json.
  [[nodiscard]] std::string rows_json(std::string_view request) const;

  void set_language(junheng::Language language);
  /// Also changed by the workbench's own buttons: the page around it follows.
  [[nodiscard]] junheng::Language language() const;
  /// Evaluates the table by another standard. An id that is not known changes nothing.
  void set_standard(std::string_view id);
  void set_text(std::string_view field, std::string_view value);
  /// How a field with `keys` was left. Enter and Tab keep what was written and go on, Escape forgets it.
  enum class Finish : std::uint8_t { enter, tab, back_tab, escape, elsewhere };
  void finish(std::string_view field, Finish how);

  void set_theme(Theme theme);
  [[nodiscard]] Theme theme() const;
  /// Of the platform's calendar.
  void set_year(int year);

  /// What the last draw() showed, in reading order, while somebody listens; and pressing a thing of it.
  void listen(bool listening);
  [[nodiscard]] const std::vector<Node>& nodes() const;
  void press(std::uint32_t id);
  void bring_into_sight(std::uint32_t id);

  /// Between ImGui::NewFrame and ImGui::Render; fills the main viewport.
  void draw();

  [[nodiscard]] const std::vector<TextField>& text_fields() const;
  [[nodiscard]] std::vector<Request> take_requests();

  /// Grows with every change that the accessible page must follow: new result, notice, language.
  [[nodiscard]] std::uint64_t revision() const;
  /// The result on the screen as junheng.evaluation/1; empty where there is none yet.
  [[nodiscard]] std::string result_json(junheng::Detail detail) const;
  /// The standards it knows; see junheng::standards_json.
  [[nodiscard]] std::string standards_json() const;
  /// The table of the shown view for a spreadsheet; see shown_table.h.
  [[nodiscard]] std::string shown_table() const;
  /// The notice on the screen (a table that could not be read), or empty.
  [[nodiscard]] std::string notice() const;
  /// Escape closes something of its own, instead of leaving the workbench.
  [[nodiscard]] bool wants_escape() const;
  /// True where the last draw() changed the state, so that one more frame is needed.
  [[nodiscard]] bool wants_frame() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace workbench
