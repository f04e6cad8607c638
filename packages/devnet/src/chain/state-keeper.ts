import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { copyPath, keepCopy } from "./state-copies.ts";
import { blockInState } from "./state-head.ts";

/** Anvil writes a state in many small pieces; after this pause, in milliseconds, it is taken to be done. */
const PAUSE = 40;

/** Copies a chain's state file each time it was written, so that a killed chain loses seconds at most. */
export class StateKeeper {
  readonly #path: string;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #copying = false;
  #block: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** The newest block that a killed chain comes back with; undefined before anything is known of it. */
  get block(): number | undefined {
    return this.#block;
  }

  /** Looks at the state that a chain is about to start from. */
  async begin(): Promise<void> {
    this.#block = await blockInState(this.#path);
  }

  start(): void {
    const name = basename(this.#path);
    this.#watcher ??= watch(dirname(this.#path), { persistent: false }, (_, changed) => {
      if (changed === name) this.#soon();
    });
  }

  stop(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    clearTimeout(this.#timer);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keep(), PAUSE);
  }

  async #keep(): Promise<void> {
    if (this.#copying) return;
    this.#copying = true;
    try {
      if (!(await keepCopy(this.#path))) return;
      this.#block = (await blockInState(copyPath(this.#path, 1))) ?? this.#block;
    } catch {
      // A full disk or a file just replaced: the last good copy stands, and the next write is the next chance.
    } finally {
      this.#copying = false;
    }
  }
}
