import { type Signer, TypedDataEncoder, type TypedDataField } from "ethers";
import {
  type Address,
  type Bytes32,
  type ChainId,
  chainNumber,
  type Hex,
} from "../primitives/index.ts";
import { gatewayDomain } from "./domain.ts";
import type { GatewayReference } from "./ids.ts";
import { compactSignature } from "./signature.ts";

/** The council's decision to open the lanes between a gateway and a counterpart. */
export interface OpenLane {
  /** The gateway's next council nonce. */
  nonce: number;
  counterpartChain: ChainId;
  counterpartGateway: Address;
}

/** The EIP-712 types of {@link OpenLane}. */
export const OPEN_LANE_TYPES: Record<string, TypedDataField[]> = {
  OpenLane: [
    { name: "nonce", type: "uint64" },
    { name: "counterpartChainId", type: "uint64" },
    { name: "counterpartGateway", type: "address" },
  ],
};

const toMessage = ({ nonce, counterpartChain, counterpartGateway }: OpenLane) => ({
  nonce,
  counterpartChainId: chainNumber(counterpartChain),
  counterpartGateway,
});

/** The EIP-712 digest that validators sign to open a lane on one gateway. */
export function openLaneDigest(zoneId: Bytes32, on: GatewayReference, act: OpenLane): Bytes32 {
  return TypedDataEncoder.hash(
    gatewayDomain(zoneId, on),
    OPEN_LANE_TYPES,
    toMessage(act),
  ) as Bytes32;
}

/** Signs the opening of a lane on one gateway; 64 bytes (EIP-2098). */
export async function signOpenLane(
  signer: Pick<Signer, "signTypedData">,
  zoneId: Bytes32,
  on: GatewayReference,
  act: OpenLane,
): Promise<Hex> {
  return compactSignature(
    await signer.signTypedData(gatewayDomain(zoneId, on), OPEN_LANE_TYPES, toMessage(act)),
  );
}
