import { keccak256, toUtf8Bytes } from "ethers";
import type {
  BatchFact,
  ChainFacts,
  ClaimFact,
  Place,
  RefundFact,
  SaleFact,
  ShareFact,
  ShareRole,
} from "../../src/payout/statement/index.ts";
import { type Address, address, type Bytes32, chainId } from "../../src/primitives/index.ts";

/** 64 hex digits that follow from a text. */
export const wordOf = (text: string) => keccak256(toUtf8Bytes(text)) as Bytes32;
/** An account that follows from a text. */
export const accountOf = (text: string): Address => address(`0x${wordOf(text).slice(-40)}`);

/** Home, and a chain that representations are sold on. */
export const CHAINS = [chainId(31_337), chainId(31_338)] as const;
export const YEN_TOKENS = [accountOf("yen at home"), accountOf("yen away")] as const;
export const RAIL = accountOf("rail");
export const ROUTER = accountOf("router");
export const MARKET_FEE = accountOf("the market's purse");
/** 2026-11-01, midnight in Japan. */
export const NOVEMBER = Date.UTC(2026, 9, 31, 15) / 1_000;

/** Somebody's part of a payment. */
export interface StoryPart {
  payee: Address;
  amount: bigint;
  role: ShareRole;
  isCredited?: boolean;
  isForwarded?: boolean;
  via?: Address[];
}

/** What a sale is told with; the rest follows. */
export interface StorySale {
  chain: 0 | 1;
  parts: StoryPart[];
  buyer?: Address;
  tokenId?: bigint;
  isPrimary?: boolean;
  home?: string;
  /** Seconds since what happened before; none for the same transaction. */
  after?: number;
  /** What it is for, where the same is bought again. */
  reference?: Bytes32;
}

/** Something that was paid, as a batch is told of it. */
export interface StoryPayment {
  readonly reference: Bytes32;
  readonly transaction: Bytes32;
  readonly logIndex: number;
}

/** What a batch holds of something that was paid. */
export interface StorySource {
  readonly of: StoryPayment;
  readonly amount: bigint;
}

/** Tells what happens on two chains, event by event, and gives the facts that they would record. */
export class MarketStory {
  readonly sales: SaleFact[] = [];
  readonly shares: ShareFact[] = [];
  readonly batches: BatchFact[] = [];
  readonly refunds: RefundFact[] = [];
  readonly claims: ClaimFact[] = [];
  #blocks = [100, 5_000];
  #time: number;
  #events = 0;
  #place: Place | undefined;
  #logs = 0;

  constructor(start = NOVEMBER) {
    this.#time = start;
  }

