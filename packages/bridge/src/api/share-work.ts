import type { Clock } from "../ports/clock.ts";
import { TooManyRequestsError } from "./errors.ts";

/** Answers that are kept at one time, where nothing else is said. */
const MOST_KEPT = 256;

/**
 * Does costly work once for all who ask the same at about the same time, and only so much at once.
 *
 * @param work - `by`: whoever asked first, for whom it is done
 * @returns throws TooManyRequestsError while too much is under way
 */
export function shareWork<K extends string, T, By extends readonly unknown[] = []>(
  work: (key: K, ...by: By) => Promise<T>,
  {
    age,
    atOnce,
    clock,
    mostKept = MOST_KEPT,
  }: { age: number; atOnce: number; clock: Pick<Clock, "now">; mostKept?: number },
): (key: K, ...by: By) => Promise<T> {
  const kept = new Map<K, { time: number; answer: Promise<T> }>();
  let underWay = 0;
  return async (key, ...by) => {
    const known = kept.get(key);
    if (known !== undefined && clock.now() - known.time < age) return known.answer;
    if (underWay >= atOnce) {
      throw new TooManyRequestsError("Too many answers of this kind are being made.");
    }
    const oldest = kept.keys().next();
    if (kept.size >= mostKept && oldest.done !== true) kept.delete(oldest.value);
    underWay += 1;
    const answer = work(key, ...by).finally(() => {
      underWay -= 1;
    });
    kept.delete(key);
    kept.set(key, { time: clock.now(), answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
