// SPDX-License-Identifier: MIT
//
// The sample county as its public page, dist/site/county/: made by the module that people publish with.

import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the publisher finds beside itself. */
const kParts = [
  "engine/junheng.js",
  "engine/junheng.wasm",
  "publish/publish.js",
  "publish/page.js",
  "publish/page.css",
];

/** Pages that are written by hand say here which engine and which standards they lie beside. */
const kVersions = "<!--versions-->";

function addVersions(outputs, { engine, sum, standards }) {
  const lines = [
    `均衡尺 <span lang="en">engine</span> ${engine}: <code>${sum}</code>`,
    ...standards.map(({ id, sum }) => `${id}: <code>${sum}</code>`),
  ];
  const text = `<p>SHA-256</p>\n<ul class="versions">${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;
  for (const [name, bytes] of outputs) {
    if (!name.endsWith(".html")) continue;
    const html = new TextDecoder().decode(bytes);
    if (html.includes(kVersions)) outputs.set(name, new TextEncoder().encode(html.replace(kVersions, () => text)));
  }
}

/** `outputs`: name and bytes of what was built so far; what is made here is added to it. */
export async function addSampleCounty(outputs) {
  const missing = [...kParts, "samples/sample-county.tsv"].filter((name) => !outputs.has(name));
  if (missing.length > 0) return missing;
  const folder = await mkdtemp(join(tmpdir(), "junheng-county-"));
  try {
    for (const name of kParts) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), outputs.get(name));
    }
    await writeFile(join(folder, "package.json"), '{ "type": "module" }');
    const { loadPublisher } = await import(pathToFileURL(join(folder, "publish/publish.js")).href);
    const publisher = await loadPublisher();
    const publication = publisher.publish({
      title: "示例区义务教育优质均衡评估结果（虚构数据）",
      publisher: "均衡尺（示例）",
      source: "示例数据，学校和数字均为编造",
      date: "2024-09-01",
      standard: "quality-2017",
      tables: [{ name: "", text: new TextDecoder().decode(outputs.get("samples/sample-county.tsv")) }],
    });
    for (const [name, bytes] of Object.entries(publication.files())) outputs.set(`county/${name}`, bytes);
    const { loadJunheng } = await import(pathToFileURL(join(folder, "engine/junheng.js")).href);
    const standards = (await loadJunheng())
      .standards()
      .map(({ id }) => ({ id, sum: publisher.publish({ standard: id, tables: [] }).sums.standard }));
    addVersions(outputs, { engine: publication.evaluation.engine, sum: publication.sums.engine, standards });
    return [];
  } finally {
    await rm(folder, { recursive: true });
  }
}
