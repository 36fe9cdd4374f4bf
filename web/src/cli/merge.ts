// SPDX-License-Identifier: MIT
//
// junheng merge: schools' sealed files as the work of one county, to be evaluated, published or sealed like any other.

import type { Text } from "../engine/junheng.d.ts";
import type { Merged } from "../publish/publisher.d.ts";
import type { Command } from "./command.ts";
import { kNoDecisions, projectOf, projectText } from "../work/project.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import { kOut, usage } from "./options.ts";
import { checkedFile, kStates } from "./sealed_input.ts";

const kFaults: Readonly<Record<Extract<Merged, { fault: unknown }>["fault"], Text>> = {
  nothing: { zh: "里面没有学校", en: "there is no school in them" },
  standards: { zh: "所用的办法不同", en: "their standards differ" },
  options: { zh: "所选的口径不同", en: "their readings of the rule differ" },
  columns: { zh: "各列的读法不同", en: "their columns are read in different ways" },
  header: { zh: "表头不同", en: "their headers differ" },
  years: { zh: "年份不同", en: "their years differ" },
  county: { zh: "县级数据不同", en: "their facts of the county differ" },
  twice: { zh: "有同一所学校", en: "one school stands in several" },
};

export const merge: Command = {
  name: "merge",
  about: {
    zh: "合并：各校的封存包并成一个县的项目文件",
    en: "puts schools' sealed files together as one county's project",
  },
  files: { zh: "封存包", en: "sealed files" },
  formats: ["json", "html"],
  options: [kOut],
  examples: [
    {
      line: "junheng merge sealed.html > county.json",
      about: { zh: "项目文件，evaluate、publish、seal 都能读", en: "a project, which evaluate, publish and seal read" },
    },
  ],
  async run({ files, format, language, output }) {
    if (files.length === 0) throw usage({ zh: "merge 要封存包。", en: "merge takes sealed files." });
    const { loadPublisher } = await import("../publish/publish.ts");
    const publisher = await loadPublisher();
    const named = [];
    for (const name of files) {
      const { state, data } = await checkedFile(publisher, name);
      // Whoever puts numbers together answers for them: what does not follow from its data is not taken.
      if (state === "differs") {
        const file = inertLine(name);
        throw new Stop("data", { zh: `“${file}”${kStates.differs.zh}。`, en: `“${file}” ${kStates.differs.en}.` });
      }
      named.push({ name, data });
    }
    const merged = publisher.merge(named);
    if ("fault" in merged) {
      const list = inertLine(merged.files.join("、"));
      const { zh, en } = kFaults[merged.fault];
      throw new Stop("data", { zh: `不能合并：${zh}（${list}）。`, en: `They cannot be merged: ${en} (${list}).` });
    }
    const { work, notMerged } = merged;
    if (notMerged.length > 0) {
      const list = inertLine(notMerged.join("、"));
      output.say(language === "zh" ? `上一年的表没有并入：${list}。` : `Last year's tables were not merged: ${list}.`);
    }
    const sink = output.open("merged", format);
    await sink.write(format === "html" ? publisher.seal(work).single(language) : textOf(work));
    sink.end();
    return "pass";
  },
};

function textOf({
  title = "",
  standard = "",
  tables,
  reading = {},
  options = {},
  county = "",
  previous = "",
  remarks = [],
  ownStandards = [],
}: Extract<Merged, { work: unknown }>["work"]): string {
  const sheets = tables.map(({ name, text, file = "" }) => ({ name, file, table: text }));
  const decisions = { ...kNoDecisions, reading, options, county, previous, remarks };
  return projectText(projectOf(title, standard, sheets, decisions as typeof kNoDecisions, ownStandards));
}
