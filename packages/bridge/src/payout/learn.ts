import type { LaneState } from "../domain/lane.ts";
import { type RoyaltyRouter, routesOf } from "../domain/royalty.ts";
import type { PayoutContext } from "./context.ts";

/** Messages looked through at a time. */
const PAGE = 256;

/**
 * Finds the routers that royalties of this chain's representations are paid to: what a lane's Collection messages say follows
 * from the chain alone.
 *
 * @returns whether there is more to look through
 */
export async function learnRouters({
  reader,
  store,
}: Pick<PayoutContext, "reader" | "store">): Promise<boolean> {
  const lanes = await store.lanes();
  let isMore = false;
  for (const lane of lanes.filter(({ destinationChain }) => destinationChain === reader.chain))
    isMore = (await learnFrom({ reader, store }, lane)) || isMore;
  return isMore;
}

async function learnFrom(
  { reader, store }: Pick<PayoutContext, "reader" | "store">,
  { laneId, anchor, destinationChain, final }: LaneState,
): Promise<boolean> {
  const after = await store.royaltyCursor({ laneId, anchor });
  if (after >= final.count) return false;
  const messages = await store.finalMessages(laneId, after + 1, PAGE);
  const through = messages.at(-1)?.sequence;
  if (through === undefined) return false;
  const routers: RoyaltyRouter[] = [];
  for (const route of routesOf(messages, destinationChain))
    routers.push({ ...route, router: await reader.routerOf(route) });
  await store.addRoyaltyRouters({ laneId, anchor }, through, routers);
  return messages.length === PAGE;
}
