// SPDX-License-Identifier: MIT
//
// Stands in for the browser's `fetch` in the offline file (web/tools/offline.mjs puts it there): samples are inside,
// and everything else is refused, as the policy of the file would do anyway.

import { inside, lastPart } from "./inside.ts";

async function answered(address: URL | string): Promise<Response> {
  const bytes = inside(lastPart(new URL(address, document.baseURI)));
  return bytes === null ? new Response(null, { status: 404, statusText: "not inside" }) : new Response(bytes);
}

export { answered as fetch };
