// SPDX-License-Identifier: MIT
//
// Exported forms of the education statistics. All sheets here are constructed: numbers at the addresses that are known,
// with the labels that are known; how a real export looks around them has not been seen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import XLSX from "@e965/xlsx"; // a second opinion on the other kinds of file
import { bundle } from "../support/workbooks.mjs";

const { readWorkbook, writeWorkbook } = bundle;
const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url).href);
const json = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url)));
const data = json("web/src/files/statistics.json");
const vocabulary = json("core/standards/vocabulary.json");

const kAddress = /^([A-Z]{1,2})([1-9]\d?)$/;
/** Row and column from 0. */
function place(address) {
  const [, letters, row] = kAddress.exec(address);
  return [Number(row) - 1, [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
}

/** A sheet from its cells by address. */
function sheet(cells) {
  const rows = [];
  for (const [address, text] of Object.entries(cells)) {
    const [row, column] = place(address);
    while (rows.length <= row) rows.push([]);
    while (rows[row].length < column) rows[row].push("");
    rows[row][column] = text;
  }
  return rows.map((row) => Array.from(row, (text) => text ?? ""));
}

const title = (form, school = "一小") => ({
  A1: "一张报表",
  A2: `学校（机构）名称：${school}`,
  A3: "学校（机构）标识码：",
  B3: "2150000001",
  F2: `表　　号：${form}`,
});

const kSheets = {
  基础基112: { A30: "县级以上骨干教师", B30: "小学", B31: "初中", D30: "5", D31: "4" },
  基础基422: { B9: "正高级", B10: "副高级", B11: "中级", D9: "0", D10: "3", D11: "9" },
  基础基423: {
    B11: "研究生",
    B12: "本科",
    B13: "专科",
    D11: "1",
    D12: "20",
    D13: "4",
    M8: "3",
    N8: "0",
    P8: "2",
    Q8: "2",
  },
  基础基512: { B10: "教学及辅助用房", B16: "体育馆", E10: "3,000.50", E16: "500" },
  基础基522: {
    F5: "运动场地面积",
    K5: "教室",
    L6: "网络多媒体教室",
    N6: "其中：网络多媒体教室",
    O4: "固定资产总值（万元）",
    O5: "教学仪器设备资产值",
    F9: "4000",
    L9: "10",
    N9: "2",
    O9: "95.25",
  },
  教基4155: {
    B6: "计",
    B9: "博士研究生",
    B10: "硕士研究生",
    B11: "本科",
    B12: "专科",
    C9: "0",
    C10: "2",
    C11: "25",
    C12: "3",
    L6: "3",
    N6: "0",
    O6: "2",
    P6: "2",
  },
  教基4156: { C12: "4", C13: "16", U6: "2", V6: "0", W6: "1", X6: "1" },
  教基5170: { B10: "教学及辅助用房", B17: "　室内体育用房", C10: "3000.5", C17: "500" },
  教基5176: {
    B7: "其中：运动场地面积",
    B12: "图书（册）",
    B17: "网络多媒体教室（间）",
    B19: "教学仪器设备资产值",
    D7: "4000",
    D12: "9000",
    D17: "12",
    D19: "95.25",
  },
};
const kTables = {
  基础基112: ["县级以上骨干教师数(小学)\t县级以上骨干教师数(初中)", "5\t4"],
  基础基422: ["中级及以上专业技术职务教师数", "12"],
  基础基423: ["高于规定学历教师数(小学)\t体育、艺术（美术、音乐）专任教师数(小学)", "25\t7"],
  基础基512: ["教学及辅助用房面积\t室内体育用房面积", "3000.50\t500"],
  基础基522: ["运动场地面积\t网络多媒体教室数\t教学仪器设备值(万元)", "4000\t12\t95.25"],
  教基4155: ["高于规定学历教师数(小学)\t体育、艺术（美术、音乐）专任教师数(小学)", "30\t7"],
  教基4156: ["高于规定学历教师数(初中)\t体育、艺术（美术、音乐）专任教师数(初中)", "20\t4"],
  教基5170: ["教学及辅助用房面积\t室内体育用房面积", "3000.5\t500"],
  教基5176: ["运动场地面积\t图书册数\t网络多媒体教室数\t教学仪器设备值(万元)", "4000\t9000\t12\t95.25"],
};

const read = async (cells) => (await readWorkbook(writeWorkbook([{ name: "表", cells }]))).sheets[0];
const statisticsOf = async (cells) => (await read(Array.isArray(cells) ? cells : sheet(cells))).statistics;
const form = async (id, changes = {}) => await statisticsOf({ ...title(id), ...kSheets[id], ...changes });
const notes = (statistics) => statistics.notes.map(({ code, cell }) => `${code} ${cell}`);
const values = (statistics) => statistics.table?.split("\n")[1].split("\t").slice(2) ?? null;

test("every field is one of the vocabulary's, every address one of a sheet", () => {
  const fields = new Map(vocabulary.fields.map((field) => [field.id, field]));
  const ids = data.forms.map(({ id }) => id);
  assert.deepEqual(ids, Object.keys(kSheets), "each form is tested below");
  assert.deepEqual(Object.keys(data.sources), ids);
  for (const { id, edition, quantities } of data.forms) {
    assert.match(edition, id.startsWith("教基") ? /^2021\+$/ : /^2013–2020$/);
    const seen = new Set();
    for (const { field, stage, unit, cells } of quantities) {
      const known = fields.get(field);
      assert.ok(known, `${id}: ${field}`);
      assert.equal(data.labels[field], known.label.zh);
      if (stage !== undefined) assert.ok(known.staged && data.stages[stage], `${id}: ${field} ${stage}`);
      if (unit !== undefined)
        assert.ok(
          vocabulary.units.some(({ of, names }) => of === known.unit.zh && names.includes(unit)),
          unit,
        );
      assert.ok(cells.length > 0);
      for (const { at, left, above } of cells) {
        assert.match(at, kAddress);
        const [row, column] = place(at);
        assert.ok(row < 64 && column < 64, at);
        assert.ok(
          data.sources[id].includes(at) || /\.\.X6/.test(data.sources[id]),
          `${id}: ${at} is not in its source`,
        );
        assert.ok(!seen.has(at), `${id}: ${at} twice`);
        seen.add(at);
        for (const words of [left, above])
          assert.ok(
            words === undefined ||
              (words.length > 0 && words.every((word) => word === word.normalize("NFKC").replace(/\s/g, ""))),
          );
      }
    }
  }
  for (const [field, label] of Object.entries(data.labels)) assert.equal(label, fields.get(field).label.zh);
  for (const [stage, name] of Object.entries(data.stages))
    assert.ok(vocabulary.stageWords.find((one) => one.stage === stage).names.includes(name));
});

test("how far the addresses may be trusted is in the data and in every answer", async () => {
  assert.deepEqual(data.testedOn, { zh: "只用构造的文件测试过", en: "tested on constructed files only" });
  for (const id of Object.keys(kSheets)) assert.deepEqual((await form(id)).testedOn, data.testedOn);
});

for (const [id, [header, row]] of Object.entries(kTables)) {
  test(`${id}: a table of one school`, async () => {
    const statistics = await form(id);
    assert.equal(statistics.form, id);
    assert.equal(statistics.edition, data.forms.find((one) => one.id === id).edition);
    assert.equal(statistics.table, `学校名称\t学校代码\t${header}\n一小\t2150000001\t${row}\n`);
    const addresses = data.forms
      .find((one) => one.id === id)
      .quantities.flatMap(({ cells }) => cells.map(({ at }) => at));
    assert.deepEqual(
      statistics.cells.map(({ cell }) => cell),
      addresses,
    );
    for (const { cell, found } of statistics.cells) assert.equal(found, kSheets[id][cell]);
    // What is not certain is said even where nothing is wrong.
    assert.deepEqual(
      statistics.notes.filter(({ code }) => code !== "unchecked" && code !== "doubtful"),
      [],
    );
    for (const { code, doubt } of statistics.notes) assert.equal(code === "doubtful", doubt !== undefined);
  });

  test(`${id}: a row above, and nothing is read that has a label; the rest is noted`, async () => {
    const cells = sheet({ ...title(id), ...kSheets[id] });
    const shifted = await statisticsOf([...cells.slice(0, 3), ["a row more"], ...cells.slice(3)]);
    assert.ok(shifted.notes.length > 0);
    assert.equal(shifted.table, null, JSON.stringify(shifted.notes));
  });
}

test("it is the same in every kind of file", async () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet(sheet({ ...title("教基5176"), ...kSheets["教基5176"] })),
    "表",
  );
  for (const bookType of ["xlsx", "biff8", "ods"]) {
    const bytes = new Uint8Array(XLSX.write(book, { type: "array", bookType }));
    assert.deepEqual((await readWorkbook(bytes)).sheets[0].statistics, await form("教基5176"), bookType);
  }
});

