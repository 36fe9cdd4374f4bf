// SPDX-License-Identifier: MIT
//
// Decides when a frame is drawn: after something happened, and not otherwise. A page that draws sixty times a second
// while nobody looks empties a laptop's battery in the middle of a meeting.

/** ImGui takes a press and its release, which often arrive together, in frames of their own. */
const kFramesAfterEvent = 5;
/** Tooltips wait for the pointer to rest (0.15 s, then 0.4 s): look again when that time has passed. */
const kLooksAfterRest = [250, 700];

/** Draws one frame; true asks for another. `due`: the first one after a rest, also where nothing has changed. */
type Draw = (seconds: number, due: boolean) => boolean;

export class Scheduler {
  #wanted = 0;
  #request = 0;
  #timers: number[] = [];
  #paused = false;
  #due = true;
  #drawn = 0;
  readonly #draw: Draw;

  constructor(draw: Draw) {
    this.#draw = draw;
    document.addEventListener("visibilitychange", this.#visibility);
  }

  /** Frames drawn so far; read by the tests. */
  get drawn(): number {
    return this.#drawn;
  }

  /** Nothing is drawn until it is resumed, or looked at. */
  get rests(): boolean {
    return this.#paused || document.hidden;
  }

  /** Something happened: draw a few frames, and look again after the pointer has rested. */
  poke(): void {
    this.#due ||= this.#request === 0;
    this.#want(kFramesAfterEvent);
    for (const timer of this.#timers) window.clearTimeout(timer);
    this.#timers = kLooksAfterRest.map((delay) => window.setTimeout(() => this.#want(2), delay));
  }

  /** Nothing is drawn between pause and resume: the GPU is gone, or another view is shown. */
  pause(): void {
    this.#paused = true;
    this.#cancel();
  }

  resume(): void {
    this.#paused = false;
    this.poke();
  }

  #want(frames: number): void {
    this.#wanted = Math.max(this.#wanted, frames);
    if (this.#paused || document.hidden || this.#request !== 0) return;
    this.#request = window.requestAnimationFrame(this.#step);
  }

  readonly #step = (milliseconds: number): void => {
    this.#request = 0;
    if (this.#paused || document.hidden) return;
    this.#wanted -= 1;
    this.#drawn += 1;
    // Ask for the next frame first: a draw that fails must not leave a half-drawn picture for good.
    const due = this.#due;
    this.#due = false;
    const again = this.#draw(milliseconds / 1000, due);
    if (again) this.#wanted = Math.max(this.#wanted, 1);
    if (this.#wanted > 0) this.#request = window.requestAnimationFrame(this.#step);
  };

  readonly #visibility = (): void => {
    if (document.hidden) this.#cancel();
    else if (!this.#paused) this.poke(); // what arrived meanwhile is shown now
  };

  #cancel(): void {
    if (this.#request !== 0) window.cancelAnimationFrame(this.#request);
    this.#request = 0;
  }
}
