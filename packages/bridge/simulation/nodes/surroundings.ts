import type { Checkpoint } from "@ryugu/sdk/lane";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { SimTransaction } from "../chains/block.ts";
import type { SimChain } from "../chains/sim-chain.ts";
import type { Plant } from "../plant.ts";
import type { KnownSignatures } from "../world/signatures.ts";
import type { VirtualTime } from "../world/time.ts";
import type { Trace } from "../world/trace.ts";
import type { Disk } from "./disk.ts";
import type { Network } from "./network.ts";

/** What all nodes of a simulation share. */
export interface Surroundings {
  seed: number;
  time: VirtualTime;
  trace: Trace;
  chains: readonly SimChain[];
  network: Network;
  signatures: KnownSignatures;
  /** Told before a signature leaves a node. */
  onSign: (node: number, checkpoint: Checkpoint) => void;
  /** Told before a transaction leaves a node. */
  onTransaction: (
    node: { readonly disk: Disk },
    chain: SimChain,
    transaction: SimTransaction,
  ) => void;
  /** Told of what a node reports. */
  onReport: (node: number, event: NodeEvent) => void;
  plant: Plant;
}