test("the forms of one school are one row, whatever table its pupils are in", async () => {
  const junheng = await loadJunheng();
  const roster = {
    name: "名册",
    table: "学校名称\t学校类型\t小学在校生数\t初中在校生数\n一小\t九年一贯制学校\t400\t100\n二小\t小学\t300\t\n",
  };
  const tables = (ids) => Promise.all(ids.map(async (id) => ({ name: id, table: (await form(id)).table })));
  const evaluate = async (ids) => {
    const { counties, columns, issues } = junheng.evaluate({ table: [roster, ...(await tables(ids))] });
    assert.ok(
      columns.every(({ field }) => field !== ""),
      JSON.stringify(columns),
    );
    assert.deepEqual(
      issues.filter(({ code }) => /duplicate|conflict|unknown_column|bad_/.test(code)),
      [],
    );
    const units = counties[0].units.filter(({ school }) => school.startsWith("一小"));
    return Object.fromEntries(
      units.map((unit) => [unit.stage, Object.fromEntries(unit.values.map(({ id, value }) => [id, value]))]),
    );
  };
  // 400 + 1.1 × 100 weighted pupils: what the school has as a whole is divided by 510, of the middle part times 1.1.
  const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} instead of ${expected}`);
  const shared = ({ primary, middle }) => {
    for (const [id, total] of [
      ["teaching_area", 2500.5],
      ["sports_area", 4500],
      ["equipment_value", 952_500],
      ["multimedia_rooms", 1200],
    ]) {
      near(primary[id], total / 510);
      near(middle[id], (total * 1.1) / 510);
    }
  };
  const now = await evaluate(["教基4155", "教基4156", "教基5170", "教基5176"]);
  shared(now);
  near(now.primary.degree_teachers, 7.5);
  near(now.middle.degree_teachers, 20);
  near(now.primary.sports_arts_teachers, 1.75);
  near(now.middle.sports_arts_teachers, 4);
  const before = await evaluate(["基础基112", "基础基423", "基础基512", "基础基522"]);
  shared(before);
  near(before.primary.degree_teachers, 6.25);
  near(before.primary.backbone_teachers, 1.25);
  near(before.middle.backbone_teachers, 4);
});

test("other forms, continuations and ordinary tables are none of these", async () => {
  for (const id of [
    "教基1102 续",
    "教基41551",
    "教基4155续",
    "教基 4155（续）",
    "教基3112",
    "基础基424",
    "4155",
    "教基4155、教基4156",
    "",
  ]) {
    assert.equal(await statisticsOf({ ...title(id), ...kSheets["教基4155"] }), undefined, id);
  }
  assert.equal(await statisticsOf({ A1: "学校名称", B1: "在校生数", A2: "一小", B2: "400" }), undefined);
  assert.equal(
    await statisticsOf({ ...title(""), ...kSheets["教基4155"], A9: "教基4155" }),
    undefined,
    "an id below the head",
  );
  assert.equal("statistics" in (await read([["1"]])), false);
});

test("an id is known in any width and with spaces, the school beside or behind its label", async () => {
  for (const id of ["教基 4155", "教基４１５５", "教 基 4155表"])
    assert.equal((await statisticsOf({ ...title(id), ...kSheets["教基4155"] })).form, "教基4155");
  const head = async (cells) =>
    (await statisticsOf({ F2: "教基5170", ...kSheets["教基5170"], ...cells })).table
      ?.split("\n")[1]
      .split("\t")
      .slice(0, -2)
      .join("|");
  assert.equal(await head({ A2: "学校(机构)名称:一小" }), "一小");
  assert.equal(await head({ A2: "学校名称", B2: "一小（东校区）" }), "一小（东校区）");
  assert.equal(await head({ A2: "学　校　名　称：", D2: " 一小 " }), "一小");
  assert.equal(await head({ A2: "学校（机构）名称：一小　　学校（机构）标识码：2150000001" }), "一小|2150000001");
  assert.equal(await head({ A2: "学校（机构）名称：一小 学校（机构）标识码：2150000001" }), "一小|2150000001");
  assert.equal(await head({ A2: '学校名称："一"小' }), '"""一""小"');
  for (const cells of [
    {},
    { A2: "学校名称：" },
    { A2: "学校名称", B2: "学校类型" },
    { A2: "学校（机构）名称：", B2: "学校（机构）标识码：2150000001" },
  ]) {
    const nobody = await statisticsOf({ F2: "教基5170", ...kSheets["教基5170"], ...cells });
    assert.equal(nobody.table, null);
    assert.ok(notes(nobody).includes("no_school null"), JSON.stringify(cells));
  }
});

test("the form of both stages has the same id and unknown addresses: it is named, not read", async () => {
  const both = await form("教基4155", { A1: "义务教育阶段专任教师分课程、分学历情况" });
  assert.deepEqual(
    [both.table, both.cells, both.notes],
    [null, [], [{ code: "other_layout", form: "教基4155", cell: null, found: "义务教育阶段" }]],
  );
});

test("a blank is never zero", async () => {
  assert.deepEqual(values(await form("教基4155", { C9: "" })), ["", "7"]);
  assert.ok(notes(await form("教基4155", { C9: "" })).includes("blank C9"));
  const none = await form("教基4155", { C9: "", C10: "", C11: " ", C12: "" });
  assert.deepEqual(values(none), ["", "7"]);
  assert.deepEqual(notes(none), ["doubtful L6"]);
  assert.deepEqual(values(await form("教基5176", { D7: "0" })), ["0", "9000", "12", "95.25"], "but a zero is one");
  const empty = Object.fromEntries(["C9", "C10", "C11", "C12", "L6", "N6", "O6", "P6"].map((cell) => [cell, ""]));
  assert.equal((await form("教基4155", empty)).table, null);
});

test("what is no number is left empty and named", async () => {
  for (const text of ["约30", "-", "/", "—", "-3", "1e3", "#REF!", "=SUM(C1:C2)", "1,00", "12人"]) {
    const statistics = await form("教基5170", { C10: text });
    assert.deepEqual(values(statistics), ["", "500"], text);
    assert.deepEqual(statistics.notes, [{ code: "not_a_number", form: "教基5170", cell: "C10", found: text }]);
  }
  assert.deepEqual(values(await form("教基5170", { C10: "１，２３４．５" })), ["1234.5", "500"]);
});

test("a label that is missing takes away what it vouches for, and what nothing vouches for", async () => {
  const gone = await form("教基4155", { B10: "本科" });
  assert.deepEqual(values(gone), ["", "7"], "the total's row has a label of its own");
  assert.ok(notes(gone).includes("label_missing C10"));
  assert.equal((await form("基础基423", { B12: "大学" })).table, null, "the subjects of this form have none");
  assert.deepEqual(values(await form("基础基112", { B31: "高中" })), ["5", ""]);
  assert.deepEqual(values(await form("基础基112", { A30: "优秀教师" })), null);
});

test("where no label is known, a sheet that was shifted is read, but each cell says that nobody looked", async () => {
  const shifted = await form("教基4156", { C11: "1", C12: "2", C13: "4" });
  assert.deepEqual(values(shifted), ["6", "4"]);
  assert.deepEqual(notes(shifted), [
    "unchecked C12",
    "unchecked C13",
    "doubtful C12",
    "unchecked U6",
    "unchecked V6",
    "unchecked W6",
    "unchecked X6",
    "doubtful U6",
  ]);
});

test("the old form's equipment is read only where the heading says its unit", async () => {
  const bare = await form("基础基522", { O4: "固定资产总值" });
  assert.deepEqual(values(bare), ["4000", "12", ""]);
  assert.ok(notes(bare).includes("label_missing O9"));
});

test("numbers of columns are no numbers of teachers", async () => {
  const codes = Object.fromEntries([..."MNOPQ"].map((letter, i) => [`${letter}8`, String(11 + i)]));
  const statistics = await form("基础基423", codes);
  assert.deepEqual(values(statistics), ["25", ""]);
  assert.ok(notes(statistics).includes("column_codes M8"));
});

test("a table of the size of a nation is looked at in its corner only", async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => Array.from({ length: 80 }, (_, j) => `${i}.${j}`));
  assert.equal((await read(rows)).statistics, undefined);
});
