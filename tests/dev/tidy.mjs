// SPDX-License-Identifier: MIT
//
// clang-tidy over core, workbench and bindings: over what changed since it was last found clean, room by room.
//
//   node tests/dev/tidy.mjs                     all of it
//   node tests/dev/tidy.mjs core/src/judge      what stands under these paths
//
// Clean is remembered by content: the source, every header that is not the system's, the flags, the configuration and
// clang-tidy itself make one sum, and files named after such sums lie in the user's cache, so that clones share them.
// Headers are known from the last compilation: build first (./dev test and ./dev check do).
//
// The sources of a room are looked at as one text, because most of the time goes into the standard library, which is
// then read once for each room and not once for each file. Where two files of a room use one name for two things, the
// joined text does not compile, and they are looked at one by one.

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, homedir } from "node:os";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { flagsOf, headersOf, words } from "./commands.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const joined = join(root, "build/tidy");
const remembered = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "junheng/tidy");
const kTidy = "clang-tidy-14";
/** What the tests of the C++ code compile natively, and what only the browser's build does. */
const kBuilds = [
  { folder: "build/sanitize", sources: /^(core|imgui_app)\/src\// },
  { folder: "build/wasm", sources: /^(imgui_app\/src\/platform_web|web\/bindings)\// },
];

const output = (command, args) => {
  const run = spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${run.stderr || run.error}`);
  return run.stdout;
};

const sums = new Map();
function sumOf(path) {
  if (!sums.has(path)) sums.set(path, createHash("sha256").update(readFileSync(path)).digest("hex"));
  return sums.get(path);
}

const version = output(kTidy, ["--version"]);

function sourcesOf({ folder, sources }) {
  const headers = headersOf(join(root, folder));
  // em++ hides the sysroot and the target from its command line; it prints them when asked.
  const hidden = folder.endsWith("wasm") ? words(output("em++", ["--cflags"])) : [];
  const found = [];
  for (const { file, command, output: object } of JSON.parse(
    readFileSync(join(root, folder, "compile_commands.json"), "utf8"),
  )) {
    const path = relative(root, isAbsolute(file) ? file : resolve(root, folder, file));
    if (!sources.test(path) || found.some((other) => other.path === path)) continue;
    const made = object ?? words(command)[words(command).indexOf("-o") + 1];
    const own = headers.get(made)?.filter((header) => !header.startsWith("/usr/") && !header.endsWith(".cpp"));
    if (own === undefined) throw new Error(`${path} has not been compiled in ${folder}: build first.`);
    const flags = [...hidden, ...flagsOf(command)];
    const sum = createHash("sha256");
    for (const part of [
      version,
      sumOf(join(root, ".clang-tidy")),
      flags.join(" ").replaceAll(root, ""),
      sumOf(join(root, path)),
    ])
      sum.update(`${part}\n`);
    for (const header of own.sort()) sum.update(`${relative(root, header)} ${sumOf(header)}\n`);
    found.push({ path, flags, stamp: join(remembered, sum.digest("hex")) });
  }
  return found;
}

/** One run of clang-tidy: its exit code and what it said. */
function look(file, flags) {
  return new Promise((done) => {
    let said = "";
    const run = spawn(kTidy, ["--quiet", file, "--", ...flags], { cwd: root });
    for (const stream of [run.stdout, run.stderr]) stream.on("data", (data) => (said += data));
    run.on("close", (code) =>
      done({ code, said: said.replace(/^\d+ warnings? generated\.\n|^Suppressed .*\n|^Use -header-filter.*\n/gm, "") }),
    );
  });
}

/** Looks at the sources of one room; returns what was found, by "" where nothing was. */
async function lookAt(room) {
  const keep = (sources) => sources.forEach(({ stamp }) => writeFileSync(stamp, ""));
  const [{ flags }] = room;
  if (room.length > 1 && room.every((each) => each.flags.join() === flags.join())) {
    const file = join(joined, `${dirname(room[0].path).replaceAll("/", "-")}.cpp`);
    const text = room.map(({ path }) => `#line 1 "${path}"\n${readFileSync(join(root, path), "utf8")}`);
    writeFileSync(file, text.join("\n"));
    const { code, said } = await look(file, flags);
    if (code === 0) {
      keep(room);
      return "";
    }
    if (!/clang-diagnostic-error/.test(said)) return said;
  }
  let found = "";
  for (const each of room) {
    const { code, said } = await look(each.path, each.flags);
    if (code === 0) keep([each]);
    else found += said;
  }
  return found;
}

const under = process.argv.slice(2);
const wanted = ({ path }) =>
  under.length === 0 || under.some((folder) => path === folder || path.startsWith(`${folder.replace(/\/$/, "")}/`));
mkdirSync(joined, { recursive: true });
mkdirSync(remembered, { recursive: true });

const sources = kBuilds
  .filter(({ folder }) => existsSync(join(root, folder, "build.ninja")))
  .flatMap(sourcesOf)
  .filter(wanted);
const rooms = new Map();
for (const source of sources.filter(({ stamp }) => !existsSync(stamp))) {
  const room = dirname(source.path);
  rooms.set(room, [...(rooms.get(room) ?? []), source]);
}
// The longest first, so that all workers end together.
const queue = [...rooms.values()].sort((a, b) => b.length - a.length);
const looked = queue.flat().length;
let found = "";
const workers = Array.from({ length: availableParallelism?.() ?? cpus().length }, async () => {
  for (let room = queue.shift(); room !== undefined; room = queue.shift()) {
    // Not `found += await …`: that takes the sum from before the waiting, and another worker's findings are lost.
    const said = await lookAt(room);
    found += said;
  }
});
await Promise.all(workers);
if (found !== "") process.stdout.write(found);
console.log(`${sources.length} files, ${sources.length - looked} of them unchanged since they were clean`);
process.exitCode = found === "" && sources.length > 0 ? 0 : 1;
