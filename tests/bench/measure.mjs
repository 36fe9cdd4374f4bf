// SPDX-License-Identifier: MIT
//
// The times of one contender, in the process or page it runs in alone: the first call, and the median of those that
// follow while there is time.

/** For calls after the first: fewer of those that take long. */
const kMostWarm = 7;
const kLeastWarm = 2;
const kWarmMs = 1500;

export function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function timed({ run }, input) {
  const start = performance.now();
  const result = run(input);
  return { result, ms: performance.now() - start };
}

/** The first call and its result, which `finish` takes. */
export const firstCall = (contender, input) => timed(contender, input);

/** The answer to compare, and the median of later calls. */
export function laterCalls(contender, input, { result, ms }) {
  const answer = contender.answer(result);
  contender.release(result);
  const times = [];
  const enough = () => times.length >= kMostWarm || times.reduce((sum, time) => sum + time, 0) > kWarmMs;
  while (times.length < kLeastWarm || !enough()) {
    const again = timed(contender, input);
    times.push(again.ms);
    contender.release(again.result);
  }
  return { answer, firstMs: ms, warmMs: median(times) };
}
