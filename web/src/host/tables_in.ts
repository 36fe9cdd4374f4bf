// SPDX-License-Identifier: MIT
//
// The ways a table comes in: the clipboard, anywhere on the page; a dropped file; a chosen file. All of them end in
// one place, and what a person types into a field of the page stays text.

import { decode, utf8Length } from "../engine/decode.ts";

export interface IncomingTable {
  /** UTF-8. */
  readonly bytes: Uint8Array;
  /** The file's name, or empty for the clipboard. */
  readonly name: string;
}

export type Receive = (table: IncomingTable) => void;

export function tableOfText(text: string, name: string): IncomingTable {
  const bytes = new Uint8Array(utf8Length(text));
  new TextEncoder().encodeInto(text, bytes);
  return { bytes, name };
}

export async function tableOfFile(file: File): Promise<IncomingTable> {
  const raw = new Uint8Array(await file.arrayBuffer());
  return { bytes: decode(raw).bytes, name: file.name };
}

/** A table copied from a spreadsheet has cells in rows; a name to search for has not. */
function looksLikeTable(text: string): boolean {
  return text.includes("\t") && text.includes("\n");
}

function isTextInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/**
 * `paste` on the document, so that Ctrl/⌘+V works wherever the focus is. Excel puts a picture of the cells beside
 * them; the text is taken and files in the same event are not.
 */
export function watchPaste(receive: Receive): void {
  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (isTextInput(event.target)) {
      const box = event.target instanceof HTMLElement && event.target.dataset["tables"] === "yes";
      if (!box && !looksLikeTable(text)) return;
    }
    // Nothing but a picture or a file on the clipboard: empty text goes on, so that the person is told.
    event.preventDefault();
    receive(tableOfText(text, ""));
  });
}

export interface DropActions {
  receive: Receive;
  /** While a file hovers over the page. */
  hovering(over: boolean): void;
  failed(error: unknown): void;
}

/** Without `dragover` prevented the browser would leave the page and show the dropped file instead. */
export function watchDrop(actions: DropActions): void {
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
  document.addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
    actions.hovering(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) actions.hovering(false); // out of the window, not from part to part
  });
  document.addEventListener("drop", (event) => {
    actions.hovering(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    tableOfFile(file).then(actions.receive, actions.failed);
  });
}

/** The dialog's twin of dropping: also for people without a mouse. */
export function watchFileInput(input: HTMLInputElement, receive: Receive, failed: (error: unknown) => void): void {
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file === undefined) return;
    tableOfFile(file).then(receive, failed);
    input.value = ""; // choosing the same file again, after it was corrected, is a change again
  });
}
