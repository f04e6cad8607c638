import type { ClientMessage } from "../../src/sim/protocol/from-client.ts";
import { type Bucket, fullBucket, type RateLimit, takeToken } from "../http/rate-limit.ts";

/** What one connection may send. */
const LIMITS = {
  /** Everything together, before it is read. */
  all: { burst: 120, perMinute: 2_400 },
  /** What was refused. Who uses this up is not a client of ours. */
  strikes: { burst: 60, perMinute: 60 },
  pose: { burst: 40, perMinute: 1_200 },
  say: { burst: 5, perMinute: 40 },
  emote: { burst: 5, perMinute: 60 },
  hold: { burst: 6, perMinute: 60 },
  dress: { burst: 4, perMinute: 12 },
  rename: { burst: 4, perMinute: 12 },
  away: { burst: 6, perMinute: 30 },
  back: { burst: 6, perMinute: 30 },
  hello: { burst: 3, perMinute: 12 },
} as const satisfies Record<ClientMessage["t"] | "all" | "strikes", RateLimit>;

/** A kind of thing that is counted. */
export type BudgetKind = keyof typeof LIMITS;

/** How much a connection may still send of each kind. */
export interface Budgets {
  /** Takes one; false where there is none left now. */
  take(kind: BudgetKind, now: number): boolean;
}

/** Full budgets. */
export function createBudgets(): Budgets {
  const buckets = new Map<BudgetKind, Bucket>();
  return {
    take(kind, now) {
      const bucket = buckets.get(kind) ?? fullBucket(LIMITS[kind], now);
      buckets.set(kind, bucket);
      return takeToken(bucket, LIMITS[kind], now);
    },
  };
}
