import { hashValidatorSet, laneId, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { address, chainId } from "@ryugu/sdk/primitives";
import {
  type ManifestBody,
  signManifest,
  type ZoneManifest,
  type ZoneTrust,
} from "@ryugu/sdk/zone";
import { Wallet } from "ethers";
import { madeId } from "./zone-state.ts";

/** The made-up companies of the made-up zone. */
export const PARTNERS = [
  "Aonami Bank",
  "Shiosai Trading",
  "Hoshi Mutual",
  "Kasumi Press",
  "Tsukuyo Works",
];
/** The zone's two chains. */
export const MINATO = chainId("eip155:31337");
export const GARAN = chainId("eip155:31338");

/** The validators' keys: made from a text, worth nothing. */
export const KEYS = PARTNERS.map((name) => new Wallet(madeId(`key of ${name}`)));

/** A signed manifest and what its readers trust. */
export interface FixtureZone {
  manifest: ZoneManifest;
  trust: ZoneTrust;
  lanes: { id: string; origin: string; destination: string }[];
}

/**
 * Makes and signs the zone's manifest.
 *
 * @param rpcUrl - every chain's endpoint, or each chain's own
 * @param platformUrls - where Minato's and Garan's platforms answer, if they do
 */
export async function makeZone(
  nodeUrls: readonly string[],
  rpcUrl: string | Readonly<Record<string, string>>,
  platformUrls: readonly string[] = [],
): Promise<FixtureZone> {
  const name = "ryugu.example";
  const id = zoneId(name);
  const set = validatorSet(
    0,
    3,
    KEYS.map((key) => address(key.address)),
  );
  const gateway = address(`0x${madeId("gateway").slice(-40)}`);
  const chain = (chainName: string, one: typeof MINATO) => ({
    id: one,
    name: chainName,
    gateway,
    startBlock: 0,
    finality: { kind: "tag" as const },
    rpcUrls: [typeof rpcUrl === "string" ? rpcUrl : (rpcUrl[one] ?? "")],
  });
  const at = (index: number) => {
    const url = platformUrls[index];
    return url === undefined ? {} : { url };
  };
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name,
    zoneId: id,
    genesisSetHash: hashValidatorSet(set),
    version: 1,
    issuedAt: "2026-11-03T09:00:00Z",
    epoch: 0,
    quorum: 3,
    partners: PARTNERS.map((partner, index) => ({
      name: partner,
      validator: address(KEYS[index]?.address ?? ""),
      nodeUrl: nodeUrls[index] ?? "",
    })),
    chains: [chain("Minato", MINATO), chain("Garan", GARAN)],
    platforms: [
      { name: "Minato job fair", partner: "Shiosai Trading", chain: MINATO, ...at(0) },
      { name: "Garan gallery", partner: "Kasumi Press", chain: GARAN, ...at(1) },
    ],
  };
  const signatures = await Promise.all(KEYS.map((key) => signManifest(key, body)));
  const lane = (origin: typeof MINATO, destination: typeof MINATO) => ({
    id: laneId({
      zoneId: id,
      origin: { chain: origin, gateway },
      destination: { chain: destination, gateway },
    }),
    origin,
    destination,
  });
  return {
    manifest: { ...body, signatures },
    trust: { zoneId: id, genesisSetHash: body.genesisSetHash },
    lanes: [lane(MINATO, GARAN), lane(GARAN, MINATO)],
  };
}
