import type { Interface, JsonRpcApiProvider } from "ethers";
import { type Address, address, type ChainId, readLogs } from "../../primitives/index.ts";
import { askProvider } from "../chain-call.ts";
import { eventsOf, foundLogs } from "../event-log.ts";
import { listOf, type SplitShare } from "./share.ts";
import { FACTORY, SPLIT } from "./split-abi.ts";

/** Where splits are looked for. */
export interface SplitSearch {
  readonly chain: ChainId;
  readonly provider: JsonRpcApiProvider;
  /** Whoever these made is a split. */
  readonly factories: readonly Address[];
  /** The first block that is searched; 0 by default. */
  readonly fromBlock?: number;
}

/** A split that a payee has to do with. */
export interface FoundSplit {
  readonly address: Address;
  /** By which it divides now. */
  readonly shares: readonly SplitShare[];
  /**
   * How many divisions it takes until its money is the payee's; 1 where its list names them. Undefined where a list of it did once, and
   * none does now: credits may be left there.
   */
  readonly distance: number | undefined;
}

/** So many splits are asked about in one request. */
const SPLITS_AT_ONCE = 100;

/**
 * The splits that pay an account now or did before, themselves or through other splits, by the chain's logs alone: those from which
 * the way is longest first, the order in which they are to be divided.
 *
 * @throws PayoutUnavailableError, LogsRefusedError
 */
export async function findSplits(payee: Address, search: SplitSearch): Promise<FoundSplit[]> {
  const lists = await readLists(search);
  const now = distances(payee, new Map([...lists].map(([split, all]) => [split, all.slice(-1)])));
  const ever = distances(payee, lists);
  return [...ever.keys()]
    .map((split) => ({
      address: split,
      shares: lists.get(split)?.at(-1) ?? [],
      distance: now.get(split),
    }))
    .sort((a, b) => (b.distance ?? 0) - (a.distance ?? 0));
}

type Lists = ReadonlyMap<Address, readonly (readonly SplitShare[])[]>;

/** How far each split is from a payee; those that do not lead there are left out. */
function distances(payee: Address, lists: Lists): Map<Address, number> {
  const found = new Map<Address, number>();
  let reached = new Set<Address>([payee]);
  for (let distance = 1; reached.size > 0; distance++) {
    const next = [...lists].filter(
      ([split, all]) => !found.has(split) && all.flat().some((share) => reached.has(share.payee)),
    );
    for (const [split] of next) found.set(split, distance);
    reached = new Set(next.map(([split]) => split));
  }
  return found;
}

/** Every list that each split ever had, oldest first. */
async function readLists({ provider, factories, fromBlock = 0 }: SplitSearch): Promise<Lists> {
  const lists = new Map<Address, SplitShare[][]>();
  if (factories.length === 0) return lists;
  const read = async (contracts: readonly Address[], abi: Interface, name: string) => {
    const topics = [abi.getEvent(name)?.topicHash ?? null];
    const filter = { address: contracts, topics, fromBlock };
    const logs = foundLogs(await askProvider(readLogs(provider, filter)));
    return (contract: Address) => eventsOf(contract, abi, logs);
  };
  const made = await read(factories, FACTORY, "SplitCreated");
  for (const { event } of factories.flatMap(made)) {
    lists.set(address(event.args.split), [listOf(event.args.shares)]);
  }
  const splits = [...lists.keys()];
  for (let i = 0; i < splits.length; i += SPLITS_AT_ONCE) {
    const asked = splits.slice(i, i + SPLITS_AT_ONCE);
    const changed = await read(asked, SPLIT, "SharesChanged");
    for (const split of asked) {
      for (const { event } of changed(split)) lists.get(split)?.push(listOf(event.args.shares));
    }
  }
  return lists;
}
