import {
  type BankAccount,
  type CashOutAdapter,
  type CashOutTerms,
  cashOutId,
  httpCashOut,
  signCashOut,
  type TimedQuote,
} from "@ryugu/sdk/payout";
import {
  address,
  bytes32,
  bytesToHex,
  parseJson,
  platformRandom,
  readBoundedText,
  safeLine,
} from "@ryugu/sdk/primitives";
import { errorAnswer } from "../../sim/protocol/http.ts";
import { PlatformRefusedError } from "../errors.ts";
import type { Account } from "../world/account.ts";
import { platformPath } from "../world/ask-platform.ts";

/** How long the issuer may take the tokens, in seconds. It takes them at once, or waits for a chain that is slow. */
const VALIDITY = 60 * 60;
const TIMEOUT = 20_000;
const MAX_REFUSAL = 16_000;

/** An issuer, by the platform that stands between: it sends on what is signed, and can change nothing of it. */
export function openCashOut(url: string, token: string): CashOutAdapter {
  return httpCashOut({ url: platformPath(url, "/cash-out"), token, timeout: TIMEOUT, fetch: ask });
}

/** What the platform itself refuses is its own error, and no silence of the issuer's. */
async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, credentials: "omit" });
  if (response.ok) return response;
  const text = await readBoundedText(response, MAX_REFUSAL);
  const answer = errorAnswer.safeParse(parseJson(text));
  if (!answer.success) return new Response(text, response);
  const { code, reason, message } = answer.data.error;
  const whole = reason === undefined ? code : `${code}/${reason}`;
  throw new PlatformRefusedError(safeLine(whole, 80), response.status, safeLine(message, 300));
}

/** What is to be cashed out. */
export interface CashOutWish {
  readonly terms: CashOutTerms;
  readonly quote: TimedQuote;
  readonly bank: BankAccount;
  /** Unix seconds, by the chain's clock. */
  readonly now: number;
}

/** Signs a cash-out: this many tokens, for this bank account, once. Throws the wallet's errors. */
export async function signWish(account: Account, { terms, quote, bank, now }: CashOutWish) {
  const request = {
    ...{ currency: terms.currency, redemption: terms.redemption, account: bank },
    ...{ payee: address(account.wallet.address), units: quote.units },
    idempotencyKey: bytes32(bytesToHex(platformRandom(32))),
    validBefore: now + VALIDITY,
  };
  const signed = await signCashOut(account.wallet, request);
  return { id: cashOutId(request), signed };
}
