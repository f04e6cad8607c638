import { afterEach, beforeEach, expect, test } from "vitest";
import { AWAY, accountOf, word } from "../../test/model/messages.ts";
import { MARKET, RAIL, SELLER, shareLog, soldLog, YEN } from "../../test/model/payouts.ts";
import { keptLogs, toldSale, toldSplit, yenAt } from "../../test/model/told-payments.ts";
import { RangeTooLargeError } from "../domain/errors.ts";
import type { KeptLog } from "../domain/kept-log.ts";
import type { PayoutLog } from "../domain/payout-log.ts";
import type { NodeEvent } from "../ports/report.ts";
import type { Store } from "../ports/store.ts";
import { sqliteStore } from "../store/sqlite/store.ts";
import { createIndexer, type IndexerContext } from "./indexer.ts";

const FACTORY = accountOf("factory");
const SPLIT = accountOf("made split");
const NAMED = accountOf("named split");
const ARTIST = accountOf("artist");
const [MADE] = keptLogs(5, toldSplit(SPLIT, [ARTIST], 5).sayings) as [KeptLog];

/** A chain of logs, with forks. */
class ModelLogs {
  fork = "";
  /** Ranges longer than this are refused. */
  most = 1_000;
  logs: PayoutLog[] = [];
  kept: KeptLog[] = [];
  sent: KeptLog[] = [];
  landed: KeptLog[] = [];
  readonly lookedUp: [token: string, account: string, block: number][] = [];
  readonly asked: { from: number; to: number; splits: readonly string[] }[] = [];
  splitMadeAt = 5;

  hash = (number: number) => word(`${AWAY} ${number}${this.fork}`);

  reader = (): IndexerContext["reader"] => ({
    chain: AWAY,
    block: async (number) => ({ number, hash: this.hash(number), time: 1_000 + number }),
    splitsMade: async (factories, from, to) =>
      factories.includes(FACTORY) && from <= this.splitMadeAt && to >= this.splitMadeAt
        ? [{ split: SPLIT, log: MADE }]
        : [],
    logs: async ({ splits }, from, to) => {
      if (to - from >= this.most) throw new RangeTooLargeError("too many blocks");
      this.asked.push({ from, to, splits });
      const isIn = ({ at }: { at: { block: number } }) => at.block >= from && at.block <= to;
      return { told: this.logs.filter(isIn), kept: this.kept.filter(isIn) };
    },
    royaltiesSent: async (from, to) =>
      this.sent.filter(({ at }) => at.block >= from && at.block <= to),
    transfersTo: async (token, account, block) => {
      this.lookedUp.push([token, account, block]);
      return this.landed;
    },
  });
}

let store: Store;
let chain: ModelLogs;
let events: NodeEvent[];
beforeEach(async () => {
  store = await sqliteStore({ path: ":memory:", clock: { now: () => 0 } });
  chain = new ModelLogs();
  events = [];
  const block = { number: 0, hash: word("0") };
  await store.begin({ chain: AWAY, final: block, seen: block, latest: { ...block, time: 0 } });
});
afterEach(() => store.close());

/** The observer finds a block final. */
async function finalise(number: number): Promise<void> {
  const through = { number, hash: chain.hash(number) };
  const scanned = { finality: "final" as const, through, messages: [], arrivals: [] };
  await store.record({ chain: AWAY, latest: { ...through, time: 0 }, scanned });
}

const indexer = (change: Partial<IndexerContext> = {}) =>
  createIndexer({
    reader: chain.reader(),
    store,
    report: (event) => events.push(event),
    sources: { markets: [MARKET], rails: [RAIL], splits: [NAMED], splitFactories: [FACTORY] },
    currencies: async () => yenAt(AWAY),
    startBlock: 3,
    maxRange: 100,
    ...change,
  });

async function run(change: Partial<IndexerContext> = {}): Promise<void> {
  const it = indexer(change);
  while (await it.tick());
}

const soldAt = async () =>
  (await store.sales({ limit: 999 })).sales.map(({ at }) => at.block).reverse();

