// SPDX-License-Identifier: MIT
//
// junheng standards: what can stand behind --standard and --option.

import type { Command } from "./command.ts";
import { inertLine, jsonText } from "./inert.ts";
import { kStandard } from "./options.ts";
import { engineWith, settingsOf } from "./settings.ts";

export const standards: Command = {
  name: "standards",
  about: { zh: "列出评估办法，以及口径和取值", en: "lists the standards with their readings and choices" },
  files: null,
  formats: ["text", "json"],
  options: [{ ...kStandard, repeats: true }],
  examples: [
    { line: "junheng standards", about: { zh: "有哪些办法和口径", en: "which standards and readings there are" } },
    { line: "junheng standards --format json", about: { zh: "全部限值、出处", en: "all limits with their sources" } },
  ],
  async run(asked) {
    const { format, language, output } = asked;
    const all = (await engineWith(await settingsOf(asked))).standards();
    const lines = all.flatMap(({ id, title, options }) => [
      `${id}  ${title[language]}`,
      ...options.flatMap((option) => [
        `  ${option.id}  ${option.title[language]}`,
        ...option.choices.map(
          (choice) =>
            `    ${option.id}=${choice.id}${choice.id === option.default ? " *" : ""}  ${choice.title[language]}`,
        ),
      ]),
    ]);
    const sink = output.open("standards", format === "json" ? "json" : "txt");
    await sink.write(format === "json" ? `${jsonText(all)}\n` : lines.map((line) => `${inertLine(line)}\n`).join(""));
    sink.end();
    return "pass";
  },
};
