import { Refusal } from "../refusal.ts";

/**
 * How to undo what was done since the step began, newest last. It gives the model what a chain has: a call that fails
 * changes nothing, and a call inside a call may fail alone.
 */
export type Journal = (() => void)[];

/** Sets one field of a plain object. */
export function set<T extends object, K extends keyof T>(
  journal: Journal,
  target: T,
  key: K,
  value: T[K],
): void {
  const before = target[key];
  journal.push(() => {
    target[key] = before;
  });
  target[key] = value;
}

/** Sets one entry of a map. */
export function put<K, V>(journal: Journal, map: Map<K, V>, key: K, value: V): void {
  const before = map.get(key);
  const had = map.has(key);
  journal.push(() => {
    if (had) map.set(key, before as V);
    else map.delete(key);
  });
  map.set(key, value);
}

/** Removes one entry of a map. Undone, it stands where it stood: whoever goes through the map sees no difference. */
export function drop<K, V>(journal: Journal, map: Map<K, V>, key: K): void {
  if (!map.has(key)) return;
  const before = map.get(key) as V;
  const at = [...map.keys()].indexOf(key);
  journal.push(() => {
    const behind = [...map].slice(at);
    for (const [other] of behind) map.delete(other);
    map.set(key, before);
    for (const [other, value] of behind) map.set(other, value);
  });
  map.delete(key);
}

/** Appends to a list. */
export function push<T>(journal: Journal, list: T[], item: T): void {
  journal.push(() => list.pop());
  list.push(item);
}

/** Undoes everything after a mark (a former length of the journal). */
export function undoTo(journal: Journal, mark: number): void {
  while (journal.length > mark) journal.pop()?.();
}

/** Does something wholly or not at all: gives the refusal that undid it, or undefined. */
export function attempt(journal: Journal, work: () => void): Refusal | undefined {
  const mark = journal.length;
  try {
    work();
    return undefined;
  } catch (error) {
    undoTo(journal, mark);
    if (error instanceof Refusal) return error;
    throw error;
  }
}
