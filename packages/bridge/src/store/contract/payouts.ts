import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ROUTE } from "../../../test/model/lane.ts";
import { AWAY, accountOf, at, HOME, word } from "../../../test/model/messages.ts";
import {
  BUYER,
  COLLECTION,
  entry,
  RAIL,
  refundedLog,
  SELLER,
  soldLog,
  YEN,
} from "../../../test/model/payouts.ts";
import { yenAt } from "../../../test/model/told-payments.ts";
import type { PayoutIndexUpdate, SaleQuery } from "../../ports/payout-index-store.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, block } from "./reading.ts";

const ARTIST = accountOf("artist");
const START = { number: 0, hash: word("start"), time: 0 };
const NINE = { ...block(9), time: at(9).time };

/** Sales and payments. Run over each implementation of the store. */
export function payoutsContract(name: string, open: () => Promise<Store>): void {
  describe(`payouts in the store: ${name}`, () => {
    let store: Store;
    const begin = (chain = AWAY, sources = "a") =>
      store.beginPayoutIndex({ chain, from: 1, through: START, sources, currencies: yenAt(chain) });
    const add = (update: Partial<PayoutIndexUpdate>, chain = AWAY) =>
      store.addToPayoutIndex({
        chain,
        after: START,
        through: NINE,
        splits: [],
        kept: [],
        royaltiesSent: [],
        sales: [],
        refunds: [],
        entries: [],
        ...update,
      });
    beforeEach(async () => {
      store = await beginReading(await open());
      await begin();
    });
    afterEach(() => store.close());

    const blocksOf = async (query: Partial<SaleQuery> = {}) =>
      (await store.sales({ limit: 9, ...query })).sales.map((sale) => sale.at.block);

    test("an index goes on where it ended, and a reading that began elsewhere is refused whole", async () => {
      await add({ splits: [accountOf("b"), accountOf("a"), accountOf("b")] });
      expect(await store.payoutIndex(AWAY)).toEqual({
        chain: AWAY,
        from: 1,
        through: NINE,
        sources: "a",
        currencies: yenAt(AWAY),
      });
      expect([...(await store.knownSplits(AWAY))].sort()).toEqual(
        [accountOf("a"), accountOf("b")].sort(),
      );
      const late = add({ sales: [soldLog(3)], splits: [accountOf("c")] });
      await expect(late).rejects.toMatchObject({ code: "store-outrun" });
      const through = { ...block(12), time: at(12).time };
      const fork = add({ after: { ...block(9), hash: word("fork") }, through });
      await expect(fork).rejects.toMatchObject({ code: "store-outrun" });
      expect([await blocksOf(), (await store.knownSplits(AWAY)).length]).toEqual([[], 2]);
      expect(await store.payoutIndex(HOME)).toBeUndefined();
    });

    test("beginning anew forgets one chain's index, and nothing of another's", async () => {
      await begin(HOME);
      for (const chain of [HOME, AWAY])
        await add({ sales: [soldLog(3)], entries: [entry("paid", ARTIST, 5n, 3)] }, chain);
      await begin(AWAY, "b");
      expect((await store.sales({ limit: 9 })).sales.map(({ chain }) => chain)).toEqual([HOME]);
      const { entries } = await store.payoutEntries({ account: ARTIST, limit: 9 });
      expect(entries.map(({ chain }) => chain)).toEqual([HOME]);
      expect((await store.payoutIndexes()).map(({ through }) => through)).toEqual([NINE, START]);
    });

    test("sales are found by seller, payee, creator, collection, chain and time, page by page", async () => {
      const sales = [
        soldLog(1),
        soldLog(2, { payee: accountOf("payee"), seller: accountOf("other") }),
        soldLog(3, { royaltyReceiver: accountOf("router"), collection: accountOf("works") }),
      ];
      await add({ sales });
      expect(await blocksOf()).toEqual([3, 2, 1]);
      expect(await blocksOf({ account: SELLER })).toEqual([3, 1]);
      expect(await blocksOf({ account: accountOf("payee") })).toEqual([2]);
      expect(await blocksOf({ account: ARTIST })).toEqual([2, 1]);
      expect(await blocksOf({ account: BUYER })).toEqual([]);
      expect(await blocksOf({ collection: COLLECTION })).toEqual([2, 1]);
      expect(await blocksOf({ chain: HOME })).toEqual([]);
      expect(await blocksOf({ from: at(2).time, before: at(3).time })).toEqual([2]);
      const page = await store.sales({ limit: 2 });
      expect(page.sales.map((sale) => sale.at.block)).toEqual([3, 2]);
      expect(await blocksOf({ cursor: page.next ?? 0 })).toEqual([1]);
      expect(page.sales[1]).toMatchObject({ kind: "sold", tokenId: `${2n ** 200n}`, paid: "1000" });
    });

    test("a sale whose royalty a router took is the creator's whom the router pays at home", async () => {
      const [chain, homeChain] = [AWAY, HOME];
      const router = { chain, homeChain, homeToken: COLLECTION, receiver: accountOf("split") };
      const address = accountOf("router");
      await store.addRoyaltyRouters({ laneId: ROUTE.laneId, anchor: 0 }, 1, [
        { ...router, router: address },
      ]);
      await add({ sales: [soldLog(3, { royaltyReceiver: address })] });
      expect(await blocksOf({ account: accountOf("split") })).toEqual([3]);
      const found = await store.routersFor(accountOf("split"), 0, 9);
      expect(found).toMatchObject([{ router: address, waiting: [], batches: [] }]);
      expect(await store.routersFor(ARTIST, 0, 9)).toEqual([]);
    });

    test("a refund is told with its sale; of a sale that is not known it is not", async () => {
      const sale = soldLog(1);
      const unknown = refundedLog(4, soldLog(7));
      await add({ sales: [sale], refunds: [refundedLog(3, sale), unknown] });
      expect(await blocksOf({ account: ARTIST })).toEqual([3, 1]);
      const [refund] = (await store.sales({ limit: 1 })).sales;
      expect(refund).toMatchObject({
        kind: "refunded",
        orderHash: sale.orderHash,
        collection: COLLECTION,
        buyer: BUYER,
        recipient: SELLER,
        paid: "1000",
        royalty: "0",
      });
    });

    test("what an account got is summed to the unit, by source, chain and currency", async () => {
      const huge = 10n ** 40n;
      const split = accountOf("split");
      await add({
        entries: [
          entry("paid", ARTIST, huge, 1),
          entry("paid", ARTIST, 1n, 2),
          entry("credited", ARTIST, 7n, 3),
          entry("claimed", ARTIST, 7n, 4, { to: BUYER }),
          entry("credited", ARTIST, 3n, 5, { source: split }),
          entry("payment", ARTIST, 9n, 6),
          entry("paid", BUYER, 100n, 7, { purpose: word("purpose") }),
        ],
      });
      const money = { chain: AWAY, currency: YEN };
      const sums = await store.payoutSums(ARTIST, 9);
      expect(sums).toHaveLength(2);
      expect(sums).toEqual(
        expect.arrayContaining([
          { ...money, source: RAIL, paid: huge + 1n, credited: 7n, claimed: 7n },
          { ...money, source: split, paid: 0n, credited: 3n, claimed: 0n },
        ]),
      );
      const { entries, next } = await store.payoutEntries({ account: ARTIST, limit: 4 });
      expect(entries.map(({ kind }) => kind)).toEqual([
        "payment",
        "credited",
        "claimed",
        "credited",
      ]);
      expect(entries[2]).toEqual({
        chain: AWAY,
        ...entry("claimed", ARTIST, 7n, 4, { to: BUYER }),
      });
      const rest = await store.payoutEntries({ account: ARTIST, limit: 4, cursor: next ?? 0 });
      expect(rest.entries.map(({ amount }) => amount)).toEqual([1n, huge]);
      expect(rest).not.toHaveProperty("next");
      const [bought] = (await store.payoutEntries({ account: BUYER, limit: 1 })).entries;
      expect(bought?.purpose).toBe(word("purpose"));
    });
  });
}
