import type { ChainId } from "@ryugu/sdk/primitives";
import { operatorOf } from "../domain/independence.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import { type EndpointLine, endpointLine, type Question } from "./endpoint-health.ts";
import {
  ChainUnreachableError,
  EndpointBehindError,
  EndpointFailedError,
  EndpointsDisagreeError,
} from "./errors.ts";
import { type Answer, NotEnough, race } from "./race.ts";
import { survey } from "./survey.ts";

/** Several endpoints of one chain behind one face. */
export interface EndpointPool {
  /** How many independent endpoints must agree. */
  readonly agreement: number;
  /** Asks one endpoint, and the next when it fails or takes too long; those that failed lately come last. */
  any<T>(question: Question<T>): Promise<T>;
  /**
   * Asks until the configured number of independent endpoints have given the same answer. One that
   * says otherwise is reported, and asked last for a while.
   *
   * @throws EndpointsDisagreeError
   */
  agreed<T>(question: Question<T>): Promise<T>;
  /**
   * What every endpoint that is well says, one answer for each operator, and at least as many as must
   * agree: for what differs honestly from one to the next, such as the newest block.
   *
   * @throws EndpointsDisagreeError when fewer answered
   */
  survey<T>(question: Question<T>): Promise<Answer<T>[]>;
  /** Tells every endpoint, and answers what the first says that takes it. */
  broadcast<T>(question: Question<T>): Promise<T>;
  /** Puts the endpoint that gave an answer, or else the newest one, behind the others for a while. */
  distrust(answer?: object): void;
  /** Says that an endpoint is of no use for now. */
  fault: EndpointLine["fault"];
}

export interface EndpointPoolOptions {
  chain: ChainId;
  endpoints: readonly Endpoint[];
  /** How many endpoints must agree before something is signed. */
  agreement: number;
  /** How long an endpoint is waited for before the next one is asked too, in milliseconds. */
  patience: number;
  clock: Clock;
  report: Report;
}

/** Failover and agreement over endpoints. */
export function endpointPool(options: EndpointPoolOptions): EndpointPool {
  const { chain, endpoints, agreement, patience, clock, report } = options;
  const line = endpointLine(chain, endpoints, clock, report);
  const sources = new WeakMap<object, Endpoint>();

  let newestSource: Endpoint | undefined;
  const remember = <T>({ endpoint, answer }: Answer<T>): T => {
    newestSource = endpoint;
    if (typeof answer === "object" && answer !== null) sources.set(answer, endpoint);
    return answer;
  };

  const orThrow = <T, R>(result: R | NotEnough<T>): R => {
    if (result instanceof NotEnough) throw tooFew(options, result);
    return result;
  };

  const contradict = (endpoint: Endpoint) => {
    line.doubt(endpoint);
    report({ type: "endpoint-contradicted", chain, endpoint: endpoint.name });
  };

  return {
    agreement,
    fault: line.fault,
    async any<T>(question: Question<T>) {
      const enough = (answers: readonly Answer<T>[]) => answers[0];
      const asked = { line, clock, patience, question, atOnce: 1, enough };
      return remember(orThrow(await race(asked)));
    },
    async agreed<T>(question: Question<T>) {
      const enough = (answers: readonly Answer<T>[]) => verdictOf(answers, agreement);
      const asked = { line, clock, patience, question, atOnce: agreement, enough };
      const { agreed, others } = orThrow(await race(asked));
      for (const { endpoint } of others) contradict(endpoint);
      return remember(agreed);
    },
    async survey<T>(question: Question<T>) {
      const enough = (answers: readonly Answer<T>[]) => byOperator(answers).length >= agreement;
      return byOperator(orThrow(await survey({ line, clock, question, enough, least: agreement })));
    },
    async broadcast<T>(question: Question<T>) {
      const errors: unknown[] = [];
      const { signal } = new AbortController();
      const told = endpoints.map((endpoint) =>
        line.ask(endpoint, question, signal).catch((error: unknown) => {
          errors.push(error);
          throw error;
        }),
      );
      return Promise.any(told).catch(() => {
        throw tooFew(options, new NotEnough([], errors));
      });
    },
    distrust(answer) {
      const source = answer === undefined ? newestSource : sources.get(answer);
      if (source !== undefined) line.doubt(source);
    },
  };
}

/** The answer that enough operators gave, and who gave another. */
function verdictOf<T>(
  answers: readonly Answer<T>[],
  wanted: number,
): { agreed: Answer<T>; others: Answer<T>[] } | undefined {
  const newest = answers.at(-1);
  if (newest === undefined) return undefined;
  if (wanted === 1) return { agreed: newest, others: [] };
  const wording = fingerprint(newest.answer);
  const isSame = ({ answer }: Answer<T>) => fingerprint(answer) === wording;
  if (byOperator(answers.filter(isSame)).length < wanted) return undefined;
  return { agreed: newest, others: answers.filter((answer) => !isSame(answer)) };
}

/** One answer for each operator: two addresses of one are one witness. */
function byOperator<T>(answers: readonly Answer<T>[]): Answer<T>[] {
  const firsts = new Map<string, Answer<T>>();
  for (const answer of answers) {
    const operator = operatorOf(answer.endpoint.name);
    if (!firsts.has(operator)) firsts.set(operator, answer);
  }
  return [...firsts.values()];
}

function tooFew<T>(
  { chain, endpoints, agreement }: EndpointPoolOptions,
  { answers, errors }: NotEnough<T>,
): unknown {
  const isSilence = (error: unknown) =>
    error instanceof EndpointFailedError || error instanceof EndpointBehindError;
  const telling = errors.find((error) => !isSilence(error));
  if (answers.length > 0) {
    return new EndpointsDisagreeError("Too few RPC endpoints gave the same answer.", {
      cause: telling ?? errors[0],
      details: [
        `Chain: ${chain}`,
        `Needed: ${agreement}`,
        `Answered: ${answers.length} of ${endpoints.length}`,
      ],
    });
  }
  // A refusal is an answer about the question; the caller knows what to make of it.
  if (telling !== undefined) return telling;
  return new ChainUnreachableError("No RPC endpoint of a chain answered.", {
    cause: errors[0],
    details: [`Chain: ${chain}`, `Endpoints: ${endpoints.map(({ name }) => name).join(", ")}`],
  });
}

function fingerprint(answer: unknown): string {
  return (
    JSON.stringify(answer, (_, value: unknown) =>
      typeof value === "bigint" ? `${value}n` : value,
    ) ?? "undefined"
  );
}
