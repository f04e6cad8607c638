import { announce, describe } from "../asset/metadata.ts";
import { type Here, homeToken, outgoing } from "../here.ts";
import { MOST_REFRESHES, type Refresh } from "../message/message.ts";
import { ensure } from "../refusal.ts";
import { type ChainId, type Collection, collectionKey } from "../words.ts";
import { mustBeOpen } from "./send.ts";

/**
 * Tells a lane again what a collection says about itself, and reads some of its tokens' metadata anew. Anyone may, once the
 * collection has been told there; records that the tokens need are told first.
 */
export function resendCollection(
  here: Here,
  destination: ChainId,
  collection: Collection,
  ids: readonly bigint[],
): void {
  const lane = outgoing(here, destination);
  mustBeOpen(here, lane);
  const token = homeToken(here, collection);
  ensure(lane.announced.has(collectionKey(collection)), "CollectionUnknown");
  ensure(ids.length <= MOST_REFRESHES, "TooManyRefreshes", `${ids.length}`);
  ensure(token.standard !== "erc20" || ids.length === 0, "TooManyRefreshes", "an ERC-20 has none");
  const metadata = describe(here, lane, collection, ids);
  const refreshes = ids.flatMap((id, at): Refresh[] => {
    const carried = metadata[at];
    return carried === undefined ? [] : [{ id, metadata: carried }];
  });
  announce(here, lane, collection, token, 0, "", "", refreshes);
}
