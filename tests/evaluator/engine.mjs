// SPDX-License-Identifier: MIT
//
// The built engine, loaded once for the tests of this folder.

const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url).href);

export const engine = await loadJunheng();

/** basic-2012 gives no points to its items, provinces do: six each, four for the last. */
export const basicWithPoints = "basic-with-points";
const items = Array.from({ length: 17 }, (_, i) => ({ id: `B${i + 1}`, points: i === 16 ? "4" : "6" }));
const faults = engine.addStandard({
  schema: "junheng.standard/1",
  id: basicWithPoints,
  parent: "basic-2012",
  title: { zh: "赋分", en: "with points" },
  document: { zh: "测试", en: "a test" },
  parts: [{ id: "government", items }],
});
if (faults.length > 0) throw new Error(JSON.stringify(faults));

/** Ten times as many counties: JUNHENG_LONG=1 node --test tests/evaluator. */
export const long = process.env.JUNHENG_LONG === "1";
