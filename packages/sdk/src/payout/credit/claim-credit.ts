import type { Signer } from "ethers";
import { type Address, address, type Hex } from "../../primitives/index.ts";
import { type ContractCall, callView, sendCall } from "../chain-call.ts";
import { PayoutRefusedError } from "../errors.ts";
import { eventsOf, receiptLogs } from "../event-log.ts";
import type { ContractLocation } from "../location.ts";
import { CREDITS } from "./credit-abi.ts";
import type { SignedClaim } from "./signed-claim.ts";
import { assertPlace } from "./verify-claim.ts";

/** A credit that was paid out. */
export interface ClaimedCredit {
  readonly payee: Address;
  readonly currency: Address;
  readonly to: Address;
  /** In the currency's units. */
  readonly amount: bigint;
  readonly transaction: Hex;
  readonly block: number;
  readonly gasUsed: bigint;
}

/** What a payee may claim at a split or rail, in the currency's units. */
export function creditOf(
  place: ContractLocation,
  payee: Address,
  currency: Address,
): Promise<bigint> {
  return callView(place, CREDITS, "credit", payee, currency);
}

/** The nonce of a payee's next signed claim at a split or rail. */
export async function readClaimNonce(place: ContractLocation, payee: Address): Promise<number> {
  return Number(await callView(place, CREDITS, "claimNonce", payee));
}

/**
 * Takes all that is credited to the signer in a currency.
 *
 * @param claim - `to` is the signer by default; a payee whom the currency refuses names another account. More than `mostGas` is not
 * paid
 * @throws PayoutRefusedError, PayoutUnavailableError, PayoutChainError
 */
export async function claimCredit(
  place: ContractLocation,
  signer: Signer,
  { currency, to, mostGas }: { currency: Address; to?: Address; mostGas?: bigint },
): Promise<ClaimedCredit> {
  const target = to ?? address(await signer.getAddress());
  const call = { what: "The claim", name: "claim", args: [currency, target] };
  return await carry(place, signer, { ...call, ...(mostGas !== undefined && { mostGas }) });
}

/**
 * Tries again to pay a payee, and nobody else. Anyone may; the signer pays the gas.
 *
 * @throws as {@link claimCredit}
 */
export async function claimCreditFor(
  place: ContractLocation,
  signer: Signer,
  { payee, currency }: { payee: Address; currency: Address },
): Promise<ClaimedCredit> {
  const args = [payee, currency];
  return await carry(place, signer, { what: "The payment", name: "claimFor", args });
}

/**
 * Carries out a claim that its payee signed; the signer pays the gas. Check it with `verifySignedClaim` before.
 *
 * @throws as {@link claimCredit}, and InvalidClaimError where it is for another place
 */
export async function submitClaim(
  place: ContractLocation,
  signer: Signer,
  signed: SignedClaim,
): Promise<ClaimedCredit> {
  assertPlace(signed, place);
  const { payee, currency, to, nonce, deadline, signature } = signed;
  const args = [{ payee, currency, to, nonce, deadline }, signature];
  return await carry(place, signer, { what: "The claim", name: "claimBySignature", args });
}

async function carry(
  place: ContractLocation,
  signer: Signer,
  call: ContractCall,
): Promise<ClaimedCredit> {
  const receipt = await sendCall(place, signer, CREDITS, call);
  const claimed = eventsOf(place.address, CREDITS, receiptLogs(receipt)).find(
    ({ event }) => event.name === "CreditClaimed",
  );
  if (claimed === undefined) {
    throw new PayoutRefusedError(undefined, "The transaction succeeded without a claim.", {
      details: [`Transaction: ${receipt.hash}`, `Is ${place.address} a split or a rail?`],
    });
  }
  const { payee, currency, to, amount } = claimed.event.args;
  return {
    payee: address(payee),
    currency: address(currency),
    to: address(to),
    amount,
    transaction: receipt.hash as Hex,
    block: receipt.blockNumber,
    gasUsed: receipt.gasUsed,
  };
}
