import type { ChainId } from "@ryugu/sdk/primitives";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import { endpointLine } from "./endpoint-health.ts";
import { ChainUnreachableError, EndpointFailedError, EndpointsDisagreeError } from "./errors.ts";

/** A question to one endpoint. */
type Question<T> = (endpoint: Endpoint) => Promise<T>;

/** Several endpoints of one chain behind one face. */
export interface EndpointPool {
  /** Asks one endpoint after the other until one answers; those that failed lately come last. */
  any<T>(question: Question<T>): Promise<T>;
  /**
   * Asks until the configured number of endpoints have given the same answer.
   *
   * @throws EndpointsDisagreeError
   */
  agreed<T>(question: Question<T>): Promise<T>;
  /**
   * The answers of as many endpoints as must agree, whatever they are: for what differs honestly from
   * one to the next, such as the newest block.
   *
   * @throws EndpointsDisagreeError when fewer answered
   */
  several<T>(question: Question<T>): Promise<T[]>;
  /** Puts the endpoint that answered last behind the others for a while. */
  distrust(): void;
}

export interface EndpointPoolOptions {
  chain: ChainId;
  endpoints: readonly Endpoint[];
  /** How many endpoints must agree before something is signed. */
  agreement: number;
  clock: Clock;
  report: Report;
}

/** Failover and agreement over endpoints. */
export function endpointPool(options: EndpointPoolOptions): EndpointPool {
  const { chain, endpoints, agreement } = options;
  const line = endpointLine(chain, endpoints, options.clock, options.report);

  /** Asks in order until the answers so far are enough. */
  const collect = async <T, R>(
    question: Question<T>,
    enough: (answers: readonly T[]) => R | undefined,
  ): Promise<R> => {
    const answers: T[] = [];
    const errors: unknown[] = [];
    for (const endpoint of line.inOrder()) {
      try {
        answers.push(await line.ask(endpoint, question));
      } catch (error) {
        errors.push(error);
        continue;
      }
      const result = enough(answers);
      if (result !== undefined) return result;
    }
    throw tooFew(answers.length, errors);
  };

  const tooFew = (answers: number, errors: readonly unknown[]): unknown => {
    const telling = errors.find((error) => !(error instanceof EndpointFailedError));
    if (answers > 0) {
      return new EndpointsDisagreeError("Too few RPC endpoints gave the same answer.", {
        cause: telling ?? errors[0],
        details: [
          `Chain: ${chain}`,
          `Needed: ${agreement}`,
          `Answered: ${answers} of ${endpoints.length}`,
        ],
      });
    }
    // A refusal is an answer about the question; the caller knows what to make of it.
    if (telling !== undefined) return telling;
    return new ChainUnreachableError("No RPC endpoint of a chain answered.", {
      cause: errors[0],
      details: [`Chain: ${chain}`, `Endpoints: ${endpoints.map(({ name }) => name).join(", ")}`],
    });
  };

  return {
    any: async (question) =>
      (await collect(question, (answers) => agreedAnswer(answers, 1))).answer,
    agreed: async (question) =>
      (await collect(question, (answers) => agreedAnswer(answers, agreement))).answer,
    several: (question) =>
      collect(question, (answers) => (answers.length >= agreement ? [...answers] : undefined)),
    distrust: line.distrust,
  };
}

/** The answer that enough endpoints gave, wrapped because an answer may be undefined itself. */
function agreedAnswer<T>(answers: readonly T[], wanted: number): { answer: T } | undefined {
  const newest = answers.at(-1) as T;
  if (wanted === 1) return { answer: newest };
  const same = answers.filter((answer) => fingerprint(answer) === fingerprint(newest));
  return same.length >= wanted ? { answer: newest } : undefined;
}

function fingerprint(answer: unknown): string {
  return (
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === "bigint" ? `${value}n` : value,
    ) ?? "undefined"
  );
}
