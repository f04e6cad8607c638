import { expect, test } from "vitest";
import { makeTransfer } from "../../test/support/made-transfer.ts";
import { madeId } from "../../test/support/zone-state.ts";
import { backoff } from "./backoff.ts";
import { layoutChart } from "./chart.ts";
import { EVERYTHING, filterTransfers } from "./filter.ts";
import { hashFraction, shortId } from "./identifier.ts";
import { carriedToken, readItem } from "./item.ts";
import { lanePearls, PEARLS_PER_LANE } from "./lane-traffic.ts";
import { answersAsItself, chainLags, type NodeView } from "./node-health.ts";
import { recordTransfers } from "./transfer-book.ts";

const LANE = madeId("lane");
const BACK = madeId("back");

test("the pause between tries doubles up to a limit", () => {
  expect([1, 2, 3, 4, 5, 6, 99].map((failures) => backoff(failures))).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000,
  ]);
});

test("ids are cut in the middle, short ones not at all", () => {
  expect(shortId(`0x${"ab".repeat(20)}`)).toBe("0xabab…abab");
  expect(shortId("0x1234")).toBe("0x1234");
  expect(hashFraction("a")).not.toBe(hashFraction("b"));
});

test.each(["wide", "tall"] as const)(
  "the %s chart keeps gates, currents and counts inside",
  (shape) => {
    for (const size of [1, 2, 3, 4]) {
      const chains = Array.from({ length: size }, (_, index) => `eip155:${index}`);
      const ends = chains.flatMap((originChain) =>
        chains
          .filter((chain) => chain !== originChain)
          .map((destinationChain) => ({
            laneId: `${originChain}>${destinationChain}`,
            originChain,
            destinationChain,
          })),
      );
      const chart = layoutChart(chains, ends, shape);
      expect(chart.lanes).toHaveLength(size * (size - 1));
      for (const { x, y } of [...chart.gates, ...chart.lanes.map(({ label }) => label)]) {
        expect(x).toBeGreaterThan(40);
        expect(x).toBeLessThan(chart.width - 40);
        expect(y).toBeGreaterThan(14);
        expect(y).toBeLessThan(chart.height - 40);
      }
    }
  },
);

test("a lane to a chain that the manifest lacks is not drawn", () => {
  const lane = { laneId: LANE, originChain: "eip155:1", destinationChain: "eip155:9" };
  expect(layoutChart(["eip155:1"], [lane], "wide").lanes).toEqual([]);
});

test("pearls are bounded per lane, never overlap at the head, and vanish with old arrivals", () => {
  const transfers = Array.from({ length: 60 }, (_, index) =>
    makeTransfer({ laneId: LANE, sequence: index + 1, state: "final", time: index }),
  );
  const pearls = lanePearls(recordTransfers([], transfers));
  expect(pearls).toHaveLength(PEARLS_PER_LANE);
  expect(new Set(pearls.map(({ progress }) => progress)).size).toBeGreaterThan(8);
  const arrived = transfers.map((transfer) => ({ ...transfer, state: "delivered" as const }));
  expect(lanePearls(recordTransfers([], arrived))).toEqual([]);
  const witnessed = recordTransfers(recordTransfers([], transfers), arrived);
  expect(lanePearls(witnessed)).toHaveLength(PEARLS_PER_LANE);
});

test("filters by state, lane and words", () => {
  const book = recordTransfers(
    [],
    [
      makeTransfer({ laneId: LANE, sequence: 1, state: "final" }),
      makeTransfer({ laneId: LANE, sequence: 2, state: "delivered" }),
      makeTransfer({ laneId: BACK, sequence: 3, state: "parked", back: true }),
    ],
  );
  const found = (part: Partial<typeof EVERYTHING>) =>
    filterTransfers(book, { ...EVERYTHING, ...part }, ({ status }) => `Shell ${status.sequence}`)
      .map(({ status }) => status.sequence)
      .sort();
  expect(found({})).toEqual([1, 2, 3]);
  expect(found({ state: "moving" })).toEqual([1]);
  expect(found({ state: "delivered" })).toEqual([2]);
  expect(found({ state: "stuck" })).toEqual([3]);
  expect(found({ lane: BACK })).toEqual([3]);
  expect(found({ text: " SHELL 2 " })).toEqual([2]);
  expect(found({ text: book[0]?.status.messageId.slice(4, 30) ?? "" })).toHaveLength(1);
  expect(found({ text: "nothing like it" })).toEqual([]);
});

const node = (state: NodeView["state"], seen: number, latest = seen): NodeView => ({
  partner: "P",
  validator: "0xAB",
  url: "http://node",
  state,
  info: {
    partner: "P",
    validator: "0xab",
    chains: [{ id: "eip155:1", seen, latest }],
    twoHeads: 0,
  },
});

test("a node's lag is counted from the newest block that any answering node knows", () => {
  const [slow, fast, dead] = [node("up", 90), node("up", 97, 100), node("down", 500)];
  const nodes = [slow, fast, dead];
  expect(chainLags(slow, nodes)).toEqual([{ chain: "eip155:1", head: 90, behind: 10 }]);
  expect(chainLags(fast, nodes)[0]?.behind).toBe(3);
  expect(answersAsItself(slow)).toBe(true);
  expect(answersAsItself({ ...slow, validator: "0xcd" })).toBe(false);
});

test("an item is called by its name in each language, where its metadata has one", () => {
  const called = (properties: Record<string, unknown>, name = "Coral 珊瑚") =>
    readItem({ name, properties }).name;
  expect(called({ name: { en: "Coral", ja: "珊瑚" } })).toEqual({ en: "Coral", ja: "珊瑚" });
  expect(called({ name: { ja: "\u202e珊瑚\u0000" } })).toEqual({ en: "Coral 珊瑚", ja: "珊瑚" });
  // A stranger's properties hold anything, and a stranger's name is never cut in two.
  for (const odd of ["Coral", 7, null, { en: 1 }, { en: " " }, ["en"]]) {
    expect(called({ name: odd })).toEqual({ en: "Coral 珊瑚", ja: "Coral 珊瑚" });
  }
  expect(called({}, "")).toBeUndefined();
});

test("an item keeps only what may be shown", () => {
  const item = readItem({
    name: "\u202e<script>Shell\u0000",
    image: "https://example.org/tracker.png",
    animation_url: "javascript:alert(1)",
  });
  expect(item).toEqual({ name: { en: "<script>Shell", ja: "<script>Shell" } });
  expect(carriedToken({ homeChain: "eip155:1", homeToken: "0x1", assets: [] })).toBeUndefined();
  expect(
    carriedToken({
      homeChain: "eip155:1",
      homeToken: "0x1",
      assets: [{ id: "../7", amount: "1" }],
    }),
  ).toBeUndefined();
});
