import { hashValidatorSet, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { address, chainId } from "@ryugu/sdk/primitives";
import { type ManifestBody, readZone, signManifest } from "@ryugu/sdk/zone";
import { Wallet } from "ethers";
import { accountOf, word } from "../model/messages.ts";
import type { TestZone } from "./zone.ts";

/** A verified zone of one partner and two chains that nobody can reach. */
export async function signedZone(): Promise<TestZone> {
  const validators = [new Wallet(word("only"))];
  const set = validatorSet(
    0,
    1,
    validators.map((v) => address(v.address)),
  );
  const body: ManifestBody = {
    schema: "ryugu-zone-manifest/1",
    name: "command-test",
    zoneId: zoneId("command-test"),
    genesisSetHash: hashValidatorSet(set),
    version: 1,
    issuedAt: "2026-11-22T00:00:00Z",
    epoch: 0,
    quorum: 1,
    partners: [
      {
        name: "Partner",
        validator: address(validators[0]?.address),
        nodeUrl: "http://127.0.0.1:1",
      },
    ],
    chains: [1, 2].map((n) => ({
      id: chainId(n),
      name: `Chain ${n}`,
      gateway: accountOf("gateway"),
      startBlock: 0,
      finality: { kind: "tag" as const },
      rpcUrls: ["http://127.0.0.1:9"],
    })),
    platforms: [],
  };
  const signatures = await Promise.all(validators.map((v) => signManifest(v, body)));
  return {
    zone: readZone({ ...body, signatures }, body),
    validators,
    set,
    collection: accountOf("none"),
  };
}
