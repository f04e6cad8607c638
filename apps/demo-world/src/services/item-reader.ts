import { backoff } from "../sim/backoff.ts";
import { type Item, type TokenReference, tokenKey } from "../sim/item.ts";
import { wait } from "./wait.ts";

/** What reading items needs and whom it tells. */
export interface ItemParts {
  read(token: TokenReference, signal: AbortSignal): Promise<Item>;
  onLoading(key: string): void;
  /** Undefined once reading it was given up. */
  onItem(key: string, item: Item | undefined): void;
}

/** Reads tokens' names and pictures, each once, a few at a time. */
export interface ItemReader {
  want(token: TokenReference): void;
}

const AT_ONCE = 4;
const MAX_KNOWN = 2_000;
const TRIES = 3;
const FIRST_PAUSE = 2_000;

/** Starts a reader that works for as long as the signal lasts. */
export function startItemReader(parts: ItemParts, signal: AbortSignal): ItemReader {
  const known = new Set<string>();
  const queue: TokenReference[] = [];
  let working = 0;

  async function work(): Promise<void> {
    working++;
    // Newest first: it is what the visitor looks at.
    for (let token = queue.pop(); token !== undefined && !signal.aborted; token = queue.pop()) {
      parts.onItem(tokenKey(token), await tryRead(token));
    }
    working--;
  }

  async function tryRead(token: TokenReference): Promise<Item | undefined> {
    for (let tries = 1; tries <= TRIES && !signal.aborted; tries++) {
      try {
        return await parts.read(token, signal);
      } catch {
        if (tries < TRIES) await wait(backoff(tries, FIRST_PAUSE), signal);
      }
    }
    return undefined;
  }

  return {
    want(token) {
      const key = tokenKey(token);
      if (known.has(key) || known.size >= MAX_KNOWN) return;
      known.add(key);
      queue.push(token);
      parts.onLoading(key);
      if (working < AT_ONCE) void work();
    },
  };
}
