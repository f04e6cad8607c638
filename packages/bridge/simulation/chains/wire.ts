import type { Hashing, Message as ModelMessage } from "@ryugu/contracts/model";
import { hashMessage } from "@ryugu/sdk/lane";
import { type Bytes32, bytesToHex, type Hex } from "@ryugu/sdk/primitives";
import { encodeModelMessage, protocolHashing } from "../../../sdk/test/model-hashing.ts";
import { ZONE } from "../world/zone.ts";

const { laneId, link } = protocolHashing(ZONE.id);

/**
 * The protocol's own bytes and hashes for the model, both ways: what the model sends gets the body and the id
 * that it has on a chain, and a body that a relayer brings leads back to the model's message.
 */
export class Wire implements Hashing {
  readonly laneId = laneId;
  readonly link = link;
  readonly #known = new WeakMap<ModelMessage, { body: Hex; hash: Bytes32 }>();
  readonly #messages = new Map<Hex, ModelMessage>();

  hashMessage(message: ModelMessage): Bytes32 {
    return this.#encoded(message).hash;
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
    const body = bytesToHex(encodeModelMessage(message));
    const encoded = { body, hash: hashMessage(body) };
    this.#known.set(message, encoded);
    this.#messages.set(body, message);
    return encoded;
  }
}
