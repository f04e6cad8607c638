import { gatewayAbi } from "@ryugu/contracts";
import type { Bytes32, Hex } from "@ryugu/sdk/primitives";
import { Interface, type Result } from "ethers";

/** What is asked of a gateway again and again. */
export type GatewayView = "outboundLane" | "inboundLane" | "vaultOf" | "validatorSet";

/** The words in which a gateway is asked, and what its answers say. */
export interface GatewayViews {
  encode(name: GatewayView, args: readonly (Bytes32 | bigint)[]): Hex;
  /** Throws what ethers throws when these are not the bytes of such an answer. */
  decode(name: GatewayView, answer: Hex): Result;
}

const gateway = new Interface(gatewayAbi);

/** How many questions and answers are remembered; a zone has some dozens of lanes. */
const REMEMBERED = 256;

/**
 * Remembers what was encoded and decoded. Several endpoints give one answer, and gateways mostly say what they said
 * before: decoding it anew each time was an eighth of all that a node computes.
 */
export function gatewayViews(): GatewayViews {
  const questions = new Map<string, Hex>();
  const answers = new Map<string, Result>();
  return {
    encode: (name, args) =>
      recall(
        questions,
        `${name} ${args.join()}`,
        () => gateway.encodeFunctionData(name, args) as Hex,
      ),
    decode: (name, answer) =>
      recall(answers, `${name} ${answer}`, () => gateway.decodeFunctionResult(name, answer)),
  };
}

/** What is known under a key, or else is found out; the oldest is forgotten. */
function recall<T>(known: Map<string, T>, key: string, compute: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = compute();
  const [oldest] = known.size < REMEMBERED ? [] : known.keys();
  if (oldest !== undefined) known.delete(oldest);
  known.set(key, value);
  return value;
}
