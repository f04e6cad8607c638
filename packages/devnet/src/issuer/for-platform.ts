import {
  type BankRail,
  type CashOut,
  type CashOutAdapter,
  CashOutNotFoundError,
  type CashOutQuote,
  CashOutTooLateError,
  type Currency,
  cashOutId,
  InvalidCashOutError,
  quoteCashOut,
  type SignedCashOut,
  verifyCashOut,
} from "@ryugu/sdk/payout";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import { IssuerBusyError } from "./errors.ts";
import type { RedemptionChain } from "./redemption-chain.ts";
import type { IssuerStore, KeptCashOut } from "./store.ts";

/** What one platform's view of the issuer is made of. */
export interface PlatformContext {
  readonly store: IssuerStore;
  readonly rail: BankRail;
  readonly chain: Pick<RedemptionChain, "takesContract">;
  readonly currency: Currency;
  readonly redemption: Address;
  /** Unix seconds. */
  readonly now: () => number;
}

/** Requests without a payment cost nothing to make: no more of them are kept. */
const MAX_REQUESTED = 10_000;
/** Seconds that a payment must still hold when it is asked for, so that it can be taken. */
const MARGIN = 300;

/** The issuer as one platform sees it: only what that platform asked for. */
export function issuerForPlatform(context: PlatformContext, platform: string): CashOutAdapter {
  const { store, rail, chain, currency, redemption, now } = context;

  const own = (id: Bytes32): KeptCashOut => {
    const kept = store.find(id);
    if (kept?.platform === platform) return kept;
    throw new CashOutNotFoundError("The issuer knows no such cash-out.", {
      details: [`Cash-out: ${id}`],
    });
  };

  const known = (id: Bytes32, signed: SignedCashOut): CashOut | undefined => {
    if (store.find(id) !== undefined) return own(id).cashOut;
    if (!store.isKeyTaken(signed)) return undefined;
    throw new InvalidCashOutError("idempotency-key", "This key was used for another cash-out.");
  };

  /** Whose word is no key's is asked on the chain, before anything is kept. */
  const check = async (id: Bytes32, signed: SignedCashOut, perTransfer: bigint) => {
    const asked = { currency, redemption, perTransfer, now: now(), margin: MARGIN };
    const word = verifyCashOut(signed, { ...asked, isContract: true });
    if (word === "key" || (await chain.takesContract(id, signed))) return;
    throw new InvalidCashOutError(
      "signature",
      "The payee did not sign this cash-out. One that is a contract stands by it, has the tokens, and the currency takes its word.",
      { details: [`Payee: ${signed.payee}`] },
    );
  };

  const add = (id: Bytes32, signed: SignedCashOut, quote: CashOutQuote): CashOut => {
    if (store.countRequested() >= MAX_REQUESTED) {
      throw new IssuerBusyError("Too many cash-outs wait for their payment.");
    }
    const { units, yen, fee } = quote;
    const { payee, account } = signed;
    const accountEnding = account.number.slice(-3);
    const cashOut = { id, payee, units, yen, fee, accountEnding, state: "requested" } as const;
    return store.add({ platform, signed, cashOut }, now());
  };

  return {
    async terms() {
      const { perTransfer } = await rail.terms();
      return { currency, redemption, perTransfer };
    },
    async quote(amount, bankCode) {
      const { fees, leavesOn } = await rail.terms();
      return { ...quoteCashOut(amount, bankCode, { ...currency, fees }), leavesOn };
    },
    async request(signed) {
      const units = BigInt(signed.units);
      const id = cashOutId({ ...signed, units });
      if (store.find(id) !== undefined) return own(id).cashOut;
      const { perTransfer, fees } = await rail.terms();
      await check(id, signed, perTransfer);
      const quote = quoteCashOut(units, signed.account.bankCode, { ...currency, fees });
      return store.transaction(() => known(id, signed) ?? add(id, signed, quote));
    },
    status: async (id) => own(id).cashOut,
    cancel: async (id) => store.transaction(() => cancel(context, own(id))),
    events: async (after) => store.events(platform, after),
  };
}

/** Ends a cash-out of which nothing has left the house; for another, notes that it is wanted back. */
function cancel({ store, now }: PlatformContext, kept: KeptCashOut): CashOut {
  const { cashOut, collecting, ordered } = kept;
  switch (cashOut.state) {
    case "requested":
      if (!collecting) return store.move(kept, [{ type: "cancelled", reason: "cancelled" }], now());
      store.mark(cashOut.id, "cancelling", true);
      return cashOut;
    case "accepted":
      if (!ordered) return store.move(kept, [{ type: "refused", reason: "cancelled" }], now());
      store.mark(cashOut.id, "cancelling", true);
      return cashOut;
    case "refused":
    case "cancelled":
      return cashOut;
    default:
      throw new CashOutTooLateError("It is too late to stop this cash-out.", {
        details: [`Cash-out: ${cashOut.id}`, `It is: ${cashOut.state}`],
      });
  }
}
