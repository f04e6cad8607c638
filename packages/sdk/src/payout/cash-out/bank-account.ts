import { preview } from "../../primitives/index.ts";
import { type BankAccountField, InvalidBankAccountError } from "./errors.ts";
import { toZenginText } from "./zengin/text.ts";

/** What banks in Japan call 普通, 当座 and 貯蓄. */
export type BankAccountType = "ordinary" | "current" | "savings";

/** An account at a bank in Japan, as a transfer is addressed to it. */
export interface BankAccount {
  /** 4 digits. */
  readonly bankCode: string;
  /** 3 digits. */
  readonly branchCode: string;
  readonly type: BankAccountType;
  /** 7 digits. */
  readonly number: string;
  /** The holder's name in half-width katakana, at most 30 characters; voicing marks count. */
  readonly holder: string;
}

/** Every kind of account that money can be sent to. */
export const BANK_ACCOUNT_TYPES: readonly BankAccountType[] = ["ordinary", "current", "savings"];
const MAX_HOLDER = 30;
const MAX_TEXT = 100;

/**
 * Reads a stranger's bank account. Digits may be full-width, an account's number may lack leading zeros, and the
 * holder's name may be in hiragana or full-width katakana.
 *
 * @throws InvalidBankAccountError naming the field, and the character that no transfer can carry
 */
export function parseBankAccount(value: unknown): BankAccount {
  if (typeof value !== "object" || value === null) {
    throw new InvalidBankAccountError("account", "A bank account is an object.");
  }
  const account = value as Readonly<Record<string, unknown>>;
  return {
    bankCode: digits(account, "bankCode", 4, 4),
    branchCode: digits(account, "branchCode", 3, 3),
    type: accountType(account.type),
    number: digits(account, "number", 1, 7).padStart(7, "0"),
    holder: holderName(account.holder),
  };
}

/** Whether two accounts are the same one: the holder's name is no part of an account's address. */
export function isSameAccount(a: BankAccount, b: BankAccount): boolean {
  return (
    a.bankCode === b.bankCode &&
    a.branchCode === b.branchCode &&
    a.type === b.type &&
    a.number === b.number
  );
}

function digits(
  account: Readonly<Record<string, unknown>>,
  field: "bankCode" | "branchCode" | "number",
  least: number,
  most: number,
): string {
  const value = account[field];
  const text = typeof value === "string" && value.length <= MAX_TEXT ? value : "";
  const plain = text.normalize("NFKC").trim();
  if (/^[0-9]+$/.test(plain) && plain.length >= least && plain.length <= most) return plain;
  const wanted = least === most ? `${most}` : `${least} to ${most}`;
  throw fault(field, `It has ${wanted} digits.`, value);
}

function accountType(value: unknown): BankAccountType {
  const found = BANK_ACCOUNT_TYPES.find((type) => type === value);
  if (found !== undefined) return found;
  throw fault("type", `It is one of ${BANK_ACCOUNT_TYPES.join(", ")}.`, value);
}

function holderName(value: unknown): string {
  if (typeof value !== "string" || value.length > MAX_TEXT) {
    throw fault("holder", "The name is a text.", value);
  }
  const written = toZenginText(value);
  if ("unwritable" in written) {
    const why =
      "Write it in kana, capitals and digits, as the passbook has it; of signs ( ) . / - only.";
    throw fault("holder", why, written.unwritable);
  }
  const { text } = written;
  if (text.length >= 1 && text.length <= MAX_HOLDER) return text;
  throw fault(
    "holder",
    `It has 1 to ${MAX_HOLDER} characters; of a longer name, the first.`,
    value,
  );
}

function fault(field: BankAccountField, why: string, received: unknown): InvalidBankAccountError {
  return new InvalidBankAccountError(field, `The bank account's ${field} is wrong.`, {
    details: [why, `Received: ${preview(received)}`],
  });
}
