import type { Store } from "../../src/ports/store.ts";
import { AWAY, accountOf, HOME, word } from "../model/messages.ts";
import { entry, refundedLog, soldLog } from "../model/payouts.ts";
import { yenAt } from "../model/told-payments.ts";

export const ARTIST = accountOf("artist");

/** A sale, its refund, and what an artist got of it, on the guest chain; nothing yet at home. */
export async function fillPayouts(store: Store): Promise<void> {
  const after = { number: 0, hash: word("start"), time: 0 };
  for (const chain of [HOME, AWAY])
    await store.beginPayoutIndex({
      ...{ chain, from: 1, through: after, sources: "", currencies: yenAt(chain) },
    });
  const sale = soldLog(3);
  await store.addToPayoutIndex({
    chain: AWAY,
    after,
    through: { number: 9, hash: word("9"), time: 1_700_000_009 },
    splits: [],
    kept: [],
    royaltiesSent: [],
    sales: [sale],
    refunds: [refundedLog(5, sale)],
    entries: [
      entry("paid", ARTIST, 30n, 3, { purpose: sale.purpose }),
      entry("credited", ARTIST, 20n, 4, { purpose: sale.purpose }),
      entry("claimed", ARTIST, 15n, 6, { to: accountOf("another") }),
    ],
  });
}
