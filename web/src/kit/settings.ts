// SPDX-License-Identifier: MIT
//
// Small choices, remembered in this browser where it lets us. Storage may be missing, forbidden, full or gone between
// two lines; then a choice holds as long as the page.

const memory = new Map<string, string>();

type Where = "local" | "session";

function storage(where: Where): Storage | null {
  try {
    // Reading the property throws where storage is blocked.
    return where === "local" ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}

/** Session: of this tab, over reloads and crashes. */
export function readSetting(key: string, where: Where = "local"): string | null {
  try {
    return storage(where)?.getItem(key) ?? memory.get(where + key) ?? null;
  } catch {
    return memory.get(where + key) ?? null;
  }
}

/** Null takes it away. False: only as long as the page. */
export function writeSetting(key: string, value: string | null, where: Where = "local"): boolean {
  if (value === null) memory.delete(where + key);
  else memory.set(where + key, value);
  try {
    const place = storage(where);
    if (value === null) place?.removeItem(key);
    else place?.setItem(key, value);
    return place !== null;
  } catch {
    return false;
  }
}

/** Takes away what begins like this. */
export function dropSettings(prefix: string): void {
  for (const where of ["local", "session"] as const) {
    for (const key of memory.keys()) if (key.startsWith(where + prefix)) memory.delete(key);
    try {
      const place = storage(where);
      for (const key of Object.keys(place ?? {})) if (key.startsWith(prefix)) place?.removeItem(key);
    } catch {
      // nothing can be read there either
    }
  }
}
