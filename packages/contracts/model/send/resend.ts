import { classOf } from "../asset/entry.ts";
import { announce, carriedAs, giveNumber, RECORD_ZERO, recordOf } from "../asset/metadata.ts";
import { type Here, homeToken, outgoing } from "../here.ts";
import { ensure } from "../refusal.ts";
import { uriOf } from "../state/token.ts";
import type { Address, ChainId, Collection } from "../words.ts";
import { mustMove, payToll } from "./send.ts";

/** What is told anew, and who asks. */
export interface Resend {
  readonly destination: ChainId;
  readonly collection: Collection;
  readonly sampleId: bigint;
  readonly by: Address;
  readonly paid: bigint;
}

/**
 * Tells a lane again what a collection says about itself, and one of its tokens' metadata anew. Anyone may, also for the
 * first time, at the price of a send. A record that the token needs is told in the same message.
 */
export function resendCollection(here: Here, resend: Resend): void {
  const { destination, collection, sampleId, by, paid } = resend;
  const lane = outgoing(here, destination);
  mustMove(here, lane);
  const fee = payToll(here, lane, by, true);
  ensure(paid === fee, "FeeWrong", `${paid} instead of ${fee}`);
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
