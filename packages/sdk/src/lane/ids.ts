import { TypedDataEncoder } from "ethers";
import {
  type Address,
  type Bytes32,
  type ChainId,
  chainNumber,
  preview,
} from "../primitives/index.ts";
import { InvalidZoneNameError } from "./errors.ts";

const ZONE_NAME = /^[a-z0-9.-]{3,63}$/;

/** A gateway: the zone's contract on a chain. */
export interface GatewayReference {
  chain: ChainId;
  gateway: Address;
}

/** One lane: the ordered, one-way log of messages from one gateway to another. */
export interface LaneReference {
  zoneId: Bytes32;
  origin: GatewayReference;
  destination: GatewayReference;
}

/**
 * The id of a zone, by its name.
 *
 * @throws InvalidZoneNameError
 */
export function zoneId(name: string): Bytes32 {
  if (!ZONE_NAME.test(name)) {
    throw new InvalidZoneNameError(
      "A zone's name has 3 to 63 characters of a-z, 0-9, - and dots.",
      {
        details: [`Received: ${preview(name)}`],
      },
    );
  }
  return TypedDataEncoder.hashStruct(
    "Zone",
    { Zone: [{ name: "name", type: "string" }] },
    { name },
  ) as Bytes32;
}

/** The id of a lane; also its head before the first message. */
export function laneId({ zoneId, origin, destination }: LaneReference): Bytes32 {
  const types = {
    Lane: [
      { name: "zoneId", type: "bytes32" },
      { name: "originChainId", type: "uint64" },
      { name: "originGateway", type: "address" },
      { name: "destinationChainId", type: "uint64" },
      { name: "destinationGateway", type: "address" },
    ],
  };
  return TypedDataEncoder.hashStruct("Lane", types, {
    zoneId,
    originChainId: chainNumber(origin.chain),
    originGateway: origin.gateway,
    destinationChainId: chainNumber(destination.chain),
    destinationGateway: destination.gateway,
  }) as Bytes32;
}
