// SPDX-License-Identifier: MIT
//
// Keeps one version of the site on this machine, whole: every file is pinned by its SHA-256, and if one is another,
// nothing is kept. A new version waits until somebody asks for it, because a verdict must not change under people's
// hands between two looks.

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
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

const worker = self as unknown as Worker;
const kPrefix = "junheng-";

async function hexSum(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const version = (async () => kPrefix + (await hexSum(new TextEncoder().encode(JSON.stringify(kFiles)))).slice(0, 16))();

async function keep(): Promise<void> {
  const cache = await caches.open(await version);
  for (const [name, sum] of Object.entries(kFiles)) {
    const address = new URL(name, worker.registration.scope).href;
    const response = await fetch(address, { cache: "no-store", credentials: "same-origin" });
    const bytes = await response.clone().arrayBuffer();
    if (!response.ok || (await hexSum(bytes)) !== sum) throw new Error(`${name} is not of this version`);
    await cache.put(address, response);
  }
}

async function forgetOthers(): Promise<void> {
  const own = await version;
  for (const name of await caches.keys()) if (name.startsWith(kPrefix) && name !== own) await caches.delete(name);
}

/** A folder is its index.html, and without the slash it is sent on, as the server does. */
async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const cache = await caches.open(await version);
  const path = url.origin + url.pathname;
  const kept = await cache.match(path.endsWith("/") ? `${path}index.html` : path);
  if (kept !== undefined) return kept;
  if (await cache.match(`${path}/index.html`)) return Response.redirect(`${path}/${url.search}`, 302);
  return fetch(request);
}

worker.addEventListener("install", (event) => (event as Lasting).waitUntil(keep()));
worker.addEventListener("activate", (event) => (event as Lasting).waitUntil(forgetOthers()));
worker.addEventListener("fetch", (event) => {
  const { request } = event as Fetching;
  if (request.method !== "GET" || !request.url.startsWith(worker.registration.scope)) return;
  (event as Fetching).respondWith(answer(request));
});
worker.addEventListener("message", (event) => {
  if (isUpdateRequest((event as MessageEvent).data)) void worker.skipWaiting();
});
