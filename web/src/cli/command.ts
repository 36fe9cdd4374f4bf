// SPDX-License-Identifier: MIT
//
// What a command is: one file each, listed in commands.ts. Parser, help, completion and manual all read this.

import type { Text } from "../engine/junheng.d.ts";
import type { LanguageId } from "../kit/language.ts";
import type { Exit } from "./exits.ts";
import type { Output } from "./output.ts";

export type Format = "text" | "json" | "ndjson" | "csv" | "xlsx" | "docx" | "html" | "zip";

export interface Option {
  readonly name: string;
  /** What stands behind it, as help shows it; absent: it is a switch. */
  readonly value?: string;
  /** The only values that are taken. */
  readonly choices?: readonly string[];
  readonly repeats?: boolean;
  readonly about: Text;
}

interface Example {
  /** Everything behind the name of the program; with a pipe before it, the whole line. */
  readonly line: string;
  readonly about: Text;
}

export interface Command {
  readonly name: string;
  readonly about: Text;
  /** What the files are; null: it takes none. */
  readonly files: Text | null;
  readonly options: readonly Option[];
  /** The first where nothing is said. */
  readonly formats: readonly Format[];
  readonly examples: readonly Example[];
  run(asked: Asked): Promise<Exit>;
}

/** A command line that has been understood. */
export interface Asked {
  readonly files: readonly string[];
  /** The last value of an option; undefined: not given. */
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  has(name: string): boolean;
  readonly format: Format;
  readonly language: LanguageId;
  readonly output: Output;
}
