import { TransferSourceError } from "./errors.ts";

/** Looks in one place; stops early when the signal says that it was found in another. */
export type Look<T> = (signal: AbortSignal) => Promise<T | undefined>;

/**
 * Looks in several places at once for what is in one of them at most; undefined where it is in none.
 *
 * @throws TransferSourceError where it was not found and a place could not be asked
 */
export async function firstFound<T>(looks: readonly Look<T>[]): Promise<T | undefined> {
  const enough = new AbortController();
  const failures: unknown[] = [];
  const look = async (each: Look<T>) => {
    const found = await each(enough.signal).catch((error: unknown) => {
      failures.push(error);
    });
    // What is rejected does not end the race.
    return found ?? Promise.reject();
  };
  try {
    return await Promise.any(looks.map(look));
  } catch {
    if (failures.length === 0) return undefined;
    throw new TransferSourceError("A chain could not be asked.", { cause: failures[0] });
  } finally {
    enough.abort();
  }
}
