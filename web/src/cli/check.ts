// SPDX-License-Identifier: MIT
//
// junheng check: a report against its own numbers. It asks to look again and accuses nobody.

import { findingsTable } from "../report/findings_view.ts";
import { checkReport } from "../report/check_report.ts";
import { readReportFile } from "../report/report_file.ts";
import { reportEn } from "../words/report_en.ts";
import { reportZh } from "../words/report_zh.ts";
import { fill } from "../words/fill.ts";
import { writeCsv } from "../files/csv.ts";
import type { Command } from "./command.ts";
import { Stop, worse } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { inertLine, jsonText } from "./inert.ts";
import { kStdin, readInput, stemOf } from "./input.ts";
import { kOut, kStandard, usage } from "./options.ts";
import { engineWith, settingsOf } from "./settings.ts";

export const check: Command = {
  name: "check",
  about: {
    zh: "核对：报告里的数字彼此对不对得上，列出一致、不一致和不能判断的",
    en: "checks the numbers of a report against each other: what agrees, what differs, what is undecided",
  },
  files: { zh: "报告：docx、txt、网页", en: "reports: docx, txt, pages" },
  formats: ["text", "json", "csv"],
  options: [{ ...kStandard, repeats: true }, kOut],
  examples: [
    {
      line: "echo 实际交流轮岗174人，占符合条件598人的31%。 | junheng check",
      about: { zh: "标准输入；有不一致就退出 1", en: "from the standard input; ends with 1 where something differs" },
    },
  ],
  async run({ files, format, language, output, ...asked }) {
    if (format !== "text" && files.length > 1 && output.folder === null)
      throw usage({ zh: "几份报告请加 --out 文件夹。", en: "For several reports add --out DIR." });
    const engine = await engineWith(await settingsOf({ ...asked, files, format, language, output }));
    const standards = engine.standards();
    const words = language === "zh" ? reportZh : reportEn;
    let exit: Exit = "pass";
    for (const named of files.length > 0 ? files : [kStdin]) {
      const { name, bytes } = await readInput(named);
      const read = bytes.length === 0 ? { text: "" } : await readReportFile(bytes, name);
      const file = name === "" ? "" : `${inertLine(name)}: `;
      if ("refused" in read) {
        const say = ({ damaged, notText }: typeof reportZh, stdin: string): string =>
          fill(read.refused === "damaged" ? damaged : notText, { name: inertLine(name) || stdin });
        throw new Stop("data", { zh: say(reportZh, "标准输入"), en: say(reportEn, "the standard input") });
      }
      if (read.text.trim() === "")
        throw new Stop("data", { zh: `${file}${reportZh.nothing}`, en: `${file}${reportEn.nothing}` });
      const { findings, paragraphs, figures } = checkReport(read.text, standards);
      if (findings.length === 0) {
        const counts = { paragraphs: paragraphs.length, figures: figures.length };
        const nothing = { zh: "没有可以核对的地方。", en: "None of it can be checked." };
        output.say(`${file}${fill(words.found, counts)} ${nothing[language]}`);
        exit = worse(exit, "unknown");
      }
      const rows = findingsTable(findings, words)
        .split("\n")
        .map((line) => line.split("\t"));
      const shown = findings.length === 0 ? [] : rows;
      const lines = [...(name === "" ? [] : [[name]]), ...shown].map(
        (row) => `${inertLine(row.join("  ").trimEnd())}\n`,
      );
      const sink = output.open(stemOf(named), format === "text" ? "txt" : format);
      if (format === "json") await sink.write(`${jsonText({ file: name === "" ? null : name, findings })}\n`);
      else if (format === "csv")
        await sink.write(
          writeCsv(
            rows.map((row) => row.map(output.onTerminal ? inertLine : String)),
            { bom: !output.onTerminal },
          ),
        );
      else await sink.write(lines.join(""));
      sink.end();
      if (findings.some(({ agreement }) => agreement === "differ")) exit = worse(exit, "fail");
    }
    return exit;
  },
};
