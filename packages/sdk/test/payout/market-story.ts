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
  /** Seconds since what happened before. */
  after?: number;
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

  sale({ chain, parts, after = 3_600, tokenId = 7n, ...rest }: StorySale): Bytes32 {
    const place = this.#next(chain, after);
    const sum = (role?: ShareRole) =>
      parts.reduce(
        (s, part) => (role === undefined || part.role === role ? s + part.amount : s),
        0n,
      );
    const reference = wordOf(`sale ${this.#events}`);
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
    this.#parts(place, chain, reference, parts);
    return reference;
  }

  payment(chain: 0 | 1, parts: StoryPart[]): Bytes32 {
    const place = this.#next(chain, 60);
    const reference = wordOf(`payment ${this.#events}`);
    this.#parts(place, chain, reference, parts);
    return reference;
  }

  /** Sends royalties home, of payments away. */
  batch(sources: BatchFact["sources"], parts: StoryPart[] | undefined, surplus = 0n): Bytes32 {
    const sent = this.#next(1, 600);
    const messageId = wordOf(`message ${this.#events}`);
    const arrived = parts === undefined ? undefined : this.#next(0, 600);
    this.batches.push({
      ...{ fromChain: CHAINS[1], toChain: CHAINS[0], messageId, router: ROUTER },
      ...{ currency: YEN_TOKENS[1], homeCurrency: YEN_TOKENS[0] },
      amount: sources.reduce((sum, { amount }) => sum + amount, surplus),
      sent,
      ...(arrived === undefined ? {} : { arrived }),
      sources,
    });
    if (arrived !== undefined) this.#parts(arrived, 0, messageId, parts ?? []);
    return messageId;
  }

  claim(chain: 0 | 1, payee: Address, amount: bigint, to = payee): void {
    const place = this.#next(chain, 60);
    this.claims.push({ ...place, rail: RAIL, currency: YEN_TOKENS[chain], payee, to, amount });
  }

  refund(chain: 0 | 1, payee: Address, reference: Bytes32, amount: bigint): void {
    const place = this.#next(chain, 60);
    const money = { rail: RAIL, reference, currency: YEN_TOKENS[chain], payee, amount };
    this.refunds.push({ ...place, ...money, buyer: accountOf("buyer") });
  }

  #parts(place: Place, chain: 0 | 1, reference: Bytes32, parts: StoryPart[]): void {
    for (const [i, part] of parts.entries()) {
      this.shares.push({
        ...place,
        logIndex: place.logIndex + 1 + i,
        ...{ rail: RAIL, currency: YEN_TOKENS[chain], reference },
        ...{ via: [], isCredited: false, ...part },
      });
    }
  }

  #next(chain: 0 | 1, after: number): Place {
    this.#events += 1;
    this.#time += after;
    const block = (this.#blocks[chain] ?? 0) + 1;
    this.#blocks[chain] = block;
    return {
      chain: CHAINS[chain],
      block,
      blockHash: wordOf(`block ${chain} ${block}`),
      time: this.#time,
      transaction: wordOf(`transaction ${this.#events}`),
      logIndex: 3,
    };
  }
}
