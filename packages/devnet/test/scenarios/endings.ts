import { bytes32 } from "@ryugu/sdk/primitives";
import {
  chainArchive,
  fetchAttestations,
  nodeArchive,
  nodeSource,
  proveMessage,
} from "@ryugu/sdk/transfer";
import { expect, test } from "vitest";
import type { RunningZone } from "../../src/index.ts";
import { Traveller, type ZoneAccess } from "../support/traveller.ts";

/** The zone's shortest deadline and a little, in seconds; and longer than that. */
const [SOON, LATER] = [90, 600];
const WAIT = { timeout: 30_000, interval: 200 };

/** What the contracts do with what comes too late, seen by nodes; and what nodes keep for who has to help themselves. */
export function endings(running: () => RunningZone, access: () => ZoneAccess): void {
  test("what comes too late goes back by itself, carried by the nodes like anything else", async () => {
    const { zone, home, person } = access();
    const nodeUrls = zone.manifest.partners.map(({ nodeUrl }) => nodeUrl);
    const traveller = await Traveller.with(access(), 1);
    const now = (await home.getBlock("latest"))?.timestamp ?? 0;
    const control = running().control("garan");
    await control.send("evm_increaseTime", [LATER]);
    control.destroy();
    const sent = await traveller.send("away", [1n], { deadline: now + SOON });
    const end = await traveller.arrival(sent.messageId);
    expect(end).toMatchObject({ state: "returned", returning: { state: "given-back" } });
    expect(await traveller.whereIs(1n)).toEqual({ kind: "home", owner: person.address });

    const told = await nodeSource(nodeUrls).status(sent.messageId);
    expect(told).toMatchObject({ state: "returned", next: end.returning?.messageId });
    // Another node may have told so: this one hears of it with its own next look.
    const vaults = async () =>
      (await (await fetch(`${nodeUrls[0]}/v1/vaults`)).text()).toLowerCase();
    await expect.poll(vaults, WAIT).not.toContain(traveller.collection.toLowerCase());
  }, 120_000);

  test("nodes keep what a claim needs, and the chains' logs say the same", async () => {
    const { zone, home, away } = access();
    const traveller = await Traveller.with(access(), 1);
    const sent = await traveller.send("away", [1n]);
    await traveller.arrival(sent.messageId);
    const nodes = nodeArchive(zone.manifest.partners.map(({ nodeUrl }) => nodeUrl));
    const chains = chainArchive(zone, ({ id }) => (id === traveller.home ? home : away));
    const found = await nodes.find(sent.messageId);
    if (found === undefined) throw new Error("no node knows the message");
    expect(await chains.find(sent.messageId)).toEqual(found);
    const [before] = await nodes.messages(found.laneId, found.sequence - 1, 1);
    const proof = proveMessage({
      set: zone.validatorSet,
      anchor: 0,
      priorHead: bytes32(before?.messageId ?? found.laneId),
      messages: [found],
      attestations: await fetchAttestations(zone, found.laneId, found.sequence),
    });
    expect(proof).toMatchObject({ checkpointSequence: found.sequence, tailHashes: [] });
  }, 120_000);
}
