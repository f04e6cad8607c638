import { gatewayAbi } from "@ryugu/contracts";
import { bytes32, hex } from "@ryugu/sdk/primitives";
import { Interface, toBeHex, zeroPadValue } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { accountOf, word } from "../../test/model/messages.ts";
import { decodeLog, TOPICS } from "./decode-log.ts";
import { EndpointFailedError } from "./errors.ts";
import type { RpcLog } from "./rpc-shapes.ts";

const gateway = new Interface(gatewayAbi);

function logOf(event: string, values: readonly unknown[]): RpcLog {
  const { topics, data } = gateway.encodeEventLog(event, [...values]);
  return {
    address: "0x01",
    topics: topics.map(bytes32),
    data: hex(data),
    blockNumber: 7,
    blockHash: word("block"),
    transactionHash: word("tx"),
    logIndex: 3,
    blockTimestamp: 99,
  };
}

const bytes = fc
  .uint8Array({ maxLength: 700 })
  .map((value) => hex(`0x${Buffer.from(value).toString("hex")}`));
const sequence = fc.nat(2 ** 31 - 1);
const at = { block: 7, blockHash: word("block"), time: 99, transaction: word("tx"), logIndex: 3 };

test("the topics are those of the gateway's events", () => {
  const names = {
    sent: "MessageSent",
    delivered: "MessagesDelivered",
    parked: "MessageParked",
    claimed: "MessageClaimed",
    retried: "MessageRetried",
    redirected: "MessageRedirected",
    returned: "MessageReturned",
    reanchored: "LaneReAnchored",
  };
  for (const [key, name] of Object.entries(names))
    expect(TOPICS[key as keyof typeof TOPICS]).toBe(gateway.getEvent(name)?.topicHash);
});

test("by hand is as by the ABI", () => {
  fc.assert(
    fc.property(
      fc.string().map(word),
      fc.string().map(word),
      sequence,
      sequence,
      bytes,
      (laneId, messageId, first, last, body) => {
        expect(decodeLog(logOf("LaneReAnchored", [laneId, last, first, messageId]), 0)).toEqual({
          type: "reanchored",
          laneId,
          anchor: last,
          delivered: first,
          head: messageId,
          at,
        });
        expect(decodeLog(logOf("MessageSent", [laneId, first, messageId, body]), 0)).toEqual({
          type: "sent",
          laneId,
          sequence: first,
          messageId,
          body,
          at,
        });
        expect(decodeLog(logOf("MessagesDelivered", [laneId, first, last, messageId]), 0)).toEqual({
          type: "delivered",
          laneId,
          first,
          last,
          head: messageId,
          at,
        });
        expect(decodeLog(logOf("MessageParked", [laneId, first, messageId, body]), 0)).toEqual({
          type: "parked",
          laneId,
          sequence: first,
          messageId,
          reason: body,
          at,
        });
        expect(decodeLog(logOf("MessageRetried", [laneId, messageId]), 0)).toEqual({
          type: "retried",
          laneId,
          messageId,
          at,
        });
        const recipient = accountOf(messageId);
        expect(decodeLog(logOf("MessageRedirected", [laneId, messageId, recipient]), 0)).toEqual({
          type: "retried",
          laneId,
          messageId,
          recipient,
          at,
        });
        expect(decodeLog(logOf("MessageClaimed", [laneId, first, messageId]), 0)).toEqual({
          type: "claimed",
          laneId,
          sequence: first,
          messageId,
          at,
        });
        expect(decodeLog(logOf("MessageReturned", [laneId, messageId, word(laneId)]), 0)).toEqual({
          type: "returned",
          laneId,
          messageId,
          returnId: word(laneId),
          at,
        });
      },
    ),
    { numRuns: 50 },
  );
});

test("an event that nobody follows is passed over, and a block's time fills in for the log's", () => {
  const log = logOf("MessageRetried", [word("a"), word("b")]);
  expect(decodeLog({ ...log, topics: [word("another event")] }, 0)).toBeUndefined();
  const { blockTimestamp: _, ...older } = log;
  expect(decodeLog(older, 42)?.at.time).toBe(42);
});

test("a log that is cut short or out of range is refused, typed", () => {
  const log = logOf("MessageSent", [word("a"), 1, word("b"), "0x112233"]);
  fc.assert(
    fc.property(fc.nat(log.data.length / 2 - 34), (keep) => {
      const data = hex(log.data.slice(0, 2 + 2 * keep));
      expect(() => decodeLog({ ...log, data }, 0)).toThrow(EndpointFailedError);
    }),
  );
  expect(() => decodeLog({ ...log, topics: log.topics.slice(0, 2) }, 0)).toThrow(
    EndpointFailedError,
  );
  const huge = bytes32(zeroPadValue(toBeHex(2n ** 60n), 32));
  expect(() =>
    decodeLog({ ...log, topics: [log.topics[0] ?? huge, word("a"), huge, word("b")] }, 0),
  ).toThrow(EndpointFailedError);
});
