// SPDX-License-Identifier: MIT
//
// The core as a package of CMake: installed from the native build into an empty folder, found and used by a program that
// knows nothing of this repository, with the same answer as the engine's.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fences, paper } from "../house/papers.mjs";
import { root } from "../house/tree.mjs";
import { loadJunheng } from "../../dist/site/engine/junheng.js";

const home = mkdtempSync(join(tmpdir(), "junheng-core-"));
after(() => rmSync(home, { recursive: true, force: true }));
const prefix = join(home, "prefix");
const table = readFileSync(join(root, "dist/site/samples/sample-county.tsv"), "utf8");

function run(program, line, more = {}) {
  const { status, stdout, stderr } = spawnSync(program, line, {
    cwd: home,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...more,
  });
  assert.equal(status, 0, `${program} ${line.join(" ")}: ${stdout} ${stderr}`);
  return stdout;
}

const consumer = (wanted, folder) => [
  "-S",
  join(root, "tests/dev/consumer"),
  "-B",
  join(home, folder),
  "-G",
  "Ninja",
  "-D",
  "CMAKE_CXX_COMPILER=g++",
  "-D",
  `CMAKE_PREFIX_PATH=${prefix}`,
  "-D",
  `WANTED=${wanted}`,
];

test("it installs by itself, with every public header and nothing of the workbench or of others", () => {
  run("cmake", ["--install", join(root, "build/native"), "--component", "junheng", "--prefix", prefix]);
  const files = run("find", [prefix, "-type", "f", "-printf", "%P\n"]).trim().split("\n");
  const headers = run("git", ["ls-files", "core/include"], { cwd: root }).trim().split("\n");
  for (const header of headers) assert.ok(files.includes(header.replace("core/", "")), header);
  assert.ok(files.some((path) => path.endsWith("/libjunheng.a")));
  assert.deepEqual(
    files.filter(
      (path) =>
        !/^include\/junheng\/\w+\.h$|\/libjunheng\.a$|\/cmake\/junheng\/junheng-[\w-]+\.cmake$|\/doc\/junheng\/LICENSE$/.test(
          path,
        ),
    ),
    [],
  );
  // what was installed may be taken elsewhere
  for (const path of files.filter((each) => each.endsWith(".cmake")))
    assert.ok(!readFileSync(join(prefix, path), "utf8").includes(root), path);
});

test("a program finds it, is built with warnings as errors, and answers as the engine does", async () => {
  run("cmake", consumer("0.1", "build"));
  run("cmake", ["--build", join(home, "build")]);
  const [version, answer] = run(join(home, "build/consumer"), [], { input: table }).split("\n");
  const engine = await loadJunheng();
  assert.equal(version, engine.version);
  assert.deepEqual(JSON.parse(answer), engine.evaluate({ table, detail: "summary" }));
});

test("a version that it is not is not found", () => {
  for (const wanted of ["0.2", "1.0"])
    assert.notEqual(spawnSync("cmake", consumer(wanted, wanted), { cwd: home }).status, 0, wanted);
});

test("the core alone is configured without Dear ImGui, by the command of the paper", () => {
  const [line] = fences(paper("docs/how_to.md"))
    .flatMap(({ code }) => code.split("\n"))
    .filter((one) => one.startsWith("cmake -S . -B build/core"));
  assert.ok(line.includes("-D JUNHENG_WORKBENCH=OFF"), line);
  const words = line
    .split(" ")
    .slice(1)
    .map((word) => (word === "build/core" ? join(home, "core") : word));
  run("cmake", [...words, "-G", "Ninja", "-D", "FETCHCONTENT_FULLY_DISCONNECTED=ON"], { cwd: root });
  assert.ok(existsSync(join(home, "core/build.ninja")));
  assert.doesNotMatch(readFileSync(join(home, "core/build.ninja"), "utf8"), /imgui/i);
});
