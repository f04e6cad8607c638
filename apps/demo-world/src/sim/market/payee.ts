import type { Creator } from "./creator.ts";
import type { Share } from "./share.ts";

/** Who a payee is to whoever reads it. */
export type PayeeKind = "self" | "creator" | "seller" | "creators" | "account";

/** What is known of a sale's people. */
export interface SalePeople {
  /** The sale's chain. */
  readonly chain: string;
  readonly self: string;
  readonly seller: string;
  readonly creators: readonly Creator[];
}

/**
 * Who gets a share. A royalty to nobody's own account goes to all creators together: to a split that is not made yet, or to the
 * router that brings it home.
 */
export function payeeOf(
  { payee, role }: Pick<Share, "payee" | "role">,
  { chain, self, seller, creators }: SalePeople,
): { readonly kind: PayeeKind; readonly name?: string } {
  const isThem = (account: string) => account.toLowerCase() === payee.toLowerCase();
  const creator = creators.find((one) => one.chain === chain && isThem(one.account));
  const named = creator?.name === undefined ? {} : { name: creator.name };
  if (isThem(self)) return { kind: "self", ...named };
  if (creator !== undefined) return { kind: "creator", ...named };
  if (isThem(seller)) return { kind: "seller" };
  return { kind: role === "royalty" ? "creators" : "account" };
}

/** Whether the creators are paid on another chain: then what is for them is sent home first. */
export const isAwayFromHome = ({ chain, creators }: Pick<SalePeople, "chain" | "creators">) =>
  creators.some((one) => one.chain !== chain);
