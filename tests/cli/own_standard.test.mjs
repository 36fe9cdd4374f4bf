// SPDX-License-Identifier: MIT
//
// A project brings the standard of one's own by which it is judged; every command judges by it, also the one that asks
// another module.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../house/tree.mjs";
import { cli, folder, ran, written } from "./support.mjs";

const text = (path) => readFileSync(join(root, path), "utf8");

test("plan and papers take the standard that a project brings", async (context) => {
  const cwd = folder(context);
  const own = text("core/standards/variants/shenyang-2024.json");
  const { id } = JSON.parse(own);
  const project = {
    schema: "junheng.project/1",
    name: "own",
    standard: id,
    options: {},
    tables: [{ name: "", text: text("public/samples/sample-county.tsv") }],
    reading: {},
    county: "",
    previous: "",
    remarks: [],
    ownStandards: [own],
  };
  written(cwd, "own.junheng.json", JSON.stringify(project));
  const run = (...given) => ran(process.execPath, [cli, ...given, "own.junheng.json"], { cwd });
  const plan = await run("plan", "--format", "json");
  assert.ok([0, 1, 2].includes(plan.status), plan.stderr);
  const { standard, plans } = JSON.parse(plan.stdout);
  assert.equal(standard, id);
  assert.ok(plans.length > 0);
  const papers = await run("papers", "--paper", "schools", "--plan", "--format", "html");
  assert.equal(papers.status, 0, papers.stderr);
  const unplanned = await run("papers", "--paper", "schools", "--format", "html");
  assert.equal(unplanned.status, 0, unplanned.stderr);
  assert.notEqual(papers.stdout, unplanned.stdout, "a plan by this standard is in it");
});
