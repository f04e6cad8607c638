import { findCause, RyuguError } from "@ryugu/sdk/errors";
import { wait } from "../../services/wait.ts";
import { backoff } from "../../sim/backoff.ts";
import { problemOf } from "../world/problem-code.ts";
import { type CreatorDesk, heavy } from "./desk.ts";

/**
 * Reads and verifies the zone, trying again for as long as it is only absent. A manifest that is wrong is refused for good, and
 * nobody in it is asked anything. Says whether there is a zone.
 */
export async function openZone(desk: CreatorDesk, signal: AbortSignal): Promise<boolean> {
  const { view } = desk.stores;
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      const { keptKey, loadZoneHere, openChains, hasPassphrase, passkeysOf } = await heavy();
      const kept = keptKey();
      if (kept !== undefined) {
        const { length: passkeys } = passkeysOf(kept);
        view.setState({
          key: { address: kept.address, hasPassphrase: hasPassphrase(kept), passkeys },
        });
      }
      desk.zone = await loadZoneHere(signal);
      desk.chains = openChains(desk.zone);
      view.setState({ zone: "open", manifest: desk.zone.manifest, zoneProblem: undefined });
      return true;
    } catch (error) {
      const isFinal = findCause(error, RyuguError)?.retryable === false;
      view.setState({ zone: isFinal ? "refused" : "loading", zoneProblem: problemOf(error) });
      if (isFinal) return false;
      await wait(backoff(tries), signal);
    }
  }
  return false;
}
