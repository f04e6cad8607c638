import { appendHead, encodeMessage, hashMessage, type Message } from "@ryugu/sdk/lane";
import { type Address, type Bytes32, bytesToHex, type ChainId } from "@ryugu/sdk/primitives";
import type { ArrivalLog } from "../../src/domain/gateway-log.ts";
import type { LaneMessage } from "../../src/domain/lane-log.ts";
import type { LogPosition } from "../../src/domain/position.ts";
import type { ChainPair } from "../../src/ports/audit-store.ts";
import type { ChainUpdate } from "../../src/ports/observer-store.ts";
import type { Store } from "../../src/ports/store.ts";
import { BACK, ROUTE } from "./lane.ts";
import { AWAY, accountOf, HOME, word } from "./messages.ts";
import { type Parcel, returnOf, transferOf } from "./parcel.ts";

interface Sent {
  parcel: Parcel;
  messageId: Bytes32;
  place: "flight" | "parked" | "given" | "ended";
}

interface Fact {
  messages: LaneMessage[];
  arrivals: ArrivalLog[];
}

type Side = "out" | "back";

/** The one pair of chains of the world. */
export const PAIR: ChainPair = {
  homeChain: HOME,
  counterpartChain: AWAY,
  out: ROUTE.laneId,
  back: BACK.laneId,
};

const keyOf = ({ token, standard, id }: Omit<Parcel, "amount">) => `${token}/${standard}/${id}`;

/**
 * A home and a counterpart, each with blocks of its own, that hold, mint, burn and release by the book: what vaults hold and how
 * many representations there are is counted beside the messages, block by block. One thing happens in each block.
 */
