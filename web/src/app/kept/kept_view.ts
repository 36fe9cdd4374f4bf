// SPDX-License-Identifier: MIT
//
// The projects that are kept in this browser, as a list; whether anything is kept at all; and the link for a small one.
// Fetched when somebody first looks at it.

import { button, element, tableBox } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { LanguageId } from "../../kit/language.ts";
import type { Words } from "../../words/app_zh.ts";
import type { Broken, Head } from "../../keep/database.ts";
import type { KeepState } from "../../keep/keeper.ts";
import { fragmentOf, kLongestLink } from "../../work/link.ts";
import type { Project } from "../../work/project.ts";
import { stateSentence, timeOf } from "./sentences.ts";
import { type VersionsShown, versionsView } from "./versions_view.ts";

/** Packed with what packs: few come by a link. */
export { projectOfFragment } from "../../work/link.ts";

interface KeptActions {
  open(id: string): void;
  rename(id: string, name: string): void;
  remove(id: string): void;
  /** A record that cannot be read, as a file. */
  saveRaw(id: string, name: string): void;
  turn(on: boolean): void;
  wipe(): void;
  copyLink(link: string): Promise<boolean>;
  /** What is open, as a file. */
  save(): void;
}

interface KeptInput {
  readonly words: Words;
  readonly language: LanguageId;
  readonly state: KeepState;
  readonly on: boolean;
  readonly list: readonly (Head | Broken)[];
  readonly current: string | null;
  /** Of what is open. */
  readonly versions: VersionsShown | "nothing" | "off";
  /** What is open. Null: nothing is; too large: there is so much that no link is even tried. */
  readonly link: Project | "too_large" | null;
}

function labelled(text: string, press: (made: HTMLButtonElement) => void, label = text): HTMLButtonElement {
  return button(text, press, { class: "button", "aria-label": label });
}

/** What cannot be taken back wants a second press; leaving the button takes the first one back. */
function twice(text: string, sure: string, label: string, sureLabel: string, press: () => void): HTMLButtonElement {
  let armed = false;
  const rest = (made: HTMLButtonElement, now: boolean): void => {
    armed = now;
    made.textContent = now ? sure : text;
    made.setAttribute("aria-label", now ? sureLabel : label);
    made.classList.toggle("danger", now);
  };
  const pressed = (): void => {
    const again = armed;
    rest(made, !again);
    if (again) press();
  };
  const made = labelled(text, pressed, label);
  made.addEventListener("blur", () => rest(made, false));
  return made;
}

function nameCell(head: Head, cell: HTMLElement, from: HTMLElement, words: Words, actions: KeptActions): void {
  const input = element("input", {
    type: "text",
    maxlength: "120",
    "aria-label": fill(words.keep.renameOf, { name: head.name }),
  });
  input.value = head.name;
  let done = false;
  const finish = (keep: boolean): void => {
    if (done) return;
    done = true;
    const name = input.value.trim();
    const other = keep && name !== "" && name !== head.name;
    const back = document.activeElement === input;
    cell.replaceChildren(other ? name : head.name);
    if (back) from.focus();
    if (other) actions.rename(head.id, name);
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    finish(event.key === "Enter");
  });
  input.addEventListener("blur", () => finish(true));
  cell.replaceChildren(input);
  input.focus();
  input.select();
}

function row(one: Head | Broken, { words, language, current }: KeptInput, actions: KeptActions): HTMLElement {
  const { keep } = words;
  const name = "name" in one ? one.name : one.called === "" ? keep.broken : fill(keep.brokenOf, { name: one.called });
  const remove = twice(
    keep.remove,
    keep.removeSure,
    fill(keep.removeOf, { name }),
    fill(keep.removeSureOf, { name }),
    () => actions.remove(one.id),
  );
  const cell = element("th", { scope: "row" }, name);
  if (!("name" in one))
    return element(
      "tr",
      { "data-id": one.id },
      cell,
      element("td", {}),
      element("td", { class: "number" }),
      element(
        "td",
        {},
        element(
          "div",
          { class: "row-actions" },
          labelled(keep.saveRaw, () => actions.saveRaw(one.id, name), fill(keep.saveRawOf, { name })),
          remove,
        ),
      ),
    );
  const kilobytes = `${Math.max(1, Math.round(one.size / 1000))} kB`;
  const here = one.id === current;
  return element(
    "tr",
    { "data-id": one.id },
    cell,
    element("td", {}, timeOf(one.saved, words, language)),
    element("td", { class: "number" }, kilobytes),
    element(
      "td",
      {},
      element(
        "div",
        { class: "row-actions" },
        here
          ? element("span", { class: "here" }, keep.here)
          : labelled(keep.open, () => actions.open(one.id), fill(keep.openOf, { name })),
        labelled(keep.rename, (made) => nameCell(one, cell, made, words, actions), fill(keep.renameOf, { name })),
        remove,
      ),
    ),
  );
}

function linkPart({ words, link }: KeptInput, actions: KeptActions): HTMLElement {
  const { keep } = words;
  const part = element("section", {}, element("h2", {}, keep.linkHeading), element("p", {}, keep.linkHint));
  if (link === null) {
    part.append(element("p", {}, keep.linkNothing));
    return part;
  }
  if (link === "too_large") {
    part.append(element("p", { id: "link-length" }, keep.linkTooLarge));
    return part;
  }
  const address = location.origin + location.pathname + fragmentOf(link);
  const length = { length: address.length, longest: kLongestLink };
  if (address.length > kLongestLink) {
    part.append(element("p", { id: "link-length" }, fill(keep.linkTooLong, length)));
    return part;
  }
  const said = element("span", { role: "status" });
  const box = element("input", {
    type: "text",
    readonly: "",
    id: "link",
    class: "link",
    "aria-label": keep.linkHeading,
  });
  box.value = address;
  const copy = labelled(keep.linkCopy, () => {
    void actions.copyLink(address).then((done) => {
      said.textContent = done ? keep.linkCopied : keep.linkNotCopied;
    });
  });
  copy.id = "copy-link";
  part.append(
    element("p", { id: "link-length" }, fill(keep.linkLength, length)),
    element("p", { class: "entry-actions" }, box, copy, said),
  );
  return part;
}

export function keptView(input: KeptInput, actions: KeptActions): HTMLElement[] {
  const { words, on, list, state, language } = input;
  const { keep } = words;
  const box = element("input", { type: "checkbox", id: "keep-on" });
  box.checked = on;
  box.addEventListener("change", () => actions.turn(box.checked));
  const wipe = twice(keep.wipe, keep.wipeSure, keep.wipe, keep.wipeSure, () => actions.wipe());
  wipe.id = "wipe";
  const save = labelled(keep.saveFile, () => actions.save());
  save.id = "kept-save";
  save.hidden = input.link === null;
  const parts: HTMLElement[] = [
    element("h1", {}, keep.heading),
    element("p", {}, keep.hint),
    element("p", { id: "keep-sentence" }, stateSentence(state, words, language)),
    element("p", { class: "entry-actions" }, element("label", {}, box, ` ${keep.turn}`), save, wipe),
  ];
  if (list.length === 0) parts.push(element("p", {}, keep.none));
  else {
    const heads = [keep.name, keep.time, keep.size, keep.actions];
    const rows = list.map((one) => row(one, input, actions));
    parts.push(
      tableBox({
        caption: fill(keep.caption, { count: list.length }),
        heads,
        rows,
        attributes: { id: "kept" },
        label: keep.heading,
      }),
    );
  }
  return [...parts, versionsView(input.versions, words, language), linkPart(input, actions)];
}
