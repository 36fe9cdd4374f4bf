// SPDX-License-Identifier: MIT
//
// Serves dist/site on this machine with the types and headers that a real host should send too:
//
//   node web/tools/serve.mjs            PORT changes 8080
//
// Tests: const server = await serve({ port: 0 }); … server.url … await server.close();

import { existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import sirv from "sirv";
import { isProgram, site } from "./paths.mjs";

/**
 * Nothing leaves the browser: what is not named here the browser refuses, whatever a page may try.
 * `wasm-unsafe-eval` allows compiling WebAssembly and nothing else; `blob:` pictures are the files made for saving.
 */
export const kContentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const kHeaders = {
  "Content-Security-Policy": kContentSecurityPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Where the library's own table says nothing, or leaves out that our text is UTF-8. */
const kTypes = new Map([
  [".html", "text/html; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".mjs", "text/javascript; charset=utf-8"],
  [".json", "application/json; charset=utf-8"],
  [".csv", "text/csv; charset=utf-8"],
  [".tsv", "text/tab-separated-values; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
  [".md", "text/markdown; charset=utf-8"],
  [".ts", "text/plain; charset=utf-8"], // .d.ts; the table takes it for a film
  [".wasm", "application/wasm"],
  [".webmanifest", "application/manifest+json; charset=utf-8"],
]);

function refuse(response, status, text) {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

/** `/app` would be answered with app/index.html, whose own relative addresses then miss their folder. */
function missingSlash(folder, url) {
  if (url.pathname.endsWith("/")) return null;
  const path = join(folder, decodeURIComponent(url.pathname));
  if (!path.startsWith(folder + sep) || !existsSync(path) || !statSync(path).isDirectory()) return null;
  // One slash in front: `//app/` would be the address of another machine.
  return `/${url.pathname.replace(/^\/+/, "")}/${url.search}`;
}

function handler(folder) {
  const files = sirv(folder, {
    dev: true, // looks at the disk each time: a new build shows without a new start
    etag: true,
    extensions: [],
    setHeaders(response, pathname) {
      const type = kTypes.get(extname(pathname.endsWith("/") ? "index.html" : pathname));
      if (type !== undefined) response.setHeader("Content-Type", type);
    },
    onNoMatch: (_, response) => refuse(response, 404, "Not found"),
  });
  return (request, response) => {
    for (const [name, value] of Object.entries(kHeaders)) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, "Only GET and HEAD");
    }
    let to;
    try {
      // As the browser reads it: `..` is resolved here and cannot climb above the root. One slash in front, because
      // what follows two of them is read as a host.
      const url = new URL(request.url.replace(/^\/+/, "/"), "http://localhost");
      to = missingSlash(folder, url);
      request.url = url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname;
    } catch {
      return refuse(response, 400, "Not an address");
    }
    if (to !== null) {
      response.setHeader("Location", to);
      return refuse(response, 308, to);
    }
    return files(request, response);
  };
}

/** Port 0 takes a free one. The promise is kept when the server answers, and broken with a sentence when it cannot. */
export function serve({ folder = site, port = 0, host = "127.0.0.1" } = {}) {
  const server = createServer(handler(resolve(folder)));
  return new Promise((done, fail) => {
    server.once("error", (error) => fail(new Error(sentence(error, host, port))));
    server.listen(port, host, () => {
      done({
        url: `http://${host}:${server.address().port}/`,
        close: () =>
          new Promise((closed) => {
            server.close(closed);
            server.closeAllConnections();
          }),
      });
    });
  });
}

function sentence(error, host, port) {
  if (error.code === "EADDRINUSE") {
    return `port ${port} of ${host} is taken by another program. Take another one: PORT=${port + 1} ./dev serve`;
  }
  if (error.code === "EACCES") return `port ${port} needs more rights. Take one above 1023: PORT=8080 ./dev serve`;
  return error.message;
}

function portFrom(text) {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port < 1 || port > 65535) {
    throw new Error(`PORT=${text} is not a port. Give a number from 1 to 65535: PORT=8081 ./dev serve`);
  }
  return port;
}

if (isProgram(import.meta)) {
  try {
    if (!existsSync(join(site, "index.html"))) throw new Error("dist/site is not built. Build it: ./dev build");
    const { url } = await serve({ port: portFrom(process.env.PORT || "8080") });
    console.log(`Junheng is at ${url}   (stop with Ctrl+C)`);
  } catch (error) {
    console.error(`serve.mjs: ${error.message}`);
    process.exitCode = 1;
  }
}
