// SPDX-License-Identifier: MIT
//
// A province of 120 counties by GNU parallel over three hosts, of which one is lost in the middle: three sshd of one's own
// on the loopback, with keys of their own, ended behind it. Checks that every line is that of one machine, and prints
// times and efficiency. Needs the packages parallel and openssh-server, and no root:
//
//   node tests/bench/hosts.mjs

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeNation } from "./make_nation.mjs";

const kProvince = { provinces: 1, counties: 120, schools: 8300, seed: 3 };
const kHosts = 3;
/** Counties a job: a program starts once for all of them. */
const kPerJob = 10;
/** Of the jobs that are done when a host is lost. */
const kLostAfter = 3;
const kSshd = "/usr/sbin/sshd";
const cli = fileURLToPath(new URL("../../dist/site/engine/cli.js", import.meta.url));

const home = mkdtempSync(join(tmpdir(), "junheng-hosts-"));
const running = [];

function sure(program, line, more = {}) {
  const run = spawnSync(program, line, { cwd: home, encoding: "utf8", ...more });
  assert.equal(run.status, 0, `${program}: ${run.stderr ?? run.error}`);
  return run.stdout;
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A host of its own: what dies with it is its group. */
async function startHost(at) {
  const port = await freePort();
  writeFileSync(
    join(home, `sshd-${at}`),
    [
      `Port ${port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${join(home, "host")}`,
      `AuthorizedKeysFile ${join(home, "user.pub")}`,
      `PidFile ${join(home, `pid-${at}`)}`,
      "StrictModes no",
      "UsePAM no",
      "PasswordAuthentication no",
      "MaxStartups 100",
    ].join("\n"),
  );
  const child = spawn(kSshd, ["-D", "-e", "-f", join(home, `sshd-${at}`)], { detached: true, stdio: "ignore" });
  running.push(child);
  return { port, child };
}

/** Also the connections that it serves, which have sessions of their own. */
function lose({ child }) {
  const all = sure("ps", ["-eo", "pid=,ppid="])
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (pid) => [pid, ...all.filter(([, parent]) => parent === pid).flatMap(([each]) => below(each))];
  for (const pid of below(child.pid)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it has ended by itself
    }
  }
}

function parallel(logins, jobs, whileRunning = () => undefined) {
  const log = join(home, `log-${logins.length}-${Date.now()}`);
  const command = `${process.execPath} ${cli} evaluate --format ndjson --no-verdict {}`;
  const line = [
    "--plain",
    "--will-cite",
    "--retries",
    "5",
    "--joblog",
    log,
    "-j",
    "1",
    ...logins.flatMap((one) => ["--sshlogin", one]),
    command,
    ":::",
    ...jobs,
  ];
  return new Promise((done) => {
    const begun = performance.now();
    const child = spawn("parallel", line, { cwd: home, env: { ...process.env, HOME: home } });
    const out = [];
    const said = [];
    child.stdout.on("data", (piece) => out.push(piece));
    child.stderr.on("data", (piece) => said.push(piece));
    const timer = setInterval(() => whileRunning(log), 20);
    child.on("close", (status) => {
      clearInterval(timer);
      const seconds = (performance.now() - begun) / 1000;
      const lines = Buffer.concat(out)
        .toString()
        .split("\n")
        .filter((one) => one !== "");
      done({ status, seconds, lines, said: Buffer.concat(said).toString(), log: readFileSync(log, "utf8") });
    });
  });
}

const plain = (lines) => lines.map((line) => JSON.stringify({ ...JSON.parse(line), file: null, issues: null })).sort();

async function main() {
  // A job is a table of some counties, cut where a county ends: nothing crosses counties.
  const [header, ...rows] = makeNation(kProvince).trimEnd().split("\n");
  const counties = new Map();
  for (const row of rows) {
    const key = row.split("\t", 2).join("\t");
    counties.set(key, [...(counties.get(key) ?? []), row]);
  }
  const all = [...counties.values()];
  mkdirSync(join(home, "parts"));
  const jobs = [];
  for (let at = 0; at < all.length; at += kPerJob) {
    const path = join(home, "parts", `${String(at).padStart(3, "0")}.tsv`);
    writeFileSync(path, `${[header, ...all.slice(at, at + kPerJob).flat()].join("\n")}\n`);
    jobs.push(path);
  }
  const whole = join(home, "province.tsv");
  writeFileSync(whole, `${[header, ...rows].join("\n")}\n`);
  const begun = performance.now();
  const one = spawnSync(process.execPath, [cli, "evaluate", "--format", "ndjson", "--no-verdict", whole], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const alone = (performance.now() - begun) / 1000;
  const expected = plain(one.stdout.trim().split("\n"));
  assert.equal(expected.length, kProvince.counties);

  for (const name of ["host", "user"]) sure("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(home, name)]);
  const hosts = [];
  for (let at = 0; at < kHosts; at += 1) hosts.push(await startHost(at));
  const ssh = `ssh -i ${join(home, "user")} -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ConnectTimeout=5`;
  const logins = hosts.map(({ port }) => `1/${ssh} -p ${port} ${userInfo().username}@127.0.0.1`);

  const single = await parallel(logins.slice(0, 1), jobs);
  assert.deepEqual(plain(single.lines), expected, single.said);
  const three = await parallel(logins, jobs);
  assert.deepEqual(plain(three.lines), expected, three.said);
  let lost = false;
  const two = await parallel(logins, jobs, (log) => {
    const done = readFileSync(log, { encoding: "utf8", flag: "a+" }).split("\n").length - 2;
    if (lost || done < kLostAfter) return;
    lost = true;
    lose(hosts[1]);
  });
  assert.ok(lost);
  assert.deepEqual(plain(two.lines), expected, two.said);

  const cores = Math.min(kHosts, availableParallelism());
  const row = (what, seconds, more = "") =>
    console.log(`${what.padEnd(44)}${seconds.toFixed(1).padStart(6)} s  ${more}`);
  row("one process, one machine", alone);
  row("one host", single.seconds);
  row(
    `${kHosts} hosts`,
    three.seconds,
    `efficiency ${((100 * single.seconds) / three.seconds / cores).toFixed(0)} % of ${cores} cores`,
  );
  row(
    `${kHosts} hosts, one lost after ${kLostAfter} of ${jobs.length} jobs`,
    two.seconds,
    "every line as on one machine",
  );
}

try {
  await main();
} finally {
  for (const child of running) lose({ child });
  rmSync(home, { recursive: true, force: true });
}
