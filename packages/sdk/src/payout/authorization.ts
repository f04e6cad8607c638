import { type TypedDataDomain, TypedDataEncoder } from "ethers";
import {
  type Address,
  type Bytes32,
  type ChainId,
  chainNumber,
  type Hex,
} from "../primitives/index.ts";
import type { TypedDataTypes } from "../wallet/index.ts";
import type { Currency } from "./currency.ts";

/**
 * How a payer agrees to a payment: by calling the rail; by a signature that the currency checks (ERC-3009); or by one
 * that the rail checks, by key or as a contract (ERC-1271).
 */
export type Agreement = "caller" | "currency" | "rail";

/** A payer's word for one payment, as a rail takes it (`IPaymentRail.Authorization`). JSON as it is. */
export interface PaymentAuthorization {
  readonly agreement: Agreement;
  /** Unix seconds after which it counts. */
  readonly validAfter: number;
  /** Unix seconds from which it counts no more. */
  readonly validBefore: number;
  /** With it, one word counts once. */
  readonly salt: Bytes32;
  readonly signature: Hex;
}

/** What a payer is about to agree to. To whom the sum is divided is the caller's to say. */
export interface PaymentRequest {
  readonly chain: ChainId;
  readonly rail: Address;
  readonly currency: Pick<Currency, "address" | "name" | "version">;
  readonly payer: Address;
  /** Who may have the payment carried out: a market, for instance. */
  readonly caller: Address;
  /** What it is for, as the caller defines it. */
  readonly purpose: Bytes32;
  /** In the currency's units. */
  readonly amount: bigint;
  /** 32 random bytes: the same payment signed again is another one. */
  readonly salt: Bytes32;
  /** Unix seconds; 0 by default. */
  readonly validAfter?: number;
  /** Unix seconds. */
  readonly validBefore: number;
}

/** EIP-712 typed data that a wallet can sign. */
export interface PaymentTypedData {
  readonly domain: TypedDataDomain;
  readonly types: TypedDataTypes;
  readonly primaryType: "ReceiveWithAuthorization" | "Payment";
  readonly message: Record<string, unknown>;
}

const NONCE = {
  AuthorizationNonce: [
    { name: "caller", type: "address" },
    { name: "purpose", type: "bytes32" },
    { name: "salt", type: "bytes32" },
  ],
};

const RECEIVE = {
  ReceiveWithAuthorization: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "validAfter", type: "uint256" },
    { name: "validBefore", type: "uint256" },
    { name: "nonce", type: "bytes32" },
  ],
};

const PAYMENT = {
  Payment: [
    { name: "payer", type: "address" },
    { name: "caller", type: "address" },
    { name: "currency", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "purpose", type: "bytes32" },
    { name: "validAfter", type: "uint256" },
    { name: "validBefore", type: "uint256" },
    { name: "salt", type: "bytes32" },
  ],
};

/** The ERC-3009 nonce that binds a payment to one caller and one purpose (`IPaymentRail.authorizationNonce`). */
export function authorizationNonce(caller: Address, purpose: Bytes32, salt: Bytes32): Bytes32 {
  return TypedDataEncoder.hashStruct("AuthorizationNonce", NONCE, {
    caller,
    purpose,
    salt,
  }) as Bytes32;
}

/**
 * A payment, ready to be signed. Only the rail can take it, only for this caller, sum and purpose: whoever carries it
 * can change nothing.
 *
 * @param agreement - who checks it: `currency` needs ERC-3009; `rail` needs an allowance to the rail, or an account
 * with it
 */
export function paymentTypedData(
  request: PaymentRequest,
  agreement: Exclude<Agreement, "caller">,
): PaymentTypedData {
  const { chain, rail, currency, payer, caller, purpose, amount, salt } = request;
  const { validAfter = 0, validBefore } = request;
  const chainId = chainNumber(chain);
  if (agreement === "rail") {
    return {
      domain: { name: "Ryugu Payout", version: "1", chainId, verifyingContract: rail },
      types: PAYMENT,
      primaryType: "Payment",
      message: {
        ...{ payer, caller, currency: currency.address, amount },
        ...{ purpose, validAfter, validBefore, salt },
      },
    };
  }
  const { name, version, address: verifyingContract } = currency;
  return {
    domain: { name, version, chainId, verifyingContract },
    types: RECEIVE,
    primaryType: "ReceiveWithAuthorization",
    message: {
      ...{ from: payer, to: rail, value: amount, validAfter, validBefore },
      nonce: authorizationNonce(caller, purpose, salt),
    },
  };
}
