// SPDX-License-Identifier: MIT
//
// The ways tables come in: the clipboard, anywhere on the page; dropped files; chosen files. All of them end in one
// place, and what a person types into a field of the page stays text.

import { tableFlavour } from "./clipboard.ts";
import { type Incoming, ofDrop, ofFiles } from "./files_in.ts";

/** A folder takes a while to be walked; it was asked for when it was dropped. */
type Receive = (incoming: readonly Incoming[] | Promise<readonly Incoming[]>) => void;

/** A table copied from a spreadsheet has cells in rows; a name to search for has not. */
function looksLikeTable(text: string): boolean {
  return text.includes("\t") && text.includes("\n");
}

function isTextInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** An empty text where there is none, so that the person is told. */
function tableOfClipboard(data: DataTransfer | null): string {
  return tableFlavour(data?.getData("text/html") ?? "", data?.getData("text/plain") ?? "");
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
    event.preventDefault();
    const table = tableOfClipboard(event.clipboardData);
    const files = [...(event.clipboardData?.files ?? [])];
    // A picture that was copied has the name that the browser gives it; a file has its own.
    if (table !== "" || files.length === 0) receive([{ name: "", data: table }]);
    else if (files.every(({ type }) => type.startsWith("image/"))) receive([{ name: "", data: { unread: "picture" } }]);
    else receive(ofFiles(files));
  });
}

interface DropActions {
  receive: Receive;
  /** While a file hovers over the page. */
  hovering(over: boolean): void;
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
    if (event.dataTransfer === null || !carriesFile(event)) return;
    event.preventDefault();
    actions.receive(ofDrop(event.dataTransfer));
  });
}

/** The dialog's twin of dropping: also for people without a mouse. */
export function watchFileInput(input: HTMLInputElement, receive: Receive): void {
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    receive(ofFiles(files));
    input.value = ""; // choosing the same file again, after it was corrected, is a change again
  });
}
