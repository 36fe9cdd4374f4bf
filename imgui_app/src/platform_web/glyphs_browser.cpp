// SPDX-License-Identifier: MIT
//
// The only file that touches imgui_internal.h: ImFontLoader is there, and its author calls it unfinished. What it
// needs of ImGui is one glyph at a time: where it stands, how far the pen moves, and its coverage as bytes.
#include "platform_web/glyphs_browser.h"

#include <algorithm>
#include <cmath>

#include <emscripten.h>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

// Draws one character on a hidden canvas. `box` gets left, top, width, height in pixels from the pen's place on the
// baseline; `advance` is the return value. The picture stays in `Module.junhengGlyphs` until it is taken.
// Two traps: a canvas that grows forgets its font, and `willReadFrequently` keeps it out of the GPU, from which
// reading each character back would take a hundred times as long.
//
// The formatter takes JavaScript for C++ and tears === apart.
// clang-format off
EM_JS(double, junheng_glyph_draw, (unsigned codepoint, double em, int* box), {
  let glyphs = Module.junhengGlyphs;
  if (!glyphs) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 64;
    glyphs = Module.junhengGlyphs = {
      context: canvas.getContext("2d", { willReadFrequently: true }),
      digit: new Map(),
      family: "\"Microsoft YaHei\",\"PingFang SC\",\"Noto Sans CJK SC\",\"Source Han Sans SC\"," +
              "\"WenQuanYi Micro Hei\",sans-serif",
      pixels: null
    };
  }
  const context = glyphs.context;
  const text = String.fromCodePoint(codepoint);
  const font = em + "px " + glyphs.family;
  context.font = font;
  const measure = context.measureText(text);
  let advance = measure.width;
  let shift = 0;
  if (codepoint >= 48 && codepoint <= 57) {
    let digit = glyphs.digit.get(em);
    if (digit === undefined) {
      digit = 0;
      for (let i = 0; i < 10; ++i) digit = Math.max(digit, context.measureText(String(i)).width);
      glyphs.digit.set(em, digit);
    }
    shift = Math.round((digit - advance) / 2);
    advance = digit;
  }
  const left = Math.ceil(measure.actualBoundingBoxLeft) + 1;
  const top = Math.ceil(measure.actualBoundingBoxAscent) + 1;
  const width = left + Math.ceil(measure.actualBoundingBoxRight) + 1;
  const height = top + Math.ceil(measure.actualBoundingBoxDescent) + 1;
  const canvas = context.canvas;
  if (canvas.width < width || canvas.height < height) {
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height);
    context.font = font;
  }
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillText(text, left, top);
  glyphs.pixels = width > 0 && height > 0 ? context.getImageData(0, 0, width, height).data : null;
  let ink = false;
  if (glyphs.pixels) {
    for (let i = 3; i < glyphs.pixels.length && !ink; i += 4) ink = glyphs.pixels[i] !== 0;
  }
  const at = box >> 2;
  HEAP32[at] = shift - left;
  HEAP32[at + 1] = -top;
  HEAP32[at + 2] = ink ? width : 0;
  HEAP32[at + 3] = ink ? height : 0;
  return advance;
});

// Takes the coverage (alpha) of the character drawn last. `to` has width * height bytes.
EM_JS(void, junheng_glyph_take, (unsigned char* to), {
  const pixels = Module.junhengGlyphs.pixels;
  for (let from = 3; from < pixels.length; from += 4) HEAPU8[to++] = pixels[from];
  Module.junhengGlyphs.pixels = null;
});
// clang-format on

namespace platform_web {
namespace {

/// Of a line's height, the part that a Chinese character fills; the rest is space between lines.
constexpr double kEmOfLine = 0.94;
/// The middle of a Chinese character stands this part of its size above the baseline.
constexpr double kMiddleOfEm = 0.38;

double em_of(const ImFontBaked& baked) {
  return std::max(1.0, std::round(double{baked.Size} * kEmOfLine));
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar codepoint) {
  // Control characters and halves of pairs are no characters; for all else the browser finds something.
  return codepoint >= 0x20 && codepoint != 0x7F && (codepoint < 0xD800 || codepoint > 0xDFFF);
}

bool baked_init(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  const auto size = double{baked->Size};
  baked->Ascent = static_cast<float>(std::round(size / 2 + em_of(*baked) * kMiddleOfEm));
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance_only) {
  if (!contains_glyph(atlas, source, codepoint)) return false;
  const auto density = double{baked->RasterizerDensity};
  int box[4] = {0, 0, 0, 0};
  const double pen = junheng_glyph_draw(codepoint, em_of(*baked) * density, box);
  // Whole pixels: half a pixel of pen between two letters is what makes small text look unsharp.
  const auto advance = static_cast<float>(std::round(pen) / density);
  if (advance_only != nullptr) {
    *advance_only = advance;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = advance;
  const int width = box[2];
  const int height = box[3];
  if (width == 0 || height == 0) return true;  // a space

  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(width * height);
  junheng_glyph_take(pixels.Data);

  const auto per_pixel = static_cast<float>(1 / density);
  glyph->X0 = static_cast<float>(box[0]) * per_pixel;
  glyph->Y0 = static_cast<float>(box[1]) * per_pixel + baked->Ascent;
  glyph->X1 = glyph->X0 + static_cast<float>(width) * per_pixel;
  glyph->Y1 = glyph->Y0 + static_cast<float>(height) * per_pixel;
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_Alpha8, width);
  return true;
}

}  // namespace

void add_browser_font(ImFontAtlas& atlas, float line_height) {
  ImFontConfig config;
  ImStrncpy(config.Name, "browser", sizeof config.Name);
  config.SizePixels = line_height;
  atlas.AddFont(&config);
}

bool has_chinese_font() {
  constexpr double kEm = 24;
  const auto picture = [](unsigned codepoint) {
    int box[4] = {0, 0, 0, 0};
    junheng_glyph_draw(codepoint, kEm, box);
    ImVector<unsigned char> pixels;
    pixels.resize(box[2] * box[3]);
    if (!pixels.empty()) junheng_glyph_take(pixels.Data);
    return pixels;
  };
  const ImVector<unsigned char> county = picture(0x53BF);  // 县
  const ImVector<unsigned char> school = picture(0x6821);  // 校
  if (county.empty() || school.empty()) return false;
  return county.Size != school.Size || !std::equal(county.begin(), county.end(), school.begin());
}

}  // namespace platform_web

// ImGui asks by this name for the loader of every font: see IMGUI_ENABLE_FREETYPE in cmake/dependencies.cmake.
namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader() {
  // ImGui keeps the address for as long as the atlas lives.
  static const ImFontLoader kLoader = [] {
    ImFontLoader made;
    made.Name = "browser canvas";
    made.FontSrcContainsGlyph = platform_web::contains_glyph;
    made.FontBakedInit = platform_web::baked_init;
    made.FontBakedLoadGlyph = platform_web::load_glyph;
    return made;
  }();
  return &kLoader;
}

}  // namespace ImGuiFreeType
