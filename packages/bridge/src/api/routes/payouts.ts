import { type Address, address, chainId } from "@ryugu/sdk/primitives";
import type { IndexedRange, PayoutEntry } from "../../domain/payout-facts.ts";
import type { LogPosition } from "../../domain/position.ts";
import type { IndexedSale, PayoutSum } from "../../ports/payout-index-store.ts";
import type { RouterState } from "../../ports/royalty-store.ts";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import {
  entriesQuerySchema,
  entriesSchema,
  payoutParamSchema,
  payoutSchema,
  salesQuerySchema,
  salesSchema,
} from "../schemas/payouts.ts";

/** How far back royalties on their way are told, in seconds. */
const LOOKED_BACK = 60 * 86_400;
const MOST_SUMS = 1_000;
const MOST_ROUTERS = 100;

const asAddress = (text: string): Address => address(text.toLowerCase());

/** Sales, and what accounts got of them: read from final blocks, each with the log that says so. */
export function payoutRoutes(app: App, { store, clock }: ApiContext): void {
  const indexes = async () => (await store.payoutIndexes()).map(rangeJson);

  app.get(
    "/v1/sales",
    {
      schema: {
        summary: "Sales and refunds on the markets that this node indexes, newest first.",
        querystring: salesQuerySchema,
        response: { 200: salesSchema },
      },
    },
    async ({ query: { account, chain, collection, from, before, limit, cursor } }) => {
      const { sales, next } = await store.sales({
        limit,
        ...(account === undefined ? {} : { account: asAddress(account) }),
        ...(chain === undefined ? {} : { chain: chainId(chain) }),
        ...(collection === undefined ? {} : { collection: asAddress(collection) }),
        ...(from === undefined ? {} : { from }),
        ...(before === undefined ? {} : { before }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      const page = { sales: sales.map(saleJson), ...(next === undefined ? {} : { next }) };
      return { ...page, indexes: await indexes() };
    },
  );

  app.get(
    "/v1/payouts/:account",
    {
      schema: {
        summary: "What an account was paid, what is credited to it, and what is on its way.",
        params: payoutParamSchema,
        response: { 200: payoutSchema },
      },
    },
    async ({ params }) => {
      const account = asAddress(params.account);
      const since = Math.floor(clock.now() / 1_000) - LOOKED_BACK;
      const sums = await store.payoutSums(account, MOST_SUMS);
      const routers = await store.routersFor(account, since, MOST_ROUTERS);
      return {
        account,
        sums: sums.map(sumJson),
        onTheWay: routers.flatMap(onTheWayJson),
        indexes: await indexes(),
      };
    },
  );

  app.get(
    "/v1/payouts/:account/entries",
    {
      schema: {
        summary:
          "What happened to an account's money, newest first, each with the log that says so.",
        params: payoutParamSchema,
        querystring: entriesQuerySchema,
        response: { 200: entriesSchema },
      },
    },
    async ({ params, query: { limit, from, before, cursor } }) => {
      const { entries, next } = await store.payoutEntries({
        account: asAddress(params.account),
        limit,
        ...(from === undefined ? {} : { from }),
        ...(before === undefined ? {} : { before }),
        ...(cursor === undefined ? {} : { cursor }),
      });
      const page = { entries: entries.map(entryJson), ...(next === undefined ? {} : { next }) };
      return { ...page, indexes: await indexes() };
    },
  );
}

const rangeJson = ({ chain, from, through }: IndexedRange) => ({
  chain,
  from,
  through: Math.max(0, through.number),
  hash: through.hash,
});

const placeJson = ({ block, blockHash, time, transaction, logIndex }: LogPosition) => ({
  block,
  blockHash,
  time,
  transaction,
  logIndex,
});

const saleJson = ({ at, ...sale }: IndexedSale) => ({ ...sale, ...placeJson(at) });

const sumJson = ({ paid, credited, claimed, ...sum }: PayoutSum) => ({
  ...sum,
  paid: `${paid}`,
  credited: `${credited}`,
  claimed: `${claimed}`,
  claimable: `${credited > claimed ? credited - claimed : 0n}`,
});

const entryJson = ({ at, amount, account: _, ...entry }: PayoutEntry & { chain: string }) => ({
  ...entry,
  amount: `${amount}`,
  ...placeJson(at),
});

/** What is over is told by the account's entries: a split's division, or a plain transfer at home. */
function onTheWayJson({ waiting, batches, position: _, receiver: __, ...route }: RouterState) {
  const inRouter = waiting.map(({ currency, amount, verdict: state }) => ({
    ...route,
    currency: { homeChain: currency.chain, token: currency.token },
    amount: `${amount}`,
    state,
  }));
  const sent = batches
    .filter(({ transfer, end }) => end === undefined && transfer.state !== "returned")
    .map(({ transfer: { messageId, homeChain, homeToken, assets, state } }) => ({
      ...route,
      currency: { homeChain, token: homeToken },
      amount: assets[0]?.amount ?? "0",
      state,
      messageId,
    }));
  return [...inRouter, ...sent];
}