  facts(): ChainFacts {
    return {
      chains: CHAINS.map((id, i) => ({
        id,
        fromBlock: 1,
        toBlock: 1_000_000,
        toHash: wordOf(`last ${i}`),
        toTime: Math.max(this.#time, NOVEMBER + 31 * 86_400),
      })),
      sales: this.sales,
      shares: this.shares,
      batches: this.batches,
      refunds: this.refunds,
      claims: this.claims,
    };
  }

  /** As the market does: the sale first, then its parts. */
  sale({ chain, parts, after = 3_600, tokenId = 7n, ...rest }: StorySale): StoryPayment {
    const at = this.#next(chain, after);
    const sum = (role?: ShareRole) =>
      parts
        .filter((part) => part.role !== "surplus" && (role === undefined || part.role === role))
        .reduce((total, { amount }) => total + amount, 0n);
    const reference = rest.reference ?? wordOf(`sale ${this.#events} ${this.#logs}`);
    const place = this.#log(at);
    this.#parts(at, chain, reference, parts);
    this.sales.push({
      ...place,
      market: accountOf(`market ${chain}`),
      orderHash: wordOf(`order ${this.#events}`),
      reference,
      seller: parts[0]?.payee ?? RAIL,
      buyer: rest.buyer ?? accountOf("buyer"),
      recipient: rest.buyer ?? accountOf("buyer"),
      standard: "erc721",
      collection: accountOf("collection"),
      tokenId,
      count: 1n,
      currency: YEN_TOKENS[chain],
      price: sum(),
      royalty: sum("royalty"),
      fee: sum("fee"),
      isPrimary: rest.isPrimary ?? true,
      ...(rest.home === undefined ? {} : { home: rest.home }),
    });
    return { reference, transaction: place.transaction, logIndex: place.logIndex };
  }

  payment(chain: 0 | 1, parts: StoryPart[]): Bytes32 {
    const reference = wordOf(`payment ${this.#events}`);
    this.#parts(this.#next(chain, 60), chain, reference, parts);
    return reference;
  }

  /** Sends royalties home, of payments away. */
  batch(sources: StorySource[], parts: StoryPart[] | undefined, surplus = 0n): StoryPayment {
    return this.#pass(1, 0, ROUTER, sources, parts, surplus);
  }

  /** A split at home divides what had come to it. */
  divide(split: Address, sources: StorySource[], parts: StoryPart[]): StoryPayment {
    return this.#pass(0, 0, split, sources, parts, 0n);
  }

  #pass(
    from: 0 | 1,
    to: 0 | 1,
    router: Address,
    sources: StorySource[],
    parts: StoryPart[] | undefined,
    surplus: bigint,
  ): StoryPayment {
    const sent = this.#log(this.#next(from, 600));
    const messageId = wordOf(`message ${this.#events}`);
    const arrived =
      parts === undefined ? undefined : this.#log(from === to ? sent : this.#next(to, 600));
    this.batches.push({
      ...{ fromChain: CHAINS[from], toChain: CHAINS[to], messageId, router },
      ...{ currency: YEN_TOKENS[from], homeCurrency: YEN_TOKENS[to] },
      amount: sources.reduce((sum, { amount }) => sum + amount, surplus),
      sent,
      ...(arrived === undefined ? {} : { arrived }),
      sources: sources.map(({ of: { transaction, logIndex }, amount }) => ({
        transaction,
        logIndex,
        amount,
      })),
    });
    if (arrived !== undefined) this.#parts(arrived, to, messageId, parts ?? []);
    const { transaction, logIndex } = arrived ?? sent;
    return { reference: messageId, transaction, logIndex };
  }

  claim(chain: 0 | 1, payee: Address, amount: bigint, to = payee): void {
    const place = this.#next(chain, 60);
    this.claims.push({
      ...this.#log(place),
      rail: RAIL,
      currency: YEN_TOKENS[chain],
      payee,
      to,
      amount,
    });
  }

  refund(chain: 0 | 1, payee: Address, reference: Bytes32, amount: bigint): void {
    const place = this.#next(chain, 60);
    const money = { rail: RAIL, reference, currency: YEN_TOKENS[chain], payee, amount };
    this.refunds.push({ ...this.#log(place), ...money, buyer: accountOf("buyer") });
  }

  #parts(place: Place, chain: 0 | 1, reference: Bytes32, parts: StoryPart[]): void {
    for (const part of parts) {
      this.shares.push({
        ...this.#log(place),
        ...{ rail: RAIL, currency: YEN_TOKENS[chain], reference },
        ...{ via: [], isCredited: false, ...part },
      });
    }
  }

  #log(place: Place): Place {
    this.#logs += 1;
    return { ...place, logIndex: this.#logs };
  }

  #next(chain: 0 | 1, after: number): Place {
    if (after === 0 && this.#place?.chain === CHAINS[chain]) return this.#place;
    this.#events += 1;
    this.#time += after;
    const block = (this.#blocks[chain] ?? 0) + 1;
    this.#blocks[chain] = block;
    this.#logs = 0;
    this.#place = {
      chain: CHAINS[chain],
      block,
      blockHash: wordOf(`block ${chain} ${block}`),
      time: this.#time,
      transaction: wordOf(`transaction ${this.#events}`),
      logIndex: 0,
    };
    return this.#place;
  }
}
