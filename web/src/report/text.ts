// SPDX-License-Identifier: MIT
//
// The text of a report as paragraphs and sentences. What a page of paper did to it is taken back: lines that only ended
// because the page did are joined, blanks between Chinese characters go, full-width digits become digits.

import { withTabs } from "./tabs.ts";

export interface Sentence {
  /** From 1, within its paragraph. */
  readonly number: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Paragraph {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The cells, where it is a row of a table. */
  readonly cells: readonly string[] | null;
}

export interface ReportText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
}

/** As many characters as a report of a county is ever long, twice over. More is refused, which the view says. */
export const kLongestReport = 60_000;
/**
 * What is looked for in a line goes back and forth in it, so that a line without an end would take as long as all of
 * these have together, squared. No paragraph and no row is longer.
 */
const kLongestLine = 1_200;
/** Of digits and letters one behind the other; no number or word is longer. */
const kLongRun = /[\dA-Za-z.,%+?？□\ufffd-]{200,}/g;

/** Nothing of a line is lost: it is parted behind a sentence or a cell. */
function parted(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > kLongestLine) {
    const ends = ["。", "\t"].map((end) => rest.lastIndexOf(end, kLongestLine - 1));
    const cut = Math.max(...ends) + 1 || kLongestLine / 2;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}

const kFull = /[０-９．％，：（）／＋－〇]/g;
const kHalf: Readonly<Record<string, string>> = { "．": ".", "％": "%", "／": "/", "＋": "+", "－": "-" };

function halfWidth(text: string): string {
  return text.replace(kFull, (one) => {
    const code = one.charCodeAt(0);
    return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : (kHalf[one] ?? one);
  });
}

const kHan = "\\u3400-\\u9fff";
const kWide = `${kHan}，。；：、！？（）〔〕【】“”《》㎡％`;

/** Blanks that a page left between characters; between Latin words they stay, between numbers they are a question. */
function withoutBlanks(line: string): string {
  return (
    line
      // a full stop of a Latin keyboard, but not that of “一.”
      .replace(
        new RegExp(`(?<=[${kHan}%)）”])(?<!^[一二三四五六七八九十]{1,3})\\.(?=[${kHan}（(“]|\\d{4}年|$)`, "gu"),
        "。",
      )
      // “师生比为 1:13.0.小学学生”
      .replace(new RegExp(`(?<=\\d\\.\\d{1,3})\\.(?=[${kHan}])`, "gu"), "。")
      .replace(/[\u00a0\u3000\u2000-\u200a\u202f]/g, " ")
      .replace(/[\u200b-\u200f\ufeff\u00ad]/g, "")
      .replace(new RegExp(`(?<=[${kWide}]) +(?=\\S)`, "gu"), "")
      .replace(new RegExp(`(?<=\\S) +(?=[${kWide}])`, "gu"), "")
      .replace(/(?<=[\d.]) +(?=%)/g, "")
      .replace(/(?<=\d) *([:∶：]) *(?=\d)/g, "$1")
      .replace(/(?<=[\d%]) *— *(?=\d)/g, "—")
  );
}

/** What begins something of its own, however the line before it ended. */
const kBegins =
  /^(?:[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、．]|\d{1,2}\.(?!\d(?!\d{3}年))|附件|附表|表\s*\d|指标[一二三四五六七八九十]+[:：]|自评结论|第[一二三四五六七八九十]+[章节条部])/;
const kEnds = /[。！？!?：:]["”’）)]*$/;
/** A line is full where it is at least so much of the longest of its kind. */
const kFullLine = 0.8;
const kShortestWrap = 12;
const kLongestWrap = 80;

/** As wide as on paper, where a digit takes half of what a character takes. */
const widthOf = (line: string): number => line.length - (line.match(/[ -~]/g)?.length ?? 0) / 2;

/** Lines of a page on paper: many of one width, and most of them end in the middle of a sentence. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.map(widthOf).filter((length) => length >= kShortestWrap);
  if (lengths.length < 4) return 0;
  const sorted = [...lengths].sort((a, b) => a - b);
  const widest = sorted[Math.floor((sorted.length * 9) / 10)] ?? 0;
  if (widest > kLongestWrap) return 0;
  const full = lengths.filter((length) => length >= widest * kFullLine).length;
  return full * 2 >= lengths.length ? widest : 0;
}

function joined(lines: readonly string[]): string[] {
  const width = wrapWidth(lines.filter((line) => !line.includes("\t")));
  const out: string[] = [];
  let open = false; // the last one may go on
  for (const line of lines) {
    if (/^[-—\s]*\d{1,3}[-—\s]*$/.test(line)) continue; // the number of a page
    const last = out.at(-1);
    if (open && last !== undefined && !kBegins.test(line) && !line.includes("\t"))
      out[out.length - 1] = withoutBlanks(
        /[A-Za-z]$/.test(last) && /^[A-Za-z]/.test(line) ? `${last} ${line}` : last + line,
      );
    else out.push(line);
    open = width > 0 && widthOf(line) >= width * kFullLine && !kEnds.test(line) && !line.includes("\t");
  }
  return out;
}

/** A text of one line has its headings in the middle of it. */
const kHeadings = /(?<=[。；:：!！])(?=(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])(?!\d))/;

function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  for (const found of text.matchAll(/[。！？!?]["”’）)]*|\t/g)) ends.push(found.index + found[0].length);
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

export function reportText(raw: string): ReportText {
  const whole = halfWidth(raw.slice(0, kLongestReport)).replace(kLongRun, "……");
  const lines = withTabs(whole.split(/\r\n?|\n|\u2028|\u2029|\f|\v/).flatMap(parted))
    .map((line) => (line.includes("\t") ? line.replace(/ +/g, " ").replace(/\s+$/, "") : withoutBlanks(line).trim()))
    .filter((line) => line.trim() !== "");
  const rows = joined(lines).flatMap((line) => (line.includes("\t") ? [line] : line.split(kHeadings)));
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  let at = 0;
  for (const row of rows) {
    const number = paragraphs.length + 1;
    const own: Sentence[] = [];
    let from = 0;
    for (const end of sentenceEnds(row)) {
      const text = row.slice(from, end);
      if (text.trim() !== "")
        own.push({ number: own.length + 1, paragraph: number, start: at + from, end: at + end, text });
      from = end;
    }
    const cells = row.includes("\t") ? row.split("\t").map((cell) => cell.trim()) : null;
    paragraphs.push({ number, start: at, end: at + row.length, text: row, sentences: own, cells });
    sentences.push(...own);
    at += row.length + 1;
  }
  return { text: rows.join("\n"), paragraphs, sentences };
}
