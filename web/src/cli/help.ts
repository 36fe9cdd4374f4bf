// SPDX-License-Identifier: MIT
//
// Help, from the same table that the command line is read by.

import type { Text } from "../engine/junheng.d.ts";
import type { LanguageId } from "../kit/language.ts";
import type { Command, Option } from "./command.ts";
import { kExitMeans, kExits } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { optionsOf } from "./options.ts";

export const kProgram = "junheng";

/** Beside the commands that do something: made from all of them. */
export const kOwnCommands: readonly { readonly name: string; readonly about: Text }[] = [
  { name: "completion", about: { zh: "打印 bash 的自动补全脚本", en: "prints a script of completion for bash" } },
  { name: "manual", about: { zh: "打印手册页（troff）", en: "prints the manual page (troff)" } },
];

const kWords = {
  zh: {
    usage: "用法",
    command: "命令",
    options: "选项",
    files: "文件",
    examples: "例子",
    exits: "退出码",
    more: "某个命令的说明：",
  },
  en: {
    usage: "Usage",
    command: "Commands",
    options: "Options",
    files: "Files",
    examples: "Examples",
    exits: "Exit codes",
    more: "Help for a command: ",
  },
};

export const flagOf = ({ name, value }: Option): string => (value === undefined ? `--${name}` : `--${name} ${value}`);

export const usageOf = ({ name, files }: Command): string =>
  `${kProgram} ${name} [OPTION…]${files === null ? "" : " [FILE…]"}`;

export const exitLines = (language: LanguageId): string[] =>
  (Object.keys(kExits) as Exit[]).map((exit) => `${String(kExits[exit]).padStart(4)}  ${kExitMeans[exit][language]}`);

export function generalHelp(commands: readonly Command[], version: string, language: LanguageId): string {
  const words = kWords[language];
  const all = [...commands, ...kOwnCommands];
  const widest = Math.max(...all.map(({ name }) => name.length));
  return [
    `${kProgram} ${version}`,
    "",
    `${words.usage}: ${kProgram} COMMAND [OPTION…] [FILE…]`,
    "",
    `${words.command}:`,
    ...all.map(({ name, about }) => `  ${name.padEnd(widest)}  ${about[language]}`),
    "",
    `${words.exits}:`,
    ...exitLines(language),
    "",
    `${words.more}${kProgram} COMMAND --help`,
    "",
  ].join("\n");
}

export function helpOf(command: Command, language: LanguageId): string {
  const words = kWords[language];
  const { about, files, examples } = command;
  return [
    `${words.usage}: ${usageOf(command)}`,
    about[language],
    ...(files === null ? [] : ["", `${words.files}: ${files[language]}`]),
    "",
    `${words.options}:`,
    ...optionsOf(command).flatMap((option) => [`  ${flagOf(option)}`, `      ${option.about[language]}`]),
    "",
    `${words.examples}:`,
    ...examples.flatMap((example) => [`  # ${example.about[language]}`, `  ${example.line}`]),
    "",
    `${words.exits}:`,
    ...exitLines(language),
    "",
  ].join("\n");
}
