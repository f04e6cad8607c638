import type { Address } from "@ryugu/sdk/primitives";
import type { ChainPlan, ZoneShape } from "../../src/zone/plan.ts";

/** Three chains; every one is home to collections of every kind, one is a consortium's. */
const CHAINS: readonly ChainPlan[] = [
  { slug: "minato", name: "Minato", number: 31_001, partner: "Otohime Trust", kind: "open" },
  {
    slug: "garan",
    name: "Garan",
    number: 31_002,
    partner: "Tamatebako Print",
    kind: "permissioned",
  },
  { slug: "horai", name: "Horai", number: 31_003, partner: "Minamo Bank", kind: "open" },
];

/** In seconds. A crossing of one lane takes some seven of them, so that some come too late. */
export const SHORTEST_DEADLINE = 5;

/** The zone in which people cross at random. */
export const crossingShape = (funded: readonly Address[]): ZoneShape => ({
  chains: CHAINS,
  deadlines: { min: SHORTEST_DEADLINE, max: 86_400, default: 3_600 },
  funded,
  keepsState: false,
  blockTime: 1,
  hasMoney: false,
});
