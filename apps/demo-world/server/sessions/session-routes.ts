import {
  type ContractVerifier,
  InvalidSiweMessageError,
  parseSiweMessage,
  SiweRefusedError,
  verifySiwe,
} from "@ryugu/sdk/passport";
import { type Address, type ChainId, parseShape } from "@ryugu/sdk/primitives";
import { sessionRequest } from "../../src/sim/protocol/http.ts";
import { type Answer, emptyAnswer, jsonAnswer, privateAnswer } from "../answer.ts";
import { signedIn, type WorldRequest } from "../http/request.ts";
import type { Route } from "../http/route.ts";
import type { Log } from "../log.ts";
import { NONCE_LIFE, type Nonces } from "./nonces.ts";
import type { Sessions } from "./session-store.ts";

/** What signing in needs. */
export interface SessionParts {
  readonly sessions: Sessions;
  readonly nonces: Nonces;
  /** What a person signs in to. */
  readonly uri: string;
  readonly chain: ChainId;
  /** The hosts (`localhost:8080`) whose pages may ask a person to sign in here. */
  readonly domains: () => Promise<readonly string[]>;
  readonly contractVerifier: ContractVerifier;
  readonly now: () => number;
  readonly log: Log;
}

const UNAUTHORIZED = 401;
const UNAVAILABLE = 503;
/** Generous: many people of one house come from one address. */
const LIMIT = { burst: 120, perMinute: 60 };

/** Signing in with an account (ERC-4361), and out. */
export function sessionRoutes(parts: SessionParts): Route[] {
  const { sessions, nonces, now } = parts;
  return [
    {
      method: "POST",
      path: "/session/nonce",
      limit: LIMIT,
      handle: () => privateAnswer(200, nonces.give(now())),
    },
    { method: "POST", path: "/session", limit: LIMIT, handle: (request) => open(parts, request) },
    {
      method: "GET",
      path: "/session",
      handle: signedIn((_, { address, expiresAt }) => privateAnswer(200, { address, expiresAt })),
    },
    {
      method: "DELETE",
      path: "/session",
      handle: signedIn((_, session) => {
        sessions.end(session);
        return emptyAnswer();
      }),
    },
  ];
}

async function open(parts: SessionParts, request: WorldRequest): Promise<Answer> {
  const asked = parseShape(sessionRequest, await request.body(), "The sign-in");
  try {
    const account = await verify(parts, asked);
    const { token, session } = parts.sessions.open(account, parts.now());
    parts.log("session-opened");
    const { address, expiresAt } = session;
    return privateAnswer(200, { token, address, expiresAt });
  } catch (error) {
    if (error instanceof InvalidSiweMessageError) return jsonAnswer(UNAUTHORIZED, { error });
    if (!(error instanceof SiweRefusedError)) throw error;
    parts.log("session-refused", { reason: error.reason });
    const status = error.reason === "contract-check-failed" ? UNAVAILABLE : UNAUTHORIZED;
    return jsonAnswer(status, { error: { ...error.toJSON(), reason: error.reason } });
  }
}

async function verify(
  parts: SessionParts,
  { message, signature }: { message: string; signature: string },
): Promise<Address> {
  const { nonce } = parseSiweMessage(message);
  const now = parts.now();
  // Taken before anything is checked: whatever comes of this message, it signs in at most once.
  const isOurs = parts.nonces.take(nonce, now);
  const { address } = await verifySiwe({
    message,
    signature,
    expect: {
      domains: await parts.domains(),
      uri: parts.uri,
      nonce: isOurs ? nonce : "",
      chains: [parts.chain],
      now: new Date(now),
      maxAgeMs: NONCE_LIFE,
    },
    contractVerifier: parts.contractVerifier,
  });
  return address;
}
