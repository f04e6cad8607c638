import { setTimeout as delay } from "node:timers/promises";
import { fetchAttestations } from "@ryugu/sdk/transfer";
import { expect, test } from "vitest";
import type { RunningZone } from "../../src/index.ts";
import { deliveredRanges, deliveredUpTo, isGapless, mintsOf } from "../support/deliveries.ts";
import { Traveller, type ZoneAccess } from "../support/traveller.ts";

/** How long nothing may move after both who live have signed: many blocks, were there a quorum. In milliseconds. */
const WATCHED = 4_000;

/** Done-when 3: what the death of two, and of three, of the five nodes does. */
export function nodesKilled(zone: () => RunningZone, access: () => ZoneAccess): void {
  test("two of five nodes killed: crossings go on", async () => {
    const traveller = await Traveller.with(access(), 1);
    await Promise.all([zone().node("urashima").kill(), zone().node("sango").kill()]);
    try {
      for (const direction of ["away", "home"] as const) {
        const { messageId } = await traveller.send(direction, [1n]);
        expect((await traveller.arrival(messageId)).state).toBe("delivered");
        expect((await traveller.whereIs(1n)).kind).toBe(direction);
      }
    } finally {
      await Promise.all([zone().node("urashima").start(), zone().node("sango").start()]);
    }
  });

  test("three killed in mid-transfer: nothing moves; on restart it completes, and nothing arrives twice", async () => {
    const traveller = await Traveller.with(access(), 2);
    const before = await deliveredUpTo(traveller, "away");
    const { laneId, messageId, sequence } = await traveller.send("away", [1n, 2n]);
    const victims = ["otohime", "tamatebako", "minamo"].map((slug) => zone().node(slug));
    await Promise.all(victims.map((node) => node.kill()));

    const signed = () => fetchAttestations(access().zone, laneId, sequence);
    await expect
      .poll(async () => (await signed()).length, { timeout: 30_000, interval: 200 })
      .toBeGreaterThanOrEqual(2);
    await delay(WATCHED);
    expect(await deliveredUpTo(traveller, "away")).toBe(before);
    expect(await traveller.kindsOf([1n, 2n])).toEqual(["between"]);

    await Promise.all(victims.map((node) => node.start()));
    expect((await traveller.arrival(messageId)).state).toBe("delivered");
    expect(await traveller.kindsOf([1n, 2n])).toEqual(["away"]);
    expect(await deliveredUpTo(traveller, "away")).toBe(sequence);
    expect(isGapless(await deliveredRanges(traveller, "away"))).toBe(true);
    expect(await Promise.all([mintsOf(traveller, 1n), mintsOf(traveller, 2n)])).toEqual([1, 1]);
  });
}
