import { type ChainId, ZERO_ADDRESS } from "@ryugu/sdk/primitives";
import { collectionKey, type Reserve } from "@ryugu/sdk/reserves";
import { type Backing, isFault } from "./reserves.ts";

/** A reserve that was found wanting, from when it was found until it was made good. */
export interface Shortfall extends Backing {
  /** Unix milliseconds. */
  since: number;
  /** `forged`: one of the two chains consumed what the other never sent. Then no collection is named. */
  state: "short" | "over-issued" | "forged";
  /** Units: what is missing from the vault, or what there is too much of on the counterpart chain. */
  units: string;
  /** The acts by which this validator has asked for the collection's quarantine: once for each shortfall and chain. */
  quarantines: readonly { chain: ChainId; act: string }[];
}

/** Two chains of which one consumed what the other never sent. */
export type ForgedPair = Pick<Backing, "homeChain" | "counterpartChain">;

/** What an audit changed in the list of shortfalls. */
export interface ShortfallChange {
  standing: Shortfall[];
  found: Shortfall[];
  ended: Shortfall[];
}

/** How much a reserve lacks, or has too much of. */
function faultUnits({ state, difference, issued, outstanding }: Reserve): string {
  if (state === "short") return `${-BigInt(difference ?? 0)}`;
  return `${BigInt(issued ?? 0) - BigInt(outstanding)}`;
}

/**
 * Follows shortfalls from one audit to the next. What could not be read this time stays as it was: silence makes nothing good.
 *
 * @param now - unix milliseconds
 */
export function followShortfalls(
  before: readonly Shortfall[],
  reserves: readonly Reserve[],
  forged: readonly ForgedPair[],
  now: number,
): ShortfallChange {
  const seen = new Map(reserves.map((reserve) => [collectionKey(reserve), reserve]));
  const known = new Set(before.map(collectionKey));
  const forgeries = forged.map(
    (pair): Shortfall => ({
      homeChain: pair.homeChain,
      counterpartChain: pair.counterpartChain,
      homeToken: ZERO_ADDRESS,
      standard: "erc20",
      state: "forged",
      units: "0",
      since: now,
      quarantines: [],
    }),
  );
  const ended: Shortfall[] = [];
  const standing = before.flatMap((shortfall) => {
    // Nothing makes a forgery good but the council: it stands until people have dealt with it.
    if (shortfall.state === "forged") return [shortfall];
    const reserve = seen.get(collectionKey(shortfall));
    if (reserve === undefined || reserve.state === "unread") return [shortfall];
    if (isFault(reserve)) return [{ ...shortfall, ...faultOf(reserve) }];
    ended.push(shortfall);
    return [];
  });
  const found = reserves
    .filter((reserve) => isFault(reserve) && !known.has(collectionKey(reserve)))
    .map((reserve): Shortfall => {
      const { homeChain, counterpartChain, homeToken, standard } = reserve;
      const backing = { homeChain, counterpartChain, homeToken, standard };
      return { ...backing, ...faultOf(reserve), since: now, quarantines: [] };
    });
  found.push(...forgeries.filter((forgery) => !known.has(collectionKey(forgery))));
  return { standing: [...standing, ...found], found, ended };
}

function faultOf(reserve: Reserve): Pick<Shortfall, "state" | "units"> {
  return {
    state: reserve.state === "short" ? "short" : "over-issued",
    units: faultUnits(reserve),
  };
}
