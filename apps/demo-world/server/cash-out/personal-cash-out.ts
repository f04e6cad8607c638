import {
  type CashOut,
  type CashOutAdapter,
  CashOutNotFoundError,
  CashOutUnavailableError,
  cashOutId,
  InvalidCashOutError,
  parseSignedCashOut,
} from "@ryugu/sdk/payout";
import {
  type Address,
  type Bytes32,
  bytes32,
  InvalidShapeError,
  isSameAddress,
} from "@ryugu/sdk/primitives";
import { TooOftenError } from "../http/errors.ts";
import type { CashOutBook } from "./cash-out-book.ts";

/** The platform's issuer as one of its people sees it: terms and quotes for all, and nobody's cash-outs but their own. */
export interface PersonalCashOut extends Pick<CashOutAdapter, "terms" | "quote"> {
  /**
   * Asks the issuer for a person's cash-out.
   *
   * @param value - a SignedCashOut, as it came
   * @throws InvalidShapeError, TooOftenError, and what an adapter throws
   */
  request(value: unknown, account: Address): Promise<CashOut>;
  /** Where a person's own cash-out stands. */
  status(id: string, account: Address): Promise<CashOut>;
  /** Asks for a person's own cash-out to be stopped. */
  cancel(id: string, account: Address): Promise<CashOut>;
}

/** What it is made of. */
export interface PersonalCashOutParts {
  readonly issuer: CashOutAdapter;
  readonly book: CashOutBook;
  readonly now: () => number;
}

/** In milliseconds. */
const DAY = 86_400_000;
/** How many one person may ask for within a day: the issuer keeps those that are not paid too. */
const MOST_A_DAY = 24;
const AN_HOUR = 3_600;
const ID = /^0x[0-9a-f]{64}$/;

/** Opens the way to the issuer. */
export function openPersonalCashOut(parts: PersonalCashOutParts): PersonalCashOut {
  const { issuer, book, now } = parts;
  const own = (text: string, account: Address): Bytes32 => {
    if (ID.test(text) && book.isOf(bytes32(text), account)) return bytes32(text);
    throw new CashOutNotFoundError("You have asked for no such cash-out here.");
  };
  return {
    terms: () => asked(issuer.terms()),
    quote: (amount, bankCode) => asked(issuer.quote(amount, bankCode)),
    async request(value, account) {
      const signed = parseSignedCashOut(value);
      if (!isSameAddress(signed.payee, account)) {
        throw new InvalidCashOutError("signature", "This is somebody else's cash-out.");
      }
      const id = cashOutId({ ...signed, units: BigInt(signed.units) });
      const isNew = !book.isOf(id, account);
      if (isNew && book.countSince(account, now() - DAY) >= MOST_A_DAY) {
        throw new TooOftenError(AN_HOUR);
      }
      // Before it is asked for: an answer that is lost must not lose whose it is.
      book.note(id, account, now());
      try {
        return await asked(issuer.request(signed));
      } catch (error) {
        if (isNew && !(error instanceof CashOutUnavailableError)) book.forget(id);
        throw error;
      }
    },
    status: async (id, account) => asked(issuer.status(own(id, account))),
    cancel: async (id, account) => asked(issuer.cancel(own(id, account))),
  };
}

/** An answer that makes no sense is none: nobody knows what was done. */
async function asked<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (cause) {
    if (!(cause instanceof InvalidShapeError)) throw cause;
    throw new CashOutUnavailableError("The issuer's answer makes no sense.", { cause });
  }
}
