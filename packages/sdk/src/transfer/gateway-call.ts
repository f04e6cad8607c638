import type { Signer, TransactionReceipt } from "ethers";
import {
  type Address,
  address,
  type Bytes32,
  type ChainId,
  type Hex,
  hex,
} from "../primitives/index.ts";
import { GATEWAY } from "./chain-logs.ts";
import { asRefusal } from "./revert.ts";
import type { Waiting } from "./waiting.ts";

/** What anybody may have a gateway do for a message. */
export type GatewayFunction = "claim" | "deliver" | "redirect" | "retry";

/** One argument, as a block explorer's form wants it. */
export interface GatewayArgument {
  /** Its Solidity name. */
  name: string;
  /** Its Solidity type. */
  type: string;
  /** Bytes in hex, whole numbers as decimal texts. */
  value: string | readonly string[];
}

/** What one transaction says to a gateway: for whoever sends it themselves, from a block explorer or any wallet. */
export interface GatewayCall {
  chain: ChainId;
  /** The gateway. */
  to: Address;
  function: GatewayFunction;
  /** In the function's order. */
  args: readonly GatewayArgument[];
  /** The whole call, for a wallet that takes it so. */
  data: Hex;
  /** The messages that it carries, in their lane's order. */
  messages: readonly { messageId: Bytes32; sequence: number }[];
}

const NAMES: Record<GatewayFunction, string> = {
  claim: "claim",
  deliver: "delivery",
  redirect: "redirect",
  retry: "retry",
};

/** Writes down a call of the gateway that a message waits for. */
export function gatewayCall(
  { lane }: Waiting,
  name: GatewayFunction,
  values: readonly unknown[],
  messages: GatewayCall["messages"],
): GatewayCall {
  const fragment = GATEWAY.getFunction(name);
  return {
    chain: lane.destination.chain,
    to: address(lane.destination.gateway),
    function: name,
    args: (fragment?.inputs ?? []).map((input, i) => ({
      name: input.name,
      type: input.type,
      value: asText(values[i]),
    })),
    data: hex(GATEWAY.encodeFunctionData(name, values)),
    messages: messages.map(({ messageId, sequence }) => ({ messageId, sequence })),
  };
}

function asText(value: unknown): string | string[] {
  return Array.isArray(value) ? value.map(String) : String(value);
}

/** Sends a call and waits until it is in a block. Throws TransferRefusedError. */
export async function sendCall(signer: Signer, call: GatewayCall): Promise<TransactionReceipt> {
  try {
    const sent = await signer.sendTransaction({ to: call.to, data: call.data });
    // Null only where no confirmation is waited for.
    return (await sent.wait()) as TransactionReceipt;
  } catch (error) {
    throw asRefusal(error, `The ${NAMES[call.function]}`);
  }
}
