// SPDX-License-Identifier: MIT
//
// All that a standard of somebody's own says otherwise than the built-in one it is made from.

import { fill } from "../words/fill.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { said, tableOf } from "./page_context.ts";
import type { PageContext } from "./page_context.ts";

/** A reader looks for what was taken away; a standard that differs everywhere is not read to its end. */
const kMostShown = 500;

/** Nothing under a built-in standard. */
export function ownSection({ standard, words }: PageContext): Html | null {
  const { own } = standard;
  if (own === undefined) return null;
  const order = ["removed", "changed", "added"];
  const changes = [...own.changes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const rows = changes.slice(0, kMostShown).map(
    ({ kind, path, before, after }) =>
      html`<tr><th scope="row"><bdi>${path}</bdi></th><td>${words.ownKind[kind]}</td><td><bdi>${before ?? ""}</bdi></td><td><bdi>${after ?? ""}</bdi></td></tr>
`,
  );
  const more =
    changes.length > kMostShown ? html`<p>${fill(words.ownMore, { count: changes.length - kMostShown })}</p>` : null;
  const table =
    rows.length === 0
      ? null
      : tableOf(words.ownCaption, [words.ownPlace, words.ownWhat, words.ownBefore, words.ownAfter], rows);
  return html`<section id="own-standard"><h2>${words.ownHeading}</h2>
<p class="is-near">${said(own.message, words)}</p>
${table}${more}</section>
`;
}
