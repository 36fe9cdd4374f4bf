// SPDX-License-Identifier: MIT
//
// Stands in for web/src/engine/load_wasm.ts in the offline file, where nothing may be fetched.

import type { WasmBytes } from "../../engine/load_wasm.ts";
import { inside, lastPart } from "./inside.ts";

type Factory<T> = (options: WasmOptions) => Promise<T>;

export function instantiate<T>(
  factory: Factory<T>,
  wasm: URL | WasmBytes | WebAssembly.Module,
  compiled: (module: WebAssembly.Module) => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    factory({
      printErr: () => undefined, // its last words are in the error that it ends with
      instantiateWasm(imports, done) {
        const code = wasm instanceof URL ? inside(lastPart(wasm)) : wasm;
        if (code === null) reject(new Error(`${String(wasm)} is not inside`));
        else
          instance(code, imports)
            .then(([made, module]) => {
              compiled(module);
              done(made, module);
            })
            .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}

async function instance(
  code: WasmBytes | WebAssembly.Module,
  imports: WebAssembly.Imports,
): Promise<readonly [WebAssembly.Instance, WebAssembly.Module]> {
  const module = code instanceof WebAssembly.Module ? code : await WebAssembly.compile(code);
  return [await WebAssembly.instantiate(module, imports), module];
}
