// SPDX-License-Identifier: MIT
//
// The doors of both modules (web/bindings) against their declarations (web/src/wasm.d.ts): each declared method is
// there and each that is there is declared, and so are the keys of every object that crosses. What is drawn goes to a
// WebGL that agrees to everything.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { declaredIn } from "../support/declared.mjs";

const bin = new URL("../../build/wasm/bin/", import.meta.url);
const { program, source, checker, faults } = declaredIn(new URL("../../web/src/wasm.d.ts", import.meta.url));

/** The type of the module that a declared script makes. */
function moduleOf(script) {
  const [module] = checker.getAmbientModules().filter((one) => one.name === `"${script}"`);
  const make = checker.getExportsOfModule(module).find((one) => one.name === "default");
  const [signature] = checker.getTypeOfSymbol(make).getCallSignatures();
  return checker.getTypeArguments(signature.getReturnType())[0];
}

const property = (type, name) => checker.getTypeOfSymbol(type.getProperty(name));
const instanceOf = (type, name) => property(type, name).getConstructSignatures()[0].getReturnType();
const returned = (type, method) => property(type, method).getCallSignatures()[0].getReturnType();
const names = (type) =>
  checker
    .getPropertiesOfType(type)
    .map(({ name }) => name)
    .sort();
const methods = (made) =>
  Object.getOwnPropertyNames(made.prototype)
    .filter((name) => name !== "constructor")
    .sort();

const methodsOf = (made) => methods({ prototype: Object.getPrototypeOf(made) });
/** delete() is of all objects of embind. */
const ofEmbind = (name) => name !== "delete";

async function start(name, factory) {
  const script = await readFile(new URL(`${name}.js`, bin), "utf8");
  const bytes = await readFile(new URL(`${name}.wasm`, bin));
  const create = new Function(`${script}; return ${factory};`)();
  return create({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => done(instance, module));
      return {};
    },
  });
}

const utf8 = new TextEncoder();
const said = (bytes) => JSON.parse(new TextDecoder().decode(bytes));
const table = "学校名称\t学校类型\t在校生数\t图书册数\n甲小学\t小学\t300\t9000\n乙小学\t小学\t200\t4000\n";

test("the declarations compile, and name both modules", () => {
  assert.deepEqual(
    program.getSemanticDiagnostics(source).map((one) => one.messageText),
    [],
  );
  assert.deepEqual(names(moduleOf("#wasm/junheng-core.js")), ["Engine"]);
  assert.deepEqual(names(moduleOf("#wasm/workbench.js")), ["Workbench"]);
});

test("the engine's door is what is declared", async () => {
  const { Engine } = await start("junheng-core", "createJunhengCore");
  assert.deepEqual(methods(Engine), names(instanceOf(moduleOf("#wasm/junheng-core.js"), "Engine")));
  const engine = new Engine();
  const write = (room, text) => {
    const bytes = utf8.encode(text);
    room(bytes.length).set(bytes);
  };
  write((bytes) => engine.table(bytes), table);
  write(
    (bytes) => engine.request(bytes),
    JSON.stringify({ standard: "quality-2017", detail: "summary", encoding: "gb18030" }),
  );
  const answer = said(engine.evaluate());
  assert.deepEqual([answer.schema, answer.encoding], ["junheng.evaluation/1", "gb18030"]);
  assert.equal(typeof engine.version(), "string");
  assert.ok(said(engine.standards()).length >= 2);
  const [first, second] = [table, "学校名称\t学校类型\t在校生数\t图书册数\n丙\x1C\x1D小学\t小学\t100\t2500\n"];
  write((bytes) => engine.table(bytes), first + second);
  const sources = [
    { file: "甲.xlsx", name: "城区", bytes: utf8.encode(first).length },
    { file: "", name: "乡村", bytes: utf8.encode(second).length },
  ];
  write((bytes) => engine.request(bytes), JSON.stringify({ sources, count: 9 }));
  const { sheets } = said(engine.read());
  assert.deepEqual(
    sheets.map(({ name, rows, rowsBefore }) => [name, rows, rowsBefore]),
    [
      ["甲.xlsx · 城区", 3, 0],
      ["乡村", 2, first.split("\n").length], // with the empty line at its end
    ],
  );
  engine.release();
  write((bytes) => engine.table(bytes), table);
  write((bytes) => engine.request(bytes), JSON.stringify({ standard: "quality-2017" }));
  const opened = engine.open();
  const type = returned(instanceOf(moduleOf("#wasm/junheng-core.js"), "Engine"), "open");
  assert.deepEqual(methodsOf(opened), names(type).filter(ofEmbind));
  const objects = {
    codes: opened.codes(),
    lists: opened.lists(),
    units: opened.units(-1),
    unitValues: opened.unitValues(-1, 0, true),
    countyNames: opened.countyNames(),
  };
  for (const [method, made] of Object.entries(objects)) {
    assert.deepEqual(Object.keys(made).sort(), names(returned(type, method)), method);
  }
  const summary = opened.summary();
  for (const [group, columns] of Object.entries(summary)) {
    assert.deepEqual(Object.keys(columns).sort(), names(property(returned(type, "summary"), group)), group);
  }
  opened.delete();
});

