import { type Address, isSameAddress } from "../primitives/index.ts";
import { type Order, WHOLE } from "./order.ts";

/** What a collection asks of a sale (ERC-2981). */
export interface Royalty {
  readonly receiver: Address;
  /** Of the whole price, in the currency's units. */
  readonly amount: bigint;
  /** The collection stands for one of another chain: the receiver is a router here, which sends home what it gets. */
  readonly isRouted?: true;
}

/** Why somebody gets a part of a price. `proceeds` has the royalty in it where the royalty's receiver is the payee. */
export type PartRole = "royalty" | "fee" | "proceeds";

/** A part of a price. */
export interface SalePart {
  readonly role: PartRole;
  readonly payee: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  /** Whether the rail looks if the payee is a split, and pays its payees then. */
  readonly nested: boolean;
}

/**
 * Divides the price of `count` tokens as the market does: royalty, fee, rest, in the order in which they are paid.
 * Parts of nothing are left out; all parts sum to the price, to the unit.
 */
export function divideSale(
  order: Pick<Order, "price" | "intermediary" | "payee" | "seller">,
  count: number,
  royalty?: Royalty,
): readonly SalePart[] {
  const paid = order.price * BigInt(count);
  const { intermediary, payee, seller } = order;
  const fee = (paid * BigInt(intermediary?.fee ?? 0)) / BigInt(WHOLE);
  const isOne = royalty !== undefined && isSameAddress(royalty.receiver, payee);
  const apart = royalty === undefined || isOne ? 0n : royalty.amount;
  const parts: (SalePart | undefined)[] = [
    royalty && { role: "royalty", payee: royalty.receiver, amount: apart, nested: true },
    intermediary && { role: "fee", payee: intermediary.account, amount: fee, nested: false },
    {
      role: "proceeds",
      payee,
      amount: paid - apart - fee,
      nested: isOne || !isSameAddress(payee, seller),
    },
  ];
  return parts.filter((part) => part !== undefined).filter(({ amount }) => amount > 0n);
}
