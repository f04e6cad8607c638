import type { Claim, SignedClaim } from "./credit.ts";
import type { Entry } from "./journal.ts";
import type { Order, Purchase, Refund } from "./order.ts";
import type { Division } from "./split.ts";
import type { Account, Side, SplitShare } from "./words.ts";

/** Something that somebody does; on a chain it is one transaction. */
export type Action =
  | {
      readonly kind: "mint";
      readonly side: Side;
      readonly token: Account;
      readonly to: Account;
      readonly amount: bigint;
    }
  | {
      readonly kind: "block";
      readonly side: Side;
      readonly token: Account;
      readonly account: Account;
      readonly on: boolean;
    }
  | { readonly kind: "pause"; readonly side: Side; readonly token: Account; readonly on: boolean }
  | {
      readonly kind: "status";
      readonly side: Side;
      readonly account: Account;
      readonly status: "open" | "frozen";
    }
  | {
      readonly kind: "top up";
      readonly side: Side;
      readonly account: Account;
      readonly amount: bigint;
    }
  | {
      readonly kind: "ask settlement";
      readonly side: Side;
      readonly account: Account;
      readonly amount: bigint;
    }
  | {
      readonly kind: "end settlement";
      readonly side: Side;
      readonly id: number;
      readonly isPaid: boolean;
    }
  | { readonly kind: "approve"; readonly order: Order }
  | { readonly kind: "buy"; readonly order: Order; readonly purchase: Purchase }
  | { readonly kind: "refund"; readonly order: Order; readonly refund: Refund }
  | { readonly kind: "cancel"; readonly order: Order }
  | { readonly kind: "cancel all"; readonly side: Side; readonly seller: Account }
  | { readonly kind: "claim"; readonly claim: Claim; readonly by: "payee" | "anyone" }
  | { readonly kind: "signed claim"; readonly claim: SignedClaim }
  | { readonly kind: "make split"; readonly side: Side; readonly split: Account }
  | {
      readonly kind: "set shares";
      readonly side: Side;
      readonly split: Account;
      readonly by: Account;
      readonly shares: readonly SplitShare[];
    }
  | {
      readonly kind: "give";
      readonly side: Side;
      readonly token: Account;
      readonly split: Account;
      readonly from: Account;
      readonly amount: bigint;
    }
  | { readonly kind: "distribute"; readonly division: Division }
  | {
      readonly kind: "forward";
      readonly side: Side;
      readonly router: Account;
      readonly token: Account;
    }
  | { readonly kind: "deliver"; readonly from: Side }
  | { readonly kind: "retry"; readonly from: Side; readonly index: number };

/** What came of an action. */
export type Outcome =
  | { readonly isDone: true; readonly entries: readonly Entry[] }
  | { readonly isDone: false; readonly reason: string };
