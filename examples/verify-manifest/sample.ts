import { hashValidatorSet, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { address, chainId } from "@ryugu/sdk/primitives";
import { type ManifestBody, signManifest, type ZoneTrust } from "@ryugu/sdk/zone";
import { Wallet } from "ethers";

const NAME = "sample.example";
const QUORUM = 3;

/** Keys that everybody knows: for a sample only. */
const WALLETS = [1, 2, 3, 4, 5].map((n) => new Wallet(`0x${n.toString(16).padStart(64, "0")}`));

/** A zone of five partners and two chains, signed by three of them. */
export async function sampleZone(): Promise<{ manifest: string; trust: ZoneTrust }> {
  const validators = WALLETS.map((wallet) => address(wallet.address));
  const trust = {
    zoneId: zoneId(NAME),
    genesisSetHash: hashValidatorSet(validatorSet(0, QUORUM, validators)),
  };
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name: NAME,
    ...trust,
    version: 1,
    issuedAt: "2026-11-22T00:00:00Z",
    epoch: 0,
    quorum: QUORUM,
    partners: validators.map((validator, i) => ({
      name: `Partner ${i + 1}`,
      validator,
      nodeUrl: `http://127.0.0.1:${7001 + i}`,
    })),
    chains: ["Minato", "Garan"].map((name, i) => ({
      id: chainId(31_337 + i),
      name,
      gateway: address(`0x${"11".repeat(20)}`),
      startBlock: 1,
      finality: { kind: "tag" },
      rpcUrls: [`http://127.0.0.1:${8545 + i}`],
    })),
    platforms: [],
  };
  const signers = WALLETS.slice(0, QUORUM);
  const signatures = await Promise.all(signers.map((wallet) => signManifest(wallet, body)));
  return { manifest: JSON.stringify({ ...body, signatures }), trust };
}
