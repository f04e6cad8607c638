import type { Person } from "./person.ts";

/** What is offered is found by its token: a collection and an id on a chain. */
export interface SoldToken {
  readonly contract: string;
  readonly id: string;
}

const rowOf = ({ contract, id }: SoldToken) =>
  `.belongings li[data-token$="${contract.toLowerCase()}/${id}"]`;

/** Offers something of one's own where one is. Answers what the page says that one gets, in the yen's smallest unit. */
export async function sell(person: Person, token: SoldToken, yen: number): Promise<bigint> {
  await person.openBelongings();
  await person.press(`${rowOf(token)} [data-action="sell-here"]`);
  await person.write('[data-panel="sell"] [data-field="price"]', String(yen));
  const mine = await person.sees("[data-you-get]:not([data-you-get=''])");
  const amount = BigInt((await mine.getAttribute("data-you-get")) ?? "0");
  await person.looksRight();
  await person.press('[data-action="sell"]:enabled');
  await person.sees('[data-panel="sell"] [data-for-sale]');
  await person.closePanel();
  return amount;
}

/** Takes an offer of one's own back. */
export async function takeBack(person: Person, token: SoldToken): Promise<void> {
  await person.openBelongings();
  await person.press(`${rowOf(token)} [data-action="take-back"]`);
  await person.sees('[data-notice="taken-back"]');
  await person.closePanel();
}

/** What a payee has had of a sale, by the page. */
export interface Landed {
  readonly payee: string;
  readonly landed: string;
}

/** Walks to the stall, looks closer at an offer and buys it. Answers how each share landed, payees in lower case. */
export async function buyFromStall(person: Person, token: SoldToken): Promise<Landed[]> {
  await person.open("market", "market");
  await person.press(`.offer[data-token$="${token.contract.toLowerCase()}/${token.id}"]`);
  await person.sees('.sale[data-sale="open"]');
  if (!(await person.page.locator('[data-action="buy"]').isEnabled())) {
    await person.press('[data-action="get-yen"]');
    await person.sees('[data-notice="yen-arrived"]');
  }
  await person.looksRight();
  await person.press('[data-action="buy"]:enabled');
  await person.sees('.sale[data-sale="sold"]');
  const shares = await sharesOn(person);
  await person.closePanel();
  return shares;
}

/** How each share of the sale that is on the page landed. */
export async function sharesOn(person: Person): Promise<Landed[]> {
  const rows = await person.page.locator(".creators li[data-payee]").all();
  return await Promise.all(
    rows.map(async (row) => ({
      payee: ((await row.getAttribute("data-payee")) ?? "").toLowerCase(),
      landed: (await row.getAttribute("data-landed")) ?? "",
    })),
  );
}
