// SPDX-License-Identifier: MIT
//
// Where results go: the standard output, or files that bear their name only when they are complete. Every write is
// waited for, so that a slow reader slows the work down instead of filling the memory.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";

/** One result that is being written. */
export interface Sink {
  write(bytes: Uint8Array | string): Promise<void>;
  /** Complete: the file gets its name. */
  end(): void;
  /** Not to be completed: nothing is left of the file. */
  drop(): void;
}

export interface Output {
  /** `stem`: of the input's name; without a folder everything goes to the standard output. */
  open(stem: string, ending: string): Sink;
  /** A sentence for people, on the error output. */
  say(text: string): void;
  /** Overwrites itself, where somebody looks; null: the work is done. */
  progress(text: string | null): void;
  readonly folder: string | null;
  /** The results are read by eyes and not by a program. */
  readonly onTerminal: boolean;
}

/** Files that are not complete, to be removed when the program is ended from outside. */
const unfinished = new Set<string>();

function remove(path: string): void {
  unfinished.delete(path);
  try {
    rmSync(path, { force: true });
  } catch {
    // What kept it from being written keeps it from being removed; the first of the two is said.
  }
}

export function removeUnfinished(): void {
  for (const path of unfinished) remove(path);
}

export function outputTo(folder: string | undefined): Output {
  const terminal = process.stderr.isTTY === true;
  const taken = new Set<string>();
  let shown = false;
  const output: Output = {
    folder: folder ?? null,
    onTerminal: folder === undefined && process.stdout.isTTY === true,
    open(stem, ending) {
      if (folder === undefined) return toStdout;
      let name = `${stem}.${ending}`;
      for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${stem}-${n}.${ending}`;
      taken.add(name.toLowerCase());
      return toFile(folder, name);
    },
    say(text) {
      output.progress(null);
      process.stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!terminal || (text === null && !shown)) return;
      shown = text !== null;
      process.stderr.write(`\r\x1b[K${text ?? ""}`);
    },
  };
  return output;
}

const toStdout: Sink = {
  write: (bytes) =>
    new Promise((done, failed) => {
      process.stdout.write(bytes, (error) => (error ? failed(notWritten(error)) : done()));
    }),
  end: () => undefined,
  drop: () => undefined,
};

/** Not by mkdirSync's own `recursive`: where nobody may make one and ENOENT says so, as in /proc, it tries for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run has made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

function toFile(folder: string, name: string): Sink {
  const path = join(folder, name);
  // In the same folder, because a name can only be given there at once; hidden, so that no pattern of a shell takes it.
  const part = join(folder, `.${name}.${process.pid}.part`);
  const tried = <T>(what: () => T): T => {
    try {
      return what();
    } catch (error) {
      remove(part);
      throw notWritten(error, path);
    }
  };
  const file = tried(() => {
    makeFolder(folder);
    unfinished.add(part);
    return openSync(part, "w");
  });
  return {
    async write(bytes) {
      const whole = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
      // A full disk may take a part first and says so only then.
      for (let at = 0; at < whole.length;) at += tried(() => writeSync(file, whole, at));
    },
    end: () =>
      tried(() => {
        fsyncSync(file);
        closeSync(file);
        renameSync(part, path);
        unfinished.delete(part);
      }),
    drop() {
      closeSync(file);
      remove(part);
    },
  };
}

export function notWritten(error: unknown, path = ""): Stop {
  const { code = "", message } = error as NodeJS.ErrnoException;
  const name = path === "" ? "" : `${inertLine(path)}`;
  const why =
    code === "ENOSPC"
      ? { zh: "磁盘已满", en: "the disk is full" }
      : code === "EPIPE"
        ? { zh: "接收的程序已经关闭管道", en: "the program that reads it has closed the pipe" }
        : code === "EACCES" || code === "EROFS" || code === "EPERM"
          ? { zh: "没有写的权限", en: "there is no permission to write" }
          : code === "ENOTDIR"
            ? { zh: "这条路径上有一段是文件，不是文件夹", en: "a part of this path is a file and no folder" }
            : code === "ENOENT"
              ? { zh: "这里建不了文件夹", en: "no folder can be made there" }
              : code === "ENAMETOOLONG"
                ? { zh: "名字太长", en: "the name is too long" }
                : { zh: inertLine(message), en: inertLine(message) };
  return new Stop("output", {
    zh: `写不出${name === "" ? "结果" : `“${name}”`}：${why.zh}。`,
    en: `${name === "" ? "The result" : `“${name}”`} could not be written: ${why.en}.`,
  });
}
