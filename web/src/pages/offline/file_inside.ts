// SPDX-License-Identifier: MIT
//
// Stands in for web/src/publish/file_beside.ts in the offline file.

import { inside, lastPart } from "./inside.ts";

export async function fileBeside(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = inside(lastPart(url));
  if (bytes === null) throw new Error(`${lastPart(url)} is not inside`);
  return bytes;
}
