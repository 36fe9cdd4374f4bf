// SPDX-License-Identifier: MIT
//
// Where one is, as the fragment of the address: view, county, school, stage, indicator, and never a number of theirs.
// Back and forward of the browser then work, and a view can be kept as a bookmark.
//
//   #view=schools&county=示例区&stage=primary&indicator=…

import type { Stage } from "../engine/junheng.d.ts";
import { isStage } from "../engine/stages.ts";
import { kAsides } from "./asides.ts";

/** Of the workbench, then of the page around it. */
const kViews = [
  "start",
  "data",
  "schools",
  "balance",
  "facts",
  "what-if",
  "verdict",
  "issues",
  "meeting",
  "canvas",
  "text",
  "reading",
  "kept",
  ...kAsides,
] as const;

type ViewName = (typeof kViews)[number];

export interface Place {
  readonly view: ViewName;
  readonly county?: string;
  readonly school?: string;
  readonly stage?: Stage;
  readonly indicator?: string;
}

/** Whatever has places: it says where it is and can be sent elsewhere. */
export interface Places {
  place(): Place;
  go(place: Place): void;
}

/** Longer names are cut nowhere else, but an address of a thousand characters is none. */
const kLongestName = 200;

function nameOf(value: unknown): string | undefined {
  if (
    typeof value !== "string" ||
    value === "" ||
    value.length > kLongestName ||
    /[\0-\x1f]|[\ud800-\udfff]/u.test(value)
  )
    return undefined;
  return value;
}

/** What is unknown is left out; null where there is not even a view. */
export function soundPlace(value: unknown): Place | null {
  if (typeof value !== "object" || value === null) return null;
  const { view, county, school, stage, indicator } = value as Record<string, unknown>;
  const known = kViews.find((one) => one === view);
  if (known === undefined) return null;
  const place: { -readonly [Key in keyof Place]: Place[Key] } = { view: known };
  const names = { county: nameOf(county), school: nameOf(school) };
  if (names.county !== undefined) place.county = names.county;
  if (names.school !== undefined) place.school = names.school;
  if (isStage(stage)) place.stage = stage;
  if (typeof indicator === "string" && /^[a-z][a-z_]{0,60}$/.test(indicator)) place.indicator = indicator;
  return place;
}

export function parsePlace(fragment: string): Place | null {
  const values = new URLSearchParams(fragment.replace(/^#/, ""));
  return soundPlace(Object.fromEntries(values));
}

export function formatPlace(place: Place): string {
  const sound = soundPlace(place) ?? { view: "start" };
  // Readable: Han characters stay, only what means something in an address is written otherwise.
  const plain = (text: string): string => text.replaceAll(/[%&=+#\s"<>`\\^{}|]/gu, (one) => encodeURIComponent(one));
  const keys = ["view", "county", "school", "stage", "indicator"] as const;
  return `#${keys.flatMap((key) => (sound[key] === undefined ? [] : [`${key}=${plain(sound[key])}`])).join("&")}`;
}

/** The workbench's own places, where there is a workbench. */
export function placesOf(host: { place(): unknown; go(place: Place): void } | null): Places | null {
  return host && { place: () => soundPlace(host.place()) ?? { view: "canvas" }, go: (to) => host.go(to) };
}

export class Address {
  readonly #places: Places;
  #started = false;
  /** While the page goes where the browser says, it is not asked where it is. */
  #going = false;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Goes where the address says. `other`: takes fragments that are no places, and says whether it did. */
  start(other: (fragment: string) => boolean): void {
    this.#started = true;
    const come = (): void => {
      const place = parsePlace(location.hash);
      if (place !== null) this.#go(place);
      else other(location.hash);
    };
    window.addEventListener("popstate", come);
    come(); // a link may have come while what was kept was looked for
    this.#show("replaceState");
  }

  /** Something may have moved: the browser learns of it, so that Back leads here. */
  follow(): void {
    if (this.#started && !this.#going) this.#show("pushState");
  }

  #go(place: Place): void {
    this.#going = true;
    try {
      this.#places.go(place);
    } finally {
      this.#going = false;
    }
  }

  #show(how: "pushState" | "replaceState"): void {
    const text = formatPlace(this.#places.place());
    if (text === formatPlace(parsePlace(location.hash) ?? { view: "start" }) && parsePlace(location.hash) !== null)
      return;
    try {
      history[how](null, "", text);
    } catch {
      // too often in a moment, or a page of a file: the address stays, the page goes on
    }
  }
}
