import { OriginRefusedError } from "./errors.ts";

/** Whose pages may talk to this server. */
export interface AllowedOrigins {
  /** The origins (`http://localhost:8080`), now: the manifest may change. */
  list(): Promise<readonly string[]>;
}

/** How long a browser may remember a preflight's answer, in seconds. */
const PREFLIGHT_AGE = "600";
const METHODS = "GET, HEAD, POST, PUT, DELETE";
const HEADERS = "authorization, content-type, last-event-id";

/** Says to a browser that a page of this origin may read the answer. Empty for origins that may not. */
export function corsHeaders(
  origin: string,
  allowed: readonly string[],
): Readonly<Record<string, string>> {
  if (origin === "" || !allowed.includes(origin)) return {};
  return { "access-control-allow-origin": origin, "access-control-expose-headers": "retry-after" };
}

/** Answers a preflight of an allowed origin. */
export const PREFLIGHT_HEADERS: Readonly<Record<string, string>> = {
  "access-control-allow-methods": METHODS,
  "access-control-allow-headers": HEADERS,
  "access-control-max-age": PREFLIGHT_AGE,
};

/**
 * Refuses what a stranger's page would change. Programs that are no browser send no origin; they hold no one
 * else's session either.
 *
 * @throws OriginRefusedError
 */
export function checkOrigin(origin: string, allowed: readonly string[]): void {
  if (origin === "" || allowed.includes(origin)) return;
  throw new OriginRefusedError("Pages of this origin may not ask for this.");
}
