import type { HomeToken } from "@ryugu/contracts/model";
import type { Address, AssetStandard, ChainId } from "@ryugu/sdk/primitives";
import type { Zone } from "@ryugu/sdk/zone";
import type { Contract, JsonRpcProvider, Wallet } from "ethers";
import type { RunningZone } from "../../src/zone/running-zone.ts";
import type { Accounts } from "./account.ts";

/** A chain of the zone, and how it is asked. */
export interface StageChain {
  id: ChainId;
  /** Its EIP-155 number. */
  number: bigint;
  slug: string;
  provider: JsonRpcProvider;
  gateway: Contract;
  gatewayAddress: Address;
  /** By the counterpart chain. */
  vaults: ReadonlyMap<ChainId, Address>;
}

/** What somebody was given when a collection was made. */
export interface Gift {
  to: Address;
  id: bigint;
  amount: bigint;
}

/** A collection, and everything that was known of it when it was made. */
export interface StageCollection {
  name: string;
  standard: AssetStandard;
  home: StageChain;
  /** In lower case, as every address of a run. */
  token: Address;
  /** Whether it can be told to misbehave. */
  moody: boolean;
  /** What it says about itself, as the model holds it. */
  described: HomeToken;
  /** Everything that was minted. */
  gifts: readonly Gift[];
  /** What stands for it elsewhere, by chain. */
  representations: ReadonlyMap<ChainId, Address>;
}

/** Everything that a run plays with. */
export interface Stage {
  running: RunningZone;
  zone: Zone;
  /** As many validators as decide anything, by ascending address. */
  quorum: readonly Wallet[];
  chains: readonly StageChain[];
  accounts: Accounts;
  collections: readonly StageCollection[];
  memory: StageMemory;
}

/** What was done to the zone and is not done twice. */
export interface StageMemory {
  /** The partner whose key was rotated out. */
  retired?: string;
  /** Collections that had a limit. */
  limited: Set<StageCollection>;
}

/** A chain by its id. Throws RangeError. */
export function chainOf({ chains }: Pick<Stage, "chains">, id: string): StageChain {
  const found = chains.find((chain) => chain.id === id);
  if (found === undefined) throw new RangeError(`The stage has no chain ${id}.`);
  return found;
}

/** Where a collection's tokens stand on a chain: the collection itself at home, its representation elsewhere. */
export function tokenOn(
  { home, token, representations }: StageCollection,
  on: StageChain,
): Address {
  const found = on === home ? token : representations.get(on.id);
  if (found === undefined) throw new RangeError(`Nothing stands for ${token} on ${on.id}.`);
  return found;
}
