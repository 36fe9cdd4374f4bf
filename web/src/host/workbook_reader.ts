// SPDX-License-Identifier: MIT
//
// Reads a workbook beside the page: a large one takes seconds, in which the page stays alive and the reading can be
// ended. The reader is a bundle of its own anyway (files/workbook.ts); as the script of a worker it waits for bytes.
// Small files, and places where no worker starts (a page from a disk, an old browser), are read in the page.

import type { WorkbookResult } from "../files/workbook.ts";

/** Packed; reading so much takes no longer than starting a worker. */
const kSmall = 256 * 1024;

/** `asked`: aborted when it is no longer wanted; then the answer is null. `bytes` may be empty afterwards. */
export async function readBook(bytes: Uint8Array, asked: AbortSignal): Promise<WorkbookResult | null> {
  const worker = bytes.length > kSmall ? await started(asked) : null;
  if (asked.aborted) {
    worker?.terminate();
    return null;
  }
  if (worker !== null) return inWorker(worker, bytes, asked);
  const { readWorkbook } = await import("../files/workbook.ts");
  return asked.aborted ? null : readWorkbook(bytes);
}

/** A worker that has said that it is there; null where none can be. */
function started(asked: AbortSignal): Promise<Worker | null> {
  if (typeof Worker === "undefined") return Promise.resolve(null);
  return new Promise((done) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("./workbook.js", import.meta.url), { type: "module", name: "workbook" });
    } catch {
      done(null); // not allowed to, in a page from a disk
      return;
    }
    asked.addEventListener("abort", () => done(worker), { once: true });
    worker.onmessage = () => done(worker);
    worker.onerror = (event) => {
      event.preventDefault(); // a browser that knows no modules in workers: nothing is lost
      worker.terminate();
      done(null);
    };
  });
}

/** The bytes go over to the worker, and the tables come back, without a copy. */
function inWorker(worker: Worker, bytes: Uint8Array, asked: AbortSignal): Promise<WorkbookResult | null> {
  return new Promise((done) => {
    const end = (result: WorkbookResult | null): void => {
      worker.terminate();
      done(result);
    };
    asked.addEventListener("abort", () => end(null), { once: true });
    worker.onmessage = ({ data }: MessageEvent<WorkbookResult>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end({ refused: { code: "damaged" } });
    };
    worker.postMessage(bytes, bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : []);
  });
}
