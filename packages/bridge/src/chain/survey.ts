import type { Clock } from "../ports/clock.ts";
import type { EndpointLine, Question } from "./endpoint-health.ts";
import { type Answer, NotEnough } from "./race.ts";

/** How long the others are waited for when enough have answered, in milliseconds. */
const GRACE = 250;
/** Said here: an abort without a reason makes an error with a stack each time. */
const DECIDED = "The answers are enough.";

export interface SurveyOptions<T> {
  line: EndpointLine;
  clock: Pick<Clock, "sleep">;
  question: Question<T>;
  /** Whether the answers so far would do. */
  enough(answers: readonly Answer<T>[]): boolean;
  /** How many answers would do, at least. */
  least: number;
}

/** Asks every endpoint that is well at once, and answers what they say within a moment of when it would do. */
export async function survey<T>(options: SurveyOptions<T>): Promise<Answer<T>[] | NotEnough<T>> {
  const { line, clock, question, enough } = options;
  const awake = line.awake();
  const asked = awake.length >= options.least ? awake : line.inOrder();
  const answers: Answer<T>[] = [];
  const errors: unknown[] = [];
  const over = new AbortController();
  const open = new Set(asked);
  const doing = Promise.withResolvers<void>();
  const all = asked.map(async (endpoint) => {
    try {
      answers.push({ endpoint, answer: await line.ask(endpoint, question, over.signal) });
      if (enough(answers)) doing.resolve();
    } catch (error) {
      errors.push(error);
    }
    open.delete(endpoint);
  });
  const everybody = Promise.all(all);
  await Promise.race([everybody, doing.promise]);
  if (open.size > 0) await Promise.race([everybody, clock.sleep(GRACE, over.signal)]);
  const found = [...answers];
  over.abort(DECIDED);
  for (const endpoint of open) line.late(endpoint);
  return enough(found) ? found : new NotEnough(found, errors);
}
