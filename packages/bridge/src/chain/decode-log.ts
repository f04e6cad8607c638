import { address, type Bytes32, bytes32, type Hex } from "@ryugu/sdk/primitives";
import { id } from "ethers";
import type { GatewayLog } from "../domain/gateway-log.ts";
import type { LogPosition } from "../domain/position.ts";
import { EndpointFailedError } from "./errors.ts";
import type { RpcLog } from "./rpc-shapes.ts";

/** The topics of the gateway's events that a node follows. */
export const TOPICS = {
  sent: id("MessageSent(bytes32,uint64,bytes32,bytes)"),
  delivered: id("MessagesDelivered(bytes32,uint64,uint64,bytes32)"),
  parked: id("MessageParked(bytes32,uint64,bytes32,bytes)"),
  claimed: id("MessageClaimed(bytes32,uint64,bytes32)"),
  retried: id("MessageRetried(bytes32,bytes32)"),
  redirected: id("MessageRedirected(bytes32,bytes32,address)"),
  returned: id("MessageReturned(bytes32,bytes32,bytes32)"),
  reanchored: id("LaneReAnchored(bytes32,uint64,uint64,bytes32)"),
} as const;

const FOLLOWED: ReadonlySet<string> = new Set(Object.values(TOPICS));
const WORD = 64;

/**
 * Decodes one log by hand: an ABI library takes a minute for a hundred thousand.
 *
 * @param time - the block's time, where the log does not carry it
 * @returns undefined for an event that a node does not follow
 * @throws EndpointFailedError when the log is not what its topic says
 */
export function decodeLog(log: RpcLog, time: number): GatewayLog | undefined {
  const at: LogPosition = {
    block: log.blockNumber,
    blockHash: log.blockHash,
    time: log.blockTimestamp ?? time,
    transaction: log.transactionHash,
    logIndex: log.logIndex,
  };
  const [topic, ...indexed] = log.topics;
  if (topic === undefined || !FOLLOWED.has(topic)) return undefined;
  const laneId = topicAt(indexed, 0);
  switch (topic) {
    case TOPICS.sent:
      return {
        type: "sent",
        laneId,
        sequence: number64(topicAt(indexed, 1)),
        messageId: topicAt(indexed, 2),
        body: dynamicBytes(log.data),
        at,
      };
    case TOPICS.delivered:
      return {
        type: "delivered",
        laneId,
        first: number64(word(log.data, 0)),
        last: number64(word(log.data, 1)),
        head: word(log.data, 2),
        at,
      };
    case TOPICS.parked:
      return {
        type: "parked",
        laneId,
        sequence: number64(topicAt(indexed, 1)),
        messageId: topicAt(indexed, 2),
        reason: dynamicBytes(log.data),
        at,
      };
    case TOPICS.claimed:
      return {
        type: "claimed",
        laneId,
        sequence: number64(topicAt(indexed, 1)),
        messageId: topicAt(indexed, 2),
        at,
      };
    case TOPICS.retried:
      return { type: "retried", laneId, messageId: topicAt(indexed, 1), at };
    case TOPICS.redirected: {
      const recipient = address(`0x${word(log.data, 0).slice(26)}`);
      return { type: "retried", laneId, messageId: topicAt(indexed, 1), recipient, at };
    }
    case TOPICS.returned:
      return {
        type: "returned",
        laneId,
        messageId: topicAt(indexed, 1),
        returnId: topicAt(indexed, 2),
        at,
      };
    case TOPICS.reanchored:
      return {
        type: "reanchored",
        laneId,
        anchor: number64(word(log.data, 0)),
        delivered: number64(word(log.data, 1)),
        head: word(log.data, 2),
        at,
      };
    default:
      return undefined;
  }
}

function malformed(why: string): EndpointFailedError {
  return new EndpointFailedError("A log is not what its topic says.", { details: [why] });
}

function topicAt(topics: readonly Bytes32[], index: number): Bytes32 {
  const topic = topics[index];
  if (topic === undefined) throw malformed("A topic is missing.");
  return topic;
}

function word(data: Hex, index: number): Bytes32 {
  const digits = data.slice(2 + index * WORD, 2 + (index + 1) * WORD);
  if (digits.length !== WORD) throw malformed("The data is too short.");
  return bytes32(`0x${digits}`);
}

function number64(value: Bytes32): number {
  const wide = BigInt(value);
  if (wide > BigInt(Number.MAX_SAFE_INTEGER)) throw malformed("A number is out of range.");
  return Number(wide);
}

/** The only argument, `bytes`: an offset of 32, a length, the bytes. */
function dynamicBytes(data: Hex): Hex {
  const length = number64(word(data, 1));
  const start = 2 + 2 * WORD;
  const digits = data.slice(start, start + 2 * length);
  if (number64(word(data, 0)) !== 32 || digits.length !== 2 * length)
    throw malformed("The bytes are cut short.");
  return `0x${digits}`;
}
