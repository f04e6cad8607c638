import { Signature, TypedDataEncoder } from "ethers";
import { type Address, type Bytes32, chainNumber, type Hex, hex } from "../../primitives/index.ts";
import type { TypedDataTypes } from "../../wallet/index.ts";
import type { Currency } from "../currency.ts";
import type { TypedDataSigner } from "../typed-data-signer.ts";
import type { BankAccount } from "./bank-account.ts";
import type { SignedCashOut } from "./signed-cash-out.ts";

/** What a payee is about to sign. */
export interface CashOutRequest {
  /** The token that is cashed out. */
  readonly currency: Pick<Currency, "chain" | "address" | "name" | "version">;
  /** The issuer's account on the chain. */
  readonly redemption: Address;
  readonly payee: Address;
  readonly account: BankAccount;
  /** Whole yen in the currency's units: `units` of a quote. */
  readonly units: bigint;
  /**
   * 32 random bytes, kept between payee and issuer: the same request with another key is another cash-out, and nobody
   * who sees the payment on the chain can find the bank account by trying.
   */
  readonly idempotencyKey: Bytes32;
  /** Unix seconds from which it holds; 0 by default. */
  readonly validAfter?: number;
  /** Unix seconds until which the tokens may be taken. */
  readonly validBefore: number;
}

const CASH_OUT = {
  CashOut: [
    { name: "payee", type: "address" },
    { name: "units", type: "uint256" },
    { name: "bankCode", type: "string" },
    { name: "branchCode", type: "string" },
    { name: "accountType", type: "string" },
    { name: "accountNumber", type: "string" },
    { name: "holder", type: "string" },
    { name: "idempotencyKey", type: "bytes32" },
  ],
};

const RETURN = { CashOutReturn: [{ name: "id", type: "bytes32" }] };

const AUTHORIZATION = [
  { name: "from", type: "address" },
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "validAfter", type: "uint256" },
  { name: "validBefore", type: "uint256" },
  { name: "nonce", type: "bytes32" },
];

/** The id of a cash-out, and the ERC-3009 nonce of its payment: it binds the tokens to one bank account. */
export function cashOutId(
  request: Pick<CashOutRequest, "payee" | "units" | "account" | "idempotencyKey">,
): Bytes32 {
  const { payee, units, account, idempotencyKey } = request;
  const { bankCode, branchCode, type, number, holder } = account;
  return TypedDataEncoder.hashStruct("CashOut", CASH_OUT, {
    ...{ payee, units, bankCode, branchCode, holder, idempotencyKey },
    ...{ accountType: type, accountNumber: number },
  }) as Bytes32;
}

/** The ERC-3009 nonce with which the issuer gives the tokens of a cash-out back: once, whatever happens to it. */
export function cashOutReturnNonce(id: Bytes32): Bytes32 {
  return TypedDataEncoder.hashStruct("CashOutReturn", RETURN, { id }) as Bytes32;
}

/** An ERC-3009 transfer that a wallet can sign (EIP-712). */
export interface AuthorizationTypedData {
  readonly domain: {
    readonly name: string;
    readonly version: string;
    readonly chainId: bigint;
    readonly verifyingContract: Address;
  };
  readonly types: TypedDataTypes;
  readonly primaryType: "ReceiveWithAuthorization" | "TransferWithAuthorization";
  readonly message: Record<string, unknown>;
}

/** The payment of a cash-out, ready to be signed. Only the issuer can take it, and only for this bank account. */
export function cashOutTypedData(request: CashOutRequest): AuthorizationTypedData {
  const { currency, redemption, payee, units, validAfter = 0, validBefore } = request;
  return {
    domain: domainOf(currency),
    types: { ReceiveWithAuthorization: AUTHORIZATION },
    primaryType: "ReceiveWithAuthorization",
    message: {
      ...{ from: payee, to: redemption, value: units, validAfter, validBefore },
      nonce: cashOutId(request),
    },
  };
}

/** What the issuer signs to give the tokens of a cash-out back. */
export function cashOutReturnTypedData(
  currency: CashOutRequest["currency"],
  back: { id: Bytes32; from: Address; to: Address; units: bigint; validBefore: number },
): AuthorizationTypedData {
  const { id, from, to, units, validBefore } = back;
  return {
    domain: domainOf(currency),
    types: { TransferWithAuthorization: AUTHORIZATION },
    primaryType: "TransferWithAuthorization",
    message: { from, to, value: units, validAfter: 0, validBefore, nonce: cashOutReturnNonce(id) },
  };
}

function domainOf(currency: CashOutRequest["currency"]) {
  return {
    name: currency.name,
    version: currency.version,
    chainId: chainNumber(currency.chain),
    verifyingContract: currency.address,
  };
}

/**
 * Asks a payee's signer for a cash-out. The payee needs no gas; what comes back is sent to the issuer, and may be sent
 * again whenever no answer came. The signer of a payee that is a contract gives whatever the contract takes.
 *
 * @throws what the signer throws
 *
 * @example
 * const signed = await signCashOut(wallet, { currency, redemption, payee, account, units, idempotencyKey, validBefore });
 * const cashOut = await issuer.request(signed);
 */
export async function signCashOut(
  signer: TypedDataSigner,
  request: CashOutRequest,
): Promise<SignedCashOut> {
  const { domain, types, message } = cashOutTypedData(request);
  const word = hex(await signer.signTypedData(domain, types, message));
  const { currency, redemption, payee, account, units, idempotencyKey, validBefore } = request;
  return {
    chain: currency.chain,
    currency: currency.address,
    redemption,
    payee,
    account,
    units: `${units}`,
    idempotencyKey,
    validAfter: request.validAfter ?? 0,
    validBefore,
    signature: asTokensTakeIt(word),
  };
}

/** A key's signature as tokens take it, whichever of its forms a wallet gave; a contract's longer word as it is. */
function asTokensTakeIt(word: Hex): Hex {
  try {
    return Signature.from(word).serialized as Hex;
  } catch {
    return word;
  }
}
