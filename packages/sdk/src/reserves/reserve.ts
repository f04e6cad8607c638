import * as z from "zod/mini";
import { collectionShape, instant, signedUnits, units, whole } from "./fields.ts";

/** Units of one collection that one counterpart chain has a claim to, by where they are. */
const owedShape = {
  /** With holders on the counterpart chain, by what messages brought and took. */
  outstanding: units,
  /** Sent from home, not yet arrived. */
  inFlightOut: units,
  /** Sent home, not yet arrived. */
  inFlightBack: units,
  /** Arrived on the counterpart chain and waiting there. */
  parkedOut: units,
  /** Arrived at home and waiting there. */
  parkedBack: units,
};

/**
 * How a collection's reserve stands. `covered`: the vault holds what is owed, or more. `short`: it holds less.
 * `over-issued`: more representations are there than messages account for. `winding-down`: the chain died, and holders take
 * their own out of the vault. `unread`: the token or the chain did not answer.
 */
export const reserveStateSchema = z.enum([
  "covered",
  "short",
  "over-issued",
  "winding-down",
  "unread",
]);

/** What one vault holds of one collection, and what it owes. Units are decimal texts. */
export const reserveSchema = z.strictObject({
  ...collectionShape,
  state: reserveStateSchema,
  ...owedShape,
  /** Representations that the counterpart chain says there are; absent where its standard does not count. */
  issued: z.optional(units),
  /** What a dead chain's holders have taken out of the vault. */
  claimed: units,
  /** The larger of `outstanding` and `issued`, with what is in flight and parked, less `claimed`. */
  owed: units,
  /** What the vault holds, by the token's own word. */
  vault: z.optional(units),
  /** `vault` less `owed`: what lies there besides, or, below zero, what is missing. */
  difference: z.optional(signedUnits),
  /** Since when it is short or over-issued. */
  since: z.optional(instant),
  /** Unix seconds until which validators have stopped the collection at home. */
  quarantinedUntil: z.optional(whole),
});

/** What one holder has of one collection on one counterpart chain, or on the way there or home. Units are decimal texts. */
export const holdingSchema = z.strictObject({
  ...collectionShape,
  ...owedShape,
  /** With the holder on the counterpart chain, by the representation's own word; absent where nothing answered. */
  outstanding: z.optional(units),
});

const { homeChain, homeToken, standard } = collectionShape;

/** What one holder has at home, outside of any vault. */
export const homeHoldingSchema = z.strictObject({ homeChain, homeToken, standard, units });

/** What one vault holds of one collection, and what it owes. */
export type Reserve = z.output<typeof reserveSchema>;
/** How a collection's reserve stands. */
export type ReserveState = z.output<typeof reserveStateSchema>;
/** What one holder has of one collection on a counterpart chain, or on the way. */
export type CertifiedHolding = z.output<typeof holdingSchema>;
/** What one holder has at home. */
export type CertifiedHomeHolding = z.output<typeof homeHoldingSchema>;

/** What a vault owes by a reserve's own parts. */
export function owedOf(
  reserve: Pick<
    Reserve,
    | "outstanding"
    | "issued"
    | "inFlightOut"
    | "inFlightBack"
    | "parkedOut"
    | "parkedBack"
    | "claimed"
  >,
): bigint {
  const outstanding = BigInt(reserve.outstanding);
  const issued = BigInt(reserve.issued ?? 0);
  return (
    (issued > outstanding ? issued : outstanding) +
    BigInt(reserve.inFlightOut) +
    BigInt(reserve.inFlightBack) +
    BigInt(reserve.parkedOut) +
    BigInt(reserve.parkedBack) -
    BigInt(reserve.claimed)
  );
}

/** The state that a reserve's own parts lead to, for a chain that is not wound down. */
export function stateOf(
  reserve: Pick<Reserve, "outstanding" | "issued"> & { owed: bigint; vault: bigint | undefined },
): Exclude<ReserveState, "winding-down"> {
  if (reserve.vault === undefined) return "unread";
  if (reserve.vault < reserve.owed) return "short";
  return BigInt(reserve.issued ?? 0) > BigInt(reserve.outstanding) ? "over-issued" : "covered";
}
