// SPDX-License-Identifier: MIT
#include "issues/view.h"

#include <cfloat>
#include <cmath>

#include "kit/text_layout.h"
#include "kit/widgets.h"
#include "state/remarks.h"
#include "state/texts.h"

namespace workbench {
namespace {

/// Two lines of sentence: rows of one height are what lets 100,000 issues scroll as lightly as ten.
constexpr int kSentenceLines = 2;

/// What is asked stands above what was found: until it is answered the rest may be about the wrong numbers.
void draw_questions(Ui& ui) {
  constexpr float kMostOfHeight = 0.5F;
  const std::vector<QuestionModel>& questions = ui.state.model.questions;
  if (questions.empty()) return;
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, ImGui::GetContentRegionAvail().y * kMostOfHeight});
  ImGui::BeginChild("questions", {0, 0}, ImGuiChildFlags_AutoResizeY);
  for (std::size_t q = 0; q < questions.size(); ++q) {
    ImGui::PushID(static_cast<int>(q));
    put_wrapped(questions[q].text, ImGui::GetContentRegionAvail().x, colour().ink);
    for (std::size_t o = 0; o < questions[q].options.size(); ++o) {
      const QuestionModel::Option& option = questions[q].options[o];
      ImGui::PushID(static_cast<int>(o));
      if (button("option", option.label, option.chosen ? ButtonLook::chosen : ButtonLook::plain))
        ui.emit(AnswerQuestion{q, o});
      if (!option.sample.empty()) {
        ImGui::SameLine(0, em(0.5F));
        label(option.sample);
      }
      ImGui::PopID();
    }
    ImGui::Dummy({0, em(0.5F)});
    ImGui::PopID();
  }
  ImGui::EndChild();
}

void draw_filters(Ui& ui) {
  constexpr std::optional<junheng::Severity> kFilters[] = {std::nullopt, junheng::Severity::error,
                                                           junheng::Severity::warning, junheng::Severity::note};
  for (std::size_t i = 0; i < IM_ARRAYSIZE(kFilters); ++i) {
    ImGui::PushID(static_cast<int>(i));
    const ButtonLook look = ui.state.view.severity == kFilters[i] ? ButtonLook::chosen : ButtonLook::plain;
    if (button("severity", ui.state.model.issue_filters[i], look)) ui.emit(FilterSeverity{kFilters[i]});
    ImGui::PopID();
    ImGui::SameLine(0, em(0.25F));
  }
  ImGui::SameLine(0, em(1));
  const std::string_view hint = ui.say(Phrase::issues_hint);
  // In a small window the rows have more use for the room that a second line would take.
  if (!ui.state.model.issues.empty() && text_width(hint) <= ImGui::GetContentRegionAvail().x)
    label(hint, colour().quiet);
  else if (ui.state.view.severity)
    label(ui.say(Phrase::issues_none), colour().quiet);
  else
    ImGui::NewLine();
  if (!ui.state.model.checks.empty())
    put_wrapped(ui.state.model.checks, ImGui::GetContentRegionAvail().x, colour().quiet);
}

/// No issue is not yet all: what is missing beside the table is one press away.
void draw_nothing(Ui& ui) {
  begin_box("nothing", {0, 0}, em(1.5F));
  put_wrapped(ui.state.model.no_issues, ImGui::GetContentRegionAvail().x, colour().ink);
  if (ui.state.model.missing_facts > 0 && button("to-facts", ui.say(Phrase::issues_to_facts), ButtonLook::primary))
    ui.emit(ShowTab{Tab::facts});
  end_box();
}

/// What is doubtful is answered by a number or by a reason; the chosen one is written to.
void draw_remark(Ui& ui, std::uint32_t index) {
  const float room = ImGui::GetContentRegionAvail().x;
  const std::string_view remark = remark_of(ui.state, index);
  const bool asked = tier_of(ui.state.evaluation->issues[index].code) == junheng::Tier::experience;
  if (asked && ui.state.view.selected_issue == index)
    text_field(ui, Entry::remark, remark, ui.say(Phrase::issues_remark), room, {.live = false});
  else if (put_wrapped(remark, room, colour().quiet, Align::left, kSentenceLines))
    tip(remark);
}

/// Sign and place of a row, and where its sentence begins.
struct RowHead {
  ImVec2 at;
  float middle = 0;  ///< of one line of text
};

RowHead draw_head(std::string_view place, junheng::Severity severity, ImVec2 at, float inner, float indent) {
  const float half = ImGui::GetTextLineHeight() / 2;
  const float middle = at.y + inner / 2 - half;
  draw_shape(*ImGui::GetWindowDrawList(), {at.x + indent + half, middle + half}, em(0.36F), shape_of(severity));
  ImGui::SetCursorScreenPos({at.x + indent + em(1.6F), middle});
  put_line(place, ImGui::GetContentRegionAvail().x, colour().quiet);
  ImGui::TableNextColumn();
  return {ImGui::GetCursorScreenPos(), middle};
}

/// In the middle where it is one line; the whole as a tooltip where two are not enough.
void draw_sentence(std::string_view sentence, const RowHead& head, bool hovered) {
  const float room = ImGui::GetContentRegionAvail().x;
  const bool one_line = count_lines(sentence, room) == 1;
  ImGui::SetCursorScreenPos({head.at.x, one_line ? head.middle : head.at.y});
  const bool cut = put_wrapped(sentence, room, colour().ink, Align::left, kSentenceLines);
  if (cut && hovered) tip(sentence);
}

