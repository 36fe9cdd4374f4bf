// SPDX-License-Identifier: MIT
//
// One form for all TypeScript and JavaScript, as clang-format gives one to C++:
//
//   npm --prefix web run format          writes it
//   npm --prefix web run format:check    says which files have another one

export default {
  printWidth: 120,
  // Off: html`…` is printed as it stands, and the bytes of a published page are what its sum is made of.
  embeddedLanguageFormatting: "off",
};
