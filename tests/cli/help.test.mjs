// SPDX-License-Identifier: MIT
//
// Help, completion and manual are made of the table that the command line is read by; the examples run as they stand.

import assert from "node:assert/strict";
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { cli, fiveSchools, folder, junheng, ran, sampleCounty, text, written } from "./support.mjs";

const general = (await junheng(["--help", "--lang", "en"])).stdout;
const listed = [
  ...general
    .split("\nExit codes")[0]
    .split("\nCommands:\n")[1]
    .matchAll(/^ {2}(\w+)/gm),
].map(([, name]) => name);
const commands = listed.filter((name) => !["completion", "manual"].includes(name));
const help = new Map();
for (const name of commands) help.set(name, (await junheng([name, "--help", "--lang", "en"])).stdout);
const optionsOf = (name) => [...help.get(name).matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option);

test("every command has its help in both languages, Chinese where nothing is said", async () => {
  assert.deepEqual(commands.slice(0, 8), [
    "evaluate",
    "plan",
    "papers",
    "check",
    "publish",
    "seal",
    "compare",
    "merge",
  ]);
  for (const name of commands) {
    const chinese = await junheng([name, "--help"]);
    assert.equal(chinese.status, 0);
    assert.match(chinese.stdout, /^用法: junheng/);
    const english = await junheng([name, "-h"], { env: { LC_ALL: "en_US.UTF-8" } });
    assert.equal(english.stdout, help.get(name));
    assert.doesNotMatch(english.stdout.replace(/^ {2}.*junheng .*$/gm, ""), /\p{Script=Han}/u);
    assert.deepEqual(
      [...chinese.stdout.matchAll(/^ {2}(--.*)/gm)].map(([, flag]) => flag),
      [...english.stdout.matchAll(/^ {2}(--.*)/gm)].map(([, flag]) => flag),
    );
  }
});

test("every example of the help runs as it stands", async (context) => {
  const path = folder(context);
  for (const file of [sampleCounty, fiveSchools]) copyFileSync(file, join(path, file.split("/").at(-1)));
  chmodSync(written(path, "junheng", `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`), 0o755);
  const examples = commands.flatMap((name) =>
    [...help.get(name).matchAll(/^ {2}((?:\w.*\| )?junheng .*)$/gm)].map(([, line]) => line),
  );
  assert.ok(examples.length >= commands.length, examples.join("\n"));
  for (const line of examples) {
    const run = await ran("bash", ["-c", line], { cwd: path, env: { PATH: `${path}:${process.env.PATH}` } });
    assert.ok([0, 1, 2].includes(run.status), `${line}: ${run.status} ${run.stderr}`);
    if (!/>|--out/.test(line)) assert.notEqual(run.stdout, "", line);
  }
});

test("the manual page lists every command, option and exit code, and troff has no complaint", async () => {
  for (const language of ["zh", "en"]) {
    const page = (await junheng(["manual", "--lang", language])).stdout;
    const sections = new Map(
      page
        .split("\n.SS ")
        .slice(1)
        .map((section) => [section.split("\n")[0], section]),
    );
    for (const name of commands)
      for (const option of optionsOf(name))
        assert.ok(sections.get(name)?.includes(`.B ${option.replaceAll("-", "\\-")}`), `${name} ${option}`);
    for (const code of [0, 1, 2, 64, 65, 66, 70, 74]) assert.match(page, new RegExp(`^ +${code} `, "m"));
    const troff = await ran("groff", ["-k", "-man", "-Tutf8", "-ww", "-z"], { input: page });
    assert.equal(troff.stderr, "");
    assert.equal(troff.status, 0);
  }
});

test("completion knows commands, options and their values, and leaves files to the shell", async () => {
  const script = (await junheng(["completion"])).stdout;
  const complete = async (...words) => {
    const given = words.map((word) => `'${word}'`).join(" ");
    const run = await ran("bash", [
      "-euc",
      `${script}\nCOMP_WORDS=(${given}); COMP_CWORD=${words.length - 1}; _junheng; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ]);
    assert.equal(run.stderr, "");
    return run.stdout.split("\n").filter((word) => word !== "");
  };
  assert.deepEqual(await complete("junheng", ""), listed);
  assert.deepEqual(await complete("junheng", "ev"), ["evaluate"]);
  for (const name of commands) assert.deepEqual(await complete("junheng", name, "--"), optionsOf(name));
  assert.deepEqual(await complete("junheng", "evaluate", "--format", ""), ["text", "json", "ndjson", "csv", "xlsx"]);
  assert.deepEqual(await complete("junheng", "publish", "--format", "z"), ["zip"]);
  assert.deepEqual(await complete("junheng", "evaluate", "--county", ""), []);
  assert.deepEqual(await complete("junheng", "evaluate", "sam"), []);
});

test("nothing on the command line names a format that the command does not make", () => {
  for (const name of commands) {
    const [, formats] = help.get(name).match(/--format (\S+)/) ?? [];
    if (formats !== undefined) assert.doesNotMatch(formats, /docx/, name);
  }
  assert.match(text(cli), /junheng\.county\/1/);
});
