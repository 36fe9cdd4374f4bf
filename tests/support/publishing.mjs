// SPDX-License-Identifier: MIT
//
// Counties to publish: the sample, one of 60 schools, one whose every name and remark tries to do harm.

import { readFile } from "node:fs/promises";

export const site = new URL("../../dist/site/", import.meta.url);
export const { loadPublisher } = await import(new URL("publish/publish.js", site).href);
export const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);

export const sampleText = await readFile(new URL("samples/sample-county.tsv", site), "utf8");
const [head, ...rows] = sampleText.trimEnd().split("\n");

export const sampleWork = {
  title: "示例区",
  publisher: "示例区教委",
  source: "2024 学年初统计",
  date: "2024-09-01",
  tables: [{ name: "", text: sampleText }],
};

/** The sample's ordinary schools again and again under other names. */
export function schools(count) {
  const plain = rows.filter((row) => /\t(小学|初中|九年一贯制学校)\t/.test(row));
  return Array.from({ length: count }, (_, index) => {
    const cells = plain[index % plain.length].split("\t");
    cells[1] = `${cells[1]}${index + 1}校`;
    return cells.join("\t");
  });
}

export const headLine = head;
export const tableOf = (lines) => `${[head, ...lines].join("\n")}\n`;
export const sixtyWork = { ...sampleWork, tables: [{ name: "", text: tableOf(schools(60)) }] };

export const kHostile = [
  '<img src=x onerror="window.hit=1">',
  "]]><!--",
  "</script><script>window.hit=2</script>",
  "\u202eabc\u202c\u200f一小",
  "长".repeat(10_000),
  "=cmd|' /C calc'!A0",
  "{{constructor}} ${window.hit=3}",
  '" onmouseover="window.hit=4',
  "javascript:window.hit=5",
];

/** Names, remarks, title, source: everything that a person types. */
export function hostileWork() {
  const lines = schools(20).map((row, index) => {
    const cells = row.split("\t");
    const name = kHostile[index % kHostile.length];
    cells[0] = "<b>区</b>";
    cells[1] = `"${name.replaceAll('"', '""')}${index}"`;
    cells[cells.length - 1] = `"${name.replaceAll('"', '""')}"`;
    return cells.join("\t");
  });
  return {
    title: kHostile[0],
    publisher: kHostile[2],
    source: kHostile[7],
    date: kHostile[3],
    tables: [{ name: kHostile[2], text: tableOf(lines) }],
  };
}
