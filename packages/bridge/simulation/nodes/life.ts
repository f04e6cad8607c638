import type { SimEndpoint } from "../chains/endpoint.ts";
import type { Disk } from "./disk.ts";
import type { Lifeline } from "./lifeline.ts";
import type { Surroundings } from "./surroundings.ts";

/** One process of a node, from its start to its end. */
export interface Life {
  around: Surroundings;
  lifeline: Lifeline;
  node: {
    readonly index: number;
    readonly disk: Disk;
    /** Of each chain, in the order of the surroundings' chains. */
    readonly endpoints: readonly (readonly SimEndpoint[])[];
  };
}
