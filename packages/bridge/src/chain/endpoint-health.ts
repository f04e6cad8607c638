import { findCause } from "@ryugu/sdk/errors";
import type { ChainId } from "@ryugu/sdk/primitives";
import type { Clock } from "../ports/clock.ts";
import type { Report } from "../ports/report.ts";
import type { Endpoint } from "./endpoint.ts";
import { EndpointFailedError } from "./errors.ts";

/** Endpoints in the order in which they are worth asking. */
export interface EndpointLine {
  /** Those that failed lately come last. */
  inOrder(): readonly Endpoint[];
  /** Asks one, and remembers how it went. */
  ask<T>(endpoint: Endpoint, question: (endpoint: Endpoint) => Promise<T>): Promise<T>;
  /** Puts the endpoint that answered last behind the others for a while. */
  distrust(): void;
}

/** How long an endpoint that failed is put last, in milliseconds: doubled with each failure. */
const REST = { first: 1_000, most: 60_000 };

interface Health {
  failures: number;
  restUntil: number;
}

/** Keeps the health of a chain's endpoints, in memory only. */
export function endpointLine(
  chain: ChainId,
  endpoints: readonly Endpoint[],
  clock: Clock,
  report: Report,
): EndpointLine {
  const healths = new Map<Endpoint, Health>(
    endpoints.map((endpoint) => [endpoint, { failures: 0, restUntil: 0 }]),
  );
  let latest: Endpoint | undefined;

  const healthOf = (endpoint: Endpoint): Health =>
    healths.get(endpoint) ?? { failures: 0, restUntil: 0 };
  const rest = (endpoint: Endpoint) => Math.max(healthOf(endpoint).restUntil - clock.now(), 0);

  const noteFailure = (endpoint: Endpoint, error: unknown) => {
    const { failures } = healthOf(endpoint);
    const pause = Math.min(REST.most, REST.first * 2 ** Math.min(failures, 10));
    healths.set(endpoint, { failures: failures + 1, restUntil: clock.now() + pause });
    if (failures > 0) return;
    report({ type: "endpoint-failed", chain, endpoint: endpoint.name, error });
  };

  const noteAnswer = (endpoint: Endpoint) => {
    latest = endpoint;
    const { failures, restUntil } = healthOf(endpoint);
    if (failures === 0) return;
    healths.set(endpoint, { failures: 0, restUntil });
    report({ type: "endpoint-recovered", chain, endpoint: endpoint.name });
  };

  return {
    inOrder: () => [...endpoints].sort((a, b) => rest(a) - rest(b)),
    async ask(endpoint, question) {
      try {
        const answer = await question(endpoint);
        noteAnswer(endpoint);
        return answer;
      } catch (error) {
        if (findCause(error, EndpointFailedError) !== undefined) noteFailure(endpoint, error);
        throw error;
      }
    },
    distrust() {
      if (latest === undefined) return;
      healths.set(latest, { ...healthOf(latest), restUntil: clock.now() + REST.most });
    },
  };
}
