import {
  type Action,
  chainOf,
  type Model,
  type Outcome,
  previewAll,
  step,
} from "@ryugu/contracts/model";
import type { Address, Bytes32, Hex } from "@ryugu/sdk/primitives";
import type { KnownSignatures } from "../world/signatures.ts";
import type { Trace } from "../world/trace.ts";
import type { ChainNature } from "../world/zone.ts";
import {
  type Item,
  nameAsWord,
  quantity,
  type SimBlock,
  type SimLog,
  type SimTransaction,
} from "./block.ts";
import { copyChain } from "./copy.ts";
import { deliverAction } from "./deliver-action.ts";
import { type EncodedLog, encodeEvent, type Places } from "./logs.ts";
import { Mempool } from "./mempool.ts";
import { START } from "./stage.ts";
import type { Wire } from "./wire.ts";

/** What all chains of a simulation share. */
export interface Ground {
  model: Model;
  wire: Wire;
  signatures: KnownSignatures;
  places: Places;
  trace: Trace;
  /** Told of everything that a gateway was asked, before anything else happens. */
  witness: (action: Action, outcome: Outcome) => void;
  /** Told after each block and each fork. */
  onBlocks: () => void;
  /** Milliseconds since the world began. */
  now: () => number;
}

/** One chain: the model's state in blocks, with forks that really take state back. */
export class SimChain {
  readonly nature: ChainNature;
  readonly ground: Ground;
  readonly index: number;
  readonly mempool = new Mempool();
  /** Replaced by another list when a fork wins, so that who still follows the old one keeps it. */
  blocks: readonly SimBlock[];
  /** Wei per gas, just now and usually. */
  baseFee: bigint;
  readonly usualFee: bigint;
  /** Calls that the next block holds. */
  readonly #calls: Item[] = [];
  readonly #transactions = new Map<Hex, SimTransaction>();
  #tagged = 0;
  #fork = 0;
  #serial = 0;

  constructor(ground: Ground, nature: ChainNature, index: number) {
    this.ground = ground;
    this.nature = nature;
    this.index = index;
    this.usualFee = nature.hasBaseFee ? 1_000n : 0n;
    this.baseFee = this.usualFee;
    const state = copyChain(chainOf(ground.model, nature.id));
    this.blocks = [
      {
        number: 0,
        hash: nameAsWord(0xb, index, 0, 0),
        time: START,
        baseFee: this.baseFee,
        logs: [],
        items: [],
        receipts: new Map(),
        state,
        nonces: new Map(),
      },
    ];
  }

  get tip(): SimBlock {
    const tip = this.blocks.at(-1);
    if (tip === undefined) throw new RangeError("A chain has its first block.");
    return tip;
  }

  /** The newest block that its own rules call final. */
  get final(): number {
    const { finality, depth } = this.nature;
    return finality.kind === "tag" ? this.#tagged : Math.max(0, this.tip.number - depth);
  }

  /** Puts a call into the next block. */
  call(who: string, make: (now: number) => Action | undefined): void {
    this.#calls.push({ kind: "call", who, make });
  }

  /** Remembers what a signed transaction says, for when its bytes arrive. */
  learn(raw: Hex, transaction: SimTransaction): void {
    this.#transactions.set(raw, transaction);
  }

  transactionOf(raw: Hex): SimTransaction | undefined {
    return this.#transactions.get(raw);
  }

  /** Makes a block of everything that waits. */
  mine(): void {
    const { tip } = this;
    const transactions = this.mempool.take(this.baseFee, (from) => tip.nonces.get(from) ?? 0);
    const items = [
      ...this.#calls.splice(0),
      ...transactions.map((transaction): Item => ({ kind: "transaction", transaction })),
    ];
    this.#append(items, START + Math.floor(this.ground.now() / 1_000));
    if (this.nature.finality.kind === "tag")
      this.#tagged = Math.max(this.#tagged, this.tip.number - this.nature.depth);
    this.ground.onBlocks();
  }

  /**
   * Lets another fork win: the newest blocks never were.
   *
   * @param keep - what of a lost block's content is in the new fork too; the rest is lost
   */
  reorg(depth: number, keep: (item: Item) => boolean): void {
    const { model, trace } = this.ground;
    const lost = this.blocks.slice(-depth);
    this.blocks = this.blocks.slice(0, -depth);
    this.#fork += 1;
    model.zone.chains.set(this.nature.id, copyChain(this.tip.state));
    trace.note(`chain ${this.index}: ${depth} blocks above ${this.tip.number} are replaced`);
    for (const block of lost) this.#append(block.items.filter(keep), block.time + 1);
    this.#append([], this.tip.time + 1);
    this.ground.onBlocks();
  }

