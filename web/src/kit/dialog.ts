// SPDX-License-Identifier: MIT

/** Over whatever is shown, the canvas too; gone when it is closed. */
export function showDialog(dialog: HTMLDialogElement): Promise<void> {
  return new Promise((closed) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      closed();
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
