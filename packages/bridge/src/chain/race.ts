import type { Clock } from "../ports/clock.ts";
import type { Endpoint } from "./endpoint.ts";
import type { EndpointLine, Question } from "./endpoint-health.ts";

/** One endpoint's answer. */
export interface Answer<T> {
  endpoint: Endpoint;
  answer: T;
}

/** What came of asking when it was not enough. */
export class NotEnough<T> {
  readonly answers: readonly Answer<T>[];
  readonly errors: readonly unknown[];

  constructor(answers: readonly Answer<T>[], errors: readonly unknown[]) {
    this.answers = answers;
    this.errors = errors;
  }
}

export interface RaceOptions<T, R> {
  line: EndpointLine;
  clock: Pick<Clock, "sleep">;
  /** How many are asked at once; more only when these are not enough. */
  atOnce: number;
  /** How long an endpoint is waited for before the next one is asked too, in milliseconds. */
  patience: number;
  question: Question<T>;
  /** What the answers so far come to; undefined while they are not enough. */
  enough(answers: readonly Answer<T>[]): R | undefined;
}

/** Said here: an abort without a reason makes an error with a stack each time. */
const DECIDED = "The answers are enough.";
const ANSWERED = "The endpoint has answered.";

/**
 * Asks endpoints in their order until their answers are enough. One that stalls holds nobody: after `patience` the
 * next is asked as well, and who stalled comes later the next time. What is still open at the end is cut off.
 *
 * @returns NotEnough when all have answered or failed
 */
export function race<T, R>(options: RaceOptions<T, R>): Promise<R | NotEnough<T>> {
  const { line, clock, patience, question, enough } = options;
  const waiting = [...line.inOrder()];
  const answers: Answer<T>[] = [];
  const errors: unknown[] = [];
  const over = new AbortController();
  /** Of endpoints that are waited for. */
  const patiences = new Set<AbortController>();

  return new Promise((resolve) => {
    const end = (result: R | NotEnough<T>) => {
      over.abort(DECIDED);
      for (const each of patiences) each.abort(DECIDED);
      resolve(result);
    };

    /** After an answer that was not enough, or a failure. */
    const goOn = () => {
      if (over.signal.aborted) return;
      const result = enough(answers);
      if (result !== undefined) return end(result);
      const wanted = options.atOnce - answers.length - patiences.size;
      for (let i = 0; i < Math.max(wanted, patiences.size === 0 ? 1 : 0); i++) askNext();
      if (patiences.size === 0) end(new NotEnough(answers, errors));
    };

    const askNext = () => {
      const endpoint = waiting.shift();
      if (endpoint === undefined) return;
      const settled = new AbortController();
      patiences.add(settled);
      void watch(endpoint, settled.signal);
      line
        .ask(endpoint, question, over.signal)
        .then(
          (answer) => answers.push({ endpoint, answer }),
          (error: unknown) => errors.push(error),
        )
        .finally(() => {
          settled.abort(ANSWERED);
          patiences.delete(settled);
          goOn();
        });
    };

    const watch = async (endpoint: Endpoint, settled: AbortSignal) => {
      await clock.sleep(patience, settled);
      if (settled.aborted) return;
      line.late(endpoint);
      askNext();
    };

    goOn();
  });
}
