import { expect, test } from "vitest";
import { makeTransfer } from "../../test/support/made-transfer.ts";
import { madeId } from "../../test/support/zone-state.ts";
import { laneSchema, nodeInfoSchema, readList, readTransfer } from "./node-api.ts";

const LANE = {
  laneId: madeId("lane"),
  originChain: "eip155:1",
  destinationChain: "eip155:2",
  count: 4,
  finalCount: 3,
  attested: 2,
  delivered: 1,
};

test("one garbled entry does not hide the others", () => {
  const lanes = [LANE, { ...LANE, count: -1 }, null, "lane", LANE];
  expect(readList(laneSchema, { lanes }, "lanes")).toMatchObject({ refused: 3 });
  expect(readList(laneSchema, { lanes }, "lanes").values).toHaveLength(2);
  expect(readList(laneSchema, "nonsense", "lanes").values).toEqual([]);
  expect(readList(laneSchema, null, "lanes").values).toEqual([]);
});

test("a node's name cannot turn the text around it", () => {
  const info = nodeInfoSchema.parse({ partner: "Bank\u202e\u0007<b>\u2066of Evil", chains: [] });
  expect(info.partner).toBe("Bank<b>of Evil");
});

test("a transfer is read only if it could be one", () => {
  const transfer = makeTransfer({
    laneId: LANE.laneId,
    sequence: 1,
    state: "parked",
    parkedReason: "a\u202eb",
  });
  expect(readTransfer(transfer)?.parkedReason).toBe("ab");
  for (const wrong of [
    { ...transfer, messageId: "0x12" },
    { ...transfer, messageId: "#<img>" },
    { ...transfer, quorum: 0 },
    { ...transfer, state: "lost" },
    { ...transfer, originChain: "\u202eeip155:1" },
    { ...transfer, assets: [{ id: "<b>1</b>", amount: "1" }] },
    { ...transfer, sender: `0x${"a".repeat(5_000)}` },
    { ...transfer, assets: Array.from({ length: 17 }, () => ({ id: "1", amount: "1" })) },
    undefined,
    [],
  ]) {
    expect(readTransfer(wrong)).toBeUndefined();
  }
});
