import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashValidatorSet, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { address, type Bytes32, chainId } from "@ryugu/sdk/primitives";
import { type ManifestBody, signManifest, type ZoneManifest } from "@ryugu/sdk/zone";
import { Wallet } from "ethers";

const NAME = "cli.test";
/** Keys of nobody, the same in every run. */
export const VALIDATORS = [1, 2, 3, 4, 5].map(
  (n) => new Wallet(`0x${String(n).padStart(64, "0")}`),
);
const NAMES = ["Otohime Trust", "浦島カード", "Tamatebako Print", "Sango Insurance", "Minamo Bank"];

/** Addresses that every test zone has. */
export const GATEWAYS = {
  "eip155:31001": address("0x1000000000000000000000000000000000000001"),
  "eip155:31002": address("0x1000000000000000000000000000000000000002"),
} as const;

/** Where a test zone's chains and nodes answer. */
export interface Places {
  rpcUrls?: Partial<Record<keyof typeof GATEWAYS, string[]>>;
  nodeUrl?: string;
}

/** A signed manifest of two chains and five partners, and what it must be trusted by. */
export async function testManifest(places: Places = {}): Promise<{
  manifest: ZoneManifest;
  trust: { zoneId: Bytes32; genesisSetHash: Bytes32 };
}> {
  const set = validatorSet(
    0,
    3,
    VALIDATORS.map(({ address: each }) => address(each)),
  );
  const trust = { zoneId: zoneId(NAME), genesisSetHash: hashValidatorSet(set) };
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name: NAME,
    ...trust,
    version: 7,
    issuedAt: "2027-01-01T00:00:00Z",
    epoch: 0,
    quorum: 3,
    partners: VALIDATORS.map(({ address: each }, i) => ({
      name: NAMES[i] ?? "",
      validator: address(each),
      nodeUrl: places.nodeUrl ?? "http://127.0.0.1:1",
    })),
    chains: Object.entries(GATEWAYS).map(([id, gateway], i) => ({
      id: chainId(id),
      name: ["Minato", "Garan"][i] ?? "",
      gateway,
      startBlock: 0,
      finality: { kind: "instant" },
      rpcUrls: places.rpcUrls?.[id as keyof typeof GATEWAYS] ?? ["http://127.0.0.1:1"],
    })),
    platforms: [],
  };
  const signatures = await Promise.all(
    VALIDATORS.slice(0, 3).map((each) => signManifest(each, body)),
  );
  return { manifest: { ...body, signatures }, trust };
}

/** A folder that is removed when the test is over; `using` it does that. */
export function temporaryFolder(): { path: string; [Symbol.dispose](): void } {
  const path = mkdtempSync(join(tmpdir(), "ryugu-cli-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A folder in which a local zone seems to run. */
export async function localZoneFolder(places: Places = {}, more: object = {}) {
  const folder = temporaryFolder();
  const { manifest, trust } = await testManifest(places);
  const zone = join(folder.path, ".ryugu");
  mkdirSync(zone);
  writeFileSync(join(zone, "zone.json"), JSON.stringify(manifest));
  const ready = {
    schema: "ryugu-ready/1",
    zone: {
      name: NAME,
      id: trust.zoneId,
      genesisSetHash: trust.genesisSetHash,
      manifest: "zone.json",
    },
    ...more,
  };
  writeFileSync(join(zone, "ready.json"), JSON.stringify(ready));
  return { ...folder, manifest, trust };
}
