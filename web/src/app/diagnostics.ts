// SPDX-License-Identifier: MIT

/** For tests and for a look from the console: how many frames were drawn, and which face is shown. */
interface Diagnostics {
  frames: number;
  view: string;
}

declare global {
  interface Window {
    __junheng?: Readonly<Diagnostics>;
  }
}

/** Asked for anew with each look. */
export function showDiagnostics(get: () => Diagnostics): void {
  Object.defineProperty(window, "__junheng", { configurable: true, get });
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
