import { emit, type Here, outgoing } from "../here.ts";
import { gatewayText, type Signature } from "../message/signature.ts";
import { ensure } from "../refusal.ts";
import type { Chain } from "../state/chain.ts";
import { put } from "../state/journal.ts";
import { type Address, type ChainId, type Collection, collectionKey, DAY, HOUR } from "../words.ts";
import type { Decided } from "./decided.ts";
import { currentSet } from "./quorum.ts";

/** What is paused: the lanes to and from one chain, all lanes, or one collection. */
export type PauseSubject = ChainId | "all" | Collection;

export interface Pause {
  readonly validator: Address;
  readonly subject: PauseSubject;
  /** Seconds. */
  readonly duration: number;
  /** The validator's next one at this gateway; it counts only with a signature. */
  readonly nonce: number;
}

const BUDGET = 6 * HOUR;
const BUDGET_PERIOD = 7 * DAY;
export const MOST_EXTENSION = 14 * DAY;

export const pauseText = (
  { id, gateway }: Pick<Chain, "id" | "gateway">,
  { validator, subject, duration, nonce }: Pause,
): string => gatewayText(id, gateway, "Pause", [validator, nameOf(subject), duration, nonce]);

export const nameOf = (subject: PauseSubject): string =>
  typeof subject === "string" ? subject : collectionKey(subject);

/** One validator pauses, out of a budget that is spent when it asks. By call, or with a signature by anyone. */
export function pause(here: Here, by: Address, given: Pause, signature?: Signature): void {
  const { validator, subject, duration, nonce } = given;
  const before = here.chain.pauseBudgets.get(validator) ?? { spent: 0, end: -Infinity, nonce: 0 };
  ensure(currentSet(here).validators.includes(validator), "NotAValidator", validator);
  const signs = by !== validator;
  if (signs) {
    const text = pauseText(here.chain, { ...given, nonce: before.nonce });
    const good = signature?.signer === validator && signature.signed === text;
    ensure(good, "SignatureInvalid", `${nonce} instead of ${before.nonce}`);
  }
  const whole = here.now >= before.end + BUDGET_PERIOD;
  const spent = (whole ? 0 : before.spent) + duration;
  if (here.env.rules.countsPauses) ensure(spent <= BUDGET, "PauseBudgetSpent", `${spent} s`);
  ensure(duration > 0, "ActOutOfBounds", "no time at all");
  const until = here.now + duration;
  put(here.journal, here.chain.pauseBudgets, validator, {
    spent,
    end: Math.max(before.end, until),
    nonce: before.nonce + (signs ? 1 : 0),
  });
  stop(here, subject, until);
}

/** A quorum's pause: at most 14 days from now, never shorter than what stands. */
export function extendPause(
  here: Here,
  subject: PauseSubject,
  until: number,
  decided: Decided,
): void {
  const inBounds = until > here.now && until <= here.now + MOST_EXTENSION;
  ensure(inBounds, "ActOutOfBounds", `${until}`);
  decided();
  stop(here, subject, until);
}

/** Ends a pause, whoever asked for it. */
export function liftPause(here: Here, subject: PauseSubject, decided: Decided): void {
  decided();
  stop(here, subject, 0);
}

/** Stops until a second, never shortening what stands; zero goes on at once. All lanes are each of them. */
function stop(here: Here, subject: PauseSubject, until: number): void {
  const { chain, journal } = here;
  let stands = until;
  if (subject === "all") {
    for (const lane of chain.outgoing.keys()) stopLanes(here, lane, until);
  } else if (typeof subject === "string") {
    outgoing(here, subject);
    stands = stopLanes(here, subject, until);
  } else {
    const key = collectionKey(subject);
    stands = later(chain.quarantinedUntil.get(key), until);
    put(journal, chain.quarantinedUntil, key, stands);
  }
  emit(here, { name: "Paused", subject: nameOf(subject), until: stands });
}

function stopLanes({ chain, journal }: Here, counterpart: ChainId, until: number): number {
  const stands = later(chain.pausedUntil.get(counterpart), until);
  put(journal, chain.pausedUntil, counterpart, stands);
  return stands;
}

const later = (standing: number | undefined, until: number): number =>
  until === 0 ? 0 : Math.max(standing ?? 0, until);
