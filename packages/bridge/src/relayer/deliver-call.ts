import { gatewayAbi } from "@ryugu/contracts";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { Batch } from "../domain/batch.ts";

const gateway = new Interface(gatewayAbi);

/** The data of a call of `IGateway.deliver`. */
export function deliverData(laneId: Bytes32, batch: Batch, signatures: Hex): Hex {
  const { first, bodies, tailHashes } = batch;
  return gateway.encodeFunctionData("deliver", [
    laneId,
    first,
    bodies,
    tailHashes,
    signatures,
  ]) as Hex;
}
