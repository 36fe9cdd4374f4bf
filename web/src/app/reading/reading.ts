// SPDX-License-Identifier: MIT
//
// The view "what was read"; a bundle of its own, fetched when somebody first looks at it.

export { ReadingView } from "./view.ts";
