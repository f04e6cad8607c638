import { type Coming, toComing } from "../../sim/creator/on-the-way.ts";
import { askMovingReceivers, askPayouts } from "./ask-node.ts";
import type { OwnPart } from "./part-of-split.ts";

/** Somebody whom royalties are brought to, and the chain where. */
export interface Receiver {
  readonly chain: string;
  readonly account: string;
}

/** Each costs questions to a chain, once. The rest comes with the next reading. */
const MOST_NEW = 12;
/** Each costs a question to a node. */
const MOST_RECEIVERS = 24;

/** Remembers an account's part in receivers: a split's list may change, but not while somebody looks. */
export type KnownParts = Map<string, OwnPart>;

/** One receiver's name in a table. */
const receiverKey = ({ chain, account }: Receiver) => `${chain}/${account}`.toLowerCase();

/**
 * Royalties on their way to an account, by a node's word: those for itself, and its part of those for splits.
 *
 * @param likely - who may have paid the account: splits among others
 * @param partOf - reads an account's part in a receiver; undefined where nothing is known of the receiver's chain
 * @throws NodeUnavailableError, and what `partOf` throws
 */
export async function readOnTheWay(
  node: string,
  parts: KnownParts,
  likely: readonly Receiver[],
  partOf: (receiver: Receiver) => Promise<OwnPart | undefined>,
  signal: AbortSignal,
): Promise<Coming[]> {
  const moving = await askMovingReceivers(node, signal);
  const receivers = new Map([...likely, ...moving].map((one) => [receiverKey(one), one]));
  const unknown = [...receivers].filter(([key]) => !parts.has(key)).slice(0, MOST_NEW);
  for (const [key, receiver] of unknown) {
    const part = await partOf(receiver);
    if (part !== undefined) parts.set(key, part);
  }
  const own = [...receivers].filter(([key]) => isAny(parts.get(key))).slice(0, MOST_RECEIVERS);
  const coming: Coming[] = [];
  for (const [key, { chain, account }] of own) {
    const { onTheWay } = await askPayouts(node, account, signal);
    const here = onTheWay.filter(({ homeChain }) => homeChain === chain);
    coming.push(...toComing(here, account, parts.get(key) ?? (() => 0n)));
  }
  return coming;
}

/** Whether somebody gets anything of a large amount. */
const isAny = (part: OwnPart | undefined): boolean => part !== undefined && part(1n << 100n) > 0n;
