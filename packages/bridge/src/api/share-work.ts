import type { Clock } from "../ports/clock.ts";
import { TooManyRequestsError } from "./errors.ts";

/** Answers that are kept at one time. */
const MOST_KEPT = 256;

/**
 * Does costly work once for all who ask the same at about the same time, and only so much at once.
 *
 * @returns throws TooManyRequestsError while too much is under way
 */
export function shareWork<K extends string, T>(
  work: (key: K) => Promise<T>,
  { age, atOnce, clock }: { age: number; atOnce: number; clock: Pick<Clock, "now"> },
): (key: K) => Promise<T> {
  const kept = new Map<K, { time: number; answer: Promise<T> }>();
  let underWay = 0;
  return async (key) => {
    const known = kept.get(key);
    if (known !== undefined && clock.now() - known.time < age) return known.answer;
    if (underWay >= atOnce) {
      throw new TooManyRequestsError("Too many answers of this kind are being made.");
    }
    const oldest = kept.keys().next();
    if (kept.size >= MOST_KEPT && oldest.done !== true) kept.delete(oldest.value);
    underWay += 1;
    const answer = work(key).finally(() => {
      underWay -= 1;
    });
    kept.delete(key);
    kept.set(key, { time: clock.now(), answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
