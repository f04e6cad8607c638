import { hashValidatorSet, validatorSet, zoneId } from "@ryugu/sdk/lane";
import { address, type ChainId, chainId } from "@ryugu/sdk/primitives";
import type { Finality, Zone } from "@ryugu/sdk/zone";
import { type QuickKey, quickKey } from "./keys.ts";

const NAME = "ryugu-simulation";

/** How one of the simulated chains makes blocks and finality. */
export interface ChainNature {
  id: ChainId;
  finality: Finality;
  /** Milliseconds between blocks. */
  blockTime: number;
  /** How many blocks may still be replaced. */
  depth: number;
  /** Whether blocks have a base fee (EIP-1559). */
  hasBaseFee: boolean;
}

/** One chain of each kind of finality. */
export const NATURES: readonly [ChainNature, ChainNature, ChainNature] = [
  nature(101, { kind: "tag" }, 3_000, 3),
  nature(102, { kind: "depth", depth: 2 }, 4_000, 2),
  { ...nature(103, { kind: "instant" }, 3_000, 0), hasBaseFee: false },
];

function nature(id: number, finality: Finality, blockTime: number, depth: number): ChainNature {
  return { id: chainId(id), finality, blockTime, depth, hasBaseFee: true };
}

/** Five partners of whom three make a quorum. */
export const VALIDATORS: readonly QuickKey[] = [1, 2, 3, 4, 5].map((n) =>
  quickKey(`validator ${n}`),
);
export const QUORUM = 3;

const set = validatorSet(
  0,
  QUORUM,
  VALIDATORS.map((key) => key.address),
);

/** The zone of every simulation. It is a constant: nothing about it is verified, because nobody gave it. */
export const ZONE: Zone = {
  id: zoneId(NAME),
  validatorSet: set,
  manifest: {
    schema: "ryugu-zone-manifest/1",
    name: NAME,
    zoneId: zoneId(NAME),
    genesisSetHash: hashValidatorSet(set),
    version: 1,
    issuedAt: "2026-01-01T00:00:00Z",
    epoch: 0,
    quorum: QUORUM,
    partners: VALIDATORS.map((key, i) => ({
      name: `Partner ${i + 1}`,
      validator: key.address,
      nodeUrl: nodeUrl(i),
    })),
    chains: NATURES.map(({ id, finality }, i) => ({
      id,
      name: `Chain ${id}`,
      gateway: address(`0x${(0x100 + i).toString(16).padStart(40, "0")}`),
      startBlock: 1,
      finality,
      rpcUrls: [`http://chain-${i}.simulation`],
    })),
    platforms: [],
    signatures: [],
  },
};

/** Where a partner's node answers. */
export function nodeUrl(index: number): string {
  return `http://node-${index}.simulation`;
}
