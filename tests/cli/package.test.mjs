// SPDX-License-Identifier: MIT
//
// dist/package as strangers get it: packed, installed into an empty folder without a network, used in Node, by a
// bundler, by the compiler of TypeScript and as a command.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "../../web/node_modules/esbuild/lib/main.js";
import { programs } from "../house/papers.mjs";
import { root } from "../house/tree.mjs";
import { sampleCounty, text } from "./support.mjs";

const home = mkdtempSync(join(tmpdir(), "junheng-package-"));
after(() => rmSync(home, { recursive: true, force: true }));
/** Nobody answers there: whoever asks for a package fails. */
const env = { ...process.env, npm_config_registry: "http://127.0.0.1:9/", npm_config_cache: join(home, "cache") };

function run(program, line, cwd) {
  const { status, stdout, stderr } = spawnSync(program, line, { cwd, env, encoding: "utf8", timeout: 120_000 });
  assert.equal(status, 0, `${program} ${line.join(" ")}: ${stderr}`);
  return stdout;
}

const [{ filename, files }] = JSON.parse(run("npm", ["pack", "--json", join(root, "dist/package")], home));
const user = join(home, "user");
mkdirSync(user);
writeFileSync(join(user, "package.json"), '{ "private": true, "type": "module" }\n');
run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(home, filename)], user);
const installed = join(user, "node_modules", "junheng");
const about = JSON.parse(text(join(installed, "package.json")));
const [example] = programs(text(join(installed, "README.md")));

test("it has one version, its licence, and every file that it names", () => {
  const [, version] = text(join(root, "CMakeLists.txt")).match(/project\(junheng VERSION ([\d.]+)/);
  assert.equal(about.version, version);
  assert.equal(
    run(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        'import { loadJunheng } from "junheng"; console.log((await loadJunheng()).version)',
      ],
      user,
    ).trim(),
    version,
  );
  assert.equal(text(join(installed, "LICENSE")), text(join(root, "LICENSE")));
  const named = [
    ...Object.values(about.exports).flatMap((one) => (typeof one === "string" ? [one] : Object.values(one))),
    ...Object.values(about.bin),
    about.man,
  ];
  for (const path of named.filter((one) => !one.includes("*"))) assert.ok(existsSync(join(installed, path)), path);
  assert.deepEqual(
    readdirSync(join(user, "node_modules")).filter((name) => !name.startsWith(".")),
    ["junheng"],
  );
  assert.ok(
    files.every(({ path }) =>
      /^(engine|publish|standards)\/|^(package\.json|README\.md|LICENSE|junheng\.1)$/.test(path),
    ),
  );
});

test("the example of its README in Node", () => {
  writeFileSync(join(user, "example.mjs"), example);
  assert.equal(run(process.execPath, ["example.mjs"], user), "0.2450\n");
});

test("in a bundler, with the .wasm beside the bundle or handed over", async () => {
  const out = join(home, "bundle");
  mkdirSync(out);
  await build({
    entryPoints: [join(user, "example.mjs")],
    bundle: true,
    format: "esm",
    platform: "neutral",
    outfile: join(out, "app.mjs"),
    logLevel: "error",
  });
  copyFileSync(join(installed, "engine/junheng.wasm"), join(out, "junheng.wasm"));
  assert.equal(run(process.execPath, ["app.mjs"], out), "0.2450\n");
  const handed = example.replace(
    "loadJunheng()",
    'loadJunheng({ wasm: new URL(import.meta.resolve("junheng/junheng.wasm")) })',
  );
  assert.notEqual(handed, example);
  writeFileSync(join(user, "handed.mjs"), handed);
  assert.equal(run(process.execPath, ["handed.mjs"], user), "0.2450\n");
});

test("its types hold for a strict program, and a wrong one is refused", () => {
  const options = [
    "--noEmit",
    "--strict",
    "--target",
    "es2022",
    "--module",
    "nodenext",
    "--moduleResolution",
    "nodenext",
    "--skipLibCheck",
    "false",
  ];
  const tsc = join(root, "web/node_modules/typescript/bin/tsc");
  const program = `import { loadJunheng } from "junheng";
import type { Evaluation } from "junheng";
import { loadPublisher } from "junheng/publish";
const result: Evaluation = (await loadJunheng()).evaluate({ table: "" });
const verdict: "pass" | "fail" | "unknown" = result.verdict;
console.log(verdict, (await loadPublisher()).check(""));
`;
  writeFileSync(join(user, "good.mts"), program);
  run(process.execPath, [tsc, ...options, "good.mts"], user);
  writeFileSync(join(user, "bad.mts"), program.replace('"pass" |', ""));
  assert.notEqual(spawnSync(process.execPath, [tsc, ...options, "bad.mts"], { cwd: user }).status, 0);
});

test("the publisher finds its parts, and the command is there with its manual", () => {
  const program =
    'import { loadPublisher } from "junheng/publish"; console.log((await loadPublisher()).publish({ tables: [{ name: "", text: "学校名称\\t学校类型\\t在校生数\\n一小\\t小学\\t9\\n" }] }).single().length > 100000)';
  assert.equal(run(process.execPath, ["--input-type=module", "-e", program], user), "true\n");
  const { status, stdout } = spawnSync(
    join(user, "node_modules/.bin/junheng"),
    ["evaluate", "--format", "ndjson", sampleCounty],
    { encoding: "utf8" },
  );
  assert.equal(status, 1);
  assert.match(stdout, /"schema":"junheng.county\/1"/);
  assert.match(text(join(installed, "junheng.1")), /^\.TH JUNHENG 1/);
});
