// SPDX-License-Identifier: MIT
//
// Keeps one version of the site on this machine, whole: every file is pinned by its SHA-256, and if one is another,
// nothing is kept. A file is held against its sum again whenever it is given out: what was kept may have been damaged or
// changed meanwhile by whatever else runs on this origin, and half of one version with half of another computes anything.
// A new version waits until somebody asks for it, because a verdict must not change under people's hands between two
// looks.

import { isUpdateRequest } from "./update_request.ts";

/** Name and SHA-256 of every file of this version; the build writes it before this script. */
declare const kFiles: Readonly<Record<string, string>>;

interface Lasting extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker extends EventTarget {
  readonly registration: { readonly scope: string; update(): Promise<unknown> };
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const kScope = worker.registration.scope;
/** Of this copy of the site alone: another one may lie in another folder of the same origin. */
const kPrefix = `junheng ${kScope} `;
/** Caches of versions that did not say whose they are. */
const kEarlier = /^junheng-[0-9a-f]{16}$/;
/** Stands in a cache once all the rest does. */
const kWhole = new URL(".whole", kScope).href;

async function hexSum(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const version = (async () => kPrefix + (await hexSum(new TextEncoder().encode(JSON.stringify(kFiles)))).slice(0, 16))();

/** The file by the network, if it is of this version. */
async function fetched(name: string, sum: string): Promise<Response> {
  const response = await fetch(new URL(name, kScope).href, { cache: "no-store", credentials: "same-origin" });
  const bytes = await response.arrayBuffer();
  if (!response.ok || (await hexSum(bytes)) !== sum) throw new Error(`${name} is not of this version`);
  // One of our own: what came by a detour (index.html sent on to its folder) could not be given to a page.
  return new Response(bytes, { headers: response.headers });
}

async function keep(): Promise<void> {
  const own = await version;
  // What an install that was cut short has left, also one of this very version.
  for (const name of await caches.keys()) {
    const mine = name.startsWith(kPrefix);
    if (mine && (await (await caches.open(name)).match(kWhole)) === undefined) await caches.delete(name);
  }
  const cache = await caches.open(own);
  try {
    for (const [name, sum] of Object.entries(kFiles))
      await cache.put(new URL(name, kScope).href, await fetched(name, sum));
    await cache.put(kWhole, new Response());
  } catch (error) {
    await caches.delete(own);
    throw error;
  }
}

async function forgetOthers(): Promise<void> {
  const own = await version;
  for (const name of await caches.keys()) {
    if (name === own) continue;
    if (name.startsWith(kPrefix) || (kEarlier.test(name) && (await isHere(name)))) await caches.delete(name);
  }
}

async function isHere(name: string): Promise<boolean> {
  const [first] = await (await caches.open(name)).keys();
  return first === undefined || first.url.startsWith(kScope);
}

/** A folder is its index.html; null: no file of the site. */
function nameOf(url: URL): string | null {
  const path = url.origin + url.pathname;
  if (!path.startsWith(kScope)) return null;
  const name = path.slice(kScope.length);
  const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
  return Object.hasOwn(kFiles, file) ? file : null;
}

/** Without the slash a folder is sent on, as the server does. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const name = nameOf(url);
  if (name !== null) return pinned(name, request);
  url.pathname += "/";
  return nameOf(url) === null ? fetch(request) : Response.redirect(url.href, 302);
}

/** This version's file or none: what is damaged is fetched again, and where that gives another one, that is said. */
async function pinned(name: string, request: Request): Promise<Response> {
  const sum = kFiles[name] ?? "";
  const address = new URL(name, kScope).href;
  const cache = await caches.open(await version);
  const kept = await cache.match(address);
  if (kept !== undefined && (await hexSum(await kept.clone().arrayBuffer())) === sum) return kept;
  if (kept !== undefined) await cache.delete(address);
  try {
    const response = await fetched(name, sum);
    await cache.put(address, response.clone());
    return response;
  } catch {
    // Perhaps there is a newer version by now, which can take over as a whole.
    void worker.registration.update().catch(() => undefined);
    return request.mode === "navigate" ? damaged(name) : Response.error();
  }
}

function damaged(name: string): Response {
  const shown = name.replaceAll(/[^\w./-]/g, "_");
  const text =
    `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>均衡尺</title>` +
    `<h1>本机保存的均衡尺已损坏</h1>` +
    `<p>文件 ${shown} 与安装时不同，网站上现在也取不到同一版本的这个文件，所以没有打开。` +
    `请联网，关闭均衡尺的所有页面再打开；还不行，请在浏览器设置里清除本网站的缓存文件（保存的项目请先导出）。</p>` +
    `<h1 lang="en">The copy of Junheng on this machine is damaged</h1>` +
    `<p lang="en">${shown} is not the file that was installed, and the site does not have it in this version now, so it was not ` +
    `opened. Go online, close all pages of Junheng and open them again.</p></html>`;
  return new Response(text, {
    status: 503,
    headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" },
  });
}

worker.addEventListener("install", (event) => (event as Lasting).waitUntil(keep()));
worker.addEventListener("activate", (event) => (event as Lasting).waitUntil(forgetOthers()));
worker.addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  if (request.method !== "GET" || !request.url.startsWith(kScope)) return;
  (event as Fetching).respondWith(answer(request));
});
worker.addEventListener("message", (event) => {
  if (isUpdateRequest((event as MessageEvent).data)) void worker.skipWaiting();
});
