// SPDX-License-Identifier: MIT
//
// junheng check finds what the check of the page finds, and ends as it found.

import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "../report/checked.mjs";
import { folder, junheng, written } from "./support.mjs";

const kText =
  "符合交流轮岗条件教师总数598名，实际交流轮岗教师174名，交流轮岗教师占符合交流轮岗条件教师总数的29%；交流轮岗的骨干教师47名，占交流轮岗教师总数的27%。";

test("a report that agrees, and one that does not", async (context) => {
  const right = await junheng(["check", "--format", "json"], { input: kText });
  assert.equal(right.status, 0, right.stderr);
  assert.deepEqual(JSON.parse(right.stdout).findings, JSON.parse(JSON.stringify(check(kText).findings)));
  const wrong = kText.replace("27%", "37%");
  for (const format of ["text", "csv"]) {
    const run = await junheng(["check", "--format", format, written(folder(context), "report.txt", wrong)]);
    assert.equal(run.status, 1, run.stderr);
    assert.match(run.stdout, /47名 ÷ 174名 = 27\.01%/);
  }
});

test("what is no report is bad input", async (context) => {
  const picture = written(folder(context), "a.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2]));
  assert.equal((await junheng(["check", picture])).status, 65);
});

test("a report in which nothing can be checked is not one that agrees, and an empty one is none", async (context) => {
  const path = folder(context);
  const plain = written(path, "plain.txt", "本县教育事业稳步发展。");
  for (const format of ["text", "json", "csv"]) {
    const run = await junheng(["check", "--format", format, plain]);
    assert.equal(run.status, 2, format);
    assert.match(run.stderr, /plain\.txt: 读到 1 段、0 个数。 没有可以核对的地方。/, format);
  }
  assert.equal((await junheng(["check", plain])).stdout, `${plain}\n`);
  const worst = await junheng(["check", plain, written(path, "wrong.txt", kText.replace("27%", "37%"))]);
  assert.equal(worst.status, 1);
  for (const [input, said] of Object.entries({ "": /没有读到文字/, " \r\n\u3000": /没有读到文字/ })) {
    const run = await junheng(["check"], { input });
    assert.equal(run.status, 65);
    assert.match(run.stderr, said);
    assert.equal(run.stdout, "");
  }
});
