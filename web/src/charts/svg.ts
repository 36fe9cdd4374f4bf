// SPDX-License-Identifier: MIT
//
// SVG as text. Only attributes and no styles: the pages forbid styles that do not come from their own files, and a
// picture that is saved has no such file beside it.

import { escapeAttribute, printable } from "../kit/escape.ts";

/** What every chart is told beside its numbers. */
export interface ChartFrame {
  /** Of the element; unlike any other on the page, as title and description are found by it. */
  readonly id: string;
  /** Pixels; the height follows. */
  readonly width: number;
  /** Where the numbers come from, and the day; a line of its own under the picture. */
  readonly source: string;
}

/** Light on white, also in a dark page: a picture is put into documents and printed. */
export const kColours = {
  ground: "#ffffff",
  ink: "#1b1f24",
  soft: "#57606a",
  line: "#c9d1d9",
  pass: "#1a6b2f",
  near: "#8a5300",
  fail: "#a4161a",
  plain: "#1d4f8c",
  unknown: "#57606a",
} as const;

const kFonts =
  "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";
export const kTextSize = 13;
const kLineHeight = 19;

export function escape(text: string): string {
  return escapeAttribute(printable(text));
}

/** Two digits after the point are finer than any screen, and the same everywhere. */
export function pixels(value: number): string {
  return String(Math.round(value * 100) / 100);
}

type Attributes = Readonly<Record<string, string | number>>;

export function tag(name: string, attributes: Attributes, inner = ""): string {
  const list = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? pixels(value) : escape(value)}"`,
  );
  return inner === "" ? `<${name}${list.join("")}/>` : `<${name}${list.join("")}>${inner}</${name}>`;
}

export function text(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return tag("text", { x, y, ...attributes }, escape(words));
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  attributes: Attributes = {},
): string {
  return tag("line", { x1, y1, x2, y2, stroke, ...attributes });
}

/** About how wide a text is: Han characters are as wide as high, Latin ones a little more than half of it. */
export function textWidth(words: string, size: number = kTextSize): number {
  let width = 0;
  for (const character of words) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : 0.58;
  return width * size;
}

/** The text, or its beginning with an ellipsis, within so many pixels. */
export function clipped(words: string, width: number, size: number = kTextSize): string {
  if (textWidth(words, size) <= width) return words;
  let kept = "";
  for (const character of words) {
    if (textWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Lines of at most `width`; broken between words where there are any, between Han characters otherwise. */
function wrapped(words: string, width: number, most: number, size: number = kTextSize): string[] {
  const pieces = words.match(/[\u2e80-\u{10ffff}]|[^\s\u2e80-\u{10ffff}]+\s*|\s+/gu) ?? [];
  const lines: string[] = [];
  let now = "";
  for (const piece of pieces) {
    if (now !== "" && textWidth((now + piece).trimEnd(), size) > width) {
      lines.push(now.trimEnd());
      now = "";
    }
    now += piece;
  }
  if (now !== "") lines.push(now.trimEnd());
  if (lines.length > most) lines.splice(most - 1, lines.length, lines.slice(most - 1).join(""));
  return lines.map((one) => clipped(one, width, size));
}

interface Picture extends ChartFrame {
  readonly title: string;
  /** All that the picture says, in words. */
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** Lines under the picture, before the source. */
  readonly notes: readonly string[];
  readonly height: number;
  /** Drawn with its upper left corner at 0, 0. */
  readonly inner: string;
}

const kMargin = 12;

/** Width that is left inside of a picture. */
export function innerWidth(frame: ChartFrame): number {
  return Math.max(240, Math.round(frame.width)) - 2 * kMargin;
}

/** Title above, notes and source below. */
export function picture(about: Picture): string {
  const inner = innerWidth(about);
  const titles = wrapped(about.title, inner, 3, 15);
  const notes = [...about.notes.flatMap((note) => wrapped(note, inner, 4)), ...wrapped(about.source, inner, 3, 12)];
  const top = kMargin + titles.length * 21 + 6;
  const bottom = top + about.height + 8;
  const height = bottom + notes.length * kLineHeight + kMargin;
  const width = inner + 2 * kMargin;
  const sourceFrom = notes.length - wrapped(about.source, inner, 3, 12).length;
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      id: about.id,
      role: "img",
      "aria-labelledby": `${about.id}-title ${about.id}-desc`,
      lang: about.language,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": kFonts,
      "font-size": kTextSize,
      fill: kColours.ink,
    },
    [
      tag("title", { id: `${about.id}-title` }, escape(about.title)),
      tag("desc", { id: `${about.id}-desc` }, escape(about.description === "" ? about.title : about.description)),
      tag("rect", { width, height, fill: kColours.ground }),
      ...titles.map((one, at) =>
        text(kMargin, kMargin + 15 + at * 21, one, { "font-size": 15, "font-weight": "bold" }),
      ),
      tag("g", { transform: `translate(${kMargin} ${top})` }, about.inner),
      ...notes.map((one, at) =>
        text(kMargin, bottom + 14 + at * kLineHeight, one, {
          "font-size": at < sourceFrom ? kTextSize : 12,
          fill: kColours.soft,
        }),
      ),
    ].join(""),
  );
}