/** A canvas whose contexts, of either kind, take every call and every constant. */
function pretendedCanvas() {
  const answers = {
    checkFramebufferStatus: () => 0x8cd5,
    getActiveUniform: () => ({ name: "one", size: 1, type: 1 }),
    getError: () => 0,
    getExtension: () => null,
    getImageData: (_x, _y, width, height) => ({ data: new Uint8ClampedArray(width * height * 4) }),
    getParameter: () => 16384,
    getProgramParameter: () => true,
    getShaderParameter: () => true,
    getSupportedExtensions: () => [],
    measureText: () => ({
      width: 8,
      actualBoundingBoxLeft: 0,
      actualBoundingBoxRight: 8,
      actualBoundingBoxAscent: 9,
      actualBoundingBoxDescent: 2,
    }),
  };
  const canvas = {
    width: 1000,
    height: 700,
    style: {},
    addEventListener() {},
    removeEventListener() {},
    getContext: () =>
      new Proxy(
        { canvas },
        {
          get: (own, key) => own[key] ?? answers[key] ?? (/^[A-Z_0-9]+$/.test(String(key)) ? 1 : () => ({})),
        },
      ),
  };
  return canvas;
}

test("the workbench's door is what is declared, and so is every object that crosses it", async (t) => {
  const canvas = pretendedCanvas();
  const pretended = {
    WebGLRenderingContext: class {},
    WebGL2RenderingContext: class {},
    window: globalThis,
    document: { querySelector: () => canvas, createElement: pretendedCanvas, addEventListener() {} },
  };
  const before = Object.keys(pretended).map((key) => [key, Object.getOwnPropertyDescriptor(globalThis, key)]);
  Object.assign(globalThis, pretended);
  t.after(() =>
    before.forEach(([key, was]) => (was ? Object.defineProperty(globalThis, key, was) : delete globalThis[key])),
  );

  const { Workbench } = await start("workbench", "createWorkbench");
  const type = instanceOf(moduleOf("#wasm/workbench.js"), "Workbench");
  assert.deepEqual(methods(Workbench), names(type));

  const page = new Workbench("#canvas");
  assert.equal(page.ready(), true);
  page.listen(true);
  page.resize(1000, 700, 1);
  const checked = (method, value) => {
    assert.deepEqual(faults(value, returned(type, method), method, new Map()), []);
    return value;
  };
  checked("frame", page.frame(0.1, true));
  // A button that asks the platform for something; others may open what covers all that comes next.
  page.press(checked("nodes", page.nodes()).find(({ id, words }) => id !== 0 && words.startsWith("选择文件")).id);
  page.frame(0.2, true);
  const requests = page.takeRequests();
  assert.ok(checked("takeRequests", requests).length > 0);

  const bytes = utf8.encode(table);
  page.reserve(bytes.length).set(bytes);
  page.openTables("甲县.tsv", "[]", JSON.stringify({ schema: "junheng.project/1" }));
  const there = { view: "schools", county: "", school: "乙小学", stage: "primary", indicator: "" };
  page.go(there);
  page.frame(0.3, true);
  page.frame(0.4, true);
  assert.equal(checked("place", page.place()).view, "schools");
  page.go({ ...there, view: "data" });
  page.frame(0.5, true);
  page.frame(0.6, true);
  assert.ok(checked("textFields", page.textFields()).length > 0, "the table's search is written into");
  for (const key of Object.keys(there)) {
    const { [key]: _, ...less } = there;
    assert.throws(() => page.go(less), { name: "TypeError" }, `a place without ${key}`);
  }
  const opened = page.opened();
  assert.deepEqual(methodsOf(opened), names(returned(type, "opened").getNonNullableType()).filter(ofEmbind));
  assert.equal(said(opened.head(0)).encoding, null);
  assert.equal(opened.summary().byCounty.verdict.length, opened.counties());
  opened.delete();
  assert.ok(said(page.rows(JSON.stringify({ count: 9 }))).rows.length >= 3);
  assert.ok(said(page.standards()).length >= 2);
});
