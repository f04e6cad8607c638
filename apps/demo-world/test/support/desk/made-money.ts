import type { NodeComing, NodeEntry, NodeSale } from "../../../src/sim/creator/node-payouts.ts";
import { GARAN, MINATO } from "../zone-fixture.ts";
import { madeId } from "../zone-state.ts";
import type { DeskZone } from "./desk-zone.ts";
import { PLACES } from "./money-chain.ts";

const YEN = 10n ** 18n;
const DAY = 86_400;

/** So many yen in the smallest unit. */
export const yen = (amount: number): bigint => (BigInt(Math.round(amount * 100)) * YEN) / 100n;

const COLLECTION = madeId("collection").slice(0, 42);
const AWAY_COLLECTION = madeId("collection away").slice(0, 42);
const OTHERS = [madeId("second creator").slice(0, 42), madeId("third creator").slice(0, 42)];
/** A split of the account and two others. */
export const SPLIT = madeId("split").slice(0, 42);

interface MadePayment {
  kind: "first" | "resale" | "home";
  days: number;
  amount: number;
  token?: string;
  /** Whether it could not be paid. */
  isCredited?: boolean;
}

/** Adds a payment, and the sale behind it, to what every node tells. */
export function pay(desk: DeskZone, account: string, payment: MadePayment): void {
  const { kind, days, amount, token = "1", isCredited = false } = payment;
  const time = Math.floor(Date.now() / 1_000) - Math.round(days * DAY);
  const name = `${kind} ${days} ${amount} ${token}`;
  const [transaction, purpose] = [madeId(`transaction ${name}`), madeId(`purpose ${name}`)];
  const isHome = kind === "home";
  const entry: NodeEntry = {
    ...{ kind: isCredited ? "credited" : "paid", chain: GARAN, currency: PLACES.yen },
    ...{ source: isHome ? SPLIT : PLACES.rail, amount: `${yen(amount)}`, time, transaction },
    ...{ block: time, logIndex: 1, ...(isHome ? {} : { purpose }) },
  };
  const sale: NodeSale = {
    ...{ kind: "sold", purpose, transaction, tokenId: token, goods: "erc721" },
    ...{ chain: isHome ? MINATO : GARAN, collection: isHome ? AWAY_COLLECTION : COLLECTION },
    ...{ seller: OTHERS[0] ?? "", time: isHome ? time - 60 : time },
    royaltyReceiver: SPLIT,
    payee: kind === "first" ? SPLIT : (OTHERS[0] ?? ""),
  };
  const { entries, sales } = desk.ledger;
  const known = entries.get(account) ?? [];
  entries.set(
    account,
    [...known, entry].sort((a, b) => b.time - a.time),
  );
  sales.push(sale);
  sales.sort((a, b) => b.time - a.time);
}

/** Royalties on their way to the split. */
export const coming = (
  state: NodeComing["state"],
  amount: number,
  messageId?: string,
): NodeComing => ({
  ...{ chain: MINATO, homeChain: GARAN, homeToken: COLLECTION, amount: `${yen(amount)}`, state },
  currency: { homeChain: GARAN, token: PLACES.yen },
  ...(messageId === undefined ? {} : { messageId: madeId(messageId) }),
});

/** Puts everything back to nothing. */
export function forgetMoney({
  ledger,
  chains,
  nodes,
  issuer,
  platforms,
  tokenUris,
}: DeskZone): void {
  ledger.entries.clear();
  ledger.sales.length = 0;
  ledger.onTheWay.clear();
  ledger.statement = async () => undefined;
  ledger.chains = [MINATO, GARAN];
  for (const chain of Object.values(chains)) {
    for (const table of [chain.yen, chain.credits, chain.nonces, chain.splits]) table.clear();
    chain.blocked.clear();
    chain.isBroken = false;
  }
  for (const node of nodes) node.fault = "none";
  for (const platform of Object.values(platforms)) platform.claims = "carried";
  issuer.cashOuts.clear();
  issuer.isSilent = false;
  tokenUris.clear();
}

/** A creator in the middle of their year: works sold here and there, one payment that could not be made. */
export function fillMoney(desk: DeskZone, account: string): void {
  const { garan, minato } = desk.chains;
  garan.yen.set(account, yen(48_260.5));
  minato.yen.set(account, yen(3_000));
  garan.credits.set(account, yen(3_600));
  garan.blocked.add(account);
  garan.splits.set(SPLIT, [
    [account, 5_000],
    [OTHERS[0] ?? "", 3_000],
    [OTHERS[1] ?? "", 2_000],
  ]);
  const firsts = [0.3, 4, 9, 17, 26, 48, 75, 120, 171, 230, 300];
  for (const [at, days] of firsts.entries()) {
    const isCredited = at === 0;
    const amount = isCredited ? 3_600 : 6_000 + ((at * 2_713) % 9_000);
    pay(desk, account, { kind: "first", days, amount, token: `${at + 1}`, isCredited });
  }
  for (const [at, days] of [2, 6, 11, 21, 60, 140, 210].entries()) {
    pay(desk, account, { kind: "resale", days, amount: 420 + at * 333, token: `${at + 2}` });
  }
  for (const [at, days] of [1, 3, 8, 14, 23, 90, 190].entries()) {
    pay(desk, account, { kind: "home", days, amount: 333.33 + at * 512, token: `${at + 4}` });
  }
  desk.ledger.onTheWay.set(SPLIT, [
    coming("due", 2_400),
    coming("attested", 1_250, "message 1"),
    coming("parked", 90, "message 2"),
  ]);
}
