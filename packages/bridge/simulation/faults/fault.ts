import type { SimChain } from "../chains/sim-chain.ts";
import type { Network } from "../nodes/network.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import type { Random } from "../world/chance.ts";
import { between } from "../world/chance.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import type { VirtualTime } from "../world/time.ts";
import type { Trace } from "../world/trace.ts";

/** Everything that faults can reach. */
export interface FaultContext {
  time: VirtualTime;
  trace: Trace;
  chains: readonly SimChain[];
  nodes: readonly SimNode[];
  network: Network;
  signatures: KnownSignatures;
  /** Tokens whose transfers fail just now. */
  failing: Set<string>;
  /** Chains that were rewritten past finality. */
  rewritten: Set<SimChain>;
  /** Nodes whose validators lie. */
  liars: Set<SimNode>;
}

/** One kind of thing that goes wrong. */
export interface Fault {
  name: string;
  /** How often simulations have it, 0 to 1. */
  often: number;
  /** Plans it, within so many milliseconds of virtual time. */
  plan(context: FaultContext, random: Random, busy: number): void;
}

/** Lets something happen so many times, at any moment. */
export function happens(
  { time }: FaultContext,
  random: Random,
  busy: number,
  times: number,
  work: () => void,
): void {
  for (let i = 0; i < times; i++) time.after(between(random, 0, busy), work);
}

/** A few seconds, in milliseconds. */
export const aWhile = (random: Random): number => between(random, 2_000, 12_000);
