import type { Lot } from "./lot.ts";
import type { Order } from "./order.ts";
import type { Landing } from "./state.ts";
import type { Account, Role, Side } from "./words.ts";

/** A part of a sale, as it landed. */
export interface SaleShare extends Landing {
  readonly role: Role;
}

/** What happened to money, in the order in which it happened. */
export type Entry =
  | {
      readonly kind: "sale";
      readonly sale: number;
      readonly order: Order;
      readonly buyer: Account;
      readonly recipient: Account;
      readonly count: number;
      readonly tokenId: bigint;
      readonly price: bigint;
      readonly shares: readonly SaleShare[];
    }
  | {
      readonly kind: "refund";
      readonly order: Order;
      readonly payer: Account;
      readonly buyer: Account;
      readonly amount: bigint;
      readonly isCredited: boolean;
    }
  | {
      readonly kind: "claim";
      readonly side: Side;
      readonly place: Account;
      readonly currency: Account;
      readonly payee: Account;
      readonly to: Account;
      readonly amount: bigint;
    }
  | {
      readonly kind: "sent";
      /** The chain that it left. */
      readonly side: Side;
      readonly batch: number;
      readonly router: Account;
      readonly token: Account;
      readonly homeToken: Account;
      readonly amount: bigint;
      readonly sources: readonly Lot[];
    }
  | {
      readonly kind: "arrived";
      readonly side: Side;
      readonly batch: number;
      readonly payee: Account;
      readonly amount: bigint;
    }
  | {
      /** A division, or a part of it. */
      readonly kind: "divided";
      readonly side: Side;
      readonly batch: number;
      readonly split: Account;
      /** Who paid and credited: the split itself, or the ledger that owed it. */
      readonly place: Account;
      readonly token: Account;
      readonly sources: readonly Lot[];
      readonly landings: readonly Landing[];
    };
