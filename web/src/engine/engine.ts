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
import { openEvaluation } from "./open.ts";
import { handedSheets } from "./sheets.ts";
import type { SheetPart } from "./sheets.ts";
import type { Encoding } from "./decode.ts";
import type {
  Evaluation,
  EvaluateRequest,
  EvaluationSummary,
  Junheng,
  LoadOptions,
  OpenRequest,
  OptionEffects,
  ReadRequest,
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

export async function loadJunheng(options: LoadOptions = {}): Promise<Junheng> {
  const wasm = options.wasm ?? new URL("./junheng.wasm", import.meta.url);
  const engine = new (await instantiate(createJunhengCore, wasm)).Engine();

  /** Bytes into the engine's memory; the string is encoded there directly, in one pass. */
  function write(room: (bytes: number) => Uint8Array, text: string): void {
    // Lone surrogates become U+FFFD here, by the rules of encodeInto.
    new TextEncoder().encodeInto(text, room(utf8Length(text)));
  }

  const writeRequest = (request: object | string): void =>
    write((bytes) => engine.request(bytes), typeof request === "string" ? request : JSON.stringify(request));

  /** Where the tables end is said in the request. */
  function writeTables(
    table: Tables,
    chosen: Encoding | undefined,
  ): { encoding: Encoding | null; sources: readonly SheetPart[] } {
    if (typeof table === "string") {
      write((bytes) => engine.table(bytes), table);
      return { encoding: null, sources: [] };
    }
    if (table instanceof Uint8Array) {
      const { bytes, encoding } = decode(table, chosen);
      engine.table(bytes.length).set(bytes);
      return { encoding, sources: [] };
    }
    const { bytes, parts } = handedSheets(table);
    engine.table(bytes.length).set(bytes);
    return { encoding: null, sources: parts };
  }

  function writeWhole(request: EvaluateRequest): void {
    const { encoding, sources } = writeTables(request.table ?? "", request.encoding);
    writeRequest({
      sources,
      standard: request.standard ?? kDefaultStandard,
      detail: request.detail ?? "full",
      explain: request.explain === true,
      county: textOf(request.county),
      previous: textOf(request.previous),
      options: request.options ?? {},
      reading: request.reading ?? {},
      remarks: request.remarks ?? [],
      encoding: encoding ?? "",
    });
  }

  function answer<T>(bytes: Uint8Array): T {
    const text = new TextDecoder().decode(bytes);
    engine.release();
    return JSON.parse(text) as T;
  }

  // The declaration says which detail gives what.
  function evaluate(request: EvaluateRequest & { detail: "summary" }): EvaluationSummary;
  function evaluate(request: EvaluateRequest & { detail?: "full" }): Evaluation;
  function evaluate(request: EvaluateRequest): Evaluation | EvaluationSummary {
    writeWhole(request);
    return answer<Evaluation | EvaluationSummary>(engine.evaluate());
  }

  return {
    version: engine.version(),
    standards: () => answer<Standards>(engine.standards()),
    evaluate,
    open(request: OpenRequest) {
      writeWhole(request);
      return openEvaluation(engine.open());
    },
    optionEffects(request: EvaluateRequest) {
      writeWhole(request);
      return answer<OptionEffects>(engine.optionEffects());
    },
    read(request: ReadRequest) {
      const { sources } = writeTables(request.table, request.encoding);
      const {
        reading = {},
        sheet = 0,
        from = 0,
        count = kRowsRead,
        row = null,
        corrected = false,
        fields = false,
      } = request;
      writeRequest({ sources, reading, sheet, from, count, row, corrected, fields });
      return answer<TableRows>(engine.read());
    },
    addStandard(standard: string | object) {
      writeRequest(textOf(standard));
      return answer<StandardFault[]>(engine.addStandard());
    },
  };
}
