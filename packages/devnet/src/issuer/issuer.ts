import { RyuguError } from "@ryugu/sdk/errors";
import type { BankRail, CashOutAdapter, Currency } from "@ryugu/sdk/payout";
import type { Address, Bytes32 } from "@ryugu/sdk/primitives";
import type { Database } from "../database.ts";
import { type AdvanceContext, advance } from "./advance.ts";
import { issuerForPlatform } from "./for-platform.ts";
import type { FinalBlock, RedemptionChain } from "./redemption-chain.ts";
import { type IssuerStore, issuerStore } from "./store.ts";

/** What an issuer is made of. */
export interface IssuerContext {
  readonly database: Database;
  readonly chain: RedemptionChain;
  readonly rail: BankRail;
  readonly currency: Currency;
  /** Its account on the chain. */
  readonly redemption: Address;
  /** The block before the first that can hold a payment. */
  readonly startBlock: number;
  /** Unix seconds. */
  readonly now: () => number;
  /** Told of what did not work, and is tried again. */
  readonly onTrouble?: (id: Bytes32 | undefined, error: RyuguError) => void;
}

/** Turns yen tokens into bank transfers, each once, or gives them back. */
export interface Issuer {
  readonly store: IssuerStore;
  /** The issuer as one platform sees it. */
  forPlatform(name: string): CashOutAdapter;
  /** Looks at the chain and moves every open cash-out on. One call at a time. */
  step(): Promise<void>;
}

/** How long a cash-out that failed is left alone, in seconds: doubled with each failure in a row. */
const PATIENCE = { first: 1, most: 60 };

/** Opens an issuer over its database. What was going on when it ended goes on. */
export function openIssuer(context: IssuerContext): Issuer {
  const { database, chain, startBlock, now, onTrouble = () => {} } = context;
  const store = issuerStore(database);
  const advancing: AdvanceContext = { ...context, store };
  const failures = new Map<Bytes32, { count: number; notBefore: number }>();

  const takePayments = async (): Promise<FinalBlock> => {
    const final = await chain.final();
    const after = store.block() ?? startBlock;
    if (after < final.number) {
      store.take(await chain.payments(after, final.number), final.number, now());
    }
    return final;
  };

  const tryOne = async (id: Bytes32, final: FinalBlock) => {
    const failed = failures.get(id);
    if (failed !== undefined && now() < failed.notBefore) return;
    try {
      await advance(advancing, id, final);
      failures.delete(id);
    } catch (error) {
      if (!(error instanceof RyuguError)) throw error;
      const count = (failed?.count ?? 0) + 1;
      const wait = Math.min(PATIENCE.most, PATIENCE.first * 2 ** (count - 1));
      failures.set(id, { count, notBefore: now() + wait });
      onTrouble(id, error);
    }
  };

  return {
    store,
    forPlatform: (name) => issuerForPlatform({ ...context, store }, name),
    async step() {
      try {
        const final = await takePayments();
        for (const id of store.open()) await tryOne(id, final);
      } catch (error) {
        if (!(error instanceof RyuguError)) throw error;
        onTrouble(undefined, error);
      }
    },
  };
}
