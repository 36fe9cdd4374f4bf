// SPDX-License-Identifier: MIT
//
// Places in the address: there and back, readable, and nothing taken that is no place.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { formatPlace, parsePlace, placesOf, soundPlace } = await sourceModule("app/address.ts");
const { isStage, kStages } = await sourceModule("engine/stages.ts");

test("places there and back", () => {
  const places = [
    { view: "start" },
    { view: "schools", county: "示例区", school: "示例一小", stage: "primary", indicator: "books" },
    { view: "text", county: "A&B=C #1 + 100%", stage: "middle" },
    { view: "balance", county: '𠮷县"<b>', indicator: "sports_area" },
    { view: "meeting", school: "x".repeat(200) },
  ];
  for (const place of places) {
    const text = formatPlace(place);
    assert.deepEqual(parsePlace(text), place, text);
    assert.deepEqual(parsePlace(encodeURI(text).replaceAll("%25", "%")), place, "as browsers write it");
    assert.doesNotMatch(text, /[\s"<>]/);
  }
  assert.equal(formatPlace(places[1]), "#view=schools&county=示例区&school=示例一小&stage=primary&indicator=books");
});

test("every view of the workbench is a place", async () => {
  const folder = new URL("../../imgui_app/src/", import.meta.url);
  const headers = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".h"));
  const text = (await Promise.all(headers.map((name) => readFile(new URL(name, folder), "utf8")))).join("\n");
  const [, tabs] = text.match(/\bkTabIds = \{([^}]*)\}/) ?? [];
  const [, meeting] = text.match(/\bkMeetingId = ("[^"]*")/) ?? [];
  const ids = [...`${tabs} ${meeting}`.matchAll(/"([^"]+)"/g)].map(([, id]) => id);
  assert.ok(ids.length > 8);
  for (const view of ids) assert.deepEqual(soundPlace({ view }), { view });
});

test("the stages of a place are those of the engine, in its order", async () => {
  const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url));
  const open = (await loadJunheng()).open({ standard: "basic-2012", table: "" });
  assert.deepEqual(kStages, open.summary().codes.stage);
  open.close();
  for (const stage of kStages) assert.equal(soundPlace({ view: "balance", stage }).stage, stage);
  for (const other of ["", "Primary", "toString", null, 0, ["primary"]]) assert.equal(isStage(other), false);
});

test("what is no place is none, and what is unknown in one is left out", () => {
  for (const text of ["", "#", "#text-view", "#view=", "#view=elsewhere", "#p=1.0.x", "#county=a", "#view", "#%"])
    assert.equal(parsePlace(text), null, text);
  assert.deepEqual(parsePlace("#view=text&stage=nursery&indicator=<b>&county=&school=%00&value=7"), { view: "text" });
  assert.deepEqual(parsePlace(`#view=text&county=${"x".repeat(201)}`), { view: "text" });
  for (const value of [null, 7, "text", [], { view: 7 }, { view: "toString" }]) assert.equal(soundPlace(value), null);
  assert.deepEqual(soundPlace({ view: "data", county: 7, school: {}, stage: null, indicator: "a1" }), { view: "data" });
});

test("the workbench's own places: what is empty is not there, nonsense is just the canvas", () => {
  assert.equal(placesOf(null), null);
  let gone = null;
  const host = {
    now: { view: "schools", county: "", school: "一小", stage: "", indicator: "" },
    place() {
      return this.now;
    },
    go(place) {
      gone = [place, this === host];
    },
  };
  const places = placesOf(host);
  assert.deepEqual(places.place(), { view: "schools", school: "一小" });
  places.go({ view: "balance", indicator: "books" });
  assert.deepEqual(gone, [{ view: "balance", indicator: "books" }, true]);
  for (const nonsense of ["", 7, null, {}, { view: "x" }]) {
    host.now = nonsense;
    assert.deepEqual(places.place(), { view: "canvas" });
  }
});
