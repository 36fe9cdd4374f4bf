// SPDX-License-Identifier: MIT
//
// Firefox, by its own remote control (Marionette: a length, a colon, JSON, over a local socket). The driver that the
// other tests use needs a build of Firefox of its own; this one takes the browser that people have.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const kExecutables = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
/** As in browser.mjs. */
const kPatience = 60_000;
const kControl = "\uE009";

/** Nothing that a browser does on its own, and a port that is free. */
const kPreferences = `
user_pref("marionette.port", 0);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("app.update.enabled", false);
user_pref("browser.safebrowsing.downloads.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("extensions.getAddons.cache.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("devtools.console.stdout.content", true);
user_pref("browser.download.useDownloadDir", true);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.alwaysOpenPanel", false);
`;

/** What the browser says to itself: it looks for settings that this test keeps it from fetching. */
const kOwnWords = /^console\.error: RSLoader:/;

export async function startFirefox() {
  const executable = process.env.FIREFOX ?? kExecutables.find((path) => existsSync(path));
  const profile = await mkdtemp(join(tmpdir(), "junheng-firefox-"));
  await writeFile(
    join(profile, "user.js"),
    `${kPreferences}user_pref("browser.download.dir", ${JSON.stringify(profile)});\n`,
  );
  // A home of its own: root may not take the home of somebody else.
  // System access: what pages write to the console and ask for is seen by the browser alone.
  const options = ["--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile];
  const program = spawn(executable, options, {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, HOME: profile, MOZ_HEADLESS: "1" },
  });
  // What a page says by console.log and its like; the rest is asked for by `faults`.
  let said = "";
  program.stdout.on("data", (text) => {
    said += text;
  });
  const port = await portOf(profile, program);
  const { send, close } = await talk(port);
  await send("WebDriver:NewSession", {
    capabilities: { alwaysMatch: { timeouts: { script: kPatience, pageLoad: kPatience } } },
  });

  const run = async (script, ...args) =>
    (await send("WebDriver:ExecuteScript", { script: `return (${script})(...arguments)`, args })).value;
  /** In the browser itself instead of a page. */
  const inBrowser = async (script, ...args) => {
    await send("Marionette:SetContext", { value: "chrome" });
    try {
      return await run(script, ...args);
    } finally {
      await send("Marionette:SetContext", { value: "content" });
    }
  };
  await inBrowser(watchRequests);
  return {
    open: (url) => send("WebDriver:Navigate", { url }),
    run,
    /** What pages wrote to the console, and what they asked for outside of `origin`, since the last time. */
    async faults(origin) {
      const { messages, asked } = await inBrowser(takeFaults);
      const lines = said.split("\n").filter((line) => /^console\.\w+:/.test(line) && !kOwnWords.test(line));
      said = "";
      const foreign = asked.filter((url) => !url.startsWith(origin) && !/^(?:data|blob|about|file):/.test(url));
      return [...messages, ...lines, ...foreign.map((url) => `request: ${url}`)];
    },
    /** Until a function of the page gives something that counts as true. */
    async until(script, ...args) {
      const end = Date.now() + kPatience;
      for (;;) {
        const value = await run(script, ...args);
        if (value) return value;
        if (Date.now() > end) throw new Error(`never: ${script} ${JSON.stringify(args).slice(0, 200)}`);
        await wait(100);
      }
    },
    resize: (width, height) => send("WebDriver:SetWindowRect", { width, height }),
    /** A key with Control, as a person presses it. */
    control: (key) =>
      send("WebDriver:PerformActions", {
        actions: [
          {
            type: "key",
            id: "keyboard",
            actions: [
              [kControl, "keyDown"],
              [key, "keyDown"],
              [key, "keyUp"],
              [kControl, "keyUp"],
            ].map(([value, type]) => ({ type, value })),
          },
        ],
      }),
    screenshot: async () => Buffer.from((await send("WebDriver:TakeScreenshot", { full: false })).value, "base64"),
    async close() {
      await send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => undefined);
      close();
      if (program.exitCode === null) program.kill("SIGKILL");
      await wait(300);
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 300 });
    },
  };
}

/** In the browser: notes every request that a page is the cause of. */
function watchRequests() {
  const { Ci, Services } = window;
  window.asked = [];
  const observer = {
    observe(subject) {
      const channel = subject.QueryInterface(Ci.nsIChannel);
      const { triggeringPrincipal, browsingContextID } = channel.loadInfo;
      // The browser has requests of its own, for no page.
      if (browsingContextID > 0 || !triggeringPrincipal.isSystemPrincipal) window.asked.push(channel.URI.spec);
    },
  };
  window.requestObserver = observer;
  Services.obs.addObserver(observer, "http-on-modify-request");
}

/** In the browser: errors and warnings of pages; those of the browser itself have addresses of its own. */
function takeFaults() {
  const { Ci, Services } = window;
  const messages = Services.console
    .getMessageArray()
    .filter((one) => one instanceof Ci.nsIScriptError)
    .map((one) => one.QueryInterface(Ci.nsIScriptError))
    .filter((one) => /^(?:https?|file|blob|data|about:srcdoc)/.test(one.sourceName))
    .map((one) => `${one.category}: ${one.errorMessage} (${one.sourceName.slice(0, 100)}:${one.lineNumber})`);
  Services.console.reset();
  const asked = window.asked;
  window.asked = [];
  return { messages, asked };
}

async function portOf(profile, program) {
  const end = Date.now() + kPatience;
  for (;;) {
    const text = await readFile(join(profile, "MarionetteActivePort"), "utf8").catch(() => "");
    if (/^\d+/.test(text)) return Number.parseInt(text, 10);
    if (program.exitCode !== null || Date.now() > end)
      throw new Error(`Firefox does not start (exit code ${program.exitCode})`);
    await wait(100);
  }
}

async function talk(port) {
  const socket = connect(port, "127.0.0.1");
  await new Promise((done, fail) => socket.once("connect", done).once("error", fail));
  const waiting = new Map();
  let next = 0;
  let rest = Buffer.alloc(0);
  socket.on("data", (piece) => {
    rest = Buffer.concat([rest, piece]);
    for (;;) {
      const colon = rest.indexOf(0x3a);
      const length = colon < 0 ? Number.NaN : Number(rest.subarray(0, colon).toString());
      if (Number.isNaN(length) || rest.length < colon + 1 + length) return;
      const message = JSON.parse(rest.subarray(colon + 1, colon + 1 + length).toString());
      rest = rest.subarray(colon + 1 + length);
      if (!Array.isArray(message)) continue; // the greeting
      const [, id, error, result] = message;
      const { done, fail } = waiting.get(id);
      waiting.delete(id);
      if (error === null) done(result);
      else fail(new Error(`${error.error}: ${error.message}`));
    }
  });
  socket.on("close", () => {
    for (const { fail } of waiting.values()) fail(new Error("Firefox has gone"));
  });
  const send = (name, parameters) =>
    new Promise((done, fail) => {
      const id = (next += 1);
      waiting.set(id, { done, fail });
      const text = JSON.stringify([0, id, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  return { send, close: () => socket.destroy() };
}
