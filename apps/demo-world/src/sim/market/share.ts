/** Why somebody gets a part of a price. */
export type ShareRole = "royalty" | "fee" | "proceeds";

/** One payee's part of a sale. Amounts are in the currency's smallest unit, as decimal text. */
export interface Share {
  readonly payee: string;
  readonly amount: string;
  readonly role: ShareRole;
  /** How it landed; undefined while it has not. */
  readonly outcome?: "paid" | "credited";
}

/** A part of a price, before splits among the payees are resolved. */
interface Part {
  readonly role: ShareRole;
  readonly amount: bigint;
}

/** What somebody is paid. */
interface Payment {
  readonly payee: string;
  readonly amount: bigint;
}

/**
 * The payments of a sale with the reason for each: parts are paid in their order, so that each payment belongs to the
 * part that has some left. One payee's payments for one reason are one share.
 */
export function sharesOf(parts: readonly Part[], payments: readonly Payment[]): Share[] {
  const left = parts.map(({ role, amount }) => ({ role, amount }));
  const shares = new Map<string, { payee: string; role: ShareRole; amount: bigint }>();
  for (const { payee, amount } of payments) {
    while (left.length > 1 && left[0]?.amount === 0n) left.shift();
    const part = left[0];
    if (part !== undefined) part.amount -= amount;
    const role = part?.role ?? "proceeds";
    const key = `${role}/${payee.toLowerCase()}`;
    const known = shares.get(key);
    shares.set(key, { payee, role, amount: (known?.amount ?? 0n) + amount });
  }
  return [...shares.values()].map((share) => ({ ...share, amount: String(share.amount) }));
}

/** Shares in which a payment has landed. Who could not be paid with one of several is waited for. */
export function landed(
  shares: readonly Share[],
  { payee, outcome }: { payee: string; outcome: "paid" | "credited" },
): Share[] {
  const isTheirs = (share: Share) => share.payee.toLowerCase() === payee.toLowerCase();
  return shares.map((share) =>
    isTheirs(share) && share.outcome !== "credited" ? { ...share, outcome } : share,
  );
}

/** All that an account gets of a sale, and how it landed; undefined where it gets nothing. */
export function shareOf(
  shares: readonly Share[],
  account: string,
): Pick<Share, "amount" | "outcome"> | undefined {
  const theirs = shares.filter(({ payee }) => payee.toLowerCase() === account.toLowerCase());
  const [first] = theirs;
  if (first === undefined) return undefined;
  const amount = theirs.reduce((sum, share) => sum + BigInt(share.amount), 0n);
  const { outcome } = first;
  return { amount: String(amount), ...(outcome === undefined ? {} : { outcome }) };
}
