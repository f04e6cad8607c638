import type { Address, AssetStandard, ChainId } from "@ryugu/sdk/primitives";
import { owedOf, type Reserve, stateOf } from "@ryugu/sdk/reserves";

/** A collection at home, and the chain whose claims to it one vault backs. */
export interface Backing {
  homeChain: ChainId;
  counterpartChain: ChainId;
  homeToken: Address;
  standard: AssetStandard;
}

/** Where the units are that one lane's messages carried, by final facts of both ends. */
export interface Carried {
  /** Sent and not consumed. */
  flight: bigint;
  /** Consumed, and waiting for a retry. */
  parked: bigint;
  /** Consumed, and in somebody's hands. */
  given: bigint;
  /** Consumed too late: a Return carries them back. */
  ended: bigint;
}

/** What messages say of one collection, or of one token of it, at a pair of final blocks. */
export interface Ledger {
  /** From home to the counterpart, Returns among them. */
  out: Carried;
  /** From the counterpart home. */
  back: Carried;
}

/** What the chains themselves say of one collection, or of one token of it. */
export interface Reading {
  /** With the vault at home; undefined where the token or the chain did not answer. */
  vault: bigint | undefined;
  /** On the counterpart chain; undefined where its standard does not count, or nothing answered. */
  issued: bigint | undefined;
}

/** Units that a counterpart chain has a claim to, by where they are. */
export interface Owed {
  outstanding: bigint;
  inFlightOut: bigint;
  inFlightBack: bigint;
  parkedOut: bigint;
  parkedBack: bigint;
}

/** Of a lane that has carried nothing yet. */
export const NOTHING_CARRIED: Carried = { flight: 0n, parked: 0n, given: 0n, ended: 0n };

/**
 * What a vault owes by messages alone.
 *
 * What the counterpart sent home was burned there, but for the Returns of what ended there: that was never minted. A chain that
 * sends home more than it ever had (it was taken over) has nothing outstanding; then what is in flight exceeds the vault,
 * and is found.
 */
export function owedBy({ out, back }: Ledger): Owed {
  const burned = back.flight + back.parked + back.given + back.ended - out.ended;
  const outstanding = out.given - burned;
  return {
    outstanding: outstanding > 0n ? outstanding : 0n,
    inFlightOut: out.flight,
    inFlightBack: back.flight,
    parkedOut: out.parked,
    parkedBack: back.parked,
  };
}

/** Everything owed. Equal to what left home less what came back, wherever it is now. */
export function owedUnits(owed: Owed): bigint {
  const { outstanding, inFlightOut, inFlightBack, parkedOut, parkedBack } = owed;
  return outstanding + inFlightOut + inFlightBack + parkedOut + parkedBack;
}

/**
 * Adds up a collection of many tokens so that nobody's surplus covers somebody else's shortfall: one id's units are no use to
 * another id's holder.
 */
export function readingOfIds(ids: readonly { owed: Owed; reading: Reading }[]): Reading {
  const short = ids.some(({ owed, reading }) => (reading.vault ?? 0n) < owedUnits(owed));
  let vault: bigint | undefined = 0n;
  let excess = 0n;
  let outstanding = 0n;
  let counted = false;
  for (const { owed, reading } of ids) {
    outstanding += owed.outstanding;
    if (reading.issued !== undefined) {
      counted = true;
      if (reading.issued > owed.outstanding) excess += reading.issued - owed.outstanding;
    }
    if (reading.vault === undefined) vault = undefined;
    if (vault === undefined || reading.vault === undefined) continue;
    const due = owedUnits(owed);
    vault += short && reading.vault > due ? due : reading.vault;
  }
  return { vault, issued: counted ? outstanding + excess : undefined };
}

/** Puts what messages say beside what the chains say. */
export function assessReserve(
  backing: Backing,
  owed: Owed,
  { vault, issued }: Reading,
  winding: { claimed: bigint } | undefined,
): Reserve {
  const { homeChain, counterpartChain, homeToken, standard } = backing;
  const parts = {
    outstanding: `${owed.outstanding}`,
    inFlightOut: `${owed.inFlightOut}`,
    inFlightBack: `${owed.inFlightBack}`,
    parkedOut: `${owed.parkedOut}`,
    parkedBack: `${owed.parkedBack}`,
    claimed: `${winding?.claimed ?? 0n}`,
    ...(issued === undefined ? {} : { issued: `${issued}` }),
  };
  const due = owedOf(parts);
  const state = stateOf({ ...parts, owed: due, vault });
  return {
    homeChain,
    counterpartChain,
    homeToken,
    standard,
    state: winding !== undefined && state !== "unread" ? "winding-down" : state,
    ...parts,
    owed: `${due}`,
    ...(vault === undefined ? {} : { vault: `${vault}`, difference: `${vault - due}` }),
  };
}

/** Whether somebody must look at a reserve. */
export function isFault({ state }: Pick<Reserve, "state">): boolean {
  return state === "short" || state === "over-issued";
}
