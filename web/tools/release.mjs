// SPDX-License-Identifier: MIT
//
// Adds the version that is built to the list of released programs, by which the checking page knows pages of that version:
//
//   node web/tools/release.mjs            after ./dev build, in the commit that is tagged
//
// What was released once stays what it was: another build under the same number is refused.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isProgram, root, site } from "./paths.mjs";

const kList = join(root, "web", "src", "publish", "sealed", "released_programs.json");
/** What a published page brings with it, by its place in the site. */
const kPrograms = { script: "publish/page.js", style: "publish/page.css", engine: "engine/junheng.wasm" };

const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** `files`: gives the bytes of a file of the site. */
export async function programsOf(files) {
  const each = Object.entries(kPrograms).map(async ([part, name]) => [part, sum(await files(name))]);
  return Object.fromEntries(await Promise.all(each));
}

/** The list with this release, the newest first. Throws where the number belongs to other programs. */
export function withRelease(list, release) {
  const before = list.find(({ version }) => version === release.version);
  if (before === undefined) return [release, ...list];
  for (const part of Object.keys(kPrograms)) {
    if (before[part] !== release[part])
      throw new Error(`${release.version} is released with another ${kPrograms[part]}; raise the version first`);
  }
  return list;
}

/** As CMake and the engine have it. */
export async function versionOf() {
  const text = await readFile(join(root, "CMakeLists.txt"), "utf8");
  const [, version] = text.match(/project\(junheng VERSION (\d+\.\d+\.\d+)/) ?? [];
  if (version === undefined) throw new Error("CMakeLists.txt names no version");
  return version;
}

if (isProgram(import.meta)) {
  try {
    const list = JSON.parse(await readFile(kList, "utf8"));
    const programs = await programsOf((name) => readFile(join(site, name)));
    const release = { version: await versionOf(), ...programs };
    await writeFile(kList, `${JSON.stringify(withRelease(list, release), null, 2)}\n`);
    console.log(
      `${release.version} is in the list of released programs. Build again, so that the checking page knows it.`,
    );
  } catch (error) {
    console.error(`release.mjs: ${error.message}`);
    process.exitCode = 1;
  }
}
