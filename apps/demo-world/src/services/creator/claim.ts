import { readClaimNonce, type SignedClaim, signClaim } from "@ryugu/sdk/payout";
import { address, chainId } from "@ryugu/sdk/primitives";
import { Contract, isError } from "ethers";
import type { WaitingCredit } from "../../sim/creator/credit.ts";
import { claimAnswer } from "../../sim/protocol/http.ts";
import type { Account } from "../world/account.ts";
import { askPlatform } from "../world/ask-platform.ts";
import type { Chains } from "../world/chains.ts";
import { chainTime } from "../world/gallery.ts";

const BLOCKLIST = ["function isBlocked(address) view returns (bool)"];
/** How long a signed claim is good for, in seconds: the platform carries it at once. */
const VALIDITY = 60 * 60;
const TIMEOUT = 45_000;

/**
 * Signs that a credit is to be paid out to an account. It counts once: who carries it can change nothing.
 *
 * @throws the wallet's errors, InvalidAddressError, PayoutUnavailableError, PayoutRefusedError
 */
export async function signCreditClaim(
  chains: Chains,
  account: Account,
  credit: WaitingCredit,
  to: string,
): Promise<SignedClaim> {
  const payee = account.wallet.address;
  const where = {
    chain: chainId(credit.chain),
    address: address(credit.place),
    provider: chains.provider(credit.chain),
  };
  const nonce = await readClaimNonce(where, payee);
  const now = await chainTime(chains, credit.chain);
  return await signClaim(account.wallet, {
    ...{ chain: where.chain, place: where.address, payee, nonce },
    ...{ currency: address(credit.currency), to: address(to), deadline: now + VALIDITY },
  });
}

/** Asks a platform to carry a claim, whose gas it pays. Throws PlatformRefusedError, PlatformUnreachableError. */
export async function sendClaim(url: string, token: string, signed: SignedClaim): Promise<string> {
  const options = { token, body: signed, timeout: TIMEOUT };
  return (await askPlatform(url, "/claims", claimAnswer, options)).transaction;
}

/**
 * Whether a currency refuses to pay an account; undefined where it has no such list.
 *
 * @throws InvalidAddressError, and what the chain's provider throws
 */
export async function isBlocked(
  chains: Chains,
  { chain, currency }: Pick<WaitingCredit, "chain" | "currency">,
  account: string,
): Promise<boolean | undefined> {
  const token = new Contract(currency, BLOCKLIST, chains.provider(chain));
  try {
    return Boolean(await token.getFunction("isBlocked")(address(account)));
  } catch (error) {
    if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return undefined;
    throw error;
  }
}
