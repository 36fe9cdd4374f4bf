// SPDX-License-Identifier: MIT
//
// The list of parts (CycloneDX 1.5): what is shipped, and what builds it. Versions and sums come from the lock files
// and from the sources that the C++ build took; nothing here reads a clock, so the same build lists the same bytes.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** Of what npm brings, only this is in what visitors download. */
const kShipped = new Set(["@noble/hashes", "fflate", "idb", "numfmt"]);

async function textOf(path) {
  return readFile(path, "utf8").catch(() => "");
}

async function fromLock(folder) {
  const { packages } = JSON.parse(await readFile(join(root, folder, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, { version, integrity = "", license }]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      const [, sum] = integrity.split("sha512-");
      return {
        type: "library",
        "bom-ref": `npm:${name}@${version}`,
        name,
        version,
        scope: kShipped.has(name) ? "required" : "excluded",
        ...(sum === undefined
          ? {}
          : { hashes: [{ alg: "SHA-512", content: Buffer.from(sum, "base64").toString("hex") }] }),
        ...(license === undefined
          ? {}
          : { licenses: [/ (OR|AND) /.test(license) ? { expression: license } : { license: { id: license } }] }),
        purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
      };
    });
}

/** Parts of the .wasm files; a version stands there where the sources of this build say it. */
async function native(build) {
  const cache = await textOf(join(build, "CMakeCache.txt"));
  const [, imgui = ""] = cache.match(/^FETCHCONTENT_SOURCE_DIR_IMGUI:\w+=(.+)$/m) ?? [];
  const defined = (text, name) => text.match(new RegExp(`#define ${name}\\s+"?([\\w.]+)`))?.[1];
  const json = await textOf("/usr/include/nlohmann/detail/abi_macros.hpp");
  const jsonVersion = ["MAJOR", "MINOR", "PATCH"].map((part) => defined(json, `NLOHMANN_JSON_VERSION_${part}`));
  const emscripten = (await textOf("/usr/share/emscripten/emscripten-version.txt")).replaceAll(/["\s]/g, "");
  const parts = [
    ["Dear ImGui", imgui === "" ? undefined : defined(await textOf(join(imgui, "imgui.h")), "IMGUI_VERSION"), "MIT"],
    ["JSON for Modern C++", jsonVersion.includes(undefined) ? undefined : jsonVersion.join("."), "MIT"],
    ["OpenCC", undefined, "Apache-2.0"],
    ["Emscripten", emscripten === "" ? undefined : emscripten, "MIT"],
    ["musl", undefined, "MIT"],
    ["libc++, libc++abi and compiler-rt", undefined, "Apache-2.0 WITH LLVM-exception"],
  ];
  return parts.map(([name, version, licence]) => ({
    type: "library",
    "bom-ref": `native:${name}`,
    name,
    ...(version === undefined ? {} : { version }),
    scope: "required",
    licenses: [licence.includes(" ") ? { expression: licence } : { license: { id: licence } }],
  }));
}

/** `build`: folder of the wasm build. `outputs`: what was built so far; its programs are listed with their sums. */
export async function partsList(build, outputs) {
  const ours = [...outputs]
    .filter(([name]) => /\.(js|wasm)$/.test(name))
    .map(([name, bytes]) => ({
      type: "file",
      "bom-ref": `file:${name}`,
      name,
      hashes: [{ alg: "SHA-256", content: createHash("sha256").update(bytes).digest("hex") }],
      licenses: [{ license: { id: "MIT" } }],
    }));
  const libraries = [...(await native(build)), ...(await fromLock("web"))];
  const list = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { type: "application", "bom-ref": "junheng", name: "junheng", licenses: [{ license: { id: "MIT" } }] },
    },
    components: [...ours, ...libraries].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1)),
  };
  return `${JSON.stringify(list, null, 1)}\n`;
}
