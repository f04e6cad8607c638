import {
  type Address,
  type Bytes32,
  type ChainId,
  chainNumber,
  type Hex,
} from "../primitives/index.ts";
import { gatewayDomain } from "./domain.ts";
import type { GatewayReference } from "./ids.ts";
import {
  type StructTypes,
  signAsIs,
  structFields,
  type TypedDataSigner,
  typedDigest,
} from "./typed-data.ts";

/** A transfer that its sender signs and anybody submits. */
export interface SendIntent {
  sender: Address;
  destinationChain: ChainId;
  token: Address;
  /** Empty for ERC-20. */
  ids: readonly bigint[];
  /** Empty for ERC-721. */
  amounts: readonly bigint[];
  recipient: Address;
  refundAccount: Address;
  /** Unix seconds; 0 for the zone's default. */
  deadline: number;
  reference: Hex;
  /** Any number that the sender has not used on the gateway. */
  nonce: bigint;
  /** The last unix second at which it may be submitted. */
  expiry: number;
}

/** Another account for a parked message, named by who would receive it. */
export interface Redirect {
  messageId: Bytes32;
  recipient: Address;
  /** The last unix second at which it may be submitted. */
  expiry: number;
}

/** The EIP-712 types of a {@link SendIntent}. */
export const SEND_TYPES: StructTypes = {
  Send: structFields(
    "address sender,uint64 destinationChainId,address token,uint256[] ids,uint256[] amounts,address recipient,address refundAccount,uint40 deadline,bytes ref,uint256 nonce,uint40 expiry",
  ),
};

/** The EIP-712 types of a {@link Redirect}. */
export const REDIRECT_TYPES: StructTypes = {
  Redirect: structFields("bytes32 messageId,address recipient,uint40 expiry"),
};

/** The EIP-712 digest that a sender signs. It is also the nonce of an ERC-3009 authorization. */
export function sendDigest(zoneId: Bytes32, on: GatewayReference, intent: SendIntent): Bytes32 {
  return typedDigest(gatewayDomain(zoneId, on), SEND_TYPES, sendMessage(intent));
}

/** Signs a transfer for somebody else to submit. The signature is as the wallet gives it. */
export function signSend(
  signer: TypedDataSigner,
  zoneId: Bytes32,
  on: GatewayReference,
  intent: SendIntent,
): Promise<Hex> {
  return signAsIs(signer, gatewayDomain(zoneId, on), SEND_TYPES, sendMessage(intent));
}

/** The EIP-712 digest that names another account for a parked message. */
export function redirectDigest(zoneId: Bytes32, on: GatewayReference, redirect: Redirect): Bytes32 {
  return typedDigest(gatewayDomain(zoneId, on), REDIRECT_TYPES, redirect);
}

/** Signs a redirect for somebody else to submit. The signature is as the wallet gives it. */
export function signRedirect(
  signer: TypedDataSigner,
  zoneId: Bytes32,
  on: GatewayReference,
  redirect: Redirect,
): Promise<Hex> {
  return signAsIs(signer, gatewayDomain(zoneId, on), REDIRECT_TYPES, redirect);
}

const sendMessage = ({ destinationChain, reference, ...rest }: SendIntent) => ({
  ...rest,
  destinationChainId: chainNumber(destinationChain),
  ref: reference,
});
