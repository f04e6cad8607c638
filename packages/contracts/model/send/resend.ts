import { classOf } from "../asset/entry.ts";
import { announce, carriedAs, giveNumber, RECORD_ZERO, recordOf } from "../asset/metadata.ts";
import { type Here, homeToken, outgoing } from "../here.ts";
import { uriOf } from "../state/token.ts";
import type { ChainId, Collection } from "../words.ts";
import { mustMove } from "./send.ts";

/**
 * Tells a lane again what a collection says about itself, and one of its tokens' metadata anew. Anyone may, also for the
 * first time. A record that the token needs is told in the same message.
 */
export function resendCollection(
  here: Here,
  destination: ChainId,
  collection: Collection,
  sampleId: bigint,
): void {
  const lane = outgoing(here, destination);
  mustMove(here, lane);
  const token = homeToken(here, collection);
  classOf(here, collection, token.standard);
  if (token.standard === "erc20") {
    giveNumber(here, lane, collection, RECORD_ZERO);
    announce(here, lane, collection, token, 0, ["", ""], []);
    return;
  }
  const form = here.env.chooseForm(uriOf(token, sampleId), sampleId, token.standard);
  const { content, around } = recordOf(token, form);
  const number = giveNumber(here, lane, collection, content);
  const refresh = { id: sampleId, metadata: carriedAs(form, number) };
  announce(here, lane, collection, token, number, around, [refresh]);
}
