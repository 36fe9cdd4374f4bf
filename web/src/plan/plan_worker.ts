// SPDX-License-Identifier: MIT

/** A worker that has said that it is there; null where none can be: an old browser, a page from a disk. */
export function startWorker(): Promise<Worker | null> {
  if (typeof Worker === "undefined") return Promise.resolve(null);
  return new Promise((done) => {
    let worker: Worker;
    try {
      worker = new Worker(new URL("../engine/plan.js", import.meta.url), { type: "module", name: "plan" });
    } catch {
      done(null); // not allowed to
      return;
    }
    worker.onmessage = () => done(worker);
    worker.onerror = (event) => {
      event.preventDefault(); // a browser that knows no modules in workers: nothing is lost
      worker.terminate();
      done(null);
    };
  });
}
