// SPDX-License-Identifier: MIT
//
// Stands in for web/src/kit/fetched.ts in the offline file: samples and parts are inside, everything else is refused,
// as the policy of the file would do anyway.

import { inside, lastPart } from "./inside.ts";

export async function fetched(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = inside(lastPart(url));
  if (bytes === null) throw new Error(`${lastPart(url)} is not inside`);
  return bytes;
}
