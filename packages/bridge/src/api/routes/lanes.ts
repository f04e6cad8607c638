import { bytes32 } from "@ryugu/sdk/primitives";
import type { LaneState } from "../../domain/lane.ts";
import type { App } from "../app.ts";
import type { ApiContext } from "../context.ts";
import {
  laneIdSchema,
  lanesSchema,
  messageQuerySchema,
  messagesSchema,
  vaultsSchema,
} from "../schemas.ts";

/** How long a view of all vaults is kept, in milliseconds: it is summed over history. */
const VAULTS_AGE = 2_000;

/** Lanes, their messages, and the vaults behind them. */
export function laneRoutes(app: App, context: ApiContext): void {
  const { store, clock } = context;

  app.get(
    "/v1/lanes",
    { schema: { summary: "Every lane, and how far it is.", response: { 200: lanesSchema } } },
    async () => ({
      lanes: (await store.lanes()).map(toJson),
    }),
  );

  app.get(
    "/v1/lanes/:laneId/messages",
    {
      schema: {
        summary: "Archived final messages of a lane.",
        params: laneIdSchema,
        querystring: messageQuerySchema,
        response: { 200: messagesSchema },
      },
    },
    async ({ params, query }) => {
      const messages = await store.messages(bytes32(params.laneId), query);
      return {
        messages: messages.map(({ sequence, messageId, messageHash, body, at }) => ({
          sequence,
          messageId,
          messageHash,
          message: body,
          block: at.block,
          transaction: at.transaction,
        })),
      };
    },
  );

  let cached: { time: number; value: ReturnType<typeof readVaults> } | undefined;
  app.get(
    "/v1/vaults",
    {
      schema: {
        summary: "Every vault, and what it should hold by final facts.",
        response: { 200: vaultsSchema },
      },
    },
    async () => {
      if (cached === undefined || clock.now() - cached.time > VAULTS_AGE)
        cached = { time: clock.now(), value: readVaults(context) };
      try {
        return { vaults: await cached.value };
      } catch (error) {
        cached = undefined;
        throw error;
      }
    },
  );
}

function toJson(lane: LaneState) {
  const {
    laneId,
    originChain,
    destinationChain,
    anchor,
    seen,
    final,
    attested,
    delivered,
    halted,
  } = lane;
  return {
    laneId,
    originChain,
    destinationChain,
    anchor,
    attested,
    delivered,
    count: seen.count,
    finalCount: final.count,
    head: final.head,
    ...(halted === undefined ? {} : { halted }),
  };
}

async function readVaults({ store, view, vaultOf }: ApiContext) {
  const holdings = await store.holdings();
  const ids = view.zone.manifest.chains.map(({ id }) => id);
  const pairs = ids.flatMap((chain) =>
    ids.filter((id) => id !== chain).map((counterpartChain) => ({ chain, counterpartChain })),
  );
  const vaults = await Promise.all(
    pairs.map(async ({ chain, counterpartChain }) => {
      const vault = await vaultOf(chain, counterpartChain);
      if (vault === undefined) return [];
      const held = holdings
        .filter((each) => each.homeChain === chain && each.counterpartChain === counterpartChain)
        .map(({ homeToken, units }) => ({ homeToken, units }));
      return [{ chain, counterpartChain, vault, holdings: held }];
    }),
  );
  return vaults.flat();
}
