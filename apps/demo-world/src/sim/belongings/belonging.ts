import type { ItemName } from "../item.ts";
import type { Creator } from "../market/creator.ts";
import type { PlatformSlug } from "../place/place.ts";
import type { TokenRef } from "../protocol/references.ts";

/** Something that belongs to the person. */
export interface Belonging {
  readonly token: TokenRef;
  /** The world whose chain it is on now. */
  readonly where: PlatformSlug;
  /** Where it was born. */
  readonly home: { readonly chain: string; readonly contract: string };
  /** Undefined until its metadata is read. */
  readonly name?: ItemName;
  /** URLs of the zone's own stores. */
  readonly picture?: string;
  readonly model?: string;
  readonly creators?: readonly Creator[];
}

/** A token's key in a table; the same however its address is written. */
export const tokenRefKey = ({ chain, contract, id }: TokenRef): string =>
  `${chain}/${contract.toLowerCase()}/${id}`;

/** Whether two references name one token on one chain. */
export const isSameToken = (a: TokenRef | null | undefined, b: TokenRef | null | undefined) =>
  a != null && b != null && tokenRefKey(a) === tokenRefKey(b);

/** The same thing wherever it stands: its home and number. */
export const belongingKey = ({ home, token }: Belonging): string =>
  `${home.chain}/${home.contract.toLowerCase()}/${token.id}`;

/** Replaces what is known of one chain, and keeps the rest and its order. */
export function withChain(
  known: readonly Belonging[],
  where: PlatformSlug,
  found: readonly Belonging[],
): readonly Belonging[] {
  const before = new Map(known.map((one) => [tokenRefKey(one.token), one]));
  const here = found.map((one) => ({ ...before.get(tokenRefKey(one.token)), ...one }));
  return [...known.filter((one) => one.where !== where), ...here].sort((a, b) =>
    belongingKey(a) < belongingKey(b) ? -1 : 1,
  );
}

/** What came and went on one chain, in the order of the log. */
export interface Movement {
  contract: string;
  id: string;
  toMe: boolean;
}

/** What is left in hand after all movements: the tokens whose last one came in. */
export function tokensAfter(
  movements: readonly Movement[],
  most = 64,
): { contract: string; id: string }[] {
  const mine = new Map<string, { contract: string; id: string }>();
  for (const { contract, id, toMe } of movements) {
    const key = `${contract.toLowerCase()}/${id}`;
    mine.delete(key);
    if (toMe) mine.set(key, { contract, id });
  }
  // The newest: a stranger may send anybody thousands of worthless tokens.
  return [...mine.values()].slice(-most);
}
