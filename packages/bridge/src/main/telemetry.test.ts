import type { Zone } from "@ryugu/sdk/zone";
import { zoneLanes } from "@ryugu/sdk/zone";
import { expect, test } from "vitest";
import { signedZone } from "../../test/harness/signed-zone.ts";
import type { NodeConfig } from "../config/schema.ts";
import { nodeTelemetry } from "./telemetry.ts";

test("a lane is called by its chains as soon as the zone has it, also one that joins later", async () => {
  const { zone: whole } = await signedZone();
  const { manifest } = whole;
  const before: Zone = { ...whole, manifest: { ...manifest, chains: manifest.chains.slice(0, 1) } };
  let zone: Zone | undefined;
  const config = { partner: "P", chains: [] as NodeConfig["chains"] } as NodeConfig;
  const { report, metrics } = nodeTelemetry(config, () => zone);
  const [lane] = zoneLanes(whole);
  if (lane === undefined) throw new Error("the zone has no lane");
  let now = 0;
  const signed = async () => {
    report({ type: "checkpoints-signed", laneId: lane.id, through: 1, count: 1 });
    now += 10_000;
    const time = now;
    const state = { store: undefined, chains: [], clock: { now: () => time }, health: () => [] };
    const rest = { listeners: () => 0, freeBytes: async () => undefined };
    const { text } = await metrics.scrape({ ...state, ...rest });
    return text
      .split("\n")
      .filter((line) => /^ryugu_(attestations_signed_total|node_info)/.test(line));
  };
  const unknown = 'ryugu_attestations_signed_total{origin="unknown",destination="unknown"}';
  expect(await signed()).toEqual([`${unknown} 1`]);
  zone = before;
  expect(await signed()).toEqual([expect.stringContaining('zone="command-test"'), `${unknown} 2`]);
  zone = whole;
  const [, , known] = await signed();
  expect(known).toBe('ryugu_attestations_signed_total{origin="eip155:1",destination="eip155:2"} 1');
});
