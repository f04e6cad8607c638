import { Interface, zeroPadValue } from "ethers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesToHex, type RawLog } from "../primitives/index.ts";
import { CREDITS } from "./credit/credit-abi.ts";
import { eventsOf, foundLogs } from "./event-log.ts";

const HERE = `0x${"ab".repeat(20)}`;
const account = `0x${"01".repeat(20)}`;
const word = zeroPadValue(account, 32);
const topic = CREDITS.getEvent("Credited")?.topicHash ?? "";
const log = (change: Partial<RawLog>): RawLog => ({
  address: HERE,
  topics: [topic, word, word],
  data: zeroPadValue("0x2a", 32),
  blockNumber: "0x10",
  transactionHash: `0x${"02".repeat(32)}`,
  logIndex: "0x3",
  ...change,
});
const events = (change: Partial<RawLog>) => eventsOf(HERE, CREDITS, foundLogs([log(change)]));

test("an event is told with its place", () => {
  const [found] = events({ address: HERE.toUpperCase().replace("0X", "0x") });
  expect(found?.event.args.amount).toBe(42n);
  expect(found?.place).toEqual({ transaction: `0x${"02".repeat(32)}`, block: 16, logIndex: 3 });
});

test("another contract's event is none, nor what does not decode", () => {
  expect(events({ address: account })).toEqual([]);
  expect(events({ topics: [topic, word] })).toEqual([]);
  expect(events({ topics: [] })).toEqual([]);
  expect(events({ data: "0x" })).toEqual([]);
  const dirty = `0x${"ff".repeat(32)}`;
  expect(() => events({ topics: [topic, dirty, word] })).not.toThrow();
});

test("no log is too strange", () => {
  const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength }).map(bytesToHex);
  const abi = new Interface([
    "event Credited(address indexed, address indexed, uint256[], string)",
  ]);
  const known = abi.getEvent("Credited")?.topicHash ?? "";
  const topics = fc.array(fc.oneof(fc.constantFrom(topic, known, word), anyBytes(40)), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(topics, anyBytes(200), (some, data) => {
      for (const each of [CREDITS, abi]) {
        const found = eventsOf(HERE, each, foundLogs([log({ topics: some, data })]));
        for (const { event } of found) expect(event.args.toArray().length).toBeGreaterThan(0);
      }
    }),
  );
});
