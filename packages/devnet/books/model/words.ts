/** The two platforms' chains. Each is home to some works and to a yen of its own. */
export type Side = "minato" | "garan";

export const SIDES: readonly Side[] = ["minato", "garan"];

/** The other chain. */
export const across = (side: Side): Side => (side === "minato" ? "garan" : "minato");

/** A person's, split's, router's or contract's address. */
export type Account = string;

/** Why somebody has a part of a price. */
export type Role = "royalty" | "fee" | "proceeds";

/** One payee of a split's list. */
export interface SplitShare {
  readonly payee: Account;
  readonly weight: number;
  readonly nested: boolean;
}

/** A pair of names as one key. */
export const key = (...names: readonly (string | number | bigint)[]): string => names.join("/");

/** What stands under a key that must be there. */
export function known<K, V>(map: ReadonlyMap<K, V>, name: K): V {
  const found = map.get(name);
  if (found === undefined) throw new RangeError(`Nothing is known of ${String(name)}.`);
  return found;
}
