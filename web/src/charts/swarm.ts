// SPDX-License-Identifier: MIT
//
// Dots beside each other where their values are close, so that none hides another. The same dots always stand at the
// same places.

interface Dot {
  readonly x: number;
  /** Of the circle around its shape. */
  readonly radius: number;
}

interface Placed {
  readonly x: number;
  /** From the middle line; up is negative. */
  readonly y: number;
}

const kGap = 0.6;
const kTouch = 1e-6;

/**
 * Each dot goes as near to the middle as those before it let it; larger ones first. `aside`: how far a dot may stand
 * from its own value, where a column would grow too high. Null: it takes more than `most` pixels up or down.
 */
export function swarm(dots: readonly Dot[], most = Infinity, aside = 0): Placed[] | null {
  const order = dots
    .map((_, at) => at)
    .sort((a, b) => (dots[b]?.radius ?? 0) - (dots[a]?.radius ?? 0) || (dots[a]?.x ?? 0) - (dots[b]?.x ?? 0) || a - b);
  const places = new Array<Placed>(dots.length);
  const widest = Math.max(0, ...dots.map((dot) => dot.radius));
  const cell = 2 * widest + kGap;
  /** Those that were placed, by columns as wide as the widest dot: only three columns can be in the way. */
  const columns = new Map<number, { x: number; y: number; radius: number }[]>();
  for (const at of order) {
    const { x, radius } = dots[at] as Dot;
    let best: Placed | null = null;
    const step = 2 * radius + kGap;
    for (let shift = 0; shift <= aside; shift += step) {
      for (const candidate of shift === 0 ? [x] : [x - shift, x + shift]) {
        const y = nearest(candidate, radius);
        if (best === null || Math.hypot(candidate - x, y) < Math.hypot(best.x - x, best.y) - kTouch)
          best = { x: candidate, y };
      }
      if (best !== null && Math.abs(best.y) <= shift) break;
    }
    const place = best ?? { x, y: 0 };
    if (Math.abs(place.y) + radius > most) return null;
    places[at] = place;
    const column = Math.floor(place.x / cell);
    const list = columns.get(column);
    if (list === undefined) columns.set(column, [{ ...place, radius }]);
    else list.push({ ...place, radius });
  }
  return places;

  function nearest(x: number, radius: number): number {
    const column = Math.floor(x / cell);
    /** Heights that are taken, as ranges. */
    const taken: [number, number][] = [];
    for (const near of [column - 1, column, column + 1]) {
      for (const other of columns.get(near) ?? []) {
        const apart = radius + other.radius + kGap;
        const across = Math.abs(x - other.x);
        if (across >= apart) continue;
        const reach = Math.sqrt(apart * apart - across * across);
        taken.push([other.y - reach, other.y + reach]);
      }
    }
    taken.sort((a, b) => a[0] - b[0]);
    let up = 0;
    let down = 0;
    for (const [from, to] of taken) if (from < down - kTouch && to > down + kTouch) down = to;
    taken.sort((a, b) => b[1] - a[1]);
    for (const [from, to] of taken) if (from < up - kTouch && to > up + kTouch) up = from;
    return down <= -up + kTouch ? down : up;
  }
}
