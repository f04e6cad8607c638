import type { TypedDataDomain } from "ethers";
import { type Bytes32, chainNumber } from "../primitives/index.ts";
import type { GatewayReference } from "./ids.ts";

/** The EIP-712 domain of what counts for the whole zone: checkpoints, rotations, manifests. */
export function zoneDomain(zoneId: Bytes32): TypedDataDomain {
  return { name: "Ryugu", version: "1", salt: zoneId };
}

/** The EIP-712 domain of what counts for one gateway: every act of the council but rotation. */
export function gatewayDomain(
  zoneId: Bytes32,
  { chain, gateway }: GatewayReference,
): TypedDataDomain {
  return { ...zoneDomain(zoneId), chainId: chainNumber(chain), verifyingContract: gateway };
}