test("final blocks are read once, from the first that can hold anything, and splits as they are made", async () => {
  chain.logs = [soldLog(2), soldLog(4), shareLog(4, 1, ARTIST, 50n), soldLog(9), soldLog(12)];
  await run();
  expect(await store.payoutIndex(AWAY)).toBeUndefined();
  await finalise(9);
  await run();
  await run();
  await finalise(12);
  await run();
  expect(await soldAt()).toEqual([4, 9, 12]);
  expect(await store.payoutSums(ARTIST, 9)).toMatchObject([{ paid: 50n }]);
  expect(chain.asked).toEqual([
    { from: 3, to: 9, splits: [NAMED, SPLIT] },
    { from: 10, to: 12, splits: [NAMED, SPLIT] },
  ]);
});

test("a range that is too large is read in smaller ones, all of it once", async () => {
  chain.most = 7;
  chain.logs = Array.from({ length: 120 }, (_, i) => soldLog(i + 1));
  await finalise(120);
  await run();
  expect(await soldAt()).toEqual(Array.from({ length: 118 }, (_, i) => i + 3));
  const ends = chain.asked.map(({ to }) => to);
  expect(chain.asked.map(({ from }) => from)).toEqual([
    3,
    ...ends.slice(0, -1).map((to) => to + 1),
  ]);
});

test("rewritten past finality, or with other contracts named, the chain is read anew", async () => {
  chain.logs = [soldLog(4), soldLog(9)];
  await finalise(9);
  await run();
  chain.fork = " of the fork";
  chain.logs = [soldLog(5)];
  await finalise(10);
  await run();
  expect(await soldAt()).toEqual([5]);
  const other = { markets: [], rails: [RAIL], splits: [], splitFactories: [] };
  await run({ sources: other });
  expect(chain.asked.at(-1)).toEqual({ from: 3, to: 10, splits: [] });
  expect(await store.payoutIndex(AWAY)).toMatchObject({ through: { number: 10 } });
  expect(events).toEqual([
    { type: "payouts-read-anew", chain: AWAY, reason: "rewritten" },
    { type: "payouts-read-anew", chain: AWAY, reason: "sources" },
  ]);
});

test("a block of another fork than the observer's is not read", async () => {
  chain.logs = [soldLog(4)];
  await finalise(9);
  chain.fork = " of the fork";
  await run();
  expect(chain.asked).toEqual([]);
});

test("two at work: what one has read meanwhile, the other does not write again", async () => {
  chain.logs = [soldLog(4, { seller: SELLER })];
  await finalise(9);
  const reader = chain.reader();
  const slow: typeof reader = {
    ...reader,
    async logs(...asked) {
      const logs = await reader.logs(...asked);
      await run();
      return logs;
    },
  };
  await expect(indexer({ reader: slow }).tick()).rejects.toMatchObject({ code: "store-outrun" });
  expect(await soldAt()).toEqual([4]);
});

test("the logs are kept as they are, with the lists of splits, and royalties that come home are looked up once", async () => {
  const kept = keptLogs(4, toldSale({ block: 4, price: 1_000n }).sayings);
  chain.kept = kept;
  chain.logs = [shareLog(4, 1, SELLER, 1_000n)].map((log) => ({
    ...log,
    at: kept[1]?.at ?? log.at,
  }));
  await finalise(9);
  await run();
  const looked: unknown[] = [];
  const royalty = { messageId: word("message"), homeChain: AWAY, homeToken: YEN, block: 8 };
  let open = [
    { ...royalty, recipient: ARTIST },
    { ...royalty, messageId: word("strange"), homeToken: accountOf("junk"), recipient: ARTIST },
  ];
  const landing: IndexerContext["store"] = {
    ...store,
    unlandedRoyalties: async (_, through, limit) => {
      looked.push([through, limit]);
      return open;
    },
    addLanding: async (messageId, transfers) => {
      looked.push([messageId, transfers]);
      open = open.filter((one) => one.messageId !== messageId);
    },
  };
  chain.landed = kept.slice(0, 1);
  await run({ store: landing });
  expect(chain.lookedUp).toEqual([[YEN, ARTIST, 8]]);
  // In a currency that nobody named there is nothing to look up.
  expect(looked).toEqual([
    [9, 64],
    [word("message"), chain.landed],
    [word("strange"), []],
  ]);
  const { chains } = await store.statementLogs({
    ...{ account: SELLER, chains: [AWAY], from: 0, before: 2_000_000_000, most: 99 },
  });
  expect(chains[0]?.logs).toEqual(kept);
});
