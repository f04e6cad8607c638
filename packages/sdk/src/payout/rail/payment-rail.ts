import type { Signer } from "ethers";
import type { Address, Bytes32, ChainId, Hex } from "../../primitives/index.ts";
import type { PaymentAuthorization } from "../authorization.ts";
import type { ClaimedCredit } from "../credit/claim-credit.ts";
import type { SignedClaim } from "../credit/signed-claim.ts";
import type { Currency } from "../currency.ts";
import type { TypedDataSigner } from "../typed-data-signer.ts";
import type { Payment } from "./payment.ts";
import type { RecordQuery } from "./read-records.ts";
import type { MadePayment, RailRecord } from "./records.ts";

/** What a payee orders by signature, before the nonce is known. */
export interface ClaimWish {
  readonly payee: Address;
  readonly currency: Address;
  /** Any account that the currency pays. */
  readonly to: Address;
  /** Unix seconds after which it counts for nothing. */
  readonly deadline: number;
}

/**
 * A way for money from one payer to several payees at once (`IPaymentRail`): an ERC-20's, a bank's, or a ledger of prepaid yen. All
 * of a payment happens or none of it, and nobody who is paid can hold it up.
 *
 * Every method throws PayoutUnavailableError where the chain cannot be asked. Those that take a signer throw PayoutChainError where
 * it is on another chain, and PayoutRefusedError where the chain refuses.
 */
export interface PaymentRail {
  readonly kind: "erc20" | "prepaid";
  readonly chain: ChainId;
  readonly address: Address;

  /**
   * What a wallet must know to pay in a currency by signature.
   *
   * @throws CurrencyUnsupportedError where the rail does not carry it, or it cannot be paid so
   */
  currency(address: Address): Promise<Currency>;

  /**
   * Carries out a payment; splits among its payees are paid to their own payees at once.
   *
   * @param authorization - the payer's signed word (`signPayment`); the signer must be the caller that it names. Where left out, the
   * signer is the payer, and an ERC-20 rail is allowed exactly the sum before.
   * @throws InvalidPaymentError
   */
  pay(signer: Signer, payment: Payment, authorization?: PaymentAuthorization): Promise<MadePayment>;

  /**
   * Gives money back, by who was paid to who had paid. A ledger takes money received and gives money to spend.
   *
   * @throws as {@link PaymentRail.pay}
   */
  refund(
    signer: Signer,
    payment: Payment,
    authorization?: PaymentAuthorization,
  ): Promise<MadePayment>;

  /** Takes back every word of the signer's with this salt that the rail would check. */
  voidSalt(signer: Signer, salt: Bytes32): Promise<Hex>;

  /** Whether a word with this salt was used or taken back. Where the currency checks it, ask the currency. */
  isSaltUsed(payer: Address, salt: Bytes32): Promise<boolean>;

  /** What an account can pay with, in the currency's units. */
  spendable(account: Address, currency: Address): Promise<bigint>;

  /** What an account was paid and has not taken out: at a ledger, what the issuer owes it; of an ERC-20, what it holds. */
  received(account: Address, currency: Address): Promise<bigint>;

  /** What a payee who could not be paid may claim. */
  credit(payee: Address, currency: Address): Promise<bigint>;

  /** Takes all that is credited to the signer in a currency, to any account that it pays; the signer by default. */
  claim(signer: Signer, claim: { currency: Address; to?: Address }): Promise<ClaimedCredit>;

  /** Tries again to pay a payee, and nobody else. */
  claimFor(signer: Signer, claim: { payee: Address; currency: Address }): Promise<ClaimedCredit>;

  /** Signs a claim with the payee's next nonce, for anybody to carry. The payee needs no gas. */
  signClaim(signer: TypedDataSigner, wish: ClaimWish): Promise<SignedClaim>;

  /**
   * Carries out a claim that its payee signed.
   *
   * @throws InvalidClaimError where it is for another place
   */
  submitClaim(signer: Signer, signed: SignedClaim): Promise<ClaimedCredit>;

  /**
   * What the rail told of the money that went through it, in its order.
   *
   * @throws LogsRefusedError
   */
  records(query: RecordQuery): AsyncGenerator<RailRecord, void, void>;
}
