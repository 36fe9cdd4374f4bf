// SPDX-License-Identifier: MIT
//
// Stands in for web/src/plan/plan_worker.ts in the offline file: from a disk no worker starts, and the policy of the file
// allows none.

export function startWorker(): Promise<Worker | null> {
  return Promise.resolve(null);
}
