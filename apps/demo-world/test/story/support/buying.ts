import type { Artwork, Platform } from "../../../src/sim/protocol/platform.ts";
import type { Person } from "./person.ts";

/** What hangs at a spot. Throws where nothing is for sale. */
export function workAt(garan: Platform, spot: string): Artwork {
  const work = garan.gallery?.artworks.find((one) => one.spot === spot);
  if (work?.sale === undefined) throw new Error(`Nothing is for sale at ${spot}.`);
  return work;
}

/** What a creator is owed of a sale. */
export interface Owed {
  payee: string;
  /** In the yen's smallest unit. */
  amount: bigint;
}

/**
 * Walks up to a work, gets test yen, buys it, and sees every share land. Answers what each creator is owed.
 *
 * @param credited - the account for which its share waits, because it cannot be paid
 */
export async function buy(person: Person, work: Artwork, credited?: string): Promise<Owed[]> {
  await person.open("artwork", work.spot);
  await person.press('[data-action="get-yen"]');
  await person.sees('[data-notice="yen-arrived"]');
  await person.looksRight();
  const price = await priceOf(person);
  await person.press('[data-action="buy"]:enabled');
  await person.sees('.sale[data-sale="sold"]');
  for (const { account: payee } of work.creators) {
    const landed = payee.toLowerCase() === credited ? "credited" : "paid";
    await person.sees(`[data-payee="${payee}"][data-landed="${landed}"]`);
  }
  await person.closePanel();
  return work.creators.map(({ account: payee, basisPoints }) => ({
    payee,
    amount: (price * BigInt(basisPoints)) / 10_000n,
  }));
}

/** The price as a visitor reads it, in the yen's smallest unit. */
async function priceOf(person: Person): Promise<bigint> {
  const text = await (await person.sees(".price strong")).textContent();
  return BigInt((text ?? "").replaceAll(/[^0-9]/g, "")) * 10n ** 18n;
}
