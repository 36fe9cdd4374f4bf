// SPDX-License-Identifier: MIT
#include "start/view.h"

#include <algorithm>

#include "kit/text_layout.h"
#include "kit/widgets.h"

namespace workbench {
namespace {

constexpr float kPageWidth = 62;
constexpr float kCardHeight = 15;
constexpr float kCardPadding = 1.2F;

/// The samples of public/samples, each with the standard it was made for.
struct Sample {
  const char* file;
  std::string_view standard;
  Phrase phrase;
};
constexpr Sample kSamples[] = {{"sample-county.tsv", "quality-2017", Phrase::start_sample_county},
                               {"five-schools.tsv", "basic-2012", Phrase::start_sample_five}};

void load_sample(Ui& ui, const Sample& sample) {
  for (std::size_t i = 0; i < ui.state.library.standards.size(); ++i) {
    if (ui.state.library.standards[i].id == sample.standard) ui.emit(ChooseStandard{i});
  }
  ui.emit(AskPlatform{{.kind = Request::Kind::load_sample, .argument = sample.file}});
}

/// Beside each other, or below each other and each as high as it must be.
struct Cards {
  float width;
  bool stacked;

  void next() const {
    if (!stacked) ImGui::SameLine(0, em(1));
  }
};

/// A button that is cut off has lost its words.
Cards cards_in(const Ui& ui, float width) {
  const float beside = (width - 2 * em(1)) / 3;
  float needed = button_width(ui.say(Phrase::start_tour));
  for (const Sample& sample : kSamples)
    needed = std::max(needed, button_width(ui.say(sample.phrase)));
  const bool stacked = beside < needed + 2 * em(kCardPadding);
  return {stacked ? width : beside, stacked};
}

void begin_card(Ui& ui, const char* id, const Cards& cards, Phrase title, Phrase words) {
  begin_box(id, {cards.width, cards.stacked ? 0 : em(kCardHeight)}, em(kCardPadding));
  {
    const TextSize large(size::kLarge);
    text(ui.say(title), colour().accent);
  }
  put_wrapped(ui.say(words), ImGui::GetContentRegionAvail().x, colour().ink);
}

/// Puts what follows at the foot of the card.
void to_foot(const Cards& cards, int buttons) {
  if (cards.stacked) return;
  const auto frames = static_cast<float>(buttons);
  const float needed = frames * ImGui::GetFrameHeight() + (frames - 1) * ImGui::GetStyle().ItemSpacing.y;
  const float left = ImGui::GetContentRegionAvail().y - needed;
  if (left > 0) ImGui::SetCursorPosY(ImGui::GetCursorPosY() + left);
}

void draw_cards(Ui& ui, float width) {
  const Cards cards = cards_in(ui, width);
  begin_card(ui, "paste", cards, Phrase::start_paste_title, Phrase::start_paste_text);
  to_foot(cards, 1);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string_view keys = ui.say(Phrase::start_paste_keys);
  const ImVec2 end(at.x + ImGui::GetContentRegionAvail().x, at.y + ImGui::GetFrameHeight());
  ImGui::GetWindowDrawList()->AddRectFilled(at, end, colour().accent_soft, ImGui::GetStyle().FrameRounding);
  ImGui::SetCursorScreenPos({at.x + em(0.75F), at.y + (ImGui::GetFrameHeight() - ImGui::GetTextLineHeight()) / 2});
  put_line(keys, end.x - at.x - em(1.5F), colour().accent);
  end_box();

  cards.next();
  begin_card(ui, "open", cards, Phrase::start_open_title, Phrase::start_open_text);
  to_foot(cards, 1);
  if (button("open-file", ui.say(Phrase::start_open_button), ButtonLook::primary)) {
    ui.emit(AskPlatform{{.kind = Request::Kind::open_file, .argument = {}}});
  }
  end_box();

  cards.next();
  begin_card(ui, "sample", cards, Phrase::start_sample_title, Phrase::start_sample_text);
  to_foot(cards, IM_ARRAYSIZE(kSamples) + 1);
  for (const Sample& sample : kSamples) {
    if (button(sample.file, ui.say(sample.phrase), ButtonLook::plain)) load_sample(ui, sample);
  }
  if (button("tour", ui.say(Phrase::start_tour), ButtonLook::primary)) {
    load_sample(ui, kSamples[0]);
    ui.emit(ShowTour{std::size_t{0}});
  }
  end_box();
}

/// Names of columns as small labels, as many on a line as fit.
void draw_needed_columns(Ui& ui, float width) {
  begin_box("columns", {width, 0}, em(1.2F));
  {
    const TextSize large(size::kLarge);
    text(ui.say(Phrase::start_columns_title));
  }
  const float room = ImGui::GetContentRegionAvail().x;
  put_wrapped(ui.say(Phrase::start_columns_text), room, colour().quiet);
  float used = 0;
  for (const std::string& name : ui.state.model.needed_columns) {
    const float label = text_width(name) + em(1.2F);
    if (used > 0 && used + em(0.5F) + label <= room) {
      ImGui::SameLine(0, em(0.5F));
      used += em(0.5F);
    } else {
      used = 0;
    }
    used += label;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = em(1.8F);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, {at.x + label, at.y + height}, colour().head, height / 2);
    list.AddText({at.x + em(0.6F), at.y + (height - ImGui::GetTextLineHeight()) / 2}, colour().ink, name.data(),
                 name.data() + name.size());
    ImGui::Dummy({label, height});
  }
  end_box();
}

}  // namespace

void draw_start(Ui& ui) {
  const float all = ImGui::GetContentRegionAvail().x;
  const float width = all < em(kPageWidth) ? all : em(kPageWidth);
  ImGui::Indent((all - width) / 2 + 0.001F);
  ImGui::Dummy({0, em(0.5F)});
  {
    const TextSize huge(size::kHuge);
    text(ui.say(Phrase::product_name));
  }
  put_wrapped(ui.say(Phrase::product_line), width, colour().ink);
  put_wrapped(ui.say(Phrase::product_private), width, colour().quiet);
  if (!ui.state.model.current_table.empty()) put_wrapped(ui.state.model.current_table, width, colour().quiet);
  ImGui::Dummy({0, em(0.25F)});
  draw_cards(ui, width);
  ImGui::Dummy({0, em(0.25F)});
  draw_needed_columns(ui, width);
  ImGui::Unindent((all - width) / 2 + 0.001F);
}

}  // namespace workbench
