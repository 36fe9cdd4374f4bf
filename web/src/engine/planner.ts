// SPDX-License-Identifier: MIT
//
// The module that says what to do about a result, in Node as in a browser, and as the script of a worker: least plans of
// large counties take seconds, in which the page stays alive (web/src/plan/plan_door.ts).

import createJunhengPlan from "#wasm/junheng-plan.js";
import { textOf, wholeRequest, write, writeTable } from "./asked.ts";
import type { StandardFault } from "./junheng.d.ts";
import { instantiate } from "./load_wasm.ts";
import type { WasmBytes } from "./load_wasm.ts";
import type { OpenPlan, PlanCounty, Planner } from "./plan.d.ts";
import { answering } from "./plan_questions.ts";
import type { PlanFailed, PlanQuestion, PlanUnderWay } from "./plan_questions.ts";

/** Bytes are good until the next call. */
function read<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

export async function loadPlanner({ wasm }: { wasm?: URL | WasmBytes } = {}): Promise<Planner> {
  const module = await instantiate(createJunhengPlan, wasm ?? new URL("./plan.wasm", import.meta.url));
  const planner = new module.Planner();
  return {
    open(request): OpenPlan | null {
      const [table, asked] = wholeRequest(request);
      writeTable((bytes) => planner.table(bytes), table);
      write((bytes) => planner.request(bytes), asked);
      const opened = planner.open();
      if (opened === null) return null;
      const stages = read<readonly PlanCounty[] | null>(opened.stages());
      if (stages === null) {
        opened.delete();
        return null;
      }
      return {
        stages,
        plan: (wishes, progress = () => undefined) => read(opened.plan(JSON.stringify(wishes), progress)),
        sureness: (place) => read(opened.sureness(JSON.stringify(place))),
        outlook: (wishes) => read(opened.outlook(JSON.stringify(wishes))),
        close: () => opened.delete(),
      };
    },
    addStandard(standard): StandardFault[] {
      write((bytes) => planner.request(bytes), textOf(standard));
      return read(planner.addStandard());
    },
  };
}

interface Worker extends EventTarget {
  onmessage: ((event: { readonly data: PlanQuestion }) => void) | null;
  postMessage(message: unknown): void;
}

if ("WorkerGlobalScope" in globalThis) {
  const worker = globalThis as unknown as Worker;
  const ready = loadPlanner().then((planner) =>
    answering(planner, (done, all): void => worker.postMessage({ progress: { done, all } } satisfies PlanUnderWay)),
  );
  worker.onmessage = ({ data }) => {
    void ready
      .then((answer) => answer(data))
      .catch((error: unknown): PlanFailed => ({ failed: String(error) }))
      .then((answer) => worker.postMessage(answer));
  };
  worker.postMessage("ready");
}
