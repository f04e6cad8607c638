import { isSameAddress } from "../primitives/index.ts";
import type { Royalty } from "./divide-sale.ts";
import { InvalidOrderError } from "./errors.ts";
import type { Order } from "./order.ts";

/**
 * Whether a royalty could never reach its creators (`IMarket.RoyaltyCannotTravel`): it would have to go to another chain, and is paid in
 * entries of a ledger, which stay on theirs.
 */
export function isStranded(
  { rail, currency }: Pick<Order, "rail" | "currency">,
  royalty: Royalty | undefined,
): boolean {
  return royalty?.isRouted === true && isSameAddress(rail, currency);
}

/**
 * Checks that a royalty can reach its creators.
 *
 * @throws InvalidOrderError with reason `royalty`
 */
export function assertNotStranded(
  order: Pick<Order, "rail" | "currency">,
  royalty: Royalty | undefined,
): void {
  if (!isStranded(order, royalty)) return;
  throw new InvalidOrderError(
    "royalty",
    "The royalty would never reach its creators on another chain: prepaid money stays on this one.",
    { details: [`Ledger: ${order.rail}`, "Offer it for a token that the zone's lanes carry."] },
  );
}
