// SPDX-License-Identifier: MIT
//
// The engine as an ES module, the same in Node and in a browser:
//
//   const junheng = await loadJunheng();
//   const result = junheng.evaluate({ table: "学校\t在校生数\n…", standard: "quality-2017" });
//
// Its types stand in junheng.d.ts, written by hand and compared with what comes out by tests/web/types.test.mjs.

import createJunhengCore from "#wasm/junheng-core.js";
import { decode, utf8Length } from "./decode.ts";
import type { Encoding } from "./decode.ts";
import type {
  Evaluation,
  EvaluateRequest,
  Issue,
  Junheng,
  LoadOptions,
  Remark,
  StandardFault,
  Standards,
} from "./junheng.d.ts";
import { instantiate } from "./load_wasm.ts";

/** What evaluate() takes where nothing is said. */
const kDefaultStandard = "quality-2017";

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
  const engine = new core.Engine();

  /** Bytes into the engine's memory; the string is encoded there directly, in one pass. */
  function write(table: string | Uint8Array): Encoding | null {
    if (typeof table === "string") {
      const length = utf8Length(table);
      // Lone surrogates become U+FFFD here, by the rules of encodeInto.
      new TextEncoder().encodeInto(table, engine.reserve(length));
      return null;
    }
    const { bytes, encoding } = decode(table);
    engine.reserve(bytes.length).set(bytes);
    return encoding;
  }

  function read<T>(bytes: Uint8Array): T {
    const text = new TextDecoder().decode(bytes);
    engine.release();
    return JSON.parse(text) as T;
  }

  return {
    version: engine.version(),
    standards: () => read<Standards>(engine.standards()),
    evaluate(request: EvaluateRequest) {
      const encoding = write(request.table ?? "");
      const result = read<Omit<Evaluation, "encoding">>(
        engine.evaluate(
          JSON.stringify({
            standard: request.standard ?? kDefaultStandard,
            detail: request.detail ?? "full",
            explain: request.explain === true,
            county: textOf(request.county),
            previous: textOf(request.previous),
            options: request.options ?? {},
          }),
        ),
      );
      return { ...result, issues: withRemarks(result.issues, request.remarks), encoding };
    },
    addStandard(standard: string | object) {
      return read<StandardFault[]>(engine.addStandard(textOf(standard)));
    },
  };
}
