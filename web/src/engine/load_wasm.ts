// SPDX-License-Identifier: MIT
//
// Finds a .wasm file beside a module and makes an instance of it: in Node from the disk, in a browser by fetch.
// Emscripten's own loader is not used: in Node 20 the one of 3.1.6 tries `fetch` on a file path, and in a browser it
// leaves a promise hanging where the file cannot be read.

export type WasmBytes = ArrayBuffer | Uint8Array<ArrayBuffer>;

/** Both factories that Emscripten makes: they take the hook and give the promise of their module. */
type Factory<T> = (options: WasmOptions) => Promise<T>;

/**
 * `wasm`: a place to load from, the bytes themselves where somebody has them already, or what was compiled of them.
 * `compiled`: is given what the next instance can be made of, without loading anything.
 */
export function instantiate<T>(
  factory: Factory<T>,
  wasm: URL | WasmBytes | WebAssembly.Module,
  compiled: (module: WebAssembly.Module) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    factory({
      printErr: () => undefined, // its last words are in the error that it ends with
      instantiateWasm(imports, done) {
        load(wasm, imports)
          .then(({ instance, module }) => {
            compiled(module);
            done(instance, module);
          })
          .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

async function load(
  wasm: URL | WasmBytes | WebAssembly.Module,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.WebAssemblyInstantiatedSource> {
  if (wasm instanceof WebAssembly.Module)
    return { instance: await WebAssembly.instantiate(wasm, imports), module: wasm };
  if (!(wasm instanceof URL)) return WebAssembly.instantiate(wasm, imports);
  if (wasm.protocol === "file:" && isNode()) return WebAssembly.instantiate(await readFile(wasm), imports);
  const response = await fetch(wasm, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${wasm.pathname}: ${response.status} ${response.statusText}`);
  // Streaming compiles while the file still arrives, but only if the server names its type rightly; many do not.
  if (response.headers.get("Content-Type")?.startsWith("application/wasm") === true) {
    return WebAssembly.instantiateStreaming(response, imports);
  }
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

function isNode(): boolean {
  return "process" in globalThis && !("document" in globalThis);
}

async function readFile(url: URL): Promise<WasmBytes> {
  // The name is put together at run time, so that a bundler for browsers neither follows it nor complains.
  const name = ["node", "fs/promises"].join(":");
  const files = (await import(/* @vite-ignore */ name)) as typeof import("node:fs/promises");
  return Uint8Array.from(await files.readFile(url));
}
