/** Something that happens at a moment of virtual time. */
interface Entry {
  at: number;
  /** Entries of one moment happen in the order in which they were asked for. */
  order: number;
  run: () => void;
  cancelled: boolean;
}

/** How something that was to happen later is called off. */
export type Cancel = () => void;

/**
 * Time that passes only when nothing is left to do. Every wait in the simulation is an entry here, so one
 * seed gives one order of events on every machine.
 */
export class VirtualTime {
  #now = 0;
  #order = 0;
  readonly #heap: Entry[] = [];

  /** Milliseconds since the world began. */
  get now(): number {
    return this.#now;
  }

  /** Lets something happen after a while. */
  after(milliseconds: number, run: () => void): Cancel {
    const entry = {
      at: this.#now + Math.max(0, milliseconds),
      order: this.#order++,
      run,
      cancelled: false,
    };
    this.#push(entry);
    return () => {
      entry.cancelled = true;
    };
  }

  /** Resolves after a while, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const done = () => {
        cancel();
        signal?.removeEventListener("abort", done);
        resolve();
      };
      const cancel = this.after(milliseconds, done);
      signal?.addEventListener("abort", done);
    });
  }

  /** Lets time pass up to a moment. What follows from an entry is finished before the next one. */
  async runUntil(end: number): Promise<void> {
    await settle();
    for (;;) {
      const next = this.#heap[0];
      if (next === undefined || next.at > end) break;
      this.#pop();
      if (next.cancelled) continue;
      this.#now = next.at;
      next.run();
      await settle();
    }
    this.#now = end;
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    heap.push(entry);
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(entry, heap[parent])) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isBefore(heap[right], heap[left]) ? right : left;
      if (!isBefore(heap[child], last)) return;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap;
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  }
}

function isBefore(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === undefined) return false;
  return b === undefined || a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** Until nothing is left that can go on without time: promises first, then what asked for the next turn. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
