// SPDX-License-Identifier: MIT
//
// The program of tests with one fault in it, and nothing of it in the tree one works in. The tree is copied and built
// once (the base); a mutant then costs the compilation of the files that hold the fault and one linking: its objects
// stand first on the linker's command line, so that the library's own are not taken. What the compiler reads instead of
// the file of the base is told by an overlay, so that headers and what they include are found as ever.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { flagsOf, headersOf, words } from "../dev/commands.mjs";

/** A test that fails in an endless loop says so endlessly. */
const kMostSaid = 1 << 24;

const running = new Set();
// Groups of their own are not stopped with this program.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => {
    for (const { pid } of running) process.kill(-pid, "SIGKILL");
    process.exit(1);
  });

/** Runs a command: { status, signal, said, ended }; it has not ended where its time was up and all of it was stopped. */
export function run(command, args, { cwd, seconds: limit = 3600 } = {}) {
  return new Promise((done) => {
    const said = [];
    let length = 0;
    // A group of its own, so that stopping it stops its children too.
    const child = spawn(command, args, { cwd, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let ended = true;
    const clock = setTimeout(() => {
      ended = false;
      process.kill(-child.pid, "SIGKILL");
    }, limit * 1000);
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (data) => (length += data.length) < kMostSaid && said.push(data));
    child.on("error", (error) => said.push(Buffer.from(String(error))));
    child.on("close", (status, signal) => {
      clearTimeout(clock);
      running.delete(child);
      done({ status, signal, said: Buffer.concat(said).toString(), ended });
    });
  });
}

async function must(command, args, options) {
  const { status, said } = await run(command, args, options);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${said}`);
  return said;
}

/** Makes `copy` the same as the files at `root`; what is the same already keeps its time, so that little is built. */
export function copyTree(root, copy, paths) {
  const wanted = new Set(paths);
  for (const path of paths) {
    const bytes = readFileSync(join(root, path));
    const to = join(copy, path);
    if (existsSync(to) && readFileSync(to).equals(bytes)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, bytes, { mode: path === "dev" ? 0o755 : 0o644 });
  }
  const visit = (folder) => {
    for (const entry of readdirSync(join(copy, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (path === "build") continue;
      if (entry.isDirectory()) visit(path);
      else if (!wanted.has(path)) rmSync(join(copy, path));
    }
  };
  visit("");
}

export class Base {
  /** `tree`: the copy. */
  constructor(tree, imgui) {
    this.tree = tree;
    this.build = join(tree, "build/mutate");
    this.imgui = imgui;
    this.program = join(this.build, "bin/junheng_tests");
  }

  async make() {
    const imgui = `FETCHCONTENT_SOURCE_DIR_IMGUI=${this.imgui}`;
    await must("cmake", ["--preset", "mutate", "-D", imgui], { cwd: this.tree });
    await must("ninja", ["-C", this.build, "junheng_tests"], { seconds: 10800 });
    await this.load();
  }

  /** How it was built. */
  async load() {
    const commands = JSON.parse(readFileSync(join(this.build, "compile_commands.json"), "utf8"));
    this.objects = commands.map(({ file, command }) => ({
      source: resolve(this.build, file),
      object: words(command)[words(command).indexOf("-o") + 1],
      flags: flagsOf(command),
    }));
    this.headers = headersOf(this.build);
    // ": && clang++ … objects … -o bin/junheng_tests … libraries && :"
    const said = await must("ninja", ["-C", this.build, "-t", "commands", "bin/junheng_tests"]);
    this.link = words(said.trim().split("\n").at(-1)).filter((word) => word !== ":" && word !== "&&");
  }

  /**
   * The objects of the core in which the file stands. Those of the tests keep the header as it is: building them anew
   * would take minutes, and the core's own copy of an inline function is the one that is linked.
   */
  objectsWith(file) {
    const path = join(this.tree, file);
    return this.objects.filter(({ source, object }) =>
      relative(this.tree, source).startsWith("core/src/")
        ? source === path || this.headers.get(object)?.includes(path)
        : false,
    );
  }

  objectOf(source) {
    return this.objects.find((each) => each.source.endsWith(source));
  }
}

/** One place where mutants are made, one after the other; the base is only read. */
export class Bench {
  constructor(base, folder) {
    this.base = base;
    this.folder = folder;
    this.tree = join(folder, "tree");
    this.program = join(folder, "junheng_tests");
  }

  /** Tests read files of the tree; here they find this place's own standards, and all else of the base. */
  async prepare() {
    rmSync(this.folder, { recursive: true, force: true });
    const links = (path, own) => {
      mkdirSync(join(this.tree, path), { recursive: true });
      for (const name of readdirSync(join(this.base.tree, path)))
        if (name !== own) symlinkSync(join(this.base.tree, path, name), join(this.tree, path, name));
    };
    links("", "core");
    links("core", "standards");
    this.restore();
    const support = this.base.objectOf("tests/support/files.cpp");
    this.support = join(this.folder, "files.o");
    const flags = support.flags.map((flag) => flag.replace(this.base.tree, this.tree)).filter(isWanted);
    const sources = support.flags.filter((flag) => flag.startsWith("-I"));
    await must("clang++", [...flags, ...sources, "-c", support.source, "-o", this.support], { cwd: this.base.build });
  }

  restore() {
    const standards = "core/standards";
    rmSync(join(this.tree, standards), { recursive: true, force: true });
    for (const path of ["", "variants"]) {
      mkdirSync(join(this.tree, standards, path), { recursive: true });
      for (const entry of readdirSync(join(this.base.tree, standards, path), { withFileTypes: true }))
        if (entry.isFile())
          writeFileSync(
            join(this.tree, standards, path, entry.name),
            readFileSync(join(this.base.tree, standards, path, entry.name)),
          );
    }
  }

  /** Compiles and links the program with one fault; what the compiler said where it refused. */
  async make({ file, content }) {
    const own = join(this.folder, "fault");
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    const replaced = join(own, basename(file));
    writeFileSync(replaced, content);
    const objects = file.endsWith(".json") ? await this.embed(file, replaced) : await this.compile(file, replaced);
    if (typeof objects === "string") return objects;
    const link = [...this.base.link];
    link[link.indexOf("-o") + 1] = this.program;
    link.splice(
      link.findIndex((word) => word.endsWith(".o")),
      0,
      ...objects,
      this.support,
    );
    const { status, said } = await run(link[0], link.slice(1), { cwd: this.base.build });
    return status === 0 ? undefined : said;
  }

  async compile(file, replaced) {
    const overlay = join(this.folder, "fault", "overlay.json");
    const path = join(this.base.tree, file);
    const roots = [{ type: "file", name: path, "external-contents": replaced }];
    writeFileSync(overlay, JSON.stringify({ version: 0, "case-sensitive": "true", roots }));
    const objects = [];
    for (const { source, flags } of this.base.objectsWith(file)) {
      const object = join(this.folder, "fault", `${objects.length}.o`);
      // A function that ends without its value is no fault that anybody could have made: the real build refuses it.
      const more = ["-O0", "-w", "-Werror=return-type", "-ivfsoverlay", overlay];
      const { status, said } = await run("clang++", [...flags.filter(isWanted), ...more, "-c", source, "-o", object], {
        cwd: this.base.build,
      });
      if (status !== 0) return said;
      objects.push(object);
    }
    return objects;
  }

  async embed(file, replaced) {
    writeFileSync(join(this.tree, file), readFileSync(replaced));
    const symbol = basename(file, ".json").replace(/[^A-Za-z0-9]/g, "_");
    const built = this.base.objectOf(`/embedded/${symbol}.cpp`);
    if (built === undefined) return []; // a variant: read by tests, not built in
    const source = join(this.folder, "fault", `${symbol}.cpp`);
    const object = join(this.folder, "fault", `${symbol}.o`);
    const script = join(this.base.tree, "cmake/embed_file.cmake");
    const packed = join(this.folder, "fault", `${symbol}.packed`);
    await must("python3", [join(this.base.tree, "cmake/pack_json.py"), replaced, packed]);
    const given = { FILE: packed, SYMBOL: symbol, HEADER: "junheng_embedded.h", OUTPUT: source };
    const defined = Object.entries(given).flatMap(([name, value]) => ["-D", `${name}=${value}`]);
    await must("cmake", [...defined, "-P", script]);
    const { status, said } = await run("clang++", [...built.flags.filter(isWanted), "-c", source, "-o", object], {
      cwd: this.base.build,
    });
    return status === 0 ? [object] : said;
  }
}

/** Warnings are of no use here, and a precompiled header belongs to the object it was made for. */
const isWanted = (flag) => !flag.startsWith("-W") && !/^-(include|Xclang)|cmake_pch|^-fno-pch/.test(flag);
