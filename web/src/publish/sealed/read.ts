// SPDX-License-Identifier: MIT
//
// A sealed or published single file as text: its blocks are taken out, nothing of it is run.

import type { Junheng } from "../../engine/junheng.d.ts";
import { blocksOf, publishedPage } from "../page.ts";
import type { Packing, PageParts } from "../page.ts";
import type { PageContext } from "../page_context.ts";
import { answerTo } from "../published.ts";
import type { Published } from "../publisher.d.ts";
import { sha256 } from "../sha256.ts";
import { publishedOf } from "../shape.ts";
import { en } from "../../words/page_en.ts";
import { zh } from "../../words/page_zh.ts";

interface Sealed {
  readonly data: Published;
  /** The blocks as they stand in the file. */
  readonly blocks: { readonly data: string; readonly standard: string };
  /** The engine it carries, as base64 of its deflated bytes; empty in a page that has it beside itself. */
  readonly engine: string;
  readonly html: string;
  /** Its bytes are those of `html` in UTF-8: no mark of byte order, nothing that a decoder had to mend. */
  readonly exact: boolean;
}

function block(html: string, id: string): string {
  const start = `<script id="${id}"`;
  // What is printed comes before the blocks, and no printed text can hold a tag.
  const from = html.indexOf(start);
  if (from < 0) return "";
  const begin = html.indexOf(">", from) + 1;
  return html.slice(begin, html.indexOf("</script>", begin));
}

/** As text, and whether nothing was lost by that: a file that is not UTF-8 to the last byte is not the one that was made. */
function textOf(file: string | Uint8Array): { html: string; exact: boolean } {
  if (typeof file === "string") return { html: file, exact: true };
  try {
    return { html: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file), exact: true };
  } catch {
    return { html: new TextDecoder("utf-8", { ignoreBOM: true }).decode(file), exact: false };
  }
}

/** Null: not such a file. */
export function readSealed(file: string | Uint8Array): Sealed | null {
  const { html, exact } = textOf(file);
  const blocks = { data: block(html, "data"), standard: block(html, "standard") };
  const data = publishedOf(blocks.data);
  return data === null ? null : { data, blocks, engine: block(html, "engine"), html, exact };
}

/** What the file should print, by this engine; null where its standard is not known. `engineSum`: of the engine it carries. */
export function contextOf(engine: Junheng, sealed: Sealed, engineSum: string): PageContext | null {
  const answer = answerTo(engine, sealed.data);
  if (answer === null) return null;
  const words = /<html lang="en"/.test(sealed.html.slice(0, 200)) ? en : zh;
  const standard = sha256(blocksOf({ data: sealed.data, standard: answer.standard }).standard);
  return {
    words,
    data: sealed.data,
    ...answer,
    sums: { data: sha256(sealed.blocks.data), standard, engine: engineSum },
  };
}

/** The programs that the file carries; null in a page that has them beside itself. */
export function programsOf({ html }: Sealed): PageParts | null {
  const [styleFrom, styleTo] = [html.indexOf("<style>"), html.indexOf("</style>")];
  const [scriptFrom, scriptTo] = [html.lastIndexOf("\n<script>"), html.lastIndexOf("</script>\n</body>")];
  if (styleFrom < 0 || styleTo < styleFrom || scriptFrom < 0 || scriptTo < scriptFrom) return null;
  return {
    style: html.slice(styleFrom + "<style>".length, styleTo),
    script: html.slice(scriptFrom + "\n<script>".length, scriptTo),
  };
}

/**
 * Whether the file is, byte for byte, the one that follows from its data under the standard that this engine knows.
 * The whole file and not its text: what is printed rightly may be hidden, and something else shown.
 */
export function agrees(sealed: Sealed, context: PageContext): boolean {
  if (!sealed.exact) return false;
  const parts = programsOf(sealed);
  const packings: Packing[] =
    parts === null
      ? [
          { kind: "folder", other: "index.html" },
          { kind: "folder", other: "en.html" },
        ]
      : [{ kind: "single", parts, engine: sealed.engine }];
  return packings.some((packing) => publishedPage(context, packing) === sealed.html);
}
