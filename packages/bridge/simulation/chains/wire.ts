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
import {
  type Address,
  type Bytes32,
  bytesToHex,
  type ChainId,
  type Hex,
  ZERO_ADDRESS,
} from "@ryugu/sdk/primitives";
import { ZONE } from "../world/zone.ts";

/**
 * The protocol's own bytes and hashes for the model, both ways: what the model sends gets the body and the id
 * that it has on a chain, and a body that a relayer brings leads back to the model's message.
 */
export class Wire implements Hashing {
  readonly #known = new WeakMap<ModelMessage, { body: Hex; hash: Bytes32 }>();
  readonly #messages = new Map<Hex, ModelMessage>();

  laneId(origin: { chain: string; gateway: string }, destination: typeof origin): Bytes32 {
    return laneId({ zoneId: ZONE.id, origin: end(origin), destination: end(destination) });
  }

  hashMessage(message: ModelMessage): Bytes32 {
    return this.#encoded(message).hash;
  }

  link(head: string, messageHash: string): Bytes32 {
    return appendHead(head as Bytes32, messageHash as Bytes32);
  }

  bodyOf(message: ModelMessage): Hex {
    return this.#encoded(message).body;
  }

  /** The message of a body; undefined where nothing was ever sent with it. */
  messageOf(body: Hex): ModelMessage | undefined {
    return this.#messages.get(body);
  }

  #encoded(message: ModelMessage): { body: Hex; hash: Bytes32 } {
    const known = this.#known.get(message);
    if (known !== undefined) return known;
    const body = bytesToHex(encodeMessage(onTheWire(message)));
    const encoded = { body, hash: hashMessage(body) };
    this.#known.set(message, encoded);
    this.#messages.set(body, message);
    return encoded;
  }
}

const end = ({ chain, gateway }: { chain: string; gateway: string }) => ({
  chain: chain as ChainId,
  gateway: gateway as Address,
});

const bytes = (text: string) => new TextEncoder().encode(text);

function onTheWire(message: ModelMessage): Message {
  if (message.kind === "collection") {
    const { name, symbol, prefix, suffix, contractUri } = message;
    const refreshes = message.refreshes.map(({ id, metadata }) => ({
      id,
      metadata: carried(metadata),
    }));
    return {
      ...message,
      name: bytes(name),
      symbol: bytes(symbol),
      prefix: bytes(prefix),
      suffix: bytes(suffix),
      contractUri: bytes(contractUri),
      refreshes,
    } as Message;
  }
  const assets = message.assets.map((asset) => ({ ...asset, metadata: carried(asset.metadata) }));
  if (message.kind === "return") return { ...message, assets } as Message;
  const { refundAccount, sender } = message;
  // Naming the sender is naming nobody.
  const named = refundAccount === sender ? ZERO_ADDRESS : refundAccount;
  return { ...message, assets, refundAccount: named } as Message;
}

const carried = (metadata: ModelMetadata): CarriedMetadata =>
  metadata.form === "exact"
    ? { ...metadata, uri: bytes(metadata.uri) }
    : (metadata as CarriedMetadata);
