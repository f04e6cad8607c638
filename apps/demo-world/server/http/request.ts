import type { Address } from "@ryugu/sdk/primitives";
import type { Answer, StreamAnswer } from "../answer.ts";
import { SessionUnknownError } from "./errors.ts";

/** Somebody who has signed in. */
export interface Session {
  /** Names the session in memory, and is no secret: the token cannot be told from it. */
  readonly id: string;
  readonly address: Address;
  /** Unix milliseconds. */
  readonly expiresAt: number;
}

/** One request, as far as a handler may look at it. */
export interface WorldRequest {
  readonly method: string;
  /** The URL's path, still percent-encoded. */
  readonly path: string;
  /** What stood where the route's pattern has a `:name`, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The machine it came from. */
  readonly ip: string;
  /** The session that `authorization: Bearer` names; undefined where there is none. */
  readonly session: Session | undefined;
  /** The bearer token as it came, for routes that know other tokens than sessions'. */
  readonly bearer: string | undefined;
  /** One header's value; empty where it is not there. */
  header(name: string): string;
  /**
   * The body as JSON.
   *
   * @throws BodyTooLargeError, BodyRefusedError, InvalidJsonError
   */
  body(most?: number): Promise<unknown>;
  /**
   * The body's bytes. Nothing is read where `content-length` already says more than `most`.
   *
   * @throws BodyTooLargeError, BodyRefusedError
   */
  bytes(most: number): Promise<Uint8Array>;
}

/** Answers one request. What it throws is answered too: see `AnswerableError`. */
export type Handler = (
  request: WorldRequest,
) => Answer | StreamAnswer | Promise<Answer | StreamAnswer>;

/** Lets only those in who have signed in. */
export function signedIn(
  handle: (request: WorldRequest, session: Session) => ReturnType<Handler>,
): Handler {
  return (request) => {
    const { session } = request;
    if (session === undefined) {
      throw new SessionUnknownError("Sign in first: no session stands behind this request.");
    }
    return handle(request, session);
  };
}
