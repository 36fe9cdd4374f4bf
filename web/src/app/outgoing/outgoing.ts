// SPDX-License-Identifier: MIT
//
// All that is made to leave the page; a bundle of its own, fetched when somebody first asks for a file.

export { publishWork } from "./publish_work.ts";
export { saveResults } from "./results.ts";
export { saveProject, saveTables } from "./save.ts";
