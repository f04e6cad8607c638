import { expect, test } from "vitest";
import { address, type Bytes32 } from "../../primitives/index.ts";
import { topicOf, understand } from "./events.ts";
import { Lots, sourcesOf, sumOf } from "./lots.ts";
import { leavesOf, pathsOf, RAIL_LEVELS } from "./paths.ts";

const accountOf = (n: number) => address(`0x${n.toString(16).padStart(40, "0")}`);
const from = (n: number) => ({
  transaction: `0x${n.toString(16).padStart(64, "0")}` as Bytes32,
  logIndex: n,
});
const [SPLIT, INNER, PAINTER, POET] = [1, 2, 3, 4].map(accountOf) as [
  ReturnType<typeof accountOf>,
  ReturnType<typeof accountOf>,
  ReturnType<typeof accountOf>,
  ReturnType<typeof accountOf>,
];

test("money leaves in the order in which it came, as far as it reaches", () => {
  const lots = new Lots();
  lots.add("here", { from: from(1), isRoyalty: true, amount: 5n });
  lots.add("here", { from: from(2), isRoyalty: false, amount: 7n });
  const first = lots.take("here", 8n);
  expect(sourcesOf(first)).toEqual([
    { ...from(1), amount: 5n },
    { ...from(2), amount: 3n },
  ]);
  expect(sumOf(lots.take("here", 100n))).toBe(4n);
  expect(lots.take("here", 1n)).toEqual([]);
});

test("what came twice from one place is one source", () => {
  const lot = { from: from(1), isRoyalty: true, amount: 5n };
  expect(sourcesOf([lot, lot])).toEqual([{ ...from(1), amount: 10n }]);
});

const share = (payee: typeof SPLIT, weight: bigint, nested = false) => ({ payee, weight, nested });
const lists = new Map([
  [SPLIT, [share(PAINTER, 2n), share(INNER, 1n, true)]],
  [INNER, [share(POET, 1n), share(PAINTER, 1n)]],
]);

test("a part's payees are found through splits in splits, with their ways", () => {
  const room = { left: 64 };
  const leaves = leavesOf({ payee: SPLIT, amount: 100n, via: [] }, RAIL_LEVELS, { lists, room });
  expect(leaves).toEqual([
    { payee: PAINTER, amount: 66n, via: [SPLIT] },
    { payee: POET, amount: 17n, via: [SPLIT, INNER] },
    { payee: PAINTER, amount: 17n, via: [SPLIT, INNER] },
  ]);
  expect(room.left).toBe(60);
  expect(pathsOf(leaves, leaves, SPLIT)).toEqual(leaves.map(({ via }) => via));
});

test("a list with more payees than may be looked into is one payee", () => {
  const part = { payee: SPLIT, amount: 9n, via: [] };
  expect(leavesOf(part, RAIL_LEVELS, { lists, room: { left: 1 } })).toEqual([part]);
  expect(leavesOf(part, 1, { lists, room: { left: 64 } })).toEqual([part]);
});

test("what the lists do not explain came through the split, and no more is said", () => {
  const paid = [{ payee: POET, amount: 100n }];
  const leaves = leavesOf({ payee: SPLIT, amount: 100n, via: [] }, RAIL_LEVELS, {
    ...{ lists, room: { left: 64 } },
  });
  expect(pathsOf(paid, leaves, SPLIT)).toEqual([[SPLIT]]);
});

test("a stranger's log that only looks like an event is passed over", () => {
  const topic = topicOf("Transfer");
  expect(understand([topic, topic], "0x")).toBeUndefined();
  expect(understand([topic, topic, topic], "0x")).toBeUndefined();
  expect(understand([], "0x")).toBeUndefined();
});
