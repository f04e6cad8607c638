/** A node may end in the middle of a call: `before` the call has had any effect, or `after` all of it but before its answer. */
export type CrashMoment = "before" | "after";

/**
 * What a node's life hangs on. Every call that leaves the node goes through here, so a crash can come before
 * or after any of them; afterwards no call of this life has an effect, and none comes back.
 */
export class Lifeline {
  #alive = true;
  #plan: { calls: number; moment: CrashMoment } | undefined;
  readonly #onEnd: (where: string) => void;

  constructor(onEnd: (where: string) => void) {
    this.#onEnd = onEnd;
  }

  get isAlive(): boolean {
    return this.#alive;
  }

  /** Lets the node end at one of its next calls. */
  endAt(calls: number, moment: CrashMoment): void {
    this.#plan = { calls, moment };
  }

  /** Calls off what {@link endAt} planned. */
  spare(): void {
    this.#plan = undefined;
  }

  /** Ends the node where it stands. */
  end(where: string): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.#onEnd(where);
  }

  /** One call that leaves the node. */
  async call<T>(name: string, work: () => Promise<T> | T): Promise<T> {
    if (!this.#alive) return never();
    const moment = this.#due();
    if (moment === "before") {
      this.end(`before ${name}`);
      return never();
    }
    try {
      const result = await work();
      if (moment === "after") this.end(`after ${name}`);
      return this.#alive ? result : never();
    } catch (error) {
      if (this.#alive) throw error;
      return never();
    }
  }

  /** A port each of whose methods goes through {@link call}. */
  guard<T extends object>(what: string, port: T): T {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...values: unknown[]) =>
          this.call(`${what}.${String(name)}`, () => Reflect.apply(member, target, values));
      },
    });
  }

  #due(): CrashMoment | undefined {
    if (this.#plan === undefined) return undefined;
    this.#plan.calls -= 1;
    return this.#plan.calls <= 0 ? this.#plan.moment : undefined;
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
