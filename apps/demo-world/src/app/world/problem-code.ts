import { findCause, RyuguError } from "@ryugu/sdk/errors";
import { PlatformRefusedError } from "../../services/errors.ts";
import type { Problem } from "../../stores/world/arrival-store.ts";

/** What went wrong, as a code that the page has words for: a server's own reason where it gave one. */
export function problemOf(error: unknown): Problem {
  const refused = findCause(error, PlatformRefusedError);
  if (refused !== undefined) return { code: refused.reason, detail: refused.shortMessage };
  const known = findCause(error, RyuguError);
  if (known === undefined) return { code: "unknown" };
  const reason = (known as { reason?: unknown }).reason;
  return {
    code: typeof reason === "string" ? `${known.code}/${reason}` : known.code,
    detail: known.shortMessage,
  };
}
