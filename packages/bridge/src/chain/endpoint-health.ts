import { findCause, RyuguError } from "@ryugu/sdk/errors";
import type { ChainId } from "@ryugu/sdk/primitives";
import { CallRevertedError, RangeTooLargeError } from "../domain/errors.ts";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import {
  EndpointBehindError,
  EndpointBusyError,
  EndpointFailedError,
  EndpointRefusedError,
  OtherChainError,
} from "./errors.ts";

/** A question to one endpoint. */
export type Question<T> = (endpoint: Endpoint) => Promise<T>;

/** Endpoints in the order in which they are worth asking. */
export interface EndpointLine {
  /** Those that failed lately come last. */
  inOrder(): readonly Endpoint[];
  /** Those that have not failed lately. */
  awake(): readonly Endpoint[];
  /** Asks one, and remembers how it went unless nobody waits any more. */
  ask<T>(endpoint: Endpoint, question: Question<T>, signal: AbortSignal): Promise<T>;
  /** It takes longer than the others: it comes after them for a while, longer each time. */
  late(endpoint: Endpoint): void;
  /** It is no use for now, for a reason that its operator should hear. */
  fault(endpoint: Endpoint, error: unknown): void;
  /** What it says cannot be, or others say otherwise: it comes last for a while. */
  doubt(endpoint: Endpoint): void;
}

/** How long an endpoint that failed is put last, in milliseconds: doubled with each failure. */
const REST = { first: 1_000, most: 60_000 };

interface Health {
  failures: number;
  restUntil: number;
  /** Whether its operator was told. */
  told: boolean;
}

const WELL: Health = { failures: 0, restUntil: 0, told: false };

/** Keeps the health of a chain's endpoints, in memory only. */
export function endpointLine(
  chain: ChainId,
  endpoints: readonly Endpoint[],
  clock: Pick<Clock, "now">,
  report: Report,
): EndpointLine {
  const healths = new Map<Endpoint, Health>();
  const healthOf = (endpoint: Endpoint): Health => healths.get(endpoint) ?? WELL;
  const rest = (endpoint: Endpoint) => Math.max(healthOf(endpoint).restUntil - clock.now(), 0);

  const late = (endpoint: Endpoint, atLeast = 0) => {
    const known = healthOf(endpoint);
    const pause = Math.min(REST.most, REST.first * 2 ** Math.min(known.failures, 10));
    const restUntil = clock.now() + Math.max(pause, Math.min(atLeast, REST.most));
    healths.set(endpoint, { ...known, failures: known.failures + 1, restUntil });
  };

  const fault = (endpoint: Endpoint, error: unknown) => {
    late(endpoint, longestRest(error));
    const known = healthOf(endpoint);
    if (known.told) return;
    healths.set(endpoint, { ...known, told: true });
    report({ type: "endpoint-failed", chain, endpoint: endpoint.name, error });
  };

  const answered = (endpoint: Endpoint) => {
    const { failures, restUntil, told } = healthOf(endpoint);
    if (failures > 0) healths.set(endpoint, { ...WELL, restUntil });
    if (told) report({ type: "endpoint-recovered", chain, endpoint: endpoint.name });
  };

  return {
    inOrder: () => [...endpoints].sort((a, b) => rest(a) - rest(b)),
    awake: () => endpoints.filter((endpoint) => rest(endpoint) === 0),
    late,
    fault,
    async ask(endpoint, question, signal) {
      const before = healthOf(endpoint);
      try {
        const answer = await question({
          name: endpoint.name,
          send: (request) => endpoint.send(request, signal),
        });
        // Whoever was found to be late meanwhile is not well because it has answered at last.
        if (!signal.aborted && healthOf(endpoint) === before) answered(endpoint);
        return answer;
      } catch (error) {
        if (isNoAnswer(error) && !signal.aborted) fault(endpoint, error);
        throw asTyped(error, endpoint);
      }
    },
    doubt(endpoint) {
      healths.set(endpoint, { ...healthOf(endpoint), restUntil: clock.now() + REST.most });
    },
  };
}

/** A refusal is an answer; silence, nonsense and another chain's are not. */
function isNoAnswer(error: unknown): boolean {
  const isAnswer = [
    EndpointRefusedError,
    EndpointBehindError,
    CallRevertedError,
    RangeTooLargeError,
  ];
  if (findCause(error, EndpointFailedError) !== undefined) return true;
  return !isAnswer.some((type) => error instanceof type);
}

/** How long it is known to be of no use, in milliseconds. */
function longestRest(error: unknown): number {
  if (error instanceof OtherChainError) return REST.most;
  return error instanceof EndpointBusyError ? (error.retryAfter ?? REST.first * 5) : 0;
}

/** An answer that does not have the shape that it must have is a failure of who gave it. */
function asTyped(error: unknown, endpoint: Endpoint): unknown {
  if (error instanceof RyuguError && error.retryable) return error;
  if (error instanceof CallRevertedError) return error;
  return new EndpointFailedError("An RPC endpoint answered something that cannot be.", {
    cause: error,
    details: [`Endpoint: ${endpoint.name}`],
  });
}
