import type { Address, ChainId, Hash } from "../words.ts";
import type { Message } from "./message.ts";

/** One end of a lane. */
export interface Gateway {
  readonly chain: ChainId;
  readonly gateway: Address;
}

/**
 * How lanes, messages and heads get their names. The model needs only that different things have different names; a
 * simulation gives the protocol's own hashes (the encoders of the SDK) and gets real heads and message ids.
 */
export interface Hashing {
  /** A lane's name, which is also its head before the first message. */
  laneId(origin: Gateway, destination: Gateway): Hash;
  hashMessage(message: Message): Hash;
  /** The head after one more message; also that message's id. */
  link(head: Hash, messageHash: Hash): Hash;
}

/** Short names, given in the order of asking: the same schedule gives the same names. */
export function countingHashing(): Hashing {
  const messages = new Map<string, Hash>();
  const links = new Map<string, Hash>();
  return {
    laneId: (origin, destination) =>
      `${origin.chain}@${origin.gateway}>${destination.chain}@${destination.gateway}`,
    hashMessage: (message) => nameFor(messages, JSON.stringify(message, bigintAsText), "m"),
    link: (head, messageHash) => nameFor(links, `${head} ${messageHash}`, "h"),
  };
}

function nameFor(names: Map<string, Hash>, content: string, prefix: string): Hash {
  const known = names.get(content);
  if (known !== undefined) return known;
  const name = `${prefix}${names.size + 1}`;
  names.set(content, name);
  return name;
}

const bigintAsText = (_: string, value: unknown) =>
  typeof value === "bigint" ? `${value}n` : value;

/** The heads after each of several messages, the last of which is the lane's new head. */
export function foldHead(hashing: Hashing, head: Hash, messageHashes: readonly Hash[]): Hash {
  return messageHashes.reduce((current, next) => hashing.link(current, next), head);
}
