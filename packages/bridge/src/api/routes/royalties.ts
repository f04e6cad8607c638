import type { RouterState, RoyaltyBatch } from "../../ports/royalty-store.ts";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import { royaltiesQuerySchema, royaltiesSchema } from "../schemas/royalties.ts";

/** How far back batches are told, in seconds. */
const LOOKED_BACK = 60 * 86_400;

/** Royalties on their way home: what waits in routers, and what is under way. */
export function royaltyRoutes(app: App, { store, clock }: ApiContext): void {
  app.get(
    "/v1/royalties",
    {
      schema: {
        summary: "Routers of royalties: what waits in each, and what it sent home.",
        querystring: royaltiesQuerySchema,
        response: { 200: royaltiesSchema },
      },
    },
    async ({ query: { limit, cursor = 0 } }) => {
      const since = Math.floor(clock.now() / 1_000) - LOOKED_BACK;
      const routers = await store.routerStates({ after: cursor, limit, since });
      const last = routers.at(-1);
      const isMore = last !== undefined && routers.length === limit;
      return { routers: routers.map(routerJson), ...(isMore ? { next: last.position } : {}) };
    },
  );
}

const routerJson = ({ waiting, batches, position: _, ...router }: RouterState) => ({
  ...router,
  waiting: waiting.map(({ currency, amount, since, block, verdict: state }) => ({
    currency: { homeChain: currency.chain, token: currency.token },
    amount: `${amount}`,
    since,
    block,
    state,
  })),
  batches: batches.map(batchJson),
});

function batchJson({ transfer, end }: RoyaltyBatch) {
  const { messageId, homeChain, homeToken, assets, state, sent, delivered } = transfer;
  return {
    messageId,
    currency: { homeChain, token: homeToken },
    amount: assets[0]?.amount ?? "0",
    state,
    sent: sent.time,
    ...(delivered === undefined ? {} : { delivered: delivered.time }),
    ...(end === undefined ? {} : { end }),
  };
}
