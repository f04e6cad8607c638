import {
  type BankRail,
  type BankTransfer,
  bankMoves,
  CashOutContradictionError,
  type CashOutMove,
  cashOutReturnNonce,
  type TransferOrder,
  transferReference,
} from "@ryugu/sdk/payout";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { FinalBlock, RedemptionChain } from "./redemption-chain.ts";
import type { IssuerStore, KeptCashOut } from "./store.ts";

/** What moving a cash-out on takes. */
export interface AdvanceContext {
  readonly store: IssuerStore;
  readonly chain: RedemptionChain;
  readonly rail: BankRail;
  readonly redemption: Address;
  /** Unix seconds. */
  readonly now: () => number;
}

/**
 * Does the next thing for a cash-out, whatever was done before: every step may be repeated. The chain takes each payment
 * once by its nonce, the bank each order once by its key, and what cannot be undone is noted before it is tried.
 *
 * @param final - up to here the payments were taken
 */
export async function advance(
  context: AdvanceContext,
  id: Bytes32,
  final: FinalBlock,
): Promise<void> {
  const kept = context.store.find(id);
  switch (kept?.cashOut.state) {
    case "requested":
      return collect(context, kept, final);
    case "accepted":
      return order(context, kept);
    case "sent":
      return ask(context, kept);
    case "refused":
      return giveBack(context, kept, final);
  }
}

/** Takes the tokens, or ends where they can never come. */
async function collect(
  context: AdvanceContext,
  { cashOut, signed }: KeptCashOut,
  final: FinalBlock,
): Promise<void> {
  const { chain, store } = context;
  const { id, payee } = cashOut;
  // Its payment was not among those taken up to this block: it went elsewhere, or the payee took it back.
  if (await chain.isUsed(payee, id, final.number)) {
    return move(context, id, ["requested"], { type: "cancelled", reason: "payment-voided" });
  }
  if (final.time >= signed.validBefore) {
    return move(context, id, ["requested"], { type: "cancelled", reason: "expired" });
  }
  const isWanted = store.transaction(() => {
    const now = store.find(id);
    if (now?.cashOut.state !== "requested" || now.cancelling) return false;
    if (!now.collecting) store.mark(id, "collecting", true);
    return true;
  });
  if (isWanted) await chain.collect(id, signed);
}

/** Orders the transfer, once nobody wants it back. */
async function order(context: AdvanceContext, kept: KeptCashOut): Promise<void> {
  const { store, rail, now } = context;
  const { id } = kept.cashOut;
  const isOrdered = store.transaction(() => {
    const current = store.find(id);
    if (current?.cashOut.state !== "accepted") return false;
    if (current.ordered) return true;
    if (current.cancelling) {
      store.move(current, [{ type: "refused", reason: "cancelled" }], now());
      return false;
    }
    store.mark(id, "ordered", true);
    return true;
  });
  if (!isOrdered) return;
  hear(context, id, await rail.order(orderOf(kept)));
  // Only what the bank certainly has can be taken back for certain: an order on its way would arrive afterwards.
  const current = store.find(id);
  if (current?.cancelling && current.cashOut.state === "accepted") {
    hear(context, id, await rail.cancel(id));
  }
}

async function ask(context: AdvanceContext, { cashOut }: KeptCashOut): Promise<void> {
  const transfer = await context.rail.status(cashOut.id);
  if (transfer === undefined) {
    throw new CashOutContradictionError("The bank does not know a transfer that it has sent.", {
      details: [`Cash-out: ${cashOut.id}`],
    });
  }
  hear(context, cashOut.id, transfer);
}

/** Gives the tokens back, until it is final that they are. */
async function giveBack(
  context: AdvanceContext,
  { cashOut }: KeptCashOut,
  final: FinalBlock,
): Promise<void> {
  const { chain, redemption } = context;
  const { id, payee, payment } = cashOut;
  if (await chain.isUsed(redemption, cashOutReturnNonce(id), final.number)) {
    return move(context, id, ["refused"], { type: "returned" });
  }
  await chain.giveBack({ id, payee, units: payment?.units ?? 0n });
}

function orderOf({ cashOut, signed }: KeptCashOut): TransferOrder {
  const { id, yen } = cashOut;
  return { key: id, account: signed.account, yen, reference: transferReference(id) };
}

/** Applies the bank's word to what is known by now. */
function hear({ store, now }: AdvanceContext, id: Bytes32, transfer: BankTransfer): void {
  store.transaction(() => {
    const kept = store.find(id);
    if (kept !== undefined) store.move(kept, bankMoves(kept.cashOut, transfer), now());
  });
}

function move(
  { store, now }: AdvanceContext,
  id: Bytes32,
  from: readonly string[],
  one: CashOutMove,
): void {
  store.transaction(() => {
    const kept = store.find(id);
    if (kept !== undefined && from.includes(kept.cashOut.state)) store.move(kept, [one], now());
  });
}
