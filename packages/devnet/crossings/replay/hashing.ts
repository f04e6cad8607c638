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
} from "@ryugu/sdk/lane";
import { type Address, type Bytes32, type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";

const bytes = (text: string) => new TextEncoder().encode(text);

/**
 * The protocol's own hashes for the model: what it sends gets the ids that the same bytes have on a chain, so that equal
 * ids say that every byte before them is equal.
 */
export function protocolHashing(zoneId: Bytes32): Hashing {
  const end = ({ chain, gateway }: { chain: string; gateway: string }) => ({
    chain: chain as ChainId,
    gateway: gateway as Address,
  });
  return {
    laneId: (origin, destination) =>
      laneId({ zoneId, origin: end(origin), destination: end(destination) }),
    hashMessage: (message) => hashMessage(encodeMessage(onTheWire(message))),
    link: (head, messageHash) => appendHead(head as Bytes32, messageHash as Bytes32),
  };
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
  // Who gives nobody's name means the sender, and it is nobody's name that is sent.
  const { refundAccount, sender } = message;
  return {
    ...message,
    assets,
    refundAccount: refundAccount === sender ? ZERO_ADDRESS : refundAccount,
  } as Message;
}

const carried = (metadata: ModelMetadata): CarriedMetadata =>
  metadata.form === "exact"
    ? { ...metadata, uri: bytes(metadata.uri) }
    : (metadata as CarriedMetadata);
