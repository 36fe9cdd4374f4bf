// SPDX-License-Identifier: MIT
//
// Named versions as they stand in the file of their project (`versions`, docs/formats.md): each a project without
// versions, with its time; tables that are those of the project itself are left out. What they came to is not written:
// going back to one computes it.

import { soundTime } from "../kit/clock.ts";
import { type Decisions, decisionsOf, type Project, projectOf, soundProject, sourcesOf } from "./project.ts";
import { chosenSheets } from "./sources.ts";
import type { Source } from "./sources.ts";

/** A person's list of names; more of them in a file are not a person's. */
const kMostVersions = 100;
/** Letters of all of them, so that the file can be opened again (kMostJson). */
const kMostLetters = 16 << 20;
/** Letters of the name of one. */
export const kLongestName = 120;

export interface NamedVersion {
  readonly name: string;
  /** Milliseconds; 0: the clock was broken. */
  readonly saved: number;
  readonly standard: string;
  readonly ownStandards: readonly string[];
  readonly decisions: Decisions;
  readonly sources: readonly Source[];
}

/** The project with as many of them as there is room for, the first ones first. */
export function withVersions(project: Project, versions: readonly NamedVersion[]): Project {
  const tables = JSON.stringify(project.tables);
  const written: unknown[] = [];
  let letters = 0;
  for (const { name, saved, standard, ownStandards, decisions, sources } of versions.slice(0, kMostVersions)) {
    const whole = projectOf(name, standard, chosenSheets(sources), decisions, ownStandards);
    const { schema: _, tables: own, ...rest } = whole;
    const version = { ...rest, saved, ...(JSON.stringify(own) === tables ? {} : { tables: own }) };
    letters += JSON.stringify(version).length;
    if (letters > kMostLetters) break;
    written.push(version);
  }
  return written.length === 0 ? project : { ...project, versions: written };
}

/** Those of a file, which may be of anybody: what is no version is none. */
export function versionsOf({ versions = [], tables, schema }: Project): readonly NamedVersion[] {
  return versions.slice(0, kMostVersions).flatMap((value) => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const version = isObject ? soundProject({ tables, ...value, schema }) : null;
    if (version === null) return [];
    const { standard, ownStandards } = version;
    const name = version.name.slice(0, kLongestName);
    const saved = soundTime((value as { saved?: unknown }).saved) ?? 0;
    return [{ name, saved, standard, ownStandards, decisions: decisionsOf(version), sources: sourcesOf(version) }];
  });
}
