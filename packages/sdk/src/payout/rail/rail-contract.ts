import {
  claimCredit,
  claimCreditFor,
  creditOf,
  readClaimNonce,
  submitClaim,
} from "../credit/claim-credit.ts";
import { signClaim } from "../credit/sign-claim.ts";
import type { ContractLocation } from "../location.ts";
import { carryPayment, isSaltUsed, voidSalt } from "./carry-payment.ts";
import type { PaymentRail } from "./payment-rail.ts";
import { readRecords } from "./read-records.ts";

/** What every contract that is a rail has in common. */
export type CommonRail = Omit<PaymentRail, "kind" | "currency" | "spendable" | "received">;

/** The part of a {@link PaymentRail} that any rail's contract answers alike. */
export function railContract(rail: ContractLocation): CommonRail {
  return {
    chain: rail.chain,
    address: rail.address,
    pay: (signer, payment, word) => carryPayment(rail, signer, "pay", payment, word),
    refund: (signer, payment, word) => carryPayment(rail, signer, "refund", payment, word),
    voidSalt: (signer, salt) => voidSalt(rail, signer, salt),
    isSaltUsed: (payer, salt) => isSaltUsed(rail, payer, salt),
    credit: (payee, currency) => creditOf(rail, payee, currency),
    claim: (signer, claim) => claimCredit(rail, signer, claim),
    claimFor: (signer, claim) => claimCreditFor(rail, signer, claim),
    async signClaim(signer, wish) {
      const nonce = await readClaimNonce(rail, wish.payee);
      return await signClaim(signer, { chain: rail.chain, place: rail.address, ...wish, nonce });
    },
    submitClaim: (signer, signed) => submitClaim(rail, signer, signed),
    records: (query) => readRecords(rail, query),
  };
}
