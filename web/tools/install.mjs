// SPDX-License-Identifier: MIT
//
// The site as an app that can be installed: a manifest, a service worker that knows the SHA-256 of every file, and two
// lines in each page that bring them in.

import { createHash } from "node:crypto";

/** Pages of the site itself, with their way to its root. What is published goes elsewhere and must not install. */
const kPages = new Map([
  ["index.html", ""],
  ["licences.html", ""],
  ["app/index.html", "../"],
  ["school/index.html", "../"],
  ["sealed/index.html", "../"],
]);
const text = (bytes) => new TextDecoder().decode(bytes);

const kManifest = {
  id: "junheng",
  name: "均衡尺 Junheng",
  short_name: "均衡尺",
  lang: "zh-CN",
  dir: "ltr",
  start_url: "./app/",
  scope: "./",
  display: "standalone",
  background_color: "#ffffff",
  theme_color: "#1d4f8c",
  icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
};

/** The worker itself, and the program for Node, which no page asks for. */
const kNotOfPages = new Set(["service-worker.js", "engine/cli.js"]);

/** The worker for these files, as it must lie beside them. `script`: its program. */
export function serviceWorker(files, script) {
  const sums = [...files]
    .filter(([name]) => !kNotOfPages.has(name))
    .map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")]);
  return Buffer.from(
    `const kFiles = ${JSON.stringify(Object.fromEntries(sums.sort(([a], [b]) => (a < b ? -1 : 1))))};\n${script}`,
  );
}

/** `outputs`: all files of the site; the pages among them are changed, the worker and the manifest added. */
export function makeInstallable(outputs, script) {
  for (const [name, root] of kPages) {
    if (!outputs.has(name)) continue;
    const html = text(outputs.get(name))
      .replace("connect-src 'self'; base-uri", "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri")
      .replace(
        "</head>",
        `<link rel="manifest" href="${root}manifest.webmanifest">\n<script src="${root}install.js" data-root="${root}" defer></script>\n</head>`,
      );
    outputs.set(name, Buffer.from(html));
  }
  outputs.set("manifest.webmanifest", Buffer.from(`${JSON.stringify(kManifest, null, 1)}\n`));
  outputs.set("service-worker.js", serviceWorker(outputs, script));
}
