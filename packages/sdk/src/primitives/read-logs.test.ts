import fc from "fast-check";
import { expect, test } from "vitest";
import { CappedProvider, type LogCaps } from "../../test/capped-provider.ts";
import { LogsRefusedError, type RawLog, readLogs, readLogsBackTo } from "./index.ts";
import { logPages } from "./read-logs.ts";

const FILTER = { address: `0x${"11".repeat(20)}`, topics: [], fromBlock: 0 };

const places = (logs: readonly RawLog[]) => logs.map(({ logIndex }) => Number(logIndex));

test("an endpoint without caps is asked once", async () => {
  const provider = new CappedProvider(1_000_000, [3, 999_999]);
  expect(places(await readLogs(provider, FILTER))).toEqual([0, 1]);
  expect(provider.asked).toHaveLength(1);
});

test("no log is lost or doubled, whatever the caps, and while blocks are added", async () => {
  const world = fc.record({
    newest: fc.nat(300),
    blocks: fc.array(fc.nat(320), { maxLength: 60 }),
    fromBlock: fc.nat(100),
    cap: fc.integer({ min: 1, max: 200 }),
    spare: fc.nat(10),
    growth: fc.constantFrom(0, 0, 1, 7),
    newestFirst: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ newest, fromBlock, cap, spare, newestFirst, ...rest }) => {
      const blocks = rest.blocks.toSorted((a, b) => a - b);
      // A block's logs always fit, or nobody could read them.
      const fullest = Math.max(0, ...blocks.map((b) => blocks.filter((c) => c === b).length));
      const caps = { blocks: cap, results: fullest + spare };
      const provider = new CappedProvider(newest, blocks, caps);
      provider.growth = rest.growth;
      const pages: RawLog[][] = [];
      for await (const page of logPages(provider, { ...FILTER, fromBlock }, { newestFirst })) {
        pages.push(page);
      }
      const found = places((newestFirst ? pages.toReversed() : pages).flat());
      const isWanted = (block: number) => block >= fromBlock && block <= newest;
      const wanted = blocks.flatMap((block, i) => (isWanted(block) ? [i] : []));
      // Logs of blocks that came meanwhile may be among them, at the end.
      expect(found.slice(0, wanted.length)).toEqual(wanted);
      expect(found).toEqual(found.map((_, i) => (found[0] ?? 0) + i));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test("ranges are halved until they fit, and grow again by little", async () => {
  const provider = new CappedProvider(99_999, [50_000], { blocks: 1_000 });
  expect(await readLogs(provider, FILTER)).toHaveLength(1);
  const sizes = provider.asked.map(([from, to]) => to - from + 1);
  expect(sizes.slice(0, 8)).toEqual([100_000, 50_000, 25_000, 12_500, 6_250, 3_125, 1_562, 781]);
  const refused = sizes.filter((size) => size > 1_000).length;
  expect(sizes.length).toBeLessThan(180);
  expect(refused).toBeLessThan(sizes.length / 4);
});

test.each([
  ["Infura", -32_005, "query returned more than 10000 results"],
  ["a node's own limit", -32_005, "limit exceeded"],
  [
    "Alchemy",
    -32_602,
    "Log response size exceeded. You can make requests with up to a 2K block range.",
  ],
  ["QuickNode", -32_614, "eth_getLogs is limited to a 10,000 range"],
  [
    "Cloudflare",
    -32_047,
    "Invalid eth_getLogs request. 'fromBlock'-'toBlock' range too large. Max range: 800",
  ],
  ["Ankr", -32_062, "block range is too wide"],
  ["reth", -32_602, "query exceeds max block range 100000"],
  ["drpc", 35, "ranges over 10000 blocks are not supported on freetier"],
  ["a proxy", -32_020, "backend response too large"],
  ["a slow one", -32_000, "query timeout exceeded"],
])("%s's refusal of a range is understood", async (_, code, message) => {
  const provider = new CappedProvider(100, [1, 99], { blocks: 20, code, message });
  expect(places(await readLogs(provider, FILTER))).toEqual([0, 1]);
});

test.each([
  [-32_005, "daily request count exceeded, request rate limited"],
  [-32_602, "invalid argument 0: hex string without 0x prefix"],
  [-32_000, "missing trie node"],
])("what is no range's fault is not asked again: %i %s", async (code, message) => {
  const provider = new CappedProvider(100, [1], { blocks: 20, code, message });
  await expect(readLogs(provider, FILTER)).rejects.toMatchObject({ code: "UNKNOWN_ERROR" });
  expect(provider.asked).toHaveLength(1);
});

test("an endpoint that refuses a single block is given up, in its own words", async () => {
  const caps: LogCaps = { results: 1, message: "query returned more than 1 result" };
  const provider = new CappedProvider(1_000, [5, 7, 7, 9], caps);
  const refused = await readLogs(provider, FILTER).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(LogsRefusedError);
  expect(refused).toMatchObject({
    code: "logs-refused",
    details: ["Blocks: 7 to 7", expect.stringContaining("more than 1 result")],
  });
  expect(provider.asked.length).toBeLessThan(40);
});

test("an endpoint whose ranges would never end is given up", async () => {
  const provider = new CappedProvider(1_000_000, [], { blocks: 10 });
  const read = async () => {
    for await (const _ of logPages(provider, FILTER, { maxRequests: 100 }));
  };
  await expect(read()).rejects.toThrow(LogsRefusedError);
  expect(provider.asked).toHaveLength(101);
});

test("who looks for one log stops where it is, from the newest block on", async () => {
  const provider = new CappedProvider(100_000, [100, 99_500, 99_600], { blocks: 1_000 });
  const logs = await readLogsBackTo(provider, FILTER, (log) => Number(log.blockNumber) === 99_500);
  expect(places(logs)).toEqual([1, 2]);
  expect(provider.asked.length).toBeLessThan(12);
  expect(places(await readLogsBackTo(provider, FILTER, () => false))).toEqual([0, 1, 2]);
});
