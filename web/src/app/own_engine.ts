// SPDX-License-Identifier: MIT
//
// The engine as a module of its own: what computes where there is no workbench, and what is asked beside one for things
// that the workbench's module has no door for. Loaded when somebody first asks; one for all who do.

import type { Junheng } from "../engine/junheng.d.ts";

export class OwnEngine {
  readonly #loaded: (engine: Junheng) => void;
  #coming: Promise<Junheng> | null = null;

  /** `loaded`: it is there, and nobody has asked it yet. */
  constructor(loaded: (engine: Junheng) => void) {
    this.#loaded = loaded;
  }

  get(): Promise<Junheng> {
    return (this.#coming ??= this.#load());
  }

  async #load(): Promise<Junheng> {
    try {
      const { loadJunheng } = await import("../engine/junheng.js");
      const engine = await loadJunheng();
      this.#loaded(engine);
      return engine;
    } catch (error) {
      this.#coming = null; // the next one tries again: a network may have been away for a moment
      throw error;
    }
  }
}
