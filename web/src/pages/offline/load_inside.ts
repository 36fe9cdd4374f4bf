// SPDX-License-Identifier: MIT
//
// Stands in for web/src/engine/load_wasm.ts in the offline file, where nothing may be fetched.

import type { WasmBytes } from "../../engine/load_wasm.ts";
import { inside, lastPart } from "./inside.ts";

type Factory<T> = (options: WasmOptions) => Promise<T>;

export function instantiate<T>(factory: Factory<T>, wasm: URL | WasmBytes): Promise<T> {
  return new Promise((resolve, reject) => {
    factory({
      instantiateWasm(imports, done) {
        const bytes = wasm instanceof URL ? inside(lastPart(wasm)) : wasm;
        if (bytes === null) reject(new Error(`${String(wasm)} is not inside`));
        else
          WebAssembly.instantiate(bytes, imports)
            .then(({ instance, module }) => done(instance, module))
            .catch(reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
