// SPDX-License-Identifier: MIT
//
// Where plans are computed: beside the page in a worker, so that it stays alive and can be stopped; in the page where there
// are no workers.

import type { OpenRequest } from "../engine/junheng.d.ts";
import type {
  OutlookAnswer,
  OutlookRequest,
  PlanAnswer,
  PlanCounty,
  PlanRequest,
  StagePlace,
  Sureness,
} from "../engine/plan.d.ts";
import { answering } from "../engine/plan_questions.ts";
import type { PlanFailed, PlanQuestion, PlanUnderWay } from "../engine/plan_questions.ts";
import { startWorker } from "./plan_worker.ts";

/** Told how many parts of a plan are done, of how many at most. */
type Progress = (done: number, all: number) => void;

/** Answers one question after another; `stop` ends it in the middle of one, which then is not answered. */
interface Answering {
  ask(question: PlanQuestion, progress?: Progress): Promise<unknown>;
  stop(): void;
}

function beside(worker: Worker): Answering {
  return {
    ask: (question, progress) =>
      new Promise((done, failed) => {
        worker.onmessage = ({ data }: MessageEvent<unknown>) => {
          const under = (data as PlanUnderWay | null)?.progress;
          if (under === undefined) done(data);
          else progress?.(under.done, under.all);
        };
        worker.onerror = (event) => {
          event.preventDefault();
          failed(new Error(event.message));
        };
        worker.postMessage(question);
      }),
    stop: () => worker.terminate(),
  };
}

async function inPage(): Promise<Answering> {
  const { loadPlanner } = await import("../engine/plan.js");
  const answer = answering(await loadPlanner());
  return { ask: async (question) => answer(question), stop: () => undefined };
}

export class PlanDoor {
  #answering: Promise<Answering> | null = null;
  #request: OpenRequest | null = null;
  #own: readonly string[] = [];
  /** What `#answering` has open. */
  #opened: OpenRequest | null = null;
  #stages: readonly PlanCounty[] | null = null;
  /** Each thing that is asked waits for the one before. */
  #last: Promise<unknown> = Promise.resolve();

  /** What is asked from now on is of these tables. `own`: files of the standard, where it is one's own. */
  take(request: OpenRequest, own: readonly string[]): void {
    this.#request = request;
    this.#own = own;
  }

  /** Null: nothing could be opened. Rejects where the module came to its end. */
  stages(): Promise<readonly PlanCounty[] | null> {
    return this.#next(async () => {
      await this.#open();
      return this.#stages;
    });
  }
  plan(asked: PlanRequest, progress?: Progress): Promise<PlanAnswer | null> {
    return this.#ask({ kind: "plan", asked }, progress);
  }
  outlook(asked: OutlookRequest): Promise<OutlookAnswer | null> {
    return this.#ask({ kind: "outlook", asked });
  }
  sureness(asked: StagePlace): Promise<Sureness | null> {
    return this.#ask({ kind: "sureness", asked });
  }

  /** Ends what is being computed; whoever waits for it waits for ever, and the next question begins anew. */
  stop(): void {
    void this.#answering?.then((one) => one.stop());
    this.#answering = null;
    this.#opened = null;
    this.#last = Promise.resolve();
  }

  #next<T>(ask: () => Promise<T>): Promise<T> {
    const asked = this.#last.then(ask, ask);
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  #ask<T>(question: PlanQuestion, progress?: Progress): Promise<T> {
    return this.#next(async () => {
      const answering = await this.#open();
      return this.#said<T>(await answering.ask(question, progress));
    });
  }

  async #open(): Promise<Answering> {
    this.#answering ??= startWorker().then((worker) => (worker === null ? inPage() : beside(worker)));
    const answering = await this.#answering;
    const request = this.#request;
    if (request === null || this.#opened === request) return answering;
    this.#opened = request;
    this.#stages = this.#said(await answering.ask({ kind: "open", request, own: this.#own }));
    return answering;
  }

  #said<T>(answer: unknown): T {
    const failed = (answer as PlanFailed | null)?.failed;
    if (failed === undefined) return answer as T;
    this.stop();
    throw new Error(failed);
  }
}
