import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  beginIndexes,
  DUO,
  indexMore,
  PAINTER,
  POET,
  STORY,
  timed,
} from "../../../test/harness/api-statements.ts";
import { BACK } from "../../../test/model/lane.ts";
import { AWAY, accountOf, at, HOME } from "../../../test/model/messages.ts";
import { YEN as YEN_HERE } from "../../../test/model/payouts.ts";
import { messagesOf, royaltyBody } from "../../../test/model/royalty-messages.ts";
import { keptLogs, toldSale, yenAt } from "../../../test/model/told-payments.ts";
import type { Store } from "../../ports/store.ts";
import { beginReading, update } from "./reading.ts";

const ROUTER = accountOf("router");
const SOON = { from: at(0).time, before: at(100).time };

/** What statements are derived of. Run over each implementation of the store. */
export function statementsContract(name: string, open: () => Promise<Store>): void {
  describe(`statements in the store: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await beginReading(await open());
      await beginIndexes(store);
    });
    afterEach(() => store.close());

    const logsOf = (account = PAINTER, change: Partial<typeof SOON & { most: number }> = {}) =>
      store.statementLogs({ account, chains: [HOME, AWAY], ...SOON, most: 1_000, ...change });
    const blocksOf = async (...asked: Parameters<typeof logsOf>) => {
      const { chains } = await logsOf(...asked);
      return chains.map(({ logs }) => [...new Set(logs.map((log) => log.at.block))]);
    };

    test("money is followed back through a split to the sales, in whole transactions, and nothing else is read", async () => {
      const others = toldSale({ block: 9, price: 7n, seller: accountOf("somebody") });
      await indexMore(store, [...STORY, others]);
      const { chains, royalties } = await logsOf();
      expect(chains).toMatchObject([
        { chain: HOME, through: timed(20), logs: [], splits: [], currencies: yenAt(HOME) },
        { chain: AWAY, from: 1, through: timed(20), splits: [DUO], routers: [] },
      ]);
      expect(royalties).toEqual([]);
      expect(await blocksOf()).toEqual([[], [2, 3, 4, 5, 6, 8]]);
      expect(await blocksOf(POET)).toEqual([[], [2, 4, 6]]);
      expect(await blocksOf(accountOf("nobody"))).toEqual([[], []]);
      const [log] = chains[1]?.logs ?? [];
      expect(log).toEqual(keptLogs(2, STORY[0]?.sayings ?? [], `made ${DUO}`)[0]);
    });

    test("of what is outside of the period credits and claims are read, and a split's past", async () => {
      await indexMore(store, STORY);
      const late = { from: at(6).time, before: at(7).time };
      expect(await blocksOf(PAINTER, late)).toEqual([[], [2, 4, 5, 6, 8]]);
      const early = { from: at(3).time, before: at(4).time };
      expect(await blocksOf(PAINTER, early)).toEqual([[], [3, 5, 8]]);
    });

    test("more than may be read for one statement is refused", async () => {
      await indexMore(store, STORY);
      for (const most of [1, 4])
        await expect(logsOf(PAINTER, { most })).rejects.toMatchObject({
          code: "statement-too-long",
        });
      expect(await blocksOf(PAINTER, { most: 40 })).not.toEqual([[], []]);
    });

    const [message] = messagesOf(
      BACK.laneId,
      { count: 0, head: BACK.laneId },
      [royaltyBody(ROUTER, 100n, PAINTER)],
      6,
    );
    if (message === undefined) throw new Error("no message");
    const { messageId } = message;
    const forwarded = (by = ROUTER, tx = "tx 6/0") => ({
      ...{ block: 6, tx },
      sayings: [
        {
          ...{ source: "router" as const, by, event: "RoyaltiesForwarded", about: messageId },
          values: [YEN_HERE, 100n, messageId],
        },
      ],
    });
    const sale = toldSale({ block: 4, price: 2_000n, creator: ROUTER });
    const [landing] = keptLogs(9, [
      {
        ...{ source: "currency", by: YEN_HERE, event: "Transfer" },
        values: [accountOf("vault"), PAINTER, 100n],
      },
    ]);
    if (landing === undefined) throw new Error("no log");

    /** The router's royalties leave, and arrive at home in block 9. */
    const cross = async (by = ROUTER, tx = "tx 6/0") => {
      await store.record(update(AWAY, "final", 6, { messages: [message] }));
      await indexMore(store, [sale, forwarded(by, tx)]);
      const head = messageId;
      const { laneId } = BACK;
      await store.record(
        update(HOME, "final", 9, {
          arrivals: [{ type: "delivered", laneId, first: 1, last: 1, head, at: at(9, 3) }],
        }),
      );
    };

    test("royalties that crossed are followed to the sale, once the transfer that brought them was looked up", async () => {
      await cross();
      const { homeChain, homeToken } = { homeChain: HOME, homeToken: yenAt(HOME)[0]?.homeToken };
      const open = await store.unlandedRoyalties(HOME, 20, 9);
      expect(open).toEqual([{ messageId, homeChain, homeToken, recipient: PAINTER, block: 9 }]);
      expect(await store.unlandedRoyalties(HOME, 8, 9)).toEqual([]);
      expect(await store.unlandedRoyalties(AWAY, 20, 9)).toEqual([]);
      expect((await logsOf()).royalties).toMatchObject([{ landed: undefined }]);
      await store.addLanding(messageId, [landing]);
      expect(await store.unlandedRoyalties(HOME, 20, 9)).toEqual([]);
      const { royalties } = await logsOf();
      expect(royalties).toEqual([
        {
          message,
          originChain: AWAY,
          originGateway: BACK.originGateway,
          destinationChain: HOME,
          destinationGateway: BACK.destinationGateway,
          arrivals: [expect.objectContaining({ type: "delivered", first: 1, last: 1 })],
          landed: [landing],
        },
      ]);
      expect(await blocksOf()).toEqual([[], [4, 6]]);
      expect(await blocksOf(PAINTER, { before: at(9).time })).toEqual([[], []]);
    });

    test("nobody says in another's name that royalties were sent", async () => {
      await cross(accountOf("stranger"));
      expect(await store.unlandedRoyalties(HOME, 20, 9)).toEqual([]);
    });

    test("an index that is begun anew forgets its logs, and where royalties landed there", async () => {
      await cross();
      await store.addLanding(messageId, [landing]);
      const anew = (chain: typeof HOME) =>
        store.beginPayoutIndex({
          ...{ chain, from: 1, through: timed(0), sources: "", currencies: yenAt(chain) },
        });
      await anew(HOME);
      expect(await store.unlandedRoyalties(HOME, 20, 9)).toHaveLength(1);
      await anew(AWAY);
      expect(await store.unlandedRoyalties(HOME, 20, 9)).toEqual([]);
      expect(await blocksOf()).toEqual([[], []]);
    });
  });
}
