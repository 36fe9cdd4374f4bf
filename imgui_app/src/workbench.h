// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "junheng/junheng.h"

namespace workbench {

/// A text field that was drawn in this frame, in ImGui's display coordinates. The platform lays a real text input
/// over it, so that input methods, phones and screen readers work as everywhere; ImGui draws only its frame.
struct TextField {
  std::string id;
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  std::string value;
  std::string hint;
};

/// Something only the platform can do, asked for by a button.
struct Request {
  enum class Kind : std::uint8_t { open_file, load_sample };
  Kind kind = Kind::open_file;
  std::string argument;  ///< load_sample: the sample's file name
};

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
  void open_table(std::string text, std::string name, junheng::TableChoices reading = {});
  /// The rows of the tables on the screen and what each was taken for; see junheng::reading_json.
  [[nodiscard]] std::string rows_json(std::string_view request) const;

  void set_language(junheng::Language language);
  /// Also changed by the workbench's own buttons: the page around it follows.
  [[nodiscard]] junheng::Language language() const;
  /// Evaluates the table by another standard. An id that is not known changes nothing.
  void set_standard(std::string_view id);
  void set_text(std::string_view field, std::string_view value);

  /// Between ImGui::NewFrame and ImGui::Render; fills the main viewport.
  void draw();

  [[nodiscard]] const std::vector<TextField>& text_fields() const;
  [[nodiscard]] std::vector<Request> take_requests();

  /// Grows with every change that the accessible page must follow: new result, notice, language.
  [[nodiscard]] std::uint64_t revision() const;
  /// The result on the screen as junheng.evaluation/1; empty where there is none yet.
  [[nodiscard]] std::string result_json(junheng::Detail detail) const;
  /// The notice on the screen (a table that could not be read), or empty.
  [[nodiscard]] std::string notice() const;
  /// True where the last draw() changed the state, so that one more frame is needed.
  [[nodiscard]] bool wants_frame() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace workbench
