// SPDX-License-Identifier: MIT
//
// The one door to a module of WebAssembly. Its memory can run out in the middle of a call, and there are no exceptions
// in it: it aborts, and what its memory holds then nobody knows. Such a module is never asked again. Another one of the
// same compiled code takes its place, and whoever asked is told.

const kSaid =
  "计算程序在处理这份内容时停止了（多半是内存用尽），已换上新的，请再试一次。" +
  "The engine stopped in the middle of this, most likely for want of memory, and has been replaced: try again.";

/** What a call throws in which the engine ended. */
class EngineEnded extends Error {
  /** Settles when there is another engine, or none can be had: the next call then tries once more. */
  readonly again: Promise<void>;

  constructor(again: Promise<void>, cause?: unknown) {
    super(kSaid, { cause });
    this.name = "EngineEnded";
    this.again = again;
  }
}

/** By its name: the engine's module has a class of its own. */
export function isEnd(error: unknown): error is EngineEnded {
  return error instanceof Error && error.name === "EngineEnded" && "again" in error;
}

/** What is known without an engine, while another takes the place of one that ended. */
export function known<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch (error) {
    if (isEnd(error)) return otherwise;
    throw error;
  }
}

/** An object of which every method is called by way of `through`. */
function forwarding<Target extends object>(
  through: (ask: (target: Target) => unknown, name: string) => unknown,
): Target {
  type Method = (...values: unknown[]) => unknown;
  return new Proxy({} as Target, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        through((target) => (target[name as keyof Target] as Method).apply(target, values), String(name)),
  });
}

export class Replaceable<Module extends object> {
  readonly #make: () => Promise<Module>;
  readonly #ended: (again: Promise<void>) => void;
  #now: Module | null = null;
  #making: Promise<void> | null = null;

  /** Rejects where the first one cannot be made. `ended`: of each that comes to its end. */
  static async start<Module extends object>(
    make: () => Promise<Module>,
    ended: (again: Promise<void>) => void = () => undefined,
  ): Promise<Replaceable<Module>> {
    const door = new Replaceable(make, ended);
    door.#now = await make();
    return door;
  }

  private constructor(make: () => Promise<Module>, ended: (again: Promise<void>) => void) {
    this.#make = make;
    this.#ended = ended;
  }

  /** Nothing but calls of the module belongs in `ask`: whatever it throws is taken for the module's end. */
  use<Answer>(ask: (module: Module) => Answer): Answer {
    if (this.#now === null) throw new EngineEnded(this.#replace());
    try {
      return ask(this.#now);
    } catch (error) {
      this.#now = null;
      const again = this.#replace();
      this.#ended(again);
      throw new EngineEnded(again, error);
    }
  }

  /**
   * What a module made and keeps, as an object whose every method goes through `use`. It ends with its module; then
   * nothing is left to be deleted.
   */
  part<Part extends object | null>(make: (module: Module) => Part): Part {
    const part = this.use(make);
    if (part === null) return part;
    const owner = this.#now;
    return forwarding<NonNullable<Part>>((ask, name) => {
      if (this.#now === owner) return this.use(() => ask(part));
      if (name === "delete") return undefined;
      throw new EngineEnded(this.#making ?? Promise.resolve());
    });
  }

  /** The module as an object whose every method goes through `use`. */
  calls(): Module {
    return forwarding((ask) => this.use(ask));
  }

  /** The same for what listens to events: while there is none, nobody answers. */
  quietCalls(): Module {
    return forwarding((ask) => known(() => this.use(ask), undefined));
  }

  #replace(): Promise<void> {
    this.#making ??= this.#make()
      .then(
        (made) => void (this.#now = made),
        () => undefined, // there is still none, which the next call finds
      )
      .finally(() => {
        this.#making = null;
      });
    return this.#making;
  }
}
