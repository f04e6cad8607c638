// #region make
import { type ContractLocation, createSplit, divide, splitAddress } from "@ryugu/sdk/payout";
import type { Address } from "@ryugu/sdk/primitives";
import type { Signer } from "ethers";

/** Seven tenths and three tenths: weights, of which only the ratio counts. */
export function listOf(painter: Address, poet: Address) {
  return [
    { payee: painter, weight: 7, nested: false },
    { payee: poet, weight: 3, nested: false },
  ];
}

/** Where to pay them. It needs no chain: the address follows from the list, and can be paid before the split is made. */
export function addressOf(factory: Address, painter: Address, poet: Address) {
  return splitAddress(factory, { shares: listOf(painter, poet) });
}

/** What each would get of an amount, to the unit. */
export function preview(amount: bigint, painter: Address, poet: Address) {
  return divide(amount, listOf(painter, poet));
}

/** Anyone may make it, once, for anyone. */
export async function make(
  factory: ContractLocation,
  signer: Signer,
  painter: Address,
  poet: Address,
) {
  return (await createSplit(factory, signer, { shares: listOf(painter, poet) })).address;
}

// #endregion

// #region divide
import { distribute, formatYen } from "@ryugu/sdk/payout";

/** Divides all that has come, whoever paid it. Who cannot be paid is credited, and all others are paid. */
export async function divideAll(split: ContractLocation, signer: Signer, yen: Address) {
  const { parts } = await distribute(split, signer, yen);
  return parts.map(({ payee, amount, outcome }) => `${payee} ${outcome} ${formatYen(amount)}`);
}

// #endregion

// #region redirect
import {
  parseSignedClaim,
  readClaimNonce,
  readContractClaim,
  signClaim,
  submitClaim,
  verifySignedClaim,
} from "@ryugu/sdk/payout";
import type { Wallet } from "@ryugu/sdk/wallet";

/** In the payee's browser: one signature, no gas. It counts once, at this split, for this account. */
export async function redirect(
  split: ContractLocation,
  payee: Wallet,
  yen: Address,
  to: Address,
  now: number,
) {
  return await signClaim(payee, {
    chain: split.chain,
    place: split.address,
    payee: payee.address,
    currency: yen,
    to,
    nonce: await readClaimNonce(split, payee.address),
    deadline: Math.floor(now) + 86_400,
  });
}

/** On anybody's server: checks a stranger's claim, then pays its gas. */
export async function carry(split: ContractLocation, signer: Signer, body: unknown, now: number) {
  const signed = parseSignedClaim(body);
  const nonce = await readClaimNonce(split, signed.payee);
  const contractSigned = await readContractClaim(split.provider, signed);
  verifySignedClaim(signed, { now, place: split, nonce, contractSigned });
  return await submitClaim(split, signer, signed);
}

// #endregion

// #region everything
import { claimEverything } from "@ryugu/sdk/payout";

/** With every relayer dead: takes all that splits and rails owe the signer. Calling again goes on where it stopped. */
export async function* takeEverything(
  signer: Signer,
  { chain, provider }: ContractLocation,
  places: readonly Address[],
  to: Address,
) {
  for await (const outcome of claimEverything(signer, { chain, provider, places, to })) {
    yield `${outcome.place} ${outcome.state} ${formatYen(outcome.amount)}`;
  }
}
// #endregion
