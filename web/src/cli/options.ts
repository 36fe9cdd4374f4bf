// SPDX-License-Identifier: MIT
//
// The options that several commands share, and the reading of a command line by a command's own list.

import type { Text } from "../engine/junheng.d.ts";
import type { LanguageId } from "../kit/language.ts";
import type { Asked, Command, Format, Option } from "./command.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";

const kLanguage: Option = {
  name: "lang",
  value: "zh|en",
  choices: ["zh", "en"],
  about: {
    zh: "说明和结果用的语言；不写时看 LANG，不是英文就用中文",
    en: "language of help and results; by LANG where it is English, else Chinese",
  },
};
const kHelp: Option = { name: "help", about: { zh: "显示说明", en: "shows this help" } };
export const kStandard: Option = {
  name: "standard",
  value: "ID|FILE",
  about: {
    zh: "评估办法：quality-2017（不写即此）、basic-2012，或自定办法的 JSON 文件",
    en: "quality-2017 where nothing is said, basic-2012, or a JSON file of one's own",
  },
};
const kCounty: Option = {
  name: "county",
  value: "FILE",
  about: {
    zh: "县级数据：JSON，或名称、单位、数值的表",
    en: "facts of the county: JSON, or a table of name, unit and value",
  },
};
const kPrevious: Option = {
  name: "previous",
  value: "FILE",
  about: { zh: "上一年的学校表，用来看出突变", en: "last year's table of schools, to point out jumps" },
};
const kChoice: Option = {
  name: "option",
  value: "NAME=CHOICE",
  repeats: true,
  about: {
    zh: "口径：standards --format json 列出各办法的口径和取值",
    en: "a reading of the rule; standards --format json lists names and choices",
  },
};
const kEncoding: Option = {
  name: "encoding",
  value: "NAME",
  choices: ["utf-8", "utf-16le", "utf-16be", "gb18030", "big5"],
  about: { zh: "文本的编码，猜错时用", en: "of texts, where the guess is wrong" },
};
/** What every command takes that evaluates tables. */
export const kEvaluated: readonly Option[] = [{ ...kStandard, repeats: true }, kCounty, kPrevious, kChoice, kEncoding];
export const kOut: Option = {
  name: "out",
  value: "DIR",
  about: {
    zh: "写到这个文件夹，每份输入一个文件；写完才改成正式的名字",
    en: "writes into this folder, a file for each input, named only when it is complete",
  },
};

const formatOption = (formats: readonly Format[]): Option => ({
  name: "format",
  value: formats.join("|"),
  choices: formats,
  about: { zh: `输出格式，不写即 ${formats[0]}`, en: `of the output, ${formats[0]} where nothing is said` },
});

/** All that a command takes, in the order of its help. */
export function optionsOf({ options, formats }: Pick<Command, "options" | "formats">): Option[] {
  return [...options, ...(formats.length > 1 ? [formatOption(formats)] : []), kLanguage, kHelp];
}

/** Said before anything is parsed: the language of a complaint about the command line, too. */
export function languageOf(
  line: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): LanguageId {
  const at = line.lastIndexOf("--lang");
  const said = at >= 0 ? line[at + 1] : line.find((one) => one.startsWith("--lang="))?.slice("--lang=".length);
  if (said === "en" || said === "zh") return said;
  const set = environment["LC_ALL"] || environment["LC_MESSAGES"] || environment["LANG"] || "";
  return /^en/i.test(set) ? "en" : "zh";
}

export const usage = (said: Text): Stop => new Stop("usage", said);

export function parsed(
  command: Pick<Command, "name" | "files" | "formats" | "options">,
  line: readonly string[],
): Pick<Asked, "files" | "value" | "values" | "has" | "format"> {
  const known = new Map(optionsOf(command).map((option) => [option.name, option]));
  const given = new Map<string, string[]>();
  const files: string[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const word = line[at] ?? "";
    if (word === "--") {
      files.push(...line.slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      files.push(word);
      continue;
    }
    const [, name = "", joined] = /^--?([^=]*)(?:=([^]*))?$/.exec(word === "-h" ? "--help" : word) ?? [];
    const option = known.get(name);
    if (option === undefined) throw usage(unknownOption(command, word, [...known.keys()]));
    if (option.value === undefined) {
      if (joined !== undefined) throw usage({ zh: `--${name} 后面不带值。`, en: `--${name} takes no value.` });
      given.set(name, []);
      continue;
    }
    const value = joined ?? line[(at += 1)];
    if (value === undefined)
      throw usage({ zh: `--${name} 后面缺 ${option.value}。`, en: `--${name} needs ${option.value}.` });
    if (option.choices !== undefined && !option.choices.includes(value)) {
      const choices = option.choices.join(" ");
      const found = inertLine(value);
      throw usage({
        zh: `--${name} 不能是“${found}”，可用：${choices}。`,
        en: `--${name} cannot be “${found}”; it takes: ${choices}.`,
      });
    }
    given.set(name, [...(option.repeats ? (given.get(name) ?? []) : []), value]);
  }
  if (command.files === null && files.length > 0)
    throw usage({ zh: `${command.name} 不要文件。`, en: `${command.name} takes no files.` });
  return {
    files,
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    has: (name) => given.has(name),
    format: (given.get("format")?.at(-1) ?? command.formats[0]) as Format,
  };
}

function unknownOption({ name }: Pick<Command, "name">, word: string, known: readonly string[]): Text {
  const found = inertLine(word);
  const list = known.map((one) => `--${one}`).join(" ");
  return {
    zh: `${name} 没有 ${found} 这个选项，可用：${list}。`,
    en: `${name} has no option ${found}; it takes: ${list}.`,
  };
}

/** A whole number from 1. */
export function countOf(name: string, value: string | undefined, otherwise: number, most = 9999): number {
  if (value === undefined) return otherwise;
  if (/^[1-9]\d*$/.test(value) && Number(value) <= most) return Number(value);
  const found = inertLine(value);
  throw usage({
    zh: `--${name} 应为 1 到 ${most} 的整数，不是“${found}”。`,
    en: `--${name} is a whole number from 1 to ${most}, not “${found}”.`,
  });
}
