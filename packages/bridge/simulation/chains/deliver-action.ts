import { gatewayAbi } from "@ryugu/contracts";
import type { Action, Chain } from "@ryugu/contracts/model";
import type { Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import type { KnownSignatures } from "../world/signatures.ts";
import type { Wire } from "./wire.ts";

const gateway = new Interface(gatewayAbi);

/** Reads the data of a call of `deliver` as the model's action; undefined for anything else. */
export function deliverAction(
  chain: Chain,
  data: Hex,
  wire: Wire,
  signatures: KnownSignatures,
): Action | undefined {
  const call = gateway.parseTransaction({ data });
  if (call?.name !== "deliver") return undefined;
  const [laneId, first, bodies, tailHashes, joined] = call.args;
  const lane = [...chain.incoming.values()].find(({ id }) => id === laneId);
  const messages = [...bodies].map((body: Hex) => wire.messageOf(body));
  if (lane === undefined || messages.includes(undefined)) return undefined;
  return {
    on: chain.id,
    type: "deliver",
    origin: lane.origin,
    first: Number(first),
    messages: messages.filter((message) => message !== undefined),
    tailHashes: [...tailHashes],
    attestations: signatures.recover(joined),
  };
}
