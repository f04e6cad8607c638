import { custodyAbi, royaltyRouterAbi, splitAbi } from "@ryugu/contracts";
import type { Address, ChainId, Hex } from "@ryugu/sdk/primitives";
import { Interface } from "ethers";
import { CallRevertedError } from "../../src/domain/errors.ts";
import type { LaneMessage } from "../../src/domain/lane-log.ts";
import type { PayoutContext, PayoutCurrency } from "../../src/payout/context.ts";
import type { NodeEvent } from "../../src/ports/report.ts";
import type { RoyaltyBlock, RoyaltyReader } from "../../src/ports/royalty-reader.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Call, Submitter } from "../../src/ports/submitter.ts";
import { createActs } from "../../src/relayer/acts.ts";
import { createLander } from "../../src/relayer/lander.ts";
import { sqliteStore } from "../../src/store/sqlite/store.ts";
import { councilOf, SET } from "./attestations.ts";
import { BACK, ROUTE } from "./lane.ts";
import { AWAY, accountOf, at, HOME, word } from "./messages.ts";
import { PayingChain } from "./paying-chain.ts";
import { collectionBody, messagesOf, royaltyBody, SPLIT, YEN } from "./royalty-messages.ts";

const routerAbi = new Interface(royaltyRouterAbi);
const custodyAt = accountOf("custody");
const factory = accountOf("split factory");
export const ROUTER = accountOf(`router of ${SPLIT}`);
const YEN_AWAY = accountOf("yen away");
/** Blocks until a block is final. */
const FINAL_AFTER = 2;

/** What stood at a block, and since. */
type History<T> = { block: number; value: T }[];

const valueAt = <T>(history: History<T>, block: RoyaltyBlock, first: T): T =>
  history.findLast((one) => block === "latest" || one.block <= block)?.value ?? first;

/** A home and a guest chain with one router and one split, and a node that pays out. Time moves when it is told to. */
export class RoyaltyWorld {
  time = 1_700_000_000_000;
  fee = 0n;
  /** Whether the receiver at home is a split. */
  isSplit = true;
  /** Whether a division at once is too much for a transaction. */
  tooLarge = false;
  readonly payees: number;
  readonly events: NodeEvent[] = [];
  readonly away: PayingChain;
  readonly home: PayingChain;
  /** What was sent home, and what was divided, in order. */
  readonly forwards: bigint[] = [];
  readonly divisions: bigint[] = [];
  readonly #held: History<bigint> = [];
  readonly #made: History<boolean> = [];
  readonly #split: History<{ undistributed: bigint; next: number }> = [];
  readonly #messages: LaneMessage[] = [];
  #told = 0;
  #arrived = 0;
  readonly clock = { now: () => this.time, sleep: async () => undefined };

  constructor(payees = 3) {
    this.payees = payees;
    this.away = new PayingChain(AWAY, (call, isEstimate) => this.#onAway(call, isEstimate));
    this.home = new PayingChain(HOME, (call, isEstimate) => this.#onHome(call, isEstimate));
  }

  /** A node's store that knows the collection, and has read both chains' beginnings. */
  async store(): Promise<Store> {
    const store = await sqliteStore({ path: ":memory:", clock: this.clock });
    await store.addLanes([ROUTE, BACK]);
    const block = { number: 0, hash: word("0") };
    for (const chain of [HOME, AWAY])
      await store.begin({ chain, final: block, seen: block, latest: { ...block, time: 0 } });
    const tip = { count: 0, head: ROUTE.laneId };
    const through = { number: 1, hash: word("1") };
    const messages = messagesOf(ROUTE.laneId, tip, [collectionBody(SPLIT)], 1);
    const latest = { ...through, time: 0 };
    const scanned = { finality: "final" as const, through, messages, arrivals: [] };
    await store.record({ chain: HOME, latest, scanned });
    return store;
  }

  /** Somebody pays a royalty. */
  pay(amount: bigint): void {
    this.away.latest += 1;
    this.#hold(valueAt(this.#held, "latest", 0n) + amount);
  }

  held(): bigint {
    return valueAt(this.#held, "latest", 0n);
  }

  /** A block on each chain, and the node reads what is final. */
  async mine(store: Store): Promise<void> {
    this.away.mine();
    this.home.mine();
    this.time += 1_000;
    await this.read(store);
  }

  /** The node reads what is final on both chains; what was sent is delivered. */
  async read(store: Store): Promise<void> {
    const { told } = await this.look(store);
    while (this.#told < told) {
      this.#told += 1;
      this.#arrive();
    }
    await this.#record(store, HOME, Math.max(1, this.home.latest - FINAL_AFTER), {
      arrivals:
        this.#told === 0
          ? []
          : [
              {
                type: "delivered" as const,
                laneId: BACK.laneId,
                first: 1,
                last: this.#told,
                head: this.#messages[this.#told - 1]?.messageId ?? BACK.laneId,
                at: at(1),
              },
            ],
    });
  }

  /** The node reads what is final on the guest chain only. @returns how many messages that is */
  async look(store: Store): Promise<{ told: number }> {
    const final = Math.max(1, this.away.latest - FINAL_AFTER);
    const messages = this.#messages.filter((message) => message.at.block <= final);
    await this.#record(store, AWAY, final, { messages });
    return { told: messages.length };
  }

  async #record(store: Store, chain: ChainId, height: number, scan: object): Promise<void> {
    const through = { number: height, hash: word(`${chain} ${height}`) };
    const latest = { ...through, time: Math.floor(this.time / 1_000) };
    const scanned = { finality: "final" as const, through, messages: [], arrivals: [], ...scan };
    await store.record({ chain, latest, scanned });
  }

