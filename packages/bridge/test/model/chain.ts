import { headsAfter, type ValidatorSet } from "@ryugu/sdk/lane";
import type { Bytes32, ChainId, Hex } from "@ryugu/sdk/primitives";
import { LogMismatchError, RangeTooLargeError } from "../../src/domain/errors.ts";
import type { GatewayLog } from "../../src/domain/gateway-log.ts";
import type { LaneTip } from "../../src/domain/lane.ts";
import type { BlockHeader } from "../../src/domain/position.ts";
import type { ChainReader } from "../../src/ports/chain-reader.ts";
import { SET } from "./attestations.ts";
import { accountOf, hashOf, word } from "./messages.ts";

/** What happens in one block: bodies sent on lanes; deliveries and re-anchorings of lanes that end here. */
export type Action =
  | { type: "send"; laneId: Bytes32; body: Hex }
  | { type: "deliver"; laneId: Bytes32; first: number; last: number }
  | { type: "reanchor"; laneId: Bytes32; anchor: number; delivered: number };

interface Block extends BlockHeader {
  logs: GatewayLog[];
}

/** How an endpoint misbehaves. */
export interface Faults {
  /** Whether to leave a log out of an answer. */
  drop?: (log: GatewayLog) => boolean;
  /** The most blocks answered for at once. */
  mostBlocks?: number;
  /** Whether the next call fails. */
  fail?: () => boolean;
}

/** A chain with its gateway, in memory: what the real ones do, without waiting. */
export class ModelChain {
  readonly chain: ChainId;
  readonly finalDepth: number;
  faults: Faults = {};
  distrusted = 0;
  #blocks: Block[];
  #fork = 0;
  readonly #sets: { block: number; set: ValidatorSet }[] = [];

  constructor(chain: ChainId, finalDepth: number) {
    this.chain = chain;
    this.finalDepth = finalDepth;
    this.#blocks = [this.#block(0, [])];
  }

  get latest(): number {
    return this.#blocks.length - 1;
  }

  get final(): number {
    return Math.max(0, this.latest - this.finalDepth);
  }

  /** Mines one block. */
  mine(actions: readonly Action[] = []): void {
    const number = this.#blocks.length;
    const block = this.#block(number, []);
    this.#blocks.push(block);
    for (const action of actions) block.logs.push(this.#log(action, block));
  }

  /** Adds to the newest block: what its transactions do. */
  append(action: Action): void {
    const block = this.#blocks.at(-1);
    if (block !== undefined) block.logs.push(this.#log(action, block));
  }

  /** Replaces the newest blocks by others, at least as many. */
  reorg(depth: number, blocks: readonly (readonly Action[])[]): void {
    this.#fork += 1;
    this.#blocks.splice(this.#blocks.length - depth, depth);
    for (const actions of blocks) this.mine(actions);
    while (this.#blocks.length <= this.latest) this.mine();
  }

  /** A lane's count and head at a block, by everything sent in the chain as it stands. */
  outbound(laneId: Bytes32, block: number): LaneTip {
    const bodies = this.#logsTo(block).flatMap((log) =>
      log.type === "sent" && log.laneId === laneId ? [log.body] : [],
    );
    return { count: bodies.length, head: headsAfter(laneId, bodies.map(hashOf)).at(-1) ?? laneId };
  }

  delivered(laneId: Bytes32, block = this.latest): number {
    return this.#logsTo(block).reduce((most, log) => {
      if (log.laneId !== laneId) return most;
      if (log.type === "reanchored") return log.delivered;
      return log.type === "delivered" ? Math.max(most, log.last) : most;
    }, 0);
  }

  /** How often a lane that ends here was re-anchored. */
  anchor(laneId: Bytes32): number {
    const moved = this.#logsTo(this.latest).findLast(
      (log) => log.type === "reanchored" && log.laneId === laneId,
    );
    return moved?.type === "reanchored" ? moved.anchor : 0;
  }

  logs(from: number, to: number): GatewayLog[] {
    return this.#blocks.slice(from, to + 1).flatMap(({ logs }) => logs);
  }

  /** The chain through an endpoint that misbehaves as `faults` says. */
  reader(): ChainReader {
    const answer = async <T>(value: () => T): Promise<T> => {
      if (this.faults.fail?.() === true) throw new LogMismatchError("The endpoint failed.", []);
      return value();
    };
    return {
      chain: this.chain,
      distrust: () => {
        this.distrusted += 1;
      },
      heads: () => answer(() => ({ latest: this.#header(this.latest), tagged: this.final })),
      block: (number) =>
        answer(() => (number > this.latest || number < 0 ? undefined : this.#header(number))),
      logs: (from, to) =>
        answer(() => {
          if (to - from + 1 > (this.faults.mostBlocks ?? Number.POSITIVE_INFINITY))
            throw new RangeTooLargeError("Too many blocks.");
          return this.logs(from, to).filter((log) => this.faults.drop?.(log) !== true);
        }),
      outboundLane: (laneId, block) => answer(() => this.outbound(laneId, block)),
      inboundLane: (laneId) =>
        answer(() => ({
          delivered: this.delivered(laneId),
          anchor: this.anchor(laneId),
          halted: false,
        })),
      validatorSet: (block) => answer(() => this.setAt(block)),
      vaultOf: async () => accountOf("vault"),
    };
  }

  /** Has the gateway take another set in the newest block. */
  rotate(set: ValidatorSet): void {
    this.#sets.push({ block: this.latest, set });
  }

  /** The set that the gateway goes by at a block. */
  setAt(block: number): ValidatorSet {
    return this.#sets.findLast((taken) => taken.block <= block)?.set ?? SET;
  }

  #logsTo(block: number): GatewayLog[] {
    return this.logs(0, block);
  }

  #header(number: number): BlockHeader {
    const { hash, time } = this.#blocks[number] ?? { hash: word("none"), time: 0 };
    return { number, hash, time };
  }

  #block(number: number, logs: GatewayLog[]): Block {
    return {
      number,
      hash: word(`${this.chain} ${number} ${this.#fork}`),
      time: 1_700_000_000 + number,
      logs,
    };
  }

  #log(action: Action, block: Block): GatewayLog {
    const logIndex = block.logs.length;
    const at = {
      block: block.number,
      blockHash: block.hash,
      time: block.time,
      logIndex,
      transaction: word(`${this.chain} tx ${block.number}/${logIndex} ${this.#fork}`),
    };
    const { laneId } = action;
    if (action.type === "deliver") {
      const { first, last } = action;
      return { type: "delivered", laneId, first, last, head: word(`${last}`), at };
    }
    if (action.type === "reanchor") {
      const { anchor, delivered } = action;
      return { type: "reanchored", laneId, anchor, delivered, head: word(`${delivered}`), at };
    }
    const before = this.outbound(laneId, block.number);
    const messageId = headsAfter(before.head, [hashOf(action.body)])[0] ?? laneId;
    return { type: "sent", laneId, sequence: before.count + 1, messageId, body: action.body, at };
  }
}
