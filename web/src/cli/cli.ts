#!/usr/bin/env node
// SPDX-License-Identifier: MIT
//
// The command line, for Node 18 and newer:
//
//   node dist/site/engine/cli.js evaluate county.xlsx
//
// A bundle of its own beside the engine; the same file is the script of its worker threads (pool.ts).

import { File } from "node:buffer";
import { loadJunheng } from "../engine/junheng.js";
import type { LanguageId } from "../kit/language.ts";
import { kCommands } from "./commands.ts";
import { completionScript } from "./completion.ts";
import { Stop, kExits } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { generalHelp, helpOf, kOwnCommands } from "./help.ts";
import { inertLine } from "./inert.ts";
import { kStdin } from "./input.ts";
import { manualPage } from "./manual.ts";
import { languageOf, parsed, usage } from "./options.ts";
import { outputTo, removeUnfinished } from "./output.ts";
import { servedAsWorker } from "./pool.ts";

// Node 18 has it in a module only; the page's readers of files ask for the global one.
globalThis.File ??= File as unknown as typeof globalThis.File;

/** 128 and the number of the signal, as shells count. */
const kSignals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

async function printed(text: string): Promise<Exit> {
  const sink = outputTo(undefined).open("", "");
  await sink.write(text);
  return "pass";
}

async function run(line: readonly string[], language: LanguageId): Promise<Exit> {
  const [name = "", ...rest] = line;
  const { version } = await loadJunheng();
  if (name === "--version") return printed(`${version}\n`);
  if (["", "--help", "-h", "help"].includes(name) || /^--lang/.test(name)) {
    const text = generalHelp(kCommands, version, language);
    if (name !== "") return printed(text);
    process.stderr.write(text);
    return "usage";
  }
  const own = kOwnCommands.find((one) => one.name === name);
  if (own !== undefined && parsed({ ...own, files: null, formats: [], options: [] }, rest).has("help"))
    return printed(generalHelp(kCommands, version, language));
  if (name === "completion") return printed(completionScript(kCommands));
  if (name === "manual") return printed(manualPage(kCommands, version, language));
  const command = kCommands.find((one) => one.name === name);
  if (command === undefined) {
    const found = inertLine(name);
    const list = [...kCommands, ...kOwnCommands].map((one) => one.name).join(" ");
    throw usage({ zh: `没有 ${found} 这个命令，可用：${list}。`, en: `There is no command ${found}; known: ${list}.` });
  }
  const words = parsed(command, rest);
  if (words.has("help")) return printed(helpOf(command, language));
  // Nobody has said where the table is: waiting for a keyboard would look like being stuck.
  if (command.files !== null && words.files.length === 0 && process.stdin.isTTY === true) {
    process.stderr.write(helpOf(command, language));
    return "usage";
  }
  if (words.files.filter((file) => file === kStdin).length > 1)
    throw usage({ zh: "标准输入只能读一次。", en: "The standard input can be read only once." });
  return command.run({ ...words, language, output: outputTo(words.value("out")) });
}

if (!(await servedAsWorker())) {
  const line = process.argv.slice(2);
  const language = languageOf(line, process.env);
  // Errors come with the write that they belong to (output.ts); without this they would end the program before.
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
  for (const [signal, code] of Object.entries(kSignals))
    process.on(signal, () => {
      removeUnfinished();
      process.exit(code);
    });
  let exit: Exit;
  try {
    exit = await run(line, language);
  } catch (error) {
    removeUnfinished();
    exit = error instanceof Stop ? error.exit : "internal";
    const said = error instanceof Stop ? error.said[language] : String((error as Error).stack ?? error);
    process.stderr.write(`${said}\n`);
  }
  process.exitCode = kExits[exit];
}
