import { expect, test } from "vitest";
import { CHAINS, type RunningZone } from "../../src/index.ts";
import { Traveller, type ZoneAccess } from "../support/traveller.ts";

/** Each partner has its own endpoints; what happens to two partners' does not stop the zone. */
export function endpointsBroken(zone: () => RunningZone, access: () => ZoneAccess): void {
  test("one partner's endpoints stall and another's refuse: crossings go on, and both recover", async () => {
    const traveller = await Traveller.with(access(), 1);
    for (const { slug } of CHAINS) {
      zone().endpoint("otohime", slug).setFault({ kind: "stall" });
      zone().endpoint("minamo", slug).setFault({ kind: "refuse" });
    }
    const { messageId } = await traveller.send("away", [1n]);
    const { state, signers } = await traveller.arrival(messageId);
    expect(state).toBe("delivered");
    expect(signers).toHaveLength(3);

    for (const { slug } of CHAINS) {
      zone().endpoint("otohime", slug).setFault(undefined);
      zone().endpoint("minamo", slug).setFault(undefined);
    }
    await Promise.all([zone().node("otohime").whenReady(), zone().node("minamo").whenReady()]);
    expect(zone().node("otohime").restarts + zone().node("minamo").restarts).toBe(0);
  });
}
