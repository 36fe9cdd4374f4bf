// SPDX-License-Identifier: MIT
//
// The engine as a module of its own: what computes where there is no workbench, and what is asked beside one for things
// that the workbench's module has no door for. Loaded when somebody first asks; one for all who do.

import type { Junheng } from "../engine/junheng.d.ts";

export class OwnEngine {
  #coming: Promise<Junheng> | null = null;

  get(): Promise<Junheng> {
    return (this.#coming ??= this.#load());
  }

  async #load(): Promise<Junheng> {
    try {
      const { loadJunheng } = await import("../engine/junheng.js");
      return await loadJunheng();
    } catch (error) {
      this.#coming = null; // the next one tries again: a network may have been away for a moment
      throw error;
    }
  }
}
