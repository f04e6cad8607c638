import { hashValidatorSet, signRotation, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { address, chainId } from "@ryugu/sdk/primitives";
import {
  type ManifestBody,
  manifestValidatorSet,
  signManifest,
  type ZoneManifest,
} from "@ryugu/sdk/zone";
import { Wallet } from "ethers";
import { VALIDATORS } from "./attestations.ts";
import { AWAY, accountOf, HOME, word } from "./messages.ts";

const NAME = "model-zone";
/** A sixth company's key. */
export const SIXTH = new Wallet(word("v6"));
const partner = (wallet: Wallet, i: number) => ({
  name: `Partner ${i + 1}`,
  validator: address(wallet.address),
  nodeUrl: "http://127.0.0.1:1",
});

const chain = (id: string) => ({
  id: chainId(id),
  name: `Chain ${id}`,
  gateway: accountOf("gateway"),
  startBlock: 0,
  finality: { kind: "tag" as const },
  rpcUrls: ["http://127.0.0.1:1"],
});

const first: ManifestBody = {
  schema: "ryugu-zone-manifest/1",
  name: NAME,
  zoneId: zoneId(NAME),
  genesisSetHash: zoneId(NAME),
  version: 1,
  issuedAt: "2026-11-22T00:00:00Z",
  epoch: 0,
  quorum: 3,
  partners: VALIDATORS.map(partner),
  chains: [chain(HOME), chain(AWAY)],
  platforms: [],
};
/** A zone of two chains and five partners, unsigned. */
export const MANIFEST: ManifestBody = {
  ...first,
  genesisSetHash: hashValidatorSet(manifestValidatorSet(first)),
};

/** Signs a manifest by three of these keys. */
export async function publish(
  body: ManifestBody,
  wallets: readonly Wallet[] = VALIDATORS,
  count = 3,
): Promise<ZoneManifest> {
  const signers = wallets.slice(0, count);
  return { ...body, signatures: await Promise.all(signers.map((w) => signManifest(w, body))) };
}

/** The next manifest, with a sixth partner who was rotated in: four of six decide. */
export async function withSixth(): Promise<ZoneManifest> {
  const wallets = [...VALIDATORS, SIXTH];
  const set = validatorSet(
    1,
    4,
    wallets.map((wallet) => address(wallet.address)),
  );
  const rotation = { set, validFrom: 0 };
  const signatures = await Promise.all(
    VALIDATORS.slice(0, 3).map((wallet) => signRotation(wallet, MANIFEST.zoneId, rotation)),
  );
  const { validators } = manifestValidatorSet(MANIFEST);
  const body: ManifestBody = {
    ...MANIFEST,
    version: 2,
    epoch: 1,
    quorum: 4,
    partners: wallets.map(partner),
    genesis: { quorum: 3, validators: [...validators] },
    rotations: [{ quorum: 4, validators: [...set.validators], validFrom: 0, signatures }],
  };
  return publish(body, wallets, 4);
}
