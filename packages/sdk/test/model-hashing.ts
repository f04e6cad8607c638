import type {
  Hashing,
  Message as ModelMessage,
  CarriedMetadata as ModelMetadata,
} from "@ryugu/contracts/model";
import {
  appendHead,
  type CarriedMetadata,
  encodeMessage,
  hashMessage,
  laneId,
  type Message,
} from "../src/lane/index.ts";
import { type Address, type Bytes32, type ChainId, ZERO_ADDRESS } from "../src/primitives/index.ts";

/**
 * The protocol's own hashes for the model of the contracts: what it sends gets the ids that the same bytes have on a
 * chain, so that equal ids say that every byte before them is equal.
 */
export function protocolHashing(zoneId: Bytes32): Hashing {
  const end = ({ chain, gateway }: { chain: string; gateway: string }) => ({
    chain: chain as ChainId,
    gateway: gateway as Address,
  });
  return {
    laneId: (origin, destination) =>
      laneId({ zoneId, origin: end(origin), destination: end(destination) }),
    hashMessage: (message) => hashMessage(encodeModelMessage(message)),
    link: (head, messageHash) => appendHead(head as Bytes32, messageHash as Bytes32),
  };
}

/** The bytes that a message of the model has on a chain. */
export function encodeModelMessage(message: ModelMessage): Uint8Array {
  return encodeMessage(onTheWire(message));
}

function onTheWire(message: ModelMessage): Message {
  if (message.kind === "collection") {
    const { name, symbol, prefix, suffix, contractUri } = message;
    const texts = {
      ...{ name: bytes(name), symbol: bytes(symbol), contractUri: bytes(contractUri) },
      ...{ prefix: bytes(prefix), suffix: bytes(suffix) },
    };
    const refreshes = message.refreshes.map(({ id, metadata }) => ({
      id,
      metadata: carried(metadata),
    }));
    return { ...message, ...texts, refreshes } as Message;
  }
  const assets = message.assets.map((asset) => ({ ...asset, metadata: carried(asset.metadata) }));
  if (message.kind === "return") return { ...message, assets } as Message;
  const { refundAccount, sender } = message;
  // A refund to the sender is written as nobody's.
  const named = refundAccount === sender ? ZERO_ADDRESS : refundAccount;
  return { ...message, assets, refundAccount: named } as Message;
}

const bytes = (text: string) => new TextEncoder().encode(text);

const carried = (metadata: ModelMetadata): CarriedMetadata =>
  metadata.form === "exact"
    ? { ...metadata, uri: bytes(metadata.uri) }
    : (metadata as CarriedMetadata);
