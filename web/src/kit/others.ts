// SPDX-License-Identifier: MIT
//
// Long work that stops for a moment.

/** What waits for the page has had its turn: input, pictures, other tasks. */
export function others(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel(); // timers wait longer each time
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}
