// SPDX-License-Identifier: MIT
//
// The engine as an ES module, the same in Node and in a browser:
//
//   const junheng = await loadJunheng();
//   const result = junheng.evaluate({ table: "学校\t在校生数\n…", standard: "quality-2017" });
//
// Its types stand in junheng.d.ts, written by hand and compared with what comes out by tests/engine/types.test.mjs.

import createJunhengCore from "#wasm/junheng-core.js";
import { decode, utf8Length } from "./decode.ts";
import { joinedSheets } from "./sheets.ts";
import type { Encoding } from "./decode.ts";
import type {
  Evaluation,
  EvaluateRequest,
  Issue,
  Junheng,
  LoadOptions,
  ReadRequest,
  Remark,
  StandardFault,
  Standards,
  TableRows,
  Tables,
} from "./junheng.d.ts";
import { instantiate } from "./load_wasm.ts";

/** What evaluate() takes where nothing is said. */
const kDefaultStandard = "quality-2017";
/** Rows that read() gives where nothing is said: what one looks at first. */
const kRowsRead = 200;

/** Texts and bytes as text, everything else as JSON. */
function textOf(value: string | Uint8Array | object | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return new TextDecoder().decode(decode(value).bytes);
  return JSON.stringify(value);
}

/** An answer to a suspicion stays with it; what must be right (逻辑校验) cannot be talked away. */
function withRemarks(issues: Issue[], remarks: readonly Remark[] = []): Issue[] {
  return issues.map((issue) => {
    const same = (remark: Remark): boolean =>
      remark.code === issue.code && (remark.row ?? null) === issue.row && remark.indicator === issue.indicator;
    const remark = issue.tier === "experience" ? remarks.find(same) : undefined;
    return { ...issue, remark: remark?.text ?? null };
  });
}

export async function loadJunheng(options: LoadOptions = {}): Promise<Junheng> {
  const wasm = options.wasm ?? new URL("./junheng.wasm", import.meta.url);
  const core = await instantiate(createJunhengCore, wasm);

  /** Bytes into the engine's memory; the string is encoded there directly, in one pass. */
  function write(room: (bytes: number) => number, text: string): void {
    const length = utf8Length(text);
    const at = room(length);
    // Lone surrogates become U+FFFD here, by the rules of encodeInto.
    new TextEncoder().encodeInto(text, core.HEAPU8.subarray(at, at + length));
  }

  function writeTable(table: Tables, chosen: Encoding | undefined): Encoding | null {
    if (typeof table === "string") {
      write(core._junheng_table, table);
      return null;
    }
    const { bytes, encoding } =
      table instanceof Uint8Array ? decode(table, chosen) : { bytes: joinedSheets(table), encoding: null };
    const at = core._junheng_table(bytes.length);
    core.HEAPU8.set(bytes, at);
    return encoding;
  }

  function answer(): string {
    const at = core._junheng_answer();
    const text = new TextDecoder().decode(core.HEAPU8.subarray(at, at + core._junheng_answer_size()));
    core._junheng_release();
    return text;
  }

  core._junheng_version();
  const version = answer();
  return {
    version,
    standards() {
      core._junheng_standards();
      return JSON.parse(answer()) as Standards;
    },
    evaluate(request: EvaluateRequest) {
      const encoding = writeTable(request.table ?? "", request.encoding);
      write(
        core._junheng_request,
        JSON.stringify({
          standard: request.standard ?? kDefaultStandard,
          detail: request.detail ?? "full",
          explain: request.explain === true,
          county: textOf(request.county),
          previous: textOf(request.previous),
          options: request.options ?? {},
          reading: request.reading ?? {},
        }),
      );
      core._junheng_evaluate();
      const result = JSON.parse(answer()) as Omit<Evaluation, "encoding">;
      return { ...result, issues: withRemarks(result.issues, request.remarks), encoding };
    },
    read(request: ReadRequest) {
      writeTable(request.table, request.encoding);
      const { reading = {}, sheet = 0, from = 0, count = kRowsRead, fields = false } = request;
      write(core._junheng_request, JSON.stringify({ reading, sheet, from, count, fields }));
      core._junheng_read();
      return JSON.parse(answer()) as TableRows;
    },
    addStandard(standard: string | object) {
      write(core._junheng_request, textOf(standard));
      core._junheng_add_standard();
      return JSON.parse(answer()) as StandardFault[];
    },
  };
}
