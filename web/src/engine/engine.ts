// SPDX-License-Identifier: MIT
//
// The engine as an ES module, the same in Node and in a browser:
//
//   const junheng = await loadJunheng();
//   const result = junheng.evaluate({ table: "学校\t在校生数\n…", standard: "quality-2017" });
//
// An engine that ends in the middle of a call, for want of memory, is replaced (replaceable.ts): the call throws
// EngineEnded, and the next one finds another engine.
//
// Its types stand in junheng.d.ts, written by hand and compared with what comes out by tests/engine/types.test.mjs.

import createJunhengCore from "#wasm/junheng-core.js";
import { prepared, textOf, wholeRequest, write, writeTable } from "./asked.ts";
import { openEvaluation } from "./open.ts";
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
  Taken,
  TableRows,
} from "./junheng.d.ts";
import { instantiate } from "./load_wasm.ts";
import { Replaceable } from "./replaceable.ts";
import { warmUp } from "./warm_up.ts";

/** Rows that read() gives where nothing is said: what one looks at first. */
const kRowsRead = 200;

export async function loadJunheng(options: LoadOptions = {}): Promise<Junheng> {
  let code: LoadOptions["wasm"] | WebAssembly.Module = options.wasm;
  /** Standards that were added: what takes an engine's place must know them, too. */
  const added: string[] = [];

  const door = await Replaceable.start(async () => {
    const module = await instantiate(
      createJunhengCore,
      code ?? new URL("./junheng.wasm", import.meta.url),
      (compiled) => {
        code = compiled;
      },
    );
    const engine = new module.Engine();
    for (const standard of added) {
      write((bytes) => engine.request(bytes), standard);
      engine.addStandard();
      engine.release();
    }
    return engine;
  });
  const version = door.use((engine) => engine.version());
  let asked = false;

  /** All that is to be made of a request is made before: in here, what is thrown is the engine's end. */
  function ask<T>(
    table: string | Uint8Array | null,
    request: string,
    question: "evaluate" | "optionEffects" | "read" | "addStandard" | "decisions" | "standards",
  ): T {
    asked = true;
    return door.use((engine) => {
      if (table !== null) writeTable((bytes) => engine.table(bytes), table);
      write((bytes) => engine.request(bytes), request);
      const text = new TextDecoder().decode(engine[question]());
      engine.release();
      return JSON.parse(text) as T;
    });
  }

  /** An evaluation whose steps are still to be taken. */
  function begun(request: OpenRequest): OpenedEvaluation {
    asked = true;
    const [table, whole] = wholeRequest(request);
    return door.part((engine) => {
      writeTable((bytes) => engine.table(bytes), table);
      write((bytes) => engine.request(bytes), whole);
      return engine.open();
    });
  }

  // The declaration says which detail gives what.
  function evaluate(request: EvaluateRequest & { detail: "summary" }): EvaluationSummary;
  function evaluate(request: EvaluateRequest & { detail?: "full" }): Evaluation;
  function evaluate(request: EvaluateRequest): Evaluation | EvaluationSummary {
    return ask<Evaluation | EvaluationSummary>(...wholeRequest(request), "evaluate");
  }

  const junheng: Junheng = {
    version,
    standards: () => ask<Standards>(null, "", "standards"),
    evaluate,
    open(request: OpenRequest) {
      const core = begun(request);
      while (core.step());
      return openEvaluation(core);
    },
    async openInSteps(request: OpenRequest, pause: (share: number) => Promise<boolean>) {
      const core = begun(request);
      try {
        while (core.step()) {
          if (await pause(core.share())) continue;
          core.delete();
          return null;
        }
      } catch (error) {
        core.delete(); // of an engine that ended nothing is left to be deleted
        throw error;
      }
      return openEvaluation(core);
    },
    optionEffects: (request: EvaluateRequest) => ask<OptionEffects>(...wholeRequest(request), "optionEffects"),
    read(request: ReadRequest) {
      const { table, sources } = prepared(request.table, request.encoding);
      const {
        reading = {},
        sheet = 0,
        from = 0,
        count = kRowsRead,
        row = null,
        corrected = false,
        fields = false,
      } = request;
      const asked = JSON.stringify({ sources, reading, sheet, from, count, row, corrected, fields });
      return ask<TableRows>(table, asked, "read");
    },
    addStandard(standard: string | object) {
      const text = textOf(standard);
      const faults = ask<StandardFault[]>(null, text, "addStandard");
      if (faults.length === 0) added.push(text);
      return faults;
    },
    decisions: (project: string | object) =>
      ask<Taken | null>(null, typeof project === "string" ? project : JSON.stringify(project), "decisions"),
  };
  warmUp(junheng, () => asked);
  return junheng;
}
