import { type TypedDataDomain, TypedDataEncoder } from "ethers";
import { type Address, type Bytes32, type ChainId, chainNumber } from "../../primitives/index.ts";
import type { TypedDataTypes } from "../../wallet/index.ts";

/** A payee's order to pay out what is credited to them, for somebody else to carry (`ICredits.Claim`). */
export interface ClaimOrder {
  readonly chain: ChainId;
  /** The split or rail that owes it. */
  readonly place: Address;
  readonly payee: Address;
  /** An ERC-20's address, or zero for the chain's coin. */
  readonly currency: Address;
  /** Any account that the currency pays: a payee whom it refuses names another of theirs. */
  readonly to: Address;
  /** The place's next one for this payee: `readClaimNonce` tells it. */
  readonly nonce: number;
  /** Unix seconds after which it counts for nothing. */
  readonly deadline: number;
}

/** EIP-712 typed data that a wallet can sign. */
export interface ClaimTypedData {
  readonly domain: TypedDataDomain;
  readonly types: TypedDataTypes;
  readonly primaryType: "Claim";
  readonly message: Record<string, unknown>;
}

const CLAIM = {
  Claim: [
    { name: "payee", type: "address" },
    { name: "currency", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
};

/** A claim, ready to be signed. It counts once, at this place, for this account: who carries it can change nothing. */
export function claimTypedData(order: ClaimOrder): ClaimTypedData {
  const { chain, place, payee, currency, to, nonce, deadline } = order;
  return {
    domain: {
      name: "Ryugu Payout",
      version: "1",
      chainId: chainNumber(chain),
      verifyingContract: place,
    },
    types: CLAIM,
    primaryType: "Claim",
    message: { payee, currency, to, nonce, deadline },
  };
}

/** The EIP-712 digest that the payee signs; a payee that is a contract is asked about it (ERC-1271). */
export function claimDigest(order: ClaimOrder): Bytes32 {
  const { domain, types, message } = claimTypedData(order);
  return TypedDataEncoder.hash(domain, types, message) as Bytes32;
}
