import type { Store } from "../../src/ports/store.ts";
import { AWAY, accountOf, HOME, word } from "../model/messages.ts";
import {
  indexed,
  toldClaim,
  toldDivision,
  toldSale,
  toldSplit,
  yenAt,
} from "../model/told-payments.ts";

export const PAINTER = accountOf("painter");
export const POET = accountOf("poet");
export const DUO = accountOf("duo");
/** When the blocks of the model are: in Japan the 15th of November 2023. */
export const MONTH = "2023-11";

/** A block of the model with its time. */
export const timed = (number: number) => ({
  number,
  hash: word(`block ${number}`),
  time: 1_700_000_000 + number,
});

/** Where an index begins. */
export const BEGINNING = { number: 0, hash: word("start"), time: 0 };

type Transactions = Parameters<typeof indexed>[0];

/** Both chains' indexes begun, with nothing at home. */
export async function beginIndexes(store: Store): Promise<void> {
  for (const chain of [HOME, AWAY]) {
    await store.beginPayoutIndex({
      ...{ chain, from: 1, through: BEGINNING, sources: "", currencies: yenAt(chain) },
    });
  }
  await indexMore(store, [], HOME, 0, 20);
}

/** Reads further blocks into a chain's index. */
export async function indexMore(
  store: Store,
  transactions: Transactions,
  chain = AWAY,
  after = 0,
  through = 20,
): Promise<void> {
  const from = after === 0 ? BEGINNING : timed(after);
  const update = { chain, after: from, through: timed(through) };
  await store.addToPayoutIndex({ ...update, ...indexed(transactions) });
}

/** A painter who sells, gets royalties by a split that two share, and takes what could not be paid. */
export const STORY: Transactions = [
  toldSplit(DUO, [PAINTER, POET], 2),
  toldSale({ block: 3, price: 1_000n, seller: PAINTER }),
  toldSale({ block: 4, price: 2_000n, creator: DUO, tokenId: 8n }),
  toldSale({ block: 5, price: 600n, seller: PAINTER, credited: PAINTER, tokenId: 9n }),
  toldDivision(
    DUO,
    [
      [PAINTER, 50n],
      [POET, 50n],
    ],
    6,
  ),
  toldClaim(PAINTER, accountOf("another"), 600n, 8),
];
