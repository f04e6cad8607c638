import { findCause } from "@ryugu/sdk/errors";
import type { Attestation } from "@ryugu/sdk/lane";
import { isSameAddress, parseJson, parseShape, readBoundedText } from "@ryugu/sdk/primitives";
import type { Clock } from "../ports/clock.ts";
import type { AttestationExchange, AttestationQuery, Peer } from "../ports/exchange.ts";
import type { Report } from "../ports/report.ts";
import { attestationPageSchema, MAX_ATTESTATIONS, toAttestation } from "./attestation-json.ts";
import { PeerFailedError } from "./errors.ts";
import { type Intake, verifyInTurns } from "./intake.ts";

/** Another partner's node and where it answers. */
export interface PeerAddress extends Peer {
  url: string;
}

export interface HttpExchangeOptions {
  /** The zone's other nodes now: partners join, leave and move. */
  peers: () => readonly PeerAddress[];
  intake: Pick<Intake, "verify">;
  clock: Clock;
  report: Report;
  /** How long one request may take, in milliseconds. */
  timeout: number;
  /** A peer that has not answered for this long does not count as answering, in milliseconds. */
  silence: number;
  /** How requests travel: over HTTP, unless something stands in for it. */
  transport?: PeerTransport;
}

/** A request to a peer. */
export interface PeerRequest {
  method: "GET" | "POST";
  url: string;
  body?: string;
  /** How long it may take, in milliseconds. */
  timeout: number;
}

/** Carries a request to a peer and its answer back. Rejects when none comes in time. */
export type PeerTransport = (request: PeerRequest) => Promise<{ status: number; text: string }>;

const overHttp: PeerTransport = async ({ method, url, body, timeout }) => {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(timeout),
    ...(body === undefined ? {} : { body, headers: { "content-type": "application/json" } }),
  });
  return { status: response.status, text: await readBoundedText(response, MAX_ANSWER) };
};

/** Attestations waiting for one peer; the oldest are dropped, the peer fetches them itself. */
const MAX_WAITING = 1_024;
const MAX_ANSWER = 1_024 * 1_024;

interface Line {
  peer: PeerAddress;
  waiting: Attestation[];
  sending: boolean;
  lastAnswer: number;
  failing: boolean;
  /** Whether its latest answer was reported. */
  answered: boolean;
}

const newLine = (peer: PeerAddress): Line => ({
  peer,
  waiting: [],
  sending: false,
  lastAnswer: Number.NEGATIVE_INFINITY,
  failing: false,
  answered: false,
});

/** Exchanges attestations over HTTP: offered at once, and fetched when something is missing. */
export function httpExchange(options: HttpExchangeOptions): AttestationExchange {
  const { clock, report, timeout, intake, transport = overHttp } = options;
  const known = new Map<string, Line>();

  /** A line for each peer of now; one that moved gets a new one. */
  const lines = (): Line[] =>
    options.peers().map((peer) => {
      const line = known.get(peer.name);
      if (line?.peer.url === peer.url && line.peer.validator === peer.validator) return line;
      const fresh = newLine(peer);
      known.set(peer.name, fresh);
      return fresh;
    });

  const request = async (line: Line, path: string, body?: string): Promise<string> => {
    const url = `${line.peer.url.replace(/\/$/, "")}${path}`;
    try {
      const what =
        body === undefined ? { method: "GET" as const } : { method: "POST" as const, body };
      const { status, text } = await transport({ ...what, url, timeout });
      line.lastAnswer = clock.now();
      if (status >= 200 && status < 300) return text;
      throw new PeerFailedError(`A peer answered ${status}.`, {
        details: [url, text.slice(0, 300)],
      });
    } catch (cause) {
      if (findCause(cause, PeerFailedError) !== undefined) throw cause;
      throw new PeerFailedError("A peer's node did not answer.", { cause, details: [url] });
    }
  };

  const noteAnswer = (line: Line) => {
    if (!line.answered) report({ type: "peer-answered", peer: line.peer.name });
    line.answered = true;
    line.failing = false;
  };

  /** Says it once when a peer goes away, not with every request. */
  const noteFailure = (line: Line, error: unknown) => {
    if (!line.failing) report({ type: "peer-failed", peer: line.peer.name, error });
    line.failing = true;
    line.answered = false;
  };

  const drain = async (line: Line): Promise<void> => {
    if (line.sending) return;
    line.sending = true;
    try {
      while (line.waiting.length > 0) {
        const batch = line.waiting.splice(0, MAX_ATTESTATIONS);
        await request(line, "/v1/attestations", JSON.stringify({ attestations: batch }));
        noteAnswer(line);
      }
    } catch (error) {
      line.waiting = [];
      noteFailure(line, error);
    } finally {
      line.sending = false;
    }
  };

  const lineOf = (peer: Peer): Line => {
    const line = lines().find((candidate) => candidate.peer.name === peer.name);
    if (line === undefined)
      throw new PeerFailedError("There is no peer of this name.", { details: [peer.name] });
    return line;
  };

  return {
    get peers() {
      return options.peers();
    },
    publish(attestations) {
      for (const line of lines()) {
        line.waiting.push(...attestations);
        line.waiting.splice(0, line.waiting.length - MAX_WAITING);
        void drain(line);
      }
    },
    async pull(peer, query) {
      const line = lineOf(peer);
      try {
        const text = await request(line, pathOf(query));
        const page = parseShape(
          attestationPageSchema,
          parseJson(text, MAX_ANSWER),
          "A peer's attestations",
        );
        const attestations = page.attestations.map(toAttestation);
        await verifyInTurns(attestations, intake.verify);
        noteAnswer(line);
        return attestations;
      } catch (error) {
        noteFailure(line, error);
        throw error;
      }
    },
    isAnswering: (validator) =>
      lines().some(
        ({ peer, lastAnswer, failing }) =>
          isSameAddress(peer.validator, validator) &&
          !failing &&
          clock.now() - lastAnswer < options.silence,
      ),
  };
}

function pathOf({ laneId, from, limit, validator }: AttestationQuery): string {
  const query = new URLSearchParams({
    from: `${from}`,
    limit: `${limit}`,
    ...(validator === undefined ? {} : { validator }),
  });
  return `/v1/lanes/${laneId}/attestations?${query}`;
}
