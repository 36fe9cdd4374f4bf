// SPDX-License-Identifier: MIT
//
// A work as pages: what everybody may see, or the whole as evidence; as one file or as a folder.

import { deflateSync, inflateSync, strToU8, zipSync } from "fflate";
import type { Junheng } from "../engine/junheng.d.ts";
import { fromBase64, toBase64 } from "../kit/base64.ts";
import { lostByPublishing } from "./lost.ts";
import { blocksOf, publishedPage } from "./page.ts";
import type { Packing } from "./page.ts";
import type { PageContext } from "./page_context.ts";
import type { Language, Publication, Published, Publisher, PublisherParts, Work } from "./publisher.d.ts";
import { publicData } from "./public_tables.ts";
import { answerTo, sealedData } from "./published.ts";
import { sha256 } from "./sha256.ts";
import { compareSealed } from "./sealed/compare.ts";
import { mergeSealed } from "./sealed/merge.ts";
import { agrees, contextOf, programsOf, readSealed } from "./sealed/read.ts";
import { isReleased } from "./sealed/released_programs.ts";
import { en } from "../words/page_en.ts";
import { zh } from "../words/page_zh.ts";

const kWords = { zh, en };
/** The first day a zip archive can name, instead of today: the same work gives the same bytes. */
const noTime = (): Date => new Date(1980, 0, 1, 12);

const kReadme = `均衡尺 公开页

把本文件夹原样放到任何网站上即可（静态文件，不需要服务器程序），也可以嵌在政府网站的框架里。
index.html 为中文，en.html 为英文；data.json 是公布的数据，页面会用它在读者的浏览器里重新计算。
从本机磁盘直接打开时浏览器不许读取计算程序，只能阅读；需要双击即用的，请用“单个文件”的形式。

Junheng, public page

Put this folder as it is on any web server (static files only), also inside a frame of a government site.
index.html is Chinese, en.html English; data.json holds the published data, from which the page computes everything
again in the reader's browser. Opened from a disk it can only be read; take the single file for that.
`;

export function makePublisher(engine: Junheng, parts: PublisherParts): Publisher {
  const engineSum = sha256(parts.wasm);
  const own = { script: sha256(parts.script), style: sha256(parts.style), engine: engineSum };
  let packed: string | null = null;
  const engineText = (): string => (packed ??= toBase64(deflateSync(parts.wasm, { level: 9 })));

  function publication(data: Published, whole: Published): Publication {
    const answer = answerTo(engine, data);
    if (answer === null) throw new RangeError(`no such standard: ${data.standard}`);
    const blocks = blocksOf({ data, standard: answer.standard });
    const sums = { data: sha256(blocks.data), standard: sha256(blocks.standard), engine: engineSum };
    const context = (language: Language): PageContext => ({ words: kWords[language], data, ...answer, sums });
    const page = (language: Language, packing: Packing): string => publishedPage(context(language), packing);
    const files = (): Record<string, Uint8Array> => ({
      "README.txt": strToU8(kReadme),
      "data.json": strToU8(blocks.data),
      "en.html": strToU8(page("en", { kind: "folder", other: "index.html" })),
      "index.html": strToU8(page("zh", { kind: "folder", other: "en.html" })),
      "junheng.wasm": parts.wasm,
      "page.css": strToU8(parts.style),
      "page.js": strToU8(parts.script),
    });
    return {
      evaluation: answer.evaluation,
      leftOut: data.leftOut,
      planned: answer.planned !== null,
      lost: data === whole ? [] : lostByPublishing(answerTo(engine, whole), answer),
      sums,
      single: (language = "zh") => page(language, { kind: "single", parts, engine: engineText() }),
      files,
      zip: () => zipSync(files(), { mtime: noTime(), level: 9 }),
    };
  }

  return {
    publish: (work: Work) => publication(publicData(engine, work), sealedData(engine, work)),
    seal: (work: Work) => {
      const data = sealedData(engine, work);
      return publication(data, data);
    },
    check: (file: string | Uint8Array) => {
      const sealed = readSealed(file);
      const context =
        sealed === null
          ? null
          : contextOf(engine, sealed, sealed.engine === "" ? engineSum : sumOfPacked(sealed.engine));
      if (sealed === null || context === null) return null;
      const { data, evaluation, sums } = context;
      const programs = programsOf(sealed);
      // A page of a folder has them beside itself.
      const brought = programs ?? parts;
      const found = { script: sha256(brought.script), style: sha256(brought.style), engine: sums.engine };
      const known = isReleased(found, [own]) || isReleased(found, parts.released);
      const state = !agrees(sealed, context)
        ? "differs"
        : !known
          ? "program"
          : context.standard.own !== undefined
            ? "own"
            : "agrees";
      return { state, data, evaluation, sums };
    },
    compare: (before, after) => compareSealed(engine, before, after),
    merge: (files) => mergeSealed(files, engine),
  };
}

function sumOfPacked(text: string): string {
  try {
    return sha256(inflateSync(fromBase64(text)));
  } catch {
    return "";
  }
}
