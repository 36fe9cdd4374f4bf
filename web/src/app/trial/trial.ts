// SPDX-License-Identifier: MIT
//
// What is evaluated beside what is shown; a bundle of its own, fetched when somebody first asks for it.

export { openWhatIf } from "./what_if.ts";
export { openYears } from "./years_view.ts";
