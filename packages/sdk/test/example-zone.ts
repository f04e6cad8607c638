import { type BaseWallet, Wallet } from "ethers";
import { hashValidatorSet, zoneId } from "../src/lane/index.ts";
import { address, chainId } from "../src/primitives/index.ts";
import {
  type ManifestBody,
  manifestValidatorSet,
  signManifest,
  type ZoneManifest,
  type ZoneTrust,
} from "../src/zone/index.ts";

/** Five keys for tests only. */
export const validatorWallets = [21, 22, 23, 24, 25].map(
  (n) => new Wallet(`0x${n.toString(16).padStart(64, "0")}`),
);

/** A small zone of two chains, unsigned. */
export function buildManifestBody(wallets: readonly BaseWallet[] = validatorWallets): ManifestBody {
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name: "ryugu-test",
    zoneId: zoneId("ryugu-test"),
    genesisSetHash: zoneId("none"),
    version: 1,
    issuedAt: "2026-11-22T00:00:00Z",
    epoch: 0,
    quorum: Math.floor(wallets.length / 2) + 1,
    partners: wallets.map((wallet, i) => ({
      name: `Partner ${i + 1}`,
      validator: address(wallet.address),
      nodeUrl: `http://127.0.0.1:${7_001 + i}`,
    })),
    chains: [31_337, 31_338].map((number) => ({
      id: chainId(number),
      name: `Chain ${number}`,
      gateway: address(`0x${"11".repeat(20)}`),
      startBlock: 0,
      finality: { kind: "tag" },
      rpcUrls: [`http://127.0.0.1:${number}`],
    })),
    platforms: [],
  };
  return { ...body, genesisSetHash: hashValidatorSet(manifestValidatorSet(body)) };
}

/** What a client of that zone knows beforehand. */
export const trustOf = ({ zoneId, genesisSetHash }: ManifestBody): ZoneTrust => ({
  zoneId,
  genesisSetHash,
});

/** The manifest with the first `count` validators' signatures. */
export async function signedManifest(body: ManifestBody, count: number): Promise<ZoneManifest> {
  const signatures = await Promise.all(
    validatorWallets.slice(0, count).map((w) => signManifest(w, body)),
  );
  return { ...body, signatures };
}