export class ReserveWorld {
  readonly sent: Record<Side, Sent[]> = { out: [], back: [] };
  readonly #facts = new Map<ChainId, Fact[]>([
    [HOME, [{ messages: [], arrivals: [] }]],
    [AWAY, [{ messages: [], arrivals: [] }]],
  ]);
  /** The vault's units by home's block, and the representations by the counterpart's. */
  readonly #counts: Record<Side, Map<string, bigint>[]> = { out: [new Map()], back: [new Map()] };
  readonly #consumed: Record<Side, number> = { out: 0, back: 0 };
  readonly #recorded = new Map<ChainId, number>();

  height(chain: ChainId): number {
    return this.#factsOf(chain).length - 1;
  }

  vault(parcel: Omit<Parcel, "amount">, block = this.height(HOME)): bigint {
    return this.#counts.out[block]?.get(keyOf(parcel)) ?? 0n;
  }

  issued(parcel: Omit<Parcel, "amount">, block = this.height(AWAY)): bigint {
    return this.#counts.back[block]?.get(keyOf(parcel)) ?? 0n;
  }

  /** Units of a whole collection: in the vault by home's block, or issued by the counterpart's. */
  total(chain: ChainId, token: Address, block: number): bigint {
    const counts =
      this.#counts[chain === HOME ? "out" : "back"][block] ?? new Map<string, bigint>();
    let units = 0n;
    for (const [key, held] of counts) if (key.startsWith(`${token}/`)) units += held;
    return units;
  }

  /** Somebody sends from home, into the vault. */
  send(parcel: Parcel): void {
    this.#mine(HOME, parcel, parcel.amount, (at) =>
      this.#append("out", parcel, transferOf(parcel), at),
    );
  }

  /** Somebody sends home, which burns. */
  sendBack(parcel: Parcel): void {
    this.#mine(AWAY, parcel, -parcel.amount, (at) =>
      this.#append("back", parcel, transferOf(parcel), at),
    );
  }

  /** The next message of a lane is consumed; it is carried out, or parks. False where there is none. */
  deliver(side: Side, parks: boolean): boolean {
    const sequence = this.#consumed[side] + 1;
    const next = this.sent[side][sequence - 1];
    if (next === undefined) return false;
    this.#consumed[side] = sequence;
    const done = next.place !== "flight";
    if (!done) next.place = parks ? "parked" : "given";
    this.#arrive(side, next.parcel, !done && !parks, (at) => {
      const { messageId } = next;
      const head = messageId;
      const log = { type: "delivered" as const, first: sequence, last: sequence, head, at };
      const laneId = laneOf(side);
      const parked = {
        type: "parked" as const,
        laneId,
        sequence,
        messageId,
        reason: "0x" as const,
      };
      return [{ ...log, laneId }, ...(parks && !done ? [{ ...parked, at }] : [])];
    });
    return true;
  }

  /** A message in flight is consumed out of order. */
  claim(side: Side, index: number): boolean {
    const message = this.sent[side][index];
    if (message?.place !== "flight") return false;
    message.place = "given";
    const { messageId } = message;
    const laneId = laneOf(side);
    this.#arrive(side, message.parcel, true, (at) => [
      { type: "claimed", laneId, sequence: index + 1, messageId, at },
    ]);
    return true;
  }

  /** A parked message is carried out. */
  retry(side: Side, index: number): boolean {
    const message = this.sent[side][index];
    if (message?.place !== "parked") return false;
    message.place = "given";
    const { messageId } = message;
    const log = { type: "retried" as const, laneId: laneOf(side), messageId };
    this.#arrive(side, message.parcel, true, (at) => [{ ...log, at }]);
    return true;
  }

  /** A parked message ends: a Return goes the other way. */
  end(side: Side, index: number): boolean {
    const message = this.sent[side][index];
    if (message?.place !== "parked") return false;
    message.place = "ended";
    const { messageId, parcel } = message;
    const other = side === "out" ? "back" : "out";
    this.#mine(side === "out" ? AWAY : HOME, parcel, 0n, (at, fact) => {
      this.#append(other, parcel, returnOf(parcel, messageId), at, fact);
      const returnId = fact.messages.at(-1)?.messageId ?? messageId;
      fact.arrivals.push({ type: "returned", laneId: laneOf(side), messageId, returnId, at });
    });
    return true;
  }

  /** A destination consumes a message that was never sent, or another one than was sent at that place. */
  forge(side: Side, what: "unsent" | "other"): void {
    const sequence = what === "unsent" ? this.sent[side].length + 1 : ++this.#consumed[side];
    const chain = side === "out" ? AWAY : HOME;
    const log = { type: "delivered" as const, first: sequence, last: sequence };
    const forged = { ...log, laneId: laneOf(side), head: word("forged") };
    const nothing = { token: accountOf("nobody"), standard: "erc20" as const, id: 0n };
    this.#mine(chain, nothing, 0n, (at, fact) => fact.arrivals.push({ ...forged, at }));
  }

  /** What no message accounts for: a token that takes from its holders, or a chain that mints. */
  tamper(chain: ChainId, parcel: Omit<Parcel, "amount">, change: bigint): void {
    this.#mine(chain, parcel, change, () => undefined);
  }

  /** An empty block. */
  rest(chain: ChainId): void {
    this.tamper(chain, { token: accountOf("nobody"), standard: "erc20", id: 0n }, 0n);
  }

  /** Tells a store what a chain said up to a block, all of it final. */
  async record(store: Store, chain: ChainId, through = this.height(chain)): Promise<void> {
    const from = (this.#recorded.get(chain) ?? 0) + 1;
    const facts = this.#factsOf(chain).slice(from, through + 1);
    const update: ChainUpdate = {
      chain,
      latest: { ...blockOf(chain, through), time: through },
      scanned: {
        finality: "final",
        through: blockOf(chain, through),
        messages: facts.flatMap(({ messages }) => messages),
        arrivals: facts.flatMap(({ arrivals }) => arrivals),
      },
    };
    this.#recorded.set(chain, through);
    await store.record(update);
  }

  /** Makes a store read a chain again from above a block, as after a lie of an endpoint's. */
  async rewind(store: Store, chain: ChainId, to: number): Promise<void> {
    this.#recorded.set(chain, to);
    await store.rewind(chain, blockOf(chain, to));
  }

  /** Readies a store for this world. */
  async begin(store: Store): Promise<void> {
    await store.addLanes([ROUTE, BACK]);
    for (const chain of [HOME, AWAY]) {
      const start = blockOf(chain, 0);
      await store.begin({ chain, final: start, seen: start, latest: { ...start, time: 0 } });
    }
  }

  #factsOf(chain: ChainId): Fact[] {
    return this.#facts.get(chain) ?? [];
  }

  #arrive(
    side: Side,
    parcel: Parcel,
    given: boolean,
    logs: (at: LogPosition) => ArrivalLog[],
  ): void {
    const chain = side === "out" ? AWAY : HOME;
    const change = side === "out" ? parcel.amount : -parcel.amount;
    this.#mine(chain, parcel, given ? change : 0n, (at, fact) => fact.arrivals.push(...logs(at)));
  }

  #mine(
    chain: ChainId,
    parcel: Omit<Parcel, "amount">,
    change: bigint,
    act: (at: LogPosition, fact: Fact) => unknown,
  ): void {
    const facts = this.#factsOf(chain);
    const { number: block, hash: blockHash } = blockOf(chain, facts.length);
    const fact: Fact = { messages: [], arrivals: [] };
    facts.push(fact);
    act(
      { block, blockHash, time: block, transaction: word(`tx ${chain} ${block}`), logIndex: 0 },
      fact,
    );
    const counts = this.#counts[chain === HOME ? "out" : "back"];
    const next = new Map(counts.at(-1));
    next.set(keyOf(parcel), (next.get(keyOf(parcel)) ?? 0n) + change);
    counts.push(next);
  }

  #append(
    side: Side,
    parcel: Parcel,
    message: Message,
    at: LogPosition,
    fact = this.#factsOf(side === "out" ? HOME : AWAY).at(-1),
  ): void {
    const laneId = laneOf(side);
    const body = bytesToHex(encodeMessage(message));
    const messageHash = hashMessage(body);
    const messageId = appendHead(this.sent[side].at(-1)?.messageId ?? laneId, messageHash);
    const sequence = this.sent[side].push({ parcel, messageId, place: "flight" });
    fact?.messages.push({ laneId, sequence, messageId, messageHash, body, at });
  }
}

const laneOf = (side: Side): Bytes32 => (side === "out" ? PAIR.out : PAIR.back);

/** A block of the world, by its height. */
function blockOf(chain: ChainId, number: number) {
  return { number, hash: word(`${chain} ${number}`) };
}
