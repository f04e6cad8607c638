import { Signature, type TypedDataDomain, TypedDataEncoder } from "ethers";
import { type Address, type Bytes32, chainNumber, type Hex } from "../primitives/index.ts";
import type { TypedDataTypes } from "../wallet/index.ts";
import type { Currency } from "./currency.ts";
import type { Listing } from "./listing.ts";
import type { SignedPurchase } from "./signed-purchase.ts";

/** What a buyer is about to sign. */
export interface PurchaseRequest {
  readonly listing: Pick<Listing, "id" | "chain" | "market" | "currency" | "price">;
  /** The listing's currency, from `Marketplace.currency`. */
  readonly currency: Pick<Currency, "chain" | "address" | "name" | "version">;
  readonly buyer: Address;
  /** Who gets the token. */
  readonly recipient: Address;
  /** 32 random bytes: the same purchase signed again is another one. */
  readonly salt: Bytes32;
  /** Unix seconds from which it holds; 0 by default. */
  readonly validAfter?: number;
  /** Unix seconds until which it holds. */
  readonly validBefore: number;
}

/** A payment that a wallet can sign: EIP-712 typed data of ERC-3009. */
export interface PurchaseTypedData {
  readonly domain: TypedDataDomain;
  readonly types: TypedDataTypes;
  readonly primaryType: "ReceiveWithAuthorization";
  readonly message: Record<string, unknown>;
}

/** Who signs typed data: an ethers signer, or a wallet of `@ryugu/sdk/wallet`. */
export interface TypedDataSigner {
  signTypedData(
    domain: TypedDataDomain,
    types: TypedDataTypes,
    message: Record<string, unknown>,
  ): Promise<string>;
}

const PURCHASE = {
  Purchase: [
    { name: "listingId", type: "bytes32" },
    { name: "recipient", type: "address" },
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

/** The ERC-3009 nonce that binds a payment to one listing and one recipient. */
export function purchaseNonce(listingId: Bytes32, recipient: Address, salt: Bytes32): Bytes32 {
  const purchase = { listingId, recipient, salt };
  return TypedDataEncoder.hashStruct("Purchase", PURCHASE, purchase) as Bytes32;
}

/**
 * The payment that buys a listing, ready to be signed. Only the listing's market can take it, only for this price,
 * and only to give this token to this recipient: whoever relays it can change nothing.
 */
export function purchaseTypedData(request: PurchaseRequest): PurchaseTypedData {
  const { listing, currency, buyer, recipient, salt, validAfter = 0, validBefore } = request;
  return {
    domain: {
      name: currency.name,
      version: currency.version,
      chainId: chainNumber(currency.chain),
      verifyingContract: currency.address,
    },
    types: RECEIVE,
    primaryType: "ReceiveWithAuthorization",
    message: {
      from: buyer,
      to: listing.market,
      value: listing.price,
      validAfter,
      validBefore,
      nonce: purchaseNonce(listing.id, recipient, salt),
    },
  };
}

/**
 * Asks a signer to sign a purchase. The buyer needs no gas and no provider; what comes back is sent to whoever pays
 * the gas.
 *
 * @throws what the signer throws
 *
 * @example
 * const signed = await signPurchase(wallet, { listing, currency, buyer, recipient, salt, validBefore });
 */
export async function signPurchase(
  signer: TypedDataSigner,
  request: PurchaseRequest,
): Promise<SignedPurchase> {
  const { domain, types, message } = purchaseTypedData(request);
  const signature = Signature.from(await signer.signTypedData(domain, types, message));
  const { listing, buyer, recipient, salt, validAfter = 0, validBefore } = request;
  return {
    chain: listing.chain,
    market: listing.market,
    listingId: listing.id,
    currency: listing.currency,
    buyer,
    recipient,
    price: `${listing.price}`,
    salt,
    validAfter,
    validBefore,
    signature: signature.serialized as Hex,
  };
}
