// SPDX-License-Identifier: MIT
//
// The workbench as a part of another page of its own site (pages/embed): what that page wants opened. Only the page around
// it is listened to, and only one of the same site; a table is called by the address it came from, in every sentence and
// every view that names tables.

import { known, kReady, type Wanted } from "../host/embedding.ts";
import { byId } from "../kit/dom.ts";
import { fetched } from "../kit/fetched.ts";
import type { Incoming } from "../host/files_in.ts";
import type { Asked, Coming } from "./asking.ts";

/** `next`: its signal is aborted when something else is asked for before the table is there. */
export function answerEmbedder(
  next: () => Asked,
  open: (coming: Coming, asked: Asked, standard: string) => void,
): void {
  const { parent } = window;
  // of a file the origin is no origin
  if (parent === window || location.origin === "null") return;
  window.addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    const wanted = known(data);
    if (source !== parent || origin !== location.origin || wanted === null) return;
    const coming = tableOf(wanted, parent.location.href);
    const asked = next();
    void coming.then(({ name }) => {
      if (!asked.signal.aborted) sayFrom(name);
    });
    const tables = coming.then((table) => [table]);
    open(tables, asked, wanted.standard);
  });
  parent.postMessage(kReady, location.origin);
}

/** Under the bar, for as long as the page stands: whose table it is that was opened for whoever looks at it. */
function sayFrom(name: string): void {
  const line = byId("table-origin", HTMLElement);
  line.querySelector("bdi")!.textContent = name;
  line.hidden = false;
}

async function tableOf({ text, address }: Wanted, page: string): Promise<Incoming> {
  if (address === "") return { name: page.replace(/#.*$/, ""), data: text };
  const url = URL.canParse(address, page) ? new URL(address, page) : null;
  const unread: Incoming = { name: url?.href ?? address, data: { unread: "unreadable" } };
  // a table of another site is not fetched: whoever looks at it would not know whose it is
  if (url === null || url.origin !== location.origin) return unread;
  return fetched(url).then(
    (data) => ({ name: url.href, data }),
    () => unread,
  );
}
