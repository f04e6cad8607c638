import { createHash, timingSafeEqual } from "node:crypto";
import type { AccessRole } from "./scopes.ts";

/** Somebody who was given a token. The node knows only its hash. */
export interface AccessToken {
  name: string;
  role: AccessRole;
  /** SHA-256 of the token, as hex. */
  sha256: string;
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{16,512})$/i;

/** Finds whose token a request bears. Every token is compared, and each in constant time. */
export function findToken(
  tokens: readonly AccessToken[],
  authorization: string,
): AccessToken | undefined {
  const [, bearer = ""] = BEARER.exec(authorization) ?? [];
  const hash = createHash("sha256").update(bearer).digest();
  return tokens
    .filter(({ sha256 }) => timingSafeEqual(Buffer.from(sha256, "hex"), hash))
    .find(() => bearer !== "");
}
