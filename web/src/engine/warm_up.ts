// SPDX-License-Identifier: MIT
//
// A browser compiles each function of WebAssembly when it is first called. Of the first call with a small table that was
// nine tenths, so the functions that every table needs are called once while the page has nothing else to do.

import type { Junheng } from "./junheng.d.ts";

/** One row of each kind. */
const kFewSchools =
  "区县\t学校名称\t学校类型\t小学在校生数\t初中在校生数\t骨干教师数\t运动场地面积(㎡)\n" +
  "甲县\t一小\t小学\t1,000\t\t9\t8000.5\n" +
  "甲县\t一中\t初中\t\t700\t7\t—\n" +
  "甲县\t二校\t九年一贯制学校\t800\t400\t\t9000\n";

/**
 * `asked`: whether somebody has been quicker. Safari, Node and workers know no idle time: there the first table is not
 * made to wait for a made-up one.
 */
export function warmUp(junheng: Junheng, asked: () => boolean): void {
  if (!("requestIdleCallback" in globalThis)) return;
  requestIdleCallback(() => {
    if (asked()) return;
    const few = junheng.open({ table: kFewSchools });
    few.summary();
    few.close();
  });
}
