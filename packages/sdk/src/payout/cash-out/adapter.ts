import type { Address, Bytes32 } from "../../primitives/index.ts";
import type { Currency } from "../currency.ts";
import type { Day } from "./business-day.ts";
import type { CashOutQuote } from "./quote.ts";
import type { SignedCashOut } from "./signed-cash-out.ts";
import type { CashOut } from "./state.ts";

/** To whom, and in what, a cash-out is paid. */
export interface CashOutTerms {
  readonly currency: Currency;
  /** The issuer's account on the chain. */
  readonly redemption: Address;
  /** The most that one cash-out may take, in yen. */
  readonly perTransfer: bigint;
}

/** A quote, and when the money would arrive if it were asked for now. */
export interface TimedQuote extends CashOutQuote {
  /** The bank day on which the transfer leaves. */
  readonly leavesOn: Day;
}

/** A cash-out as it stood after something happened to it. */
export interface CashOutEvent {
  /** Its place among everything that happened, from 1. */
  readonly sequence: number;
  /** Unix seconds. */
  readonly at: number;
  readonly cashOut: CashOut;
}

/**
 * A way from a yen token to a bank account: an issuer, or whoever redeems for it.
 *
 * Every method throws CashOutUnavailableError where no answer came. That is no failure: what was asked may have been
 * done, and asking again with the same request does it once.
 */
export interface CashOutAdapter {
  terms(): Promise<CashOutTerms>;

  /**
   * What cashing out would come to.
   *
   * @param amount - in the currency's units
   * @param bankCode - where the money is to go
   * @throws CashOutTooSmallError
   */
  quote(amount: bigint, bankCode: string): Promise<TimedQuote>;

  /**
   * Asks for a cash-out, or says where the same one stands.
   *
   * @throws InvalidCashOutError, InvalidBankAccountError
   */
  request(signed: SignedCashOut): Promise<CashOut>;

  /** @throws CashOutNotFoundError */
  status(id: Bytes32): Promise<CashOut>;

  /**
   * Asks for a cash-out to be stopped. Before the payment it ends `cancelled`; after it the tokens come back, unless
   * the transfer had left by then.
   *
   * @throws CashOutNotFoundError
   * @throws CashOutTooLateError where it was sent already, or ended
   */
  cancel(id: Bytes32): Promise<CashOut>;

  /**
   * What happened after a place, oldest first. Nothing is left out, and a page may be asked for again.
   *
   * @param after - the last sequence that is known; 0 for all
   */
  events(after: number): Promise<readonly CashOutEvent[]>;
}
