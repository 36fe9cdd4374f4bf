// SPDX-License-Identifier: MIT
//
// Answers of all inputs in their order, one file each or all on the standard output. What is wrong with an input is said,
// nothing more of it is written, and the others go on.

import type { Asked } from "./command.ts";
import type { Done } from "./evaluate_job.ts";
import { Stop, worse } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { inertLine } from "./inert.ts";
import { stemOf } from "./input.ts";
import type { Sink } from "./output.ts";

export class Results {
  readonly #asked: Asked;
  /** Names of the files of each input. */
  readonly #inputs: readonly (readonly string[])[];
  #exit: Exit = "pass";
  #counties = 0;
  /** That which is written now. */
  #input = -1;
  #sink: Sink | null = null;
  #failed = false;
  #seen = new Set<string>();

  constructor(asked: Asked, inputs: readonly (readonly string[])[]) {
    this.#asked = asked;
    this.#inputs = inputs;
  }

  async add(input: number, { exit, pieces, notes, counties }: Done): Promise<void> {
    const { output, language, format } = this.#asked;
    this.#turnTo(input);
    if (this.#failed) return;
    const twice = counties.find((name) => this.#seen.has(name));
    if (twice !== undefined) {
      const name = inertLine(twice).trim();
      this.stopped(
        input,
        new Stop("data", {
          zh: `“${name}”的名称有几种写法，分成了几份：请加 --whole，整表一次读入。`,
          en: `“${name}” is written in several ways and came out in pieces: add --whole to read all at once.`,
        }),
      );
      return;
    }
    for (const name of counties) this.#seen.add(name);
    for (const note of notes) output.say(note[language]);
    const ending = format === "text" ? "txt" : format;
    for (const piece of pieces) {
      this.#sink ??= output.open(stemOf(this.#inputs[input]?.[0] ?? ""), ending);
      await this.#sink.write(piece);
    }
    this.#exit = worse(this.#exit, exit);
    this.#counties += counties.length;
    output.progress(`${this.#input + 1}/${this.#inputs.length}  ${this.#counties}`);
  }

  stopped(input: number, { exit, said }: Stop): void {
    this.#turnTo(input);
    if (this.#failed) return;
    this.#asked.output.say(said[this.#asked.language]);
    this.#exit = worse(this.#exit, exit);
    this.#failed = true;
    this.drop();
  }

  drop(): void {
    this.#sink?.drop();
    this.#sink = null;
  }

  end(): Exit {
    this.#close();
    this.#asked.output.progress(null);
    return this.#exit;
  }

  #turnTo(input: number): void {
    if (input === this.#input) return;
    this.#close();
    this.#input = input;
    this.#failed = false;
    this.#seen = new Set();
  }

  #close(): void {
    if (this.#input < 0 || this.#failed) return;
    if (this.#seen.size === 0) {
      const name = inertLine(this.#inputs[this.#input]?.join(" ") ?? "");
      const said = { zh: `“${name}”里没有读出学校。`, en: `No school was read in “${name}”.` };
      this.stopped(this.#input, new Stop("data", said));
      return;
    }
    this.#sink?.end();
    this.#sink = null;
  }
}
