import { findCause } from "@ryugu/sdk/errors";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import {
  ChainUnreachableError,
  EndpointFailedError,
  EndpointRefusedError,
  EndpointsDisagreeError,
} from "./errors.ts";

/** Several endpoints of one chain behind one face. */
export interface EndpointPool {
  /** Asks one endpoint after the other until one answers; those that failed lately come last. */
  any<T>(ask: (endpoint: Endpoint) => Promise<T>): Promise<T>;
  /**
   * Asks until the configured number of endpoints have given the same answer.
   *
   * @throws EndpointsDisagreeError
   */
  agreed<T>(ask: (endpoint: Endpoint) => Promise<T>): Promise<T>;
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

/** How long an endpoint that failed is put last, in milliseconds: doubled with each failure. */
const REST = { first: 1_000, most: 60_000 };

interface Health {
  endpoint: Endpoint;
  failures: number;
  restUntil: number;
}

/** Failover and agreement over endpoints. Keeps each endpoint's health in memory only. */
export function endpointPool(options: EndpointPoolOptions): EndpointPool {
  const { chain, agreement, clock, report } = options;
  const all: Health[] = options.endpoints.map((endpoint) => ({
    endpoint,
    failures: 0,
    restUntil: 0,
  }));

  let latest: Health | undefined;

  const inOrder = () => {
    const now = clock.now();
    return [...all].sort((a, b) => Math.max(a.restUntil - now, 0) - Math.max(b.restUntil - now, 0));
  };

  const note = (health: Health, error: unknown) => {
    health.failures += 1;
    const rest = Math.min(REST.most, REST.first * 2 ** Math.min(health.failures - 1, 10));
    health.restUntil = clock.now() + rest;
    if (health.failures === 1)
      report({ type: "endpoint-failed", chain, endpoint: health.endpoint.name, error });
  };

  const tryOne = async <T>(health: Health, ask: (endpoint: Endpoint) => Promise<T>): Promise<T> => {
    try {
      const answer = await ask(health.endpoint);
      if (health.failures > 0)
        report({ type: "endpoint-recovered", chain, endpoint: health.endpoint.name });
      health.failures = 0;
      if (health.restUntil <= clock.now()) health.restUntil = 0;
      latest = health;
      return answer;
    } catch (error) {
      if (findCause(error, EndpointFailedError) !== undefined) note(health, error);
      throw error;
    }
  };

  const collect = async <T>(ask: (endpoint: Endpoint) => Promise<T>, wanted: number) => {
    const votes = new Map<string, { answer: T; count: number }>();
    const errors: unknown[] = [];
    for (const health of inOrder()) {
      try {
        const answer = await tryOne(health, ask);
        const key = wanted === 1 ? "" : fingerprint(answer);
        const vote = votes.get(key) ?? { answer, count: 0 };
        vote.count += 1;
        if (vote.count >= wanted) return { answer: vote.answer };
        votes.set(key, vote);
      } catch (error) {
        errors.push(error);
      }
    }
    return { errors, answers: votes.size };
  };

  const settle = async <T>(ask: (endpoint: Endpoint) => Promise<T>, wanted: number): Promise<T> => {
    const outcome = await collect(ask, wanted);
    if ("answer" in outcome) return outcome.answer;
    const { errors, answers } = outcome;
    const first = errors.find((error) => !(error instanceof EndpointFailedError)) ?? errors[0];
    if (answers > 0) {
      throw new EndpointsDisagreeError("Too few RPC endpoints gave the same answer.", {
        cause: first,
        details: [`Chain: ${chain}`, `Needed: ${wanted}`, `Different answers: ${answers}`],
      });
    }
    // A refusal is an answer about the question; the caller knows what to make of it.
    if (first instanceof EndpointRefusedError || !(first instanceof EndpointFailedError))
      throw first;
    throw new ChainUnreachableError("No RPC endpoint of a chain answered.", {
      cause: first,
      details: [
        `Chain: ${chain}`,
        `Endpoints: ${all.map(({ endpoint }) => endpoint.name).join(", ")}`,
      ],
    });
  };

  return {
    any: (ask) => settle(ask, 1),
    agreed: (ask) => settle(ask, agreement),
    distrust() {
      if (latest !== undefined) latest.restUntil = clock.now() + REST.most;
    },
  };
}

function fingerprint(answer: unknown): string {
  return JSON.stringify(answer, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}
