import type { Lot } from "./lot.ts";
import type { Message } from "./message.ts";
import { RULES, type Rules } from "./rules.ts";
import type { Stage } from "./stage.ts";
import { type Account, key, SIDES, type Side, type SplitShare } from "./words.ts";

/** An account of the prepaid ledger. */
export interface LedgerAccount {
  spendable: bigint;
  receivable: bigint;
  status: "none" | "open" | "frozen";
}

/** A division in parts that is under way. */
export interface Round {
  readonly amount: bigint;
  /** The list's next payee. */
  next: number;
  paid: bigint;
  readonly shares: readonly SplitShare[];
}

/** Money that reached somebody, or waits for them. */
export interface Landing {
  readonly payee: Account;
  readonly amount: bigint;
  readonly via: readonly Account[];
  readonly isCredited: boolean;
}

export interface SplitBook {
  readonly owner: Account | undefined;
  shares: readonly SplitShare[];
  isMade: boolean;
  /** By currency. */
  readonly rounds: Map<Account, Round>;
}

export interface OrderBook {
  sold: number;
  refunded: number;
  isCancelled: boolean;
}

/** The books of one chain. Keys are written with `key`: place, currency, account. */
export interface SideBooks {
  /** `token/account`. */
  readonly balances: Map<string, bigint>;
  readonly supply: Map<Account, bigint>;
  readonly blocked: Set<string>;
  readonly paused: Set<Account>;
  readonly ledger: Map<Account, LedgerAccount>;
  readonly settlements: Map<number, { readonly account: Account; readonly amount: bigint }>;
  settlementCount: number;
  outstanding: bigint;
  /** `place/currency/payee`: of rails, the ledger and splits. */
  readonly credits: Map<string, bigint>;
  /** `place/currency`. */
  readonly totalCredit: Map<string, bigint>;
  /** `place/payee`. */
  readonly claimNonces: Map<string, number>;
  readonly splits: Map<Account, SplitBook>;
  /** What money in a split or router is of: `currency/account`; what waits for one as a credit: `place/currency/account`. */
  readonly lots: Map<string, Lot[]>;
  readonly orders: Map<string, OrderBook>;
  readonly counters: Map<Account, number>;
  readonly bought: Map<string, number>;
  /** Payers' words that were used. */
  readonly words: Set<string>;
  /** `collection/token`. */
  readonly owners: Map<string, Account>;
  readonly approved: Set<string>;
  /** `collection/token/holder`. */
  readonly units: Map<string, number>;
  readonly minted: Map<Account, number>;
  /** What was sent to the other chain. */
  readonly sent: Message[];
  /** How many of the other chain's messages were delivered here. */
  delivered: number;
  /** What waits in the vault, by token. */
  readonly vault: Map<Account, bigint>;
}

/** All books. */
export interface Books {
  readonly stage: Stage;
  readonly rules: Rules;
  readonly sides: Readonly<Record<Side, SideBooks>>;
  /** Unix seconds. */
  now: number;
  /** How many sales there were, and how often money was passed on. */
  sales: number;
  batches: number;
}

/** The books before anything happens. */
export function openBooks(stage: Stage, rules: Partial<Rules> = {}): Books {
  const [minato, garan] = SIDES.map(() => emptySide(stage)) as [SideBooks, SideBooks];
  const books: Books = {
    stage,
    rules: { ...RULES, ...rules },
    sides: { minato, garan },
    now: stage.start,
    ...{ sales: 0, batches: 0 },
  };
  for (const { side, collection, tokenId, holder, count } of stage.holdings) {
    const { owners, units } = books.sides[side];
    const kind = stage.collections.find((one) => one.address === collection && one.side === side);
    if (kind?.kind === "erc1155") units.set(key(collection, tokenId, holder), count);
    else owners.set(key(collection, tokenId), holder);
  }
  return books;
}

function emptySide(stage: Stage): SideBooks {
  return {
    ...{ balances: new Map(), supply: new Map(), blocked: new Set(), paused: new Set() },
    ...{ ledger: new Map(), settlements: new Map(), settlementCount: 0, outstanding: 0n },
    ...{ credits: new Map(), totalCredit: new Map(), claimNonces: new Map(), lots: new Map() },
    splits: new Map(
      stage.splits.map(({ address, owner, shares }) => [
        address,
        { owner, shares, isMade: false, rounds: new Map() },
      ]),
    ),
    ...{ orders: new Map(), counters: new Map(), bought: new Map(), words: new Set() },
    ...{ owners: new Map(), approved: new Set(), units: new Map(), minted: new Map() },
    ...{ sent: [], delivered: 0, vault: new Map() },
  };
}
