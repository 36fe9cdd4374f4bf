// SPDX-License-Identifier: MIT
//
// junheng compare: what changed between two sealed files.

import type { SealedComparison } from "../publish/publisher.d.ts";
import type { Command } from "./command.ts";
import { inertLine, jsonText } from "./inert.ts";
import { kOut, usage } from "./options.ts";
import { checkedFile, kStates } from "./sealed_input.ts";

export const compare: Command = {
  name: "compare",
  about: { zh: "比较：两个封存包逐校、逐项有什么不同", en: "what changed between two sealed files, school by school" },
  files: { zh: "两个封存包，先旧后新", en: "two sealed files, the older one first" },
  formats: ["text", "json"],
  options: [kOut],
  examples: [
    {
      line: "junheng compare sealed.html sealed.html",
      about: { zh: "同一份：没有不同，退出 0", en: "the same: nothing differs, ends with 0" },
    },
  ],
  async run({ files, format, language, output }) {
    const [before, after] = files;
    if (before === undefined || after === undefined || files.length > 2)
      throw usage({ zh: "compare 要两个文件，先旧后新。", en: "compare takes two files, the older one first." });
    const { loadPublisher } = await import("../publish/publish.ts");
    const publisher = await loadPublisher();
    const checked = [await checkedFile(publisher, before), await checkedFile(publisher, after)] as const;
    const comparison = publisher.compare(...checked);
    const states = checked.map(({ state, sums }, at) => ({ file: files[at] ?? "", state, sums }));
    const sink = output.open("comparison", format === "json" ? "json" : "txt");
    const lines = [
      ...states.map(({ file, state }) => `${file}: ${kStates[state][language]}`),
      ...differences(comparison),
    ];
    await sink.write(
      format === "json"
        ? `${jsonText({ files: states, ...comparison })}\n`
        : lines.map((line) => `${inertLine(line)}\n`).join(""),
    );
    sink.end();
    const changed = checked.some(({ state }) => state === "differs");
    return changed || !comparison.same.data || !comparison.same.standard ? "fail" : "pass";
  },
};

function differences({ verdicts, coefficients, cells, schools }: SealedComparison): string[] {
  const turn = (before: string | null, after: string | null): string => `${before ?? "—"} → ${after ?? "—"}`;
  return [
    ...verdicts.map(({ county, before, after }) => `${county ?? ""} ${turn(before, after)}`),
    ...coefficients.map(
      ({ county, stage, indicator, before, after }) => `${county ?? ""} ${stage} ${indicator} ${turn(before, after)}`,
    ),
    ...cells.map(({ school, column, before, after }) => `${school} ${column} ${turn(before, after)}`),
    ...schools.map(
      ({ school, stage, what, before, after }) => `${school} ${stage ?? ""} ${what} ${turn(before, after)}`,
    ),
  ].map((line) => `  ${line.trim()}`);
}
