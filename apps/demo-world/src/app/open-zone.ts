import { findCause, RyuguError } from "@ryugu/sdk/errors";
import type { ZoneManifest } from "@ryugu/sdk/zone";
import { wait } from "../services/wait.ts";
import { backoff } from "../sim/backoff.ts";
import type { WorldStores } from "../stores/index.ts";
import type { ZoneProblem } from "../stores/zone-store.ts";

/**
 * Loads and verifies the zone, trying again for as long as it is only absent. A manifest that is wrong is
 * refused for good.
 */
export async function openZone(
  stores: WorldStores,
  signal: AbortSignal,
): Promise<ZoneManifest | undefined> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      // The verification brings its cryptography along; the page is drawn before it has arrived.
      const { loadZone } = await import("../services/load-zone.ts");
      const zone = await loadZone(signal);
      stores.zone.setState({ phase: "verified", ...zone }, true);
      return zone.manifest;
    } catch (error) {
      const known = findCause(error, RyuguError);
      if (known !== undefined && !known.retryable) {
        stores.zone.setState({ phase: "refused", problem: toProblem(known) }, true);
        return undefined;
      }
      const problem =
        known === undefined ? { code: "", sentence: "", details: [] } : toProblem(known);
      stores.zone.setState({ phase: "loading", problem }, true);
      await wait(backoff(tries), signal);
    }
  }
  return undefined;
}

const toProblem = ({ code, shortMessage, details }: RyuguError): ZoneProblem => ({
  code,
  sentence: shortMessage,
  details,
});