  /** What a call would do at a block, without doing it. */
  preview({ state, time }: SimBlock, data: Hex): Outcome | undefined {
    const { model, wire, signatures } = this.ground;
    const action = deliverAction(state, data, wire, signatures);
    if (action === undefined) return undefined;
    const zone = { ...model.zone, chains: new Map([[this.nature.id, state]]) };
    return previewAll({ zone, env: model.env, journal: [] }, [action], time);
  }

  #append(items: readonly Item[], wanted: number): void {
    const { tip, index, nature, ground } = this;
    const number = tip.number + 1;
    const time = Math.max(wanted, tip.time + 1);
    const hash = nameAsWord(0xb, index, this.#fork, number);
    const logs: SimLog[] = [];
    const nonces = new Map(tip.nonces);
    const receipts = new Map<Bytes32, boolean>();
    const done: Item[] = [];
    let touched = false;
    for (const item of items) {
      const result = this.#perform(item, time, nonces);
      if (result === undefined) continue;
      done.push(item);
      touched ||= result.logs.length > 0 || result.done;
      if (item.kind === "transaction") receipts.set(item.transaction.hash, result.done);
      const transactionHash =
        item.kind === "transaction"
          ? item.transaction.hash
          : nameAsWord(0xc, index, this.#serial++);
      for (const log of result.logs) {
        logs.push({
          ...log,
          address: lowerGateway(ground.model, nature.id),
          blockNumber: quantity(number),
          blockHash: hash,
          transactionHash,
          logIndex: quantity(logs.length),
          blockTimestamp: quantity(time),
        });
      }
    }
    const state = touched ? copyChain(chainOf(ground.model, nature.id)) : tip.state;
    const { baseFee } = this;
    this.blocks = [
      ...this.blocks,
      { number, hash, time, baseFee, logs, items: done, receipts, state, nonces },
    ];
  }

  /** @returns undefined for what is not in the block at all */
  #perform(
    item: Item,
    time: number,
    nonces: Map<Address, number>,
  ): { done: boolean; logs: EncodedLog[] } | undefined {
    const { model, wire, signatures, trace } = this.ground;
    if (item.kind === "call") {
      const action = item.make(time);
      return action && this.#step(action, time, item.who);
    }
    const { from, nonce, data, hash } = item.transaction;
    if ((nonces.get(from) ?? 0) !== nonce) return undefined;
    nonces.set(from, nonce + 1);
    if (data === "0x") {
      trace.note(`chain ${this.index}: ${short(from)} fills nonce ${nonce}`);
      return { done: true, logs: [] };
    }
    const action = deliverAction(chainOf(model, this.nature.id), data, wire, signatures);
    const who = `${short(from)} #${nonce} ${short(hash)}`;
    return action === undefined ? { done: false, logs: [] } : this.#step(action, time, who);
  }

  #step(action: Action, time: number, who: string): { done: boolean; logs: EncodedLog[] } {
    const { model, wire, places, trace, witness } = this.ground;
    const incoming = chainOf(model, this.nature.id).incoming;
    const delivered = new Map([...incoming.values()].map((lane) => [lane.id, lane.delivered]));
    const outcome = step(model, action, time);
    const told = outcome.done
      ? outcome.events.map((event) =>
          "id" in event ? `${event.name} ${short(event.id)}` : event.name,
        )
      : [`refused: ${outcome.refusal}`];
    trace.note(`chain ${this.index}: ${who} ${action.type}: ${told.join(", ")}`);
    witness(action, outcome);
    if (!outcome.done) return { done: false, logs: [] };
    for (const event of outcome.events) {
      if (event.name === "MessageSent")
        places.set(event.id, { laneId: event.laneId as Bytes32, sequence: event.sequence });
    }
    const before = (laneId: string) => delivered.get(laneId) ?? 0;
    const logs = outcome.events.flatMap((event) => encodeEvent(event, wire, places, before) ?? []);
    return { done: true, logs };
  }
}

const lowerGateway = (model: Model, id: ChainNature["id"]): Address =>
  chainOf(model, id).gateway as Address;

const short = (value: string): string => value.slice(2, 10);
