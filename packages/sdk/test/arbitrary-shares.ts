import fc from "fast-check";
import type { SplitShare } from "../src/payout/index.ts";
import { address } from "../src/primitives/index.ts";

/** An account that nobody has, and no precompile. */
export const anyAccount = fc
  .bigInt({ min: 1n << 64n, max: (1n << 160n) - 1n })
  .map((number) => address(`0x${number.toString(16).padStart(40, "0")}`));

export const anyWeight = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.integer({ min: 1, max: 0x7fff_ffff }),
  fc.constant(0x7fff_ffff),
);

/** Any list that a split can have, none of them in it nested. */
export function anyShares(maxLength = 20): fc.Arbitrary<SplitShare[]> {
  const share = fc.record({ payee: anyAccount, weight: anyWeight, nested: fc.constant(false) });
  return fc.array(share, { minLength: 1, maxLength });
}

/** Small amounts, where rounding shows, and all others. */
export const anyAmount = fc.oneof(
  fc.bigInt({ min: 1n, max: 1_000n }),
  fc.bigInt({ min: 1n, max: 10n ** 24n }),
  fc.bigInt({ min: 1n, max: (1n << 112n) - 1n }),
);

/** A payee of a list, or a split in its place with a list of its own. */
export interface TreeShare extends SplitShare {
  readonly inside?: readonly TreeShare[];
}

/** A list of splits in splits, so many levels deep; some are not marked as such, and some are marked that are none. */
export function anyTree(levels: number): fc.Arbitrary<readonly TreeShare[]> {
  const share = fc.record({ payee: anyAccount, weight: anyWeight, nested: fc.boolean() });
  if (levels === 1) return fc.array(share, { minLength: 1, maxLength: 4 });
  const marked = fc.integer({ min: 0, max: 4 }).map((n) => n > 0);
  const split = fc.record({
    payee: anyAccount,
    weight: anyWeight,
    nested: marked,
    inside: anyTree(levels - 1),
  });
  return fc
    .tuple(fc.array(share, { maxLength: 3 }), split, fc.array(share, { maxLength: 2 }))
    .map(([before, inner, after]) => [...before, inner, ...after]);
}