  #arrive(): void {
    const amount = this.forwards[this.#arrived] ?? 0n;
    this.#arrived += 1;
    const before = valueAt(this.#split, "latest", { undistributed: 0n, next: 0 });
    const value = { ...before, undistributed: before.undistributed + amount };
    this.#split.push({ block: 0, value });
  }

  #hold(value: bigint): void {
    this.#held.push({ block: this.away.latest, value });
  }

  #onAway({ to, data, value = 0n }: Call, isEstimate: boolean): void {
    if (to === custodyAt) {
      custodyAbiOf("createRoyaltyRouter", data);
      if (valueAt(this.#made, "latest", false)) throw new CallRevertedError("It is there.");
      if (!isEstimate) this.#made.push({ block: this.away.latest, value: true });
      return;
    }
    // What has no code does nothing, and does not fail.
    if (!valueAt(this.#made, "latest", false)) return;
    const [currency] = routerAbi.decodeFunctionData("forward", data);
    const amount = this.held();
    if (currency !== YEN_AWAY || amount === 0n) throw new CallRevertedError("NothingToForward");
    if (value !== this.fee) throw new CallRevertedError("FeeWrong");
    if (isEstimate) return;
    this.#hold(0n);
    this.forwards.push(amount);
    const last = this.#messages.at(-1);
    const tip = { count: this.#messages.length, head: last?.messageId ?? BACK.laneId };
    const bodies = [royaltyBody(ROUTER, amount)];
    this.#messages.push(...messagesOf(BACK.laneId, tip, bodies, this.away.latest));
  }

  #onHome({ data }: Call, isEstimate: boolean): void {
    const name = splitCall(data);
    const { undistributed, next } = valueAt(this.#split, "latest", { undistributed: 0n, next: 0 });
    if (undistributed === 0n && next === 0) throw new CallRevertedError("NothingToDistribute");
    if (name.method === "distribute" && this.tooLarge) throw new CallRevertedError("out of gas");
    if (isEstimate) return;
    const end = name.method === "distribute" ? this.payees : next + name.most;
    const value = { undistributed: 0n, next: end >= this.payees ? 0 : end };
    if (next === 0) this.divisions.push(undistributed);
    this.#split.push({ block: this.home.latest, value });
  }

  reader(chain: ChainId): RoyaltyReader {
    return {
      chain,
      custody: async () => custodyAt,
      routerOf: async ({ receiver }) => accountOf(`router of ${receiver}`),
      currencyHere: async ({ token }) => (chain === HOME ? token : YEN_AWAY),
      isContract: async (_, block) => valueAt(this.#made, block, false),
      held: async (_, holder, block) => (holder === ROUTER ? valueAt(this.#held, block, 0n) : 0n),
      laneFee: async () => this.fee,
      split: async (factories, account, _, block) => {
        if (!this.isSplit || account !== SPLIT || !factories.includes(factory)) return undefined;
        const none = { undistributed: 0n, next: 0 };
        return { ...valueAt(this.#split, block, none), payees: this.payees };
      },
    };
  }

  context(chain: ChainId, store: Store, change: Partial<PayoutContext> = {}): PayoutContext {
    const self = SET.validators[0] as Address;
    const currency: PayoutCurrency = {
      ...YEN,
      minimum: 100n,
      maximumAge: 60_000,
      coinPrice: () => undefined,
    };
    return {
      reader: this.reader(chain),
      store,
      self,
      clock: this.clock,
      report: (event) => this.events.push(event),
      council: councilOf(SET),
      // Alone: it is its turn at once.
      exchange: { isAnswering: () => false },
      currencies: [currency],
      splitFactories: [factory],
      turn: 30_000,
      ...change,
    };
  }

  /** What lands acts on a chain: the relayer's own parts. */
  lander(chain: PayingChain, store: Store, wrap: (submitter: Submitter) => Submitter = (s) => s) {
    const context = {
      reader: { chain: chain.chain } as never,
      submitter: wrap(chain.submitter(() => this.time)),
      store,
      exchange: { isAnswering: () => false },
      clock: this.clock,
      report: (event: NodeEvent) => this.events.push(event),
      council: councilOf(SET),
      self: SET.validators[0] as Address,
      tuning: { batchGas: 1, batchAge: 0, takeoverDelay: 1_000, bumpAfter: 15_000 },
    };
    const lander = createLander(context);
    const acts = createActs(context, lander);
    return {
      async tick() {
        const wanted = await acts.wanted();
        const open = await lander.advance(
          (one) => one.kind === "act" && !wanted.some(({ id }) => id === one.act),
        );
        await acts.send(await acts.wanted(), open);
      },
    };
  }

  types(): string[] {
    return this.events.map(({ type }) => type);
  }
}

const custody = new Interface(custodyAbi);
const custodyAbiOf = (method: string, data: Hex) => custody.decodeFunctionData(method, data);

const split = new Interface(splitAbi);
function splitCall(data: Hex): { method: string; most: number } {
  const call = split.parseTransaction({ data });
  return { method: call?.name ?? "", most: call?.args.length === 2 ? Number(call.args[1]) : 0 };
}
