// SPDX-License-Identifier: MIT
//
// Starts the page: what can be pasted is taken from the first moment on, the workbench comes where the machine can
// show it, and in every other case the text view with the same results.

import { App } from "./app.ts";

new App().start().catch((error: unknown) => {
  // Whatever goes wrong before the page can say so itself.
  const status = document.getElementById("status");
  if (status !== null) status.textContent = String(error);
});
