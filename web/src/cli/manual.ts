// SPDX-License-Identifier: MIT
//
// The manual page, from the same table that the command line is read by: nothing in it is written twice.

import type { LanguageId } from "../kit/language.ts";
import type { Command } from "./command.ts";
import { exitLines, flagOf, kOwnCommands, kProgram, usageOf } from "./help.ts";
import { optionsOf } from "./options.ts";

const kHeads = {
  zh: {
    name: "名称",
    about: "义务教育优质均衡与基本均衡评估计算",
    synopsis: "概要",
    commands: "命令",
    exits: "退出码",
    examples: "例子",
  },
  en: {
    name: "NAME",
    about: "evaluates balanced compulsory education",
    synopsis: "SYNOPSIS",
    commands: "COMMANDS",
    exits: "EXIT STATUS",
    examples: "EXAMPLES",
  },
};

/** A line of text for troff: no escape, and no request at its beginning. */
const plain = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(['.])/gm, "\\&$1");

export function manualPage(commands: readonly Command[], version: string, language: LanguageId): string {
  const heads = kHeads[language];
  const section = (head: string): string => `.SH ${head}`;
  const lines = [
    `.TH JUNHENG 1 "" "${kProgram} ${version}"`,
    ".ad l", // Chinese has no blanks between which a line could be stretched
    section(heads.name),
    plain(`${kProgram} - ${heads.about}`),
    section(heads.synopsis),
    ...commands.flatMap((command) => [`.B ${plain(usageOf(command))}`, ".br"]),
    section(heads.commands),
  ];
  for (const command of commands) {
    lines.push(`.SS ${command.name}`, plain(command.about[language]));
    if (command.files !== null) lines.push(".TP", ".B FILE", plain(command.files[language]));
    for (const option of optionsOf(command))
      lines.push(".TP", `.B ${plain(flagOf(option))}`, plain(option.about[language]));
  }
  for (const { name, about } of kOwnCommands) lines.push(`.SS ${name}`, plain(about[language]));
  lines.push(section(heads.exits), ".nf", ...exitLines(language).map(plain), ".fi", section(heads.examples));
  for (const { line, about } of commands.flatMap(({ examples }) => examples))
    lines.push(".PP", plain(about[language]), ".PP", ".nf", plain(line), ".fi");
  return `${lines.join("\n")}\n`;
}
