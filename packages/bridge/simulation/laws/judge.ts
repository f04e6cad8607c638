import {
  type Action,
  chainOf,
  lawOfQuorum,
  lawsOfState,
  type Model,
  type Outcome,
  setAt,
} from "@ryugu/contracts/model";
import type { Checkpoint } from "@ryugu/sdk/lane";
import type { SimChain } from "../chains/sim-chain.ts";
import { START } from "../chains/stage.ts";

/** A law of DESIGN section 9 that did not hold. */
export class LawBroken extends Error {
  readonly law: string;

  constructor(law: string, what: string) {
    super(`Law ${law}: ${what}`);
    this.law = law;
  }
}

/** Who sees everything and lets nothing pass. */
export interface Judge {
  /** A validator is about to sign. */
  onSign(node: number, checkpoint: Checkpoint): void;
  /** A gateway was asked for something. */
  onAction(action: Action, outcome: Outcome): void;
  /** A block was made, or a fork won. */
  onState(): void;
  /** The first law that broke. */
  readonly broken: LawBroken | undefined;
}

/**
 * Holds the laws against everything that happens.
 *
 * @param rewritten - chains that were rewritten past finality: law 4 stands in for law 1 there
 */
export function createJudge(
  model: Model,
  chains: readonly SimChain[],
  rewritten: ReadonlySet<SimChain>,
): Judge {
  const signed = new Map<string, string>();
  let broken: LawBroken | undefined;
  const accuse = (law: string, what: string) => {
    broken ??= new LawBroken(law, what);
  };

  return {
    get broken() {
      return broken;
    },
    onSign(node, { laneId, anchor, sequence, head }) {
      const place = `node ${node}: ${laneId} ${anchor} ${sequence}`;
      const before = signed.get(place);
      if (before !== undefined && before !== head)
        accuse("3 (never two heads)", `${place} was signed as ${before} and as ${head}`);
      signed.set(place, head);
      if (!isFinal(chains, laneId, sequence, head))
        accuse("3 (signs only what is final)", `${place} is not final as ${head}`);
    },
    onAction(action, outcome) {
      const chain = chainOf(model, action.on);
      for (const { law, what } of lawOfQuorum(setAt(chain, START), action, outcome))
        accuse(`${law}`, what);
    },
    onState() {
      const distrusted = new Set([...rewritten].map(({ nature }) => nature.id));
      for (const { law, what } of lawsOfState(model, distrusted)) accuse(`${law}`, what);
    },
  };
}

/** Whether a head stands at a sequence in its origin's final block, as the chain is now. */
function isFinal(
  chains: readonly SimChain[],
  laneId: string,
  sequence: number,
  head: string,
): boolean {
  return chains.some((chain) => {
    const lanes = chain.blocks[chain.final]?.state.outgoing.values() ?? [];
    return [...lanes].some((lane) => lane.id === laneId && lane.log[sequence - 1]?.id === head);
  });
}
