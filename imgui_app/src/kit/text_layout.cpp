// SPDX-License-Identifier: MIT
#include "kit/text_layout.h"

#include "kit/surface.h"

#include <cstdint>
#include <string>

namespace workbench {
namespace {

constexpr std::string_view kMore = "…";
constexpr float kLinePitch = 1.35F;
constexpr char32_t kFirstWide = 0x2E80;

struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

/// The texts of the core are valid UTF-8; anything else counts byte by byte.
Character character_at(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const std::uint32_t first = byte(0);
  const auto tail = [&](std::size_t i) { return static_cast<char32_t>(byte(i) & 0x3FU); };
  if (first < 0x80 || text.size() < 2) return {first, 1};
  if (first >= 0xF0 && text.size() >= 4) {
    return {(first & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
  }
  if (first >= 0xE0 && text.size() >= 3) return {(first & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3};
  if (first >= 0xC0) return {(first & 0x1FU) << 6U | tail(1), 2};
  return {first, 1};
}

bool contains(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

bool may_break_between(char32_t before, char32_t after) {
  if (contains(U"，。、；：？！”’）》〕】…%％,.;:!?)]}", after)) return false;
  if (contains(U"“‘（《〔【([{", before)) return false;
  return before == U' ' || before >= kFirstWide || after >= kFirstWide;
}

float advance_of(char32_t code) {
  return ImGui::GetFontBaked()->GetCharAdvance(static_cast<ImWchar>(code));
}

void draw_text(ImVec2 at, std::string_view line, float width, ImU32 ink, Align align) {
  const float x = align == Align::right ? at.x + width - text_width(line) : at.x;
  ImGui::GetWindowDrawList()->AddText({x, at.y}, ink, line.data(), line.data() + line.size());
}

/// The end of the line as far as there is room for it, in whole characters.
std::string_view last_of(std::string_view line, float room) {
  std::size_t begin = line.size();
  for (std::size_t i = line.size(); i-- > 0;) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U) continue;
    room -= advance_of(character_at(line.substr(i)).code);
    if (room < 0) break;
    begin = i;
  }
  return line.substr(begin);
}

/// As much of the line as leaves room for "…".
std::string shortened(std::string_view line, float width, Cut cut) {
  const float room = width - text_width(kMore);
  const std::string_view tail = cut == Cut::middle ? last_of(line, room / 2) : std::string_view();
  const float left = room - text_width(tail);
  float used = 0;
  std::size_t end = 0;
  while (end < line.size()) {
    const Character next = character_at(line.substr(end));
    used += advance_of(next.code);
    if (used > left) break;
    end += next.length;
  }
  return std::string(line.substr(0, end)).append(kMore).append(tail);
}

}  // namespace

float text_width(std::string_view text) {
  float width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character next = character_at(text.substr(i));
    width += advance_of(next.code);
    i += next.length;
  }
  return width;
}

std::string_view take_line(std::string_view& rest, float width) {
  const std::string_view text = rest;
  float used = 0;
  char32_t before = 0;
  std::size_t breakable = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character next = character_at(text.substr(i));
    if (next.code == U'\n') {
      rest.remove_prefix(i + 1);
      return text.substr(0, i);
    }
    if (i > 0 && may_break_between(before, next.code)) breakable = i;
    used += advance_of(next.code);
    if (used > width && i > 0 && next.code != U' ') {
      // A word wider than the whole column is broken where it must be.
      const std::size_t end = breakable > 0 ? breakable : i;
      rest.remove_prefix(end);
      return text.substr(0, end);
    }
    before = next.code;
    i += next.length;
  }
  rest = {};
  return text;
}

float widest_word(std::string_view text) {
  float widest = 0;
  float word = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Character next = character_at(text.substr(i));
    if (i > 0 && may_break_between(before, next.code)) word = 0;
    if (next.code != U' ') word += advance_of(next.code);
    widest = word > widest ? word : widest;
    before = next.code;
    i += next.length;
  }
  return widest;
}

std::string fitted(std::string_view text, float width, Cut cut) {
  return text_width(text) > width ? shortened(text, width, cut) : std::string(text);
}

float line_pitch() {
  return ImGui::GetTextLineHeight() * kLinePitch;
}

int count_lines(std::string_view text, float width) {
  int count = 0;
  do {
    static_cast<void>(take_line(text, width));
    ++count;
  } while (!text.empty());
  return count;
}

Drawn draw_wrapped(ImVec2 at, std::string_view text, float width, ImU32 ink, Align align, int max_lines) {
  Drawn drawn{.lines = 0, .cut = false};
  record_text(text, at, {at.x + width, at.y + ImGui::GetTextLineHeight()});
  do {
    const std::string_view line = take_line(text, width);
    const ImVec2 place(at.x, at.y + static_cast<float>(drawn.lines) * line_pitch());
    drawn.cut = drawn.lines + 1 == max_lines && !text.empty();
    if (drawn.cut)
      draw_text(place, shortened(line, width, Cut::end), width, ink, align);
    else
      draw_text(place, line, width, ink, align);
    ++drawn.lines;
  } while (!text.empty() && !drawn.cut);
  return drawn;
}

Drawn draw_line(ImVec2 at, std::string_view text, float width, ImU32 ink, Align align, Cut cut) {
  const bool long_one = text_width(text) > width;
  record_text(text, at, {at.x + width, at.y + ImGui::GetTextLineHeight()});
  if (long_one)
    draw_text(at, shortened(text, width, cut), width, ink, align);
  else
    draw_text(at, text, width, ink, align);
  return {.lines = 1, .cut = long_one};
}

bool put_wrapped(std::string_view text, float width, ImU32 ink, Align align, int max_lines) {
  const Drawn drawn = draw_wrapped(ImGui::GetCursorScreenPos(), text, width, ink, align, max_lines);
  ImGui::Dummy({width, static_cast<float>(drawn.lines - 1) * line_pitch() + ImGui::GetTextLineHeight()});
  return drawn.cut;
}

bool put_line(std::string_view text, float width, ImU32 ink, Align align, Cut cut) {
  const Drawn drawn = draw_line(ImGui::GetCursorScreenPos(), text, width, ink, align, cut);
  ImGui::Dummy({width, ImGui::GetTextLineHeight()});
  return drawn.cut;
}

}  // namespace workbench
