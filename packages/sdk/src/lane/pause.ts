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
  signCompact,
  structFields,
  type TypedDataSigner,
  typedDigest,
} from "./typed-data.ts";

/** One validator's wish that a gateway's lanes, or a collection, stand still for a while. */
export interface Pause {
  validator: Address;
  /** The lanes to and from this chain; null for all, or where a collection is named. */
  counterpartChain: ChainId | null;
  /** The collection on the gateway's chain; zero for lanes. */
  token: Address;
  /** Seconds from when it is submitted. */
  duration: number;
  /** The validator's next pause nonce on the gateway. */
  nonce: number;
}

/** The EIP-712 types of a {@link Pause}. */
export const PAUSE_TYPES: StructTypes = {
  Pause: structFields(
    "address validator,uint64 counterpartChainId,address token,uint24 duration,uint64 nonce",
  ),
};

/** The EIP-712 digest that the validator signs. */
export function pauseDigest(zoneId: Bytes32, on: GatewayReference, pause: Pause): Bytes32 {
  return typedDigest(gatewayDomain(zoneId, on), PAUSE_TYPES, toMessage(pause));
}

/** Signs a pause, for somebody else to submit; 64 bytes (EIP-2098). */
export function signPause(
  signer: TypedDataSigner,
  zoneId: Bytes32,
  on: GatewayReference,
  pause: Pause,
): Promise<Hex> {
  return signCompact(signer, gatewayDomain(zoneId, on), PAUSE_TYPES, toMessage(pause));
}

const toMessage = ({ counterpartChain, ...rest }: Pause) => ({
  ...rest,
  counterpartChainId: counterpartChain === null ? 0n : chainNumber(counterpartChain),
});
