// SPDX-License-Identifier: MIT
//
// Jobs over worker threads, each with an engine of its own. Answers come in the order of the jobs; at any time only a few
// jobs are on the way, so that memory does not grow with their number.

import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import type { Text } from "../engine/junheng.d.ts";
import { runnerOf } from "./evaluate_job.ts";
import type { Done, Job, Work } from "./evaluate_job.ts";
import { Stop } from "./exits.ts";
import type { Exit } from "./exits.ts";

type Answer = Done | { readonly stopped: { readonly exit: Exit; readonly said: Text } };

/** Jobs on the way for each worker: one that it works on, and one that waits. */
const kAhead = 2;

/** What a job ends with; an engine that ran out of memory is replaced by the next call. */
async function answered(run: (job: Job) => Promise<Done>, job: Job): Promise<Answer> {
  try {
    return await run(job);
  } catch (error) {
    if (error instanceof Stop) return { stopped: { exit: error.exit, said: error.said } };
    const { name, message, again } = error as Error & { again?: Promise<void> };
    await again;
    const said =
      name === "EngineEnded"
        ? { zh: "内存不够，没有算完。", en: "There was not enough memory." }
        : { zh: `程序出错：${message}`, en: `The program failed: ${message}` };
    return { stopped: { exit: "internal", said } };
  }
}

interface Hand {
  call(job: Job): Promise<Answer>;
  end(): void;
}

async function here(work: Work): Promise<Hand> {
  const run = await runnerOf(work);
  return { call: (job) => answered(run, job), end: () => undefined };
}

function elsewhere(work: Work): Hand {
  const worker = new Worker(new URL(import.meta.url), { workerData: { junheng: work } });
  const waiting: ((answer: Answer) => void)[] = [];
  const ended = (message: string): void => {
    const said = { zh: `一个工作线程中断：${message}`, en: `A worker ended: ${message}` };
    for (const done of waiting.splice(0)) done({ stopped: { exit: "internal", said } });
  };
  worker.on("message", (answer: Answer) => waiting.shift()?.(answer));
  worker.on("error", ({ message }) => ended(message));
  worker.on("exit", (code) => ended(String(code)));
  worker.unref();
  return {
    call(job) {
      worker.ref();
      return new Promise((done) => {
        waiting.push((answer) => {
          if (waiting.length === 0) worker.unref();
          done(answer);
        });
        worker.postMessage(job);
      });
    },
    end: () => void worker.terminate(),
  };
}

/** `jobs`: made when there is room for them. Ends the workers with the last answer, or when nobody asks any more. */
export async function* inOrder<J extends Job>(
  jobs: AsyncIterable<J> | Iterable<J>,
  work: Work,
  count: number,
): AsyncGenerator<readonly [J, Answer]> {
  const hands: Hand[] = [];
  const under: { job: J; hand: Hand; answer: Promise<Answer> }[] = [];
  try {
    for await (const job of jobs) {
      if (under.length >= count * (count > 1 ? kAhead : 1)) yield await first(under);
      const hand = hands.length < count ? (count > 1 ? elsewhere(work) : await here(work)) : leastBusy(hands, under);
      if (!hands.includes(hand)) hands.push(hand);
      under.push({ job, hand, answer: hand.call(job) });
    }
    while (under.length > 0) yield await first(under);
  } finally {
    for (const hand of hands) hand.end();
  }
}

async function first<J>(under: { job: J; answer: Promise<Answer> }[]): Promise<readonly [J, Answer]> {
  const { job, answer } = under[0]!;
  const said = await answer;
  // Work that never waits for anything would never hear a signal.
  await new Promise((done) => setImmediate(done));
  under.shift();
  return [job, said];
}

function leastBusy(hands: readonly Hand[], under: readonly { readonly hand: Hand }[]): Hand {
  const busy = (hand: Hand): number => under.filter((one) => one.hand === hand).length;
  return hands.reduce((least, hand) => (busy(hand) < busy(least) ? hand : least));
}

/** True: this thread is one of the workers, and works until it is ended. */
export async function servedAsWorker(): Promise<boolean> {
  const port = parentPort;
  const { junheng: work } = (workerData ?? {}) as { junheng?: Work };
  if (isMainThread || port === null || work === undefined) return false;
  const run = runnerOf(work);
  run.catch(() => undefined); // said to whoever sends a job
  // One after the other: the engine is one, and answers are known by their order.
  let last: Promise<unknown> = Promise.resolve();
  port.on("message", (job: Job) => {
    last = last.then(async () => port.postMessage(await answered(async (one) => (await run)(one), job)));
  });
  return true;
}
