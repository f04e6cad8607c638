import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";
import { keepCopy } from "./state-copies.ts";

/** Anvil writes a state in many small pieces; after this pause, in milliseconds, it is taken to be done. */
const PAUSE = 40;

/** Copies a chain's state file each time it was written, so that a killed chain loses seconds at most. */
export class StateKeeper {
  readonly #path: string;
  #watcher: FSWatcher | undefined;
  #timer: NodeJS.Timeout | undefined;
  #copying = false;

  constructor(path: string) {
    this.#path = path;
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
      await keepCopy(this.#path);
    } catch {
      // A full disk or a file just replaced: the last good copy stands, and the next write is the next chance.
    } finally {
      this.#copying = false;
    }
  }
}
