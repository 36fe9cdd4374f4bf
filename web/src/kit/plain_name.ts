// SPDX-License-Identifier: MIT

/** As names are searched: full width and half width, large and small letters, spaces are one. */
export function plainName(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}
