/** How often something may be done: `burst` times at once, and `perMinute` times in a minute for ever. */
export interface RateLimit {
  readonly burst: number;
  readonly perMinute: number;
}

/** One bucket of tokens: full at first, refilled as time goes by. Changed in place. */
export interface Bucket {
  tokens: number;
  /** Milliseconds of whatever clock the caller has. */
  at: number;
}

const MINUTE = 60_000;

/** A full bucket. */
export const fullBucket = ({ burst }: RateLimit, now: number): Bucket => ({
  tokens: burst,
  at: now,
});

/** Takes one token; false where there is none. A clock that goes back refills nothing. */
export function takeToken(bucket: Bucket, { burst, perMinute }: RateLimit, now: number): boolean {
  const passed = Math.max(0, now - bucket.at);
  bucket.tokens = Math.min(burst, bucket.tokens + (passed * perMinute) / MINUTE);
  bucket.at = now;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

/** Seconds until a bucket has a whole token again, at least 1. */
export function secondsUntilToken(bucket: Bucket, { perMinute }: RateLimit): number {
  return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute));
}

/** Counts what many do, each by a key. */
export interface RateLimiter {
  /** Takes one token of a key's; undefined, or the seconds to wait where there is none. */
  take(key: string, limit: RateLimit, now: number): number | undefined;
  /** How many keys are remembered. */
  readonly size: number;
}

/** How many keys are remembered. A key that was forgotten begins anew with a full bucket. */
const MAX_KEYS = 10_000;

/** A limiter that remembers the keys that asked last, and no more than `most` of them. */
export function createRateLimiter(most = MAX_KEYS): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, limit, now) {
      const bucket = buckets.get(key) ?? fullBucket(limit, now);
      // Last asked, last in the map: the first is the one that has been still the longest.
      buckets.delete(key);
      buckets.set(key, bucket);
      if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? key);
      return takeToken(bucket, limit, now) ? undefined : secondsUntilToken(bucket, limit);
    },
    get size() {
      return buckets.size;
    },
  };
}
