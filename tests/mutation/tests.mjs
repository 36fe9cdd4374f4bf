// SPDX-License-Identifier: MIT
//
// Which tests look at a mutant, and in which order: those of the room it is in, those that go the whole way from a table
// to a verdict, the rest; what takes long comes last. The first that fails ends it.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { roomOf } from "./faults.mjs";
import { run } from "./build.mjs";

const kLong = 0.5; // seconds
const kWholeWay = /\/(rules|golden|core\/(judge|answer))\/[^/]*$/;
/** Standards are read by their own room, and what they say is asked for in tests/rules. */
const kOwnTests = { standards: /\/(rules|core\/(standard|vocabulary))\/[^/]*$/, include: /$^/ };
/** A fault may ask for all memory there is, or never come to an end. */
const kMostMemory = 6 * 2 ** 30;
const kLeastTime = 10; // seconds of a processor
const kPatience = 10; // times as long as without a fault
/** Others may build beside this for as long as they like: what waits for a processor has not failed to end. */
const kMostWaiting = 20; // times the seconds of a processor

/**
 * All tests with where they stand and how long they took without any fault: [{ name, file, seconds }]. Kept for this
 * state of the tree, in which the program is the same.
 */
export async function timed(program, folder, state) {
  const report = join(folder, `tests-${state.slice(0, 16)}.json`);
  if (!existsSync(report)) {
    const { status, said } = await run(program, ["--gtest_brief=1", `--gtest_output=json:${report}`], {
      seconds: 7200,
    });
    if (status === 0) return timed(program, folder, state);
    rmSync(report, { force: true });
    throw new Error(`The tests fail without any fault:\n${said}`);
  }
  return JSON.parse(readFileSync(report, "utf8")).testsuites.flatMap(({ name, testsuite }) =>
    testsuite.map((test) => ({ name: `${name}.${test.name}`, file: test.file, seconds: parseFloat(test.time) })),
  );
}

/** The steps for a file: lists of tests. */
export function stepsFor(file, tests) {
  const room = roomOf(file);
  const own = kOwnTests[room] ?? new RegExp(`/core/${room}/[^/]*$`);
  const place = (test) => (own.test(test.file) ? 0 : kWholeWay.test(test.file) ? 1 : 2);
  const steps = [0, 1, 2].map((step) => tests.filter((test) => test.seconds < kLong && place(test) === step));
  const long = tests.filter((test) => test.seconds >= kLong);
  steps.push(
    long.filter((test) => place(test) === 0),
    long.filter((test) => place(test) !== 0),
  );
  return steps.filter((step) => step.length > 0);
}

/** What noticed the fault in this program: the name of a test, "it died" or "no end"; undefined where nothing did. */
export async function noticed(program, steps, cwd) {
  for (const step of steps) {
    const filter = step.map(({ name }) => name).join(":");
    const expected = step.reduce((sum, { seconds }) => sum + seconds, 0);
    const seconds = Math.ceil(kLeastTime + kPatience * expected);
    const limits = [`--as=${kMostMemory}`, `--cpu=${seconds}:${seconds + 9}`, "--core=0"];
    const asked = ["--gtest_brief=1", "--gtest_fail_fast", `--gtest_filter=${filter}`];
    const { status, signal, said, ended } = await run("prlimit", [...limits, program, ...asked], {
      cwd,
      seconds: kMostWaiting * seconds,
    });
    // Stopped by the system for its own reasons, and not by the fault.
    if (signal === "SIGKILL" && ended) throw new Error("The tests were killed: is there too little memory?");
    if (!ended || signal === "SIGXCPU") return "it did not end";
    if (status !== 0) return said.match(/^\[ {2}FAILED {2}\] ([^\s,]+)/m)?.[1] ?? "it died";
  }
  return undefined;
}
