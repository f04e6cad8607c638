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
import type { NodeEvent } from "../../src/ports/report.ts";
import type { SimTransaction } from "../chains/block.ts";
import type { SimChain } from "../chains/sim-chain.ts";
import { START } from "../chains/stage.ts";
import type { SimNode } from "../nodes/sim-node.ts";
import { LawBroken } from "./broken.ts";
import type { Finals } from "./finals.ts";
import { createNonces } from "./nonces.ts";
import { falseAlarm } from "./reserves.ts";

/** Who sees everything and lets nothing pass. */
export interface Judge {
  /** A validator is about to sign. */
  onSign(node: number, checkpoint: Checkpoint): void;
  /** A relayer is about to send. */
  onTransaction(node: Pick<SimNode, "disk">, chain: SimChain, transaction: SimTransaction): void;
  /** A node reports something. */
  onReport(node: number, event: NodeEvent): void;
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
export function createJudge(model: Model, finals: Finals, rewritten: ReadonlySet<SimChain>): Judge {
  const signed = new Map<string, string>();
  const nonces = createNonces();
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
      if (!finals.holds(laneId, sequence, head))
        accuse("3 (signs only what is final)", `${place} is not final as ${head}`);
    },
    onTransaction(node, chain, transaction) {
      const wrong = nonces.onSent(chain, transaction);
      // Who lost what it had stored, or whose chain broke its word, cannot know better.
      const isExcused = node.disk.wasRestored || rewritten.has(chain);
      if (wrong !== undefined && !isExcused) accuse("7 (no nonce twice)", wrong);
    },
    onReport(node, event) {
      if (event.type !== "shortfall-found") return;
      const wrong = falseAlarm(event, idsOf(rewritten));
      if (wrong !== undefined) accuse("reserves (no false alarm)", `node ${node}: ${wrong}`);
    },
    onAction(action, outcome) {
      const chain = chainOf(model, action.on);
      for (const { law, what } of lawOfQuorum(setAt(chain, START), action, outcome))
        accuse(`${law}`, what);
    },
    onState() {
      finals.look();
      for (const { law, what } of lawsOfState(model, idsOf(rewritten))) accuse(`${law}`, what);
    },
  };
}

const idsOf = (chains: ReadonlySet<SimChain>) =>
  new Set([...chains].map(({ nature }) => nature.id));
