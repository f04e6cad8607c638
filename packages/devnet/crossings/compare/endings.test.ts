import type { LogDescription } from "ethers";
import { expect, test } from "vitest";
import type { Happening } from "../replay/happening.ts";
import { endingsOf } from "./endings.ts";

const LANE = "lane";
const event = (name: string, args: object) => ({
  emitter: "",
  event: { name, args: { laneId: LANE, ...args } } as unknown as LogDescription,
});
const happening = (...events: Happening["events"]) => ({ events }) as unknown as Happening;
const sent = (sequence: bigint, messageId: string) =>
  happening(event("MessageSent", { sequence, messageId }));
const delivered = (first: bigint, last: bigint, ...others: Happening["events"]) =>
  happening(event("MessagesDelivered", { first, last }), ...others);

const THREE = [sent(1n, "a"), sent(2n, "b"), sent(3n, "c")];

test("delivered, claimed ahead, parked and retried: each ended once", () => {
  const claimed = happening(event("MessageClaimed", { sequence: 2n, messageId: "b" }));
  const parked = event("MessageParked", { sequence: 3n, messageId: "c" });
  const retried = happening(event("MessageRetried", { messageId: "c" }));
  const all = [...THREE, claimed, delivered(1n, 3n, parked), retried];
  expect(endingsOf(all)).toEqual({ ended: 3, parked: 1, claimed: 1, wrong: [] });
});

test("what is still parked, what was never met, and what ended twice are named", () => {
  const parked = event("MessageParked", { sequence: 1n, messageId: "a" });
  const returned = happening(event("MessageReturned", { messageId: "b", returnId: "r" }));
  const { wrong } = endingsOf([...THREE, delivered(1n, 2n, parked), returned]);
  expect(wrong).toEqual([
    "a ended as: not at all",
    "b ended as: MessagesDelivered, MessageReturned",
    "c ended as: not at all",
  ]);
});
