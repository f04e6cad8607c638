import type { Event } from "@ryugu/contracts/model";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { hexlify, toUtf8Bytes } from "ethers";
import { TOPICS } from "../../src/chain/decode-log.ts";
import type { Wire } from "./wire.ts";

/** What a gateway's event says on its chain. */
export interface EncodedLog {
  topics: Bytes32[];
  data: Hex;
}

/** Where messages stand in their lanes, by id: the model's events do not repeat it. */
export type Places = Map<string, { laneId: Bytes32; sequence: number }>;

/**
 * Encodes a model's event as its gateway does.
 *
 * @param deliveredBefore - of a delivery, what its lane had consumed before
 * @returns undefined for events that nodes do not follow
 */
export function encodeEvent(
  event: Event,
  wire: Wire,
  places: Places,
  deliveredBefore: (laneId: string) => number,
): EncodedLog | undefined {
  switch (event.name) {
    case "MessageSent":
      return {
        topics: topics(TOPICS.sent, event.laneId, word(event.sequence), event.id),
        data: dynamic(wire.bodyOf(event.message)),
      };
    case "MessagesDelivered": {
      const first = deliveredBefore(event.laneId) + 1;
      return {
        topics: topics(TOPICS.delivered, event.laneId),
        data: `0x${[word(first), word(event.sequence), event.head].map(digits).join("")}`,
      };
    }
    case "MessageClaimed":
      return {
        topics: topics(TOPICS.claimed, event.laneId, word(event.sequence), event.id),
        data: "0x",
      };
    case "MessageParked": {
      const { laneId, sequence } = placeOf(places, event.id);
      return {
        topics: topics(TOPICS.parked, laneId, word(sequence), event.id),
        data: dynamic(hexlify(toUtf8Bytes(event.reason)) as Hex),
      };
    }
    case "MessageRetried":
      return {
        topics: topics(TOPICS.retried, placeOf(places, event.id).laneId, event.id),
        data: "0x",
      };
    case "MessageRedirected":
      return {
        topics: topics(TOPICS.redirected, placeOf(places, event.id).laneId, event.id),
        data: `0x${digits(event.recipient).padStart(64, "0")}`,
      };
    case "MessageReturned":
      return {
        topics: topics(TOPICS.returned, placeOf(places, event.id).laneId, event.id, event.returnId),
        data: "0x",
      };
    default:
      return undefined;
  }
}

function placeOf(places: Places, id: string) {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`Nothing was sent as ${id}.`);
  return place;
}

const topics = (...words: readonly string[]) => words.map((value) => value as Bytes32);
const digits = (value: string) => value.slice(2);

/** A number as 32 bytes. */
export const word = (value: number | bigint): Bytes32 =>
  `0x${value.toString(16).padStart(64, "0")}` as Bytes32;

/** One argument of type `bytes`. */
export function dynamic(bytes: Hex): Hex {
  const content = digits(bytes);
  const padded = content.padEnd(Math.ceil(content.length / 64) * 64, "0");
  return `0x${digits(word(32))}${digits(word(content.length / 2))}${padded}`;
}
