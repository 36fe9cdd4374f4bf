// SPDX-License-Identifier: MIT
//
// Axes: where a value stands, and the round numbers beside the line.

interface Scale {
  /** Pixels from the left. */
  at(value: number): number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
}

/** 1, 2 or 5 times a power of ten, so that there are about `steps` of them. */
function roundStep(span: number, steps: number): number {
  const raw = span / Math.max(1, steps);
  const power = 10 ** Math.floor(Math.log10(raw));
  for (const times of [1, 2, 5]) if (raw <= times * power * 1.000001) return times * power;
  return 10 * power;
}

/** Covers all values, beginning and ending at round numbers. Nearly everything begins at 0; far away from it, it does not. */
export function scaleOf(values: readonly number[], width: number, steps: number, fromZero = false): Scale {
  let low = Math.min(...values, Infinity);
  let high = Math.max(...values, -Infinity);
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [0, 1];
  if (fromZero || (low > 0 && low < high * 0.6)) low = Math.min(0, low);
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
  const step = roundStep(high - low, steps);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const start = first * step;
  const span = (last - first) * step;
  return {
    at: (value) => ((value - start) / span) * width,
    ticks: Array.from({ length: last - first + 1 }, (_, at) => {
      const value = (first + at) * step;
      return { value, text: value.toFixed(Math.min(20, digits)) };
    }),
  };
}
