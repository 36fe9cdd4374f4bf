// SPDX-License-Identifier: MIT
//
// Light, dark or as the system has it; high contrast where the system asks for it. The colours are in app.css.

import { readSetting, writeSetting } from "./settings.ts";

type Theme = "light" | "dark" | "contrast";
type ThemeChoice = "system" | "light" | "dark";

const kStored = "junheng.theme";
const kChoices: readonly ThemeChoice[] = ["system", "light", "dark"];

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const more = window.matchMedia("(prefers-contrast: more)");
const forced = window.matchMedia("(forced-colors: active)");
const listeners = new Set<(theme: Theme) => void>();
let told: Theme | null = null;

export function themeChoice(): ThemeChoice {
  const stored = readSetting(kStored);
  return kChoices.find((one) => one === stored) ?? "system";
}

/** What is to be drawn now. */
function theme(): Theme {
  if (more.matches || forced.matches) return "contrast";
  const choice = themeChoice();
  return choice === "system" ? (dark.matches ? "dark" : "light") : choice;
}

function apply(): void {
  const choice = themeChoice();
  if (choice === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = choice;
  const now = theme();
  if (now === told) return;
  told = now;
  for (const listener of listeners) listener(now);
}

export function chooseTheme(choice: string): void {
  writeSetting(kStored, choice === "light" || choice === "dark" ? choice : null);
  apply();
}

/** Told at once, and again whenever it changes. Returns what ends it. */
export function onTheme(listener: (theme: Theme) => void): () => void {
  listeners.add(listener);
  listener(theme());
  return () => listeners.delete(listener);
}

for (const query of [dark, more, forced]) query.addEventListener("change", apply);
// Another window of this page may have chosen.
window.addEventListener("storage", (event) => {
  if (event.key === kStored) apply();
});
apply();