constexpr ImGuiSelectableFlags kRow = ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowOverlap;

void draw_issue(Ui& ui, const IssueRow& row, float inner) {
  const std::uint32_t index = row.index;
  const IssueText issue = issue_text(ui.state, index);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (row_button("##issue", issue.place + "：" + issue.sentence, ui.state.view.selected_issue == index, inner, kRow))
    ui.emit(OpenIssue{index});
  const bool hovered = ImGui::IsItemHovered();
  draw_sentence(issue.sentence, draw_head(issue.place, issue.severity, at, inner, row.inside ? em(1.2F) : 0), hovered);
  if (ui.state.model.checks.empty()) return;
  ImGui::TableNextColumn();
  draw_remark(ui, index);
}

/// What one mistake has made, which opens.
void draw_cause(Ui& ui, std::uint32_t index, float inner) {
  const IssueCause& cause = ui.state.model.causes[index];
  const bool open = ui.state.view.open_cause == cause.issues.front();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  if (row_button("##cause", cause.place + "：" + cause.sentence, open, inner, kRow, Node::Role::fold))
    ui.emit(OpenCause{index});
  const bool hovered = ImGui::IsItemHovered();
  const RowHead head = draw_head(cause.place, cause.severity, at, inner, 0);
  const float x = at.x + em(1.55F) + text_width(cause.place) + em(0.6F);
  const float y = head.middle + ImGui::GetTextLineHeight() / 2;
  draw_fold({x, y}, open);
  draw_sentence(cause.sentence, head, hovered);
}

/// Columns of the table that nothing is taken from: one press takes one.
void draw_offers(Ui& ui, const std::vector<ColumnOffer>& offers, float inner) {
  ImGui::TableNextColumn();
  const float top = ImGui::GetCursorScreenPos().y + (inner - ImGui::GetFrameHeight()) / 2;
  ImGui::SetCursorScreenPos({ImGui::GetCursorScreenPos().x, top});
  for (std::size_t i = 0; i < offers.size(); ++i) {
    const ColumnOffer& offer = offers[i];
    if (i > 0) {
      ImGui::SameLine(0, em(0.75F));
      if (ImGui::GetContentRegionAvail().x < button_width(offer.label)) break;
    }
    ImGui::PushID(static_cast<int>(i));
    if (button("take", offer.label, i == 0 ? ButtonLook::primary : ButtonLook::plain))
      ui.emit(TakeColumn{offer.column, offer.field, offer.stage});
    ImGui::PopID();
    if (offer.sample.empty()) continue;
    ImGui::SameLine(0, em(0.4F));
    if (text_width(offer.sample) < ImGui::GetContentRegionAvail().x) label(offer.sample, colour().quiet);
  }
}

void draw_row(Ui& ui, int place, float height) {
  const IssueRow& row = ui.state.model.issue_rows[static_cast<std::size_t>(place)];
  ImGui::TableNextRow(ImGuiTableRowFlags_None, height);
  ImGui::TableNextColumn();
  ImGui::PushID(place);
  const float inner = height - 2 * ImGui::GetStyle().CellPadding.y;
  switch (row.kind) {
    case IssueRow::Kind::issue:
      draw_issue(ui, row, inner);
      break;
    case IssueRow::Kind::cause:
      draw_cause(ui, row.index, inner);
      break;
    case IssueRow::Kind::offers:
      draw_offers(ui, ui.state.model.offers[row.index], inner);
      break;
  }
  ImGui::PopID();
}

}  // namespace

void draw_issues(Ui& ui) {
  draw_questions(ui);
  draw_filters(ui);
  const std::vector<IssueRow>& rows = ui.state.model.issue_rows;
  if (rows.empty() && !ui.state.view.severity) draw_nothing(ui);
  if (rows.empty()) return;

  constexpr ImGuiTableFlags kFlags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                     ImGuiTableFlags_BordersOuter | ImGuiTableFlags_RowBg |
                                     ImGuiTableFlags_NoSavedSettings;
  const bool remarks = !ui.state.model.checks.empty();
  if (!ImGui::BeginTable("issues", remarks ? 3 : 2, kFlags, ImGui::GetContentRegionAvail())) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  ImGui::TableSetupColumn("place", ImGuiTableColumnFlags_WidthFixed, em(8));
  ImGui::TableSetupColumn("sentence", ImGuiTableColumnFlags_WidthStretch, 3);
  if (remarks) ImGui::TableSetupColumn("remark", ImGuiTableColumnFlags_WidthStretch, 1);
  ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
  ImGui::TableNextColumn();
  text(ui.say(Phrase::issues_column_place), colour().quiet);
  ImGui::TableNextColumn();
  text(ui.say(Phrase::issues_column_text), colour().quiet);
  if (remarks) {
    ImGui::TableNextColumn();
    text(ui.say(Phrase::issues_remark), colour().quiet);
  }

  const float lines = static_cast<float>(kSentenceLines - 1) * line_pitch() + ImGui::GetTextLineHeight();
  const float height = std::ceil(lines) + 2 * ImGui::GetStyle().CellPadding.y;
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(rows.size()), height);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
      draw_row(ui, i, height);
  }
  ImGui::EndTable();
}

}  // namespace workbench
