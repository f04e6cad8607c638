import * as z from "zod/mini";
import {
  type Address,
  type Bytes32,
  type ChainId,
  type Hex,
  hex,
  parseShape,
} from "../../primitives/index.ts";
import { addressText, chainIdText, hashText } from "../../zone/fields.ts";
import { type BankAccount, parseBankAccount } from "./bank-account.ts";

const seconds = z.int().check(z.nonnegative());
/** 65 bytes by key; a contract's may hold those of many owners. */
const SIGNATURE = /^0x([0-9a-fA-F]{2}){65,4096}$/;
const accountText = (pattern: RegExp) => z.string().check(z.regex(pattern));

/** The JSON of a {@link SignedCashOut}. */
export const signedCashOutSchema = z.strictObject({
  chain: chainIdText,
  currency: addressText,
  redemption: addressText,
  payee: addressText,
  account: z.strictObject({
    bankCode: accountText(/^[0-9]{4}$/),
    branchCode: accountText(/^[0-9]{3}$/),
    type: z.enum(["ordinary", "current", "savings"]),
    number: accountText(/^[0-9]{7}$/),
    holder: accountText(/^[0-9A-Zｱ-ﾝﾞﾟ ()./-]{1,30}$/),
  }),
  units: z.string().check(z.regex(/^[1-9][0-9]{0,77}$/)),
  idempotencyKey: hashText,
  validAfter: seconds,
  validBefore: seconds,
  signature: z.string().check(z.regex(SIGNATURE)),
});

/** A cash-out that its payee signed, as it is sent to the issuer. JSON as it is. */
export interface SignedCashOut {
  readonly chain: ChainId;
  readonly currency: Address;
  /** The issuer's account on the chain. */
  readonly redemption: Address;
  readonly payee: Address;
  readonly account: BankAccount;
  /** In the currency's units, a decimal text. */
  readonly units: string;
  readonly idempotencyKey: Bytes32;
  /** Unix seconds. */
  readonly validAfter: number;
  /** Unix seconds. */
  readonly validBefore: number;
  /** 65 bytes, r, s and v; or whatever a payee that is a contract takes (ERC-1271), 65 bytes at least. */
  readonly signature: Hex;
}

/**
 * Reads a stranger's signed cash-out. It is well-formed then, and nothing more: see `verifyCashOut`.
 *
 * @throws InvalidShapeError, InvalidBankAccountError
 */
export function parseSignedCashOut(value: unknown): SignedCashOut {
  const shape = parseShape(signedCashOutSchema, value, "The signed cash-out");
  return {
    ...shape,
    account: parseBankAccount(shape.account),
    signature: hex(shape.signature),
  };
}
