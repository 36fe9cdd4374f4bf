// SPDX-License-Identifier: MIT
//
// Programs that were released, by their SHA-256: a file with one of them in it was made by Junheng, with any other one it
// may show whatever it likes. `node web/tools/release.mjs` adds a version to the list (docs/how_to.md). The list is in the
// checking page and not in the pages it knows, or no page could be in it.

import released from "./released_programs.json";

/** What a page brings with it. The three belong together: one of each of three versions is no version. */
interface Programs {
  readonly script: string;
  readonly style: string;
  readonly engine: string;
}

interface Release extends Programs {
  readonly version: string;
}

const kReleases: readonly Release[] = released;

export function isReleased(programs: Programs, releases: readonly Programs[] = kReleases): boolean {
  return releases.some(
    ({ script, style, engine }) => script === programs.script && style === programs.style && engine === programs.engine,
  );
}
