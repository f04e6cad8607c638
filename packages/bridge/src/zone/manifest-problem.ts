import { findCause } from "@ryugu/sdk/errors";
import { ManifestUnavailableError } from "@ryugu/sdk/zone";
import type { NodeEvent } from "../ports/report.ts";

/** What a failed look at the manifest's source is to be told as. The node goes on with the manifest that it has. */
export function manifestProblem(error: unknown): NodeEvent {
  const isAway = findCause(error, ManifestUnavailableError) !== undefined;
  return { type: isAway ? "manifest-unavailable" : "manifest-refused", error };
}
